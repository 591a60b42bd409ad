"""Paragraphs and punctuation."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.ingest.clean import paragraphs, widen
from szassist.ingest.traced import Traced

PROSE = "各部门要高度重视，认真抓好落实，确保完成任务。"


def lines(text: str) -> list[str]:
    return paragraphs(Traced.of(text)).text.split("\n")


def test_blank_lines_and_indents_go_and_short_lines_stay_whole() -> None:
    assert lines("标题 一\r\n\r\n\u3000\u3000第一段 有空格。\n\n第二段。\n") == [
        "标题 一",
        "第一段 有空格。",
        "第二段。",
    ]


def test_a_line_that_lost_its_breaks_gets_them_back() -> None:
    page = " ".join(
        ["前 言", "一、背景", PROSE, "第一章 现状", PROSE * 20, "1.《中共中央 国务院的意见》", "2.方案", PROSE]
    )
    assert lines(page) == [
        "前 言",
        "一、背景",
        PROSE,
        "第一章 现状",
        PROSE * 20,
        "1.《中共中央 国务院的意见》",
        "2.方案",
        PROSE,
    ]


def test_spaces_within_a_sentence_are_no_breaks() -> None:
    page = f"{PROSE} {PROSE * 20} 到 2025 年，中共中央 国务院要求采用 BIM 技术。 {PROSE}"
    assert lines(page)[2] == "到 2025 年，中共中央 国务院要求采用 BIM 技术。"


@pytest.mark.parametrize(
    ("half", "full"),
    [
        ("达到62%,全社会", "达到62%，全社会"),
        ("(一)总则(试行)", "（一）总则（试行）"),
        ("目标如下:", "目标如下："),
        ("浓度(PM2.5)下降;", "浓度（PM2.5）下降；"),
        ("到2025年,2030年,共1,500人", "到2025年，2030年，共1,500人"),
        ("比例10:3,见http://a.cn/b?x=1", "比例10:3，见http://a.cn/b?x=1"),
        ("2017-2030年", "2017-2030年"),
        ("See Article (a), p. 3: yes!", "See Article (a), p. 3: yes!"),
        ("9:30", "9:30"),
    ],
)
def test_marks_are_widened_in_chinese_only(half: str, full: str) -> None:
    assert widen(half) == full


@given(st.text(alphabet=st.sampled_from("甲乙一、（(《》“,:;?!). 1a\n%")) | st.text())
def test_widening_keeps_length_and_changes_nothing_but_marks(text: str) -> None:
    wide = widen(text)
    assert len(wide) == len(text)
    for before, after in zip(text, wide, strict=True):
        assert before == after or (before in ",:;?!()" and unicodedata.normalize("NFKC", after) == before)


@given(
    st.lists(st.sampled_from(["甲乙。", " ", "\n", "\u3000", "一、", "《甲", "》", "a", "1"]), max_size=600).map(
        "".join
    )
)
def test_paragraphs_keep_every_visible_character_and_its_place(text: str) -> None:
    done = paragraphs(Traced.of(text))
    assert "".join(done.text.split()) == "".join(text.split())
    for char, place in list(zip(done.text, done.origin, strict=False))[1:]:
        assert char == "\n" or text[place] == char
    assert list(done.origin) == sorted(done.origin)
    assert done.origin[-1] == len(text)
    assert "\n\n" not in done.text
