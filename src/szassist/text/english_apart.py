"""Known phrases whose words stand apart in an English question: wastewater and reclaimed of wastewater that is one day to be
reclaimed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from szassist.text.english_phrases import FOLDER, Entry, Phrases, grammar, is_filler, read_toml, stems
from szassist.text.inflection import stem

TELLING = 2  # words of a phrase that tell something, from which it is known wherever they stand


class Apart:
    """The phrases of a vocabulary by the stems of their words."""

    def __init__(self, phrases: Phrases) -> None:
        self._by_first: dict[str, list[tuple[frozenset[str], Entry]]] = defaultdict(list)
        common = grammar().weights["common"]
        for words, entry in phrases.exact.items():
            if sum(not is_filler(word) for word in words) >= TELLING and entry.weight > common:
                key = as_one(map(stem, words))
                self._by_first[min(key)].append((key, entry))

    def find(self, text: str) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
        """The stems of each phrase whose words, or words for the same, all stand in `text`, and what it means; phrases of the
        most words first.
        """
        said = as_one(stems(text))
        found = [(key, entry.means) for first in said for key, entry in self._by_first.get(first, ()) if key <= said]
        yield from sorted(found, key=lambda one: (-len(one[0]), sorted(one[0])))


def as_one(some: Iterable[str]) -> frozenset[str]:
    """Stems, with one for all words for the same thing: sewage for wastewater."""
    alike = _alike()
    return frozenset(alike.get(one, one) for one in some)


@cache
def _alike() -> dict[str, str]:
    lines: list[str] = read_toml(FOLDER / "alike.toml")["alike"]
    groups = [[stem(word) for word in line.split()] for line in lines]
    return {one: group[0] for group in groups for one in group}
