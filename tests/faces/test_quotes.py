"""Quotes checked against the documents, and a conversation in the terminal."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from szassist.errors import QuoteError
from szassist.faces.quotes import Quote, check, read_quotes
from szassist.schema import Document


def test_a_quote_is_found_where_it_stands(scheme: Document) -> None:
    found = check(Quote("生活垃圾回收利用率達50%"), {scheme.id: scheme})
    assert found.sound
    assert "更加宜居宜業的綠色低碳之城" in found.place


def test_a_quote_in_another_script_or_with_another_figure_is_wrong(scheme: Document) -> None:
    simplified = check(Quote("生活垃圾回收利用率达50%"), {scheme.id: scheme})
    assert not simplified.sound
    assert "生活垃圾回收利用率達50%" in simplified.place
    assert not check(Quote("生活垃圾回收利用率達55%"), {scheme.id: scheme}).sound


def test_a_quote_must_stand_at_the_place_it_claims(scheme: Document) -> None:
    at = scheme.text.index("生活垃圾回收利用率達50%")
    assert check(Quote("生活垃圾回收利用率達50%", scheme.id, at), {scheme.id: scheme}).sound
    assert not check(Quote("生活垃圾回收利用率達50%", scheme.id, at + 1), {scheme.id: scheme}).sound
    assert not check(Quote("生活垃圾", "none"), {scheme.id: scheme}).sound


def test_quotes_are_read_from_an_answer_and_from_lines(tmp_path: Path) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text(json.dumps({"citations": [{"quote": "甲", "document_id": "d", "start": 3}]}), "utf-8")
    assert read_quotes(answer) == [Quote("甲", "d", 3)]
    lines = tmp_path / "quotes.txt"
    lines.write_text("甲\n\n乙\n", "utf-8")
    assert read_quotes(lines) == [Quote("甲"), Quote("乙")]
    empty = tmp_path / "empty.txt"
    empty.write_text("\n", "utf-8")
    with pytest.raises(QuoteError, match="holds no quotes"):
        read_quotes(empty)


def test_a_conversation_in_a_pipe_answers_line_by_line() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "szassist", "chat"],
        input="2025年PM2.5要降到多少?\n那2030年呢?\nquit\n谁负责?\n",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert "18微克/立方米" in done.stdout
    assert "到2030年，PM2.5年均浓度达到15微克/立方米以下" in done.stdout
    assert "责任单位按整个行动列出" not in done.stdout
