"""What a question calls the figure, bound or time it asks for, and what else of it tells nothing of what it is about."""

from __future__ import annotations

import random

import pytest

from szassist import Assistant
from szassist.answer.words import table
from szassist.query import Intent
from szassist.schema import FactKind, Status
from szassist.text.script import to_hans
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("写材料要引用：2025年孕产妇死亡率控制线是多少", "6.5/10万"),
        ("2025年婴儿死亡率要守住的线划在哪里", "2.5‰"),
        ("公共文化设施总面积，2025年的阶段性目标是多少", "376万平方米"),
        ("2025年PM2.5的及格线定在哪儿", "18微克/立方米"),
        ("残疾人家庭无障碍改造覆盖率2025年的最低要求", "100%"),
        ("2025年新增公办义务教育学位期望值", "67.3万个"),
        ("国家级高新技术企业数量，2025年的预期是多少家？", "2.2万家"),
        ("每千人病床数达到4.5张的截止时间", "2025年"),
        ("公共文化设施总面积2025年目标值多少，有没有出处", "376万平方米"),
        ("天天分类扔垃圾，到2025年回收利用的比例想做到几成？", "50%"),
        ("一年当中空气好的天数，2025年要保持多大比例？", "97.5%"),
        ("2025年马路上跑的新能原车大概会有多少两", "100万辆"),
        ("那个 我想问下啊 周末想奇车 全市的绿道总长有多少公里来着", "2843公里"),
        ("深圳出口总额连续多少年排在国内城市第一？", "连续二十九年"),
        ("市级科技研发资金中投向基础研究和应用基础研究的比例下限是多少", "30%"),
        ("想核对一个数据，每千人病床数（2025年目标）应该填多少", "4.5张"),
    ],
)
def test_the_name_of_the_figure_and_the_story_around_it_need_not_be_in_the_documents(
    ask: Ask, question: str, told: str
) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "2027年婴儿死亡率控制线是多少",
        "福田区2025年孕产妇死亡率控制线是多少",
        "广州PM2.5控制线是多少",
        "基本生态控制线有多少平方公里",
        "2025年初中生近视率的控制线是多少",
        "积分入户的门槛卡在哪里",
        "深圳房价的上限是多少",
        "养老护理员的考核标准是什么",
    ],
)
def test_a_bound_of_another_thing_place_or_year_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_any_name_of_a_figure_asks_for_the_row_of_any_indicator(ask: Ask, assistant: Assistant) -> None:
    chance, own = random.Random(6), table("asked")["figure"]
    targets = [fact for fact in assistant.register if fact.kind is FactKind.TARGET and fact.year and fact.value]
    for word in own["alone"].split():
        name = to_hans(chance.choice(targets).indicator)
        plain, called = (f"2025年{name}{said}是多少" for said in ("", f"的{word}"))
        assert ask(called).text == ask(plain).text, called


def test_lines_on_the_ground_and_words_of_topics_are_no_names_of_figures(assistant: Assistant) -> None:
    for topic in ("生态控制线", "居民预期寿命", "规划数字政府", "数据要素"):
        assert assistant.reader.read(f"{topic}有哪些要求")[-1].content.startswith(topic)


def test_who_only_wants_to_find_the_unit_asks_once(assistant: Assistant) -> None:
    (query,) = assistant.reader.read("想找对口部门推产品，节水典范城市建设是哪些单位在负责")
    assert query.intent is Intent.WHO
    assert "节水" in query.content


@pytest.mark.parametrize("asked", ["归口部门", "实施单位有哪些", "的单位名单，一个别落", "找谁对接"])
def test_units_are_asked_for_by_any_part_that_they_take(ask: Ask, asked: str) -> None:
    assert "市生态环境局" in ask(f"大气污染精准防治工程{asked}").text


def test_one_character_is_no_name_of_a_row(ask: Ask) -> None:
    assert "97.5%或以上。[1]\n责任" not in ask("用了多少气").text


def test_a_measure_is_read_by_its_sound_where_things_are_counted(assistant: Assistant) -> None:
    assert assistant.reader.read("新能源汽车有多少两")[-1].measure == "辆"
    assert assistant.reader.read("新能源汽车要花多少钱")[-1].question.endswith("多少钱")


def test_a_numeral_misheard_in_a_long_phrase_is_put_right(ask: Ask) -> None:
    assert "67.3万个" in ask("2025年新增公办一务教育学位是多少").text
    assert "4.5张" in ask("2025年每前人病床数要达到多少").text
