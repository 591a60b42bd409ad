"""The formulas that a document writes out: 续约率=续约数/去年同一时间点签约居民数*100%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from szassist.answer.ground.draft import Evidence
from szassist.schema import Document
from szassist.text.script import fold

_FORMULA = re.compile(
    r"(?:(?:核实|其中|计算公式|公式|算式)[:,]?)?(?P<name>[\u4e00-\u9fffa-z][\u4e00-\u9fffa-z\d()+·\-]{1,30}?)\s*=\s*(?P<said>[^=。;|\n]{4,120})"
)


@dataclass(frozen=True, slots=True)
class Formula:
    """What is computed, folded, and where it stands written how."""

    name: str
    span: Evidence


def formulas(document: Document) -> Iterator[Formula]:
    """The formulas of a document, in order."""
    for match in _FORMULA.finditer(fold(document.text)):
        if re.search("[/÷×*+-]", match["said"]):
            start, end = match.start("name"), match.end()
            yield Formula(match["name"].strip(), Evidence(document.id, start, end))
