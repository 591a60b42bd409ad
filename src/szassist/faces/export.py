"""The register as a file: CSV, a workbook, JSON or a calendar of deadlines; the lines are those given, in their order."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from szassist.faces.calendar import calendar
from szassist.faces.words import read
from szassist.register.entries import Entry
from szassist.schema import Comparator, Document, Language, jsonable
from szassist.text.script import for_reader

COLUMNS = {  # each with its width in a workbook, in characters
    "id": 24, "kind": 10, "indicator": 36, "comparator_word": 10, "comparator": 7, "value": 12, "value_to": 10,
    "unit": 12, "year": 8, "year_basis": 11, "baseline_year": 10, "responsible_units": 40, "lead_units": 24, "support_units": 24, "units_scope": 11,
    "action": 26, "project": 26, "document": 40, "section": 40, "quote": 60, "start": 9, "end": 9,
}  # fmt: skip
_OTHER = (
    "target", "status", "requirement", "action", "project", "stated", "inherited", "scope_action", "scope_project",
    "scope_sentence", "sheet", "calendar", "count", "no_year", "separator",
)  # fmt: skip
_BOUND = {Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤", Comparator.EQUAL: "=", Comparator.APPROX: "≈", Comparator.RANGE: "–"}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # what makes a spreadsheet compute a text

Cell = str | int | Decimal | None


class Format(StrEnum):
    """A kind of file; its value is the name's ending."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    ICS = "ics"

    @property
    def media_type(self) -> str:
        """The content type to serve it with."""
        return _MEDIA[self]


_MEDIA = {
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Format.JSON: "application/json",
    Format.ICS: "text/calendar; charset=utf-8",
}


def register_words(language: Language) -> dict[str, str]:
    """The words of the register in `language`: `column_<name>` the headers, the others by what they stand for."""
    return read("register", language, {f"column_{name}" for name in COLUMNS} | set(_OTHER))


def export(
    lines: Sequence[Entry], form: Format, documents: Mapping[str, Document], language: Language | None = None
) -> bytes:
    """`lines` as a file, headers and words in `language` and texts in its script but for the quotation, which is
    as written; without a language the texts are all as written and the words in their script.
    """
    if form is Format.JSON:
        return (json.dumps(jsonable(lines), ensure_ascii=False, indent=2) + "\n").encode()
    words = register_words(language or script_of(documents))
    if form is Format.ICS:
        return calendar(lines, documents, words["calendar"], words["separator"])
    header = [words[f"column_{name}"] for name in COLUMNS]
    table = [cells(line, documents, words, language) for line in lines]
    return _csv(header, table) if form is Format.CSV else _xlsx(header, table, words["sheet"])


def script_of(documents: Mapping[str, Document]) -> Language:
    """The script most of the documents are written in; Simplified where there are none."""
    from szassist.text.script import language_of

    found = [language_of(document.text[:2000]) for document in documents.values()]
    return max(found, key=found.count, default=Language.HANS)


def cells(
    line: Entry, documents: Mapping[str, Document], words: Mapping[str, str], language: Language | None
) -> list[Cell]:
    """The cells of a line in the order of `COLUMNS`; figures and years are numbers."""
    low, high = line.value if isinstance(line.value, tuple) else (line.value, None)

    def shown(text: str | None) -> str | None:
        return text if text is None or language is None else for_reader(text, language)

    return [
        line.id,
        words[line.kind.value],
        shown(line.indicator),
        shown(line.comparator_word),
        None if line.value is None or line.comparator is None else _BOUND[line.comparator],
        low,
        high,
        shown(line.unit),
        line.year,
        None if line.year_basis is None else words[line.year_basis.value],
        line.baseline.year if line.baseline else None,
        shown(words["separator"].join(line.responsible_units)),
        shown(words["separator"].join(line.lead_units)),
        shown(words["separator"].join(line.support_units)),
        None if line.units_scope is None else words[f"scope_{line.units_scope.value}"],
        shown(line.action),
        shown(line.project),
        shown(documents[line.document_id].title),
        shown(" › ".join(line.section_path)),
        line.quote,
        line.start,
        line.end,
    ]


def _csv(header: Sequence[str], table: Sequence[Sequence[Cell]]) -> bytes:
    """With a byte-order mark, for Excel reads a file without one in the system's code page."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in table)
    return out.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> str:
    """A text that a spreadsheet would compute gets a quotation mark before it; numbers stay numbers."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return format(cell, "f") if isinstance(cell, Decimal) else str(cell)
    return "'" + cell if cell.startswith(_FORMULA) else cell


def _xlsx(header: Sequence[str], table: Sequence[Sequence[Cell]], sheet: str) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    page = book.worksheets[0]
    page.title = sheet
    page.append(list(header))
    for row in table:
        page.append([None] * len(row))
        for number, value in enumerate(row, 1):
            cell = page.cell(page.max_row, number)
            if isinstance(value, str):
                cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:32767]
                cell.data_type = "s"  # also where it begins like a formula
                cell.alignment = Alignment(vertical="top", wrap_text=True)
            else:
                cell.value = value
                cell.alignment = Alignment(vertical="top")
    for number, width in enumerate(COLUMNS.values(), 1):
        page.column_dimensions[get_column_letter(number)].width = width
        page.cell(1, number).font = Font(bold=True)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
