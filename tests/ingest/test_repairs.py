"""Repairs as data: applied, noted, or refused."""

import json
from pathlib import Path

import pytest

from szassist.errors import CorpusError
from szassist.ingest.repairs import apply_repairs, check_repairs, parse_repairs, place_repairs

HERE = Path("repairs.jsonl")


def row(start: int, end: int, source: str, repaired: str, apply: bool = True, id_: str = "R1") -> str:
    kind = "mojibake" if apply else "suspected_source_typo"
    return json.dumps(
        {"id": id_, "kind": kind, "start": start, "end": end, "source": source, "repaired": repaired, "apply": apply}
    )


def test_repairs_change_the_text_and_know_their_places_in_it() -> None:
    source = "甲??茀乙6.07萬"
    repairs = parse_repairs(
        "\n".join([row(1, 4, "??茀", "專科協會"), row(5, 10, "6.07萬", "6.07億", False, "T1")]), HERE
    )
    built = apply_repairs(repairs, source)
    assert built.text == "甲專科協會乙6.07萬"
    placed = place_repairs(repairs, built)
    assert [(r.start, r.end, built.text[r.start : r.end]) for r in placed] == [(1, 5, "專科協會"), (6, 11, "6.07萬")]


def test_a_missing_mark_is_put_in() -> None:
    repairs = parse_repairs(row(2, 2, "", "》"), HERE)
    built = apply_repairs(repairs, "《甲乙")
    assert built.text == "《甲》乙"
    assert list(built.origin) == [0, 1, 2, 2, 3]


def test_a_repair_that_does_not_fit_the_file_is_refused_with_its_line() -> None:
    repairs = parse_repairs("\n" + row(1, 2, "丙", "丁"), HERE)
    with pytest.raises(CorpusError, match=r"repairs.jsonl:2: repair R1 expects '丙' at 1-2, where the file has '乙'"):
        check_repairs(repairs, "甲乙", HERE)


def test_repairs_that_overlap_are_refused() -> None:
    repairs = parse_repairs(row(0, 2, "甲乙", "子") + "\n" + row(1, 3, "乙丙", "丑", id_="R2"), HERE)
    with pytest.raises(CorpusError, match="R2 overlaps"):
        check_repairs(repairs, "甲乙丙", HERE)


@pytest.mark.parametrize("line", ["{broken", '{"id": "R1"}', row(0, 0, "", "x").replace("mojibake", "magic")])
def test_a_broken_line_is_named(line: str) -> None:
    with pytest.raises(CorpusError, match=r"repairs.jsonl:1: not a repair"):
        parse_repairs(line, HERE)
