"""Answers from register rows: how much, by when, the state, several years, a difference, and figures put right."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.choosing.choice import Choice, choose, clear, likely
from szassist.answer.choosing.match import in_name
from szassist.answer.choosing.measures import asks_measure
from szassist.answer.choosing.narrower import in_its_field, said_first
from szassist.answer.compose import premise
from szassist.answer.compose.comparing import by_statement, compared
from szassist.answer.compose.computing import over_time
from szassist.answer.compose.other_kind import lacks_kind, no_such_kind
from szassist.answer.compose.quotients import for_each, of_another, times
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.inventory import Series
from szassist.answer.ground.material import Material, count_units, units_evidence, units_statement
from szassist.answer.reading import parts
from szassist.answer.reading.cues import asking, cues
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Fact, FactKind, Language, Status

SEVERAL = 4  # indicators shown where several may be meant
NAMED = 6  # units named beside a figure; of more only the number is told
ALSO = 0.85  # part of an indicator's name that the question must say for it to be one of several asked for
WHOLE = 0.8  # part of a question's weight that one indicator must hold to be all that is asked
# What has still to happen when somebody asks for its time: 什么时候涨 is not answered by what is.
_CHANGE = re.compile(
    r"涨|[上下]调|调整|提高|提升|降低|增加|减少|[建修盖]好|建成|完工|开通|go up|come down|rise|raised?|increase|(?:re)?duced?|built|finished"
)
PARTLY = 0.25  # the same of one that asks for a time alone
SURE = 0.45  # part of an indicator's name that a question without a cue for a figure, or one of how, must say


def from_rows(query: Query, material: Material) -> Draft | None:
    """The answer from the register; None where no indicator is meant."""
    if draft := for_each(query, material):
        return draft
    choice = choose(query, material)
    if not choice.series:
        return _of_that_figure(query, material)
    name = choice.series[0].subject.name
    if of_another(query, name):
        return None
    query = replace(query, asserted=tuple(one for one in query.asserted if not in_name(one, name)))
    cued = query.intent in (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN, Intent.COMPARE) or bool(query.asserted)
    if not _is_meant(query, choice, name, cued=cued):
        return None
    if draft := times(query, choice.series[0].facts, material):
        return draft
    wrong = query.asserted and not premise.stated(
        query, [f for f in choice.series[0].facts if not query.years or f.year in query.years]
    )
    moves = query.intent is Intent.DIFFERENCE and not wrong
    if moves and (draft := over_time(query, choice.series[0].facts, material)):
        return draft
    if query.intent is Intent.WHEN and query.asserted:
        return _reaching(query, choice, material)
    if query.asserted:
        undated = premise.is_undated(query, choice.series[0].facts, material)
        several = likely(query, material) if len(query.asserted) > 1 or undated else ()
        own = [series.facts for series in dict.fromkeys((*choice.series, *several))]
        if draft := premise.checked(query, own, material):
            return draft
        if choice.fits[0].named >= WHOLE and query.intent is not Intent.VALUE and premise.akin(query, own[0]):
            return premise.put_right(query, choice.series[0].facts, material)
        if draft := premise.checked(query, [series.facts for series in likely(query, material)], material):
            return draft
        if query.intent is Intent.WHETHER:  # nothing here that a figure could be right or wrong of
            return None
    if query.intent is Intent.COMPARE and (draft := compared(query, choice.series[0].facts, material)):
        return draft
    meant = _meant(query, choice)
    with_year = [s for s in meant if not query.years or _of_years(query, s, material)]
    if not with_year and len(choice.series) > len(meant):
        with_year = []
    if len(with_year or meant) > 1:
        return _several(query, (with_year or list(meant))[:SEVERAL], material)
    return about_one(query, (with_year or list(meant))[0], choice, material)


def _is_meant(query: Query, choice: Choice, name: str, *, cued: bool) -> bool:
    dated = query.intent is Intent.WHEN and not query.asserted
    least = PARTLY if dated else 0.0 if cued else SURE
    return choice.fits[0].named >= least and not (dated and in_its_field(query, name))


def _meant(query: Query, choice: Choice) -> tuple[Series, ...]:
    """The indicators that a question means: one that it calls by its name, all that it does where it asks for each."""
    if len(choice.series) > 1 and parts.each(asking(query)):
        fitting = zip(choice.series, choice.fits, strict=True)
        if several := tuple(series for series, fit in fitting if fit.named >= ALSO):
            return several
    return choice.series if choice.fits[0].named < 0.9 else choice.series[:1]


def _of_that_figure(query: Query, material: Material) -> Draft | None:
    """An answer to a question that states a figure, where no indicator holds enough of its words: from one that holds a
    fair part of them and has that very figure.
    """
    if query.intent is Intent.WHO or (query.intent is Intent.VALUE and asks_measure(query)):
        return None
    own = [series.facts for series in likely(query, material) if premise.stated(query, series.facts)]
    if not own and query.language is not Language.EN and premise.has_unit(query):
        own = [series.facts for series in clear(query, material)]
    return premise.checked(query, own[:1], material) if own else None


def _of_years(query: Query, series: Series, material: Material) -> bool:
    """Whether a series has a row that may be of a year that the question names."""
    dated = any(fact.year in query.years for fact in series.facts)
    return dated or bool(_undated(series.facts, query.years, material))


def _reaching(query: Query, choice: Choice, material: Material) -> Draft | None:
    """When a figure is reached: the rows with that figure, else those it can be held against; it claims nothing."""
    meant = [series.facts for series in (*choice.series, *likely(query, material))]
    facts = [fact for own in meant for fact in premise.stated(query, own)]
    facts = facts or next((found for own in meant if (found := premise.comparable(query, own))), [])
    facts = list(dict.fromkeys(facts))
    return Draft(Status.ANSWERED, tuple(_leads(query, facts, material)), tuple(facts)) if facts else None


def about_one(query: Query, series: Series, choice: Choice, material: Material) -> Draft:
    """The answer about one indicator."""
    facts = _of_documents(query, series.facts)
    wanted, missing = _wanted(query, facts, material)
    if not wanted:
        return _without_year(query, facts, missing, choice, material)
    if (
        query.intent is Intent.WHEN
        and _CHANGE.search(asking(query))
        and all(f.kind is FactKind.STATUS for f in facts)
    ):
        lead = [Statement(phrase(query.language, "no_start")), *_leads(query, wanted, material)]
        return Draft(Status.NOT_FOUND, tuple(lead), tuple(wanted))
    lead = _leads(query, wanted, material)
    if missing:
        lead = [*lead, _missing(query, wanted, missing, _indicator(facts, query.language))]
    if lacks_kind(query, facts, wanted):
        return Draft(Status.NOT_FOUND, (no_such_kind(query, facts), *lead), tuple(wanted))
    lead = [*said_first(query, [series]), *lead]
    beside = [*_units(wanted, query.language, material), *_beside(query, wanted, facts)]
    status = Status.PARTIAL if missing else Status.ANSWERED
    return Draft(status, (*lead, *beside), tuple(wanted), _suggestions(query, facts, wanted))


def _of_documents(query: Query, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The rows of the documents that the question names, else all."""
    named = tuple(fact for fact in facts if fact.document_id in query.documents)
    return named or tuple(facts)


