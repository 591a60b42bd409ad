"""Facts about the documents themselves: each that is asked for is told."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask, holds


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("通知哪天印的 发给谁", ["2023年1月17日", "各区人民政府，市政府直属各单位"]),
        ("这份通知谁发的,发给谁", ["深圳市人民政府", "各区人民政府"]),
        ("規劃什麼時候印發,管到哪一年", ["2023年1月17日", "規劃期限為2017-2030年"]),
        ("When was the notice issued and to whom is it addressed?", ["17 January 2023", "各區人民政府"]),
        ("通知什么时候印发的?文号是多少?", ["2023年1月17日", "没有给出文号"]),
    ],
)
def test_several_facts_of_a_document_are_told_together(ask: Ask, question: str, told: list[str]) -> None:
    assert holds(ask(question).text, told)


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("这个规划管到哪一年,从哪年开始的?", "规划期限为2017-2030年"),
        ("规划的期限是哪几年", "规划期限为2017-2030年"),
        ("方案是哪几年的?", "题名中的期限是2022-2025年"),
        ("方案覆盖哪几年", "题名中的期限是2022-2025年"),
        ("方案从哪一年开始到哪一年结束", "题名中的期限是2022-2025年"),
    ],
)
def test_the_period_of_a_document_is_what_its_text_or_title_says(ask: Ask, question: str, period: str) -> None:
    answer = ask(question)
    assert period in answer.text
    assert answer.status is Status.ANSWERED
    assert "2023年1月17日" not in answer.text


def test_the_year_of_an_indicator_in_a_document_is_no_period(ask: Ask) -> None:
    assert "16微克" not in (text := ask("规划里PM2.5到哪一年降到15微克").text)
    assert "2030年" in text
