"""What a reader asked of the register: conditions and order, read from the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from szassist.register.entries import Entry, EntryKind
from szassist.register.names import UnitKey, unit_key
from szassist.register.table import Register
from szassist.schema import Fact
from szassist.text.quantities import measure
from szassist.text.script import fold

UNDATED = "none"  # the year of rows that have none, as it stands in an address
LONGEST = 100  # characters of a topic or a search


class Column(StrEnum):
    """The columns a reader can sort by."""

    PLACE = "place"
    INDICATOR = "indicator"
    VALUE = "value"
    YEAR = "year"


class BadRequestError(Exception):
    """A parameter of the address cannot be used: which one, what it was, and names of units that are like it."""

    def __init__(self, parameter: str, value: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(f"{parameter}={value!r}")
        self.parameter, self.value, self.near = parameter, value, near


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions a row must meet, all of them, and the order of those that do."""

    unit: str = ""
    year: str = ""
    kind: str = ""
    topic: str = ""
    document: str = ""
    sort: Column = Column.PLACE
    down: bool = False

    def query(self) -> dict[str, str]:
        """As the parameters of an address; what is not asked is not there."""
        order = {"sort": self.sort.value, "order": "desc" if self.down else ""}
        conditions = {name: str(getattr(self, name)) for name in CONDITIONS}
        return {
            k: v for k, v in (conditions | (order if self.sort is not Column.PLACE or self.down else {})).items() if v
        }

    @property
    def empty(self) -> bool:
        """Whether every row is asked for."""
        return not any(getattr(self, name) for name in CONDITIONS)

    def without(self, name: str) -> Filters:
        """The same filters but for the condition `name`."""
        kept = {n: "" if n == name else str(getattr(self, n)) for n in CONDITIONS}
        return Filters(
            kept["unit"], kept["year"], kept["kind"], kept["topic"], kept["document"], self.sort, self.down
        )

    def sorted_by(self, column: Column) -> Filters:
        """The same rows by another column; the same column again turns the order round."""
        return replace(self, sort=column, down=self.sort is column and not self.down)


CONDITIONS = ("unit", "year", "kind", "topic", "document")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the register with what filters look at: canonical names of its units, its words folded."""

    entry: Entry
    fact: Fact | None  # what the entry says, where it is no action or project as a whole
    units: tuple[str, ...]
    words: str
    place: int


@dataclass(frozen=True, slots=True)
class Option:
    """A value a filter can take and how many rows it would show beside the other conditions."""

    value: str
    count: int


def rows_of(register: Register) -> tuple[Row, ...]:
    """The rows of a register; a unit written in several ways has the name under which the register lists it."""
    names = {unit_key(unit.name): unit.name for unit in register.units}
    facts = {fact.id: fact for fact in register}
    entries = enumerate(register.entries())
    return tuple(Row(e, facts.get(e.id), _named(e, names), _words(e), place) for place, e in entries)


def _named(entry: Entry, names: Mapping[UnitKey, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names.get(unit_key(name), name) for name in entry.responsible_units))


def _words(entry: Entry) -> str:
    return fold("\n".join((entry.indicator, entry.quote, *entry.section_path)))


def read(query: Mapping[str, str], register: Register, documents: Sequence[str]) -> Filters:
    """The filters an address asks for; BadRequestError names the first parameter that cannot be used."""
    asked = {name: query.get(name, "").strip() for name in (*CONDITIONS, "sort", "order")}
    unit = register.unit_named(asked["unit"]) if asked["unit"] else ""
    known: dict[str, bool] = {
        "unit": unit is not None,
        "year": asked["year"] in ("", UNDATED) or (asked["year"].isdecimal() and len(asked["year"]) == 4),
        "kind": asked["kind"] in ("", *EntryKind),
        "topic": len(asked["topic"]) <= LONGEST,
        "document": asked["document"] in ("", *documents),
        "sort": asked["sort"] in ("", *Column),
        "order": asked["order"] in ("", "asc", "desc"),
    }
    for name, good in known.items():
        if not good:
            near = register.near_units(asked[name]) if name == "unit" else ()
            raise BadRequestError(name, asked[name], near)
    return Filters(
        unit or "",
        asked["year"],
        asked["kind"],
        asked["topic"],
        asked["document"],
        Column(asked["sort"] or Column.PLACE),
        asked["order"] == "desc",
    )


def select(rows: Sequence[Row], filters: Filters) -> list[Row]:
    """The rows that meet every condition, in the order asked for."""
    return sorted((row for row in rows if _meets(row, filters)), key=_ORDERS[filters.sort], reverse=filters.down)


def options(rows: Sequence[Row], filters: Filters, name: str) -> tuple[Option, ...]:
    """The values the condition `name` can take, with counts under the other conditions; in the rows' own order."""
    others = filters.without(name)
    counts: dict[str, int] = {}
    for row in rows:
        met = _meets(row, others)
        for value in _VALUES[name](row):
            counts[value] = counts.get(value, 0) + met
    return tuple(Option(value, count) for value, count in counts.items() if count or value == getattr(filters, name))


def year_of(row: Row) -> str:
    """A row's year as it stands in an address."""
    return UNDATED if row.entry.year is None else str(row.entry.year)


def _meets(row: Row, filters: Filters) -> bool:
    return (
        (not filters.unit or filters.unit in row.units)
        and (not filters.year or filters.year == year_of(row))
        and (not filters.kind or filters.kind == row.entry.kind)
        and (not filters.document or filters.document == row.entry.document_id)
        and all(word in row.words for word in fold(filters.topic).split())
    )


def _amount(row: Row) -> tuple[str, Decimal, int]:
    """Values of one unit of measure stand together, the least first."""
    factor, base = measure(row.entry.unit)
    value = row.entry.value[0] if isinstance(row.entry.value, tuple) else row.entry.value
    return base, (value or Decimal(0)) * factor, row.place


_VALUES: dict[str, Callable[[Row], tuple[str, ...]]] = {
    "unit": lambda row: row.units,
    "year": lambda row: (year_of(row),),
    "kind": lambda row: (row.entry.kind.value,),
    "document": lambda row: (row.entry.document_id,),
}
_ORDERS: dict[Column, Callable[[Row], tuple[object, ...]]] = {
    Column.PLACE: lambda row: (row.place,),
    # GBK orders the common characters by their sound, which is how a Chinese index is sorted.
    Column.INDICATOR: lambda row: (fold(row.entry.indicator).encode("gbk", "replace"), row.place),
    Column.VALUE: _amount,
    Column.YEAR: lambda row: (row.entry.year or 9999, row.place),
}
