"""Follow-ups: what is left out is taken over, what is stated is its own, a new topic takes nothing."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["2025年PM2.5要降到多少?", "那2030年呢?"], "15微克"),
        (["2025年PM2.5要降到多少?", "那2030年呢?", "谁负责?"], "市生态环境局"),
        (["2025年PM2.5要降到多少?", "臭氧呢?"], "135微克"),
        (["供水管网漏损率要降到多少?", "归谁管?"], "市水务局"),
        (["市水务局负责什么?", "那市教育局呢?"], "人才强市战略支撑行动"),
        (["再生水利用率目标是多少?", "现在是多少?"], "没有给出“再生水利用率”的现状"),
        (["供水管网漏损率要降到多少?", "责任单位有哪些?", "还有哪些目标?"], "23.93亿立方米"),
        (["红树林中心怎么建?", "2025年PM2.5目标?", "回到刚才的问题,谁负责?"], "国际红树林中心建设工程"),
        (["碳达峰行动包括哪些工程?", "第三个工程有哪些目标?"], "再生水利用率提升至80%以上"),
        (["居民人均可支配收入2025年目标?", "比2021年提高多少?"], "1.92万元"),
    ],
)
def test_a_follow_up_is_understood(ask: Ask, questions: list[str], held: str) -> None:
    assert held in ask(*questions).text


def test_a_change_of_topic_takes_nothing_over(ask: Ask) -> None:
    answer = ask("2030年PM2.5要降到多少?", "再生水利用率的目标是多少?")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("到2025年，再生水利用率")


def test_a_year_that_is_missing_is_missing_in_a_follow_up_too(ask: Ask) -> None:
    assert ask("PM2.5年均浓度2030年的目标", "2027年呢").status is Status.NOT_FOUND
    assert ask("What is the PM2.5 target for 2025?", "What about 2027?").status is Status.NOT_FOUND
    assert "15" in ask("What is the PM2.5 target for 2025?", "What about 2030?").text.split("\n")[0]


def test_a_turn_that_was_too_long_to_be_answered_is_not_looked_back_on(ask: Ask) -> None:
    answer = ask("2025年PM2.5要降到多少?", "再生水利用率的目标是多少?" * 80, "那2030年呢?")
    assert "15微克" in answer.text
