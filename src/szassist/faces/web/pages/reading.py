"""A document's text as readable HTML: headings, paragraphs and tables, in which every character keeps its offset.

An element with `data-s` holds the document's characters from that offset on; what is not the document's own (marks of
notes, links to a paragraph) has the class `aside`. `reader.js` finds the span of an address by these two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from szassist.faces.web.pages.markup import joined, region, tag
from szassist.faces.web.pages.voice import Voice
from szassist.schema import Document, Repair, Section, SectionKind

_HEADLINES = {SectionKind.PREFACE, SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION}
_DEEPEST = 6
_CELL = re.compile(r"\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text."""

    start: int
    end: int

    @property
    def id(self) -> str:
        """The id of the element that stands for it, as in `Citation.permalink`."""
        return f"c{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as one reader wants to see it."""

    document: Document
    voice: Voice
    converted: bool = True  # in the reader's script
    hits: tuple[Span, ...] = ()
    anchors: tuple[Span, ...] = ()  # spans that are linked to: they can be reached without a script
    permalinks: bool = False

    @property
    def text(self) -> str:
        """The text to show, of the same length as the document's."""
        return self.voice.shown(self.document.text) if self.converted else self.document.text


@dataclass(frozen=True, slots=True)
class Block:
    """One line of a document: a heading, a paragraph with a lead phrase up to `lead`, or a row of a table."""

    span: Span
    section: Section
    heading: bool
    lead: int


def outlined(document: Document, start: int, end: int) -> Iterator[Block]:
    """The lines of a stretch of a document with their place in its outline."""
    parents = {section.parent for section in document.sections}
    for section in document.sections:
        low, high = max(start, section.start), min(end, section.own_end)
        first = True
        for line in re.finditer(r"[^\n]*\S[^\n]*", document.text[low:high] if low < high else ""):
            inner = line.group()
            left = low + line.start() + len(inner) - len(inner.lstrip())
            span = Span(left, low + line.start() + len(inner.rstrip()))
            opens = first and low == section.start
            lead = heading_end(document.text, section, span) if opens else span.start
            whole = opens and lead >= span.end
            yield Block(span, section, whole and (section.kind in _HEADLINES or section.index in parents), lead)
            first = False


def heading_end(text: str, section: Section, span: Span) -> int:
    """Where the heading that opens a section's first line ends, with its closing mark; its start where it has none."""
    at = span.start
    for char in "".join(section.heading.split()):
        while at < span.end and text[at].isspace():
            at += 1
        if at >= span.end or text[at] != char:
            return span.start
        at += 1
    return at + 1 if at < span.end and text[at] in "。：:．." and at > span.start else at


def blocks(reading: Reading, start: int, end: int, level: int = 2) -> Markup:
    """The text from `start` to `end`; the uppermost headings are of `level`."""
    parts: list[Markup] = []
    rows: list[Block] = []
    lines = list(outlined(reading.document, start, end))
    depths = _depths(lines, reading.document)
    for line in lines:
        if " | " in reading.document.text[line.span.start : line.span.end]:
            rows.append(line)
            continue
        if rows:
            parts.append(_table(rows, reading))
            rows = []
        parts.append(_line(line, reading, min(_DEEPEST, level + depths.get(line.section.index, 0))))
    return joined((*parts, *([_table(rows, reading)] if rows else [])))


def _depths(lines: list[Block], document: Document) -> dict[int, int]:
    """How many of the headings shown stand above each section that is shown as a heading."""
    headings = {line.section.index for line in lines if line.heading}
    return {
        index: sum(above.index in headings for above in document.ancestors(document.sections[index])[:-1])
        for index in headings
    }


