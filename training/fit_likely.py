"""Fit the weights by which a sentence is judged to answer a question (`szassist/answer/choosing/likely.py`).

Run from the project's root: `.venv/bin/python -m training.fit_likely eval/dev.jsonl` (or `make fit`). Every sentence that search
finds for a question is an example: it answers if it holds a piece of the evidence or, where the question asks who, if it
stands in what the expected units are responsible for. No sentence answers a question that the documents do not answer.
Logistic regression with a small penalty on the weights of standardised features (scikit-learn's); nothing is drawn by
chance: the same set gives the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from szassist import Assistant, Turn
from szassist.answer.choosing.likely import FEATURES, WEIGHTS_FILE, candidates, features
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.material import Material
from szassist.answer.talk.conversation import understand
from szassist.evaluation.dataset import Case, Expect, read_rows
from szassist.query import Query
from szassist.text.script import fold

PENALTY = 0.3  # inverse strength, as scikit-learn has it
FOLDS = 5
THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7)

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The sentences found for one question: their features, and which of them answer it."""

    values: Matrix
    right: NDArray[np.bool_]
    answerable: bool


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
    hits = assistant.index.search(query, limit=12)
    material = Material(hits, assistant.inventory, assistant.reader.lexicon, assistant.index.likeness)
    best = max((hit.score for hit in hits), default=0.0)
    values, right = [], []
    for candidate in candidates(query, material):
        values.append(list(features(query, candidate, best, material).values()))
        right.append(any(_overlap(candidate.span, one) for one in answering))
    shaped = np.array(values, dtype=np.float64).reshape(-1, len(FEATURES))
    return Lesson(shaped, np.array(right, dtype=bool), bool(answering))


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


def fit(learnt: Sequence[Lesson]) -> Matrix:
    """The weights of the features, in their order; that of `certain`, which is always 1, is the constant."""
    values = np.concatenate([one.values for one in learnt])[:, 1:]
    right = np.concatenate([one.right for one in learnt])
    mean, spread = values.mean(axis=0), values.std(axis=0) + 1e-9
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit((values - mean) / spread, right)
    weights = model.coef_[0] / spread
    found: Matrix = np.concatenate([[model.intercept_[0] - weights @ mean], weights])
    return found


def held_out(learnt: Sequence[Lesson]) -> list[tuple[float, bool, bool]]:
    """For each question, weighed without its fold: the probability of the likeliest sentence, whether that one answers,
    and whether any does.
    """
    found = []
    for fold_ in range(FOLDS):
        weights = fit([one for at, one in enumerate(learnt) if at % FOLDS != fold_])
        for one in learnt[fold_::FOLDS]:
            odds = one.values @ weights
            best = int(odds.argmax()) if len(odds) else -1
            if best >= 0:
                found.append((float(1 / (1 + np.exp(-odds[best]))), bool(one.right[best]), one.answerable))
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


def written(weights: Sequence[float], questions: int, source: str) -> str:
    """The weights as the file that the package ships."""
    head = f"# What each feature of likely.py weighs: fitted by training/fit_likely.py on {questions} questions of {source}."
    rows = (f"{name} = {weight:.3f}" for name, weight in zip(FEATURES, weights, strict=True))
    return "\n".join((head, "[weights]", *rows)) + "\n"


def main() -> None:
    """Fit, report what held-out questions get, and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the weights of likely answers.")
    parser.add_argument("questions", type=Path, nargs="+", help="question sets with evidence, JSON Lines")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE, help="where the weights are written")
    arguments = parser.parse_args()
    with Assistant.open() as assistant:
        learnt = list(lessons([row.case for row in read_rows(arguments.questions)], assistant))
    print(report(held_out(learnt)), flush=True)
    names = ", ".join(path.name for path in arguments.questions)
    arguments.out.write_text(written(list(map(float, fit(learnt))), len(learnt), names), "utf-8")
    print(arguments.out.read_text("utf-8"), end="")


if __name__ == "__main__":
    main()
