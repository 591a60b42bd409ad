"""Follow-ups that can be read two ways, years counted from one spoken of, and things named in full."""

import pytest

from szassist import Assistant
from szassist.answer.talk.reckoned import reckoned
from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (["请介绍一下红树林中心的建设", "这方面打算立什么法规？"], "湿地保护条例"),
        (["哪些指标由市民政局负责", "护理床位呢"], "护理型床位占比不低于65%"),
        (["垃圾回收利用率2025年目标", "规划里2020年的那个资源化利用率又是多少"], "资源化利用率达到80%"),
        (["志愿者2025年目标", "2020年那会儿的目标是多少人"], "180万人"),
        (["深圳空气以后会变好吗，PM2.5到2025年打算降到多少", "那2030呢"], "15微克"),
        (["垃圾2025年回收利用率", "记者想引用一下，请给出原文"], "回收利用率达50%"),
    ],
)
def test_of_two_readings_the_one_that_finds_something_counts(ask: Ask, questions: list[str], told: str) -> None:
    answer = ask(*questions)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert told in answer.text


@pytest.mark.parametrize(
    "questions",
    [
        ["PM2.5目标", "噪声要降到多少分贝"],
        ["5G基站数量目标", "其中南山区要建多少"],
        ["医院现在多少家", "其中民营的有几家"],
        ["红树林中心", "这方面的面积有多大"],
        ["新能源汽车2025年目标", "充电桩呢"],
        ["谁负责养老", "月球基地呢"],
        ["Life expectancy in 2021?", "For cats?"],
        ["Who handles noise?", "And for alien landings?"],
        ["幼儿园学位新增多少", "龙岗区呢"],
        ["护理床位占比目标", "深圳有多少养老院倒闭了"],
    ],
)
def test_neither_reading_answers_what_is_not_said(ask: Ask, questions: list[str]) -> None:
    assert ask(*questions).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("questions", "told"),
    [
        (["居民收入2025年目标是多少", "再过五年呢"], "到2030年，居民人均可支配收入"),
        (["公共文化设施面积2020年要求多少", "五年后呢"], "到2025年，公共文化设施总面积"),
        (["PM2.5目标2025", "那到了规划期末呢"], "到2030年，PM2.5"),
        (["What's the PM2.5 target for 2025?", "Okay, and by the end of the plan?"], "By 2030: "),
        (["What's the PM2.5 target for 2025?", "and five years on from that?"], "By 2030: "),
    ],
)
def test_years_are_counted_from_the_one_spoken_of(ask: Ask, questions: list[str], told: str) -> None:
    assert ask(*questions).text.startswith(told)


def test_years_counted_from_none_are_not_known(ask: Ask) -> None:
    assert ask("绿道多长", "五年后呢").status is Status.NOT_FOUND


def test_when_a_document_ends_is_no_year_counted(assistant: Assistant) -> None:
    assert reckoned("规划什么时候结束", (2025,), assistant.reader.lexicon) == "规划什么时候结束"
    assert reckoned("近五年的情况", (2025,), assistant.reader.lexicon) == "近五年的情况"


def test_a_thing_named_in_full_is_told_by_nothing_before_it(ask: Ask) -> None:
    assert "研发投入占" in ask("基础研究经费占比", "全社会研发投入呢").text


@pytest.mark.parametrize(
    "question", ["邊個部門跟進", "我想知道牵头的部门", "Which authority leads?", "Who's involved?"]
)
def test_who_acts_is_asked_of_what_was_shown(ask: Ask, question: str) -> None:
    answer = ask("護理床位要佔幾多" if not question.isascii() else "What is the target for nursing beds?", question)
    assert "民政局" in answer.text or "Civil Affairs" in answer.text


def test_what_is_comes_from_any_document(ask: Ask) -> None:
    assert "83.53岁" in ask("规划里2025年预期寿命", "方案呢", "现状").text


def test_a_number_names_an_item_of_the_list_that_has_such_things(ask: Ask) -> None:
    assert "高等教育" in ask("方案分几个行动", "第二个行动有哪些工程", "第一个工程有啥措施").text


def test_how_many_for_is_how_many_of_what_was_asked(ask: Ask) -> None:
    places = ("How many new high school places by 2025?", "My youngest is three though. How many for kindergartens?")
    assert "125,000" in ask(*places).text


def test_whether_a_figure_is_the_least_is_told_by_the_figure(ask: Ask) -> None:
    assert "不低于65%" in ask("全市护理床位占比目标", "前面那个数是下限还是上限").text
