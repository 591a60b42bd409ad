"""`szassist register` and `szassist add` as an operator meets them."""

import csv
import io
import json
from pathlib import Path

import pytest

from szassist.faces.cli import main


@pytest.fixture(scope="module", autouse=True)
def index(tmp_path_factory: pytest.TempPathFactory) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SZASSIST_INDEX", str(tmp_path_factory.mktemp("register") / "index"))
        yield


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as done:
        main(arguments)
    return int(done.value.code or 0)


def test_what_a_unit_must_do_is_complete_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--unit", "水务局") == 0
    lines = capsys.readouterr().out.splitlines()
    # the scheme names 市水務局 under three actions, of 4, 7 and 7 projects
    assert lines[-1] == "共57行：3項行動、18個工程項目、36項指標和要求"
    assert len(lines) == 59


def test_an_old_name_and_the_name_as_written_give_the_same_rows(capsys: pytest.CaptureFixture[str]) -> None:
    outputs = []
    for name in ("环保局", "市生態環境局"):
        assert run("register", "--unit", name, "--format", "json") == 0
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]
    assert all("市生態環境局" in row["responsible_units"] for row in json.loads(outputs[0]))


def test_an_unknown_unit_is_one_line_with_near_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--unit", "市水务处") == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert error.startswith("szassist: --unit 市水务处")
    assert "市水務局" in error


def test_an_unknown_document_is_one_line_that_names_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--document", "nothing") == 1
    assert "sz-plan-2017-2030" in capsys.readouterr().err


def test_rows_are_filtered_by_year_kind_and_topic(capsys: pytest.CaptureFixture[str]) -> None:
    filters = ("--year", "2030", "--kind", "target", "--topic", "pm2.5", "--document", "sz-plan-2017-2030")
    assert run("register", *filters, "--format", "json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["value"], row["comparator"], row["unit"]) == ("15", "<=", "微克/立方米")


def test_a_file_is_written_with_headers_in_the_language_asked_for(tmp_path: Path) -> None:
    target = tmp_path / "register.csv"
    assert run("register", "--format", "csv", "--lang", "en", "--output", str(target)) == 0
    header, *rows = csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline=""))
    assert header[:3] == ["No.", "Kind", "Indicator or task"]
    assert sum(row[1] == "action" for row in rows) == 6
    assert sum(row[1] == "project" for row in rows) == 32


def test_a_place_that_cannot_be_written_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--format", "ics", "--output", str(tmp_path / "no" / "r.ics")) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_kind_that_does_not_exist_is_wrong_usage() -> None:
    assert run("register", "--kind", "wish") == 2


def test_added_documents_are_copied_built_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SZASSIST_CORPUS", str(tmp_path / "corpus"))
    monkeypatch.setenv("SZASSIST_INDEX", str(tmp_path / "index"))
    paper = tmp_path / "计划.txt"
    text = "某市节水行动计划\n\n一、目标\n到2025年，再生水利用率达到80%以上。（责任单位：市水务局）\n"
    paper.write_text(text, "utf-8")
    assert run("add", str(paper)) == 0
    assert (tmp_path / "corpus" / "计划.txt").read_text("utf-8") == text
    capsys.readouterr()
    assert run("register", "--unit", "市水务局", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["kind"], row["value"]) for row in rows] == [("project", None), ("target", "80")]


def test_the_register_is_scored_on_rows_read_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "scores.json"
    assert run("eval", "--register", "--json", str(target)) == 0
    assert "units of actions" in capsys.readouterr().out
    scores = json.loads(target.read_text("utf-8"))
    assert scores["gold"] == 174
    assert scores["unit_faults"] == []


def test_a_register_that_misses_its_gold_ends_in_status_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = {
        "id": "X-1", "document": "plan", "quote": "全市陸域面積1997平方公里", "context": "全市陸域面積1997平方公里",
        "kind": "status", "indicator": "全市陸域面積", "comparator": "=", "value": "1998", "unit": "平方公里", "year": None,
    }  # fmt: skip
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    assert run("eval", str(path), "--register", "--failures") == 1
    assert "missed X-1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["Shenzhen Municipal Water Affairs Bureau", "the Water Affairs Bureau", "Water Affairs"]
)
def test_a_unit_is_found_by_its_english_name(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("register", "--unit", name, "--kind", "action", "--format", "json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert len(rows) == 3
    assert all("市水務局" in row["responsible_units"] for row in rows)