def _line(line: Block, reading: Reading, level: int) -> Markup:
    span = line.span
    attributes: dict[str, str | int | bool | None] = {"id": span.id, "data-s": span.start}
    mark = _permalink(span, reading)
    if line.heading:
        if line.section.kind is SectionKind.ROOT:
            return tag("p", {**attributes, "class": "doctitle"}, inline(reading, span), mark)
        return tag(f"h{level}", attributes, inline(reading, span), mark)
    css = "closing" if line.section.kind is SectionKind.CLOSING else None
    if span.start < line.lead < span.end:
        lead = tag("b", None, inline(reading, Span(span.start, line.lead)))
        return tag("p", {**attributes, "class": css}, lead, inline(reading, Span(line.lead, span.end)), mark)
    return tag("p", {**attributes, "class": css}, inline(reading, span), mark)


def _permalink(span: Span, reading: Reading) -> Markup:
    if not reading.permalinks:
        return Markup("")
    attributes = {
        "href": f"#{span.id}",
        "class": "pilcrow aside",
        "aria-label": reading.voice.say("document.permalink"),
    }
    return tag("a", attributes, "¶")


def _table(rows: list[Block], reading: Reading) -> Markup:
    """Lines with cells as one table, the first of them its head."""
    shown = [
        tag(
            "tr",
            {"id": row.span.id},
            joined(_cell(c, reading, "td" if number else "th") for c in cells(row, reading)),
        )
        for number, row in enumerate(rows)
    ]
    table = tag("table", {"class": "grid"}, tag("thead", None, shown[0]), tag("tbody", None, *shown[1:]))
    return region(reading.voice.say("document.table"), table)


def cells(row: Block, reading: Reading) -> Iterator[Span]:
    """The cells of a table row; empty ones too."""
    text = reading.document.text[row.span.start : row.span.end]
    at = 0
    for bar in _CELL.finditer(text):
        yield Span(row.span.start + at, row.span.start + bar.start())
        at = bar.end()
    yield Span(row.span.start + at, row.span.end)


def _cell(span: Span, reading: Reading, kind: str) -> Markup:
    scope = "col" if kind == "th" and span.start < span.end else None
    kind = "td" if kind == "th" and scope is None else kind  # an empty head is no head
    return tag(kind, {"data-s": span.start, "scope": scope}, inline(reading, span))


def inline(reading: Reading, span: Span) -> Markup:
    """The text of a span with its hits, repairs and anchors marked."""
    repairs = [r for r in reading.document.repairs if r.start < span.end and r.end > span.start]
    hits = [(n, h) for n, h in enumerate(reading.hits, 1) if h.start < span.end and h.end > span.start]
    anchors = [a for a in reading.anchors if span.start <= a.start < span.end]
    edges = {span.start, span.end, *(a.start for a in anchors)}
    edges |= {at for r in repairs for at in (r.start, r.end)} | {at for _, h in hits for at in (h.start, h.end)}
    points = sorted(at for at in edges if span.start <= at <= span.end)
    parts: list[Markup] = []
    for low, high in pairwise(points):
        parts += [tag("span", {"id": a.id, "class": "anchor"}) for a in anchors if a.start == low]
        piece = Markup("") + reading.text[low:high]
        covering = [(n, h) for n, h in hits if h.start <= low and high <= h.end]
        for number, hit in covering[:1]:
            piece = tag("mark", {"id": f"hit-{number}" if low == max(hit.start, span.start) else None}, piece)
        for repair in repairs:
            if repair.start <= low and high <= repair.end:
                piece = tag("span", {"class": "repaired" if repair.applied else "doubted"}, piece)
        parts.append(piece)
        parts += [_reference(r, reading.voice) for r in repairs if r.end == high and reading.permalinks]
    return joined(parts)


def _reference(repair: Repair, voice: Voice) -> Markup:
    """The link from a repaired or doubtful spot to its note."""
    word = voice.say("document.repaired_mark" if repair.applied else "document.doubted_mark")
    attributes = {"href": f"#note-{repair.id}", "id": f"ref-{repair.id}", "class": "noteref aside"}
    return tag("a", attributes, word)
