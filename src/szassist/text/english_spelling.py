"""Slips of typing in English questions, set right by the vocabulary: taget is target, reclaimd is reclaimed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from szassist.text.english_phrases import FOLDER
from szassist.text.inflection import roots, stem

SHORTEST = 4  # letters of a word that may be misspelt
LONG = 8  # letters from which a word may have two slips
SWAPPED, OTHER = (
    0.8,
    1.1,
)  # cost of two letters in the wrong order, and of a wrong letter; one too many or too few is 1
FIRST = 1.25  # the same of the first two letters in the wrong order: evry is every, and not very
VOWEL = 0.8  # the same of a wrong vowel inside a word, where vowels sound alike: primery, seperate
VOWELS = frozenset("aeiou")
FOREIGN = 0.2  # what a common word is behind a word of the vocabulary that is as near
CLEAR = 0.15  # by how much the best word must be nearer than the next
_WORD = re.compile(r"(?<![^\W_])[A-Za-z]+(?![^\W_]|['’.&])")


class EnglishSpelling:
    """The words that English questions are made of: `words` can be meant, `names` are only no slips."""

    def __init__(self, words: Iterable[str], names: Iterable[str] = ()) -> None:
        own = {word for word in words if len(word) >= SHORTEST}
        self._known = {stem(word) for word in (*own, *names, *_common())}
        self._meant: dict[str, list[tuple[str, float]]] = defaultdict(list)  # by first letter
        for word in sorted(own | _common()):
            self._meant[word[0]].append((word, 0.0 if word in own else FOREIGN))

    def corrected(self, text: str) -> str:
        """`text` with each misspelt word replaced by the one word that it can be a slip of; names in capitals are left,
        and so is a word that could be several others.
        """
        return _WORD.sub(lambda word: self._right(word[0], word.start(), text), text)

    def _right(self, word: str, start: int, text: str) -> str:
        first = not text[:start].strip() or text[:start].rstrip()[-1:] in ".?!"
        lower = word.lower()
        if len(word) < SHORTEST or not (word == lower or (first and word[1:] == lower[1:])) or self._knows(lower):
            return word
        found = self._nearest(lower)
        return (found.capitalize() if word != lower else found) if found else word

    def _knows(self, word: str) -> bool:
        return stem(word) in self._known or any(root in self._known for root in roots(word))

    def _nearest(self, word: str) -> str | None:
        """The one word that is nearest, within a slip, or two of a long word."""
        most = 2 * OTHER if len(word) >= LONG else FIRST
        best: dict[str, tuple[float, str]] = {}
        for first in dict.fromkeys(word[:2]):  # hte is the: the first two letters may be swapped
            for other, behind in self._meant.get(first, ()):
                if abs(len(other) - len(word)) > 2 or (first != word[0] and other[:2] != word[1::-1]):
                    continue
                cost = _slips(word, other, most) + behind
                if cost - behind <= most and cost < best.get(stem(other), (most + 1, ""))[0]:
                    best[stem(other)] = cost, other
        ranked = sorted(best.values())
        if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < CLEAR):
            return None
        return ranked[0][1]


def _slips(word: str, other: str, most: float) -> float:
    """The cost of the slips that make `word` of `other`; more than `most` where it is far off."""
    before: list[float] = []
    row = [float(i) for i in range(len(other) + 1)]
    for i, a in enumerate(word, 1):
        older, before, row = before, row, [float(i)]
        for j, b in enumerate(other, 1):
            wrong = VOWEL if i > 1 and a in VOWELS and b in VOWELS else OTHER
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (0 if a == b else wrong))
            if i > 1 and j > 1 and a == other[j - 2] and word[i - 2] == b and a != b:
                cost = min(cost, older[j - 2] + (SWAPPED if i > 2 else FIRST))
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]


@cache
def _common() -> frozenset[str]:
    """Common English words, one for all its forms."""
    lines = (FOLDER / "common.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
