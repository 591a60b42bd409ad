"""English questions in orders of words that people use, with near misses that stay refused or denied."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask

EDUCATION = "the Basic Education Development Project"
FIRE = "the Fire and Rescue Division of Shenzhen Municipality"


@pytest.mark.parametrize(
    "question",
    [
        f"Is {FIRE} one of the units in charge of {EDUCATION}?",
        f"Does {FIRE} take part in {EDUCATION}?",
        f"Is {FIRE} involved in {EDUCATION}?",
        f"Does {EDUCATION} fall to {FIRE}?",
        f"{FIRE} handles {EDUCATION}, doesn't it?",
        f"Am I right that {FIRE} is responsible for {EDUCATION}?",
    ],
)
def test_a_unit_that_a_project_is_not_assigned_to_is_denied_however_it_is_put(question: str, ask: Ask) -> None:
    assert ask(question).text.startswith("No. What you name is not among")
    assert ask(question.replace(FIRE, "the Education Bureau of Shenzhen Municipality")).text.startswith(
        "Yes. Education"
    )


@pytest.mark.parametrize(
    "question",
    [
        "Under whose remit does the Economical and Intensive Land Use Project fall?",
        "By whom is the Economical and Intensive Land Use Project to be carried out?",
        "Who should I talk to about the Economical and Intensive Land Use Project?",
        "The Economical and Intensive Land Use Project: whose responsibility?",
        "Please list the bodies assigned to the Economical and Intensive Land Use Project.",
    ],
)
def test_whom_a_project_falls_to_is_told_of_that_project(question: str, ask: Ask) -> None:
    assert "Action for Carbon Peaking and Carbon Neutrality" in ask(question).text.split("\n")[0]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("My boss wants the 2025 number for the reclaimed water utilization rate. What is it?", "80%"),
        ("In 2025, what is the number of outstanding talents going to be?", "100"),
        ("What's the 食品评价性抽检合格率 target for 2025?", "99%"),
        ("2025年 重点人群健康管理率 target 是多少", "90%"),
        ("What is the latest figure for the maternal mortality rate?", "1.91"),
        ("What's the current infant mortality rate?", "1.06"),
        ("What has the value added of strategic emerging industries reached so far?", "1.21 trillion"),
        ("How many mothers die giving birth nowadays, per hundred thousand?", "1.91"),
        ("How many people should know how to look after their own health by 2025?", "50%"),
        ("How much waste water should be reused by 2025?", "80%"),
        ("How long do the planners expect people to live here by 2030?", "84.73"),
        ("How many square km does the city have?", "1997"),
        ("Where does Shenzhen want the health literacy of residents to be by 2025?", "50%"),
        ("How much of the seawater near the coast has to be good by 2025?", "52.8%"),
    ],
)
def test_what_is_asked_in_other_orders_and_words_is_told(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text.split("\n")[0]


@pytest.mark.parametrize(
    "question",
    [
        "How long do planners expect the metro line to last?",
        "How many homes will be built by 2025?",
        "How many people die in traffic accidents?",
        "How many mothers breastfeed their babies?",
        "What's the latest figure for unemployment?",
        "What is the mayor going to be paid in 2025?",
    ],
)
def test_what_comes_near_in_these_words_is_refused(question: str, ask: Ask) -> None:
    assert ask(question).status is not Status.ANSWERED


def test_a_figure_without_a_unit_is_put_right(ask: Ask) -> None:
    rate = "the cumulative work safety death rate per 100 million yuan of GDP"
    assert ask(f"Is the 2025 target for {rate} 0.00396?").text.startswith("Not 0.00396.")
