"""The rows of the documents' tables by the name that each begins with: 猎德街 | 38373695 | 海明路20号 under its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from szassist.answer.ground.draft import Evidence
from szassist.schema import Document
from szassist.text.script import fold
from szassist.text.tables import Cell, Line, lines

_NUMBERING = re.compile(r"^(?:序号|编号|号码?|no\.?|项次|#)?$")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
LONGEST = 24  # characters of a name; what is longer is a sentence


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its name, and the other cells by the heading each stands under; folded."""

    place: Evidence
    header: Evidence
    name: str
    above: str  # the heading of the column of names
    title: str  # the headings that the table stands below
    cells: tuple[tuple[str, str, Evidence], ...]  # heading, what the cell says, and where


def rows_of(document: Document) -> Iterator[TableRow]:
    """The rows that begin with a name, after a number where they are numbered."""
    for line in lines(document.text):
        if row := _row(document, line):
            yield row


def _row(document: Document, line: Line) -> TableRow | None:
    said = [_said(document, cell) for cell in line.cells]
    heads = [_said(document, cell) for cell in line.header]
    at = next((i for i, head in enumerate(heads) if not _NUMBERING.match(head)), None)
    if at is None or not _HAN.search(said[at]) or len(said[at]) > LONGEST:
        return None
    title = " ".join((document.title, *document.section_path(line.start)))
    others = [
        (head, text, Evidence(document.id, cell.start, cell.end))
        for i, (head, text, cell) in enumerate(zip(heads, said, line.cells, strict=True))
        if i > at and cell is not None and text
    ]
    header = Evidence(document.id, line.header[0].start, line.header[-1].end)
    place = Evidence(document.id, line.start, line.end)
    return TableRow(place, header, said[at], heads[at], fold(title), tuple(others))


def _said(document: Document, cell: Cell | None) -> str:
    return fold(document.text[cell.start : cell.end]).strip() if cell else ""
