"""English questions that come near what the documents say and that they do not answer, each beside one that they do."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    "question",
    [
        "What does a ticket to the science museum cost?",
        "At what hour do the public libraries close?",
        "In which months is the coral area closed to boats?",
        "Where does Shenzhen rank in the country for R&D spending?",
        "Which district has the most kindergartens?",
    ],
)
def test_details_are_not_told_by_what_is_said_of_the_thing(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("near", "told", "held"),
    [
        ("GDP per employee in 2021", "What was GDP per capita in 2021?", "173,700"),
        ("disposable income per household in 2030", "Disposable income per person by 2030?", "100,000"),
        ("charging piles per square kilometre by 2025", "5G base stations per 10,000 people by 2025?", "30"),
    ],
)
def test_for_what_a_figure_is_told_must_be_said(near: str, told: str, held: str, ask: Ask) -> None:
    assert ask(near).status is Status.NOT_FOUND
    assert held in ask(told).text


@pytest.mark.parametrize(
    ("near", "told", "held"),
    [
        ("How many jobs do the new energy vehicles provide?", "How many new energy vehicles by 2025?", "1 million"),
        (
            "What share of newly registered lorries should be new-energy ones by 2025?",
            "What share of newly registered vehicles should be new-energy ones by 2025?",
            "60%",
        ),
        ("How many of the registered volunteers are students?", "How many registered volunteers by 2025?", "1600"),
        (
            "What did the city spend out of its general budget in 2021?",
            "How high was general public budget revenue in 2021?",
            "425.776",
        ),
    ],
)
def test_what_is_counted_and_what_narrows_it_must_be_said(near: str, told: str, held: str, ask: Ask) -> None:
    assert ask(near).status is Status.NOT_FOUND
    assert held in ask(told).text


def test_an_actual_result_is_not_told_by_a_target(ask: Ask) -> None:
    answer = ask("Registered volunteers per 10,000 people, actual figure for 2025")
    assert "By 2025: registered volunteers" not in answer.text or answer.status is Status.NOT_FOUND


def test_a_measure_behind_a_colon_is_the_one_asked_for(ask: Ask) -> None:
    assert ask("Sponge city area: hectares").status is Status.NOT_FOUND
    assert "4.36 million" in ask("Total area of cultural facilities: square metres, 2030").text
