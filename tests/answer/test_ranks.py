"""Ranks, starts and positions: questions whose answer is no amount."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("出口总额连续二十九年排国内城市第几", "首位"),
        ("深圳是国内第几个GDP破3万亿的城市", "第三个"),
        ("机动车密度全国排第几", "首位"),
        ("战新产业增加值在全国大中城市排第几", "首位"),
        ("C40城市气候领导联盟，深圳是全国第几个成员", "首个"),
    ],
)
def test_a_rank_is_told_by_the_sentence_that_ranks_it(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    ["深圳幼儿园数量全国排第几", "深圳大学全国排名第几", "深圳人均GDP全国第几", "深圳数字经济规模全国排名多少"],
)
def test_a_figure_or_the_rank_of_something_else_is_no_rank(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    ["BIM应用几时开始强制", "新建项目全面用这个BIM，是从哪年起算", "我朋友说以后新项目都得用BIM，从哪年开始"],
)
def test_from_when_on_is_no_year_by_which(question: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("2023年开始")


def test_a_year_by_which_something_is_done_is_no_start(ask: Ask) -> None:
    assert ask("从哪年开始深圳实行垃圾分类").status is Status.NOT_FOUND
    assert "2025年" in ask("BIM模型导入率哪年要到100%").text


@pytest.mark.parametrize("question", ["写作文要用，深圳在东经几度到几度？", "深圳的纬度范围是多少"])
def test_a_position_is_told_in_degrees(question: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert "113°46′" in answer.text
