"""The register as CSV, workbook, JSON and calendar."""

import csv
import datetime as dt
import io
import json
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from szassist.faces.export import COLUMNS, Format, export, register_words
from szassist.register.entries import Entry, EntryKind
from szassist.schema import Baseline, Comparator, Document, Language, UnitsScope, YearBasis

QUOTE = "全社會研發投入占GDP比重達到5.5%-6%"
DOCUMENT = Document("plan", "某市規劃", None, dt.date(2023, 1, 17), None, "plan.txt", None, QUOTE, ())
DOCUMENTS = {"plan": DOCUMENT}
TARGET = Entry(
    "plan#f001", EntryKind.TARGET, "全社會研發投入占GDP比重", Comparator.RANGE, "達到", (Decimal("5.5"), Decimal(6)), "%", 2025,
    YearBasis.STATED, Baseline(None, "%", 2020), "plan", ("一、目標",), "創新行動", None, ("市科技創新委", "各區（新區，合作區）"),
    UnitsScope.ACTION, 0, len(QUOTE), QUOTE,
)  # fmt: skip
PROJECT = replace(
    TARGET, id="plan#o001", kind=EntryKind.PROJECT, indicator="創新工程", comparator=None, comparator_word="", value=None,
    unit="", year=None, year_basis=None, baseline=None, quote="創新工程。建設平臺。",
)  # fmt: skip


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def column(name: str) -> int:
    return list(COLUMNS).index(name)


def unfold(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_a_header_for_every_column(language: Language) -> None:
    words = register_words(language)
    headers = [words[f"column_{name}"] for name in COLUMNS]
    assert len(set(headers)) == len(COLUMNS)


def test_csv_opens_in_excel_with_a_byte_order_mark_and_readable_headers() -> None:
    content = export([TARGET], Format.CSV, DOCUMENTS, Language.HANT)
    assert content.startswith(b"\xef\xbb\xbf")
    header, row = rows_of(content)
    assert header[column("responsible_units")] == "責任單位"
    assert row[column("kind")] == "目標"
    assert (row[column("value")], row[column("value_to")], row[column("unit")]) == ("5.5", "6", "%")
    assert row[column("responsible_units")] == "市科技創新委、各區（新區，合作區）"
    assert row[column("quote")] == QUOTE


def test_texts_are_in_the_reader_s_script_and_the_quotation_as_written() -> None:
    _, row = rows_of(export([TARGET], Format.CSV, DOCUMENTS, Language.HANS))
    assert row[column("indicator")] == "全社会研发投入占GDP比重"
    assert row[column("quote")] == QUOTE


def test_without_a_language_everything_is_as_written() -> None:
    header, row = rows_of(export([TARGET], Format.CSV, DOCUMENTS))
    assert header[column("kind")] == "類別"
    assert row[column("indicator")] == "全社會研發投入占GDP比重"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "＝"])
def test_a_text_that_a_spreadsheet_would_compute_is_made_harmless(start: str) -> None:
    evil = replace(TARGET, indicator=f'{start}HYPERLINK("http://x","y")', responsible_units=(f"{start}1+1",))
    _, row = rows_of(export([evil], Format.CSV, DOCUMENTS, Language.EN))
    assert row[column("indicator")] == f"'{evil.indicator}"
    assert row[column("responsible_units")] == f"'{start}1+1"
    cells = list(load_workbook(io.BytesIO(export([evil], Format.XLSX, DOCUMENTS, Language.EN))).active.iter_rows())[1]  # type: ignore[union-attr]
    assert cells[column("indicator")].data_type == "s"


def test_a_negative_number_stays_a_number() -> None:
    _, row = rows_of(export([replace(TARGET, value=Decimal("-1.5"))], Format.CSV, DOCUMENTS))
    assert row[column("value")] == "-1.5"


def test_a_workbook_has_typed_cells_a_frozen_header_a_filter_and_widths() -> None:
    page = load_workbook(io.BytesIO(export([TARGET, PROJECT], Format.XLSX, DOCUMENTS, Language.EN))).active
    assert page is not None
    assert (page.title, page.freeze_panes, page.auto_filter.ref) == ("Register", "A2", "A1:V3")
    header, target, project = page.iter_rows()
    assert header[column("value")].value == "Value"
    assert (target[column("value")].value, target[column("year")].value) == (5.5, 2025)
    assert target[column("value")].data_type == "n"
    assert (project[column("kind")].value, project[column("value")].value) == ("project", None)
    assert page.column_dimensions["C"].width == COLUMNS["indicator"]


