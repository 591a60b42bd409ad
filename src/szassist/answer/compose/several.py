"""Questions that name several indicators: their answers side by side, and what is worked out of them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import product

from szassist.answer.choosing.choice import Choice, ranked
from szassist.answer.choosing.match import Fit, fields, named, total_asked
from szassist.answer.compose.computing import POINTS, between, over_time
from szassist.answer.compose.premise import as_typed
from szassist.answer.compose.refuse import nearest_to
from szassist.answer.compose.values import about_one
from szassist.answer.ground.draft import Draft, Operation, Statement
from szassist.answer.ground.inventory import Series
from szassist.answer.ground.material import Material
from szassist.answer.reading import parts
from szassist.answer.reading.cues import asking
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Part, Query, Term
from szassist.schema import Fact, Language, Status
from szassist.text.quantities import measure
from szassist.text.script import fold

HINT = 0.3  # what the words of the other indicators count
NAMED = 0.45  # part of each indicator's name that must be said
WHOLE = 0.8  # part of the weight of its own words that an indicator must hold
_OF = re.compile(r"\s|的(?:目标|指标|现状|要求|数值|标准)?(?=$|\s)")
_STATISTIC = re.compile(
    r"[日年月]?(?:最大|最小|最高|平均|均)|\d*小时|滑动|第?\d*百分位数|[浓密]度|总[数量]|数量|[数值率]"
)
TELLING = 0.35  # weight of words that name something of their own
PARTLY = 0.3  # the same where no other indicator holds these words
LOOSELY = 0.55  # the same where an indicator holds only most of the words: 垃圾回收率 of 生活垃圾回收利用率
HELD = 0.9  # how far a word must be held to count in full
AS_WELL = 0.02  # difference in what two indicators hold up to which they hold as much
CLEAR = 12  # characters of a name that is said again
NEAR = 0.2  # difference in score up to which an indicator may be meant in place of the best


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of the things asked, with the indicators that hold most of its words."""

    query: Query
    found: tuple[tuple[Fit, Series], ...]


def each_indicator(query: Query, material: Material) -> Draft | None:
    """A和B分别是多少: the answers about several indicators side by side; None where the question names one.

    What has no figure is said to have none, where the question tells the things it names apart (分别, 各).
    """
    asked, chosen = _with_what_all_have(query, material) or ((), ())
    if not asked:
        asked = [one for part in query.parts if (one := _asked(query, part, material)).found or _tells(part)]
        chosen = _assigned(asked)
    first_asked = {
        _name(series): (one, series) for one, series in reversed(list(zip(asked, chosen, strict=True))) if series
    }
    drafts = [_answer(query, one, series, material) for one, series in reversed(first_asked.values())]
    lacking = [one.query for one, series in zip(asked, chosen, strict=True) if series is None]
    if not drafts or len(drafts) + len(lacking) < 2:
        return None
    if lacking and not (parts.each(asking(query)) and all(map(_is_clear, lacking))):
        return None
    if lacking:
        told = {fact for draft in drafts for fact in draft.facts}
        return _beside_one_another([*drafts, *(_lacking(query, own, told, material) for own in lacking)])
    return _computed(query, drafts, material) or _beside_one_another(drafts)


def _with_what_all_have(query: Query, material: Material) -> tuple[list[_Asked], list[Series | None]] | None:
    """The things asked with what is said of all of them, where each then means an indicator of its own."""
    if not all(part.whole for part in query.parts):
        return None
    asked = [_asked(query, replace(part, terms=part.whole), material) for part in query.parts]
    chosen = _assigned(asked)
    return (asked, chosen) if len({_name(one) for one in chosen if one}) == len(asked) else None


def _name(series: Series) -> str:
    return fold(series.facts[0].indicator)


def _tells(part: Part) -> bool:
    return sum(term.weight for term in part.terms) >= TELLING


def _asked(query: Query, part: Part, material: Material) -> _Asked:
    """A part by itself; the words of the others only tip the scales (成交额 of CCER成交量和成交额)."""
    beside = {term.word: term for other in query.parts if other is not part for term in other.terms}
    hints = (replace(term, weight=HINT * term.weight) for term in beside.values() if term not in part.terms)
    own = replace(
        query,
        content=part.content,
        terms=part.terms,
        question=part.content,
        clause="",
        years=part.years or query.years,
        hints=(*query.hints, *hints),
        parts=(),
    )
    terms = own.by_name().terms
    fitting = [(fit, series) for fit, series in ranked(own, material) if not total_asked(query, series.subject.name)]
    holding = [(fit, series) for fit, series in fitting if _held(terms, *fields(series.subject)) >= WHOLE]
    most = max((_held(terms, (_name(series), 1.0)) for _, series in holding), default=0.0)
    best = [one for one in holding if _held(terms, (_name(one[1]), 1.0)) >= most - AS_WELL]
    best = [one for one in best if _in_measure(query, one[1])] or best
    by_itself = replace(own, hints=())
    best = [one for one in best if named(_name(one[1]), by_itself, material.lexicon.vocabulary) >= WHOLE] or best
    alone = len({_name(series) for _, series in best}) == 1
    found = [
        (fit, series)
        for fit, series in best
        if fit.named >= NAMED
        or (alone and _in_measure(query, series) and (fit.named >= PARTLY or _is_of(terms, series)))
    ] or [(fit, series) for fit, series in fitting[:1] if fit.named >= LOOSELY]
    close = [(fit, series) for fit, series in found if fit.score >= found[0][0].score - NEAR]
    return _Asked(own, tuple(close))


