"""An indicator laid out for a chart: every year has its place, also one without a value."""

from dataclasses import replace
from decimal import Decimal

import pytest

from szassist.faces.web.pages.cards import cards
from szassist.faces.web.pages.chart import chart, described
from szassist.faces.web.pages.series import axis, lay_out, milestones
from szassist.faces.web.pages.voice import voice
from szassist.schema import Comparator, Fact, FactKind, Language

from .test_figures import fact

EN = voice(Language.EN)
STATUS = fact(Decimal(20), kind=FactKind.STATUS, year=None, comparator=Comparator.EQUAL, word="降至")
EARLY = fact(Decimal(25), year=2020)
LATE = fact(Decimal(15), year=2030)


def test_status_comes_first_then_goals_by_year_and_a_year_without_value_is_a_gap() -> None:
    series = lay_out([STATUS, EARLY, LATE], (2020, 2025, 2030))
    assert [(slot.status, slot.year, len(slot.facts)) for slot in series.slots] == [
        (True, None, 1),
        (False, 2020, 1),
        (False, 2025, 0),
        (False, 2030, 1),
    ]
    assert series.unit == "微克/立方米"


def test_rows_in_another_unit_are_not_drawn_and_magnitudes_are_brought_to_one() -> None:
    small = fact(Decimal("1.96"), "億元", Comparator.EQUAL, "", FactKind.STATUS, 1979)
    large = fact(Decimal("3.07"), "萬億元", Comparator.EQUAL, "", FactKind.STATUS, 2021)
    dollars = fact(Decimal("0.17"), "億美元", Comparator.EQUAL, "", FactKind.STATUS, 1979)
    series = lay_out([dollars, small, large], ())
    assert series.apart == (dollars,)
    assert series.height(small) == (Decimal("0.000196"),)
    assert [slot.year for slot in series.slots] == [1979, 2021]


@pytest.mark.parametrize(
    ("heights", "low", "high", "cut"),
    [
        (["18", "25", "18", "15"], "0", "30", False),
        (["83.53", "81.7", "84.53", "84.73"], "80", "85", True),
        (["97.5"], "0", "100", False),
        (["97.5", "97.5"], "0", "100", False),
        (["0"], "0", "1", False),
        (["0.00791"], "0", "0.010", False),
        (["-3", "2"], "-4", "2", False),
    ],
)
def test_the_axis_begins_at_zero_unless_values_lie_close_together(
    heights: list[str], low: str, high: str, cut: bool
) -> None:
    found = axis([Decimal(height) for height in heights])
    assert (found.low, found.high, found.cut) == (Decimal(low), Decimal(high), cut)
    assert found.ticks[0] == found.low
    assert all(found.low <= Decimal(height) <= found.high for height in heights)


def test_milestones_are_the_years_many_indicators_have_a_target_for() -> None:
    group = [[fact(year=2025)]] * 5 + [[fact(year=2035)]] + [[STATUS]]
    assert milestones(group) == (2025,)


def test_the_chart_tells_in_words_what_it_shows_and_names_the_gaps() -> None:
    series = lay_out([STATUS, EARLY, LATE], (2025,))
    told = described(series, EN)
    assert told == (
        "No year stated (Status): 20 micrograms per cubic metre; "
        "2020 (Target): no higher than 25 micrograms per cubic metre; "
        "2025 (Target): not stated in the documents; "
        "2030 (Target): no higher than 15 micrograms per cubic metre"
    )
    svg = chart(series, "PM2.5", "i1", EN)
    assert 'role="img" aria-labelledby="i1-title i1-desc"' in svg
    assert svg.count('class="gap"') == 1
    assert svg.count('class="dot"') == 3
    assert "polyline" not in svg  # nothing is drawn between the years


def test_different_statements_of_a_year_stand_side_by_side_and_the_same_only_once() -> None:
    above = fact(Decimal(18), comparator=Comparator.AT_LEAST, word="以上")
    svg = chart(lay_out([fact(), above, fact()], ()), "x", "i1", EN)
    assert svg.count('class="dot"') == 2


def test_a_cut_axis_is_said_and_shown_and_has_no_stems() -> None:
    rows: list[Fact] = [
        fact(Decimal(value), "歲", Comparator.EQUAL, "", year=year)
        for value, year in (("81.7", 2020), ("84.5", 2025))
    ]
    svg = chart(lay_out(rows, ()), "x", "i1", EN)
    assert "begins at 80, not at zero" in svg
    assert 'class="break"' in svg
    assert 'class="stem"' not in svg


def test_nothing_is_drawn_where_no_row_has_a_value() -> None:
    assert chart(lay_out([fact(None)], (2025,)), "x", "i1", EN) == ""


def test_names_and_units_are_escaped() -> None:
    series = lay_out([fact(unit="<b>")], ())
    svg = chart(series, "</title><script>", "i1", EN)
    assert "<script>" not in svg
    assert "<b>" not in svg


def test_years_of_one_issuer_are_no_gaps_in_the_indicators_of_another() -> None:
    ours = [[replace(fact(year=2025), id=f"a#f{n}", document_id="a")] for n in range(5)]
    theirs = [[replace(fact(year=2035), id=f"b#f{n}", document_id="b")] for n in range(5)]
    ours.append([replace(fact(year=2024), id="c#f1", document_id="c")])
    found = cards([*ours, *theirs], (), (), {"a": "市", "b": "省", "c": "市"})
    assert [slot.year for slot in found[0].series.slots] == [2025]
    assert [slot.year for slot in found[5].series.slots] == [2024, 2025]
    assert [slot.year for slot in found[-1].series.slots] == [2035]
