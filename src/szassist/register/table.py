"""The register: all rows and obligations of the corpus, looked up by unit, year, indicator or topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import overload

from szassist.register.duties import assignments
from szassist.register.indicator import key
from szassist.register.names import same_unit, spoken_names, unit_key
from szassist.schema import Assignment, Comparator, Document, Fact, FactKind, UnitsScope
from szassist.text.quantities import measure
from szassist.text.script import fold


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """Everything the documents make one unit answer for."""

    name: str  # as written
    actions: tuple[Assignment, ...]
    projects: tuple[Assignment, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class FactPair:
    """Two rows on the same indicator that a reader should see side by side."""

    first: Fact
    second: Fact


class Register(Sequence[Fact]):
    """Facts in the order of the documents, with the assignments of units that the documents make."""

    def __init__(self, facts: Sequence[Fact], documents: Sequence[Document]) -> None:
        self._facts = tuple(facts)
        self._documents = tuple(documents)

    @overload
    def __getitem__(self, index: int) -> Fact: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Fact, ...]: ...
    def __getitem__(self, index: int | slice) -> Fact | tuple[Fact, ...]:
        return self._facts[index]

    def __len__(self) -> int:
        return len(self._facts)

    def __iter__(self) -> Iterator[Fact]:
        return iter(self._facts)

    @cached_property
    def assignments(self) -> tuple[Assignment, ...]:
        """Actions and projects with their units, in document order: obligations even without a figure."""
        return tuple(row for document in self._documents for row in assignments(document))

    @property
    def actions(self) -> tuple[Assignment, ...]:
        """The assignments of whole actions."""
        return tuple(row for row in self.assignments if row.units_scope is UnitsScope.ACTION and row.project is None)

    @property
    def projects(self) -> tuple[Assignment, ...]:
        """The assignments of single projects or items."""
        return tuple(row for row in self.assignments if row not in self.actions)

    def by_unit(self, name: str) -> tuple[Fact, ...]:
        """The rows a unit answers for, by any of its names (市科创委, 环保局)."""
        return self.filter(unit=name)

    def by_year(self, year: int) -> tuple[Fact, ...]:
        """The rows due in, or describing, a year."""
        return self.filter(year=year)

    def filter(
        self,
        unit: str | None = None,
        year: int | None = None,
        kind: FactKind | None = None,
        topic: str | None = None,
        document: str | None = None,
    ) -> tuple[Fact, ...]:
        """The rows that meet every condition given; `topic` is a word in indicator, quote or section path."""
        wanted = fold(topic) if topic else ""
        return tuple(
            fact
            for fact in self._facts
            if (unit is None or any(same_unit(unit, written) for written in fact.responsible_units))
            and (year is None or fact.year == year)
            and (kind is None or fact.kind is kind)
            and (document is None or fact.document_id == document)
            and (not wanted or wanted in fold("\n".join((fact.indicator, fact.quote, *fact.section_path))))
        )

    def series(self, indicator: str) -> tuple[Fact, ...]:
        """The rows on one indicator over time, status first, across documents; look-alikes are not among them.

        Where no row has just this indicator, the one whose key holds the asked one with the least beside it answers.
        """
        asked = key(indicator)
        keys = self._by_key
        if asked not in keys:
            near = [name for name in keys if asked and asked in name and "|" not in name]
            asked = min(near, key=len, default=asked)
        return tuple(sorted(keys.get(asked, ()), key=_moment))

    def all_series(self) -> tuple[tuple[Fact, ...], ...]:
        """The series of every indicator, in the order of first mention."""
        return tuple(tuple(sorted(facts, key=_moment)) for facts in self._by_key.values())

    @cached_property
    def _by_key(self) -> dict[str, tuple[Fact, ...]]:
        groups: defaultdict[str, list[Fact]] = defaultdict(list)
        for fact in self._facts:
            groups[key(fact.indicator, fact.comparator_word)].append(fact)
        return {name: tuple(facts) for name, facts in groups.items()}

    @cached_property
    def units(self) -> tuple[UnitDuties, ...]:
        """Every unit named as responsible, in the order of its first mention, with all that it answers for."""
        names: dict[tuple[str, str], str] = {}
        for row in self.assignments:
            for name in row.responsible_units:
                unit = unit_key(name)
                names.setdefault((unit.level, unit.name), name)
        return tuple(self._duties(name) for name in names.values())

    @cached_property
    def unit_names(self) -> dict[str, str]:
        """Every folded name of every unit (市科创委, 环保局) with the name as the documents write it."""
        return {spoken: unit.name for unit in reversed(self.units) for spoken in spoken_names(unit.name)}

    def _duties(self, name: str) -> UnitDuties:
        mine = unit_key(name)

        def held(units: tuple[str, ...]) -> bool:
            return any(unit_key(unit) == mine for unit in units)

        return UnitDuties(
            name,
            tuple(row for row in self.actions if held(row.responsible_units)),
            tuple(row for row in self.projects if held(row.responsible_units)),
            tuple(fact for fact in self._facts if held(fact.responsible_units)),
        )

    @cached_property
    def differences(self) -> tuple[FactPair, ...]:
        """Pairs of rows on the same indicator and year that state another value or bound (达到9万元, 超过9万元)."""
        pairs = []
        for group in self._by_key.values():
            years = {fact.year for fact in group if fact.year is not None and fact.kind is not FactKind.STATUS}
            for year in sorted(years):
                told = {_statement(f): f for f in reversed(group) if f.year == year and f.kind is not FactKind.STATUS}
                pairs += [FactPair(a, b) for a, b in combinations(sorted(told.values(), key=self._place), 2)]
        return tuple(sorted(pairs, key=lambda pair: self._place(pair.first)))

    @cached_property
    def attained(self) -> tuple[FactPair, ...]:
        """Pairs of a status and a later target that the status already meets."""
        pairs = []
        for group in self._by_key.values():
            states = [fact for fact in group if fact.kind is FactKind.STATUS]
            goals = [fact for fact in group if fact.kind is FactKind.TARGET]
            pairs += [FactPair(state, goal) for state in states for goal in goals if _meets(state, goal)]
        return tuple(pairs)

    @cached_property
    def _order(self) -> dict[str, int]:
        return {fact.id: number for number, fact in enumerate(self._facts)}

    def _place(self, fact: Fact) -> int:
        return self._order[fact.id]


def _moment(fact: Fact) -> tuple[bool, int, int]:
    """Status before goals, then by year; a status without year stands first."""
    return fact.kind is not FactKind.STATUS, fact.year or 0, fact.start


def _statement(fact: Fact) -> tuple[object, ...]:
    """What a row says, in base units."""
    factor, base = measure(fact.unit)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return fact.comparator, base, tuple(value * factor for value in values if value is not None)


def _meets(state: Fact, goal: Fact) -> bool:
    """Whether a status value already satisfies a goal's bound, in the same unit."""
    if isinstance(state.value, tuple) or isinstance(goal.value, tuple) or state.value is None or goal.value is None:
        return False
    (mine, unit), (theirs, wanted) = measure(state.unit), measure(goal.unit)
    if unit != wanted or (state.year or 0) > (goal.year or 9999):
        return False
    have, want = state.value * mine, goal.value * theirs
    return (
        have <= want
        if goal.comparator is Comparator.AT_MOST
        else have >= want and goal.comparator.value in ("=", ">=")
    )
