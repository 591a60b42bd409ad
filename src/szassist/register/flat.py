"""Tables of indicators whose lines the extraction from a page has torn apart: the name, what binds, the values below one
another, under a header that names a year of what is and a year of the goal.

A row is only read where all of it is plain: a name with its unit in brackets, then whether it binds or is expected, then a
line of exactly two values, of which a dash is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from szassist.text.script import fold

_HEADER = re.compile(r"(20\d\d)年?\s*(?:现状|基期|实际)值?\s*(20\d\d)年?\s*目标值?")
_BINDING = re.compile(r"^(?:约束|预期)(?:\s*性)?$")
_VALUES = re.compile(r"^(?P<now>\d+(?:\.\d+)?|[-—–]+)\s+(?P<goal>\d+(?:\.\d+)?|[-—–]+)$")
_NUMBER = re.compile(r"^\d{1,2}(?=[\u4e00-\u9fff])")
_NAMED = re.compile(r"^(?P<name>.*[\u4e00-\u9fff].*?)\((?P<unit>[^()]{1,12})\)$")
_UNITS = {
    f"{u}/m{e}": n for u, n in (("ug", "微克/立方米"), ("μg", "微克/立方米"), ("mg", "毫克/立方米")) for e in "?3³"
}  # ? for a lost exponent
_END = re.compile(r"注[:：]|第[一二三四五六七八九十]+[章节]")
_PIECES = 2  # lines that a name may be written on
_CATEGORY = 4  # characters up to which a line without a bracket before a name is of the table's first column
_LONGEST = 120  # lines of a table


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One indicator of such a table, with its place; a value that is not given is None."""

    name: str
    unit: str
    now: Decimal | None
    goal: Decimal | None
    now_year: int
    goal_year: int
    start: int
    end: int


def flat_rows(text: str) -> Iterator[FlatRow]:
    """The rows of every such table of a text."""
    for header in _HEADER.finditer(text):
        yield from _rows(text, header)


def _rows(text: str, header: re.Match[str]) -> Iterator[FlatRow]:
    position = text.find("\n", header.end()) + 1
    held: list[tuple[int, str]] = []  # the lines of a row so far, each with its place
    bound = False
    for raw in text[position:].split("\n")[:_LONGEST] if position else ():
        start, position = position, position + len(raw) + 1
        line = fold(raw).strip()
        if _END.match(line):
            return
        if _BINDING.match(line) or (bound and line == "性"):
            bound = True
            continue
        values = _VALUES.match(line) if bound else None
        if values and (named := _named(held)):
            begin, name, unit = named
            now, goal = (Decimal(v) if v[0].isdigit() else None for v in (values["now"], values["goal"]))
            yield FlatRow(name, unit, now, goal, int(header[1]), int(header[2]), begin, start + len(raw.rstrip()))
        if bound or _NUMBER.match(line):  # a row ends with its values, and a number begins one
            held, bound = [], False
        if not values:
            held.append((start, raw.strip()))


def _named(held: list[tuple[int, str]]) -> tuple[int, str, str] | None:
    """The place, name and unit of a row; None where the lines above its values are not plainly a name with a unit."""
    lines = list(held)
    while len(lines) > 1 and len(lines[0][1]) <= _CATEGORY and not re.search(r"[(\d]", fold(lines[0][1])):
        lines.pop(0)
    if not 1 <= len(lines) <= _PIECES:
        return None
    whole = "".join(line for _, line in lines).rstrip("* ")
    number = _NUMBER.match(whole)
    whole = whole[number.end() if number else 0 :]
    match = _NAMED.match(fold(whole))
    if match is None:
        return None
    return lines[0][0], whole[: match.end("name")].strip(), _UNITS.get(match["unit"], match["unit"])
