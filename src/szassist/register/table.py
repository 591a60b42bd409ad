"""The register: all rows and obligations of the corpus, looked up by unit, year, indicator or topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import overload

from szassist.register.duties import assignments
from szassist.register.entries import Entry, EntryKind, Wanted, entries
from szassist.register.indicator import key
from szassist.register.names import same_unit, spoken_names, unit_key
from szassist.register.series import (
    FactPair,
    Series,
    attained,
    differences,
    key_of,
    moment,
    nearest_key,
    place_of_issue,
    series_by_key,
)
from szassist.schema import Assignment, Document, Fact, FactKind, UnitsScope
from szassist.text.english import chinese_names, english_name
from szassist.text.script import fold


@dataclass(frozen=True, slots=True)
class UnitDuties:
    """Everything the documents make one unit answer for."""

    name: str  # as written
    actions: tuple[Assignment, ...]
    projects: tuple[Assignment, ...]
    facts: tuple[Fact, ...]


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

    @cached_property
    def actions(self) -> tuple[Assignment, ...]:
        """The assignments of whole actions."""
        return tuple(row for row in self.assignments if _is_whole_action(row))

    @cached_property
    def projects(self) -> tuple[Assignment, ...]:
        """The assignments of single projects or items."""
        return tuple(row for row in self.assignments if not _is_whole_action(row))

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
        """The facts that meet every condition given; `topic` is a word in indicator, quote or section path."""
        wanted = Wanted(unit and self._asked(unit), year, kind, topic, document)
        return tuple(fact for fact in self._facts if wanted.holds(fact))

    def series(self, indicator: str) -> tuple[Fact, ...]:
        """The rows on one indicator over time, status first, across documents; look-alikes are not among them.

        Where no row has just this indicator, the one whose key holds the asked one with the least beside it answers.
        """
        wanted = nearest_key(key(indicator), {name for _, name in self._by_key})
        found = [fact for (_, name), series in self._by_key.items() if name == wanted for fact in series]
        return tuple(sorted(found, key=moment))

    def series_of(self, fact: Fact) -> Series:
        """The series a row belongs to."""
        return self._by_key[self._places[fact.document_id], key_of(fact)]

    def all_series(self) -> tuple[Series, ...]:
        """The series of every indicator of every place, in the order of first mention."""
        return tuple(self._by_key.values())

    @cached_property
    def _by_key(self) -> dict[tuple[str, str], Series]:
        return series_by_key(self._facts, self._places)

    @cached_property
    def _places(self) -> dict[str, str]:
        return {document.id: place_of_issue(document) for document in self._documents}

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

    def unit_named(self, text: str) -> str | None:
        """The name as the documents write it of the unit called `text`: in full, short, old or English; None if none is."""
        asked = fold(text).strip()
        for name in (asked, *chinese_names(text.strip())):
            if name in self.unit_names:
                return self.unit_names[name]
            if found := [unit.name for unit in self.units if same_unit(name, unit.name)]:
                return found[0]
        return next((name for name, known in self._english_names if _same_english(text, known)), None)

    @cached_property
    def _english_names(self) -> tuple[tuple[str, str], ...]:
        return tuple((unit.name, name) for unit in self.units if (name := english_name(unit.name)))

    def near_units(self, text: str, limit: int = 3) -> tuple[str, ...]:
        """The names of units most like `text`, the nearest first."""
        near = get_close_matches(fold(text).strip(), self.unit_names, n=5 * limit, cutoff=0.34)
        return tuple(dict.fromkeys(self.unit_names[name] for name in near))[:limit]

    def entries(
        self,
        unit: str | None = None,
        year: int | None = None,
        kind: EntryKind | None = None,
        topic: str | None = None,
        document: str | None = None,
    ) -> tuple[Entry, ...]:
        """Facts, actions and projects that meet every condition given, in the order of the documents."""
        wanted = Wanted(unit and self._asked(unit), year, kind, topic, document)
        return tuple(entry for entry in self._entries if wanted.holds(entry))

    def _asked(self, unit: str) -> str:
        """A unit as asked for, so that it can be compared with the names as written; without a level it may mean several."""
        known = any(same_unit(unit, other.name) for other in self.units)
        return unit if known else self.unit_named(unit) or unit

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return entries(self._facts, self.assignments, {document.id: document for document in self._documents})

    @cached_property
    def differences(self) -> tuple[FactPair, ...]:
        """Pairs of rows on the same indicator and year that state another value or bound (达到9万元, 超过9万元)."""
        return self._placed(pair for series in self._by_key.values() for pair in differences(series))

    @cached_property
    def attained(self) -> tuple[FactPair, ...]:
        """Pairs of a status and a target, not due before it, that the status already meets."""
        issued = {document.id: document.date.year if document.date else None for document in self._documents}
        return self._placed(pair for series in self._by_key.values() for pair in attained(series, issued))

    def _placed(self, pairs: Iterable[FactPair]) -> tuple[FactPair, ...]:
        order = {fact.id: number for number, fact in enumerate(self._facts)}
        return tuple(sorted(pairs, key=lambda pair: order[pair.first.id]))


def _is_whole_action(row: Assignment) -> bool:
    return row.units_scope is UnitsScope.ACTION and row.project is None


def _same_english(one: str, other: str) -> bool:
    """Whether two English names mean one unit: the same, or two words of it at least, at its beginning or end."""
    short, long = sorted((_words(one), _words(other)), key=len)
    if len(short) < 2:
        return False
    return long[: len(short)] == short or long[-len(short) :] == short


def _words(name: str) -> list[str]:
    """The words of an English name without those that only say whose it is: the Shenzhen Municipal …"""
    return [word for word in re.findall(r"[a-z]+", name.lower()) if word not in _OWNERS]


_OWNERS = frozenset(
    ("the", "of", "for", "s", "municipal", "municipality", "provincial", "province", "city", "district", "china")
)
