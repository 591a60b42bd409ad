"""Values as a reader sees them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from szassist.faces.web.pages.figures import figure, figure_cell, number, year_cell
from szassist.faces.web.pages.voice import voice
from szassist.schema import Baseline, Comparator, Fact, FactKind, Language, YearBasis

HANS = voice(Language.HANS)


def fact(
    value: Decimal | tuple[Decimal, Decimal] | None = Decimal(18),
    unit: str = "微克/立方米",
    comparator: Comparator = Comparator.AT_MOST,
    word: str = "不高於",
    kind: FactKind = FactKind.TARGET,
    year: int | None = 2025,
) -> Fact:
    return Fact(
        "d#f1", kind, "PM2.5年均濃度", comparator, word, value, unit, year, YearBasis.STATED if year else None, None,
        "d", ("一、目標",), None, None, (), None, 0, 4, "原文原文",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        (fact(), "≤ 18 微克/立方米"),
        (fact(Decimal("84.53"), "歲", Comparator.AT_LEAST, "以上"), "≥ 84.53 岁"),
        (fact((Decimal("5.5"), Decimal(6)), "%", Comparator.RANGE, "達到"), "5.5%–6%"),
        (fact(Decimal(100), "萬輛", Comparator.APPROX, "左右"), "≈ 100 万辆"),
        (fact(Decimal(50), "%", Comparator.EQUAL, "下降"), "下降 50%"),
        (fact(Decimal(4), "類", Comparator.AT_LEAST, "及以上"), "≥ Ⅳ类"),
        (fact(Decimal("6.5"), "/10萬", Comparator.AT_MOST, "以下"), "≤ 6.5/10万"),
        (fact(Decimal("0.00791"), "", Comparator.AT_MOST, "不高于"), "≤ 0.00791"),
        (fact(None), "—"),
    ],
)
def test_a_figure_is_sign_number_and_unit(row: Fact, shown: str) -> None:
    assert figure(row, HANS) == shown


def test_numbers_keep_every_digit_and_part_their_thousands() -> None:
    assert number(Decimal("1997")) == "1997"
    assert number(Decimal("5.0")) == "5.0"
    assert number(Decimal("0.00791")) == "0.00791"
    assert number(Decimal("9498.12")) == "9498.12"


def test_the_bounding_word_is_shown_as_the_document_writes_it() -> None:
    row = replace(fact(), baseline=Baseline(None, "", 2020))
    cell = figure_cell(row, HANS)
    assert "原文用词：不高于" in cell
    assert "以 2020 年为基数" in cell


def test_a_missing_year_is_said_and_an_inherited_one_is_marked() -> None:
    assert "未注明年份" in year_cell(fact(year=None), HANS)
    assert "年份承上文" in year_cell(replace(fact(), year_basis=YearBasis.INHERITED), HANS)
    assert "年份承上文" not in year_cell(fact(), HANS)
