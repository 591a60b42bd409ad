"""Follow-ups that name a year, a kind or a measure and leave out what they are about."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    "turn",
    [
        "再往前,2020定的",
        "2020年的目标区间是多少",
        "把年份换成2020再查一遍",
        "2020年嗰陣個數係點定㗎",
        "2020年这个节点上要做到什么程度",
    ],
)
def test_a_year_with_words_that_only_ask_is_the_same_thing_of_that_year(ask: Ask, turn: str) -> None:
    assert "7.5立方米" in ask("万元GDP水耗2025年是多少", turn).text.split("\n")[0]


@pytest.mark.parametrize("turn", ["2020年的房价", "2020年离婚的有多少", "2020年几点开门", "2020年上海定的是多少"])
def test_a_year_with_a_subject_of_its_own_is_not(ask: Ask, turn: str) -> None:
    assert ask("万元GDP水耗2025年是多少", turn).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["2025年每千人要有几个执业医师", "全科的呢"], "5.0人"),
        (["2025年万元GDP用水量控制在多少", "总量的上限呢"], "23.93亿立方米"),
        (["全市养老机构护理型床位占比2025年要到多少", "新盖的公办的要求更高吧,多少"], "80%以上"),
        (["新建公办养老院的护理床要占几成", "把旧的民办的都算进来又是多少"], "不低于65%"),
        (["到2025深圳5G基站要多少个", "按每千人算的还是每万人"], "每万人拥有5G基站数超30个"),
        (["市财政对基础研究的投入有下限吗", "这30%的分母是啥"], "市级科技研发资金的30%"),
        (["罗湖盐田龙岗坪山大鹏加起来占全市多大地方", "那经济总量占多少"], "仅占全市约1/3"),
    ],
)
def test_a_kind_of_it_or_what_it_is_measured_against_is_told(ask: Ask, questions: list[str], held: str) -> None:
    assert held in ask(*questions).text
