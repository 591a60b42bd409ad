"""Numbers of English questions in one spelling."""

import pytest

from szassist.text.english_numbers import in_figures


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("5G base stations for every 10k people", "5G base stations per 10,000 people"),
        ("doctors per thousand inhabitants", "doctors per 1000 people"),
        ("out of ten thousand residents", "per 10,000 people"),
        ("deaths in every hundred thousand births", "deaths per 100,000 births"),
        ("beds per 1000 population", "beds per 1000 people"),
        ("per 10 000 persons", "per 10,000 people"),
        ("a million cars", "1 million cars"),
        ("more than 120k yuan", "more than 120,000 yuan"),
        ("1.5k places", "1500 places"),
        ("research and development spending", "R&D spending"),
        ("a 4K screen in 1000 days", "a 4K screen in 1000 days"),
        ("research, and development of land", "research, and development of land"),
    ],
)
def test_rates_and_thousands_are_written_as_the_indicators_have_them(said: str, meant: str) -> None:
    assert in_figures(said) == meant
