"""Who is responsible: the units a document names, their role, and the stretch of text they answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from szassist.register.grid import unit_cells
from szassist.register.unit_names import (
    CLOSE,
    OPEN,
    AssignedUnit,
    Role,
    names_units,
    parts_of,
    read_units,
    split_names,
    unit_words,
)
from szassist.schema import Document, Section, SectionKind, UnitsScope
from szassist.text.dates import dates
from szassist.text.script import fold
from szassist.text.tables import lines

_LONGEST = 900  # characters a bracket of units may hold


_TIMED = re.compile(r"[,;。]\s?(?:完成时限[:：])?[^,;。、\d]{0,4}\d{4}年[^,;。、]{0,12}$")  # …牵头,2024年6月底前完成


@dataclass(frozen=True, slots=True)
class Naming:
    """`text[start:end]` names the units that answer for `text[covers_start:covers_end]`."""

    start: int
    end: int
    units: tuple[AssignedUnit, ...]
    scope: UnitsScope
    section: int  # index of the section that is assigned
    covers_start: int
    covers_end: int
    year: int | None = None  # by which, where a line 完成时限 says so
    title: str | None = None  # of a table row: its first words

    @property
    def names(self) -> tuple[str, ...]:
        """The units' names in the order of the text."""
        return tuple(unit.name for unit in self.units)

    def named(self, role: Role) -> tuple[str, ...]:
        """The names of the units with one role."""
        return tuple(unit.name for unit in self.units if unit.role is role)


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place that names units: its span, and whether it stands on lines of its own."""

    start: int
    end: int
    units: tuple[AssignedUnit, ...]
    line: bool
    year: int | None = None


def namings(document: Document) -> tuple[Naming, ...]:
    """Every naming of responsible units in a document, in order, with what it covers."""
    folded = fold(document.text)
    found = (*_brackets(document.text, folded), *_lines(document.text, folded), *_sentences(document.text, folded))
    marks = sorted(found, key=lambda m: m.start)
    placed = _place(marks, document)
    sentences = _in_sentences(document, folded, placed)
    cells = _in_tables(document)
    return tuple(sorted([*placed, *sentences, *cells], key=lambda a: (a.start, a.end)))


def _brackets(text: str, folded: str) -> Iterator[_Mark]:
    """Brackets holding units: opened by a label, or closed by a verb after names that look like units."""
    words = unit_words()
    for start, end in _pairs(folded):
        inner = _TIMED.sub("", folded[start + 1 : end - 1])
        label = words.label.match(inner.lstrip()) or words.noted.match(inner)
        if label or (words.closing.search(inner) and names_units(inner)):
            units = read_units(text[start + 1 : end - 1].strip())
            if units:
                yield _Mark(start, end, units, line=False, year=_deadline(folded[start + 1 + len(inner) : end - 1]))


def _pairs(folded: str) -> Iterator[tuple[int, int]]:
    """Outermost bracket pairs on at most `_LONGEST` characters; an unclosed bracket opens none."""
    stack: list[int] = []
    for i, char in enumerate(folded):
        if char in OPEN:
            while stack and i - stack[0] > _LONGEST:
                stack.clear()
            stack.append(i)
        elif char in CLOSE and stack:
            start = stack.pop()
            if not stack:
                yield start, i + 1


def _lines(text: str, folded: str) -> Iterator[_Mark]:
    """Label lines below an item (牵头单位：…, 参与部门：…, 完成时限：…), a run of them as one mark."""
    run: _Mark | None = None
    for match in re.finditer(rf"(?:^|(?<=[\n。 ]))[ \t　]*{unit_words().label.pattern}[^\n]*", folded):
        content, label = text[match.start() : match.end()], match["label"]
        year = _deadline(content) if label in unit_words().deadline else None
        units = read_units(content.strip())
        if run and not folded[run.end : match.start()].strip() and (year or units or label in unit_words().deadline):
            run = replace(run, end=match.end(), units=run.units + units, year=run.year or year)
            continue
        if run and run.units:
            yield run
        run = _Mark(match.start(), match.end(), units, line=True, year=year)
    if run and run.units:
        yield run


def _sentences(text: str, folded: str) -> Iterator[_Mark]:
    """Sentences that only name units: 省大数据局牵头，省通信管理局按职责分工负责，2024年6月底前完成; 省财政厅负责。"""
    for match in _ONLY_UNITS.finditer(folded):
        said = _TIMED.sub("", match[0])
        if names_units(said) and all(_is_units(part) for part in parts_of(said)):
            yield _Mark(
                match.start(),
                match.end(),
                read_units(text[match.start() : match.start() + len(said)]),
                False,
                _deadline(match[0][len(said) :]),
            )


_ONLY_UNITS = re.compile(r"(?:^|(?<=[。\n]))[^。\n:()]{2,120}(?:牵头|负责|落实|配合)[^。\n:()]{0,160}(?=[。\n]|\Z)")


def _is_units(part: str) -> bool:
    """Whether a part of a sentence is nothing but names of units and what they do: 省财政厅、省税务局负责."""
    verb = unit_words().verb.search(part)
    names = split_names(part[: verb.start()]) if verb else ()
    return bool(names) and all(len(name) <= 20 and unit_words().name.search(fold(name)) for name in names)


def _deadline(line: str) -> int | None:
    """The year of a 完成时限 line; a stage that goes on (取得阶段性成果并持续推进) is no deadline."""
    if re.search(r"阶段|持续|长期|每年", fold(line)):
        return None
    return next((t.year for t in dates(line) if t.year), None)


def _place(marks: list[_Mark], document: Document) -> list[Naming]:
    """Give each mark its section, scope and cover: from the mark before it, or its section's start."""
    placed: list[Naming] = []
    crowded = _sections_of(marks, document)
    items = items_below(document)
    last = 0
    for mark in marks:
        section = document.section_at(mark.start)
        if section.kind is SectionKind.CLOSING and section.parent is not None:
            section = _closed(section, crowded, items, document)
            scope, start = _whole(section, document), section.start
        elif (action := _closes_action(mark, section, crowded, items, document)) is not None:
            section, scope, start = action, UnitsScope.ACTION, action.start
        else:
            scope, start = (UnitsScope.PROJECT if mark.line else UnitsScope.SENTENCE), section.start
        if scope is not UnitsScope.ACTION:
            start = max(start, last)
        placed.append(Naming(mark.start, mark.end, mark.units, scope, section.index, start, mark.start, mark.year))
        last = mark.end
    return placed


