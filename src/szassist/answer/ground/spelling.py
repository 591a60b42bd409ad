"""Misspelt words of a question, set right by the documents' own vocabulary: 紅數林 sounds like 紅樹林."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from szassist.answer.ground.stretches import LONGEST, Stretches
from szassist.answer.words import table
from szassist.text.pinyin import is_double, is_homophone, is_pinyin, letters, merged
from szassist.text.quantities import units
from szassist.text.script import fold

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
_COPULA = re.compile(r"(?<![關关干])係(?![數数])")  # 是; folded, it would be the 系 of 系统
_POINT = re.compile(r"(?<=[0-9])[点點](?=[0-9])")  # PM2点5
_LATIN = re.compile(r"(?<![a-z.])[a-z]+(?: +[a-z]+)*(?![a-z0-9.])")
# What a reading of a question costs; the cheapest is what was meant.
KNOWN, LONE = 1.0, 1.5  # a known word (的 is one), any other character by itself
MENDED, CHANGED, DROPPED = (
    1.4,
    0.9,
    1.2,
)  # a phrase of the documents in place of what is typed, and for each difference
SOUNDED = 0.5  # one character of a longer phrase that sounds the very same: 博物管
TIE = 1e-9
SURE = 3  # characters of a word from which the very same sound tells that another was meant
REMEMBERED = 64  # runs of Chinese characters between punctuation

_COUNTED = re.compile(r"(?<=多少)[\u3400-\u9fff](?=$|[^\u3400-\u9fff]|[呢啊呀吗的了]|来着)")

Expressions = Callable[[str], Collection[str]]


@dataclass(frozen=True)
class Spelling:
    """Sets questions right by the words of the documents; these are worked out with the first question."""

    texts: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Spelling:
        """The spelling of `texts`, which are folded."""
        return cls(tuple(texts))

    @cached_property
    def _stretches(self) -> Stretches:
        return Stretches(self.texts, _words()["words"], _small())

    def written(self, phrase: str) -> bool:
        """Whether the documents have `phrase` word for word."""
        return phrase in self._stretches

    def warm(self) -> None:
        """Work out the words now."""
        self._stretches.warm()

    def corrected(self, text: str, expressions: Expressions = lambda text: ()) -> str:
        """`text` as it was most likely meant: regional and chat forms of small words in standard Chinese (嘅 is 的), pinyin
        read as Chinese, and characters that only sound or look like the documents' own, stand twice or are left out put
        right.

            A word of the language stays, unless a whole phrase of the documents speaks against it. `expressions` gives what a
        text holds that is known elsewhere: everyday and English words.
        """
        text = in_standard_words(_POINT.sub(".", text))
        text = _COUNTED.sub(lambda match: _measure(match[0]), text)
        folded = fold(text)
        for match in reversed(list(_LATIN.finditer(folded))):
            if read := self._from_pinyin(match[0], expressions):
                text = text[: match.start()] + read + text[match.end() :]
        folded = fold(text)
        known = frozenset(expressions(folded))
        for match in reversed(list(_HAN.finditer(folded))):
            if (read := self._mended(match[0], known)) != match[0]:
                text = text[: match.start()] + read + text[match.end() :]
        return text

    @cached_property
    def _mended(self) -> Callable[[str, frozenset[str]], str]:
        """The reading of a run; those of a conversation, which every question of it reads again, are remembered."""
        return lru_cache(maxsize=REMEMBERED)(self._read)

    def _read(self, run: str, known: frozenset[str]) -> str:
        """`run`, Chinese characters, by its cheapest reading; of equal ones as it is typed."""
        best: list[tuple[float, str]] = [(0.0, "")] + [(float("inf"), "")] * len(run)
        words = [self._words_at(run, start, known) for start in range(len(run))]
        for start in range(len(run)):
            cost, text = best[start]
            for end, typed in _cheapest(words, start):
                if cost + typed < best[end][0] - TIE:
                    best[end] = (cost + typed, text + run[start:end])
                least = SOUNDED if end - start > 2 else CHANGED
                if cost + MENDED + least >= best[end][0] - TIE:
                    continue  # no phrase costs less
                for read, price in self._instead(run[start:end]):
                    if cost + price < best[end][0] - TIE:
                        best[end] = (cost + price, text + read)
        return best[-1][1]

    def _words_at(self, run: str, start: int, known: Collection[str]) -> dict[int, float]:
        """Where the words end that begin at `start` as they are typed, and what they cost."""
        found = {start + 1: KNOWN if run[start] in _small() else LONE}
        found |= {start + length: KNOWN for length in self._stretches.lengths(run[start:])}
        for end in range(start + 2, min(len(run), start + LONGEST + 1) + 1):
            typed = run[start:end]
            if end not in found and (
                typed in known or typed in _offices() or (_is_word(typed) and not self._is_slip(typed))
            ):
                found[end] = KNOWN
        return found

    def _is_slip(self, word: str) -> bool:
        """Whether a long word that the documents do not have sounds just like one of theirs: 幼儿圆, in dictionaries too."""
        if len(word) < SURE:
            return False
        return any(_is_word(one) and is_homophone(word, one) for one in self._stretches.alike(word))

    def _instead(self, typed: str) -> Iterator[tuple[str, float]]:
        """Phrases of the documents that `typed` may stand for."""
        for phrase in self._stretches.alike(typed):
            changed = [(a, b) for a, b in zip(typed, phrase, strict=True) if a != b]
            if len(changed) <= len(typed) // 2 and _may_differ(typed, phrase, changed):
                alike = len(typed) > 2 and len(changed) == 1 and is_homophone(typed, phrase)
                yield phrase, MENDED + (SOUNDED if alike else CHANGED * len(changed))
        for once in _once(typed):
            if once in self._stretches:
                yield once, MENDED + CHANGED
        if len(typed) > 2 and any(char not in _small() for char in typed):
            for phrase in self._stretches.with_one_more(typed):
                if not any(char in _words()["denying"] for char in phrase):
                    yield phrase, MENDED + DROPPED

    def _from_pinyin(self, typed: str, expressions: Expressions) -> str | None:
        """Latin words read as pinyin; None where they are no pinyin of known words, or words of English."""
        words = typed.split()
        if not all(map(is_pinyin, words)) or any(expressions(word) for word in words):
            return None
        return self._spelt("".join(words))

    def _spelt(self, pinyin: str) -> str | None:
        """The fewest known words that are typed as `pinyin`; None where none are."""
        best: list[tuple[float, str] | None] = [(0.0, ""), *[None] * len(pinyin)]
        for start in range(len(pinyin)):
            here = best[start]
            if here is None:
                continue
            for end in range(start + 1, min(len(pinyin), start + 6 * LONGEST) + 1):
                stretch = pinyin[start:end]
                small = _words()["pinyin"].get(stretch)
                read = small or self._stretches.spelt(merged(stretch))
                cost = here[0] + (LONE if small else KNOWN)
                there = best[end]
                if read and (there is None or cost < there[0]):
                    best[end] = (cost, here[1] + read)
        last = best[-1]
        return last[1] if last else None


def _cheapest(words: Sequence[dict[int, float]], start: int) -> list[tuple[int, float]]:
    """For each end up to a phrase's length from `start`, what the words up to it cost at least."""
    stop = min(len(words), start + LONGEST + 1)
    cost = {start: 0.0}
    for at in range(start, stop):
        for end, price in words[at].items():
            if end <= stop:
                cost[end] = min(cost.get(end, float("inf")), cost[at] + price)
    return [(end, cost[end]) for end in range(start + 1, stop + 1)]


