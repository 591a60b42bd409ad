"""What an answer can be about: series of register rows, obligations, sections and passages, with their words folded."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from szassist.answer.ground.cells import TableRow, rows_of
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.enumerations import Enumeration, enumerations
from szassist.answer.ground.formulas import Formula, formulas
from szassist.answer.ground.holding import Holding
from szassist.answer.ground.limits import Limit, limits
from szassist.answer.ground.provisions import Provision, has_articles, provisions
from szassist.answer.ground.runs import Run, runs
from szassist.schema import Assignment, Document, Fact, FactKind, Section, SectionKind, UnitsScope
from szassist.text.english import english_name
from szassist.text.english_phrases import stems
from szassist.text.script import fold

_TABLE = re.compile(r"\s*[表图圖]\s*\d")  # it stands below a heading and is no part of it
_OPENING = re.compile(r"(?m)^到(\d{4})年[^\n]*")


class Rows(Protocol):
    """What answering needs of a register."""

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """Actions and projects with their units, in document order."""

    @property
    def unit_names(self) -> Mapping[str, str]:
        """Every folded name of a unit with the name as the documents write it."""

    def all_series(self) -> tuple[tuple[Fact, ...], ...]:
        """The rows of each indicator over time, across documents."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Words by which something can be asked for: its own name, what it says, and the headings above it; folded."""

    name: str
    said: str
    around: str
    english: str = ""  # the stems of its English names, each between blanks


@dataclass(frozen=True, slots=True)
class Series:
    """The rows of one indicator over time and across documents."""

    facts: tuple[Fact, ...]
    subject: Subject


