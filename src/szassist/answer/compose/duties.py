"""What a unit of government must do: all its actions, projects and indicators, counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.choosing.match import coverage, fields
from szassist.answer.choosing.tasks import by_title
from szassist.answer.compose.charges import beside_actions, in_years, of_tasks, rows_counted, touched
from szassist.answer.compose.who import whether
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import Material, units_evidence
from szassist.answer.reading.cues import cues
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.reading.mentions import blanked, units
from szassist.answer.reading.terms import names_something
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query, Term
from szassist.schema import Fact, Status, UnitsScope
from szassist.text.script import fold

_LACKING = re.compile(
    "(?:哪|几|什么|行动|工程)[^,。;?!]*(?<!有)(?:没有|没|不包括|不包含|不含|未列入|未包括|不涉及|不参与)(?!找到|瞧见|看[见到]|见到)"
)
_CLAUSE = re.compile(r"[,。;?!:]")
LONGEST = 60  # rows of one unit that are written out
TOPIC = 0.5  # part of the question's other words that a project must hold to be singled out
LEAST = 0.3  # weight of a word that such a topic is made of


def from_units(query: Query, material: Material) -> Draft | None:
    """The duties of the units a question names; None where it names none that the documents name."""
    if not query.units or query.places:
        return None
    statements: list[Statement] = []
    used: list[Fact] = []
    if (kinds_asked(query) & {"targets"}) or query.years:
        return _targets(query, material)
    if _LACKING.search(fold(query.question)) and (without := _without(query, material)):
        return without
    topic = _topic(query, material)
    about = by_title(query, material) or _holding(topic, material)
    if (topic or about) and not any(
        unit in duty.assignment.responsible_units for duty in about for unit in query.units
    ):
        return whether(query, about[0], material) if about else None
    if len(query.units) > 1 and (common := _common(query, material)):
        statements.append(common)
    for unit in query.units[:3]:
        found, facts = _of_unit(unit, about, query, material)
        statements += found
        used += facts
    name = say.name(query.units[0], query.language)
    return Draft(
        Status.ANSWERED,
        tuple(statements),
        tuple(used),
        (phrase(query.language, "ask_unit", unit=name),) if query.terms else (),
    )


def _topic(query: Query, material: Material) -> tuple[Term, ...]:
    """What of a unit's duties the question is about: the words that tell something in the clause that asks, after the
    unit's name where that has it; and of the others, which may only say who asks (我在航运公司工作), those that the title of an
    action or project holds.
    """
    clauses = _CLAUSE.split(fold(query.question))
    asking = next(
        (one for one in reversed(clauses) if cues().duties.search(one) or cues().duties_told.search(one)), ""
    )
    asking = asking or clauses[-1]
    _, spans = units(asking, material.lexicon)
    after = blanked(asking, spans)[min((start for start, _ in spans), default=0) :]
    names = " ".join((*material.lexicon.titles.values(), *map(fold, query.units)))
    told = (term for term in query.terms if term.word not in names and _is_thing(term, material))
    return tuple(
        term
        for term in told
        if term.word in after or any(term.held_by(duty.subject.name) for duty in material.inventory.duties)
    )


def _is_thing(term: Term, material: Material) -> bool:
    """Whether a word can be what a duty is about: a noun, what has an official word, or a telling word of the documents."""
    known = term.weight >= TOPIC and material.lexicon.vocabulary.knows(term.word)
    return term.weight >= LEAST and bool(term.means or names_something(term.word) or known)


def _holding(topic: Sequence[Term], material: Material) -> list[Duty]:
    """The actions or projects that hold the topic of a question best: those with it in their titles, else in their text."""
    found = []
    for duty in material.inventory.duties_holding.of(topic, TOPIC) if topic else ():
        titled = coverage(topic, (duty.subject.name, 1.0))
        if duty.assignment.responsible_units and coverage(topic, *fields(duty.subject)) >= TOPIC:
            found.append((titled >= TOPIC, duty))
    in_title = any(titled for titled, _ in found)
    return [duty for titled, duty in found if titled or not in_title]


def _of_unit(
    unit: str, about: Sequence[Duty], query: Query, material: Material
) -> tuple[list[Statement], list[Fact]]:
    language = query.language
    mine = [duty for duty in material.inventory.duties if unit in duty.assignment.responsible_units]
    actions = [duty for duty in mine if duty.whole_action]
    projects = [duty for duty in mine if not duty.whole_action]
    facts = [f for series in material.inventory.series for f in series.facts if unit in f.responsible_units]
    statements = _actions(unit, actions, projects, facts, query, material) if actions else []
    statements += [] if actions else of_tasks(unit, projects, facts, query, material)
    about = [duty for duty in about if duty in mine]
    if about and len(about) < len(mine):
        topic = say.topic(query)
        statements = [
            Statement(phrase(language, "duty_topic", topic=topic)),
            *(_project(d, query) for d in about),
            *statements,
        ]
    return statements, facts


def _actions(
    unit: str,
    actions: Sequence[Duty],
    projects: Sequence[Duty],
    facts: Sequence[Fact],
    query: Query,
    material: Material,
) -> list[Statement]:
    """The actions of a unit, each with its projects, counted; then the tasks that name it beside them."""
    within = {duty.assignment.action for duty in actions}
    below = [duty for duty in projects if duty.assignment.action in within]
    said, counted = touched(_places(below), rows_counted(facts), query)
    said = phrase(query.language, "touched", what=said) if said else ""
    values = {"unit": say.name(unit, query.language), "actions": str(len(actions)), "touched": said}
    evidence = tuple(dict.fromkeys(one for duty in actions for one in units_evidence(duty.assignment)))
    head = Statement(phrase(query.language, "duties", **values), evidence, (_places(actions), *counted))
    others = [duty for duty in projects if duty not in below]
    each = [_action(duty, below, facts, query) for duty in actions]
    return [head, *each, *beside_actions(unit, others, query, material)]


def _without(query: Query, material: Material) -> Draft | None:
    """The actions that the first unit of the question does not answer for: 哪些行动没有市发展改革委参与."""
    unit = query.units[0]
    actions = [duty for duty in material.inventory.duties if duty.whole_action and duty.assignment.responsible_units]
    lacking = [duty for duty in actions if unit not in duty.assignment.responsible_units]
    if not lacking:
        return None
    text = phrase(
        query.language,
        "duty_without",
        unit=say.name(unit, query.language),
        count=str(len(lacking)),
        names=say.names((duty.assignment.title for duty in lacking), query.language),
    )
    evidence = tuple(one for duty in lacking for one in (title_evidence(duty), *units_evidence(duty.assignment)))
    return Draft(Status.ANSWERED, (Statement(text, evidence, (_places(lacking),)),))


def _common(query: Query, material: Material) -> Statement | None:
    """The actions that all units of the question answer for together."""
    actions = [
        duty
        for duty in material.inventory.duties
        if duty.whole_action and all(unit in duty.assignment.responsible_units for unit in query.units)
    ]
    form = "duty_common"
    if not actions and not any(duty.whole_action for duty in material.inventory.duties):
        form, every = "duty_common_tasks", material.inventory.duties
        actions = [duty for duty in every if set(query.units) <= set(duty.assignment.responsible_units)]
    if not actions:
        return None
    text = phrase(
        query.language,
        form,
        units=say.names(query.units, query.language),
        count=str(len(actions)),
        names=say.names((duty.assignment.title for duty in actions), query.language),
    )
    evidence = tuple(one for duty in actions for one in (title_evidence(duty), *units_evidence(duty.assignment)))
    return Statement(text, evidence, (_places(actions),))


def _targets(query: Query, material: Material) -> Draft | None:
    """The rows that the first unit of the question answers for, of the years it names."""
    unit = query.units[0]
    facts = [
        fact
        for series in material.inventory.series
        for fact in series.facts
        if unit in fact.responsible_units and (not query.years or fact.year in query.years)
    ]
    limited = in_years(unit, query, material) if query.years else None
    if not facts:
        return limited
    single = all(fact.units_scope is not UnitsScope.ACTION for fact in facts)
    form = "targets_of_tasks" if single else "duty_targets"
    head = phrase(query.language, form, unit=say.name(unit, query.language), count=str(len(facts)))
    duties = [duty.assignment for duty in material.inventory.duties if unit in duty.assignment.responsible_units]
    evidence = tuple(dict.fromkeys(one for row in duties for one in units_evidence(row)))
    rows = [material.of_fact(fact, query.language) for fact in facts[:LONGEST]]
    told = (Statement(head, evidence[:3] if single else evidence, (rows_counted(facts),)), *rows)
    return Draft(Status.ANSWERED, (*told, *(limited.statements if limited else ())), tuple(facts))


def _action(action: Duty, projects: Sequence[Duty], facts: Sequence[Fact], query: Query) -> Statement:
    """One action with its projects by name; every project's own title is cited."""
    language = query.language
    within = [duty for duty in projects if duty.assignment.action == action.assignment.action]
    held = [fact for fact in facts if fact.action == action.assignment.action]
    name = say.name(action.assignment.title, language)
    said, counted = touched(_places(within), rows_counted(held), query)
    names = say.names((duty.assignment.title for duty in within), language)
    text = phrase(language, "duty_action", action=name, touched=said, names=names) if said else name
    return Statement(text, tuple(title_evidence(duty) for duty in (action, *within)), counted)


def _places(duties: Sequence[Duty]) -> Count:
    return Count(tuple(map(title_evidence, duties)))


def _project(duty: Duty, query: Query) -> Statement:
    text = phrase(query.language, "duty_project", project=say.name(duty.assignment.title, query.language))
    return Statement(text, (title_evidence(duty), *units_evidence(duty.assignment)))


def title_evidence(duty: Duty) -> Evidence:
    """The number and title of an obligation, as they stand in the document."""
    row = duty.assignment
    return Evidence(row.document_id, row.start, min(row.end, row.start + len(row.title) + 4))
