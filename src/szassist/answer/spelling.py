"""Misspelt words of a question, set right by the documents' own vocabulary: 紅數林 sounds like 紅樹林."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

_HAN = re.compile(r"[\u3400-\u9fff]+")
_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))  # sounds that many speakers do not tell apart
LONGEST, SHORTEST = 5, 2  # characters of a stretch that is compared


@dataclass(frozen=True)
class Spelling:
    """Stretches of the documents' text by their sound; worked out when the first unknown word is met."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Spelling:
        """The spelling of `texts`, which are folded."""
        return cls(tuple(texts))

    @cached_property
    def _by_sound(self) -> dict[str, str]:
        """The most frequent stretch of two to five characters for each sound; of equals the first in the documents."""
        counts: Counter[tuple[str, str]] = Counter()
        for run in dict.fromkeys(run for text in self.texts for run in _HAN.findall(text)):
            counts.update(_stretches(run))
        return {heard: written for (heard, written), _ in reversed(counts.most_common())}

    def warm(self) -> None:
        """Work out the sounds now."""
        _ = self._by_sound

    def corrected(self, run: str, knows: Callable[[str], bool], common: frozenset[str] = frozenset()) -> str:
        """`run`, Chinese characters, with stretches that only sound like the documents' own replaced by these.

        Only a character that forms no word with either neighbour is replaced: `knows` says whether a pair is known,
        `common` are characters that are words of their own.
        """
        lone = [alone and char not in common for char, alone in zip(run, _lone(run, knows), strict=True)]
        if not any(lone):
            return run
        heard = sounds(run)
        for length in range(min(LONGEST, len(run)), SHORTEST - 1, -1):
            for start in range(len(run) - length + 1):
                end = start + length
                found = self._by_sound.get(" ".join(heard[start:end])) if any(lone[start:end]) else None
                if not found or (length == SHORTEST and not self._sets_right(run[start:end], found, lone[start:end])):
                    continue
                if all(lone[start + i] or a == b for i, (a, b) in enumerate(zip(found, run[start:end], strict=True))):
                    return run[:start] + found + run[end:]
        return run

    @staticmethod
    def _sets_right(pair: str, found: str, lone: list[bool]) -> bool:
        """Whether a pair may be set right by itself: no word of the language becomes one (一年 does not become 以年)."""
        return all(lone) and _is_no_word(pair) and not _is_no_word(found)


def _is_no_word(pair: str) -> bool:
    """Whether a pair of characters is no word of the language: what is one was meant."""
    import rjieba

    return len(rjieba.cut(pair, False)) > 1


def _lone(run: str, knows: Callable[[str], bool]) -> list[bool]:
    """For each inner or outer character of `run` whether no pair it belongs to is known."""
    known = [knows(run[at : at + 2]) for at in range(len(run) - 1)]
    return [not any(known[max(0, at - 1) : at + 1]) for at in range(len(run))]


def _stretches(run: str) -> Iterator[tuple[str, str]]:
    heard = sounds(run)
    for length in range(SHORTEST, LONGEST + 1):
        for start in range(len(run) - length + 1):
            yield " ".join(heard[start : start + length]), run[start : start + length]


def sounds(text: str) -> list[str]:
    """The Mandarin sound of each character without tones; 红数林 and 红树林 are both hong, su, lin."""
    from pypinyin import lazy_pinyin

    found: list[str] = lazy_pinyin(text)
    return [_alike(sound) for sound in found]


def _alike(sound: str) -> str:
    for written, heard in _ALIKE:
        sound = sound.replace(written, heard)
    return sound
