"""Written and spoken turns of Chinese questions in plain words."""

from __future__ import annotations

import pytest

from szassist.answer.reading.plain import in_plain_chinese
from szassist.schema import Status
from tests.answer.conftest import Ask

UNITS = {"民政局": "市民政局", "卫健委": "市衛生健康委"}


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("土地整备任务由何单位承担", "土地整备任务由哪些单位承担"),
        ("土地整備任務由何單位承擔", "土地整備任務由哪些單位承擔"),
        ("组织部列入何项行动", "组织部列入哪项行动"),
        ("附件为何物", "附件是什么"),
        ("为何项目推进慢", "为何项目推进慢"),  # asks why
        ("如何单独计算", "如何单独计算"),
        ("多盖多少万平", "多盖多少万平方米"),
        ("民政口挂的是啥行动", "民政局挂的是啥行动"),
        ("卫健口有哪些任务", "卫健委有哪些任务"),
        ("路口要改造几个", "路口要改造几个"),
    ],
)
def test_a_turn_is_put_in_plain_words_and_what_looks_like_one_is_left(question: str, plain: str) -> None:
    assert in_plain_chinese(question, UNITS) == plain


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("噪声治理归何部门管辖", "市生态环境局"),
        ("无障碍改造 涉及部门名单", "市民政局"),
        ("红树林湿地博物馆是规划局自己建还是有其他部门一起", "市水务局"),
    ],
)
def test_units_are_given_however_they_are_asked_for(ask: Ask, question: str, unit: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert unit in answer.text


def test_a_plan_that_deploys_something_is_no_unit(ask: Ask) -> None:
    assert "指定给" not in ask("方案总共部署几项行动").text