def test_a_workbook_leaves_out_characters_it_cannot_hold() -> None:
    odd = replace(TARGET, quote="甲\x0b乙")
    page = load_workbook(io.BytesIO(export([odd], Format.XLSX, DOCUMENTS))).active
    assert page is not None
    assert page.cell(2, column("quote") + 1).value == "甲乙"


def test_json_has_the_fields_of_a_fact_and_loses_no_digit() -> None:
    target, project = json.loads(export([TARGET, PROJECT], Format.JSON, DOCUMENTS))
    assert target["value"] == ["5.5", "6"]
    assert (target["comparator"], target["year_basis"], target["units_scope"]) == ("range", "stated", "action")
    assert target["baseline"] == {"value": None, "unit": "%", "year": 2020}
    assert (project["kind"], project["indicator"], project["value"]) == ("project", "創新工程", None)
    assert target.keys() == project.keys()


def test_a_deadline_is_an_all_day_event_on_the_last_day_of_its_year() -> None:
    lines = unfold(export([TARGET, PROJECT], Format.ICS, DOCUMENTS, Language.HANT))
    assert lines.count("BEGIN:VEVENT") == 1  # the project has no year
    assert "DTSTART;VALUE=DATE:20251231" in lines
    assert "DTEND;VALUE=DATE:20260101" in lines
    assert "DTSTAMP:20230117T000000Z" in lines
    assert f"SUMMARY:{QUOTE}" in lines
    assert "CATEGORIES:市科技創新委,各區（新區，合作區）" in lines


def test_a_status_gives_no_event() -> None:
    status = replace(TARGET, kind=EntryKind.STATUS)
    assert b"VEVENT" not in export([status], Format.ICS, DOCUMENTS)


def test_calendar_lines_are_at_most_75_octets_and_cut_no_character() -> None:
    long = replace(TARGET, quote="持續改善" * 80)
    content = export([long], Format.ICS, DOCUMENTS)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    for line in content.split(b"\r\n"):
        line.decode()
    assert f"SUMMARY:{long.quote}" in unfold(content)


def test_calendar_texts_are_escaped_and_add_no_property() -> None:
    evil = replace(TARGET, quote="甲;乙,丙\\丁\r\nATTENDEE:mailto:x@y\nEND:VEVENT")
    lines = unfold(export([evil], Format.ICS, DOCUMENTS))
    assert "SUMMARY:甲\\;乙\\,丙\\\\丁\\nATTENDEE:mailto:x@y\\nEND:VEVENT" in lines
    assert not any(line.startswith("ATTENDEE") for line in lines)


def test_an_event_keeps_its_identifier_where_its_place_changes_and_equal_events_differ() -> None:
    def uids(*lines: Entry) -> list[str]:
        return re.findall(r"UID:(\S+)", "\n".join(unfold(export(lines, Format.ICS, DOCUMENTS))))

    (first,) = uids(TARGET)
    moved = replace(TARGET, id="plan#f009", start=90, end=100)
    assert uids(moved) == [first]
    assert len(set(uids(TARGET, moved))) == 2
    assert uids(replace(TARGET, year=2030)) != [first]


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


@settings(max_examples=150, deadline=None)
@given(TEXT, TEXT)
def test_any_text_passes_through_csv_unchanged_but_for_the_mark_before_a_formula(quote: str, unit: str) -> None:
    line = replace(TARGET, quote=quote, responsible_units=(unit,))
    _, row = rows_of(export([line], Format.CSV, DOCUMENTS))
    for name, written in (("quote", quote), ("responsible_units", unit)):
        assert row[column(name)] in (written, "'" + written)
        assert not row[column(name)].startswith(("=", "+", "-", "@"))


@settings(max_examples=150, deadline=None)
@given(TEXT, TEXT)
def test_any_text_gives_a_calendar_of_whole_lines(quote: str, unit: str) -> None:
    content = export([replace(TARGET, quote=quote, responsible_units=(unit,))], Format.ICS, DOCUMENTS)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    names = [re.match(r"[A-Z-]+", line) for line in unfold(content) if line]
    assert all(name and name[0] in PROPERTIES for name in names)


PROPERTIES = {
    "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY",
    "DESCRIPTION", "CATEGORIES", "TRANSP",
}  # fmt: skip
