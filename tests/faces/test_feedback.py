"""Verdicts of readers: kept under the token of an answer, once, with nothing about the reader."""

import sqlite3
from pathlib import Path

import pytest

from szassist import __version__
from szassist.errors import FeedbackError
from szassist.faces.feedback import REMEMBERED, Feedback, Judgement, Reason, Verdict, export
from szassist.schema import Answer, Citation, Language, Status

CITATION = Citation(1, "d", "某市方案", (), 3, 7, "八成以上", "八成以上", "/documents/d#c3-7")
ANSWER = Answer("利用率？", "八成以上[1]", Status.ANSWERED, Language.HANS, (CITATION,))


def test_a_verdict_is_exported_with_the_answer_it_is_about(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "new" / "feedback.sqlite")
    assert feedback.keep(Judgement(feedback.show(ANSWER), Verdict.BAD, Reason.NUMBER))
    (row,) = export(tmp_path / "new" / "feedback.sqlite")
    time = row.pop("time")
    assert time.endswith("+00:00")
    assert row == {
        "question": "利用率？",
        "answer": "八成以上[1]",
        "status": "answered",
        "citations": ["d#c3-7"],
        "verdict": "bad",
        "reason": "number",
        "version": __version__,
    }


def test_a_second_verdict_on_the_same_answer_replaces_the_first(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "f.sqlite")
    token = feedback.show(ANSWER)
    feedback.keep(Judgement(token, Verdict.BAD))
    feedback.keep(Judgement(token, Verdict.GOOD))
    assert [row["verdict"] for row in export(tmp_path / "f.sqlite")] == ["good"]


def test_an_unknown_token_keeps_nothing(tmp_path: Path) -> None:
    assert not Feedback(tmp_path / "f.sqlite").keep(Judgement("?", Verdict.GOOD))
    assert not (tmp_path / "f.sqlite").exists()


def test_only_the_last_answers_can_be_judged(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "f.sqlite")
    first = feedback.show(ANSWER)
    last = [feedback.show(ANSWER) for _ in range(REMEMBERED)][-1]
    assert not feedback.keep(Judgement(first, Verdict.GOOD))
    assert feedback.keep(Judgement(last, Verdict.GOOD))


def test_a_file_that_cannot_be_used_is_named_with_the_remedy(tmp_path: Path) -> None:
    file = tmp_path / "f.sqlite"
    file.write_text("this is no database, and long enough for SQLite to see that" * 20)
    feedback = Feedback(file)
    with pytest.raises(FeedbackError, match=r"f\.sqlite.*SZASSIST_FEEDBACK"):
        feedback.keep(Judgement(feedback.show(ANSWER), Verdict.GOOD))
    with pytest.raises(FeedbackError, match=r"f\.sqlite"):
        list(export(file))


def test_where_nobody_judged_there_is_nothing_to_export(tmp_path: Path) -> None:
    assert list(export(tmp_path / "none.sqlite")) == []


def test_the_table_has_no_column_for_the_reader(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "f.sqlite")
    feedback.keep(Judgement(feedback.show(ANSWER), Verdict.GOOD))
    store = sqlite3.connect(tmp_path / "f.sqlite")
    columns = [row[1] for row in store.execute("PRAGMA table_info(feedback)")]
    store.close()
    assert columns == ["token", "question", "answer", "status", "citations", "verdict", "reason", "time", "version"]
