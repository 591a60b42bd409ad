"""Units of documents that name them task by task, with who leads and who supports: a plan of an invented city."""

from collections.abc import Callable

import pytest

from szassist.text.sentences import sentences
from tests.answer.conftest import Ask

PLAN = """云港市绿色发展行动方案
一、重点任务
（一）清洁能源行动
1.压减煤炭消费。实施煤炭减量替代，到2027年煤炭消费总量下降8%。（牵头单位：市发展改革委；配合单位：市财政局、市生态环境局）推进新能源汽车使用，新增公交车全部使用新能源汽车。（市交通运输局、市财政局按职责分工负责）
2.整治餐饮油烟。推广油烟净化设施。（牵头单位：市城管局；配合单位：市生态环境局）
（二）全民行动
3.办好宣传活动。每年举办低碳日活动。
牵头单位：市教育局
参与单位：各区政府
完成时限：2026年6月底前
二、组织实施
市生态环境局会同市统计局编制年度评估报告，向社会公布。
"""


@pytest.fixture
def ask(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(PLAN)


def test_the_tasks_of_a_unit_are_counted_by_the_part_it_has_in_them(ask: Ask) -> None:
    answer = ask("市财政局要做哪些事")
    assert "列入2项任务：列为责任单位1项、列为配合（参与）单位1项" in answer.text
    assert "推进新能源汽车使用" in answer.text
    assert "0个" not in answer.text
    assert "0项" not in answer.text


def test_only_the_tasks_that_a_unit_leads_are_listed_where_that_is_asked(ask: Ask) -> None:
    answer = ask("市发展改革委牵头哪些任务")
    assert "压减煤炭消费" in answer.text
    assert "列为牵头单位的任务（共1项）" in answer.text


def test_a_unit_that_leads_nothing_is_said_to_lead_nothing(ask: Ask) -> None:
    assert "没有任务把市财政局列为牵头单位" in ask("市财政局牵头哪些任务").text


def test_who_leads_and_who_supports_are_told_apart(ask: Ask) -> None:
    answer = ask("餐饮油烟由谁牵头")
    assert "牵头单位：市城管局；配合（参与）单位：市生态环境局" in answer.text
    assert "没有指明由谁牵头" not in answer.text


def test_a_unit_that_only_supports_does_not_lead(ask: Ask) -> None:
    assert ask("餐饮油烟整治是市生态环境局牵头吗").text.startswith("不是。市生态环境局在文件中列为配合（参与）单位")


def test_the_time_limit_stands_with_the_task(ask: Ask) -> None:
    assert "办好宣传活动（2026年6月底前）" in ask("市教育局要做什么").text


def test_a_sentence_that_gives_a_task_to_units_counts(ask: Ask) -> None:
    answer = ask("年度评估报告谁来编")
    assert "牵头单位：市生态环境局；配合（参与）单位：市统计局" in answer.text


@pytest.mark.parametrize("question", ["市卫健委有没有任务", "市民政局参与吗", "经信局要做什么"])
def test_a_unit_that_the_plan_does_not_name_has_no_task(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status == "not_found"
    assert "没有把任何任务指定给" in answer.text


def test_a_note_behind_a_full_stop_is_no_beginning_of_the_next_sentence() -> None:
    text = "压减煤炭。（市发展改革委负责）推进使用。（一）完。"
    assert [text[start:end] for start, end in sentences(text)] == [
        "压减煤炭。",
        "（市发展改革委负责）",
        "推进使用。",
        "（一）完。",
    ]