def _wanted(query: Query, facts: Sequence[Fact], material: Material) -> tuple[list[Fact], list[int]]:
    """The rows the question asks for, and the years it names that no row has."""
    if query.years:
        missing = [year for year in query.years if all(fact.year != year for fact in facts)]
        undated = [] if query.kind is FactKind.TARGET else _undated(facts, missing, material)
        named = [f for f in facts if f.year in query.years or (query.both_kinds and f.kind is FactKind.STATUS)]
        return list(dict.fromkeys((*undated, *named))), missing
    if query.both_kinds:
        return list(facts), []
    of_kind = [fact for fact in facts if query.kind is None or fact.kind is query.kind]
    if query.kind is FactKind.TARGET:
        of_kind = [fact for fact in facts if fact.kind is not FactKind.STATUS]
    if query.kind is None and query.intent in (Intent.VALUE, Intent.WHEN):
        ahead = [fact for fact in facts if fact.kind is not FactKind.STATUS]
        there_are = query.intent is Intent.VALUE and cues().existing.search(asking(query))
        of_kind = list(facts) if there_are else ahead or list(facts)
    return of_kind or list(facts), []


def _undated(facts: Sequence[Fact], years: Sequence[int], material: Material) -> list[Fact]:
    """The state that a document gives without a year, where one of `years` is that of which it takes stock: it may be
    that year's, and is said to be undated.
    """
    stock = material.inventory.stock_years
    state = [fact for fact in facts if fact.kind is FactKind.STATUS and fact.year is None]
    return [fact for fact in state if stock.get(fact.document_id) in years and fact.value is not None]


def _missing(query: Query, wanted: Sequence[Fact], years: Sequence[int], indicator: str) -> Statement:
    """That no row is of the years asked for: none at all, or only a state without a year."""
    undated = any(fact.kind is FactKind.STATUS and fact.year is None for fact in wanted)
    form = "year_unsaid" if undated else "year_missing"
    return Statement(phrase(query.language, form, year=_years(years, query.language), indicator=indicator))


def _leads(query: Query, wanted: Sequence[Fact], material: Material) -> list[Statement]:
    """One sentence for each year; where the documents word it differently, one for each wording."""
    statements: list[Statement] = []
    told: dict[tuple[object, ...], list[Fact]] = {}
    for group in by_statement(wanted):
        first = group[0]
        moment = (first.year, first.kind)
        beside = moment in told and first.kind is not FactKind.STATUS
        if beside and first.document_id in {fact.document_id for fact in told[moment]}:
            text = phrase(query.language, "differs_here", what=say.said(first, query.language))
        elif beside:
            title = say.title(material.documents[first.document_id], query.language)
            text = phrase(query.language, "differs", title=title, what=say.said(first, query.language))
        else:
            text = say.sentence(first, query.language)
        told.setdefault(moment, []).extend(group)
        statements.append(Statement(text, material.evidence(_cited(group))))
    return statements


