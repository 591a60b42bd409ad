"""What a table says of the row that a question names, under the heading it asks for: 猎德街的电话是多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from szassist.answer.ground.cells import TableRow
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import table
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Status
from szassist.text.script import fold, for_reader

NOTHING = 0.3  # weight of words that name nothing
SHORTEST = 2  # characters of a name without what all names of its column end with
MOST = 60  # rows of one list
_DIGITS = re.compile(r"\d[\d-]{5,}\d")

BACK = 4  # messages that are looked back on for a row or a heading

Cell = tuple[str, str, Evidence]
_Column = tuple[str, tuple[re.Pattern[str], re.Pattern[str]]]  # how it is asked for, how it is headed
_Named = tuple[TableRow, str]  # a row with how a message says it


def from_cells(query: Query, material: Material) -> Draft | None:
    """The cells of the rows named under the heading asked for, or all of them where only the heading is; the name of the row
    that has the number which the question gives. None where it asks for something else.
    """
    folded = fold(query.question)
    rows = material.inventory.table_rows
    if not rows or query.years:
        return None
    if query.documents:
        rows = tuple(row for row in rows if row.place.document_id in query.documents)
    if number := _DIGITS.search(folded):
        return _with_number(number[0], rows, query)
    asked = _asked(folded)
    named = _named(folded, rows)
    if query.talked:
        asked, named = _taken_over(query, folded, rows, asked, named)
    if not asked:
        return None
    heads = [pattern[1] for _, pattern in asked]
    told = [(row, cells) for row, _ in named if (cells := _under(row, heads))]
    if named:
        said = [said for _, said in named]
        return _shown(told, query) if told and not _other(query, folded, told[0][0], said) else None
    every = [(row, cells) for row in rows if (cells := _under(row, heads))]
    if len(every) > 1 and not _other(query, folded, every[0][0], []):
        return _shown(every, query)
    return None


def _asked(folded: str) -> list[_Column]:
    return [column for column in _columns() if column[1][0].search(folded)]


def _taken_over(
    query: Query, folded: str, rows: Sequence[TableRow], asked: list[_Column], named: list[_Named]
) -> tuple[list[_Column], list[_Named]]:
    """The columns and rows of a follow-up that names only the one or the other, with those of the last message about the
    table (五山街电话多少, then 地址呢, then 石牌街呢); a message about all rows takes none over.
    """
    if bool(asked) == bool(named) or _naming("all").search(folded):
        return asked, named
    for said in query.talked[:BACK]:
        columns, before = _asked(said), _named(said, rows)
        if not (columns or before):
            break
        if asked and before:
            return asked, before
        if named and columns:
            return columns, named
    return asked, named


@cache
def _columns() -> tuple[_Column, ...]:
    """The kinds of columns, each with how it is asked for and how it is headed."""
    found = table("tables")["columns"]
    return tuple((name, (re.compile(one["asked"]), re.compile(one["heads"]))) for name, one in found.items())


@cache
def _naming(name: str) -> re.Pattern[str]:
    return re.compile(table("tables")["naming"][name])


def _under(row: TableRow, heads: Sequence[re.Pattern[str]]) -> list[Cell]:
    return [cell for cell in row.cells if any(head.search(cell[0]) for head in heads)]


def _named(folded: str, rows: Sequence[TableRow]) -> list[_Named]:
    """The rows whose names a question says, each with how it does; of names within one another, only the longest."""
    found: list[tuple[int, int, TableRow]] = []
    for row in rows:
        for match in re.finditer(_called(row, rows), folded):
            before = folded[match.start() - 1 : match.start()]
            if not before or not before > "\u3000" or _naming("before").match(before):
                found.append((*match.span(), row))
    kept = [
        one for one in found if not any(a <= one[0] and one[1] <= b and b - a > one[1] - one[0] for a, b, _ in found)
    ]
    said = {id(row): (row, folded[start:end]) for start, end, row in sorted(kept, key=lambda one: one[0])}
    return list(said.values())


def _called(row: TableRow, rows: Sequence[TableRow]) -> str:
    """How the name of a row is said: whole, or without the character that the names of its table end with."""
    whole = re.escape(row.name)
    beside = [one.name for one in rows if one.header == row.header]
    stem = row.name[:-1]
    if len(stem) < SHORTEST or len(beside) < SHORTEST or len({name[-1] for name in beside}) > 1:
        return whole
    return f"{whole}|{re.escape(stem)}(?={_naming('after').pattern})"


def _other(query: Query, folded: str, row: TableRow, said: Sequence[str]) -> bool:
    """Whether a question asks for something beside rows, headings and what the table is of: 猎德街派出所的电话."""
    for name in said:
        folded = folded.replace(name, " ")
    known = f"{row.title} {row.above} {' '.join(head for head, *_ in row.cells)}"
    for _, (asked, _) in _columns():
        folded = asked.sub(" ", folded)
    rest = _naming("filler").sub(" ", folded)
    telling = [term for term in query.terms if term.weight >= NOTHING and not term.held_by(known)]
    stray = [part for part in re.findall(r"[\u4e00-\u9fff]{2,}", rest) if part not in known]
    return bool(query.strangers) or bool(stray) or any(term.word in rest for term in telling)


def _with_number(number: str, rows: Sequence[TableRow], query: Query) -> Draft | None:
    found = [(row, [cell]) for row in rows for cell in row.cells if number in cell[1]]
    return _shown(found, query) if found else None


def _shown(told: Sequence[tuple[TableRow, Sequence[Cell]]], query: Query) -> Draft:
    """A line for each row, counted where there are several."""
    lines = [
        Statement(
            for_reader(phrase(query.language, "row", name=row.name, cells=_cells(cells, query)), query.language),
            (row.place, row.header),
        )
        for row, cells in told[:MOST]
    ]
    if len(lines) > 1:
        count = Count(tuple(row.place for row, _ in told))
        head = Statement(phrase(query.language, "list_count", count=str(len(told))), (), (count,))
        lines = [head, *lines]
    return Draft(Status.ANSWERED, tuple(lines))


def _cells(cells: Sequence[Cell], query: Query) -> str:
    joined = phrase(query.language, "and")
    return joined.join(phrase(query.language, "cell", head=head, said=said) for head, said, _ in cells)
