"""When something happened: the time of that very event, and of no other thing beside it."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("国际红树林中心哪年宣布建立的", "2022年11月"),
        ("2030年议程是哪年的事", "2015年"),
        ("2030年可持续发展议程什么时候通过的", "2015年"),
    ],
)
def test_an_event_is_dated_by_the_sentence_that_tells_of_it(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text.splitlines()[0]


@pytest.mark.parametrize(
    "question",
    [
        "深圳啥时候被批准为示范区",
        "碳市场什么时候开市的",
        "前海哪年成立的",
        "市新华医院什么时候建成",
        "深圳海洋大学哪年招生",
    ],
)
def test_a_time_or_a_number_of_something_else_dates_no_event(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"), [("黑臭水体什么时候消除", "2020年"), ("国际湿地城市打算哪年建成", "2035年")]
)
def test_what_is_to_be_reached_has_the_year_it_is_to_be_reached_by(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text
