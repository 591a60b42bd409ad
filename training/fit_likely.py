"""Grow the trees by which a sentence is judged to answer a question (`szassist/answer/choosing/likely.py`).

Run from the project's root: `.venv/bin/python -m training.fit_likely eval/dev.jsonl eval/learn.jsonl` (or `make fit`). Every sentence that search
finds for a question is an example: it answers if it holds a piece of the evidence or, where the question asks who, if it
stands in what the expected units are responsible for. No sentence answers a question that the documents do not answer.
Questions for which the rules find nothing count more: these are the ones that the trees are asked about.
Gradient-boosted trees on the log-loss (scikit-learn's); nothing is drawn by chance: the same sets give the same trees.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier  # type: ignore[import-untyped]

from szassist import Assistant, Turn
from szassist.answer.choosing.candidates import candidates
from szassist.answer.choosing.features import FEATURES, features
from szassist.answer.choosing.likely import TREES_FILE, asks_exactly, struck
from szassist.answer.compose.compose import by_rules
from szassist.answer.ground.draft import Evidence
from szassist.answer.talk.conversation import understand
from szassist.evaluation.dataset import Case, Expect, read_rows
from szassist.query import Query
from szassist.schema import Status
from szassist.text.script import fold

GROWTH = {
    "max_iter": 100,
    "max_leaf_nodes": 31,
    "learning_rate": 0.12,
    "min_samples_leaf": 40,
    "l2_regularization": 5.0,
}
DIGITS = 6  # of the thresholds and values that are kept
FOLDS = 5
UNRULED = 4.0  # what an example counts for which the rules find nothing
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The sentences found for one question: their features, and which of them answer it."""

    values: Matrix
    right: NDArray[np.bool_]
    answerable: bool
    ruled: bool  # whether the rules find something
    exact: bool  # whether it asks for a figure, a meaning or a time


def lessons(cases: Sequence[Case], assistant: Assistant) -> Iterator[Lesson]:
    """What can be learnt from the cases: those of which one sentence answers, and those that nothing answers."""
    for case in cases:
        history: list[Turn] = []
        for question in case.history:
            history.append(Turn(question=question, answer=assistant.ask(question, history).text))
        answering = _answering(case, assistant)
        for query in understand(case.question, history, assistant.reader):
            found = _lesson(query, answering, assistant)
            if case.expect is Expect.REFUSE or (case.expect is not Expect.CLARIFY_OR_ANSWER and found.right.any()):
                yield found


def _lesson(query: Query, answering: Sequence[Evidence], assistant: Assistant) -> Lesson:
    material = assistant.material(query)
    found = list(candidates(query, material))
    right = [any(_overlap(candidate.span, one) for one in answering) for candidate in found]
    values = features(query, found, material) if found else np.empty((0, len(FEATURES)))
    ruled = by_rules(query, material).status in (Status.ANSWERED, Status.PARTIAL)
    return Lesson(values, np.array(right, dtype=bool), bool(answering), ruled, asks_exactly(query))


def _answering(case: Case, assistant: Assistant) -> list[Evidence]:
    """Where the documents answer a case: its evidence, and what the expected units are responsible for."""
    if case.expect is Expect.REFUSE:
        return []
    found = []
    for document in assistant.documents.values():
        text = fold(document.text)
        for piece in map(fold, case.evidence):
            at = text.find(piece)
            while at >= 0:
                found.append(Evidence(document.id, at, at + len(piece)))
                at = text.find(piece, at + 1)
    wanted = {fold(unit) for unit in case.units or ()}
    for row in assistant.register.assignments:
        if wanted and {fold(unit) for unit in row.responsible_units} == wanted:
            found.append(Evidence(row.document_id, row.start, row.end))
    return found


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.document_id == other.document_id and one.start < other.end and other.start < one.end


