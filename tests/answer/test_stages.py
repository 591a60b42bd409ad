"""Follow-ups about a figure that was told: what it was before and is to be, whether it is a goal, whose it is not."""

import pytest

from szassist import Assistant, Turn
from szassist.schema import FactKind, Status
from szassist.text.script import to_hans
from tests.answer.conftest import Ask

_FIRST = "{name}{year}年是多少"


@pytest.mark.parametrize(
    ("questions", "held", "lacking"),
    [
        (["2030年PM2.5目标", "原来是多少"], ("18微克", "25微克"), "15微克"),
        (["2025年PM2.5目标", "最后要到多少"], ("15微克",), "25微克"),
        (["深圳GDP现在多少", "之前呢"], ("1979年", "1.96亿元"), "3.07"),
        (["310条河流水质优良率现在占多少", "原来是多少"], ("22.9%",), "50.0%"),
        (["2025年PM2.5目标", "谁负责", "起点是多少"], ("18微克",), "责任单位"),
        (["What is the PM2.5 target for 2025?", "and after that?"], ("By 2030", "15 micrograms"), "25 micrograms"),
    ],
)
def test_what_came_before_or_after_a_figure_is_told(
    ask: Ask, questions: list[str], held: tuple[str, ...], lacking: str
) -> None:
    answer = ask(*questions)
    assert answer.status is Status.ANSWERED
    assert all(one in answer.text for one in held)
    assert lacking not in answer.text


@pytest.mark.parametrize(("later", "told"), [("以后呢", "更晚的数值"), ("之前呢", "更早的数值")])
def test_where_there_is_no_other_stage_this_is_said(ask: Ask, later: str, told: str) -> None:
    answer = ask("再生水利用率2025年目标", later)
    assert answer.status is Status.NOT_FOUND
    assert told in answer.text


def test_a_goal_is_told_from_a_state(ask: Ask) -> None:
    assert ask("2025年PM2.5目标", "是现状还是目标").text.startswith("这是目标，不是现状。")
    assert ask("现在有多少博物馆", "这是目标还是现在的数").text.startswith("这是现状，不是目标。")
    assert ask("PM2.5 target for 2025?", "Is that a target or the current figure?").text.startswith(
        "This is a target"
    )


@pytest.mark.parametrize(
    "questions",
    [
        ["垃圾回收率2025年目标", "每个区都一样吗"],
        ["2025年PM2.5目标", "各区分别是多少"],
        ["2025年PM2.5目标", "国外一般是多少"],
        ["再生水利用率2025年目标", "比北京高吗"],
        ["垃圾回收率2025年目标", "厨余垃圾呢"],
        ["食品抽检合格率目标", "那药呢"],
        ["再生水利用率2025年目标", "达不到要处罚谁"],
        ["新能源车保有量目标", "有约束吗"],
        ["What is the PM2.5 target for 2025?", "Is it the same in every district?"],
    ],
)
def test_a_figure_of_the_city_is_not_given_for_what_the_documents_do_not_tell(ask: Ask, questions: list[str]) -> None:
    assert ask(*questions).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["2025年PM2.5目标", "数字再给我一次"], "18微克"),
        (["2025年PM2.5目标", "没听清，多少"], "18微克"),
        (["2025年PM2.5目标", "哈哈", "再报一次"], "18微克"),
        (["2030年公共文化设施面积", "2025呢？中间那个节点"], "376万平方米"),
        (["2025年PM2.5目标", "我问紧2030年喎"], "15微克"),
        (["2025年PM2.5目标", "谁牵头", "对了数是多少"], "18微克"),
        (["2025年PM2.5目标", "单位是什么"], "微克/立方米"),
        (["2025年PM2.5目标", "我是说臭氧"], "135微克"),
        (["装配式建筑占比2025年", "和它一起的绿色建筑面积要多少"], "7000万平方米"),
        (["幼儿园新增多少学位", "公办普通高中咧"], "11万个"),
        (["新能源车2025年几多架", "咁新登记嗰啲车入面占几多成"], "60%"),
        (["居住用地步行500米可达公园2025年", "居民人均可支配收入2025年是多少"], "9万元"),
        (["What is the PM2.5 target for 2025?", "Where does it stand now?"], "18 micrograms"),
    ],
)
def test_words_that_only_talk_hide_nothing(ask: Ask, questions: list[str], held: str) -> None:
    answer = ask(*questions)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_every_goal_has_its_state_before_it_or_none(assistant: Assistant) -> None:
    series = [rows for rows in assistant.register.all_series() if any(one.kind is FactKind.STATUS for one in rows)]
    goals = [(rows, one) for rows in series for one in rows if one.kind is FactKind.TARGET and one.year][::3]
    assert goals
    for rows, goal in goals:
        question = _FIRST.format(name=to_hans(goal.indicator), year=goal.year)
        told = assistant.ask("原来是多少", [Turn(question=question, answer=assistant.ask(question).text)])
        states = [one for one in rows if one.kind is FactKind.STATUS and one.value is not None]
        assert any(f"{one.value}" in told.text for one in states), question
