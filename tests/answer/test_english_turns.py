"""English questions: how things are said in them, what is meant by it, and what comes near and is not meant."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How old are people here expected to live, on average, by 2030?", "84.73 years"),
        ("How long can a resident of Shenzhen hope to live by 2025?", "84.53 years"),
        ("Out of ten newly registered vehicles, how many shall be electric or hybrid in 2025?", "60%"),
        ("Of new cars being licensed in 2025, how many in ten will be electric?", "60%"),
        (
            "Is there a floor for how much of the municipal sci-tech budget has to flow into fundamental research?",
            "30%",
        ),
        ("I need the complete set of agencies answerable for water saving under the scheme.", "12 in all"),
        ("If a district has trouble carrying out the plan, to whom should it turn?", "市科技創新委"),
        ("Who do we report to when implementation of the scheme hits a snag?", "市科技創新委"),
        ("What were the total volume and value of allowances traded by the end of 2021?", "65.17 million tonnes"),
        ("What role do social organisations play?", "社會組織"),
        ("By how much should workplace deaths come down, and what's the base year?", "down by 50%"),
        ("Which bureaus have to get rid of smelly black rivers?", "Ecology and Environment Bureau"),
        ("What portion of coastal sea water is meant to be of good quality in 2025?", "52.8%"),
        ("Will older public buildings be made more energy efficient?", "節能改造"),
        ("What does the plan say about liability insurance for pollution?", "環境污染強制責任保險"),
    ],
)
def test_what_is_said_in_another_way_is_answered(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_what_there_is_comes_before_what_is_to_be(ask: Ask) -> None:
    assert "64,000 beds" in ask("How many beds do the hospitals have?").text
    assert "147 million" in ask("How much floor space of green buildings exists?").text
    assert "4.5 beds" in ask("How many beds per 1,000 people do the hospitals have?").text
    assert ask("How many beds do the hotels have?").status is Status.NOT_FOUND


def test_a_plan_for_a_topic_is_no_document(ask: Ask) -> None:
    assert "職業教育" in ask("What's the vocational education plan?").text
    assert "噪聲" in ask("What is the noise reduction scheme?").text
    assert ask("What does the Beijing plan say about noise?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["What does the new sustainable development plan say about noise?", "Noise in the plan"]
)
def test_a_plan_with_words_of_its_title_is_the_document(ask: Ask, question: str) -> None:
    assert "噪聲" in ask(question).text


@pytest.mark.parametrize(
    ("question", "first", "held"),
    [
        (
            "Is it right that the construction plan of the demonstration zone runs all the way to 2030?",
            "Not 2030.",
            "2022–2025",
        ),
        ("Does the scheme run until 2025?", "Yes.", "2022–2025"),
        ("When does the scheme take effect?", "The title", "2022–2025"),
        ("When does the plan end?", "規劃期限", "2017-2030年"),
        ("Does the plan cover only the old special economic zone or all of Shenzhen?", "規劃范圍", "全域"),
        ("What area does the plan apply to?", "規劃范圍", "全域"),
    ],
)
def test_the_years_and_the_area_of_a_document_are_told(ask: Ask, question: str, first: str, held: str) -> None:
    text = ask(question).text
    assert text.startswith(first)
    assert held in text


@pytest.mark.parametrize(
    "question",
    [
        "Who heads the leading group for the demonstration zone?",
        "Who designed the wetland museum?",
        "What's the PM2.5 reading right now?",
        "Total budget in yuan for the demonstration zone 2022 to 2025?",
        "How many PCT patents did Shenzhen file?",
        "How many in ten residents smoke?",
        "How old is the average teacher expected to be by 2030?",
        "Until what age do women live on average?",
        "How much of the city budget must go to schools?",
    ],
)
def test_what_only_sounds_alike_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
