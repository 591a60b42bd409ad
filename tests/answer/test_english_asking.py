"""What an English question asks for: units that answer, money, an age, the duties of a unit, a thing with a number."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("Which organisations share responsibility for improving food and drug safety?", "Market Regulation"),
        ("The new hospitals in Bao'an and Dapeng: on whose desks does that work land?", "Health Commission"),
        ("Which parties share the burden of preventing disasters and accidents?", "Emergency Management"),
        ("Who makes sure that noise from building sites is kept down?", "Ecology and Environment"),
        ("Which of the city's bureaus have to do with flood prevention?", "Water Authority"),
        ("Whose patch is marine conservation?", "Maritime"),
        ("I'd like to know who'll see to it that kindergartens get built.", "Education Bureau"),
        ("Does the Transport Bureau have anything to do with air pollution?", "Transport"),
        ("In whose hands is the building of vocational schools?", "Education Bureau"),
        ("Who in the government has been told to build more kindergartens?", "Education Bureau"),
        ("Whose task is it, officially, to lure world-class experts and research teams?", "Human Resources"),
        ("Every authority tasked with the mangrove centre, please.", "Maritime"),
        ("Which agencies were given the job of fighting noise?", "Ecology and Environment"),
        ("List each body that shares responsibility for the digital government project.", "Data Management"),
        (
            "which departments look after scarce land, such as idle plots and ageing factory sites",
            "Planning and Natural",
        ),
        ("who's gotta fix the noise problem", "Ecology and Environment"),
    ],
)
def test_whoever_bears_the_work_is_who_answers_for_it(ask: Ask, question: str, unit: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert "responsible units" in answer.text
    assert unit in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Budget of the mangrove wetland museum, in yuan?",
        "How much will the new hospitals cost to build?",
        "What's the price tag of the mangrove centre?",
        "How much did the city spend on kindergartens?",
        "What does it cost to see a family doctor?",
        "What grants will start-ups get, in yuan?",
        "When is metro Line 15 going to open?",
        "How old is the average resident?",
        "How tall are the buildings going to be?",
        "Which offices look after stray dogs?",
        "How dense is the population of Shenzhen?",
        "What is the pension age?",
        "How much is earmarked for the sponge city?",
        "Who pays for the new hospitals?",
        "Who is supposed to get the subsidies?",
        "Whose responsibility will it be to clean up the beaches?",
        "Who has been appointed mayor?",
        "I'm buying an electric car: how many yuan does the government pay me back?",
        "Hectares of mangrove in Shenzhen today?",
        "Which month will the mangrove museum open?",
        "number of foreign nationals living in shenzhen? need for article",
        "Water tariff for recycled water, yuan per m3",
        "How much of the 1,600 volunteers target has been achieved?",
        "Which three to five universities exactly will get into the national top 50?",
    ],
)
def test_no_figure_of_another_kind_answers_for_money_an_age_or_a_numbered_thing(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How much money is the average resident meant to be taking home per year come 2030?", "100,000 yuan"),
        ("How much is the minimum living allowance, in yuan?", "1365 yuan"),
        ("How much of GDP goes on research by 2030?", "6%–6.5%"),
        ("How much does Shenzhen spend on R&D relative to GDP, by 2025?", "5.5%–6%"),
        ("How dense does the city expect its army of registered volunteers to be by 2025?", "1600"),
        ("Out of every hundred newly registered cars, how many should be new energy?", "60%"),
        ("What is the city's target for how long people live by 2030?", "84.73"),
        ("What's the lowest an employer could legally pay per month?", "2360 yuan"),
        ("What does a typical Shenzhener have left to live on each year, going by the 2025 goal?", "90,000 yuan"),
        (
            "Say an estate has neither a property manager nor an owners' committee. Who's supposed to step in?",
            "居民委員會",
        ),
        ("Do women have to pay for cervical and breast cancer checks?", "免費篩查"),
        ("What role does the Commerce Bureau play?", "Carbon"),
        ("What jobs has the Human Resources Bureau been given?", "Talent"),
    ],
)
def test_what_is_asked_in_everyday_words_is_told(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("To what age will the average citizen live in 2030?", "84.73 years"),
        ("How much water may it take to produce 10,000 yuan of output by 2020?", "7.5 cubic metres"),
        ("How large had the economy grown by 2021?", "3.07 trillion yuan"),
        ("How many people had signed up as volunteers by 2020?", "1.8 million"),
        ("How many residents should have e-health records by 2025?", "at least 85%"),
        ("How many physicians work in the city?", "45,600"),
        ("How much does life expectancy rise between 2025 and 2030?", "0.2"),
        ("Starting in what year do all new projects have to use building information models?", "2023"),
        ("On what day did the city issue the notice?", "17 January 2023"),
        ("Into which stretches of years does the plan divide itself?", "2021"),
        ("What are the major campaigns the scheme is built on?", "Talent"),
        ("Someone at my chamber told me life expectancy should hit 90 by 2030. True?", "84.73 years"),
    ],
)
def test_what_is_asked_in_a_roundabout_way_is_told(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_how_many_there_are_does_not_tell_what_they_are_going_to_do(ask: Ask) -> None:
    assert "145" not in ask("Are hospitals going to share my records?").text


def test_no_figure_is_anybody(ask: Ask) -> None:
    assert "hectares" not in ask("Who is meant to use the green lanes?").text


def test_rows_that_have_one_of_two_things_asked_for_are_no_answer(ask: Ask) -> None:
    answer = ask("How much of the city's land will stay green by 2025?")
    assert "95 square kilometres" not in answer.text
    assert "40%" in answer.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What share of wastewater is reclaimed by 2025?", "80%"),
        ("How much of the wastewater will one day be reclaimed?", "80%"),
        ("How many percent of house garbage they want to recycle in 2025?", "50%"),
        ("Of all cars newly put on the road in 2025, what share should be new-energy?", "60%"),
        ("For 1000 people how many doctor they want have in 2025?", "3.0"),
        ("how many hospitl bed for evry 1 tousand people by 2025 po", "4.5"),
        ("How much water may be consumed for each RMB 10,000 of output by 2025?", "6 cubic metres"),
        ("So how many national high-tech outfits were on the books, and what number do they want in 2025?", "22,000"),
        ("On what date was the circular issued?", "17 January 2023"),
    ],
)
def test_words_apart_slips_and_rates_are_read_as_they_are_meant(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert told in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "What's the dropout rate at schools?",
        "How many pupils are there per class?",
        "What share of sewage flows untreated into the sea?",
        "How many new kindergarten places will Nanshan get? The waiting list at the nearby one is crazy.",
    ],
)
def test_a_rate_and_so_many_of_each_are_not_told_by_a_count(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