def _in_measure(query: Query, series: Series) -> bool:
    """Whether an indicator has a row in the unit that is asked for, if any is."""
    asked = "%" if query.measure == POINTS else query.measure
    return asked in ("", "个") or any(measure(fact.unit)[1] == asked for fact in series.facts)


def _is_of(terms: Sequence[Term], series: Series) -> bool:
    """Whether an indicator is a statistic of the very thing a word names: 臭氧日最大8小时平均第90百分位数浓度 of 臭氧."""
    thing = _STATISTIC.sub("", _name(series))
    return any(thing in (term.word, *term.means) for term in terms)


def _held(terms: Sequence[Term], *texts: tuple[str, float]) -> float:
    """Which part of the weight of `terms` the texts hold; a word held by its official name is held in full."""
    total = sum(term.weight for term in terms)
    return (
        sum(term.weight * max(worth * _in_full(term.held_by(text)) for text, worth in texts) for term in terms)
        / total
    )


def _in_full(share: float) -> float:
    return 1.0 if share >= HELD else share


def _assigned(asked: Sequence[_Asked]) -> list[Series | None]:
    """An indicator for each thing asked, None where there is none: as many different ones as fit, then the best."""
    choices = [one.found or ((None, None),) for one in asked]

    def worth(some: Sequence[tuple[Fit | None, Series | None]]) -> tuple[int, float]:
        different = {_name(series) for _, series in some if series}
        return len(different), sum(fit.score for fit, _ in some if fit)

    best = max(product(*choices), key=worth, default=())
    return [series for _, series in best]


def _answer(query: Query, one: _Asked, series: Series, material: Material) -> Draft:
    """The answer about one of several indicators."""
    moves = query.intent is Intent.DIFFERENCE and len(one.query.years) > 1
    if moves and (draft := over_time(one.query, series.facts, material)):
        return draft
    fits = tuple(fit for fit, found in one.found if found is series)
    return about_one(
        replace(one.query, question=query.question, clause=query.clause), series, Choice((series,), fits), material
    )


def _computed(query: Query, drafts: Sequence[Draft], material: Material) -> Draft | None:
    """The sum or difference that the question asks for, before its operands; None where it asks for neither."""
    if parts.sums(asking(query)):
        operation = Operation.SUM
    elif query.intent is Intent.DIFFERENCE and len(drafts) == 2 and not parts.each(asking(query)):
        operation = Operation.DIFFERENCE
    else:
        return None
    results = between([draft.facts for draft in drafts], operation, query.language, material)
    if isinstance(results, Statement):
        told = _beside_one_another(drafts)
        return replace(told, status=Status.PARTIAL, statements=(results, *told.statements))
    statements = [
        statement
        for result, rows in results
        for statement in (result, *(material.of_fact(row, query.language) for row in rows))
    ]
    facts = tuple(dict.fromkeys(row for _, rows in results for row in rows))
    return Draft(Status.ANSWERED, tuple(statements), facts, drafts[0].suggestions)


def _is_clear(own: Query) -> bool:
    """Whether what a part names can be said again: a short name and no stretch of talk; of English it may be half of one."""
    short = len(own.content) <= CLEAR and len(_OF.split(own.content)[0]) > 1
    return short and own.language is not Language.EN and own.intent is not Intent.WHEN


def _lacking(query: Query, own: Query, told: Collection[Fact], material: Material) -> Draft:
    """That the documents give no figure of one of the things asked; where they have something near it, what that is."""
    topic = say.quoted(as_typed(query, _OF.split(own.content)[0]), query.language)
    near = nearest_to(own, material)
    if near is None or set(near.facts) & set(told):
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "no_figure", indicator=topic)),))
    lead = Statement(phrase(query.language, "nearest_of", topic=topic))
    rows = near.facts[:2]
    return Draft(Status.NOT_FOUND, (lead, *(material.of_fact(row, query.language) for row in rows)), rows)


def _beside_one_another(drafts: Sequence[Draft]) -> Draft:
    """One draft; what is said of several of them alike (their units) stands once, after the last."""
    statements = [statement for draft in drafts for statement in draft.statements]
    told = {(statement.text, statement.evidence): statement for statement in reversed(statements)}
    return Draft(
        Status.ANSWERED if all(draft.status is Status.ANSWERED for draft in drafts) else Status.PARTIAL,
        tuple(reversed(told.values())),
        tuple(dict.fromkeys(fact for draft in drafts for fact in draft.facts)),
        drafts[0].suggestions,
    )
