"""Figures that follow-ups give for what was asked before: held against it, whoever said so, unless they are of something else."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (["臭氧2025年控制到多少", "160吧？国标不是这个数嘛，你再核一下"], "不是160。"),
        (["万元GDP用水到2025要降到几方", "同事非说是8立方米以内，谁对"], "不是8立方米。"),
        (["高新区营收到2025要冲多少", "领导稿子里写3.81万亿，我该不该改"], "不是3.81万亿。"),
        (["2025年想有幾多間大學入全國前50", "七間？我阿仔老師係咁講喎"], "不是七間。"),
        (["新增幼儿园学位", "怎么我听说是67.3万"], "不是67.3万。"),
        (["博物馆有几座", "书上印的是57座，没错吧"], "是的，文件中是这样写的：博物馆57座"),
        (["PM2.5 2025年目标", "我看新闻报道的是15微克，是2030年的吗"], "是的，文件中是这样写的：到2030年"),
        (["六大行动是哪些", "七个吧"], "不是七个。"),
        (
            ["R&D as a share of GDP in 2030", "Someone at our chamber told me 7 percent. Can that be right?"],
            "Not 7 per",
        ),
        (["How many museums are there?", "57, right?"], "Yes, the documents say so"),
        (["再生水利用率2025年", "差不多八成？"], "是的，文件中是这样写的"),
        (["再生水利用率2025年", "七成就够了吧"], "不是七成。文件中的数值是：到2025年，再生水利用率提升至80%以上"),
    ],
)
def test_a_figure_that_somebody_gives_is_held_against_what_was_asked(
    ask: Ask, questions: list[str], first: str
) -> None:
    assert ask(*questions).text.startswith(first)


@pytest.mark.parametrize(
    "said", ["那北京是30吧", "降到18微克要花多少钱", "超过18微克会罚款吗", "My colleague says Guangzhou has 80."]
)
def test_a_figure_of_something_else_is_not_held_against_it(ask: Ask, said: str) -> None:
    assert ask("PM2.5 2025年目标", said).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "said",
    ["麻将馆有160家吧", "我外婆92岁了，能算进去吗", "充电桩是83万个吧", "平均一年3万个？", "别的城市都是90岁吧"],
)
def test_a_figure_of_a_thing_that_is_named_judges_nothing_said_before(ask: Ask, said: str) -> None:
    assert not ask("人均预期寿命2025年目标", said).text.startswith("不是")


@pytest.mark.parametrize("question", ["地铁有16条线对吧", "麻将馆有160家吧"])
def test_a_count_that_no_sentence_gives_is_not_judged_by_sentences_about_the_thing(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith("文件没有为此给出具体数值")


def test_the_count_of_a_list_in_several_parts_is_that_of_all(ask: Ask) -> None:
    assert ask("方案有32个工程对吗").text.startswith("是的。")
    assert ask("方案有30个工程对吗").text.startswith("不是30个工程。")
