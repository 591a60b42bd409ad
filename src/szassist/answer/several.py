"""Questions that name several indicators: their answers side by side, and what is worked out of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import product

from szassist.answer import parts, say
from szassist.answer.choice import Choice, ranked
from szassist.answer.computing import between, over_time
from szassist.answer.draft import Draft, Operation, Statement
from szassist.answer.inventory import Series
from szassist.answer.match import Fit, fields, total_asked
from szassist.answer.material import Material
from szassist.answer.phrases import phrase
from szassist.answer.premise import as_typed
from szassist.answer.values import about_one
from szassist.query import Intent, Part, Query, Term
from szassist.schema import Language, Status
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
HELD = 0.9  # how far a word must be held to count in full
AS_WELL = 0.02  # difference in what two indicators hold up to which they hold as much
NEAR = 0.2  # difference in score up to which an indicator may be meant in place of the best


@dataclass(frozen=True, slots=True)
class _Asked:
    """One of the things asked, with the indicators that hold most of its words."""

    query: Query
    found: tuple[tuple[Fit, Series], ...]


def each_indicator(
    query: Query, material: Material, otherwise: Callable[[Query, Material], Draft | None]
) -> Draft | None:
    """A和B分别是多少: the answers about several indicators side by side; None where the question names one.

    What the register lacks of those that the question tells apart is answered by `otherwise`, or said to be lacking.
    """
    asked = [one for part in query.parts if (one := _asked(query, part, material)).found or _tells(part)]
    chosen = _assigned(asked)
    several = {_name(series) for series in chosen if series}
    lacking = [one for one, series in zip(asked, chosen, strict=True) if series is None]
    if len(several) + len(lacking) < 2 or not several:
        return None
    if lacking and not parts.each(fold(query.question)):
        return None
    first_asked = {_name(series): (one, series) for one, series in zip(asked, chosen, strict=True) if series}
    drafts = [_answer(query, one, series, material) for one, series in first_asked.values()]
    if not lacking and (computed := _computed(query, drafts, material)):
        return computed
    drafts += [_lacking(one.query, material, otherwise) for one in lacking]
    return _beside_one_another(drafts)


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
        years=part.years or query.years,
        hints=(*query.hints, *hints),
        parts=(),
    )
    terms = own.by_name().terms
    held = [
        (_held(terms, (series.subject.name, 1.0)), fit, series)
        for fit, series in ranked(own, material)
        if _held(terms, *fields(series.subject)) >= WHOLE and not total_asked(query, series.subject.name)
    ]
    most = max((share for share, *_ in held), default=0.0)
    best = [(fit, series) for share, fit, series in held if share >= most - AS_WELL]
    alone = len({_name(series) for _, series in best}) == 1
    found = [
        (fit, series)
        for fit, series in best
        if fit.named >= NAMED
        or (alone and _in_measure(query, series) and (fit.named >= PARTLY or _is_of(terms, series)))
    ]
    close = [(fit, series) for fit, series in found if fit.score >= found[0][0].score - NEAR]
    return _Asked(replace(own, question=query.question), tuple(close))


def _in_measure(query: Query, series: Series) -> bool:
    """Whether an indicator has a row in the unit that is asked for, if any is."""
    return query.measure in ("", "个") or any(measure(fact.unit)[1] == query.measure for fact in series.facts)


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
    return about_one(one.query, series, Choice((series,), fits), material)


def _computed(query: Query, drafts: Sequence[Draft], material: Material) -> Draft | None:
    """The sum or difference that the question asks for, before its operands; None where it asks for neither."""
    if parts.sums(fold(query.question)):
        operation = Operation.SUM
    elif query.intent is Intent.DIFFERENCE and len(drafts) == 2 and not parts.each(fold(query.question)):
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


def _lacking(query: Query, material: Material, otherwise: Callable[[Query, Material], Draft | None]) -> Draft:
    found = otherwise(query, material)
    if found and found.status is Status.ANSWERED:
        return found
    name = _OF.split(query.content)[0] if query.language is not Language.EN else query.content
    topic = say.quoted(as_typed(query, name), query.language)
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found_topic", topic=topic)),))


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
