"""`szassist eval` as a tester runs it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from tests.fakes.misbehaving import another_figure, given
from tests.fakes.model_server import Reply, material, model_server, spoken

COMMON = {"category": "target", "expect": "answer", "evidence": ["再生水利用率提升至80%以上"]}
SET: list[dict[str, Any]] = [
    {"id": "A", "question": "2025年再生水利用率的目标是多少?", "must": [["80%"]]} | COMMON,
    {"id": "B", "question": "再生水利用率2025年目标?", "must": [["3.07"]]} | COMMON,
    {"id": "C", "category": "refuse", "question": "2027年再生水利用率的目标是多少?", "expect": "refuse"},
]
GATE = '[[threshold]]\ngroup = "category target"\nmeasure = "accuracy"\nleast = 0.5\nband = 0.1\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A set of three questions, of which one expects what is wrong, and the run of it with all its files."""
    made = tmp_path_factory.mktemp("eval")
    (made / "set.jsonl").write_text("".join(json.dumps(row) + "\n" for row in SET), "utf-8")
    (made / "gate.toml").write_text(GATE, "utf-8")
    files = ("--json", "a.json", "--html", "a.html", "--junit", "a.xml", "--save", "run.json")
    done = run(made, "set.jsonl", *files, "--save-baseline", "base.json", "--gate", "gate.toml", "--failures")
    assert done.returncode == 0, done.stderr
    (made / "out.txt").write_text(done.stdout, "utf-8")
    return made


def run(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"SZASSIST_INDEX": str(folder / "index")} | settings
    return subprocess.run(
        [sys.executable, "-m", "szassist", "eval", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env=environment,
        cwd=folder,
    )


def test_the_summary_names_categories_failures_and_the_gate(folder: Path) -> None:
    printed = (folder / "out.txt").read_text("utf-8")
    for words in ("B target", "missing 3.07", "66.7 %", "gate every threshold is met", "seconds an answer"):
        assert words in printed


def test_json_html_and_junit_tell_the_same(folder: Path) -> None:
    told = json.loads((folder / "a.json").read_text("utf-8"))
    assert {verdict["id"]: verdict["passed"] for verdict in told["verdicts"]} == {"A": True, "B": False, "C": True}
    assert told["systems"]["assistant"]["groups"]["written"]["accuracy"]["value"] == pytest.approx(0.6667)
    root = ET.fromstring((folder / "a.xml").read_text("utf-8"))
    assert [suite.get("failures") for suite in root] == ["0", "1"]
    assert 'class="question failed"' in (folder / "a.html").read_text("utf-8")


def test_a_stored_run_scored_again_gives_the_same_file(folder: Path) -> None:
    assert run(folder, "--run", "run.json", "--json", "b.json").returncode == 0
    assert (folder / "b.json").read_text("utf-8") == (folder / "a.json").read_text("utf-8")


def test_a_regression_is_named_and_ends_in_exit_status_1(folder: Path) -> None:
    worse = json.loads((folder / "run.json").read_text("utf-8"))
    for reply in worse["replies"]:
        reply["text"] = reply["text"].replace("80%", "18%")
    (folder / "worse.json").write_text(json.dumps(worse), "utf-8")
    done = run(folder, "--run", "worse.json", "--baseline", "base.json", "--gate", "gate.toml")
    assert done.returncode == 1
    assert "since the baseline broken: 1 A" in done.stdout
    assert "category target, accuracy: 0.0% where 50.0% is the least" in done.stdout
    assert "0.0% after 50.0%, more than 10.0% worse" in done.stdout


def test_a_run_is_not_scored_against_other_documents(folder: Path) -> None:
    stored = json.loads((folder / "run.json").read_text("utf-8"))
    stored["corpus"] = {"other.txt": "0"}
    (folder / "other.json").write_text(json.dumps(stored), "utf-8")
    done = run(folder, "--run", "other.json")
    assert done.returncode == 1
    assert done.stderr.startswith("szassist: the run was made with other documents (changed: ")
    assert done.stderr.count("\n") == 1


def test_a_bad_row_stops_everything_with_its_file_and_line(folder: Path) -> None:
    rows = [*SET, SET[0] | {"id": "D", "evidence": ["再生水利用率提升至81%以上"]}]
    (folder / "bad.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    done = run(folder, "bad.jsonl", "--json", "bad.json")
    assert done.returncode == 1
    assert "bad.jsonl:4: D: evidence '再生水利用率提升至81%以上' does not stand in the documents" in done.stderr
    assert not (folder / "bad.json").exists()


def test_only_one_category_is_asked_and_an_empty_one_is_an_error(folder: Path) -> None:
    done = run(folder, "set.jsonl", "--only", "refuse")
    assert "target" not in done.stdout
    assert run(folder, "set.jsonl", "--only", "nothing").returncode == 1


def test_a_stored_run_is_exported_for_other_tools(folder: Path) -> None:
    done = run(folder, "export", "run.json", "--to", "out")
    assert done.returncode == 0, done.stderr
    assert (folder / "out" / "qrels" / "test.tsv").read_text("utf-8").startswith("query-id\t")
    assert len((folder / "out" / "ragas.assistant.jsonl").read_text("utf-8").splitlines()) == 3


def test_complaints_become_candidate_rows(folder: Path) -> None:
    report = {"question": "水?", "answer": "无", "verdict": "bad", "status": "not_found"}
    (folder / "feedback.jsonl").write_text(json.dumps(report) + "\n", "utf-8")
    done = run(folder, "candidates", "feedback.jsonl")
    assert json.loads(done.stdout)["question"] == "水?"


def test_a_chat_model_is_compared_with_the_assistant_alone(folder: Path) -> None:
    """It alters every figure that it is given: its answers are as right as those without it, and it is said to be at work."""

    def lying(messages: list[dict[str, str]]) -> Reply:
        shown = given(material(messages))
        return Reply(spoken([{**one, "text": another_figure(one["text"]) or one["text"]} for one in shown]))

    with model_server() as server:
        server.behaviour = lying
        done = run(
            folder,
            *("set.jsonl", "--systems", "assistant,model", "--json", "two.json", "--save", "two-run.json"),
            SZASSIST_CHAT_MODEL="openai:some-model",
            SZASSIST_CHAT_BASE_URL=server.url,
            SZASSIST_CHAT_API_KEY="none",
        )
        assert server.requests
    assert done.returncode == 0, done.stderr
    told = json.loads((folder / "two.json").read_text("utf-8"))["systems"]
    alone, phrased = (told[name]["groups"]["written"]["accuracy"]["value"] for name in ("assistant", "model"))
    assert alone == phrased == pytest.approx(0.6667)
    replies = json.loads((folder / "two-run.json").read_text("utf-8"))["replies"]
    texts = {(reply["system"], reply["case"]): reply["text"] for reply in replies}
    assert "80%" in texts["model", "A"]
    assert "81%" not in texts["model", "A"]
