"""Figures that belong together."""

from decimal import Decimal

import pytest

from szassist.schema import Comparator
from szassist.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "low", "high", "unit", "word"),
    [
        ("处以1万元以上5万元以下罚款", "1", "5", "万元", "以上"),
        ("处以5000元以上3万元以下罚款", "0.5", "3", "万元", "以上"),
        ("增速不低于3%不高于5%", "3", "5", "%", "不低于"),
    ],
)
def test_a_lower_and_an_upper_bound_side_by_side_are_one_range(
    text: str, low: str, high: str, unit: str, word: str
) -> None:
    (figure,) = quantities(text)
    assert figure.value == (Decimal(low), Decimal(high))
    assert (figure.unit, figure.comparator, figure.comparator_word) == (unit, Comparator.RANGE, word)


@pytest.mark.parametrize("text", ["10人以上、20人以下", "增长5%以上30日以内", "9万元以上5万元以下"])
def test_bounds_of_different_things_stay_apart(text: str) -> None:
    assert len(quantities(text)) == 2


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("分别达到3.0和5.0人", ["人", "人"]),
        ("降低20个、10个百分点", ["个百分点"] * 2),
        ("压缩至5个和8个工作日", ["个工作日"] * 2),
        ("建成5个、10条", ["个", "条"]),
    ],
)
def test_a_figure_takes_the_unit_it_lacks_from_the_next_one(text: str, units: list[str]) -> None:
    assert [figure.unit for figure in quantities(text)] == units


def test_a_word_for_more_inside_a_unit_is_a_bound() -> None:
    (figure,) = quantities("培训120万余人次")
    assert (figure.value, figure.unit, figure.comparator) == (Decimal(120), "万人次", Comparator.AT_LEAST)
    assert figure.amounts == (Decimal(1_200_000),)
