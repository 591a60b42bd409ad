"""What a question wants to know about a thing: a sentence that only names the thing is no answer."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    "question", ["公园里能搭帐篷吗", "地铁上能吃东西吗", "红树林保护区能进去拍照吗", "小区能不能封闭管理"]
)
def test_whether_one_may_do_a_thing_is_not_told_by_the_place_where_it_is_done(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("中医能不能来到社区看病", "进社区"),
        ("社康能不能强一点", "社康"),
        ("挖掘机冒黑烟,低排放区里让不让用?", "禁止使用"),
        ("下雨天的雨水能利用起来吗", "雨水"),
    ],
)
def test_what_is_done_about_a_thing_may_be_asked_as_a_possibility(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is not Status.NOT_FOUND
    assert held in answer.text


@pytest.mark.parametrize("question", ["幼儿园吃什么午餐", "鹏城云脑用的是什么芯片"])
def test_a_kind_that_is_asked_for_is_named(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("帮扶新疆西藏那边,深圳做些啥", "援疆援藏"),
        ("和香港合作搞科研,河套那边怎么弄", "河套深港"),
        ("宝安这边医院太少了,会不会多建点", "宝安"),
    ],
)
def test_a_place_may_stand_in_a_name_that_shortens_it(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is not Status.NOT_FOUND
    assert held in answer.text


@pytest.mark.parametrize("question", ["美国的碳中和目标是哪一年", "坪山区的GDP是多少"])
def test_a_place_that_is_named_beside_something_else_is_not_told_of(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("刚毕业来深圳,买房不敢想,租房又老涨价,对我们这种年轻人住的问题有啥说法没", "长租房"),
        ("楼下麻将馆半夜还在哗啦哗啦,投诉了几次都没下文,规划里管不管这个", "麻将馆"),
        ("电费贵,想在屋顶装太阳能,政策支持吗", "太阳能"),
        ("公立医院乱收费,改革有没有方向", "公立医院"),
        ("律师、公证这些能上网办吗", "在线公证"),
    ],
)
def test_the_story_around_a_question_neither_hides_it_nor_asks_for_itself(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is not Status.NOT_FOUND
    assert held in answer.text


@pytest.mark.parametrize(
    "question", ["电动自行车乱停乱放管不管", "医院停车场有什么规划", "老人吃饭难，社区有没有食堂"]
)
def test_a_sentence_about_a_part_of_a_compound_is_none_about_the_thing(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_compound_that_the_documents_have_is_told_of(ask: Ask) -> None:
    assert "珊瑚保护区" in ask("海洋公园怎么建").text
    assert "噪聲監管" in ask("How is construction noise dealt with?").text
