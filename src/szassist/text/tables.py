"""The rows of tables in a text, under their headers.

Readers give a table row as one line with ` | ` between its cells; the first line of a run of them is the header.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CELL = re.compile(r"\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's place in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A table row under its header; `cells[i]` stands below `header[i]`, None where the row is shorter."""

    start: int
    end: int
    header: tuple[Cell, ...]
    cells: tuple[Cell | None, ...]


def lines(text: str) -> Iterator[Line]:
    """The rows of every table in `text`, below their headers; a row cut short by joined cells is aligned right."""
    header: tuple[Cell, ...] = ()
    position = 0
    for raw in text.splitlines(keepends=True):
        start, position = position, position + len(raw)
        cells = tuple(_cells(raw.rstrip(), start))
        if len(cells) < 2:
            header = ()
        elif not header or len(cells) > len(header):
            header = cells
        else:
            missing: tuple[Cell | None, ...] = (None,) * (len(header) - len(cells))
            yield Line(start, start + len(raw.rstrip()), header, missing + cells)


def _cells(raw: str, offset: int) -> Iterator[Cell]:
    begin = 0
    for match in _CELL.finditer(raw):
        yield Cell(offset + begin, offset + match.start())
        begin = match.end()
    yield Cell(offset + begin, offset + len(raw))
