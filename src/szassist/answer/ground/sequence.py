"""Places in a long sequence, looked up by the marks that follow one another there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
Marks = NDArray[np.int32]  # the number of the mark of each element

_SECOND = 32  # bits of the second mark of a pair


class PairIndex:
    """Places of a sequence by the first two marks from there on."""

    def __init__(self, numbers: Mapping[str, int], first: Marks, further: Marks, places: Places) -> None:
        """`first` are the marks that elements have at the beginning of a stretch, `further` those within one; `numbers` are
        theirs. Stretches begin at `places`, in ascending order, none of them within a stretch of the sequence's end.
        """
        keys = first[places].astype(np.int64) << _SECOND | further[places + 1]
        order = np.argsort(keys, kind="stable")
        self._numbers, self._further = numbers, further
        self._keys, self._places = keys[order], places[order]
        self._alone: dict[int, Places] = {}  # where single marks that were asked for begin a stretch

    def __contains__(self, mark: str) -> bool:
        return mark in self._numbers

    def find(self, marks: Sequence[str]) -> Places:
        """The places where `marks`, one at least, follow one another, in ascending order."""
        try:
            first, *further = [self._numbers[mark] for mark in marks]
        except KeyError:  # asked with every stretch of a question, most of which stand nowhere
            return self._places[:0]
        if not further:
            if first not in self._alone:
                self._alone[first] = np.sort(self._between(first << _SECOND, (first + 1) << _SECOND))
            return self._alone[first]
        key = first << _SECOND | further[0]
        found = self._between(key, key + 1)
        for ahead, mark in enumerate(further[1:], 2):
            if not found.size:
                break
            found = found[self._further[found + ahead] == mark]
        return found

    def narrowed(self, marks: Sequence[str]) -> Iterator[tuple[int, Places]]:
        """For the first two of `marks`, the first three and so on: how many, and where they follow one another, if they do."""
        if len(marks) < 2:
            return
        found = self.find(marks[:2])
        for many, mark in enumerate(marks[1:], 2):
            if many > 2:
                found = found[self._further[found + (many - 1)] == self._numbers.get(mark, -1)]
            if not found.size:
                return
            yield many, found

    def _between(self, first: int, last: int) -> Places:
        return self._places[self._keys.searchsorted(first) : self._keys.searchsorted(last)]
