"""Lists, complete and counted: actions, projects, units, targets of a year or topic, and what stands below a heading."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice

from szassist.answer.choosing.choice import choose
from szassist.answer.choosing.match import FOUND, coverage, fields
from szassist.answer.compose.duties import title_evidence
from szassist.answer.compose.headings import from_headings, is_just, numbers_said
from szassist.answer.compose.items import LONGEST
from szassist.answer.compose.values import SURE
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.inventory import Duty, Series
from szassist.answer.ground.material import Material, units_evidence, units_statement
from szassist.answer.reading.cues import asking
from szassist.answer.reading.kinds import kinds, kinds_asked, verbs_told
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Fact, FactKind, Status
from szassist.text.quantities import measure
from szassist.text.script import for_reader
from szassist.text.sentences import sentences

TOUCHED = 0.55  # part of a topic that a row must hold to be listed under it
WORDS = 6  # sentences in words shown for a year
NAMES = 0.15  # weight of words from which they may name a topic of projects: 水, 健康
_GREAT = re.compile("(?<!重)大行动(?!的|里|中)")
_EVERY = re.compile(
    r"(?:都|均|同时|同時)(?:有|给|給|定|设|設|写|寫|列|提)(?!.{0,4}(?:哪|什么|什麼|啥))|\bboth\b|\beach of\b"
)
MEANT = 0.75  # part of a heading's name that the question must say


def from_lists(query: Query, material: Material) -> Draft | None:
    """The list that the question names by its kind; None where it names none."""
    asked = kinds_asked(query)
    if "actions" in asked and (draft := _actions(query, material)):
        return draft
    if "projects" in asked and (draft := _projects(query, material)):
        return draft
    if draft := from_headings(query, material):
        return draft
    if "targets" in asked and (draft := _targets(query, material)):
        return draft
    return all_units(query, material) if "units" in asked and not _told(_topic(query)) else None


def of_years(query: Query, material: Material) -> Draft | None:
    """What is to be reached by the years a question names and nothing else: the goals in figures, and what stands
    in words where a sentence opens with the year.
    """
    rows = _targets(query, material)
    shown = () if _in_every_year(query) else _opening(query, material)
    if rows is None and not shown:
        return None
    return replace(rows, statements=(*rows.statements, *shown)) if rows else Draft(Status.ANSWERED, shown)


def of_field(query: Query, material: Material) -> Draft | None:
    """The targets of a field for a year (2025年科技创新目标), where no indicator is named that could lack that year."""
    if not query.years or "targets" not in kinds_asked(query):
        return None
    fits = choose(query, material).fits
    return _targets(query, material) if fits and fits[0].named < SURE else None


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


def _told(query: Query) -> bool:
    return sum(term.weight for term in query.terms) >= FOUND / 2


def _topic(query: Query) -> Query:
    """The question without the words that only name the kind of list, and without those that tell little beside others."""
    words = {word for some in kinds().values() for word in some} | verbs_told()
    left = tuple(term for term in query.terms if term.word not in words)
    return replace(query, terms=tuple(term for term in left if term.weight >= say.TELLING) or left)


def _actions(query: Query, material: Material) -> Draft | None:
    """All actions; None where the question is about one of them and does not say how many there are, or there are none."""
    actions = [duty for duty in material.inventory.duties if duty.whole_action and _in_documents(query, duty)]
    every = any(number == len(actions) and is_just("行动", rest) for number, rest in numbers_said(query))
    every = every or _GREAT.search(asking(query)) is not None
    if "projects" in kinds_asked(query) or (not every and sum(term.weight for term in _topic(query).terms) >= FOUND):
        return None
    return _counted(query, actions, material) if actions else None


def _projects(query: Query, material: Material) -> Draft | None:
    """The projects of the action that the question names, those that its topic is in the titles of, else all of them,
    action by action.
    """
    groups = _meant(query, material)
    places = [title_evidence(duty) for _, below in groups for duty in below]
    if not places:
        return None
    statements = [_line(action, below, query, material) for action, below in groups]
    if len(groups) > 1:
        count = phrase(query.language, "list_count", count=str(len(places)))
        statements.insert(0, Statement(count, (), (Count(tuple(places)),)))
    return Draft(Status.ANSWERED, tuple(statements))


def _meant(query: Query, material: Material) -> list[tuple[Duty, list[Duty]]]:
    """The actions that a question means, each with those of its projects that it means."""
    topic = _topic(query)
    own = [duty for duty in material.inventory.duties if _in_documents(query, duty)]
    below = [
        (one, [duty for duty in own if not duty.whole_action and duty.assignment.action == one.assignment.action])
        for one in own
        if one.whole_action
    ]
    if max((term.weight for term in topic.terms), default=0.0) < NAMES:
        return below
    named = max(below, key=lambda group: _titled(topic, group[0]), default=None)
    if named is not None and _titled(topic, named[0]) >= FOUND:
        return [named]
    of_topic = [(one, [duty for duty in duties if _titled(topic, duty) >= FOUND]) for one, duties in below]
    some = [group for group in of_topic if group[1]]
    if sum(len(duties) for _, duties in some) > 1:  # of one alone the contents are asked for
        return some
    return below if sum(term.weight for term in topic.terms) < FOUND / 2 else []


def _titled(topic: Query, duty: Duty) -> float:
    return coverage(topic.terms, (duty.subject.name, 1.0))


def _line(action: Duty, below: Sequence[Duty], query: Query, material: Material) -> Statement:
    """An action with the names of all its projects or of some, counted."""
    every = [d for d in material.inventory.duties if d.assignment.action == action.assignment.action]
    form = "list_line" if len(below) == len(every) - 1 else "list_some"
    name = say.name(action.assignment.title, query.language)
    names = say.names((duty.assignment.title for duty in below), query.language)
    text = phrase(query.language, form, name=name, count=str(len(below)), names=names)
    places = tuple(map(title_evidence, below))
    return Statement(text, (title_evidence(action), *places), (Count(places),))


def _in_documents(query: Query, duty: Duty) -> bool:
    return not query.documents or duty.assignment.document_id in query.documents


def _counted(query: Query, duties: Sequence[Duty], material: Material) -> Draft:
    named = material.enumerating([duty.assignment.title for duty in duties], duties[0].assignment.document_id)
    head = Statement(
        phrase(query.language, "list_count", count=str(len(duties))),
        named,
        (Count(tuple(map(title_evidence, duties))),),
    )
    rows = [Statement(say.name(duty.assignment.title, query.language), (title_evidence(duty),)) for duty in duties]
    ask = phrase(query.language, "ask_projects", action=say.quoted(duties[0].assignment.title, query.language))
    return Draft(Status.ANSWERED, (head, *rows), (), (ask,))


def _targets(query: Query, material: Material) -> Draft | None:
    """The targets of the years and the topic that the question names, each once."""
    topic = _topic(query)
    about = _told(topic)
    within = _within(topic, query.more, material) if about else None
    every = frozenset(query.years) if _in_every_year(query) else frozenset[int]()
    facts: dict[tuple[object, ...], Fact] = {}
    for series in _touched(topic, TOUCHED, material) if about and within is None else material.inventory.series:
        if not every <= {fact.year for fact in series.facts if fact.kind is not FactKind.STATUS}:
            continue
        for fact in series.facts:
            if fact.kind is FactKind.STATUS or (query.years and fact.year not in query.years):
                continue
            if query.documents and fact.document_id not in query.documents:
                continue
            if within and not _stands_in(fact, within):
                continue
            facts.setdefault((id(series), fact.year, fact.comparator, fact.value, measure(fact.unit)[1]), fact)
    if not facts or not (about or query.years):
        return None
    rows = sorted(facts.values(), key=lambda fact: (fact.year or 0, fact.document_id, fact.start))
    return _of_both(query, facts, material) if every else _target_rows(query, rows, about, material)


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


def _target_rows(query: Query, rows: Sequence[Fact], about: bool, material: Material) -> Draft:
    language = query.language
    count = str(len(rows))
    if about:
        head = phrase(language, "list_facts_topic", topic=say.topic(query), count=count)
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


def all_units(query: Query, material: Material) -> Draft | None:
    """Every unit that the documents asked about name as responsible, counted; None where they name none."""
    if "actions" in kinds_asked(query):
        actions = [duty for duty in material.inventory.duties if duty.whole_action and _in_documents(query, duty)]
        return Draft(Status.ANSWERED, tuple(units_statement(duty.assignment, query.language) for duty in actions))
    actions = [
        duty for duty in material.inventory.duties if duty.assignment.responsible_units and _in_documents(query, duty)
    ]
    if not actions:
        return None
    units = dict.fromkeys(unit for duty in actions for unit in duty.assignment.responsible_units)
    evidence = tuple(dict.fromkeys(one for duty in actions for one in units_evidence(duty.assignment)))
    head = phrase(query.language, "units", count=str(len(units)), units=say.names(units, query.language))
    counted = Count(tuple(evidence[0] for _ in units))
    return Draft(Status.ANSWERED, (Statement(head, evidence, (counted,)),))