def _may_differ(typed: str, phrase: str, changed: Sequence[tuple[str, str]]) -> bool:
    """Whether a phrase may stand for what is typed: a numeral differs only by the very sound of one in a long phrase
    (每前人病床数). Two characters must be one word of the
    language, sound the same and differ in no small word (底于 is 低于; 一年 is not 以年).
    """
    numerals = _words()["numerals"]
    if not changed or any(a in numerals or b in numerals for a, b in changed):
        return len(typed) > SURE and len(changed) == 1 and letters(changed[0][0]) == letters(changed[0][1])
    if len(typed) > 2:
        return True
    if any(a in _small() or b in _small() for a, b in changed):
        return False
    paired = phrase in _words()["pairs"] or not any(char in _small() for char in typed)
    return paired and _is_word(phrase) and all(is_double(a, b) for a, b in changed)


def _once(typed: str) -> Iterator[str]:
    """`typed` with one of two equal neighbours left out."""
    for at in range(len(typed) - 1):
        if typed[at] == typed[at + 1]:
            yield typed[:at] + typed[at + 1 :]


@lru_cache(maxsize=1 << 14)
def _is_word(text: str) -> bool:
    """Whether `text` is one word of the language."""
    import rjieba

    return len(rjieba.cut(text, False)) == 1


@cache
def _measure(typed: str) -> str:
    """The measure word that a character behind 多少 sounds like, if it is none itself nor a noun: 辆 for 两."""
    import rjieba

    if typed in _small() - set(_words()["numerals"]) or typed in units() or rjieba.tag(typed)[0][1][:1] in "nq":
        return typed
    alike = [unit for unit in sorted(units()) if len(unit) == 1 and letters(unit) == letters(typed)]
    return next((unit for unit in alike if is_homophone(unit, typed)), alike[0] if alike else typed)


def in_standard_words(text: str) -> str:
    """`text` with the small words of regions and chats as standard Chinese has them."""
    text = _COPULA.sub("是", text)
    folded = fold(text)
    for said, standard in _spoken():
        for match in reversed(list(said.finditer(folded))):
            word = match.expand(standard)
            text, folded = (one[: match.start()] + word + one[match.end() :] for one in (text, folded))
    return text


@cache
def _spoken() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is said in regions and chats, folded, with the standard words."""
    return tuple((re.compile(said), standard) for said, standard in _words()["spoken"].items())


@cache
def _words() -> dict[str, Any]:
    return table("spelling")


@cache
def _offices() -> frozenset[str]:
    return frozenset(_words()["offices"]["names"])


@cache
def _small() -> frozenset[str]:
    """Characters that are words of their own."""
    return frozenset(_words()["function"] + _words()["numerals"])
