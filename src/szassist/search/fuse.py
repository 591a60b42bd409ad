"""Fusion of lexical and dense search into one score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DENSE_WEIGHT = 0.3  # of a cosine beside a lexical score of 1; docs/search.md says how it was chosen


@dataclass(frozen=True, slots=True)
class Fused:
    """A text with its fused score and the two it is made of."""

    position: int
    score: float
    lexical: float  # beside that of the best text, 0 to 1
    near: float  # cosine of the angle between its vector and the question's


def fuse(lexical: Mapping[int, float], near: Mapping[int, float], weight: float = DENSE_WEIGHT) -> list[Fused]:
    """All texts of either search, best first: `lexical` holds scores above zero, `near` cosines.

    A convex combination of scores rather than of ranks, for ranks make little of a clear lexical winner. A text that
    is none of the nearest is taken to be as near as the last of them, which is the most it can be.
    Source: S. Bruch, S. Gai, A. Ingber, "An analysis of fusion functions for hybrid retrieval", TOIS 2023.
    """
    top = max(lexical.values(), default=1.0)
    last = min(near.values(), default=0.0)
    found = []
    for position in dict.fromkeys((*lexical, *near)):
        words, cosine = lexical.get(position, 0.0) / top, near.get(position, last)
        found.append(Fused(position, words + weight * cosine, words, cosine))
    return sorted(found, key=lambda one: (-one.score, one.position))
