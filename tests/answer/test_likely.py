"""The likeliest sentence answers where no rule finds an answer, and is said to be only related unless it is very likely."""

import numpy as np
import pytest

from szassist import Assistant
from szassist.answer.choosing.candidates import candidates
from szassist.answer.choosing.features import FEATURES, features
from szassist.answer.choosing.likely import AGAINST, ranked, shipped_trees
from szassist.answer.ground.material import Material
from szassist.answer.talk.conversation import understand
from szassist.query import Query
from szassist.schema import Status
from tests.answer.conftest import Ask


def found(assistant: Assistant, question: str) -> tuple[Query, Material]:
    query = understand(question, (), assistant.reader)[-1]
    return query, assistant.material(query)


def test_the_trees_are_grown_on_these_features(assistant: Assistant) -> None:
    assert shipped_trees().features == FEATURES
    query, material = found(assistant, "2025年PM2.5要降到多少")
    several = list(candidates(query, material))
    assert features(query, several, material).shape == (len(several), len(FEATURES))
    assert features(query, several, material)[:, FEATURES.index("covered_behind")].max() == 0


def test_the_likeliest_sentences_come_first_and_nothing_speaks_against_them(assistant: Assistant) -> None:
    query, material = found(assistant, "2025年PM2.5要降到多少")
    several = list(candidates(query, material))
    values = dict(zip(several, features(query, several, material), strict=True))
    best = ranked(query, material)
    assert [one.probability for one in best] == sorted((one.probability for one in best), reverse=True)
    for one in best:
        told = values[one.candidate]
        assert one.probability == pytest.approx(float(shipped_trees().probabilities(told[np.newaxis])[0]))
        assert not any(told[FEATURES.index(name)] for name in AGAINST)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("怀着二胎，岁数又大，心里直打鼓。产妇和小婴儿的死亡率，2025年要守住的线在哪里", "6.5/10万"),
        ("哈哈先做个梦：2030年深圳人平均一年能到手多少钱，官方怎么写的", "10万元"),
    ],
)
def test_a_story_around_a_plain_question_does_not_hide_its_answer(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "孩子咳嗽好久了，2025年PM10要压到多少",
        "我家在龙岗，2025年区里要加多少公办学位",
        "东莞的再生水利用率2025年要到多少",
        "老两口想换房，前海的房价一平多少钱",
    ],
)
def test_what_lacks_the_name_the_place_or_the_measure_is_no_likely_answer(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["2025年楼梯灯拥有量目标是多少", "2025年墙上挂挂拥有量目标是多少"])
def test_a_measure_alone_is_no_likely_answer_for_a_thing_that_it_is_not_of(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_place_that_a_sentence_does_not_name_is_set_against_it(ask: Ask) -> None:
    answer = ask("医疗资源是不是只往福田倾斜，盐田没份")
    assert answer.text.startswith("文件中没有写福田，写的是：")
    assert "向宝安、龙华、盐田等薄弱地区倾斜" in answer.text


def test_what_names_the_only_place_of_a_question_answers(ask: Ask) -> None:
    assert "通过澳门加强与葡语系国家合作" in ask("同非洲做生意，能不能借澳门那边走，深圳有这想法没").text


@pytest.mark.parametrize("question", ["哪年开始征收房产税", "宠物公园啥时候能建好", "2025年小学学位要新增多少"])
def test_no_sentence_overrules_that_a_start_an_unnamed_thing_or_a_figure_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_what_is_so_of_all_is_said_to_be_related_to_one_of_them(ask: Ask) -> None:
    answer = ask("Will bus 104 be electric?")
    assert answer.status is not Status.ANSWERED
    assert "100%" in answer.text
