"""What people call the acts, persons and things of public services: one table for all that reads questions about rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from szassist.answer.words import table
from szassist.query import Expansion
from szassist.text.script import fold
from szassist.text.thesaurus import BAR, WEIGHT

_SHORT = 2  # characters from which an everyday word tells by itself that it is said
_EXPRESSION = 3  # characters from which it is an expression that is one word of a question
_PLAIN = re.compile(r"\w+")
_ASKS = re.compile("多少|[几谁哪啥咩乜]|什么|怎么?|点样")  # what asks is no name of what is asked: 留多少


def is_everyday(word: str) -> bool:
    """Whether a word is one of the table that has a name of its own."""
    return word in _official()


def is_no_act(word: str) -> bool:
    """Whether an everyday word names somebody or something, and nothing that is done."""
    return word in _no_acts()


@cache
def _no_acts() -> frozenset[str]:
    return frozenset(one for one, _, same in _entries(("persons", "things")) if same)


@cache
def told(word: str) -> re.Pattern[str] | None:
    """What official texts say for an everyday word; None for one that they only cover or do not have."""
    official = _official().get(word)
    if official is None:
        return None
    named = len(word) >= _SHORT and not any(word in one for one in official)  # 低于 of (?<!不)低于 is not in 不低于
    own = (re.escape(word),) if named else ()
    return re.compile("|".join(f"(?:{one})" for one in dict.fromkeys((*own, *official))))


def tells(word: str, text: str) -> bool:
    """Whether a folded text says what an everyday word stands for."""
    pattern = told(word)
    return pattern is not None and pattern.search(text) is not None


def everyday(text: str) -> Iterator[tuple[int, int]]:
    """Where the everyday words of a folded text begin and end, the longest at each place."""
    return _found(text, _names())


def expand(folded: str) -> tuple[Expansion, ...]:
    """The everyday expressions of a folded text with their official words, for all that is searched."""
    known = _expressions()
    found = dict.fromkeys(folded[start:end] for start, end in _found(folded, _lengths_of_expressions()))
    return tuple(Expansion(said, known[said][0], WEIGHT, known[said][1]) for said in found)


def _found(text: str, lengths: Mapping[str, tuple[tuple[int, ...], frozenset[str]]]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(text):
        some, words = lengths.get(text[at], ((), frozenset()))
        length = next((one for one in some if text[at : at + one] in words), 0)
        if length:
            yield at, at + length
        at += length or 1


@cache
def _official() -> dict[str, tuple[str, ...]]:
    means: dict[str, tuple[str, ...]] = {}
    for one, official, same in _entries():
        if same:
            means[one] = (*means.get(one, ()), *official)
    return means


@cache
def _expressions() -> dict[str, tuple[tuple[str, ...], bool]]:
    means: dict[str, tuple[tuple[str, ...], bool]] = {}
    for said, official, same in _entries():
        plain = tuple(word for word in official if _PLAIN.fullmatch(word) and word not in said)
        if len(said) >= _EXPRESSION and plain and said not in official and not _ASKS.search(said):
            before, name = means.get(said, ((), False))
            means[said] = (tuple(dict.fromkeys((*before, *plain))), name or same)
    return means


@cache
def _names() -> dict[str, tuple[tuple[int, ...], frozenset[str]]]:
    return _by_first(word for word in _official() if len(word) >= _SHORT)


@cache
def _lengths_of_expressions() -> dict[str, tuple[tuple[int, ...], frozenset[str]]]:
    return _by_first(_expressions())


def _by_first(words: Iterable[str]) -> dict[str, tuple[tuple[int, ...], frozenset[str]]]:
    """Words by their first character, with their lengths, the longest first."""
    found: dict[str, set[str]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(word)
    return {
        first: (tuple(sorted({len(word) for word in some}, reverse=True)), frozenset(some))
        for first, some in found.items()
    }


@cache
def _entries(
    groups: tuple[str, ...] = ("acts", "persons", "things"),
) -> tuple[tuple[str, tuple[str, ...], bool], ...]:
    """Each everyday word with official ones, and whether it is a name for the same."""
    found: list[tuple[str, tuple[str, ...], bool]] = []
    for group in groups:
        for official, said in table("procedures")[group].items():
            same, _, near = fold(said).partition(BAR)
            found += [(one, tuple(official.split()), True) for one in same.split()]
            found += [(one, tuple(official.split()), False) for one in near.split()]
    return tuple(found)