def _cited(group: Sequence[Fact]) -> list[Fact]:
    """One row of each document that says the same; those beyond add nothing."""
    found: dict[str, Fact] = {}
    for fact in group:
        found.setdefault(fact.document_id, fact)
    return list(found.values())


def _without_year(
    query: Query, facts: Sequence[Fact], missing: Sequence[int], choice: Choice, material: Material
) -> Draft:
    """The asked year has no value: what years there are, and the indicators beside it that have one; nothing is inferred."""
    language = query.language
    if all(fact.value is None for fact in facts):
        what = say.said(facts[0], language)
        text = phrase(language, "corrected_year", year=_years(missing, language), what=what)
        return Draft(Status.ANSWERED, (Statement(text, material.evidence(facts[:1])),), tuple(facts))
    notice = _missing(query, (), missing, _indicator(facts, language))
    given = [Statement(say.sentence(g[0], language), material.evidence(g)) for g in by_statement(facts)]
    others = [
        Statement(say.sentence(g[0], language), material.evidence(g))
        for series in choice.series[1:3]
        for g in by_statement([fact for fact in series.facts if fact.year in query.years])
    ]
    return Draft(Status.NOT_FOUND, (notice, *given, *others), tuple(facts), _suggestions(query, facts, ()))


def _several(query: Query, meant: Sequence[Series], material: Material) -> Draft:
    """Several indicators fit as well: each with its rows, counted."""
    statements: list[Statement] = []
    used: list[Fact] = []
    chosen = [
        _wanted(query, _of_documents(query, series.facts), material)[0] or list(series.facts) for series in meant
    ]
    of_kind = [facts for facts in chosen if query.kind is None or any(fact.kind is query.kind for fact in facts)]
    for facts in of_kind or chosen:
        statements += _leads(query, facts, material)
        used += facts
    missing = [year for year in query.years if all(fact.year != year for fact in used)]
    undated = bool(_undated(used, missing, material))
    if missing:
        notice = _missing(query, used if undated else (), missing, say.topic(query))
        statements = [*statements, notice] if undated else [notice, *statements]
    statements = [*said_first(query, meant), *statements]
    none = missing and len(missing) == len(query.years)
    status = Status.ANSWERED if not none else Status.PARTIAL if undated else Status.NOT_FOUND
    return Draft(status, tuple(statements), tuple(used), _suggestions(query, used, used))


def _units(wanted: Sequence[Fact], language: Language, material: Material) -> list[Statement]:
    """The responsible units of the first row that has any, briefly."""
    for fact in wanted:
        duty = material.duty_of(fact) if fact.responsible_units else None
        if duty is None:
            continue
        row = material.whole(duty)
        many = len(row.responsible_units) > NAMED and row.action
        if not many:
            return [units_statement(row, language)]
        text = phrase(
            language,
            "units_many",
            action=say.quoted(row.action or "", language),
            count=str(len(row.responsible_units)),
        )
        return [Statement(text, units_evidence(row), (count_units(row),))]
    return []


def _beside(query: Query, wanted: Sequence[Fact], facts: Sequence[Fact]) -> list[Statement]:
    """That the state and other years are given too: their figures are a question away, and not mixed with the answer."""
    if not query.years:
        return []
    rest = {fact.kind is FactKind.STATUS for fact in facts if fact not in wanted}
    told = {fact.kind is FactKind.STATUS for fact in wanted}
    if not rest:
        return []
    if rest & told & {True}:
        form = "beside_values"
    else:
        form = "beside" if len(rest) > 1 else "beside_state" if True in rest else "beside_years"
    return [Statement(phrase(query.language, form))]


def _indicator(facts: Sequence[Fact], language: Language) -> str:
    return say.name(min((fact.indicator for fact in facts), key=len), language)


def _years(years: Sequence[int], language: Language) -> str:
    *before, last = map(str, years) if years else ("",)
    return phrase(language, "join_last").join(filter(None, (phrase(language, "join").join(before), last)))


def _suggestions(query: Query, facts: Sequence[Fact], wanted: Sequence[Fact]) -> tuple[str, ...]:
    """Follow-ups that the same rows answer: another year, the state, who answers for it."""
    language, name = query.language, _indicator(facts, query.language)
    shown = {fact.year for fact in wanted}
    years = sorted(
        {f.year for f in facts if f.year and f.year not in shown and f.kind is not FactKind.STATUS}, reverse=True
    )
    found = [phrase(language, "ask_year", year=str(year), indicator=name) for year in years[:2]]
    if any(f.kind is FactKind.STATUS for f in facts) and not any(f.kind is FactKind.STATUS for f in wanted):
        found.append(phrase(language, "ask_status", indicator=name))
    if any(f.responsible_units for f in facts):
        found.append(phrase(language, "ask_who", indicator=name))
    return tuple(found)
