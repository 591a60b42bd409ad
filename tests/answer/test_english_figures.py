"""Figures as English writes them, and read again."""

from decimal import Decimal

import pytest

from szassist.answer.words.english import figures, without_figures
from szassist.schema import Comparator, Status
from szassist.text.numerals import grouped
from tests.answer.conftest import Ask


def test_numbers_have_commas_from_five_digits_on() -> None:
    assert [grouped(Decimal(one)) for one in ("2360", "9498.12", "23930", "1.96")] == [
        "2360",
        "9498.12",
        "23,930",
        "1.96",
    ]


@pytest.mark.parametrize("said", ["5.5%–6%", "5.5-6%", "5.5%-6%", "5.5 to 6%"])
def test_a_range_of_per_cents_is_read_however_its_signs_stand(said: str) -> None:
    (one,) = figures(f"R&D: {said} of GDP")
    assert (one.amounts, one.comparator, one.bases) == (
        (Decimal("5.5"), Decimal(6)),
        Comparator.RANGE,
        frozenset({"%"}),
    )


def test_two_shares_side_by_side_are_no_range() -> None:
    assert [one.amounts for one in figures("from 22.9% to 50%")] == [(Decimal("22.9"),), (Decimal(50),)]


def test_a_measured_number_of_four_digits_is_no_year() -> None:
    assert without_figures("in 2021: 1997 square kilometres").split() == ["in", "2021:"]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How large is the city's land area?", "1997 square kilometres"),
        ("How many kindergartens are there?", "1896"),
        ("Is the land area of the city 1,997 square kilometres?", "1997 square kilometres"),
        ("Is it true that the minimum wage is 2,400 yuan?", "2360 yuan"),
    ],
)
def test_numbers_of_four_digits_are_borne_as_figures(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text
