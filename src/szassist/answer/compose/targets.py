"""The targets of a year or a field, complete and counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from szassist.answer.choosing.choice import choose
from szassist.answer.choosing.match import FOUND, coverage, fields
from szassist.answer.compose.items import LONGEST
from szassist.answer.compose.values import SURE
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.inventory import Duty, Series
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.kinds import kinds, kinds_asked, verbs_told
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query, Term
from szassist.schema import Fact, FactKind, Status
from szassist.text.quantities import measure
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

TOUCHED = 0.55  # part of a topic that a row must hold to be listed under it
WORDS = 6  # sentences in words shown for a year
MEANT = 0.75  # part of a heading's name that the question must say
_FIELD = "(?:方面|领域|板块|这一?块|一块)"
_EVERY = re.compile(
    r"(?:都|均|同时|同時)(?:有|给|給|定|设|設|写|寫|列|提)(?!.{0,4}(?:哪|什么|什麼|啥))|\bboth\b|\beach of\b"
)


def of_years(query: Query, material: Material) -> Draft | None:
    """What is to be reached by the years a question names and nothing else: the goals in figures, and what stands
    in words where a sentence opens with the year.
    """
    rows = targets(query, material)
    shown = () if _in_every_year(query) else _opening(query, material)
    if rows is None and not shown:
        return None
    return replace(rows, statements=(*rows.statements, *shown)) if rows else Draft(Status.ANSWERED, shown)


def of_field(query: Query, material: Material) -> Draft | None:
    """The targets of a field for a year (2025年科技创新目标), where no indicator is named that could lack that year."""
    if not query.years or "targets" not in kinds_asked(query):
        return None
    fits = choose(query, material).fits
    return targets(query, material) if fits and fits[0].named < SURE else None


def targets(query: Query, material: Material) -> Draft | None:
    """The targets of the years and the topic that the question names, each once; those of a field (水方面) for other years
    where there are none for the one asked about.
    """
    topic = topic_of(query)
    field = of_a_field(query)
    about = told(topic) or bool(field)
    if field and not told(topic):
        topic = replace(topic, terms=field, content="".join(term.word for term in field))
    every = frozenset(query.years) if _in_every_year(query) else frozenset[int]()
    facts = _of_topic(query, topic, material) if about else _each_once(query, material.inventory.series)
    of_years = {
        key: fact
        for key, fact in facts.items()
        if (not query.years or fact.year in query.years)
        and every <= {one.year for other, one in facts.items() if other[0] == key[0]}
    }
    if not of_years and facts and field:
        return _of_other_years(query, topic, list(facts.values()), material)
    if not of_years or not (about or query.years):
        return None
    rows = _in_order(of_years.values())
    return (
        _of_both(query, of_years, material)
        if every
        else _target_rows(query, rows, topic if about else None, material)
    )


def of_a_field(query: Query) -> tuple[Term, ...]:
    """The words that are said to be a field, however little they tell: 水方面, 教育领域; what is asked now before what was."""
    said = f"{fold(query.question)} {query.content}"
    return tuple(
        term
        for term in (*query.terms, *query.hints)
        if re.search(rf"{re.escape(term.word)}(?:相关|有关)?的?{_FIELD}", said)
        and not re.fullmatch(_FIELD, term.word)
    )


def _each_once(query: Query, some: Iterable[Series], within: Duty | None = None) -> dict[tuple[object, ...], Fact]:
    """The targets of series in the documents asked about, those alone that stand in `within`, without those that give the
    same figure for the same year.
    """
    found: dict[tuple[object, ...], Fact] = {}
    for series in some:
        for fact in series.facts:
            here = not query.documents or fact.document_id in query.documents
            if here and fact.kind is not FactKind.STATUS and (within is None or _stands_in(fact, within)):
                key = (id(series), fact.year, fact.value, measure(fact.unit)[1])
                found.setdefault(key, fact)
    return found


def _of_topic(query: Query, topic: Query, material: Material) -> dict[tuple[object, ...], Fact]:
    """The targets that stand in the project or action which the topic names, else those that it is in the names of or of
    which one stands in a project that it is in the title of; in an action, where it is in that of no project.
    """
    if within := _within(topic, query.more, material):
        return _each_once(query, material.inventory.series, within)
    touched = _touched(topic, TOUCHED, material)
    if of_a_field(query):  # 生态 of 创新生态, which a row stands under, is not the field
        touched = [one for one in touched if coverage(topic.terms, (one.subject.name, 1.0)) >= FOUND]
    titled = [
        duty
        for duty in material.inventory.duties_holding.of(topic.terms, FOUND)
        if coverage(topic.terms, (duty.subject.name, 1.0)) >= FOUND
    ]
    projects = [duty for duty in titled if not duty.whole_action]
    named = {id(series) for series in touched}
    return _each_once(
        query,
        [
            series
            for series in material.inventory.series
            if id(series) in named
            or any(_stands_in(fact, duty) for duty in projects or titled for fact in series.facts)
        ],
    )


def _of_other_years(query: Query, topic: Query, facts: Sequence[Fact], material: Material) -> Draft:
    """That a field has no target for the years asked about, with those that it has."""
    language = query.language
    years = phrase(language, "join").join(map(str, query.years))
    lead = phrase(language, "field_year_missing", year=years, topic=say.topic(topic))
    rows = _in_order(facts)[:LONGEST]
    told = (material.of_fact(fact, language) for fact in rows)
    return Draft(Status.NOT_FOUND, (Statement(lead), *told), tuple(rows))


def _in_order(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: (fact.year or 0, fact.document_id, fact.start))


def _of_both(query: Query, facts: Mapping[tuple[object, ...], Fact], material: Material) -> Draft:
    """The indicators with a target in each of the years, counted, each with its targets one after the other."""
    first: dict[object, Fact] = {}
    for (series, *_), fact in facts.items():
        first.setdefault(series, fact)
    rows = [fact for one in first for (series, *_), fact in facts.items() if series == one]
    counted = Count(tuple(Evidence(fact.document_id, fact.start, fact.end) for fact in first.values()))
    years = phrase(query.language, "join").join(map(str, query.years))
    head = phrase(query.language, "list_facts_both", year=years, count=str(len(first)))
    told = (material.of_fact(fact, query.language) for fact in rows)
    return Draft(Status.ANSWERED, (Statement(head, (), (counted,)), *told), tuple(rows))


def _in_every_year(query: Query) -> bool:
    """Whether what has a target in each of the years is asked for (哪些指标2025和2030年都有), not in any of them."""
    return len(query.years) > 1 and _EVERY.search(asking(query)) is not None


def _within(topic: Query, more: bool, material: Material) -> Duty | None:
    """The project or action that the topic names, or that holds what was asked before (还有哪些目标)."""
    holding = material.inventory.duties_holding.of(topic.terms, MEANT)
    named = [(coverage(topic.terms, (duty.subject.name, 1.0)), not duty.whole_action, duty) for duty in holding]
    best = max((held[:2] for held in named), default=(0.0, False))
    meant = [duty for *held, duty in named if tuple(held) == best]
    if len(meant) == 1 and best[0] >= MEANT:  # 教育 is a word of several projects and names none
        return meant[0]
    if more:
        facts = (fact for series in _touched(topic, MEANT, material) for fact in series.facts)
        return next((duty for fact in facts if (duty := material.duty_of(fact))), None)
    return None


def _touched(topic: Query, least: float, material: Material) -> list[Series]:
    """The series that hold the part `least` of the topic."""
    holding = material.inventory.series_holding.of(topic.terms, least)
    return [series for series in holding if coverage(topic.terms, *fields(series.subject)) >= least]


def _stands_in(fact: Fact, duty: Duty) -> bool:
    row = duty.assignment
    return fact.document_id == row.document_id and row.start <= fact.start < row.end


def _target_rows(query: Query, rows: Sequence[Fact], topic: Query | None, material: Material) -> Draft:
    language = query.language
    count = str(len(rows))
    if topic:
        head = phrase(language, "list_facts_topic", topic=say.topic(topic), count=count)
    else:
        head = phrase(language, "list_facts", year=phrase(language, "join").join(map(str, query.years)), count=count)
    counted = Count(tuple(Evidence(fact.document_id, fact.start, fact.end) for fact in rows))
    statements = [Statement(head, (), (counted,)), *(material.of_fact(fact, language) for fact in rows[:LONGEST])]
    if len(rows) > LONGEST:
        statements.append(
            Statement(
                phrase(language, "list_rest", count=str(len(rows) - LONGEST)), (), (Count(counted.places[LONGEST:]),)
            )
        )
    return Draft(Status.ANSWERED, tuple(statements), tuple(rows[:LONGEST]))


def _opening(query: Query, material: Material) -> tuple[Statement, ...]:
    """The first sentences of the paragraphs that open with a year of the question."""
    documents = material.documents
    found = (
        Evidence(line.document_id, start, end)
        for year, line in material.inventory.openings
        if year in query.years and (not query.documents or line.document_id in query.documents)
        for start, end in sentences(documents[line.document_id].text, line.start, line.end)
    )
    return tuple(
        Statement(for_reader(documents[one.document_id].text[one.start : one.end], query.language), (one,))
        for one in islice(found, WORDS)
    )


def told(query: Query) -> bool:
    return sum(term.weight for term in query.terms) >= FOUND / 2


def topic_of(query: Query) -> Query:
    """The question without the words that only name the kind of list, and without those that tell little beside others."""
    words = {word for some in kinds().values() for word in some} | verbs_told()
    left = tuple(term for term in query.terms if term.word not in words)
    return replace(query, terms=tuple(term for term in left if term.weight >= say.TELLING) or left)
