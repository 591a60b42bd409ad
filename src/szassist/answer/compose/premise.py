"""Figures that a question states: a wrong one is put right first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.choosing.match import in_name
from szassist.answer.compose.leaning import set_against
from szassist.answer.compose.stated import (
    Stated,
    equal,
    figure_of,
    has_number,
    is_share,
    is_telling,
    meets,
    near,
    roughly,
    same_measure,
)
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking, cues
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Asserted, Intent, Query
from szassist.schema import Fact, FactKind, Language, Status
from szassist.text.quantities import measure
from szassist.text.script import fold

TELLING = 0.5  # weight of a word that names something
MANY = 8  # rows shown that have a figure
_WHICH = re.compile(
    r"(?:哪|什么|啥)一?(?:个|项|几个|些)?的?(?:指标|数据|数字|目标|东西|比例|率|事)|哪一?年|[说指讲是](?:的|得)?是?(?:哪|什么|啥)"
    r"|\b(?:which|what) (?:indicator|target|figure|year)\b"
)


def checked(query: Query, meant: Sequence[Sequence[Fact]], material: Material) -> Draft | None:
    """The figures a question states against the rows it means: confirmed, or put right, each for its own year; None where
    none compares.
    """
    ones = [
        replace(query, asserted=(said,), years=own)
        for said in query.asserted
        for own in (*((year,) for year in said.years), *(() if said.years else (query.years,)))
    ]
    told = [draft for one in ones if (draft := _checked(one, one.asserted[0], meant, material))]
    if len(query.asserted) == 1:  # what a wrong one was put right with needs no word of consent
        wrong = [draft for draft in told if not draft.confirms]
        shown = {fact for draft in wrong for fact in draft.facts}
        told = [*wrong, *(draft for draft in told if draft.confirms and not set(draft.facts) <= shown)]
    if len(told) < 2:
        return told[0] if told else None
    return Draft(
        Status.ANSWERED if all(draft.status is Status.ANSWERED for draft in told) else Status.PARTIAL,
        tuple(dict.fromkeys(statement for draft in told for statement in draft.statements)),
        tuple(dict.fromkeys(fact for draft in told for fact in draft.facts)),
    )


def _checked(query: Query, said: Asserted, meant: Sequence[Sequence[Fact]], material: Material) -> Draft | None:
    """One figure against the rows: of several indicators that may be meant (新增67.3万学位) those that have it come first,
    for its year before others, then those of its size; a state without a year that happens to be the same comes behind what
    is said of that year.
    """
    of_year = [
        facts
        for facts in meant
        if _of_its_size(query, [f for f in comparable(query, facts) if f.year in query.years])
    ]

    def order(facts: Sequence[Fact]) -> tuple[bool, bool, bool]:
        own = [] if of_year and is_undated(query, facts, material) else stated(query, facts)
        dated = not query.years or any(fact.year in query.years for fact in own) or (not own and facts in of_year)
        return not own, not dated, not _of_its_size(query, facts)

    figure = figure_of(said)
    if figure and (whole := _of_the_whole(query, figure, meant, material)):
        return whole
    for facts in sorted(meant, key=order):
        alike = [fact for fact in facts if figure and same_measure(fact, figure)]
        if figure and alike and not any(in_name(said, fold(fact.indicator)) for fact in facts):
            return _judged(query, said, figure, alike, material)
    return None


def _of_the_whole(query: Query, figure: Stated, meant: Sequence[Sequence[Fact]], material: Material) -> Draft | None:
    """What the rows of the whole say, then those of a part (新建公办) that have the stated figure, where the question names
    no part; None where no part has the figure, or the whole has it too.
    """
    rows = [fact for facts in meant for fact in facts if same_measure(fact, figure)]
    rows = [fact for fact in rows if fact.kind is not FactKind.STATUS and fact.year in (query.years or (fact.year,))]
    part = [fact for fact in rows if cues().part.search(fold(fact.indicator)) and equal(fact, figure)]
    whole = [fact for fact in rows if not cues().part.search(fold(fact.indicator))]
    named = cues().part.search(asking(query)) or query.language is Language.EN
    if named or not part or not whole or any(equal(fact, figure) for fact in whole):
        return None
    told = dict.fromkeys(material.of_fact(fact, query.language) for fact in (*whole, *part))
    return Draft(Status.ANSWERED, tuple(told), tuple(dict.fromkeys((*whole, *part))))


def which(query: Query, material: Material) -> Draft | None:
    """What a figure is said of, where a question names nothing else (那个85%说的是哪个指标): every row that has it."""
    if not query.asserted or not _WHICH.search(asking(query)) or query.places:
        return None
    if any(term.weight >= TELLING for term in (*query.terms, *query.hints)):
        return None
    figures = [figure for said in query.asserted if (figure := figure_of(said)) and is_telling(figure)]
    facts = [
        fact
        for series in material.inventory.series
        for fact in series.facts
        if any(same_measure(fact, one) and equal(fact, one) for one in figures)
    ]
    told = list(dict.fromkeys(material.of_fact(fact, query.language) for fact in facts))
    return Draft(Status.ANSWERED, tuple(told[:MANY]), tuple(facts)) if told else None


def put_right(query: Query, facts: Sequence[Fact], material: Material) -> Draft:
    """A figure in another unit than the rows' (2.5% where they give 2.5‰) beside what they give: for the year asked, else
    the rows with that number.
    """
    language, said = query.language, query.asserted[0]
    of_year = [fact for fact in facts if fact.year in query.years]
    shown = of_year or [fact for fact in facts if has_number(fact, query.asserted)] or _latest(facts)
    what = phrase(language, "and").join(dict.fromkeys(_dated(fact, language) for fact in shown))
    asserted = as_typed(query, said.written)
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
    """Whether the figure that a question states may be meant of the rows: both are shares, or money, or neither, or the
    number is the same; 100% is said of no count, 9立方米 of no sum.
    """
    figure = figure_of(query.asserted[0])
    kinds = {kind for base in figure.bases for kind in _kinds(base)} if figure else set()
    return any(kinds & set(_kinds(measure(f.unit)[1])) or has_number(f, query.asserted) for f in facts)


def _kinds(base: str) -> tuple[str, ...]:
    """What kinds of figure a measure may be of: without one, of a count or a sum."""
    return (
        ("share",) if is_share(base) else ("count", "money") if not base else ("money" if "元" in base else "count",)
    )


def has_unit(query: Query) -> bool:
    """Whether a figure that the question states has a unit."""
    figures = [figure for said in query.asserted if (figure := figure_of(said))]
    return any("" not in figure.bases for figure in figures)


def stated(query: Query, facts: Sequence[Fact]) -> list[Fact]:
    """The rows that hold a figure of the question."""
    figures = [figure for said in query.asserted if (figure := figure_of(said))]
    return [fact for fact in facts if any(same_measure(fact, one) and equal(fact, one) for one in figures)]


def is_undated(query: Query, facts: Sequence[Fact], material: Material) -> bool:
    """Whether the rows have a figure of the question only as a state without a year, which need not be that of the year asked."""
    own, stock = stated(query, facts), material.inventory.stock_years
    return bool(own and query.years) and all(
        one.kind is FactKind.STATUS and one.year is None and stock.get(one.document_id) not in query.years
        for one in own
    )


def _of_its_size(query: Query, facts: Sequence[Fact]) -> bool:
    """Whether a row is of the magnitude of a figure of the question: 30亿立方米 is no use of water per 万元GDP."""
    figures = [figure for said in query.asserted if (figure := figure_of(said))]
    return any(near(fact, one) for fact in facts if fact.value is not None for one in figures)


def comparable(query: Query, facts: Sequence[Fact]) -> list[Fact]:
    """The rows that a figure of the question can be held against."""
    figures = [figure for said in query.asserted if (figure := figure_of(said))]
    return [fact for fact in facts if any(same_measure(fact, one) for one in figures)]


def _judged(query: Query, said: Asserted, figure: Stated, facts: Sequence[Fact], material: Material) -> Draft:
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
    right = [fact for fact in of_kind if equal(fact, figure)]
    if right:
        return set_against(query, said, right, facts, material) or _confirmed(query, right, material)
    undated = [] if of_kind else _of_stock(query, facts, material)
    if near := [fact for fact in of_kind or undated if roughly(query, figure, fact)]:
        rough = [material.of_fact(fact, language) for fact in near]
        return Draft(Status.ANSWERED, tuple(dict.fromkeys(rough)), tuple(near), confirms=True)
    if not of_kind and (elsewhere := [fact for fact in facts if equal(fact, figure)]):
        return _other_year(query, elsewhere, material)
    of_kind = of_kind or undated
    if not of_kind:
        missing = phrase(
            language,
            "year_missing",
            year=phrase(language, "join").join(map(str, query.years)),
            indicator=say.quoted(facts[0].indicator, language),
        )
        given = [material.of_fact(fact, language) for fact in facts]
        return Draft(Status.NOT_FOUND, (Statement(missing), *given), tuple(facts))
    if met := [fact for fact in of_kind if meets(query, said, figure, fact)]:
        told = tuple(material.of_fact(fact, language) for fact in met)
        return Draft(Status.ANSWERED, told, tuple(met), confirms=True)
    shown = _latest(of_kind)
    what = phrase(language, "and").join(dict.fromkeys(_dated(fact, language) for fact in shown))
    lead = Statement(
        phrase(language, "corrected_value", asserted=as_typed(query, said.written), what=what),
        material.evidence(shown),
    )
    elsewhere = [fact for fact in facts if fact not in shown and equal(fact, figure)]
    more = [Statement(say.sentence(fact, language), material.evidence([fact])) for fact in elsewhere[:2]]
    return Draft(Status.ANSWERED, (lead, *more), (*shown, *elsewhere[:2]))


def _confirmed(query: Query, right: Sequence[Fact], material: Material) -> Draft:
    """That the documents say so; where not the one that the question names, which of them does."""
    language = query.language
    elsewhere = query.documents and not any(fact.document_id in query.documents for fact in right)
    if elsewhere and language is not Language.EN:  # the plan is English for any of the documents
        titles = [say.title(material.documents[one], language) for one in query.documents]
        wrong = phrase(language, "join").join(f"《{title}》" for title in titles)
        title = say.title(material.documents[right[0].document_id], language)
        where = Statement(phrase(language, "in_document", title=title), material.evidence(right[:1]))
        told = (where, material.of_fact(right[0], language))
        return Draft(
            Status.ANSWERED, (Statement(phrase(language, "claim_wrong", asserted=wrong)), *told), tuple(right[:1])
        )
    lead = Statement(phrase(language, "confirmed", what=_dated(right[0], language)), material.evidence(right))
    return Draft(Status.ANSWERED, (lead,), tuple(right), confirms=True)


def _of_stock(query: Query, facts: Sequence[Fact], material: Material) -> list[Fact]:
    """The state without a year in a document that takes stock of a year asked about."""
    stock = material.inventory.stock_years
    state = [fact for fact in facts if fact.kind is FactKind.STATUS and fact.year is None]
    return [fact for fact in state if stock.get(fact.document_id) in query.years]


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
