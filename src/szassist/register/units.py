"""Who is responsible: the units a document names, their role, and the stretch of text they answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

from szassist.register.grid import lines, unit_cells
from szassist.register.lexicon import any_of, table
from szassist.schema import Document, Section, SectionKind, UnitsScope
from szassist.text.dates import dates
from szassist.text.script import fold

_LONGEST = 900  # characters a bracket of units may hold


class Role(StrEnum):
    """What the text makes of a unit."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"  # named without saying who leads
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class AssignedUnit:
    """A unit by its exact name, and its role."""

    name: str
    role: Role


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


@dataclass(frozen=True, slots=True)
class _Words:
    label: re.Pattern[str]
    verb: re.Pattern[str]
    closing: re.Pattern[str]
    name: re.Pattern[str]
    roles: dict[str, Role]
    deadline: frozenset[str]


@cache
def _words() -> _Words:
    data = table("units")
    roles = {word: Role(role) for kind in ("labels", "verbs") for role in Role for word in data[kind][role]}
    labels = [word for words in data["labels"].values() for word in words]
    verbs = any_of(word for words in data["verbs"].values() for word in words)
    return _Words(
        re.compile(rf"(?P<label>{any_of(labels)})\s?[:：]"),
        re.compile(rf"(?:等|共同|分别|要)?(?P<verb>{verbs})(?:等)?$"),
        re.compile(rf"(?:{verbs})[。;\s]?$"),
        re.compile(rf"(?:{any_of(data['names']['endings'])})(?:\([^()]*\)|〔[^〔〕]*〕)?等?$"),
        roles,
        frozenset(data["labels"]["deadline"]),
    )


_OPEN, _CLOSE = "([{〔【〈《", ")]}〕】〉》"
_JOINT = re.compile(
    r"(?:各|有关|相关)?(?:设区|地级)?[市区州盟](?:\([^()]{0,8}\))?、(?:自治)?[县市区旗](?:[(〔][^()〔〕]{1,6}[)〕])?(?:、[区县市旗]){0,2}(?=人民政府|政府|党委|管委会|有关|相关)"
)
_TAIL = re.compile(r"等(?:[省市区县][级直属]?)?(?:各|有关|相关)*(?:部门|单位|各方|机构)*$")


def split_names(text: str) -> tuple[str, ...]:
    """The units listed in `text`, exact names: only commas outside brackets part them."""
    folded = fold(text)
    joint = {i for m in _JOINT.finditer(folded) for i in range(*m.span()) if folded[i] == "、"}
    names, depth, start = [], 0, 0
    for i, char in enumerate(folded + "、"):
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif char in "、,;" and i not in joint and (depth == 0 or i == len(folded)):
            names.append(_clean(text[start:i]))
            start = i + 1
    return tuple(name for name in names if name)


def _clean(name: str) -> str:
    """A name without line breaks, 等 behind it and joining words before it."""
    whole = re.sub(r"\s+", "", name).strip("。.:：")
    folded = fold(whole)
    head = re.match(r"(?:由|会同|以及|并由|并会同)", folded)
    tail = _TAIL.search(folded)
    cut = tail.start() if tail and tail.start() > 1 else len(whole)
    name = whole[head.end() if head else 0 : cut]
    return name if len(whole) <= 40 and re.search(r"[\u4e00-\u9fff]{2}", name) else ""


def read_units(text: str) -> tuple[AssignedUnit, ...]:
    """The units of a bracket or line, by its labels (责任单位：…；配合单位：…) or closing verbs (…牵头，…配合)."""
    folded = fold(text)
    marks = list(_words().label.finditer(folded))
    units: list[AssignedUnit] = []
    bounds = [m.start() for m in marks] + [len(text)]
    if not marks or marks[0].start() > 0:
        units += _by_verbs(text[: bounds[0]], Role.RESPONSIBLE)
    for mark, stop in zip(marks, bounds[1:], strict=True):
        if mark["label"] not in _words().deadline:
            units += _by_verbs(text[mark.end() : stop], _words().roles[mark["label"]])
    return tuple(dict.fromkeys(units))


def _by_verbs(text: str, role: Role) -> list[AssignedUnit]:
    """Names up to the first full stop; a verb closing a part gives its role to the names of that part."""
    text = re.split(r"[。\n]", text, maxsplit=1)[0].rstrip(" ;；,，")
    units: list[AssignedUnit] = []
    given = role
    for part in reversed(_parts(text)):
        verb = _words().verb.search(fold(part))
        if verb:
            given = _words().roles[verb["verb"]]
        names = split_names(part[: verb.start()] if verb else part)
        units = [AssignedUnit(name, given) for name in names] + units
    return units


