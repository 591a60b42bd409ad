"""Figures in English: written from a register row, and read again from a sentence for checking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from szassist.answer.words import table
from szassist.schema import Comparator, Fact
from szassist.text.numerals import grouped
from szassist.text.quantities import is_change, measure
from szassist.text.script import fold

_NUMBER = r"(?<![\w.])(?P<low>\d+(?:,\d{3})*(?:\.\d+)?)(?:(?:\s?(?:-|–|to)\s?|%\s?[-–]\s?(?=[\d.]+%))(?P<high>\d+(?:,\d{3})*(?:\.\d+)?))?"
_CLASSES = {1: "I", 2: "II", 3: "III", 4: "IV", 5: "V"}


@dataclass(frozen=True, slots=True)
class EnglishFigure:
    """A figure read from English text, in the base unit it may stand for."""

    start: int
    end: int
    amounts: tuple[Decimal, ...]
    bases: frozenset[str]  # the Chinese units that the English one may mean; empty where it names none
    comparator: Comparator


def figure_in_english(fact: Fact) -> str:
    """The figure of a row with its comparator and unit: at least 80%, about 1 million vehicles."""
    factor, base = measure(fact.unit)
    if base == "类" and isinstance(fact.value, Decimal):
        return f"Class {_CLASSES.get(int(fact.value), fact.value)} or better"
    word = fold(fact.comparator_word)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    joint = "%–" if base == "%" else "–"
    figures = joint.join(_written(value * factor, value, factor) for value in values if value is not None)
    bound = _bound(fact, word)
    change = "down by " if word in ("下降", "降低", "减少", "同比下降") else "up by " if is_change(word) else ""
    return f"{bound}{change}{figures}{_unit(base)}".strip()


def unit_in_english(unit: str) -> str:
    """A unit of measure as it is written after a figure, without its magnitude."""
    return _unit(measure(unit)[1]).strip()


def measure_asked(folded: str) -> tuple[str, tuple[int, int]] | None:
    """The measure of area, length, weight or volume that an English question asks for (how many square metres, in hectares), as its one
    Chinese spelling, and where it stands.
    """
    match = _measure_asked().search(folded)
    if match is None:
        return None
    return next(base for base in _MEASURES if match[1] in _forms(base)), match.span(1)


def same_measure(one: str, other: str) -> bool:
    """Whether two Chinese units measure the same kind of thing: hectares and square metres, yuan and yuan per month."""
    first, second = one.split("/")[0], other.split("/")[0]
    return first == second or any(first in kind and second in kind for kind in _words()["kinds"].values())


_MEASURES = ("平方米", "平方公里", "立方米", "公里", "米", "公顷", "吨")


def _forms(base: str) -> tuple[str, ...]:
    return tuple(fold(form) for form in _words()["units"][base])


@cache
def _measure_asked() -> re.Pattern[str]:
    forms = sorted({form for base in _MEASURES for form in _forms(base)}, key=len, reverse=True)
    return re.compile(rf"(?:how (?:many|much)|\bin|[:,;]) ({'|'.join(map(re.escape, forms))})(?!\w)")


def _bound(fact: Fact, word: str) -> str:
    words = _words()
    if fact.comparator in (Comparator.EQUAL, Comparator.RANGE):
        return ""
    written: str = words["written"].get(word) or words["before"][fact.comparator.value][0]
    return f"{written} "


def _unit(base: str) -> str:
    forms = _words()["units"].get(base)
    if forms is None:
        parts = base.split("/")
        named = [_words()["units"].get(part, [part])[0] for part in parts]
        forms = [" per ".join(part for part in named if part)]
    form = str(forms[0])
    return form if form in ("%", "") else f" {form}"


def _written(amount: Decimal, value: Decimal, factor: Decimal) -> str:
    """An amount as English writes it, no digit lost: 1 million, 6.73 million, 1896, 23,930."""
    if factor == 1:
        return grouped(value)
    for name, size in _words()["large"].items():
        if amount >= Decimal(size) and name != "thousand":
            return f"{(amount / Decimal(size)).normalize():f} {name}"
    return grouped(amount.normalize())


@cache
def _words() -> dict[str, Any]:
    return table("units_en")


@cache
def _pattern() -> re.Pattern[str]:
    words = _words()
    large = "|".join(words["large"])
    units = sorted({form for forms in words["units"].values() for form in forms if form}, key=len, reverse=True)
    unit = "|".join(re.escape(one) + (r"(?!\w)" if one[-1].isalnum() else "") for one in units)
    before = "|".join(
        sorted((re.escape(w) for some in words["before"].values() for w in some), key=len, reverse=True)
    )
    after = "|".join(sorted((re.escape(w) for some in words["after"].values() for w in some), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?P<before>{before})\s+)?(?:(?:down|up) by\s+)?{_NUMBER}(?:\s?(?P<large>{large})\b)?"
        rf"(?:\s?(?P<unit>{unit}))?(?:\s(?P<after>{after})\b)?",
        re.IGNORECASE,
    )


def figures(text: str) -> Iterator[EnglishFigure]:
    """The figures of an English sentence; years and figures inside names (PM2.5, 5G) are none."""
    words = _words()
    for match in _pattern().finditer(text):
        low = Decimal(match["low"].replace(",", ""))
        bare = not (match["large"] or match["unit"] or match["before"] or match["after"])
        if bare and re.fullmatch(r"(?:19|20)\d\d", match["low"]):
            continue
        size = Decimal(words["large"][match["large"].lower()]) if match["large"] else Decimal(1)
        high = Decimal(match["high"].replace(",", "")) if match["high"] else None
        amounts = (low * size,) if high is None else (low * size, high * size)
        yield EnglishFigure(match.start(), match.end(), amounts, _bases(match["unit"]), _comparator(match))


def without_figures(text: str) -> str:
    """An English text with blanks in place of its figures, so that one of four digits (1997 square kilometres) is no year."""
    for one in figures(text):
        text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
    return text


def _bases(unit: str | None) -> frozenset[str]:
    if not unit:
        return frozenset()
    return frozenset(
        base for base, forms in _words()["units"].items() if any(form.lower() == unit.lower() for form in forms)
    )


def _comparator(match: re.Match[str]) -> Comparator:
    if match["high"]:
        return Comparator.RANGE
    for place in ("before", "after"):
        said = (match[place] or "").lower()
        for sign, some in _words()[place].items():
            if said in some:
                return Comparator(sign)
    return Comparator.EQUAL