def _closed(
    closing: Section, crowded: dict[int, int], below: dict[int, list[Section]], document: Document
) -> Section:
    """What a 〔责任单位：…〕 on a line of its own closes: the whole section above it, or its last item where the items before
    it have units of their own.
    """
    assert closing.parent is not None
    above = document.sections[closing.parent]
    items = [item for item in below.get(above.index, ()) if item.start < closing.start]
    each = len(items) > 1 and all(crowded.get(item.index) for item in items[:-1])
    return items[-1] if each and not crowded.get(items[-1].index) else above


def _sections_of(marks: list[_Mark], document: Document) -> dict[int, int]:
    """How many marks stand in each section's own text."""
    count: dict[int, int] = {}
    for mark in marks:
        index = document.section_at(mark.start).index
        count[index] = count.get(index, 0) + 1
    return count


def _whole(section: Section, document: Document) -> UnitsScope:
    """An action is a section with numbered items below it; any other assigned section is one project."""
    below = takewhile(lambda s: s.start < section.end, islice(document.sections, section.index + 1, None))
    items = any(
        s.parent == section.index and s.kind in (SectionKind.ITEM, SectionKind.SUBITEM, SectionKind.SUBSECTION)
        for s in below
    )
    return UnitsScope.ACTION if items else UnitsScope.PROJECT


def items_below(document: Document) -> dict[int, list[Section]]:
    """The numbered items right below each section, by its index."""
    found: dict[int, list[Section]] = {}
    for section in document.sections:
        if section.kind is SectionKind.ITEM and section.parent is not None:
            found.setdefault(section.parent, []).append(section)
    return found


