"""How well the register's rows match rows read by hand: found by span and value, then compared field by field."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from szassist.errors import SzassistError
from szassist.schema import Document, Fact
from szassist.text.script import fold

FIELDS = ("kind", "comparator", "unit", "year", "year_basis", "baseline_year", "units")


def _decimals(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


class GoldBaseline(BaseModel):
    """What a hand-read change is measured from."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    value: Decimal | None = None
    unit: str | None = None
    year: int | None = None


class GoldRow(BaseModel):
    """One hand-read row; `quote` and `context` are cut from the document, `context` occurs once in it."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    id: str
    document: str
    quote: str
    context: str
    kind: Literal["status", "target", "requirement"]
    indicator: str
    comparator: Literal[">=", "<=", "=", "range", "approx"]
    comparator_word: str = ""
    value: Annotated[tuple[Decimal, Decimal] | Decimal | None, BeforeValidator(_decimals)]
    unit: str | None
    year: int | None
    year_basis: Literal["stated", "inherited"] | None = None
    baseline: GoldBaseline | None = None
    units: tuple[str, ...] = ()
    units_scope: Literal["action", "project", "sentence"] | None = None
    note: str = ""

    @property
    def optional(self) -> bool:
        """Whether finding or missing this row is no fault."""
        return self.note.startswith("borderline")


class GoldError(SzassistError):
    """A gold file cannot be used; names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of a matched row in which the register and the gold row part."""

    gold: str
    fact: str
    field: str
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class RegisterScore:
    """Recall and precision of rows, and the share of matched rows right in each field."""

    gold: int
    facts: int
    matched: int
    missed: tuple[str, ...]  # gold ids
    surplus: tuple[str, ...]  # fact ids
    accuracy: tuple[tuple[str, float], ...]
    differences: tuple[Difference, ...]

    @property
    def recall(self) -> float:
        """The share of required gold rows that were found."""
        return self.matched / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """The share of the register's rows that stand in the gold."""
        return (self.facts - len(self.surplus)) / self.facts if self.facts else 1.0


def load_gold(path: Path) -> list[GoldRow]:
    """The rows of a JSON Lines file; the first that is malformed ends in `GoldError` with its line."""
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append(GoldRow.model_validate_json(line))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"]) or "line"
            raise GoldError(f"{path}:{number}: {where}: {first['msg']}; correct the row") from error
    return rows


@lru_cache(4096)
def plain(text: str) -> str:
    """`text` for finding a quote in a document: folded, compatibility forms resolved, without white space."""
    return "".join(fold(unicodedata.normalize("NFKC", text)).split())


@dataclass(frozen=True, slots=True)
class _Folded:
    """A document's text without white space, with the offset of each character in the document."""

    text: str
    offsets: tuple[int, ...]


def _fold_document(text: str) -> _Folded:
    chars, offsets = [], []
    for offset, char in enumerate(fold(text)):
        for piece in unicodedata.normalize("NFKC", char).lower():
            if not piece.isspace():
                chars.append(piece)
                offsets.append(offset)
    return _Folded("".join(chars), tuple(offsets))


@dataclass(frozen=True, slots=True)
class _Located:
    """Where a gold row stands: its document, the span of its quote and that of its context."""

    document: str
    quote: tuple[int, int]
    context: tuple[int, int]


def _locate(row: GoldRow, documents: Sequence[Document], folded: Mapping[str, _Folded]) -> _Located | None:
    """Find a row's context in the documents whose id holds the row's document name, else in any."""
    context, quote = plain(row.context), plain(row.quote)
    inside = context.find(quote)
    if inside < 0:
        context, inside = quote, 0
    named = [d for d in documents if row.document in d.id] or documents
    for document in named:
        text = folded[document.id]
        at = text.text.find(context)
        if at >= 0:
            start = at + inside
            quoted = (text.offsets[start], text.offsets[start + len(quote) - 1] + 1)
            return _Located(document.id, quoted, (text.offsets[at], text.offsets[at + len(context) - 1] + 1))
    return None


def score(
    gold: Sequence[GoldRow], facts: Iterable[Fact], documents: Sequence[Document], within: bool = False
) -> RegisterScore:
    """Match rows one to one by overlapping span and equal value.

    A gold row names its document by a part of its id. Facts of documents without a gold row are left aside; with
    `within`, so are those outside the contexts of the gold rows, for gold that was read from parts of a document.
    """
    folded = {document.id: _fold_document(document.text) for document in documents}
    places = {row.id: _locate(row, documents, folded) for row in gold}
    read = {place.document for place in places.values() if place}
    mine = [fact for fact in facts if fact.document_id in read]
    if within:
        mine = [f for f in mine if any(p and _meets(f, p.document, p.context) for p in places.values())]
    free = list(mine)
    pairs: list[tuple[GoldRow, Fact]] = []
    missed = []
    for row in gold:
        place = places[row.id]
        fact = _best(row, place, free) if place else None
        if fact is not None:
            free.remove(fact)
            pairs.append((row, fact))
        elif not row.optional:
            missed.append(row.id)
    matched = sum(not row.optional for row, _ in pairs)
    required = sum(not row.optional for row in gold)
    accuracy, differences = _compare(pairs)
    surplus = tuple(fact.id for fact in free)
    return RegisterScore(required, len(mine), matched, tuple(missed), surplus, accuracy, differences)


def _meets(fact: Fact, document: str, span: tuple[int, int]) -> bool:
    return fact.document_id == document and fact.start < span[1] and span[0] < fact.end


def _best(row: GoldRow, place: _Located, facts: list[Fact]) -> Fact | None:
    """The unmatched fact of equal value that agrees best: in unit, in indicator, in how far the spans overlap."""
    wanted, (start, end) = fold(row.indicator), place.quote
    return max(
        (fact for fact in facts if fact.value == row.value and _meets(fact, place.document, place.quote)),
        key=lambda f: (
            fold(f.unit) == fold(row.unit or ""),
            -len(set(fold(f.indicator)) ^ set(wanted)),
            min(f.end, end) - max(f.start, start),
        ),
        default=None,
    )


def _compare(pairs: list[tuple[GoldRow, Fact]]) -> tuple[tuple[tuple[str, float], ...], tuple[Difference, ...]]:
    """The share of pairs equal in each field, and where they differ."""
    differences = []
    for row, fact in pairs:
        expected, found = _gold_fields(row), _fact_fields(fact)
        differences += [
            Difference(row.id, fact.id, name, want, have)
            for name, want, have in zip(FIELDS, expected, found, strict=True)
            if want != have
        ]
    wrong = {name: sum(d.field == name for d in differences) for name in FIELDS}
    total = max(1, len(pairs))
    return tuple((name, 1 - wrong[name] / total) for name in FIELDS), tuple(differences)


def _gold_fields(row: GoldRow) -> tuple[str, ...]:
    baseline = row.baseline.year if row.baseline else None
    units = "、".join(sorted(plain(unit) for unit in row.units))
    return row.kind, row.comparator, plain(row.unit or ""), str(row.year), str(row.year_basis), str(baseline), units


def _fact_fields(fact: Fact) -> tuple[str, ...]:
    baseline = fact.baseline.year if fact.baseline else None
    units = "、".join(sorted(plain(unit) for unit in fact.responsible_units))
    basis = fact.year_basis.value if fact.year_basis else None
    unit = plain(fact.unit)
    return fact.kind.value, fact.comparator.value, unit, str(fact.year), str(basis), str(baseline), units
