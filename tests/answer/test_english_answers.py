"""English questions as foreign readers put them, and what an English answer reads like."""

import pytest

from szassist.schema import Language, Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "held"),
    [
        (
            "I'm writing about poverty relief: how much was the monthly dibao in Shenzhen in 2021?",
            "1365 yuan per month",
        ),
        ("I'm a student of land policy. How much land will be set aside as reserve by 2025?", "40 square kilometres"),
        ("What were retail sales of consumer goods in 2021?", "949.812 billion yuan"),
        ("What was the traded volume on the carbon market by the end of 2021?", "65.17 million tonnes"),
        ("What's the cap on total water consumption for 2025?", "2.393 billion cubic metres"),
        ("How many sq m of green buildings does the city have?", "147 million square metres"),
        ("Which UN programmes does Shenzhen want to work with?", "聯合國開發計劃署"),
        ("Which department should people report implementation problems to?", "市科技創新委"),
        (
            "By when is the city supposed to have eliminated black and odorous water bodies?",
            "Development goals for 2020",
        ),
        ("What does the plan say about the 2020 value of table 1?", "2018年制定本規劃時的目標值"),
        ("How many people live in Shenzhen?", "17.6816 million"),
        ("How many Hong Kong-funded companies are based in Shenzhen?", "1894"),
        ("By what percentage did inorganic nitrogen in western waters fall?", "down by 9.2%"),
        ("What is the 2030 target for R&D expenditure as a share of GDP?", "6%–6.5%"),
        ("What is the drinking water source compliance target?", "100%"),
        ("Name all the agencies behind the science and technology innovation action.", "10 in all"),
        ("When was the plan revised?", "Revised 2022"),
        ("What does the plan do about welfare?", "社會救助"),
        ("Which services can I use on my mobile phone by 2025?", "掌上辦"),
        ("What proportion of total R&D spending should go to basic research by 2025?", "at least 6.0%"),
        ("how many 5G base stations will there be for every 10k people by 2025", "more than 30"),
        ("What pass rate is targeted for food evaluation sampling tests by 2025?", "at least 99%"),
        ("What portion of urban sewage is to be collected centrally by 2025?", "85%"),
        ("How much of the natural mainland shoreline must be retained?", "no lower than 40%"),
        ("How many infants die per thousand births?", "nfant mortality rate"),
        ("By what date must every district have a basic nursing home?", "2025"),
        ("What green cover does the city have in hectares?", "100,900 hectares"),
        ("What base year is used for the fall in work safety death rates?", "2015年的數據為基準年"),
        ("How many projects are in the scheme?", "32 in all"),
        ("Does the Education Bureau have any role?", "Action to Build a Strong City through Talent"),
        ("What share of nursing beds is required in new public elderly care homes?", "at least 80%"),
        ("What are the 'Shenzhi Hui' and 'Shen Ping'an' platforms?", "深治慧"),
    ],
)
def test_questions_in_the_words_of_foreign_readers_are_answered(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What is the budget for the basic research project?",
        "How many square metres of parks per person are targeted for 2025?",  # only a share of land near a park is given
        "What will per capita GDP be in 2030?",
        "What salary do teachers get in Shenzhen?",
        "What percentage of residents own a car?",
        "How many people work in the Development and Reform Commission?",  # the whole city's population is given
        "What does the plan say about LGBT rights?",
        "How expensive is a long-term rental flat?",
        "Which school is the best in Shenzhen?",
        "How many tonnes of waste are recycled each year?",  # only a share is given
        "What's the fine for littering?",
        "How do I apply for a school place?",
        "What is the tax rate for high-tech enterprises?",
        "How many nurses per 1,000 residents are planned?",
        "What penalty does a company pay for exceeding noise limits?",
        "Which bureau is responsible for space exploration?",
    ],
)
def test_what_comes_near_in_english_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "denied", "given"),
    [
        ("Disposable income should exceed 120,000 yuan by 2030, right?", "Not 120,000 yuan.", "100,000 yuan"),
        ("Disposable income is to be more than 120k yuan by 2030, right?", "Not 120,000 yuan.", "100,000 yuan"),
        ("Green buildings: the goal is 90 million square metres by 2025, isn't it?", "Not 90 million", "70 million"),
        ("Why are nursing beds in new public elderly care homes limited to 50%?", "Not 50%.", "at least 80%"),
    ],
)
def test_a_bound_that_a_question_states_is_put_right_as_a_figure(
    ask: Ask, question: str, denied: str, given: str
) -> None:
    answer = ask(question)
    assert answer.text.startswith(denied)
    assert given in answer.text


def test_a_share_that_a_question_states_is_not_held_against_a_count(ask: Ask) -> None:
    assert "Not 100%" not in ask("They say all kindergartens must be public by 2025, 100%?").text


def test_an_english_question_with_a_name_in_pinyin_is_answered_in_english(ask: Ask) -> None:
    assert ask("Which platforms are meant by Shenzhi Hui?").language is Language.EN


def test_the_plan_is_any_of_the_documents_in_english(ask: Ask) -> None:
    answer = ask("What's the plan for people with dementia?")  # only the scheme speaks of them
    assert answer.status is Status.ANSWERED
    assert "認知障礙" in answer.text
    assert "Scheme for Building Shenzhen" in answer.text


def test_a_correction_in_english_takes_back_what_stands_before_it(ask: Ask) -> None:
    answer = ask("What does the city plan for hydrogen... sorry, I mean rainwater use?")
    assert answer.status is Status.ANSWERED
    assert "雨水" in answer.text


def test_whos_is_who_is(ask: Ask) -> None:
    answer = ask("How many hospital beds per 1,000 people by 2025?", "Who's responsible for that?")
    assert "Health Commission" in answer.text or "Public Hygiene and Health Commission" in answer.text


def test_an_english_answer_opens_with_english(ask: Ask) -> None:
    lead = ask("What is planned for traditional Chinese medicine?").text.split("\n")[0]
    assert lead.endswith("Medical and Health Care Reform Project:")
    assert ask("How many hospitals are there?").text.startswith("Hospitals: 145")
    assert "for 2027 and 2028, and none is inferred." in ask("What are the PM2.5 targets for 2027 and 2028?").text
    duties = ask("What are the duties of the Fire and Rescue Division?").text
    assert "(projects: 7, indicators: 9)" in duties
    assert "(s)" not in duties


def test_sentences_of_the_place_that_is_told_follow_without_telling_it_again(ask: Ask) -> None:
    heads = [line for line in ask("How will Shenzhen help the elderly?").text.split("\n") if line.endswith(":")]
    assert len(heads) == len(set(heads)) > 1