def _parts(text: str) -> list[str]:
    """`text` cut at commas and semicolons outside brackets."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(fold(text)):
        depth += (char in _OPEN) - (char in _CLOSE)
        if char in ",;" and depth <= 0:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


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
    marks = sorted([*_brackets(document.text, folded), *_lines(document.text, folded)], key=lambda m: m.start)
    placed = _place(marks, document)
    sentences = _in_sentences(document, folded, placed)
    cells = _in_tables(document)
    return tuple(sorted([*placed, *sentences, *cells], key=lambda a: (a.start, a.end)))


def _brackets(text: str, folded: str) -> Iterator[_Mark]:
    """Brackets holding units: opened by a label, or closed by a verb after names that look like units."""
    words = _words()
    for start, end in _pairs(folded):
        inner = folded[start + 1 : end - 1]
        label = words.label.match(inner.lstrip())
        if label or (words.closing.search(inner) and _names_units(inner)):
            units = read_units(text[start + 1 : end - 1].strip())
            if units:
                yield _Mark(start, end, units, line=False)


def _names_units(inner: str) -> bool:
    first = re.split(r"[、,;]", inner, maxsplit=1)[0]
    verb = _words().verb.search(first)
    return bool(_words().name.search(first[: verb.start()] if verb else first)) and "。" not in inner


def _pairs(folded: str) -> Iterator[tuple[int, int]]:
    """Outermost bracket pairs on at most `_LONGEST` characters; an unclosed bracket opens none."""
    stack: list[int] = []
    for i, char in enumerate(folded):
        if char in _OPEN:
            while stack and i - stack[0] > _LONGEST:
                stack.clear()
            stack.append(i)
        elif char in _CLOSE and stack:
            start = stack.pop()
            if not stack:
                yield start, i + 1


def _lines(text: str, folded: str) -> Iterator[_Mark]:
    """Label lines below an item (牵头单位：…, 参与部门：…, 完成时限：…), a run of them as one mark."""
    run: _Mark | None = None
    for match in re.finditer(rf"(?:^|(?<=[\n。 ]))[ \t　]*{_words().label.pattern}[^\n]*", folded):
        content, label = text[match.start() : match.end()], match["label"]
        year = _deadline(content) if label in _words().deadline else None
        units = read_units(content.strip())
        if run and not folded[run.end : match.start()].strip() and (year or units or label in _words().deadline):
            run = replace(run, end=match.end(), units=run.units + units, year=run.year or year)
            continue
        if run and run.units:
            yield run
        run = _Mark(match.start(), match.end(), units, line=True, year=year)
    if run and run.units:
        yield run


def _deadline(line: str) -> int | None:
    """The year of a 完成时限 line; a stage that goes on (取得阶段性成果并持续推进) is no deadline."""
    if re.search(r"阶段|持续|长期|每年", fold(line)):
        return None
    return next((t.year for t in dates(line) if t.year), None)


def _place(marks: list[_Mark], document: Document) -> list[Naming]:
    """Give each mark its section, scope and cover: from the mark before it, or its section's start."""
    placed: list[Naming] = []
    crowded = _sections_of(marks, document)
    last = 0
    for mark in marks:
        section = document.section_at(mark.start)
        if section.kind is SectionKind.CLOSING and section.parent is not None:
            section = document.sections[section.parent]
            scope, start = _whole(section, document), section.start
        elif (action := _closes_action(mark, section, crowded, document)) is not None:
            section, scope, start = action, UnitsScope.ACTION, action.start
        else:
            scope, start = (UnitsScope.PROJECT if mark.line else UnitsScope.SENTENCE), section.start
        if scope is not UnitsScope.ACTION:
            start = max(start, last)
        placed.append(Naming(mark.start, mark.end, mark.units, scope, section.index, start, mark.start, mark.year))
        last = mark.end
    return placed


def _sections_of(marks: list[_Mark], document: Document) -> dict[int, int]:
    """How many marks stand in each section's own text."""
    count: dict[int, int] = {}
    for mark in marks:
        index = document.section_at(mark.start).index
        count[index] = count.get(index, 0) + 1
    return count


def _whole(section: Section, document: Document) -> UnitsScope:
    """An action is a section with numbered items below it; any other assigned section is one project."""
    below = (s for s in document.sections[section.index + 1 :] if s.parent == section.index)
    items = any(s.kind in (SectionKind.ITEM, SectionKind.SUBITEM, SectionKind.SUBSECTION) for s in below)
    return UnitsScope.ACTION if items else UnitsScope.PROJECT


def _closes_action(mark: _Mark, section: Section, crowded: dict[int, int], document: Document) -> Section | None:
    """The action a 〔责任单位：…〕 after its last item closes: no other item of the action has units of its own."""
    if section.kind is not SectionKind.ITEM or section.parent is None or mark.line:
        return None
    items = [s for s in document.sections if s.parent == section.parent and s.kind is SectionKind.ITEM]
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
            AssignedUnit(name, _words().roles[label])
            for label, cell in cells
            for name in split_names(document.text[cell.start : cell.end])
        ]
        first, last = min(c.start for _, c in cells), max(c.end for _, c in cells)
        section = document.section_at(line.start).index
        told = [c for c in line.cells if c is not None and c.end <= first and c.end - c.start > 1]
        title = document.text[told[0].start : told[0].end].strip() if told else None
        if units and first > line.start:
            scope = UnitsScope.SENTENCE
            yield Naming(first, last, tuple(units), scope, section, line.start, first, None, title)


_BY = re.compile(r"由(?P<names>[^,;。:：\n由]{2,80}?)(?P<verb>共同负责|牵头负责|牵头|组织实施|负责|会同)")


def _in_sentences(document: Document, folded: str, placed: list[Naming]) -> Iterator[Naming]:
    """由市发改委牵头编制…: the units answer for that sentence."""
    for match in _BY.finditer(folded):
        names = split_names(document.text[match.start("names") : match.end("names")])
        if not names or not all(_words().name.search(fold(name)) for name in names):
            continue
        if any(a.start <= match.start() < a.end for a in placed):
            continue
        section = document.section_at(match.start())
        start = max(folded.rfind("。", 0, match.start()) + 1, section.start)
        stop = folded.find("。", match.end())
        end = min(section.own_end, stop if stop >= 0 else len(folded))
        role = Role.LEAD if match["verb"].startswith("牵头") else Role.RESPONSIBLE
        units = tuple(AssignedUnit(name, role) for name in names)
        yield Naming(match.start(), match.end(), units, UnitsScope.SENTENCE, section.index, start, end)
