"""Fit the reranker's weights on a question set, by gradient descent on pairs of passages.

Run from the project's root: `.venv/bin/python -m training.fit_reranker eval/dev.jsonl` (or `make fit`). For each question
every passage that holds a piece of its evidence should score above every other candidate. The loss of a pair is the
logistic loss of the difference of their scores, averaged within a question and over the questions, with a penalty on
large weights. No weight may fall below zero, so that every feature can be read as a reason for a passage. Nothing is
drawn by chance: the same set gives the same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from szassist.assistant import Assistant
from szassist.search.rerank import FEATURES, WEIGHTS_FILE, Candidate, features
from training.retrieval import Asked, asked_questions, first_rank

STEPS, RATE, PENALTY = 3000, 0.2, 0.001
FOLDS = 5
SHARPNESS = 10.0  # scores differ by tenths: without it no difference would count as clear

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The candidates of one question: their features, and which of them are right."""

    values: Matrix
    right: NDArray[np.bool_]

    @property
    def pairs(self) -> Matrix:
        """Features of each right candidate less those of each wrong one."""
        good, bad = self.values[self.right], self.values[~self.right]
        pairs: Matrix = (good[:, None, :] - bad[None, :, :]).reshape(-1, self.values.shape[1])
        return pairs


def lesson(one: Asked, assistant: Assistant) -> Lesson:
    """What can be learnt from a question: the candidates of its first Query."""
    ranking = assistant.index.ranking
    candidates: Sequence[Candidate] = ranking.candidates(one.queries[0], limit=12)
    rows = [features(one.queries[0], candidate) for candidate in candidates]
    values = np.array([[row[name] for name in FEATURES] for row in rows]).reshape(-1, len(FEATURES))
    return Lesson(values, np.array([candidate.position in one.right for candidate in candidates], dtype=bool))


def fit(lessons: Sequence[Lesson]) -> Matrix:
    """The weights that part right candidates from wrong ones best."""
    pairs = [found for one in lessons if len(found := one.pairs)]
    stacked = np.concatenate(pairs)
    share = np.concatenate([np.full(len(found), 1 / len(found) / len(pairs)) for found in pairs])
    weights = np.full(len(FEATURES), 0.1)
    for _ in range(STEPS):
        margin = SHARPNESS * stacked @ weights
        slope = -(share / (1 + np.exp(np.clip(margin, -50, 50)))) @ stacked * SHARPNESS
        weights = np.maximum(weights - RATE / SHARPNESS * (slope + PENALTY * weights), 0.0)
    scaled: Matrix = weights / weights[FEATURES.index("lexical")]
    return scaled


def held_out_recall(lessons: Sequence[Lesson], at: int) -> float:
    """Recall at `at` among the candidates, each question ranked with weights fitted without its fold."""
    found = 0
    for fold in range(FOLDS):
        weights = fit([one for i, one in enumerate(lessons) if i % FOLDS != fold])
        for one in lessons[fold::FOLDS]:
            order = np.argsort(-(one.values @ weights), kind="stable")
            found += first_rank(list(order), set(np.flatnonzero(one.right))) <= at
    return found / len(lessons)


def written(weights: Mapping[str, float], questions: int, source: str) -> str:
    """The weights as the file that the package ships."""
    head = f"# What each feature of search/rerank.py weighs: fitted by training/fit_reranker.py on {questions} questions of {source}."
    return "\n".join((head, "[weights]", *(f"{name} = {weight:.3f}" for name, weight in weights.items()))) + "\n"


def main() -> None:
    """Fit, report recall on questions held out in turn, and write the weights."""
    parser = argparse.ArgumentParser(description="Fit the reranker's weights.")
    parser.add_argument("questions", type=Path, help="question set with evidence, JSON Lines")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE, help="where the weights are written")
    arguments = parser.parse_args()
    with Assistant.open() as assistant:
        lessons = [lesson(one, assistant) for one in asked_questions(arguments.questions, assistant)]
    for at in (1, 5, 10):
        print(f"recall@{at}, {FOLDS} folds: {held_out_recall(lessons, at):.3f}", flush=True)
    weights = dict(zip(FEATURES, map(float, fit(lessons)), strict=True))
    arguments.out.write_text(written(weights, len(lessons), arguments.questions.name), "utf-8")
    print(arguments.out.read_text("utf-8"), end="")


if __name__ == "__main__":
    main()
