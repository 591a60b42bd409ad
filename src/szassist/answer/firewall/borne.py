"""What the evidence of a statement bears: figures with unit and bound, years, units of government, titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from szassist.answer.ground.draft import Statement
from szassist.schema import Comparator, Document, Fact
from szassist.text.dates import TimeKind, dates
from szassist.text.quantities import Quantity, measure, quantities
from szassist.text.script import fold

# 2000所 and 1997万人 are no years.
YEAR = re.compile(
    r"(?<![0-9.])(?:19|20)[0-9]{2}(?!\.?[0-9]|[%‰万亿千百所家个件人名座张辆元米吨套台处]|平方|公里|立方)"
)
_DISTANT = (
    (re.compile(r"不低于|不少于|不小于|不得低于|不得少于"), Comparator.AT_LEAST),
    (re.compile(r"不高于|不超过|不大于|不得超过|不得高于"), Comparator.AT_MOST),
)
_CLAUSE = re.compile(r"[^,;。:\n]+")
_LATIN = re.compile(r"[a-z][a-z0-9.]*[a-z0-9]")
_EDGE = "。.;；,，、:： \n"
_ENDS = ("", *"。;,:、!?\n()[]〔〕“”\"'《》 ")
STRANGER = 0.5  # the same for a figure in another unit
RIVAL = 0.1  # by how much more of a clause's words another figure's clause must hold for the figures to be mixed up


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the evidence with the words it stands among; `years` are those of the register row, if it is one."""

    amounts: tuple[Decimal, ...]
    base: str
    bound: Comparator
    clause: str
    row: bool = False
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class When:
    """The years that a statement gives a figure for; those of a sentence before hold only for what has a year."""

    years: frozenset[int]
    inherited: bool = False

    def admits(self, figure: Figure) -> bool:
        """Whether `figure` may be one of these years; only register rows know theirs."""
        if not self.years or not figure.row or (self.inherited and not figure.years):
            return True
        return bool(figure.years & self.years)


@dataclass(frozen=True, slots=True)
class Borne:
    """Everything that may stand in a statement with this evidence; texts are folded."""

    texts: tuple[str, ...]  # the spans and the headings above them
    titles: tuple[str, ...]  # of the documents they are in
    figures: tuple[Figure, ...]

    @property
    def plan_years(self) -> tuple[str, ...]:
        """The last years of the five-year plans that the texts name: “十四五”时期 is up to 2025."""
        named = (time for text in self.texts if "五" in text for time in dates(text))
        return tuple(str(time.year) for time in named if time.kind in (TimeKind.PLAN, TimeKind.DEADLINE))

    @classmethod
    def by(cls, statement: Statement, rows: Sequence[Fact], documents: Mapping[str, Document]) -> Borne:
        """What the evidence of `statement` bears; `rows` are the rows of the register that stand in it."""
        texts: list[str] = []
        for one in statement.evidence:
            document = documents[one.document_id]
            texts += (document.text[one.start : one.end], *document.section_path(one.start))
            if one.start == 0 and one.end >= len(document.title):
                texts.append(described(document))  # the title stands for what the source says of the document
        folded = tuple(dict.fromkeys(map(fold, texts)))
        titles = tuple({fold(documents[one.document_id].title) for one in statement.evidence})
        read = [_read(q, text) for text in folded for q in quantities(text)]
        return cls(folded, titles, (*(_of_row(row) for row in rows if row.value is not None), *read))

    def holds(self, text: str) -> bool:
        """Whether the evidence has `text` as it stands."""
        return any(text in one for one in (*self.texts, *self.titles))

    def quotes(self, text: str) -> bool:
        """Whether `text` is cut from the evidence in whole clauses, so that no bound or unit is cut off."""
        bare = text.strip(_EDGE)
        return bool(bare) and any(
            one[max(0, at - 1) : at] in _ENDS and one[at + len(bare) : at + len(bare) + 1] in _ENDS
            for one in self.texts
            for at in _places(bare, one)
        )

    def bears(
        self, amounts: tuple[Decimal, ...], bases: Container[str], bound: Comparator, clause: str, when: When
    ) -> bool:
        """Whether value, unit and bound stand in the evidence, among these words and for one of these years.

        A bound is neither dropped, added nor turned. Register rows decide where they hold the figure; a figure that
        the evidence gives for something else, or for another year, is not borne.
        """
        alike = [f for f in self.figures if f.amounts == amounts and f.base in bases]
        same = [f for f in alike if f.row] or alike
        same = [f for f in same if _same_bound(bound, f.bound)]
        if not any(when.admits(f) for f in same):
            return False
        words = self._words(clause)
        own = max(_shared(words, f.clause) for f in same)
        others = [f for f in self.figures if f not in same and (f.row or f.amounts != amounts)]
        return all(_shared(words, f.clause) <= own + (RIVAL if f.base in bases else STRANGER) for f in others)

    def _words(self, clause: str) -> frozenset[str]:
        """The pairs of characters of a clause, and those of its Latin words (pm2.5, gdp) that a figure's clause has."""
        pairs = {a + b for run in re.findall(r"[\u3400-\u9fff]+", clause) for a, b in pairwise(run)}
        latin = {word for word in _LATIN.findall(clause) if any(word in figure.clause for figure in self.figures)}
        return frozenset(pairs | latin)


def described(document: Document) -> str:
    """By whom, when and under which number a source says that a document was issued; it may stand in no text of it."""
    date = f"{document.date.year}年{document.date.month}月{document.date.day}日" if document.date else ""
    return " ".join((document.issuer or "", date, document.number or ""))


def _places(piece: str, text: str) -> Iterator[int]:
    """Where `piece` begins in `text`, none overlapping another."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + len(piece))


def _read(q: Quantity, text: str) -> Figure:
    clause = clause_at(text, q.start)
    return Figure(q.amounts, q.base, bound_of(q.comparator, clause), clause)


def _of_row(fact: Fact) -> Figure:
    factor, base = measure(fact.unit)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    years = {fact.year, fact.baseline.year if fact.baseline else None} - {None}
    amounts = tuple(value * factor for value in values if value is not None)
    clause = fold(fact.indicator + fact.quote)
    return Figure(amounts, base, fact.comparator, clause, True, frozenset(y for y in years if y))


def clause_at(text: str, position: int) -> str:
    """The stretch between commas that `position` stands in."""
    return next((m[0] for m in _CLAUSE.finditer(text) if m.start() <= position < m.end()), "")


def bound_of(comparator: Comparator, clause: str) -> Comparator:
    """A figure's bound, also where the word for it stands further off: 不低于市级科技研发资金的30%."""
    if comparator is not Comparator.EQUAL:
        return comparator
    return next((bound for pattern, bound in _DISTANT if pattern.search(clause)), comparator)


def _shared(words: Collection[str], other: str) -> float:
    """Which part of `words` another clause has; 0 where there are none."""
    return sum(word in other for word in words) / len(words) if words else 0.0


def _same_bound(one: Comparator, other: Comparator) -> bool:
    return one is other or {one, other} <= {Comparator.EQUAL, Comparator.RANGE}


def quotient_units(above: Decimal, below: Decimal, *, given: Collection[tuple[str, Decimal]]) -> list[str]:
    """The units of a quotient whose operands are `given`, each in its own unit: 元/吨, 倍 of two in one unit."""
    upper, lower = ([base for base, amount in given if amount == operand] for operand in (above, below))
    return sorted({"倍" if one == other else f"{one}/{other}" for one in upper for other in lower})
