import json
from pathlib import Path
from typing import Any

import pytest

from szassist.evaluation.candidates import candidates
from szassist.evaluation.dataset import CaseError, checked, read_rows
from szassist.ingest.corpus import Corpus

REPORT = {
    "question": "再生水利用率多少?",
    "answer": "没有说明。",
    "status": "not_found",
    "citations": [],
    "verdict": "bad",
    "reason": "unanswered",
    "time": "2026-01-02T03:04:05+00:00",
    "version": "0.1.0",
}


def rows(tmp_path: Path, *reports: dict[str, Any]) -> list[dict[str, Any]]:
    path = tmp_path / "feedback.jsonl"
    path.write_text("".join(json.dumps(REPORT | report) + "\n" for report in reports), "utf-8")
    return [json.loads(line) for line in candidates(path)]


def test_a_complaint_becomes_a_row_that_says_what_was_shown_and_why_it_was_reported(tmp_path: Path) -> None:
    [row] = rows(tmp_path, {})
    assert (row["question"], row["script"], row["category"]) == ("再生水利用率多少?", "hans", "?")
    assert row["note"] == (
        "reported as unanswered 2026-01-02T03:04:05+00:00 (version 0.1.0); shown (not_found): 没有说明。"
    )


def test_praise_and_repetition_make_no_rows(tmp_path: Path) -> None:
    again = {"question": "再生水利用率 多少？"}
    assert len(rows(tmp_path, {}, again, {"question": "好问题?", "verdict": "good"})) == 1


def test_a_candidate_is_refused_by_the_suite_until_somebody_has_completed_it(tmp_path: Path, seed: Corpus) -> None:
    path = tmp_path / "candidates.jsonl"
    path.write_text(json.dumps(rows(tmp_path, {})[0]), "utf-8")
    with pytest.raises(CaseError, match=r"candidates.jsonl:1: F-.*category '\?' is unknown"):
        checked(read_rows([path]), seed.documents, {})


def test_a_line_that_is_no_report_is_named(tmp_path: Path) -> None:
    path = tmp_path / "feedback.jsonl"
    path.write_text('{"question": "?"}\n', "utf-8")
    with pytest.raises(CaseError, match=r"feedback\.jsonl:1: answer"):
        list(candidates(path))
