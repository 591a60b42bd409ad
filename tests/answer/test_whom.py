"""Follow-ups that ask, in everyday words, whom that falls to which was asked about."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask

TARGET = "再生水利用率2025年目标"


@pytest.mark.parametrize(
    "said",
    [
        "谁拍板",
        "挂在谁名下",
        "哪个局兜底",
        "相关部门一个个念给我听",
        "这个指标摊到哪些单位头上",
        "请把承担这一块任务的单位列全",
        "背后都有谁在使劲",
    ],
)
def test_all_units_are_told_however_that_is_asked(ask: Ask, said: str) -> None:
    answer = ask(TARGET, said)
    assert "责任单位按整个行动列出，共12个" in answer.text
    assert "再生水利用率" in answer.text


@pytest.mark.parametrize(
    ("said", "first"),
    [
        ("水务局负责吗", "是。市水务局是责任单位之一"),
        ("这事水务局扛大旗的吧", "是。市水务局是责任单位之一"),
        ("是水务局一家干还是几家一块干", "不止市水务局一家"),
        ("教育局管吗", "不是。文件列出的责任单位中没有您说的单位"),
        ("水务局负责什么", "市水务局在文件中是3项行动的责任单位"),
    ],
)
def test_a_unit_is_said_to_answer_for_that_or_not_to(ask: Ask, said: str, first: str) -> None:
    assert ask(TARGET, said).text.startswith(first)


def test_who_leads_is_asked_in_everyday_words_too(ask: Ask) -> None:
    assert ask("健康中国行动是不是教育局挑大梁").text.startswith("不是。")
    assert ask("噪声治理是城管局主抓吗").text.startswith("是。")


@pytest.mark.parametrize("said", ["税务局负责吗", "局长是谁", "广州是谁管"])
def test_nobody_is_named_that_the_documents_do_not_name(ask: Ask, said: str) -> None:
    assert ask(TARGET, said).status is Status.NOT_FOUND
