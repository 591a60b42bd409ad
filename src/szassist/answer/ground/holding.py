"""What may hold the words of a question, found by their pairs of characters without looking at everything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from szassist.query import Term

_ITEM, _CHAR = 22, 21  # bits of an item's number and of a character; two characters and a number fill 64
_SLACK = 1e-9  # for sums of weights taken in another order

T = TypeVar("T")


class Holding(Generic[T]):
    """Items by the pairs of neighbouring characters in their texts."""

    def __init__(self, items: Sequence[T], texts: Iterable[str]) -> None:
        """`texts` are the folded texts of `items`, in their order."""
        self._items = items
        found = [_pairs(text) << _ITEM | number for number, text in enumerate(texts)]
        self._keys = np.unique(np.concatenate(found)) if found else np.zeros(0, np.uint64)

    def of(self, terms: Sequence[Term], least: float) -> list[T]:
        """The items, in their order, that may hold at least the part `least` of the weight of `terms`: all that do, and
        some whose text has the pairs of a word apart from one another.
        """
        enough = least * sum(term.weight for term in terms) - _SLACK
        if enough <= 0:
            return []
        weight = np.zeros(len(self._items))
        for term in terms:
            weight[self._may_hold(term)] += term.weight
        return [self._items[number] for number in np.flatnonzero(weight >= enough).tolist()]

    def _may_hold(self, term: Term) -> NDArray[np.bool_]:
        """Which items have all pairs of the word or of an official one; of a long Chinese word half will do."""
        held = self._part(term.word) >= (0.5 if term.word > "\u3000" and len(term.word) > 2 else 1.0)
        for word in (*term.means, *filter(None, [term.stem])):
            held |= self._part(word) >= 1.0
        return held

    def _part(self, word: str) -> NDArray[np.float64]:
        """Which part of the pairs of `word` each item has; a single character is a pair with any other."""
        pairs = [(ord(a), ord(b), 1) for a, b in pairwise(word)] or [(ord(char), 0, 1 << _CHAR) for char in word]
        found = np.zeros(len(self._items))
        for first, second, width in pairs:
            start = (first << _CHAR | second) << _ITEM
            begin, end = np.searchsorted(self._keys, np.array([start, start + (width << _ITEM)], np.uint64))
            found[(self._keys[begin:end] & ((1 << _ITEM) - 1)).astype(np.int64)] += 1
        return found / max(1, len(pairs))


def _pairs(text: str) -> NDArray[np.uint64]:
    """The pairs of neighbours in `text`, the last character with none."""
    chars = np.frombuffer(f"{text}\0".encode("utf-32-le"), np.uint32).astype(np.uint64)
    return chars[:-1] << np.uint64(_CHAR) | chars[1:]
