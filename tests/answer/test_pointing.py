"""Things of a list, or of a conversation, that a follow-up points at: 第三条展开讲, 倒数第二个谁负责, 这俩归谁管."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask

POSITIONS, PRINCIPLES = "规划的战略定位有哪几个", "建设方案的基本原则列一下"
PROJECTS = "科技创新引领力提升行动有哪几个工程"


@pytest.mark.parametrize(
    ("questions", "title", "held"),
    [
        ([POSITIONS, "打头那个说的是啥"], "中国式现代化生动实践区", "中国特色社会主义先行示范区建设"),
        ([POSITIONS, "最后一条是什么意思呀"], "普惠发展示范区", "坚持在发展中保障和改善民生"),
        ([PRINCIPLES, "其中第三条展开讲"], "多元参与", "科研机构、高校、企业"),
        ([PROJECTS, "倒数第二个具体干嘛"], "4.科技金融融合工程", "科技-产业-金融"),
        (["规划面临的挑战有哪些", "末了那点讲讲"], "三是科技“双刃剑”特性", "科技在造福人类的同时"),
        (["規劃嘅戰略定位有邊四個", "第三個係講咩㗎"], "綠色發展樣板區", "積極穩妥推進碳達峰碳中和"),
    ],
)
def test_an_item_pointed_at_is_told_by_its_own_section(ask: Ask, questions: list[str], title: str, held: str) -> None:
    answer = ask(*questions)
    assert answer.text.startswith(title)
    assert held in answer.text


def test_an_item_pointed_at_is_asked_about_like_any_other_thing(ask: Ask) -> None:
    assert ask(PROJECTS, "头一个谁负责").text.startswith("“基础研究夯基工程”")


def test_a_number_that_is_part_of_a_word_points_at_nothing(ask: Ask) -> None:
    assert "关键核心技术攻坚工程" not in ask(PROJECTS, "里面讲第三方治理吗").text.split("\n")[0]


def test_what_is_asked_of_the_last_two_things_is_told_of_each(ask: Ask) -> None:
    answer = ask("再生水利用率2025多少", "污水集中收集率呢", "这俩归哪些部门管")
    assert "“节水典范城市建设工程”" in answer.text
    assert "“水环境系统治理工程”" in answer.text


def test_so_many_things_as_were_not_spoken_of_are_not_made_up(ask: Ask) -> None:
    assert "节水典范" not in ask("PM2.5 2025年目标", "这三样谁负责").text


def test_what_stands_behind_a_document_is_asked_in_one_word(ask: Ask) -> None:
    answer = ask("规划谁印发的", "什么时候")
    assert answer.status is Status.ANSWERED
    assert "2023年1月17日" in answer.text
