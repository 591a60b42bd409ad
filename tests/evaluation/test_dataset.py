import json
from pathlib import Path
from typing import Any

import pytest

from szassist.evaluation.dataset import Case, CaseError, Row, checked, read_rows
from szassist.ingest.corpus import Corpus

UNITS = {"市水务局": "市水務局", "市科创委": "市科技創新委"}
GOOD: dict[str, Any] = {
    "id": "D-1",
    "category": "target",
    "question": "再生水利用率?",
    "expect": "answer",
    "must": [["80%"]],
    "evidence": ["再生水利用率提升至80%以上"],
}


def rows(*changes: dict[str, Any]) -> list[Row]:
    return [
        Row(Case.model_validate({**GOOD, "id": f"D-{number}", **change}), Path("set.jsonl"), number)
        for number, change in enumerate(changes, 1)
    ]


def fault(seed: Corpus, *changes: dict[str, Any]) -> str:
    with pytest.raises(CaseError) as raised:
        checked(rows(*changes), seed.documents, UNITS)
    return str(raised.value)


def test_good_rows_come_back_as_cases(seed: Corpus) -> None:
    assert [case.id for case in checked(rows({}, {"units": ["市水务局"]}), seed.documents, UNITS)] == ["D-1", "D-2"]


def test_evidence_is_compared_without_script_and_white_space(seed: Corpus) -> None:
    assert checked(rows({"evidence": ["再生水利用率\u3000提升至 80％以上"]}), seed.documents, UNITS)


def test_an_unknown_category_is_named_with_file_and_line(seed: Corpus) -> None:
    assert "set.jsonl:2: D-2: category 'targets' is unknown" in fault(seed, {}, {"category": "targets"})


def test_evidence_that_is_not_in_the_documents_is_named(seed: Corpus) -> None:
    assert "set.jsonl:1: D-1: evidence '再生水利用率提升至81%以上'" in fault(
        seed, {"evidence": ["再生水利用率提升至81%以上"]}
    )


def test_a_must_string_that_is_not_in_the_documents_is_named(seed: Corpus) -> None:
    assert "must ['8000%']" in fault(seed, {"must": [["8000%"]]})


def test_a_computed_value_need_not_stand_in_the_documents(seed: Corpus) -> None:
    assert checked(rows({"category": "calc", "must": [["8000%"]]}), seed.documents, UNITS)


def test_english_words_for_what_stands_there_are_accepted(seed: Corpus) -> None:
    assert checked(rows({"must": [["at least", "no less than"]]}), seed.documents, UNITS)


def test_a_short_name_of_a_unit_is_not_its_exact_name(seed: Corpus) -> None:
    assert "unit '市科创委' is not a name" in fault(seed, {"units": ["市科创委"]})


def test_a_repeated_id_is_named_with_both_places(seed: Corpus) -> None:
    assert "set.jsonl:2: id D-1 stands at set.jsonl:1 already" in fault(seed, {}, {"id": "D-1"})


def test_a_row_that_expects_nothing_is_refused(seed: Corpus) -> None:
    assert "nothing is expected" in fault(seed, {"must": [], "evidence": []})


def test_every_fault_of_a_set_is_named_at_once(seed: Corpus) -> None:
    said = fault(seed, {"category": "x"}, {"evidence": ["无此句"]}, {"units": ["无此局"]})
    assert ["set.jsonl:1" in said, "set.jsonl:2" in said, "set.jsonl:3" in said] == [True] * 3


def test_a_malformed_line_is_named_with_file_line_and_field(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n\n{json.dumps({**GOOD, 'expect': 'perhaps'})}\n", "utf-8")
    with pytest.raises(CaseError, match=rf"{path}:3: expect: "):
        read_rows([path])


def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text(json.dumps({**GOOD, "must_nott": []}), "utf-8")
    with pytest.raises(CaseError, match="must_nott"):
        read_rows([path])
