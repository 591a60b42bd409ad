"""One indicator over time, laid out for a chart: a place for every year that has a value and every year that lacks one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from szassist.schema import Comparator, Fact, FactKind
from szassist.text.quantities import is_change, measure

CLOSE = Decimal("0.25")  # values whose spread is less than this part of the greatest are compared on a cut axis
COMMON = 5  # indicators that must have a target in a year before its absence elsewhere is worth showing
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the horizontal axis: the rows of one year, none where the documents give no value for it."""

    status: bool
    year: int | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """The vertical axis in one unit: from `low` (0 unless `cut`) to `high` in steps."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class Series:
    """The rows on one indicator, laid out; rows in another unit of measure are `apart` and not drawn."""

    facts: tuple[Fact, ...]
    drawn: tuple[Fact, ...]
    slots: tuple[Slot, ...]
    unit: str  # of the axis, as the latest drawn row writes it
    axis: Axis | None  # None where nothing can be drawn
    apart: tuple[Fact, ...]

    def height(self, fact: Fact) -> tuple[Decimal, ...]:
        """The value of a drawn row, or both ends of its range, in the unit of the axis."""
        return tuple(amount / measure(self.unit)[0] for amount in amounts(fact))


def milestones(groups: Sequence[Sequence[Fact]]) -> tuple[int, ...]:
    """The years for which the documents set targets as a rule: 2020, 2025, 2030."""
    often = Counter(
        year for group in groups for year in {f.year for f in group if f.kind is not FactKind.STATUS and f.year}
    )
    return tuple(sorted(year for year, count in often.items() if count >= COMMON))


def lay_out(facts: Sequence[Fact], years: Sequence[int]) -> Series:
    """The rows of one indicator with a slot for each year they name and each of `years`: status first, then goals."""
    valued = [fact for fact in facts if fact.value is not None]
    unit = valued[-1].unit if valued else ""
    drawn = [fact for fact in valued if measure(fact.unit)[1] == measure(unit)[1]]
    apart = tuple(fact for fact in facts if fact not in drawn)
    past = sorted({_year(f) for f in drawn if f.kind is FactKind.STATUS})
    ahead = sorted(
        {_year(f) for f in drawn if f.kind is not FactKind.STATUS} | ({(0, y) for y in years} if drawn else set())
    )
    slots = [Slot(True, year or None, _at(drawn, True, year)) for _, year in past]
    slots += [Slot(False, year or None, _at(drawn, False, year)) for _, year in ahead]
    heights = [amount / measure(unit)[0] for fact in drawn for amount in amounts(fact)]
    return Series(tuple(facts), tuple(drawn), tuple(slots), unit, axis(heights) if heights else None, apart)


def amounts(fact: Fact) -> tuple[Decimal, ...]:
    """A row's value, or both ends of its range, in base units."""
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return tuple(value * measure(fact.unit)[0] for value in values if value is not None)


def axis(heights: Sequence[Decimal]) -> Axis:
    """An axis from 0 that holds the heights, or from below the least of them where they lie close together."""
    least, most = min(heights), max(heights)
    cut = least > 0 and 0 < most - least < CLOSE * most
    room = (most - least) / 2 if cut else Decimal(0)
    step = _step((most - least + 2 * room) / 3 if cut else (max(most, Decimal(0)) - min(least, Decimal(0))) / 3)
    low = _floor(max(least - room, Decimal(0)), step) if cut else _floor(min(least, Decimal(0)), step)
    ticks = [low]
    while ticks[-1] < most:
        ticks.append(ticks[-1] + step)
    return Axis(low, ticks[-1] if len(ticks) > 1 else low + step, tuple(ticks), cut and low > 0)


def _year(fact: Fact) -> tuple[int, int]:
    """Rows without a year come after those with one."""
    return (0, fact.year) if fact.year is not None else (1, 0)


def _at(facts: Sequence[Fact], status: bool, year: int) -> tuple[Fact, ...]:
    return tuple(f for f in facts if (f.kind is FactKind.STATUS) == status and (f.year or 0) == year)


def _step(rough: Decimal) -> Decimal:
    """The nearest round step that is not less than `rough`: 1, 2, 2.5, 5 times a power of ten."""
    if rough <= 0:
        return Decimal(1)
    power = Decimal(10) ** rough.adjusted()
    return next(step * power for step in _STEPS if step * power >= rough)


def _floor(value: Decimal, step: Decimal) -> Decimal:
    return (
        (value // step) * step
        if value >= 0
        else -(-(value // step) if value % step == 0 else -(value // step) + 1) * step
    )


def statement(fact: Fact) -> tuple[object, ...]:
    """What a row says, however it is worded: bound and value; a change is another statement than a level."""
    change = fact.comparator_word if is_change(fact.comparator_word) else ""
    return fact.comparator if fact.comparator is not Comparator.RANGE else "range", amounts(fact), change
