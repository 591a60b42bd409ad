"""Tables: a column of responsible units, and columns of years with the values of an indicator in each row.

Readers give a table row as one line with ` | ` between its cells; the first line of a run of them is the header.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from szassist.register.lexicon import any_of, table
from szassist.schema import Comparator, FactKind
from szassist.text.quantities import Quantity, quantities
from szassist.text.script import fold
from szassist.text.tables import Cell, Line

_LABEL = re.compile(any_of(w for role in ("lead", "responsible", "support") for w in table("units")["labels"][role]))
_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_NAME = re.compile(r"(?:指标|名称|项目|目标)")
_GROUP = re.compile(r"(?:一级|类别|类型|序号|分类|领域|属性|性质)")
_UNIT = re.compile(r"^(?:计量|指标)?单位$")
_PAST = re.compile(r"现状|基期|实际|完成|基准|现值")
_VALUE = re.compile(
    r"[〔\[(]?\s*(?:[<>≤≥约]|不低于|不高于)?\s*\d[\d,.]*(?:\s?[-—–~至]\s?\d[\d,.]*)?\s*[^\d|]{0,12}[〕\])]?$"
)


@dataclass(frozen=True, slots=True)
class GridRow:
    """An indicator's value in a year column; `start`..`end` runs from the indicator to the value."""

    kind: FactKind
    indicator: str
    comparator: Comparator
    comparator_word: str
    value: Decimal | tuple[Decimal, Decimal]
    unit: str
    year: int
    start: int
    end: int


def unit_cells(text: str, line: Line) -> list[tuple[str, Cell]]:
    """The cells of a row that name units, each with its header as the label (牵头单位)."""
    found = []
    for head, cell in zip(line.header, line.cells, strict=True):
        label = _LABEL.search(fold(text[head.start : head.end]))
        if label and cell is not None and text[cell.start : cell.end].strip():
            found.append((label.group(), cell))
    return found


def grid_rows(text: str, line: Line, now: int | None) -> list[GridRow]:
    """The values of an indicator in the year columns of a table row."""
    heads = [fold(text[cell.start : cell.end]).strip() for cell in line.header]
    years = {i: int(m[1]) for i, head in enumerate(heads) if len(head) <= 16 and (m := _YEAR.search(head))}
    name = _name_column(text, line, heads, set(years))
    if not years or name is None:
        return []
    cell = line.cells[name]
    assert cell is not None
    indicator, unit = _named(text, cell)
    for i, head in enumerate(heads):
        other = line.cells[i]
        if _UNIT.match(head) and other is not None:
            unit = text[other.start : other.end].strip(" -—/") or unit
    found = []
    for i, year in years.items():
        value = line.cells[i]
        if value is not None and value.start > cell.start and (figure := _figure(text, value, cell.start)):
            past = _PAST.search(heads[i]) or (now is not None and year < now and "目标" not in heads[i])
            kind = FactKind.STATUS if past else FactKind.TARGET
            word, bound = figure.comparator_word, figure.comparator
            own = figure.unit or unit
            found.append(GridRow(kind, indicator, bound, word, figure.value, own, year, cell.start, value.end))
    return found


def _name_column(text: str, line: Line, heads: list[str], years: set[int]) -> int | None:
    """The column that names the indicator: by its header, the last of several (一级指标, 二级指标)."""
    columns = [i for i, head in enumerate(heads) if _NAME.search(head) and not _GROUP.search(head) and i not in years]
    for i in reversed(columns):
        cell = line.cells[i]
        if cell is not None and re.search(r"[\u4e00-\u9fff]{2}", text[cell.start : cell.end]):
            return i
    return None


def _named(text: str, cell: Cell) -> tuple[str, str]:
    """An indicator cell without its number, and the unit its closing bracket gives: 森林覆盖率（%）."""
    whole = re.sub(
        r"^\s*(?:\d{1,2}(?:[.．、]\s*|\s*(?=[\u4e00-\u9fff])(?![个项家所千万百年]))|[（(]\d{1,2}[)）])\s*",
        "",
        text[cell.start : cell.end],
    ).strip("* ")
    match = re.search(r"[（(]([^（()）]{1,12})[)）]$", whole)
    if match and quantities(f"1{match[1]}") and quantities(f"1{match[1]}")[0].unit:
        return whole[: match.start()].strip(), match[1]
    return whole, ""


def _figure(text: str, cell: Cell, start: int) -> Quantity | None:
    """The one figure a value cell holds, if it can be read again from the row."""
    written = text[cell.start : cell.end]
    if not _VALUE.fullmatch(fold(written).strip()):
        return None
    figures = quantities(written)
    if len(figures) != 1 or figures[0].value not in [q.value for q in quantities(text[start : cell.end])]:
        return None
    return figures[0]
