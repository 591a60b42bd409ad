"""Lists, complete and counted: actions, projects, units, targets of a year or topic, and what stands below a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.choosing.match import FOUND, coverage
from szassist.answer.compose.duties import title_evidence
from szassist.answer.compose.headings import from_headings, is_just, numbers_said
from szassist.answer.compose.targets import of_a_field, targets, told, topic_of
from szassist.answer.ground.draft import Count, Draft, Statement
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import Material, units_evidence, units_statement
from szassist.answer.reading.cues import asking
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Status

NAMES = 0.15  # weight of words from which they may name a topic of projects: 水, 健康
_GREAT = re.compile("(?<!重)大行动(?!的|里|中)")


def from_lists(query: Query, material: Material) -> Draft | None:
    """The list that the question names by its kind; None where it names none."""
    asked = kinds_asked(query)
    if "actions" in asked and (draft := _actions(query, material)):
        return draft
    if "projects" in asked and (draft := _projects(query, material)):
        return draft
    if "targets" in asked and of_a_field(query) and (draft := targets(query, material)):
        return draft
    if draft := from_headings(query, material):
        return draft
    if "targets" in asked and (draft := targets(query, material)):
        return draft
    return all_units(query, material) if "units" in asked and not told(topic_of(query)) else None


def _actions(query: Query, material: Material) -> Draft | None:
    """All actions; None where the question is about one of them and does not say how many there are, or there are none."""
    actions = [duty for duty in material.inventory.duties if duty.whole_action and _in_documents(query, duty)]
    every = any(number == len(actions) and is_just("行动", rest) for number, rest in numbers_said(query))
    every = every or _GREAT.search(asking(query)) is not None
    if "projects" in kinds_asked(query) or (
        not every and sum(term.weight for term in topic_of(query).terms) >= FOUND
    ):
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
    topic = topic_of(query)
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