def fit(learnt: Sequence[Lesson]) -> HistGradientBoostingClassifier:
    """The trees grown on what is learnt."""
    values = np.concatenate([one.values for one in learnt])
    right = np.concatenate([one.right for one in learnt])
    counts = np.concatenate([np.full(len(one.values), 1.0 if one.ruled else UNRULED) for one in learnt])
    model = HistGradientBoostingClassifier(**GROWTH, early_stopping=False, random_state=0)
    return model.fit(values, right, sample_weight=counts)


def held_out(learnt: Sequence[Lesson]) -> list[tuple[float, bool, bool]]:
    """For each question for which the rules find nothing, weighed without its fold: the probability of the likeliest
    sentence, whether that one answers, and whether any does.
    """
    found = []
    for fold_ in range(FOLDS):
        model = fit([one for at, one in enumerate(learnt) if at % FOLDS != fold_])
        for one in learnt[fold_::FOLDS]:
            if len(one.values) and not one.ruled:
                probable = model.predict_proba(one.values)[:, 1]
                probable[struck(one.values, probable, exact=one.exact)] = 0.0
                best = int(probable.argmax())
                found.append((float(probable[best]), bool(one.right[best]), one.answerable))
    return found


def report(found: Sequence[tuple[float, bool, bool]]) -> str:
    """How often the likeliest sentence answers, above each threshold."""
    lines = []
    answerable = sum(any_ for *_, any_ in found)
    for least in THRESHOLDS:
        shown = [(right, any_) for probability, right, any_ in found if probability >= least]
        right = sum(one for one, _ in shown)
        wrong = sum(any_ and not one for one, any_ in shown)
        refused = sum(not any_ for _, any_ in shown)
        lines.append(
            f"{least:.1f}: right {right} and wrong {wrong} of {answerable}; "
            f"shown where nothing answers {refused} of {len(found) - answerable}"
        )
    return "\n".join(lines)


def written(model: HistGradientBoostingClassifier, questions: int, source: str) -> str:
    """The trees as the file that the package ships, one to a line."""
    nodes: list[str] = []
    roots, depth, first = [], 0, 0
    for (tree,) in model._predictors:
        roots.append(first)
        depth = max(depth, int(tree.nodes["depth"].max()))
        nodes.append(json.dumps([_node(node, first + at, first) for at, node in enumerate(tree.nodes)]))
        first += len(tree.nodes)
    head = {
        "about": f"Grown by training/fit_likely.py on {questions} questions of {source}; nodes: feature, threshold, left, right, value.",
        "features": FEATURES,
        "base": round(float(model._baseline_prediction.item()), DIGITS),
        "depth": depth,
        "roots": roots,
    }
    lines = (f"  {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items())
    rows = ",\n    ".join(nodes)
    return "{\n" + ",\n".join((*lines, f'  "nodes": [\n    {rows}\n  ]')) + "\n}\n"


def _node(node: np.void, at: int, first: int) -> list[float]:
    """A node; a leaf goes to itself."""
    if node["is_leaf"]:
        return [0, 0, at, at, round(float(node["value"]), DIGITS)]
    limit = round(float(node["num_threshold"]), DIGITS)
    return [int(node["feature_idx"]), limit, first + int(node["left"]), first + int(node["right"]), 0]


def main() -> None:
    """Fit, report what held-out questions get, and write the trees."""
    parser = argparse.ArgumentParser(description="Grow the trees of likely answers.")
    parser.add_argument("questions", type=Path, nargs="+", help="question sets with evidence, JSON Lines")
    parser.add_argument("--out", type=Path, default=TREES_FILE, help="where the trees are written")
    arguments = parser.parse_args()
    with Assistant.open() as assistant:
        learnt = list(lessons([row.case for row in read_rows(arguments.questions)], assistant))
    print(report(held_out(learnt)), flush=True)
    names = ", ".join(path.name for path in arguments.questions)
    arguments.out.write_text(written(fit(learnt), len(learnt), names), "utf-8")


if __name__ == "__main__":
    main()
