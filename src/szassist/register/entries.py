"""The register as it is listed: facts, and actions and projects as a whole, as lines of one form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby

from szassist.register.names import same_unit
from szassist.schema import Assignment, Baseline, Comparator, Document, Fact, FactKind, UnitsScope, YearBasis
from szassist.text.script import fold


class EntryKind(StrEnum):
    """What a line of the register is: a fact of one of the three kinds, or an action or project as a whole."""

    TARGET = "target"
    STATUS = "status"
    REQUIREMENT = "requirement"
    ACTION = "action"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the register; the fields are those of `Fact`.

    Of an action or project `indicator` is the title and `quote` its own text without what stands below it; what only
    a figure has is empty.
    """

    id: str
    kind: EntryKind
    indicator: str
    comparator: Comparator | None
    comparator_word: str
    value: Decimal | tuple[Decimal, Decimal] | None
    unit: str
    year: int | None
    year_basis: YearBasis | None
    baseline: Baseline | None
    document_id: str
    section_path: tuple[str, ...]
    action: str | None
    project: str | None
    responsible_units: tuple[str, ...]
    units_scope: UnitsScope | None
    start: int
    end: int
    quote: str
    lead_units: tuple[str, ...] = ()
    support_units: tuple[str, ...] = ()

    @property
    def is_obligation(self) -> bool:
        """Whether the line is an action or project as a whole, not a fact."""
        return self.kind in (EntryKind.ACTION, EntryKind.PROJECT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows are asked for; a condition that is None leaves all. `topic` is a word in indicator, quote or path."""

    unit: str | None = None
    year: int | None = None
    kind: EntryKind | FactKind | None = None
    topic: str | None = None
    document: str | None = None

    def holds(self, row: Fact | Entry) -> bool:
        """Whether `row` meets every condition."""
        return (
            (self.unit is None or any(same_unit(self.unit, written) for written in row.responsible_units))
            and (self.year is None or row.year == self.year)
            and (self.kind is None or row.kind.value == self.kind.value)
            and (self.document is None or row.document_id == self.document)
            and (not self.topic or fold(self.topic) in fold("\n".join((row.indicator, row.quote, *row.section_path))))
        )


def entries(
    facts: Sequence[Fact], assignments: Sequence[Assignment], documents: Mapping[str, Document]
) -> tuple[Entry, ...]:
    """All lines, document by document in the order of the text, an action before what it holds."""
    told = [of_fact(fact, *_roles(fact, assignments)) for fact in facts]
    lines = [*_of_assignments(assignments, documents), *told]
    place = {name: number for number, name in enumerate(documents)}
    return tuple(sorted(lines, key=lambda e: (place[e.document_id], e.start, not e.is_obligation)))


def of_fact(fact: Fact, lead: tuple[str, ...] = (), support: tuple[str, ...] = ()) -> Entry:
    """A fact as a line of the register, with the roles of its units."""
    values = {name: getattr(fact, name) for name in Fact.__slots__}
    return Entry(**values | {"kind": EntryKind(fact.kind)}, lead_units=lead, support_units=support)


def _roles(fact: Fact, assignments: Sequence[Assignment]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The units that lead and that support a fact: those of the smallest obligation with its units that it stands in."""
    holding = (
        row
        for row in assignments
        if row.document_id == fact.document_id
        and row.responsible_units == fact.responsible_units
        and row.start <= fact.start < row.end
    )
    row = min(holding, key=lambda one: one.end - one.start, default=None)
    return (row.lead_units, row.support_units) if row else ((), ())


def _of_assignments(assignments: Sequence[Assignment], documents: Mapping[str, Document]) -> Iterator[Entry]:
    for name, rows in groupby(assignments, key=lambda a: a.document_id):
        for number, row in enumerate(rows, 1):
            yield _of_assignment(row, f"{name}#o{number:03d}", documents[name])


def _of_assignment(row: Assignment, id_: str, document: Document) -> Entry:
    whole = row.units_scope is UnitsScope.ACTION and row.project is None
    end = min(row.end, document.section_at(row.start).own_end)
    text = document.text[row.start : end].rstrip()
    return Entry(
        id_,
        EntryKind.ACTION if whole else EntryKind.PROJECT,
        row.title,
        None,
        "",
        None,
        "",
        row.year,
        None if row.year is None else YearBasis.STATED,
        None,
        row.document_id,
        document.section_path(row.start),
        row.action,
        row.project,
        row.responsible_units,
        row.units_scope,
        row.start,
        row.start + len(text),
        text,
        row.lead_units,
        row.support_units,
    )
