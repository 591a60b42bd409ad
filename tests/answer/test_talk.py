"""Everyday talk: reactions, things taken back, topics left and come back to, wholes and parts, what two questions share."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (["2025年新能源汽车保有量目标", "这么多？现在才多少"], "文件没有给出“新能源汽车保有量”的现状数值"),
        (["再生水利用率目標係幾多", "吓咁高？而家係幾多呀"], "文件沒有給出「再生水利用率」的現狀數值"),
        (["What is the PM2.5 target for 2025?", "hmm ok. and ozone?"], "By 2025: "),
        (["PM2.5 2025年多少", "错了，我问的是优良天数比例"], "到2025年，环境空气质量优良天数比例"),
        (["嬰兒死亡率2025年目標", "唔係，我想問孕產婦嗰個"], "到2025年，孕產婦死亡率"),
        (["PM2.5目标是多少", "公园有多少", "说回PM2.5，2030年呢"], "到2030年，PM2.5"),
        (["博物馆有几座", "医院几家", "绿道多长", "回到博物馆，再说一遍"], "博物馆57座"),
        (["2030年PM2.5要到多少", "换个话题哈，博物管深圳现在有几座"], "博物馆57座"),
        (
            ["建设方案里建成区绿化覆盖率2025年定的是多少", "奇怪，另一份规划说现状已经到多少了？"],
            "建成区绿化覆盖率43.0%",
        ),
        (["幼儿园有多少所", "中小学呢", "它们加起来呢"], "合计2714所（1896 + 818）"),
        (["六大行动有哪些", "好", "第一个行动谁负责"], "“科技创新引领力提升行动”的责任单位共10个"),
        (["博物馆有几座", "你确定吗"], "博物馆57座"),
        (["博物馆有几座", "医院几家", "绿道多长", "不好意思最前头那个再报一遍"], "博物馆57座"),
        (["博物館有幾座", "醫院幾間", "最先問嗰個係幾多話"], "博物館57座"),
        (["博物馆有几座", "把这句话完整念一遍"], "《深圳市可持续发展规划"),
        (["新增多少幼儿园学位", "公办小学初中那份也讲讲"], "到2025年，新增公办义务教育学位67.3万个"),
        (["怎么治理噪声", "污水也讲讲"], "深化“污水零直排区”"),
        (["2020年注冊志願者想有幾多人", "去到2025好似轉咗計法，變成每萬人幾多個？"], "到2025年，每萬人注冊志愿者"),
        (["2025年人均可支配收入目标是几万", "比起2021年，还要再涨多少才够"], "从2021年7.08万元到2025年9万元"),
        (["How many museums are there?", "hospitals?", "Sorry, back to the first thing I asked"], "Museums: 57"),
        (["5G", "每万人多少"], "到2025年，每万人拥有5G基站数超30个"),
        (["博物馆多少座", "美术馆呢", "两者差多少"], "数值相差44座（57 − 13）"),
        (["六大行动都有哪些", "最后一个是谁管"], "“社会治理现代化标杆行动”的责任单位"),
        (
            ["What are the six actions?", "who is in charge of the third one?"],
            "The responsible units of “Action for Carbon",
        ),
        (
            ["life expectancy target 2025", "what is it now", "so how much is the increase"],
            "From the present state (83.53 years, no year given)",
        ),
    ],
)
def test_a_message_is_understood_as_people_talk(ask: Ask, questions: list[str], first: str) -> None:
    assert ask(*questions).text.startswith(first)


def test_when_documents_were_issued_is_told_after_who_issued_them(ask: Ask) -> None:
    assert "17 January 2023" in ask("Who issued the plan and the scheme?", "when was that").text


def test_a_figure_of_a_part_is_none_of_the_whole(ask: Ask) -> None:
    assert ask("幼儿园学位2025年新增多少", "那总共呢").status is Status.NOT_FOUND
    assert ask("幼儿园学位总共有多少").status is Status.NOT_FOUND
    assert ask("绿色建筑一共有多少").text.startswith("绿色建筑总面积达1.47亿平方米")


def test_what_is_named_in_the_same_sentence_is_told_by_it(ask: Ask) -> None:
    assert "重点建设用地安全利用得到有效保障" in ask("受污染耕地安全利用率2025年要到多少", "建设用地呢").text
    assert ask("受污染耕地安全利用率2025年要到多少", "污染地块呢").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["还有别的吗", "还有吗"])
def test_of_what_is_not_said_there_is_no_more(ask: Ask, question: str) -> None:
    assert ask("幼儿园老师工资多少", question).text == "没有了，文件中没有更多相关内容。"


def test_what_was_shown_in_any_of_the_last_answers_is_not_shown_again(ask: Ask) -> None:
    assert ask("怎么治理噪声", "还有别的吗", "还有吗").text.startswith("相关内容上面已经列出")


@pytest.mark.parametrize(
    "questions",
    [
        ["PM2.5 2025", "2035呢"],
        ["人均公园绿地面积", "香港呢"],
        ["学位2025加多少", "现在一共多少"],
        ["再生水利用率2025", "原文里有没有说水价多少钱"],
        ["健康中国行动谁负责", "里面有没有说要花多少钱"],
        ["公园有多少", "门票多少钱"],
    ],
)
def test_what_nobody_says_is_refused_in_a_conversation_too(ask: Ask, questions: list[str]) -> None:
    assert ask(*questions).status is Status.NOT_FOUND


def test_a_word_that_only_holds_a_greeting_is_none(ask: Ask) -> None:
    assert ask("普高新增学位到2025多少个", "眼下建好几所了").status is not Status.SMALLTALK
    assert ask("好的").status is Status.SMALLTALK


def test_the_same_of_another_city_is_told_apart_wherever_its_name_stands(ask: Ask) -> None:
    assert ask("深圳人均可支配收入2025年目标", "广州的目标同它比哪个高").status is Status.NOT_FOUND
