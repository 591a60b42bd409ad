"""What the trap exam asks about: the indicators of a register with the figures that answer for each year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from szassist.evaluation.register import plain
from szassist.register.table import Register
from szassist.schema import Document, Fact, FactKind
from szassist.text.dates import dates
from szassist.text.quantities import Quantity, is_change, quantities

SHORTEST, LONGEST = 4, 24  # characters of a name that can be asked for
ALIKE = 0.45  # the share of pairs of characters that look-alikes have in common, at least


@dataclass(frozen=True, slots=True)
class Topic:
    """An indicator with its rows; those without a figure, and those that say only how much it moves, are left out."""

    name: str
    facts: tuple[Fact, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The years for which it has a figure."""
        return tuple(sorted({fact.year for fact in self.facts if fact.year is not None}))

    def of(self, year: int) -> tuple[Fact, ...]:
        """Its rows for a year."""
        return tuple(fact for fact in self.facts if fact.year == year)

    @property
    def units(self) -> tuple[str, ...]:
        """The units the documents make responsible for it, if all its assigned rows name the same."""
        named = {fact.responsible_units for fact in self.facts if fact.responsible_units}
        return named.pop() if len(named) == 1 else ()

    @property
    def unassigned(self) -> bool:
        """Whether no row of it names a responsible unit."""
        return not any(fact.responsible_units for fact in self.facts)


def topics(register: Register) -> list[Topic]:
    """The indicators that can be asked for by name, in the order of the register."""
    found = []
    for series in register.all_series():
        facts = tuple(fact for fact in series if _is_level(fact))
        name = min((fact.indicator for fact in facts), key=len, default="")
        if SHORTEST <= len(name) <= LONGEST:
            found.append(Topic(name, facts))
    return found


def _is_level(fact: Fact) -> bool:
    """Whether a row says where its indicator stands, with a figure that its quote holds in digits."""
    return fact.value is not None and not is_change(fact.comparator_word) and bool(figures(fact))


def figures(fact: Fact) -> list[Quantity]:
    """The figure of a row as its quote writes it."""
    return [q for q in quantities(fact.quote) if q.value == fact.value and plain(q.unit) == plain(fact.unit)]


def written(fact: Fact) -> str:
    """The figure of a row as written, number and unit: 18微克/立方米."""
    found = figures(fact)[0]
    return "".join(fact.quote[found.start : found.end].split())


def right_forms(facts: Sequence[Fact]) -> tuple[str, ...]:
    """How the figures of some rows may be shown: as written, and without what the unit is measured per."""
    forms = dict.fromkeys(form for fact in facts for form in (written(fact), written(fact).split("/")[0]))
    return tuple(form for form in forms if not form[-1].isdigit() or form in map(written, facts))


def is_goal(fact: Fact) -> bool:
    """Whether a row is to be reached, not a state."""
    return fact.kind is not FactKind.STATUS


def gap_years(documents: Sequence[Document], register: Register) -> tuple[int, ...]:
    """Years between the first goal and a little after the last that the documents do not speak of at all."""
    goals = [fact.year for fact in register if fact.year is not None and is_goal(fact)]
    told = {fact.year for fact in register}
    for document in documents:
        for time in dates(document.text):
            told.update((time.year, time.first_year))
    return tuple(year for year in range(min(goals), max(goals) + 4) if year not in told) if goals else ()


def look_alikes(topic: Topic, others: Sequence[Topic]) -> Iterator[Topic]:
    """Indicators whose names share many pairs of characters with a topic's, the most alike first."""
    mine = _pairs(topic.name)
    scored = [(_share(mine, _pairs(other.name)), other) for other in others if other is not topic]
    yield from (other for share, other in sorted(scored, key=lambda pair: -pair[0]) if share >= ALIKE)


def _pairs(name: str) -> frozenset[str]:
    return frozenset(a + b for a, b in pairwise(plain(name)))


def _share(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0
