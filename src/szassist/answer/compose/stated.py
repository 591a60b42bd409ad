"""A figure that a question states, and how it compares with that of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from szassist.answer.reading.cues import asking
from szassist.answer.words.english import figures
from szassist.query import Asserted, Query
from szassist.schema import Comparator, Fact, FactKind
from szassist.text.quantities import measure, quantities
from szassist.text.script import fold

_PLACES = frozenset("家所座间处个")  # measure words that are said of one and the same thing
MAGNITUDE = 100  # how many times a row a figure without a unit may be to be held against it
_ROUNDED = re.compile("左右|上下|差不多|大[概约]|约|[来几]?多?岁半|将近|接近|around|about|roughly|nearly|almost")
NEAR = Decimal("0.02")  # part of a row's amount by which a rounded figure may differ


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of the question in the units it may be in."""

    amounts: tuple[Decimal, ...]
    bases: frozenset[str]
    large: bool = False  # says 万 or 亿


def figure_of(said: Asserted) -> Stated | None:
    for one in quantities(said.text):
        if one.base == "成":
            return Stated(tuple(10 * amount for amount in one.amounts), frozenset("%"))
        return Stated(one.amounts, _PLACES if one.base in _PLACES else frozenset({one.base}), one.magnitude > 1)
    for figure in figures(said.text):
        return Stated(figure.amounts, figure.bases or frozenset({""}))
    return None


def same_measure(fact: Fact, figure: Stated) -> bool:
    """Whether a row and a stated figure are in one unit; 18微克 may stand for 18微克/立方米."""
    mine = measure(fact.unit)[1]
    if fact.value is None or (figure.large and is_share(mine)):
        return False
    if "" in figure.bases:
        return near(fact, figure)
    return bool({mine, mine.split("/")[0]} & figure.bases)


def near(fact: Fact, figure: Stated) -> bool:
    """Whether a figure without a unit is of the magnitude of a row's: 3万亿 is said of no 12.25万元."""
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    factor, _ = measure(fact.unit)
    rows = [amount for value in values if value is not None for amount in (value, value * factor)]
    return any(row <= MAGNITUDE * one and one <= MAGNITUDE * row for row in rows for one in figure.amounts)


def equal(fact: Fact, figure: Stated) -> bool:
    factor, _ = measure(fact.unit)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    mine = tuple(value * factor for value in values if value is not None)
    if "" in figure.bases and fact.value in figure.amounts:
        return True
    return mine == figure.amounts or (len(figure.amounts) == 1 and len(mine) == 2 and figure.amounts[0] in mine)


def amount_of(fact: Fact) -> Decimal:
    assert isinstance(fact.value, Decimal)
    return fact.value * measure(fact.unit)[0]


def is_telling(figure: Stated) -> bool:
    """Whether a figure is not said of this and that: it has a unit, or 万, or a fraction."""
    return "" not in figure.bases or figure.large or any(amount % 1 for amount in figure.amounts)


def roughly(query: Query, figure: Stated, fact: Fact) -> bool:
    """Whether a figure that a question gives as rounded (八十三岁半左右) comes near a row's: neither right nor wrong."""
    if not _ROUNDED.search(asking(query)) or not isinstance(fact.value, Decimal) or len(figure.amounts) > 1:
        return False
    return abs(amount_of(fact) - figure.amounts[0]) <= NEAR * abs(amount_of(fact))


def meets(query: Query, said: Asserted, figure: Stated, fact: Fact) -> bool:
    """Whether a present value lies beyond what the question states as a bound: 3.07万亿 where it says 突破3万亿."""
    read = [
        one
        for one in quantities(fold(query.question))
        if said.text.startswith(fold(query.question)[one.start : one.end])
    ]
    bounds = {one.comparator for one in read}
    if fact.kind is not FactKind.STATUS or not isinstance(fact.value, Decimal) or len(figure.amounts) > 1:
        return False
    amount, stated_amount = amount_of(fact), figure.amounts[0]
    return (Comparator.AT_LEAST in bounds and amount >= stated_amount) or (
        Comparator.AT_MOST in bounds and amount <= stated_amount
    )


def is_share(base: str) -> bool:
    """Whether a unit is that of a share: %, ‰, /10万."""
    return base in ("%", "‰") or base.startswith(("/", "1/"))


def has_number(fact: Fact, said: Sequence[Asserted]) -> bool:
    """Whether a row has the number that the question states, in whatever unit."""
    return any(fact.value in figure.amounts for one in said if (figure := figure_of(one)))
