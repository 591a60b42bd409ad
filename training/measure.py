"""Measure a model folder as a searcher: question to paragraph, alone, beside BM25, and fused with it.

Run from the project's root: `.venv/bin/python -m training.measure --pairs DIR --model DIR`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import bm25s
import numpy as np
from numpy.typing import NDArray

from szassist.search.embed import Embedder, load_embedder
from szassist.search.fuse import DENSE_WEIGHT
from szassist.text.script import fold
from training.train_embedding import HEADINGS, Recipe, held_out, useful_headings

Scores = NDArray[np.float32]
RUNS = re.compile(r"[\u3400-\u9fff]+|[a-z]+|[0-9]+")
DENSE_WEIGHTS = (0.5 * DENSE_WEIGHT, DENSE_WEIGHT, 2 * DENSE_WEIGHT)


@dataclass(frozen=True, slots=True)
class Trial:
    """Folded queries, all distinct passages, and for each query the places of its right passages."""

    name: str
    queries: tuple[str, ...]
    passages: tuple[str, ...]
    right: tuple[frozenset[int], ...]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a pair file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reading_trial(path: Path) -> Trial:
    """A reading-comprehension file as open retrieval among the paragraphs of that file."""
    rows = read_rows(path)
    passages = tuple(dict.fromkeys(fold(row["passage"]) for row in rows))
    place = {passage: i for i, passage in enumerate(passages)}
    right = tuple(frozenset({place[fold(row["passage"])]}) for row in rows)
    return Trial(path.name, tuple(fold(row["query"]) for row in rows), passages, right)


def headings_trial(path: Path) -> Trial:
    """Title and telling heading to any article under it, among the articles of the documents held out."""
    rows = read_rows(path)
    kept = [
        (fold(query), fold(row["passage"]))
        for query, row in zip(useful_headings(rows, Recipe().generic_from), rows, strict=True)
        if held_out(row)
    ]
    passages = tuple(dict.fromkeys(passage for _, passage in kept))
    place = {passage: i for i, passage in enumerate(passages)}
    right: dict[str, set[int]] = {}
    for query, passage in kept:
        if " " in query:
            right.setdefault(query, set()).add(place[passage])
    return Trial(f"{path.name} (held out)", tuple(right), passages, tuple(map(frozenset, right.values())))


def grams(text: str) -> list[str]:
    """Single characters and overlapping pairs of every Chinese run; other words and numbers whole."""
    found: list[str] = []
    for run in RUNS.findall(text):
        if run.isascii():
            found.append(run)
        else:
            found += [*run, *(run[i : i + 2] for i in range(len(run) - 1))]
    return found


def lexical_scores(trial: Trial) -> Scores:
    """BM25 of every query (row) for every passage (column)."""
    index = bm25s.BM25()
    index.index([grams(passage) for passage in trial.passages], show_progress=False)
    return np.stack([index.get_scores(grams(query)) for query in trial.queries])


def dense_scores(trial: Trial, model: Embedder) -> Scores:
    """Cosine of every query (row) and every passage (column)."""
    scores: Scores = model.encode(trial.queries) @ model.encode(trial.passages).T
    return scores


def fuse(lexical: Scores, dense: Scores, weight: float) -> Scores:
    """Both scores as the product fuses them: lexical beside the best of its query, plus the weighted cosine."""
    best = lexical.max(axis=1, keepdims=True)
    fused: Scores = lexical / np.where(best > 0, best, 1) + weight * dense
    return fused


def best_ranks(scores: Scores, right: Sequence[frozenset[int]]) -> NDArray[np.int64]:
    """For each query the rank of its best right passage, counted from 1; ties count against it."""
    ranks = []
    for row, places in zip(scores, right, strict=True):
        others = np.delete(row, list(places))
        ranks.append(1 + int((others >= row[list(places)].max()).sum()))
    return np.array(ranks)


def table_row(trial: Trial, searcher: str, scores: Scores) -> str:
    """Recall at 1, 5 and 10 and mean reciprocal rank, in per cent."""
    ranks = best_ranks(scores, trial.right)
    figures = [(ranks <= k).mean() for k in (1, 5, 10)] + [(1 / ranks).mean()]
    return f"| {trial.name} | {searcher} | " + " | ".join(f"{100 * figure:.1f}" for figure in figures) + " |"


def rows_of(trial: Trial, model: Embedder) -> list[str]:
    """The table's rows for one trial."""
    lexical, dense = lexical_scores(trial), dense_scores(trial, model)
    rows = [table_row(trial, "BM25", lexical), table_row(trial, "this model", dense)]
    for weight in DENSE_WEIGHTS:
        rows.append(table_row(trial, f"fused, dense × {weight:g}", fuse(lexical, dense, weight)))
    return rows


def main() -> None:
    """Print one table for a model folder."""
    parser = argparse.ArgumentParser(description="Measure a model folder as a searcher.")
    parser.add_argument("--pairs", type=Path, required=True, help="folder with the JSONL pair files")
    parser.add_argument("--model", type=Path, required=True, help="model folder")
    arguments = parser.parse_args()
    model = load_embedder(str(arguments.model))
    trials = [reading_trial(arguments.pairs / name) for name in ("cmrc2018.dev.jsonl", "drcd.dev.jsonl")]
    trials.append(headings_trial(arguments.pairs / HEADINGS))
    print("| questions | searcher | recall@1 | recall@5 | recall@10 | MRR |\n|---|---|---|---|---|---|")
    for trial in trials:
        print("\n".join(rows_of(trial, model)), flush=True)


if __name__ == "__main__":
    main()
