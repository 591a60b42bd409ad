"""Figures that a question states: a wrong one is put right first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from szassist.answer.choosing.match import in_name
from szassist.answer.compose.leaning import set_against
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking, cues
from szassist.answer.words import say
from szassist.answer.words.english import figures
from szassist.answer.words.phrases import phrase
from szassist.query import Asserted, Intent, Query
from szassist.schema import Comparator, Fact, FactKind, Language, Status
from szassist.text.quantities import measure, quantities
from szassist.text.script import fold

TELLING = 0.5  # weight of a word that names something
MANY = 8  # rows shown that have a figure
_PLACES = frozenset("家所座间处个")  # measure words that are said of one and the same thing
MAGNITUDE = 100  # how many times a row a figure without a unit may be to be held against it
_WHICH = re.compile(
    r"(?:哪|什么|啥)一?(?:个|项|几个|些)?的?(?:指标|数据|数字|目标|东西|比例|率|事)|哪一?年|[说指讲是](?:的|得)?是?(?:哪|什么|啥)"
    r"|\b(?:which|what) (?:indicator|target|figure|year)\b"
)


def checked(query: Query, meant: Sequence[Sequence[Fact]], material: Material) -> Draft | None:
    """The figures a question states against the rows it means: confirmed, or put right, each for its own year; None where
    none compares.
    """
    ones = (replace(query, asserted=(said,), years=said.years or query.years) for said in query.asserted)
    told = [draft for one in ones if (draft := _checked(one, one.asserted[0], meant, material))]
    if len(told) < 2:
        return told[0] if told else None
    return Draft(
        Status.ANSWERED if all(draft.status is Status.ANSWERED for draft in told) else Status.PARTIAL,
        tuple(dict.fromkeys(statement for draft in told for statement in draft.statements)),
        tuple(dict.fromkeys(fact for draft in told for fact in draft.facts)),
    )


def _checked(query: Query, said: Asserted, meant: Sequence[Sequence[Fact]], material: Material) -> Draft | None:
    """One figure against the rows: of several indicators that may be meant (新增67.3万学位) those that have it come first,
    for its year before others, then those of its size.
    """

    def order(facts: Sequence[Fact]) -> tuple[bool, bool, bool]:
        own = stated(query, facts)
        dated = not query.years or any(fact.year in query.years for fact in own)
        return not own, not dated, not _of_its_size(query, facts)

    figure = _figure(said)
    if figure and (whole := _of_the_whole(query, figure, meant, material)):
        return whole
    for facts in sorted(meant, key=order):
        comparable = [fact for fact in facts if figure and _same_measure(fact, figure)]
        if figure and comparable and not any(in_name(said, fold(fact.indicator)) for fact in facts):
            return _judged(query, said, figure, comparable, material)
    return None


def _of_the_whole(query: Query, figure: _Stated, meant: Sequence[Sequence[Fact]], material: Material) -> Draft | None:
    """What the rows of the whole say, then those of a part (新建公办) that have the stated figure, where the question names
    no part; None where no part has the figure, or the whole has it too.
    """
    rows = [fact for facts in meant for fact in facts if _same_measure(fact, figure)]
    rows = [fact for fact in rows if fact.kind is not FactKind.STATUS and fact.year in (query.years or (fact.year,))]
    part = [fact for fact in rows if cues().part.search(fold(fact.indicator)) and _equal(fact, figure)]
    whole = [fact for fact in rows if not cues().part.search(fold(fact.indicator))]
    named = cues().part.search(asking(query)) or query.language is Language.EN
    if named or not part or not whole or any(_equal(fact, figure) for fact in whole):
        return None
    told = dict.fromkeys(material.of_fact(fact, query.language) for fact in (*whole, *part))
    return Draft(Status.ANSWERED, tuple(told), tuple(dict.fromkeys((*whole, *part))))


def which(query: Query, material: Material) -> Draft | None:
    """What a figure is said of, where a question names nothing else (那个85%说的是哪个指标): every row that has it."""
    if not query.asserted or not _WHICH.search(asking(query)) or query.places:
        return None
    if any(term.weight >= TELLING for term in (*query.terms, *query.hints)):
        return None
    figures = [figure for said in query.asserted if (figure := _figure(said)) and _is_telling(figure)]
    facts = [
        fact
        for series in material.inventory.series
        for fact in series.facts
        if any(_same_measure(fact, one) and _equal(fact, one) for one in figures)
    ]
    told = list(dict.fromkeys(material.of_fact(fact, query.language) for fact in facts))
    return Draft(Status.ANSWERED, tuple(told[:MANY]), tuple(facts)) if told else None


def _is_telling(figure: _Stated) -> bool:
    """Whether a figure is not said of this and that: it has a unit, or 万, or a fraction."""
    return "" not in figure.bases or figure.large or any(amount % 1 for amount in figure.amounts)


def put_right(query: Query, facts: Sequence[Fact], material: Material) -> Draft:
    """A figure in another unit than the rows' (2.5% where they give 2.5‰) beside what they give: for the year asked, else
    the rows with that number.
    """
    language, said = query.language, query.asserted[0]
    of_year = [fact for fact in facts if fact.year in query.years]
    shown = of_year or [fact for fact in facts if _has_number(fact, query.asserted)] or _latest(facts)
    what = phrase(language, "and").join(dict.fromkeys(_dated(fact, language) for fact in shown))
    asserted = as_typed(query, said.text)
    lead = Statement(phrase(language, "corrected_value", asserted=asserted, what=what), material.evidence(shown))
    return Draft(Status.ANSWERED, (lead,), tuple(shown))


def of_rows(query: Query, facts: Sequence[Fact], material: Material) -> Draft | None:
    """A figure that somebody gives for the very rows of an answer: confirmed, or put right, in whatever unit it is; None
    where it may be said of something else.
    """
    rows = [fact for fact in facts if fact.value is not None]
    if draft := checked(query, [rows], material):
        return draft
    return put_right(query, rows, material) if rows and akin(query, rows) else None


def akin(query: Query, facts: Sequence[Fact]) -> bool:
    """Whether the figure that a question states may be meant of the rows: both are shares, or neither, or the number is the
    same; 100% is said of no count.
    """
    figure = _figure(query.asserted[0])
    shares = {_is_share(base) for base in figure.bases} if figure else set()
    return any(_is_share(measure(f.unit)[1]) in shares or _has_number(f, query.asserted) for f in facts)


def _is_share(base: str) -> bool:
    """Whether a unit is that of a share: %, ‰, /10万."""
    return base in ("%", "‰") or base.startswith(("/", "1/"))


def _has_number(fact: Fact, said: Sequence[Asserted]) -> bool:
    """Whether a row has the number that the question states, in whatever unit."""
    return any(fact.value in figure.amounts for one in said if (figure := _figure(one)))


def has_unit(query: Query) -> bool:
    """Whether a figure that the question states has a unit."""
    figures = [figure for said in query.asserted if (figure := _figure(said))]
    return any("" not in figure.bases for figure in figures)


def stated(query: Query, facts: Sequence[Fact]) -> list[Fact]:
    """The rows that hold a figure of the question."""
    figures = [figure for said in query.asserted if (figure := _figure(said))]
    return [fact for fact in facts if any(_same_measure(fact, one) and _equal(fact, one) for one in figures)]


def _of_its_size(query: Query, facts: Sequence[Fact]) -> bool:
    """Whether a row is of the magnitude of a figure of the question: 30亿立方米 is no use of water per 万元GDP."""
    figures = [figure for said in query.asserted if (figure := _figure(said))]
    return any(_near(fact, one) for fact in facts if fact.value is not None for one in figures)


def comparable(query: Query, facts: Sequence[Fact]) -> list[Fact]:
    """The rows that a figure of the question can be held against."""
    figures = [figure for said in query.asserted if (figure := _figure(said))]
    return [fact for fact in facts if any(_same_measure(fact, one) for one in figures)]


def _judged(query: Query, said: Asserted, figure: _Stated, facts: Sequence[Fact], material: Material) -> Draft:
    """A stated figure beside the comparable rows: those of the asked years, else all of them."""
    language = query.language
    asked = [fact for fact in facts if fact.year in query.years] if query.years else list(facts)
    of_kind = [fact for fact in asked if query.kind is None or fact.kind is query.kind] or asked
    if query.kind is FactKind.TARGET and all(fact.kind is FactKind.STATUS for fact in facts):
        lead = Statement(phrase(language, "no_target", indicator=say.quoted(facts[0].indicator, language)))
        return Draft(Status.ANSWERED, (lead, *(material.of_fact(fact, language) for fact in facts)), tuple(facts))
    of_now = query.kind is FactKind.STATUS and query.intent is not Intent.DIFFERENCE
    if of_now and all(fact.kind is not FactKind.STATUS for fact in facts):
        lead = Statement(phrase(language, "no_status", indicator=say.quoted(facts[0].indicator, language)))
        return Draft(
            Status.NOT_FOUND, (lead, *(material.of_fact(fact, language) for fact in asked or facts)), tuple(facts)
        )
    right = [fact for fact in of_kind if _equal(fact, figure)]
    if right and (against := set_against(query, said, right, facts, material)):
        return against
    if right:
        lead = Statement(phrase(language, "confirmed", what=_dated(right[0], language)), material.evidence(right))
        return Draft(Status.ANSWERED, (lead,), tuple(right), confirms=True)
    if not of_kind and (elsewhere := [fact for fact in facts if _equal(fact, figure)]):
        return _other_year(query, elsewhere, material)
    if not of_kind:
        missing = phrase(
            language,
            "year_missing",
            year=phrase(language, "join").join(map(str, query.years)),
            indicator=say.quoted(facts[0].indicator, language),
        )
        given = [material.of_fact(fact, language) for fact in facts]
        return Draft(Status.NOT_FOUND, (Statement(missing), *given), tuple(facts))
    if met := [fact for fact in of_kind if _meets(query, said, figure, fact)]:
        told = tuple(material.of_fact(fact, language) for fact in met)
        return Draft(Status.ANSWERED, told, tuple(met), confirms=True)
    shown = _latest(of_kind)
    what = phrase(language, "and").join(dict.fromkeys(_dated(fact, language) for fact in shown))
    lead = Statement(
        phrase(language, "corrected_value", asserted=as_typed(query, said.text), what=what), material.evidence(shown)
    )
    elsewhere = [fact for fact in facts if fact not in shown and _equal(fact, figure)]
    more = [Statement(say.sentence(fact, language), material.evidence([fact])) for fact in elsewhere[:2]]
    return Draft(Status.ANSWERED, (lead, *more), (*shown, *elsewhere[:2]))


def _meets(query: Query, said: Asserted, figure: _Stated, fact: Fact) -> bool:
    """Whether a present value lies beyond what the question states as a bound: 3.07万亿 where it says 突破3万亿."""
    read = [
        one
        for one in quantities(fold(query.question))
        if said.text.startswith(fold(query.question)[one.start : one.end])
    ]
    bounds = {one.comparator for one in read}
    if fact.kind is not FactKind.STATUS or not isinstance(fact.value, Decimal) or len(figure.amounts) > 1:
        return False
    amount, stated_amount = _amount(fact), figure.amounts[0]
    return (Comparator.AT_LEAST in bounds and amount >= stated_amount) or (
        Comparator.AT_MOST in bounds and amount <= stated_amount
    )


def _other_year(query: Query, facts: Sequence[Fact], material: Material) -> Draft:
    """The stated figure is right and belongs to another year than the one stated, or than the one asked about."""
    language = query.language
    years = phrase(language, "join").join(map(str, query.years))
    lead = Statement(
        phrase(language, "corrected_year", year=years, what=_dated(facts[0], language)), material.evidence(facts)
    )
    asked = query.intent is Intent.VALUE  # 97.5%的目标,2021年是多少
    return Draft(Status.NOT_FOUND if asked else Status.ANSWERED, (lead,), tuple(facts))


def _latest(facts: Sequence[Fact]) -> list[Fact]:
    """The goals among the rows, else all of them."""
    return [fact for fact in facts if fact.kind is not FactKind.STATUS] or list(facts)


def _dated(fact: Fact, language: Language) -> str:
    return say.sentence(fact, language).rstrip("。. ")


def as_typed(query: Query, said: str) -> str:
    """What a folded question says as the reader typed it, where it can be found again."""
    at = fold(query.question).find(said)
    return query.question[at : at + len(said)] if at >= 0 else said


@dataclass(frozen=True, slots=True)
class _Stated:
    """A figure of the question in the units it may be in."""

    amounts: tuple[Decimal, ...]
    bases: frozenset[str]
    large: bool = False  # says 万 or 亿


def _figure(said: Asserted) -> _Stated | None:
    for one in quantities(said.text):
        if one.base == "成":
            return _Stated(tuple(10 * amount for amount in one.amounts), frozenset("%"))
        return _Stated(one.amounts, _PLACES if one.base in _PLACES else frozenset({one.base}), one.magnitude > 1)
    for figure in figures(said.text):
        return _Stated(figure.amounts, figure.bases or frozenset({""}))
    return None


def _same_measure(fact: Fact, figure: _Stated) -> bool:
    """Whether a row and a stated figure are in one unit; 18微克 may stand for 18微克/立方米."""
    mine = measure(fact.unit)[1]
    if fact.value is None or (figure.large and _is_share(mine)):
        return False
    if "" in figure.bases:
        return _near(fact, figure)
    return bool({mine, mine.split("/")[0]} & figure.bases)


def _near(fact: Fact, figure: _Stated) -> bool:
    """Whether a figure without a unit is of the magnitude of a row's: 3万亿 is said of no 12.25万元."""
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    factor, _ = measure(fact.unit)
    rows = [amount for value in values if value is not None for amount in (value, value * factor)]
    return any(row <= MAGNITUDE * one and one <= MAGNITUDE * row for row in rows for one in figure.amounts)


def _equal(fact: Fact, figure: _Stated) -> bool:
    factor, _ = measure(fact.unit)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    mine = tuple(value * factor for value in values if value is not None)
    if "" in figure.bases and fact.value in figure.amounts:
        return True
    return mine == figure.amounts or (len(figure.amounts) == 1 and len(mine) == 2 and figure.amounts[0] in mine)


def _amount(fact: Fact) -> Decimal:
    assert isinstance(fact.value, Decimal)
    return fact.value * measure(fact.unit)[0]
