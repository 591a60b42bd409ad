"""Lists called by the name of their heading, by what a document does with them, and asked for with what goes on from a question."""

from __future__ import annotations

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("规划“存在问题”那节，深圳自己承认了哪几块短板？", ["资源环境约束日益趋紧", "城市治理能力亟待提升"]),
        ("規劃的「戰略定位」共有哪幾個區？", ["創新驅動引領區", "普惠發展示范區"]),
        ("规划战略定位那节讲的是哪几个区", ["创新驱动引领区", "普惠发展示范区"]),
        ("方案的“总体要求”部分列了什么", ["指导思想", "基本原则", "发展目标"]),
        ("建设方案部署的重点行动共几项？请列出全称。", ["共6项", "社会治理现代化标杆行动"]),
        ("规划正文一共几章，第三章讲什么", ["共4项", "第四章 保障措施", "建设更加宜居宜业的绿色低碳之城"]),
    ],
)
def test_the_whole_list_is_given(ask: Ask, question: str, parts: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert all(part in answer.text for part in parts), answer.text


def test_an_action_in_quotation_marks_is_no_heading_that_is_asked_for(ask: Ask) -> None:
    assert "推进全民健康提升工程" in ask("“健康中国”先锋示范行动有哪些工程").text


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2025年再生水利用率多少？生活垃圾回收利用率也说一下", ["80%", "50%"]),
        ("居民人均可支配收入2025年要达到多少？人均预期寿命顺便列一下", ["9万元", "84.53岁"]),
        ("2025年PM2.5目标多少，臭氧的也报一下", ["18微克", "135微克"]),
    ],
)
def test_one_more_thing_is_told_for_the_same_year(ask: Ask, question: str, values: list[str]) -> None:
    text = ask(question).text
    assert all(value in text for value in values), text


@pytest.mark.parametrize(
    "question", ["万元GDP用水，两个文件2025年的数对得上吗？", "万元GDP用水量在规划和方案里对不对得上"]
)
def test_what_two_documents_say_is_shown_side_by_side(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "万元GDP水耗" in text
    assert "万元GDP用水量" in text


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("BIM的要求写在规划里还是方案里", "建设方案（2022-2025年）》："),
        ("规划和方案哪份提到了装配式建筑", "建设方案（2022-2025年）》："),
        ("哪一份文件列了责任单位", "建设方案（2022-2025年）》："),
    ],
)
def test_the_document_is_named_where_a_question_asks_which_one_says_it(ask: Ask, question: str, title: str) -> None:
    assert title in ask(question).text


def test_the_base_year_of_a_fall_is_told(ask: Ask) -> None:
    text = ask("生产安全事故死亡率那个累计下降，是跟哪一年比的？表下面好像有备注").text
    assert "以2015年的数据为基准年" in text


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("哪些指标2025年和2030年都有", "2025、2030年都有目标的指标共5项"),
        ("哪些指標同時有2025年和2030年的目標", "2025、2030年都有目標的指標共5項"),
        (
            "Which indicators have targets for both 2025 and 2030?",
            "Indicators with a target for each of 2025, 2030, 5 in all",
        ),
    ],
)
def test_what_has_a_target_in_each_of_two_years_is_listed_by_indicator(ask: Ask, question: str, head: str) -> None:
    text = ask(question).text
    assert text.startswith(head)
    lines = [line for line in text.splitlines() if "PM2.5" in line]
    assert ["18" in line for line in lines] == [True, False]
    assert "15" in lines[1]


def test_a_word_of_a_name_that_also_tells_of_a_value_still_names_it(ask: Ask) -> None:
    text = ask("深圳人均寿命").text
    assert "84.73岁" in text
    assert "生产总值" not in text
    assert "GDP" not in text
