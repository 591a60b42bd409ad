"""Which actions and projects a question means: those it names, else those whose title or text is about its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from szassist.answer.choosing.match import FOUND, coverage, fit
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import Material
from szassist.query import Query, Term
from szassist.text.script import fold

CLOSE = 0.08  # difference in score up to which a project of another action is shown too
MOST = 3  # projects of different actions that are shown
NAME = 4  # characters of a title, without the word for what it is, that name it
TITLED = 0.3  # part of the question from which a title is about it
OFTEN = 2  # mentions of a thing from which a text is about it
HALF = 0.5  # part of all mentions of a thing from which it is a matter of projects
HEAVY = 0.6  # part of the weight of the heaviest word from which another is a thing that a text may be about
PIECE = 6  # characters of a piece of the question that names what a project does by its own words
_KIND = re.compile("(?:工程|行动|项目|计划)$")
_MARKS = re.compile(r"[\s“”\"'‘’]")


@dataclass(frozen=True, slots=True)
class _Found:
    duty: Duty
    score: float
    titled: bool


def by_title(query: Query, material: Material) -> list[Duty]:
    """The actions and projects whose titles stand in the question, whatever else it says: in the clause that asks, else
    around it.
    """
    for text in (query.content, fold(query.question)):
        asked = _MARKS.sub("", text)
        named = {duty: _core(duty) for duty in material.inventory.duties if duty.assignment.responsible_units}
        said = {duty: core for duty, core in named.items() if len(core) >= NAME and core in asked}
        found = [
            duty for duty, core in said.items() if not any(core in other and core != other for other in said.values())
        ]
        if found:
            return found[:MOST]
        if sum(term.weight for term in query.terms) >= FOUND:
            break
    return []


def _core(duty: Duty) -> str:
    return _KIND.sub("", _MARKS.sub("", duty.subject.name))


def titled(query: Query, material: Material) -> float:
    """The largest part of the question that stands in the title of one project or action."""
    holding = material.inventory.duties_holding.of(query.terms, FOUND)
    return max((coverage(query.terms, (duty.subject.name, 1.0)) for duty in holding), default=0.0)


def by_words(query: Query, material: Material) -> list[Duty]:
    """The projects or actions whose title, else whose text, is about the question's words; one of each action."""
    found = list(_fitting(query, material))
    if not any(one.titled for one in found):
        found = _verbatim(query, found) or _about(query.terms, found, material)
    found.sort(key=lambda one: -one.score)
    chosen: dict[str | None, Duty] = {}
    for one in found:
        if one.score >= found[0].score - CLOSE:
            chosen.setdefault(one.duty.assignment.action, one.duty)
    return list(chosen.values())[:MOST]


def by_piece(query: Query, material: Material) -> list[Duty]:
    """The one project or action whose text has the longest piece of a question as it stands, whatever else it tells."""
    duties = (one for one in material.inventory.duties if one.assignment.responsible_units)
    found = sorted(
        (one.duty for one in _verbatim(query, [_Found(duty, 0.0, False) for duty in duties])),
        key=lambda duty: duty.whole_action,
    )
    return found[:1] if len({duty.assignment.action for duty in found}) == 1 else []


def _fitting(query: Query, material: Material) -> list[_Found]:
    """Those that hold enough of the question's words, with how well they fit."""
    found = []
    for duty in material.inventory.duties_holding.of(query.terms, FOUND):
        own = fit(query, duty.subject, material.lexicon.vocabulary)
        named = coverage(query.terms, (duty.subject.name, 1.0))
        if own.covered >= FOUND and duty.assignment.responsible_units:
            score = own.covered + named + 0.2 * own.named - (0.05 if duty.whole_action else 0.0)
            found.append(_Found(duty, score, named >= TITLED))
    return found


def _verbatim(query: Query, found: Sequence[_Found]) -> list[_Found]:
    """Those whose text has a long piece of the question as it stands, the longest one; none where no text has."""
    pieces = query.content.split()
    said = [(max(_longest(piece, one.duty.subject.said) for piece in pieces), one) for one in found] if pieces else []
    most = max((length for length, _ in said), default=0)
    return [one for length, one in said if length == most and most >= PIECE]


def _longest(piece: str, text: str) -> int:
    """How many characters the longest part of `piece` has that stands in `text`."""
    longest = 0
    for at in range(len(piece)):
        while at + longest < len(piece) and piece[at : at + longest + 1] in text:
            longest += 1
    return longest


def _about(terms: Sequence[Term], found: Sequence[_Found], material: Material) -> list[_Found]:
    """Of those that only have the question's words in their text, the ones that are about them: they mention one of them
    more than in passing, or it is a matter of projects more than of the rest of the documents, and none says more of it.
    An action counts where none of its projects does.
    """
    heaviest = max((term.weight for term in terms), default=0.0)
    terms = [term for term in terms if term.weight >= HEAVY * heaviest]
    projects = {one.duty.assignment.action for one in found if not one.duty.whole_action}
    found = [one for one in found if not (one.duty.whole_action and one.duty.assignment.action in projects)]
    told = [(max((_mentions(term, one.duty.subject.said) for term in terms), default=0), one) for one in found]
    most = max((often for often, _ in told), default=0)
    if most < OFTEN and not any(_of_projects(term, material) for term in terms):
        return []
    return [one for often, one in told if often == most]


def _of_projects(term: Term, material: Material) -> bool:
    """Whether half of what the documents say of a thing stands in actions and projects."""
    everywhere = sum(_mentions(term, text) for text in material.inventory.folded.values())
    within = sum(_mentions(term, duty.subject.said) for duty in material.inventory.duties if duty.whole_action)
    return within > 0 and within >= HALF * everywhere


def _mentions(term: Term, text: str) -> int:
    return sum(text.count(word) for word in {term.word, *term.means} if len(word) > 1)
