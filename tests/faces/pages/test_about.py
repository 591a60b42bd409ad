"""About: the manifest of the corpus, and the last evaluation where there is one."""

import json
from pathlib import Path

import pytest

from szassist.faces.web.pages.about import Inventory, Measured, about_page, digest, measured
from szassist.faces.web.pages.voice import voice
from szassist.schema import Language

from .conftest import Shelf

HANS = voice(Language.HANS)


def evaluation(*groups: str) -> dict[str, object]:
    told = {"value": 0.96, "low": 0.93, "high": 0.98, "n": 50}
    return {
        "systems": {"assistant": {"groups": {group: {"passed": told} for group in groups}}, "bm25": {"groups": {}}}
    }


def test_the_last_evaluation_is_read_by_group(tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps(evaluation("set test, target", "set test")), "utf-8")
    assert measured(path) == (
        Measured("set test, target", 50, 0.96, 0.93, 0.98),
        Measured("set test", 50, 0.96, 0.93, 0.98),
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"systems": {}}', '{"systems": {"a": {"groups": {"x": {"passed": 1}}}}}']
)
def test_without_a_readable_evaluation_the_page_does_without(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    assert measured(path) == ()
    path.write_text(text, "utf-8")
    assert measured(path) == ()


def test_the_accuracy_table_tells_of_unseen_questions_alone_all_of_them_first(shelf: Shelf) -> None:
    lines = (
        Measured("set test, refuse", 20, 0.9, 0.75, 1.0),
        Measured("set test, new<kind>", 5, 1.0, 1.0, 1.0),
        Measured("set dev, refuse", 9, 0.123, 0.0, 0.2),
        Measured("written", 600, 0.987, 0.93, 0.98),
        Measured("set fresh", 230, 0.674, 0.61, 0.73),
        Measured("set test", 300, 0.955, 0.93, 0.98),
    )
    html = about_page(Inventory(shelf.documents, len(shelf.register), lines, "1.2"), HANS)
    order = [html.index(word) for word in ("开发时没有看过的问题", "最后写成", "应当拒答", "new&lt;kind&gt;")]
    assert order == sorted(order)
    assert "95.5%" in html
    assert "95% 区间 93%–98%" in html
    assert "12.3%" not in html
    assert "98.7%" not in html
    assert "szassist 1.2" in html


def test_the_manifest_tells_issuer_date_digest_edition_and_what_is_missing(shelf: Shelf) -> None:
    html = about_page(Inventory(shelf.documents, len(shelf.register), (), "1"), HANS)
    assert html.count("深圳市人民政府") >= 3
    assert '<time datetime="2023-01-17">' in html
    assert digest("甲") == "33e3580c093111e1c4cac922872c40371f7896bb3fa4e23be5840bd1834fc622"
    assert all(digest(document.text) in html for document in shelf.documents.values())
    assert "换行已经丢失" in html
    assert "缺少：<span>表1" in html
    assert "这个版本还没有评测结果" in html


def test_english_readers_get_the_manifest_in_english(shelf: Shelf) -> None:
    html = about_page(Inventory(shelf.documents, 1, (), "1"), voice(Language.EN, shelf.terms.english_name))
    assert "Shenzhen Sustainable Development Plan (2017–2030) (Revised 2022)" in html
    assert "Line breaks were lost" in html
    assert "The body of Table 1" in html