def _closes_action(
    mark: _Mark, section: Section, crowded: dict[int, int], below: dict[int, list[Section]], document: Document
) -> Section | None:
    """The action a 〔责任单位：…〕 after its last item closes: no other item of the action has units of its own."""
    if section.kind is not SectionKind.ITEM or section.parent is None or mark.line:
        return None
    items = below[section.parent]
    rest = document.text[mark.end : section.own_end].strip()
    alone = document.text[mark.start] in "〔【" and not rest and items[-1].index == section.index and len(items) > 1
    return document.sections[section.parent] if alone and not any(crowded.get(s.index) for s in items[:-1]) else None


def _in_tables(document: Document) -> Iterator[Naming]:
    """A table column 责任单位: its cell answers for the row up to it."""
    for line in lines(document.text):
        cells = unit_cells(document.text, line)
        if not cells:
            continue
        units = [
            AssignedUnit(name, unit_words().roles[label])
            for label, cell in cells
            for name in split_names(document.text[cell.start : cell.end])
        ]
        first, last = min(c.start for _, c in cells), max(c.end for _, c in cells)
        section = document.section_at(line.start).index
        told = [document.text[c.start : c.end].strip() for c in line.cells if c is not None and c.end <= first]
        title = next((cell for cell in told if _WORDS.search(cell)), None)
        if units and first > line.start:
            scope = UnitsScope.SENTENCE
            yield Naming(first, last, tuple(units), scope, section, line.start, first, None, title)


_ONE = r"[省市区县][\u4e00-\u9fff]{1,14}?[局委厅办部院会府队]"
_THEY = re.compile(
    rf"(?:^|(?<=[。;,\n]))(?P<names>{_ONE}(?:[、和]{_ONE})*)(?P<verb>牵头负责|牵头)(?=[\u4e00-\u9fff]{{2}})"
)
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")  # a number in the first column is no title

_BY = re.compile(
    r"(?:由|(?<=[。\n])(?=[^,;。:：\n由]{2,30}?[局委厅办部](?:会同|要会同|应当会同)))(?P<names>[^,;。:：\n由]{2,80}?)(?:应当|要)?(?P<verb>共同负责|牵头负责|牵头|组织实施|负责|会同)"
)


_WITH = re.compile(
    r"(?P<names>[^,;。:\n会]{2,60}?(?:[局委厅办部院会]|等?(?:有关|相关)?(?:部门|单位)|等))(?![、及和与等局委门位室])"
)


def _in_sentences(document: Document, folded: str, placed: list[Naming]) -> Iterator[Naming]:
    """由市发改委牵头编制…: the units answer for that sentence."""
    for match in (*_BY.finditer(folded), *_THEY.finditer(folded)):
        names = split_names(document.text[match.start("names") : match.end("names")])
        if not names or not all(unit_words().name.search(fold(name)) for name in names):
            continue
        if any(a.start <= match.start() < a.end for a in placed):
            continue
        section = document.section_at(match.start())
        start = (
            match.start()
            if match.re is _THEY
            else max(*(folded.rfind(stop, 0, match.start()) + 1 for stop in "。\n"), section.start)
        )
        stop = folded.find("。", match.end())
        end = min(section.own_end, stop if stop >= 0 else len(folded))
        role = Role.LEAD if match["verb"].startswith("牵头") else Role.RESPONSIBLE
        units, named_end = tuple(AssignedUnit(name, role) for name in names), match.end()
        if match["verb"] == "会同" and (others := _WITH.match(folded, match.end())):
            named_end = others.end()
            joint = split_names(document.text[slice(*others.span("names"))])
            units = tuple(AssignedUnit(name, Role.LEAD) for name in names)
            units += tuple(AssignedUnit(name, Role.SUPPORT) for name in joint if name not in names)
        yield Naming(match.start(), named_end, units, UnitsScope.SENTENCE, section.index, start, end)
