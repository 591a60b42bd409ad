"""A wait, a month, a district, a cost or a price is told only by what holds one of the thing that is asked about."""

from itertools import islice

import pytest

from szassist import Assistant
from szassist.schema import Fact, FactKind, Status
from szassist.text.script import to_hans
from tests.answer.conftest import Ask

NOT_TOLD = (
    "{n}哪个区最高",
    "{n}最低的是哪个街道",
    "{n}分到每个街道是多少",
    "今日{n}几多",
    "{n}第三季度是多少",
    "{n}哪个月达到{v}",
    "十年前{n}是多少",
    "八十年代{n}是多少",
    "为了{n}到{v},政府要花多少钱",
    "{n}跟全国平均比低多少",
    "管{n}的馆长姓什么",
    "90后的{n}是多少",
)
TOLD = (
    "{n}到{v}还要等多久",
    "排了几天队没空看文件,{y}年{n}是多少",
    "三年前我问过,{n}{y}年目标多少",
    "今天开会领导问{n}{y}年要到多少",
)


def some_targets(assistant: Assistant) -> list[Fact]:
    """Every seventh target of a year that is one share."""
    targets = (fact for fact in assistant.register if fact.kind is FactKind.TARGET and fact.year and fact.unit == "%")
    return list(islice((fact for fact in targets if not isinstance(fact.value, tuple)), 3, None, 7))


def filled(template: str, fact: Fact) -> str:
    return template.format(n=to_hans(fact.indicator), v=f"{fact.value:f}{fact.unit}", y=fact.year)


def test_what_no_row_holds_is_told_of_no_indicator(assistant: Assistant) -> None:
    targets = some_targets(assistant)
    asked = [filled(template, fact) for template, fact in zip(NOT_TOLD, targets * 6, strict=False)]
    assert [question for question in asked if assistant.ask(question).status is Status.ANSWERED] == []


def test_what_is_told_around_a_question_asks_for_no_wait_and_no_year(assistant: Assistant) -> None:
    asked = [(filled(one, fact), f"{fact.value:f}") for fact in some_targets(assistant)[:3] for one in TOLD]
    assert [question for question, value in asked if value not in assistant.ask(question).text] == []


@pytest.mark.parametrize(
    "question",
    [
        "公租房排队要等几年呀",
        "居住正怎么办里，要几天",
        "人才房申请审批要多久",
        "How long does it take to get a residence permit?",
    ],
)
def test_how_long_an_errand_takes_is_not_told_by_what_is_planned_for_it(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("PM2.5降到15还要等多久", "2030"),
        ("要等几年公共文化设施面积才到436万平方米", "2030"),
        ("When will PM2.5 fall to 15?", "2030"),
    ],
)
def test_how_long_until_a_goal_is_reached_is_told_by_its_year(question: str, year: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert year in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "碳市场现在一吨碳卖几块钱",
        "新能源汽车一年卖多少辆",
        "高新技术企业一年交多少税",
        "新能源车充一度电几毛钱",
        "最低工资每小时多少钱",
        "居民每个月可支配收入是多少",
    ],
)
def test_a_price_or_what_is_sold_or_paid_is_not_told_by_another_figure_of_the_thing(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "2025年深圳全市GDP总量的目标是多少万亿？",
        "研发经费2025年多少亿",
        "先进制造业增加值多少亿",
        "绿道的面积是多少",
        "What is the area of the greenways?",
        "农村人均可支配收入是多少",
        "What is the life expectancy of women in Shenzhen?",
    ],
)
def test_an_amount_is_not_told_by_a_share_a_length_or_the_figure_of_all(question: str, ask: Ask) -> None:
    assert ask(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("低保一个月发多少", "1365元/月"),
        ("最低工资一个月几多钱", "2360元/月"),
        ("每个区至少要有几家兜底保障养老机构", "每个区"),
        ("近岸海域水质优良的面积要到多少", "52.8%"),
        ("碳配额的成交均价是多少", "22.37元/吨"),
        ("最低工资跟低保一个月差几百块", "995元/月"),
        ("研发投入是全国平均水平的几倍", "两倍"),
        ("幼儿园在读小朋友多少", "59.76万人"),
    ],
)
def test_what_holds_the_thing_that_is_asked_for_is_told(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize("question", ["上海2025年的居民人均可支配收入", "南山区2025年的居民人均可支配收入"])
def test_a_year_of_another_place_is_not_put_right_by_the_city_s(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_year_of_the_last_century_is_read_in_english(ask: Ask) -> None:
    assert ask("How high was the annual average PM2.5 concentration in 1998?").status is Status.NOT_FOUND


def test_the_weather_of_tomorrow_in_cantonese_is_in_no_document(ask: Ask) -> None:
    assert ask("聽日深圳會唔會落雨？").status is Status.NOT_FOUND
