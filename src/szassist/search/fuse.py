"""Reciprocal rank fusion: one ranking out of several whose scores cannot be compared."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

K = 60
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Fused(Generic[Key]):
    """An item with its fused score."""

    item: Key
    score: float


def fuse(rankings: Sequence[Sequence[Key]], weights: Sequence[float] | None = None, k: int = K) -> list[Fused[Key]]:
    """All items of `rankings` (each best first, without repeats), best first.

    The score of an item is the sum of weight / (k + rank) over the rankings that hold it, ranks counted from 1;
    weights are 1 unless given. Of equal scores the item met first comes first.

    Source: G. V. Cormack, C. L. A. Clarke, S. Buettcher, "Reciprocal rank fusion outperforms Condorcet and
    individual rank learning methods", SIGIR 2009, with k = 60 as there; the weights are an addition.
    """
    scores: dict[Key, float] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, item in enumerate(ranking, start=1):
            scores[item] = scores.get(item, 0.0) + weight / (k + rank)
    return [Fused(item, score) for item, score in sorted(scores.items(), key=lambda pair: -pair[1])]