@dataclass(frozen=True, slots=True)
class Duty:
    """An action or project with the units that answer for it."""

    assignment: Assignment
    subject: Subject

    @property
    def whole_action(self) -> bool:
        """Whether this is an action that is assigned as a whole, and not a project within one or a single task."""
        return self.assignment.units_scope is UnitsScope.ACTION and self.assignment.project is None


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of a document that has a title of its own; its name and those above it, folded."""

    document: Document
    section: Section
    name: str
    around: str
    below: tuple[Section, ...]  # the titled sections right below


@dataclass(frozen=True)
class Inventory:
    """Everything that answers are made of, worked out once for an open index."""

    documents: Mapping[str, Document]
    rows: Rows

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """The register's series, each with its words."""
        return tuple(Series(facts, _of_facts(facts)) for facts in self.rows.all_series())

    @cached_property
    def folded(self) -> dict[str, str]:
        """The folded text of each document; offsets stay those of the text."""
        return {document.id: fold(document.text) for document in self.documents.values()}

    @cached_property
    def stock_years(self) -> dict[str, int]:
        """The year that each document takes stock of: the latest that its figures of what is are given for."""
        found: dict[str, int] = {}
        for fact in (fact for series in self.series for fact in series.facts):
            if fact.kind is FactKind.STATUS and fact.year:
                found[fact.document_id] = max(fact.year, found.get(fact.document_id, 0))
        return found

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """The actions and projects, each with its words."""
        return tuple(Duty(row, self._of_assignment(row)) for row in self.rows.assignments)

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The titled sections of all documents."""
        return tuple(heading for document in self.documents.values() for heading in _headings(document))

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The runs of titled paragraphs or items in all documents."""
        return tuple(run for document in self.documents.values() for run in runs(document))

    @cached_property
    def table_rows(self) -> tuple[TableRow, ...]:
        """The rows of all tables that begin with a name."""
        return tuple(row for document in self.documents.values() for row in rows_of(document))

    @cached_property
    def provisions(self) -> dict[str, tuple[Provision, ...]]:
        """The sentences of each document as provisions."""
        return {document.id: provisions(document) for document in self.documents.values()}

    @cached_property
    def regulating(self) -> frozenset[str]:
        """The documents in whose sentences it stands who does what: those of articles, all where none assigns units to actions."""
        assigns = bool(self.rows.assignments)
        return frozenset(one.id for one in self.documents.values() if not assigns or has_articles(one))

    @cached_property
    def enumerations(self) -> tuple[Enumeration, ...]:
        """Everything that the documents enumerate."""
        return tuple(one for document in self.documents.values() for one in enumerations(document))

    @cached_property
    def formulas(self) -> tuple[Formula, ...]:
        """The formulas that the documents write out."""
        return tuple(one for document in self.documents.values() for one in formulas(document))

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """The sentences of all documents that lay down a time or an amount."""
        return tuple(one for document in self.documents.values() for one in limits(document))

    @cached_property
    def series_holding(self) -> Holding[Series]:
        """The series by the words of their subjects."""
        return Holding(self.series, (_words(one.subject) for one in self.series))

    @cached_property
    def duties_holding(self) -> Holding[Duty]:
        """The actions and projects by the words of their subjects."""
        return Holding(self.duties, (_words(one.subject) for one in self.duties))

    @cached_property
    def headings_holding(self) -> Holding[Heading]:
        """The titled sections by their names and those above them."""
        return Holding(self.headings, (f"{one.name} {one.around}" for one in self.headings))

    @cached_property
    def openings(self) -> tuple[tuple[int, Evidence], ...]:
        """The paragraphs that open with a year by which something is to be (到2025年), with it."""
        return tuple(
            (int(line[1]), Evidence(document.id, *line.span()))
            for document in self.documents.values()
            for line in _OPENING.finditer(document.text)
        )

    @cached_property
    def series_of(self) -> dict[str, Series]:
        """The series of each row, by the id of the row."""
        return {fact.id: series for series in self.series for fact in series.facts}

    @cached_property
    def _placed(self) -> dict[str, list[Fact]]:
        """The rows of each document, in order of their places."""
        found: dict[str, list[Fact]] = {}
        for series in self.series:
            for fact in series.facts:
                found.setdefault(fact.document_id, []).append(fact)
        return {document: sorted(facts, key=lambda fact: fact.start) for document, facts in found.items()}

    def within(self, spans: Iterable[Evidence]) -> list[Fact]:
        """The rows that stand in any of `spans`."""
        found = []
        for one in spans:
            facts = self._placed.get(one.document_id, [])
            first = bisect_left(facts, one.start, key=lambda fact: fact.start)
            for fact in facts[first:]:
                if fact.start >= one.end:
                    break
                if fact.end <= one.end:
                    found.append(fact)
        return found

    @cached_property
    def names(self) -> str:
        """The titles of the documents and the names of their missing parts, folded."""
        return fold(" ".join(f"《{one.title}》 {' '.join(one.missing)}" for one in self.documents.values()))

    @cached_property
    def english_titles(self) -> tuple[str, ...]:
        """The English titles of the documents that have one, lower case."""
        return tuple(title.lower() for one in self.documents.values() if (title := english_name(one.title)))

    @cached_property
    def english_indicators(self) -> dict[str, tuple[str, ...]]:
        """The English names of the indicators, lower case, with the folded Chinese ones."""
        found: dict[str, tuple[str, ...]] = {}
        for fact in (fact for facts in self._placed.values() for fact in facts):
            if english := english_name(fact.indicator):
                found[english.lower()] = (*found.get(english.lower(), ()), fold(fact.indicator))
        return found

    def _of_assignment(self, row: Assignment) -> Subject:
        text = self.documents[row.document_id].text[row.start : row.end]
        return Subject(fold(row.title), fold(text), fold(f"{row.action or ''} {row.project or ''}"))


def _of_facts(facts: Sequence[Fact]) -> Subject:
    names = dict.fromkeys(fold(fact.indicator) for fact in facts)
    quotes = dict.fromkeys(fold(fact.quote) for fact in facts)
    around = dict.fromkeys(
        fold(part) for fact in facts for part in (*fact.section_path, fact.action or "", fact.project or "") if part
    )
    english = dict.fromkeys(
        stem for fact in facts for stem in stems(english_name(fact.indicator) or "", derived=True)
    )
    return Subject(" ".join(names), " ".join(quotes), " ".join(around), " ".join(["", *english, ""]))


def _headings(document: Document) -> Iterator[Heading]:
    titled = [section for section in document.sections if section.title.strip() and not _TABLE.match(section.heading)]
    below: dict[int | None, tuple[Section, ...]] = {}
    for section in titled:
        below[section.parent] = (*below.get(section.parent, ()), section)
    for section in titled:
        if section.kind not in (SectionKind.ROOT, SectionKind.CLOSING):
            above = fold(" ".join(one.title for one in document.ancestors(section)[:-1]))
            yield Heading(document, section, fold(section.title), above, below.get(section.index, ()))


def _words(subject: Subject) -> str:
    return f"{subject.name} {subject.said} {subject.around} {subject.english}"
