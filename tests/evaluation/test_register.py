"""Scoring the register against rows read by hand, with counts worked out in view."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from szassist.evaluation.register import GoldError, GoldRow, load_gold, score
from szassist.register.extract import extract
from szassist.schema import Document, Section, SectionKind

TEXT = "到2025年，甲率达到1%，乙率不低于2%。丙率达到3%。"
DOCUMENT = Document(
    "city-plan",
    "规划",
    None,
    None,
    None,
    "f",
    None,
    TEXT,
    (Section(0, None, SectionKind.ROOT, "", "规划", 0, len(TEXT), len(TEXT)),),
)


def row(name: str, quote: str, value: str | None, **more: object) -> dict[str, object]:
    told: Mapping[str, object] = {
        "kind": "target",
        "comparator": "=",
        "unit": "%",
        "year": 2025,
        "year_basis": "stated",
    }
    return {
        "id": name,
        "document": "plan",
        "quote": quote,
        "context": TEXT,
        "indicator": quote[:2],
        "value": value,
    } | {
        **told,
        **more,
    }


def gold(*rows: dict[str, object]) -> list[GoldRow]:
    return [GoldRow.model_validate(one) for one in rows]


def test_rows_match_by_overlap_and_value_and_fields_are_compared() -> None:
    result = score(
        gold(
            row("A", "甲率达到1%", "1"),
            row("B", "乙率不低于2%", "2"),  # comparator differs: the register says >=
            row("C", "丙率达到3%", "4"),  # another value: missed, and the register's row is surplus
        ),
        extract(DOCUMENT),
        [DOCUMENT],
    )
    assert (result.gold, result.facts, result.matched) == (3, 3, 2)
    assert (result.recall, result.precision) == (2 / 3, 2 / 3)
    assert (result.missed, result.surplus) == (("C",), ("city-plan#f003",))
    assert dict(result.accuracy)["comparator"] == 1 / 2
    assert [(d.gold, d.expected, d.found) for d in result.differences] == [("B", "=", ">=")]


def test_a_borderline_row_is_no_fault_found_or_missed() -> None:
    missing = row("X", "甲率达到1%", "9", note="borderline: a multiple")
    result = score(gold(row("A", "甲率达到1%", "1"), missing), extract(DOCUMENT)[:1], [DOCUMENT])
    assert (result.recall, result.precision) == (1.0, 1.0)


def test_traditional_gold_finds_its_place_in_a_simplified_document() -> None:
    traditional = row("A", "甲率達到1%", "1") | {"context": "到2025年,甲率達到1%"}
    assert score(gold(traditional), extract(DOCUMENT)[:1], [DOCUMENT]).recall == 1.0


def test_within_counts_only_what_was_read() -> None:
    read = row("A", "甲率达到1%", "1") | {"context": "到2025年，甲率达到1%"}
    assert score(gold(read), extract(DOCUMENT), [DOCUMENT], within=True).precision == 1.0


def test_a_malformed_gold_row_is_named_by_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    good = row("A", "甲率达到1%", "1")
    lines = [json.dumps(good), "", json.dumps(good | {"kind": "wish"})]
    path.write_text("\n".join(lines), "utf-8")
    with pytest.raises(GoldError, match=r"gold\.jsonl:3: kind: .*correct the row"):
        load_gold(path)
