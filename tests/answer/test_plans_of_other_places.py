"""What a plan of another place is to reach, asked in everyday words: an energy plan that was made up for it."""

from collections.abc import Callable

import pytest

from tests.answer.conftest import Ask

PLAN = """云港市节能降碳行动方案
为推动云港市绿色低碳发展，制定本方案。
一、总体要求
坚持节约优先，稳步推进节能降碳。
二、主要目标
到2025年，单位地区生产总值能源消耗比2020年下降13%，力争下降13.5%，单位地区生产总值二氧化碳排放确保完成国家下达指标。
到2030年，非化石能源消费比重达到26%，确保2030年前实现碳达峰。
三、重点任务
（一）调整能源结构。到2025年，全市煤炭消费总量下降6%左右，风电、太阳能发电总装机容量达到90万千瓦。
（二）减少污染物排放。到2025年，化学需氧量、氨氮等2项主要污染物重点工程减排量分别累计达到3.1万吨、0.2万吨，全市散煤基本清零。
（三）建设节约型机关。到2024年，90%的市级和70%的县级党政机关达到创建标准。
（四）支持科技创新。到2025年，建设8个碳中和相关领域的重点实验室。
"""

TABLE = """云港市“十四五”生态环境保护规划
第一章 发展目标
到2025年，全市生态环境质量持续改善。
表1主要指标
指标
类别序号指标名称
指标2020年
现状2025年目标属性
环境
治理
细颗粒物（PM2.5）浓度
（μg/m？）*
约束
性
44 36
2空气质量优良天数比率（%）*
约束
性
70.2 74.5
农村生活污水治理率（%）
预期
性
待定
注：具体目标以省分解任务为准。
第二章 主要任务
加强大气污染防治。
"""


@pytest.fixture
def ask(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(PLAN)


@pytest.mark.parametrize("question", ["2025年能耗强度要降多少", "全市能耗目标", "单位地区生产总值能源消耗降多少"])
def test_a_goal_is_told_with_the_year_it_is_measured_from(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert "比2020年下降13%" in answer.text


def test_in_english_too(ask: Ask) -> None:
    assert "down by 13%, compared with 2020" in ask("How much should energy intensity fall by 2025?").text


@pytest.mark.parametrize(
    ("question", "value"),
    [("煤用得少多少", "6%"), ("风光装机要到多少", "90万千瓦"), ("非化石能源占比2030年多少", "26%")],
)
def test_everyday_words_find_the_figure(ask: Ask, question: str, value: str) -> None:
    assert value in ask(question).text


def test_a_year_without_a_figure_gets_none_of_another_year(ask: Ask) -> None:
    answer = ask("2030年能耗强度要降多少")
    assert answer.status == "not_found"
    assert "比2020年下降13%" in answer.text


def test_the_main_goals_are_told_as_they_are_written(ask: Ask) -> None:
    answer = ask("主要目标有哪些")
    assert answer.status == "answered"
    assert "力争下降13.5%" in answer.text
    assert "完成国家下达指标" in answer.text
    assert "90万千瓦" not in answer.text


@pytest.mark.parametrize(("question", "told"), [("哪年碳达峰", "2030年前"), ("散煤什么时候清零", "2025年")])
def test_what_has_no_figure_is_reached_by_a_year(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status == "answered"
    assert told in answer.text


def test_laboratories_do_not_tell_when_carbon_is_neutral(ask: Ask) -> None:
    answer = ask("什么时候能碳中和")
    assert answer.status == "not_found"
    assert "没有写明时间" in answer.text


def test_things_that_are_summed_up_share_their_measure(ask: Ask) -> None:
    assert "氨氮重点工程减排量达到0.2万吨" in ask("氨氮减排量是多少").text


def test_levels_share_the_bodies_they_are_of(ask: Ask) -> None:
    assert "市级党政机关" in ask("2024年有哪些目标").text


@pytest.mark.parametrize(
    ("question", "value"),
    [("2025年PM2.5浓度目标", "36微克/立方米"), ("2020年PM2.5是多少", "44微克/立方米"), ("优良天数比率目标", "74.5%")],
)
def test_a_table_that_was_torn_apart_is_read(ask_documents: Callable[..., Ask], question: str, value: str) -> None:
    answer = ask_documents(TABLE)(question)
    assert answer.status == "answered"
    assert value in answer.text


@pytest.mark.parametrize("question", ["农村生活污水治理率2025年目标", "PM10浓度目标", "2030年PM2.5浓度目标"])
def test_what_such_a_table_leaves_open_is_not_told(ask_documents: Callable[..., Ask], question: str) -> None:
    assert ask_documents(TABLE)(question).status == "not_found"
