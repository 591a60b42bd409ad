"""Which part each unit has in what several answer for: those that lead, those that are responsible, those that support."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from szassist.schema import Assignment, Document
from szassist.text.script import fold

_LIMIT = re.compile(
    r"(?:完成时[限间]|时[限间]要求|时间节点|时限)\s?[:：]\s*([^\n。]{2,40})|[,，;；]\s?([^,，;；。、\d]{0,4}\d{4}年[^,，;；。、()（）]{0,12})(?=[)）\]〕。]?$)"
)


class Part(StrEnum):
    """What the text makes of a unit."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"
    SUPPORT = "support"


def tells_parts(row: Assignment) -> bool:
    """Whether the text says of the units of an obligation which lead, or which only support."""
    return bool(row.lead_units or row.support_units)


def part_of(row: Assignment, unit: str) -> Part:
    """The part that a unit of an obligation has in it."""
    if unit in row.lead_units:
        return Part.LEAD
    return Part.SUPPORT if unit in row.support_units else Part.RESPONSIBLE


def by_part(row: Assignment) -> dict[Part, tuple[str, ...]]:
    """The units of an obligation by the part they have, those that lead first; parts that none has are left out."""
    parts = {part: tuple(unit for unit in row.responsible_units if part_of(row, unit) is part) for part in Part}
    return {part: units for part, units in parts.items() if units}


def part_asked(text: str) -> Part | None:
    """Whether a folded question asks for those that lead, or for those that support; None where it asks for neither or both."""
    asked = [part for part, words in _ASKED if words.search(text)]
    return asked[0] if len(asked) == 1 else None


def tell_any(rows: Iterable[Assignment]) -> bool:
    """Whether any of several obligations tells its units apart."""
    return any(tells_parts(row) for row in rows)


def time_limit(row: Assignment, document: Document) -> str:
    """By when an obligation is to be done, as it stands where its units are named; "" where no time stands there."""
    if row.year is None:
        return ""
    match = _LIMIT.search(document.text[row.units_start : row.units_end])
    return "" if match is None else (match[1] or match[2]).strip(" )）〕]。")


_ASKED = (
    (Part.LEAD, re.compile(r"牵头|主办|挑头|领头|\blead")),
    (Part.SUPPORT, re.compile(r"配合|协办|协助|\bsupport|\bassist")),
)


def asks_part(text: str, part: Part) -> bool:
    """Whether a question in whatever script speaks of a part."""
    return any(one is part and words.search(fold(text)) for one, words in _ASKED)
