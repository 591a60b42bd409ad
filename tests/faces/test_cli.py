"""The command line as an operator meets it: in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli") / "index"
    assert run("build", index=folder).returncode == 0
    return folder


def run(*arguments: str, index: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"SZASSIST_INDEX": str(index)} | variables
    return subprocess.run(
        [sys.executable, "-m", "szassist", *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env=environment,
    )


def assert_one_clear_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("szassist: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_ask_prints_the_answer_and_its_sources(index: Path) -> None:
    done = run("ask", "2025年PM2.5要降到多少?", index=index)
    assert done.returncode == 0
    assert "不高于18微克/立方米。[1]" in done.stdout
    assert "2.大氣污染精準防治工程" in done.stdout
    assert done.stderr == ""


def test_ask_json_is_the_answer_s_dictionary(index: Path) -> None:
    row = json.loads(run("ask", "2025年PM2.5要降到多少?", "--json", index=index).stdout)
    assert row["status"] == "answered"
    assert row["facts"][0]["value"] == "18"


def test_a_language_can_be_asked_for(index: Path) -> None:
    row = json.loads(run("ask", "2025年PM2.5要降到多少?", "--json", "--lang", "zh-Hant", index=index).stdout)
    assert row["language"] == "zh-Hant"
    assert "年均濃度" in row["text"]


def test_a_second_build_embeds_nothing(index: Path) -> None:
    assert " 0 embedded" in run("build", index=index).stdout


def test_documents_are_listed(index: Path) -> None:
    listed = json.loads(run("documents", "--json", index=index).stdout)
    assert [row["id"] for row in listed] == [
        "sz-notice-2023",
        "sz-plan-2017-2030",
        "sz-scheme-2022-2025",
        "sz-excerpts-2023",
    ]


def test_search_prints_passages_best_first(index: Path) -> None:
    hits = json.loads(run("search", "噪聲地圖", "--json", "--limit", "3", index=index).stdout)
    assert "噪聲地圖" in hits[0]["text"]
    assert hits[0]["section_path"][-1] == "3.噪聲污染綜合防治工程"


def test_wrong_usage_exits_with_two(index: Path) -> None:
    assert run("ask", index=index).returncode == 2
    assert run("search", "x", "--limit", "0", index=index).returncode == 2


def test_a_missing_corpus_is_one_line(index: Path, tmp_path: Path) -> None:
    done = run("build", index=index, SZASSIST_CORPUS=str(tmp_path / "nowhere"))
    assert_one_clear_line(done, "nowhere")


def test_a_corpus_file_that_is_not_text_is_named_and_the_old_index_still_answers(index: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.txt").write_bytes(bytes(range(256)) * 8)
    assert_one_clear_line(run("build", index=index, SZASSIST_CORPUS=str(tmp_path)), "noise.txt")
    assert "18微克/立方米" in run("ask", "2025年PM2.5要降到多少?", index=index).stdout


def test_a_model_path_that_is_wrong_is_one_line(index: Path, tmp_path: Path) -> None:
    done = run("ask", "水", index=index, SZASSIST_EMBEDDING_MODEL=str(tmp_path / "no-model"))
    assert_one_clear_line(done, "SZASSIST_EMBEDDING_MODEL", "no-model")


def test_a_setting_that_cannot_be_used_is_one_line(index: Path) -> None:
    assert_one_clear_line(run("ask", "水", index=index, SZASSIST_PORT="many"), "SZASSIST_PORT", "many")


def test_doctor_finds_everything_sound(index: Path) -> None:
    done = run("doctor", index=index, SZASSIST_PORT="18761")
    assert done.returncode == 0, done.stdout
    assert "4 documents" in done.stdout


def test_doctor_says_what_is_wrong(index: Path, tmp_path: Path) -> None:
    done = run("doctor", index=tmp_path / "empty", SZASSIST_PORT="18761")
    assert done.returncode == 1
    assert "szassist build" in done.stdout
