"""Filters of the register: read from an address, counted, applied, ordered."""

import pytest

from szassist.faces.web.pages.filters import BadRequestError, Column, Filters, Row, options, read, rows_of, select
from szassist.register.entries import EntryKind

from .conftest import Shelf


@pytest.fixture(scope="module")
def rows(shelf: Shelf) -> tuple[Row, ...]:
    return rows_of(shelf.register)


def asked(shelf: Shelf, **query: str) -> Filters:
    return read(query, shelf.register, [*shelf.documents])


def test_an_address_becomes_filters_and_filters_an_address_again(shelf: Shelf) -> None:
    filters = asked(shelf, unit="市水务局", year="2025", kind="target", topic=" 再生水 ", sort="value", order="desc")
    assert filters == Filters("市水務局", "2025", "target", "再生水", "", Column.VALUE, True)
    assert filters.query() == {
        "unit": "市水務局",
        "year": "2025",
        "kind": "target",
        "topic": "再生水",
        "sort": "value",
        "order": "desc",
    }
    assert asked(shelf, **filters.query()) == filters
    assert asked(shelf).empty
    assert asked(shelf).query() == {}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("unit", "火星管理局"),
        ("year", "25"),
        ("year", "２０２５x"),
        ("kind", "wish"),
        ("topic", "长" * 101),
        ("document", "nope"),
        ("sort", "colour"),
        ("order", "sideways"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(shelf: Shelf, name: str, value: str) -> None:
    with pytest.raises(BadRequestError) as error:
        asked(shelf, **{name: value})
    assert (error.value.parameter, error.value.value) == (name, value)


def test_every_condition_must_be_met(shelf: Shelf, rows: tuple[Row, ...]) -> None:
    found = select(rows, asked(shelf, unit="市水務局", kind="target", topic="再生水 利用率"))
    assert {row.entry.indicator for row in found} == {"再生水利用率"}
    assert all("市水務局" in row.units and row.entry.kind is EntryKind.TARGET for row in found)
    assert len(select(rows, Filters())) == len(shelf.register) + len(shelf.register.assignments)


def test_rows_without_a_year_can_be_asked_for(rows: tuple[Row, ...]) -> None:
    found = select(rows, Filters(year="none"))
    assert found
    assert all(row.entry.year is None for row in found)


def test_counts_are_those_a_reader_gets_when_choosing_the_option(shelf: Shelf, rows: tuple[Row, ...]) -> None:
    filters = asked(shelf, unit="市水務局")
    for name in ("year", "kind", "document"):
        for option in options(rows, filters, name):
            chosen = asked(shelf, unit="市水務局", **{name: option.value})
            assert option.count == len(select(rows, chosen)) > 0
    assert sum(option.count for option in options(rows, filters, "kind")) == len(select(rows, filters))


def test_the_options_of_a_condition_do_not_shrink_by_its_own_choice(shelf: Shelf, rows: tuple[Row, ...]) -> None:
    units = {option.value for option in options(rows, asked(shelf, unit="市水務局"), "unit")}
    assert units == {unit.name for unit in shelf.register.units}


def test_values_are_ordered_within_their_unit_of_measure(shelf: Shelf, rows: tuple[Row, ...]) -> None:
    found = [row.entry.value for row in select(rows, asked(shelf, topic="PM2.5年均", kind="target", sort="value"))]
    assert [str(value) for value in found] == sorted((str(value) for value in found), key=float)
    down = [
        row.entry.value
        for row in select(rows, asked(shelf, topic="PM2.5年均", kind="target", sort="value", order="desc"))
    ]
    assert [str(value) for value in down] == [str(value) for value in found][::-1]


def test_the_same_column_again_turns_the_order_round() -> None:
    once = Filters().sorted_by(Column.YEAR)
    assert (once.sort, once.down) == (Column.YEAR, False)
    assert once.sorted_by(Column.YEAR).down
    assert not once.sorted_by(Column.YEAR).sorted_by(Column.VALUE).down
