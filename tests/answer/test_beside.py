"""English words beside what is asked for: what a row need not hold, and what makes it another thing."""

import pytest

from szassist import Assistant
from szassist.schema import Status


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many electric vans carry parcels around?", "98,000"),
        ("How many high-flying innovation teams are to be lured in by 2025?", "100"),
        ("Leaky mains drive my nephew mad. Is there a cap on that sort of loss?", "7%"),
    ],
)
def test_words_apart_from_what_is_asked_for_do_not_hide_the_figure(
    question: str, told: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "How many kindergarten cooks are there?",
        "What is the minimum wage for interns?",
        "How many private high school places by 2025?",
        "What is the disposable income per household?",
        "How many patents were rejected?",
        "How many innovation teams left?",
        "How many high-tech firms went bankrupt?",
        "How long is the coastline?",
        "How much were exports in 2021?",
        "What is the R&D spending of Tencent?",
    ],
)
def test_a_word_joined_to_a_name_and_what_became_of_things_make_it_another_thing(
    question: str, assistant: Assistant
) -> None:
    assert assistant.ask(question).status is Status.NOT_FOUND
