"""What is typed or read is shown as text, never interpreted."""

import pytest

from szassist.faces.web.render import answer_html, safe, sources_html
from szassist.schema import Answer, Citation, Language, Status, Trust


@pytest.mark.parametrize(
    "payload",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "`code`",
        "**bold**",
        "$x$",
    ],
)
def test_markup_becomes_character_references(payload: str) -> None:
    shown = safe(payload)
    assert not set(shown) & set("<>[]()*`$")
    assert "<script" not in shown


def answer(text: str) -> Answer:
    citation = Citation(1, "d", "某市<方案>", ("一、目標",), 0, 4, "不低於八成", "不低于八成", "/documents/d#c0-4")
    return Answer("问", text, Status.ANSWERED, Language.HANS, (citation,), trust=Trust(1, 1, 1, 1))


def test_a_mark_becomes_a_link_to_the_source_of_its_turn_and_unknown_marks_stay_text() -> None:
    shown = answer_html(answer("不低于80%[1][7]"), turn=3)
    assert "href='#src-3-1'" in shown
    assert "src-3-7" not in shown
    assert "1 处引文已核对 · 1 个数字已核对" in shown


def test_a_source_shows_title_path_and_quote_in_the_reader_s_script() -> None:
    shown = sources_html(answer("甲[1]"), turn=1)
    assert "id='src-1-1'" in shown
    assert "某市&lt;方案&#62; › 一、目标" in shown
    assert "不低于八成" in shown
