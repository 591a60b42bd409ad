"""Facts from a document: every figure with what it measures, by when, and who answers for it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from szassist.register.clauses import sentence_spans
from szassist.register.duties import assigned, place_of
from szassist.register.flat import FlatRow, flat_rows
from szassist.register.grid import grid_rows
from szassist.register.lexicon import any_of, words
from szassist.register.rows import Row, Setting, rows
from szassist.register.units import Naming, namings
from szassist.register.years import Timeline
from szassist.schema import Comparator, Document, Fact, FactKind, Section, SectionKind, YearBasis
from szassist.text.dates import dates
from szassist.text.script import fold
from szassist.text.tables import lines


def extract(document: Document) -> tuple[Fact, ...]:
    """The rows of `document` in its order; text outside the document's body (excerpts) gives none."""
    named = namings(document)
    actions, projects = assigned(named)
    answering = _Answering(named)
    facts: list[Fact] = []
    for section, start, row in _rows(document, named):
        begin, end = start + row.start, start + row.end
        naming = answering.at(start, begin)
        place = place_of(document, section, actions, projects)
        year, basis = row.year, row.year_basis
        if year is None and naming is not None and naming.year is not None and not row.recurs:
            year, basis = naming.year, YearBasis.INHERITED
        facts.append(
            Fact(
                f"{document.id}#f{len(facts) + 1:03d}",
                row.kind,
                row.indicator,
                row.comparator,
                row.comparator_word,
                row.value,
                row.unit,
                year,
                basis,
                row.baseline,
                document.id,
                document.section_path(begin),
                place.action,
                place.project,
                naming.names if naming else (),
                naming.scope if naming else None,
                begin,
                end,
                document.text[begin:end],
            )
        )
    return tuple(facts)


def _rows(document: Document, named: tuple[Naming, ...]) -> Iterator[tuple[Section, int, Row]]:
    """Every row with its section and the start of its sentence."""
    timeline = Timeline(document, document.date.year if document.date else None)
    rules = re.search(rf"(?:{any_of(words('phrases', 'regulations'))})[)）》\s]*$", fold(document.title)) is not None
    tables = _of_tables(document)
    cuts = sorted({(n.start, n.end) for n in named if n.end > n.covers_end} | {(t.start, t.end) for t in tables})
    for section in document.sections:
        if section.kind is SectionKind.EXCERPT:
            continue
        setting = Setting(timeline.tells_status(section), timeline.now, rules)
        while tables and tables[0].start < section.own_end:
            line = tables.pop(0)
            yield from ((section, line.start, row) for row in line.rows)
        for start, end in sentence_spans(document.text, section.start, section.own_end):
            for left, right in _without(start, end, cuts):
                sentence = document.text[left:right]
                reading = timeline.enter(section, dates(sentence), row=" | " in sentence)
                for row in rows(sentence, reading, setting):
                    yield section, left, row


@dataclass(frozen=True, slots=True)
class _TableRows:
    """A table row that gives values by year: its span, and its rows relative to its start."""

    start: int
    end: int
    rows: tuple[Row, ...]


def _of_tables(document: Document) -> list[_TableRows]:
    """The rows of every table of indicators; their year stands in the header, so it is inherited."""
    found = []
    for line in lines(document.text):
        made = tuple(
            Row(
                one.kind,
                one.indicator,
                one.comparator,
                one.comparator_word,
                one.value,
                one.unit,
                one.year,
                YearBasis.INHERITED,
                None,
                one.start - line.start,
                one.end - line.start,
            )
            for one in grid_rows(document.text, line, document.date.year if document.date else None)
        )
        if made:
            found.append(_TableRows(line.start, line.end, made))
    found += [_TableRows(one.start, one.end, tuple(_of_flat(one))) for one in flat_rows(document.text)]
    return sorted(found, key=lambda one: one.start)


def _of_flat(one: FlatRow) -> Iterator[Row]:
    """What is and what is to be of one indicator of a table that was torn apart."""
    values = ((FactKind.STATUS, one.now, one.now_year), (FactKind.TARGET, one.goal, one.goal_year))
    for kind, value, year in values:
        if value is not None:
            length, basis = one.end - one.start, YearBasis.INHERITED
            yield Row(kind, one.name, Comparator.EQUAL, "", value, one.unit, year, basis, None, 0, length)


def _without(start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of a sentence outside the brackets and lines that name units; `cuts` are in order."""
    for left, right in cuts[max(0, bisect_left(cuts, (start, 0)) - 1) :]:
        if left >= end:
            break
        if left > start:
            yield start, left
        start = max(start, min(right, end))
    if start < end:
        yield start, end


class _Answering:
    """Finds the naming of units that answers for a place; places are asked in document order."""

    def __init__(self, named: tuple[Naming, ...]) -> None:
        self._waiting = sorted(named, key=lambda n: -n.covers_start)
        self._open: list[Naming] = []

    def at(self, sentence: int, position: int) -> Naming | None:
        """The closest naming that covers `position` in the sentence starting at `sentence`."""
        while self._waiting and self._waiting[-1].covers_start <= position:
            self._open.append(self._waiting.pop())
        self._open = [n for n in self._open if n.covers_end > sentence]
        covers = [n for n in self._open if n.covers_start <= position < n.covers_end]
        return min(covers, key=lambda n: (n.end <= n.covers_end, n.covers_end - n.covers_start), default=None)
