"""Headings of Chinese official documents, in the shapes they come in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.ingest.outline import fragments, notice, outline
from szassist.schema import Section, SectionKind


def shape(text: str) -> list[tuple[int, str, str]]:
    """Depth, label and title of every section below the root."""
    sections = outline(text, "题")
    depth = {0: 0}
    rows = []
    for section in sections[1:]:
        assert section.parent is not None
        depth[section.index] = depth[section.parent] + 1
        rows.append((depth[section.index], section.label, section.title))
    return rows


def test_numbered_headings_nest_by_their_shape() -> None:
    text = "规划\n第一编 总论\n第一章 现状\n第一节 成效\n一、主要\n（一）空气。良好。\n1．指标\n（1）PM2.5\n①年均；\n第二章 目标"
    assert shape(text) == [
        (1, "第一编", "总论"),
        (2, "第一章", "现状"),
        (3, "第一节", "成效"),
        (4, "一、", "主要"),
        (5, "（一）", "空气"),
        (6, "1．", "指标"),
        (7, "（1）", "PM2.5"),
        (8, "①", "年均"),
        (2, "第二章", "目标"),
    ]


def test_a_title_ends_at_its_first_full_stop() -> None:
    assert shape("（二）完善《通用目录》。结合实际，编制目录。") == [(1, "（二）", "完善《通用目录》")]


def test_a_full_stop_within_a_title_mark_does_not_end_the_title() -> None:
    assert shape("1.落实“一网通办。马上办”改革。各部门负责。") == [(1, "1.", "落实“一网通办。马上办”改革")]


def test_a_long_sentence_behind_a_number_is_text_and_no_title() -> None:
    text = "（一）2021年9月底之前，市生态环境局、市发改委牵头组建评估编制工作专班和编制团队，各区同步组建。"
    assert shape(text) == [(1, "（一）", "")]


@pytest.mark.parametrize(
    "line",
    [
        "2025年，全市达到目标。",
        "3.18万亿元。",
        "12.5%的企业",
        "一是加强领导，落实责任。",
        "1.5亿立方米",
        "第三方评估机构",
    ],
)
def test_figures_and_turns_of_phrase_are_not_headings(line: str) -> None:
    assert shape(f"标题\n{line}") == []


def test_a_sentence_about_a_chapter_is_not_a_chapter() -> None:
    assert shape("标题\n第三章规定的条件，由市住房城乡建设局另行制定。") == []


def test_articles_of_a_regulation_hold_their_numbered_conditions() -> None:
    text = (
        "第一章 总则\n第一条 为了规范管理，制定本办法。\n第二条【条件】申请人应当符合：\n（一）户籍；\n（二）住房。"
    )
    assert shape(text) == [
        (1, "第一章", "总则"),
        (2, "第一条", ""),
        (2, "第二条", "条件"),
        (3, "（一）", "户籍"),
        (3, "（二）", "住房"),
    ]


def test_lead_phrases_open_sections_where_two_stand_together() -> None:
    text = "一、条件\n实力雄厚。经济总量大，位居前列。\n创新突出。投入强度高，专利多。\n二、范围\n范围为全市。期限为2017年。"
    assert shape(text) == [(1, "一、", "条件"), (2, "", "实力雄厚"), (2, "", "创新突出"), (1, "二、", "范围")]


def test_a_plain_paragraph_behind_lead_phrases_belongs_to_none_of_them() -> None:
    text = (
        "三、挑战\n一是潮流。近年来，全球反思。\n二是革命。新一轮，蓄势。\n但也要看到，还有挑战。\n另外，还有问题。"
    )
    assert shape(text) == [(1, "三、", "挑战"), (2, "一是", "潮流"), (2, "二是", "革命"), (2, "", "")]


def test_a_closing_block_behind_the_last_project_closes_the_action() -> None:
    text = "（一）行动。\n总述。\n1.甲工程。正文，一。\n2.乙工程。正文，二。\n〔责任单位：市教育局〕\n（二）行动二。"
    sections = outline(text, "题")
    closing = next(s for s in sections if s.kind is SectionKind.CLOSING)
    assert closing.parent is not None
    assert sections[closing.parent].title == "行动"


def test_a_closing_line_behind_every_project_closes_that_project() -> None:
    text = "（一）清单。\n1．甲。正文，一。\n牵头部门：省厅\n完成时限：6月底前\n2．乙。正文，二。\n牵头部门：省局"
    sections = outline(text, "题")
    parents = [sections[s.parent or 0].title for s in sections if s.kind is SectionKind.CLOSING]
    assert parents == ["甲", "甲", "乙"]


def test_table_rows_are_not_headings() -> None:
    assert shape("标题\n1. | 指标 | 18\n2. | 指标 | 35") == []


def test_a_preface_may_be_spaced() -> None:
    sections = outline("规划\n前 言\n一、背景", "规划")
    assert [(s.kind, s.title) for s in sections[1:]] == [(SectionKind.PREFACE, "前言"), (SectionKind.SECTION, "背景")]


def partitions(sections: tuple[Section, ...], text: str) -> bool:
    """Whether own spans cover the text in order and every section lies within its parent."""
    position = 0
    for index, section in enumerate(sections):
        if section.index != index or section.start != position or not section.start <= section.own_end <= section.end:
            return False
        position = section.own_end
        if section.parent is not None:
            above = sections[section.parent]
            if not (section.parent < index and above.start <= section.start and section.end <= above.end):
                return False
    return position == len(text)


PIECES = st.sampled_from(
    [
        "一、",
        "（一）",
        "1.",
        "①",
        "第一章",
        "第二条",
        "附件",
        "表1",
        "前言",
        "责任单位：",
        "一是",
        "好。",
        "甲，乙",
        " ",
        "\n",
        "\n",
        "《",
        "〔",
        "“",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join))
def test_own_spans_partition_any_text(text: str) -> None:
    assert partitions(outline(text, "题"), text)
    assert partitions(fragments(text, "题"), text)
    assert partitions(notice(text, "题", len(text) // 2), text)
