"""The two readings of a follow-up, by itself and completed by what was asked before: the one that finds something counts."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading.cues import cues
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import SOME, tells, weight
from szassist.answer.reading.terms import is_head, names_something
from szassist.answer.talk.memory import ALONE
from szassist.answer.talk.own import named_in_full
from szassist.answer.talk.takeover import carried_years, continued
from szassist.query import Intent, Query
from szassist.schema import FactKind, Language
from szassist.text.script import fold

_CLAUSES = re.compile("[,。;!?]")
_PEOPLE = re.compile("多少个?(?:人|名)|how many (?:people|persons)")
BESIDE = 0.5  # what the earlier words count beside a message's own
LEANT = 1.2  # the same where its own only say something of them
POINTED = 0.8  # the same where it points back to them: an answer needs some of both


def both_readings(query: Query, own: Query, earlier: Query | None, reader: Reader) -> Query:
    """`query`, which its message became after `earlier`, with the other reading of the message for where it finds nothing;
    one that points back (这方面, 其中) is first read as about what was spoken of.
    """
    if earlier is None or query.instead or query.regard or own.intent in ALONE:
        return query
    if query.before:
        return _where_it_asked(query, earlier)
    known = reader.lexicon.vocabulary.knows
    strange = any(term.weight >= TELLING and not (term.means or known(term.word)) for term in own.terms)
    if query.terms != own.terms or strange or not _may_leave_out(own):  # what no document knows, no context tells
        return query
    points = own is query and cues().pointing.search(fold(own.question)) is not None
    names = _names(own, query.earlier is not None) or named_in_full(own, reader)
    beside = POINTED if points else _beside(own, names)
    whole = completed(replace(own, intent=query.intent), earlier, beside)
    if not (names or points) and beside > BESIDE:  # what it says by itself is no answer
        whole = replace(whole, asks="", closest=())
    if own is not query and earlier.units and not own.places:  # what a unit answers for is no other thing's frame
        whole = replace(whole, instead=own)
    if points:
        return replace(whole, instead=query)
    return replace(query, instead=whole) if names else whole  # 是强制的吗: of nothing but what was spoken of


def turned(query: Query, earlier: Query | None) -> Query:
    """`query`, which asks for the figure of another thing, as one that goes on from `earlier`: its answer may tell it."""
    return replace(query, earlier=query.earlier or earlier) if query.intent is Intent.VALUE and query.terms else query


def in_its_state(query: Query, own: Query, earlier: Query | None) -> Query:
    """`query`, which goes on from a question of what is, first read as of what is: 那X又是多少."""
    state = earlier is not None and earlier.kind is FactKind.STATUS
    if not state or query.intent is not Intent.VALUE or own.kind or own.years or query.before:
        return query
    return replace(query, kind=FactKind.STATUS, instead=query)


def _names(own: Query, turns: bool) -> bool:
    """Whether a message names what it is about, and not only whom it concerns (普通市民怎么参加, 每个社区都有吗); one that
    `turns` to another thing (低保呢, 病床呢) names that by any other
    word that tells something.
    """
    if own.language is Language.EN:
        return True
    if turns:
        official = any(term.means and term.same and term.weight >= TELLING for term in own.terms)
        apart = cues().concerned.sub(" ", own.content)
        telling = (term for term in own.terms if term.word in apart and not is_head(term.word))
        return official or names_something(apart) or weight(tuple(telling)) >= TELLING
    return names_something(cues().concerned.sub(" ", own.content))


def _beside(own: Query, names: bool) -> float:
    """What the earlier words count beside those of a message that only says whom it concerns, or of what kind a figure is
    (人均面积呢); else beside any other.
    """
    if names:
        return BESIDE
    if all(is_head(term.word) for term in own.terms if term.weight >= SOME):
        return LEANT
    return POINTED if cues().concerned.search(own.content) else BESIDE


def completed(own: Query, earlier: Query, beside_own: float) -> Query:
    """A message about what `earlier` was about, whose words count `beside_own` of its own: without these is no answer."""
    if all(_PEOPLE.fullmatch(term.word) for term in own.terms if term.weight >= SOME):
        return continued(replace(own, terms=()), earlier, False)
    mine, told = weight(own.terms), weight(earlier.terms)
    words = {term.word for term in own.terms}
    beside = tuple(
        replace(term, weight=beside_own * mine / told * term.weight)
        for term in earlier.terms
        if term.word not in words
    )
    return replace(
        own,
        content=f"{earlier.content} {own.content}",
        terms=(*beside, *own.terms),
        expansions=(*earlier.expansions, *own.expansions),
        years=carried_years(own, earlier),
        places=own.places or earlier.places,
        documents=own.documents or earlier.documents,
        parts=(),
        before=fold(earlier.question),
        earlier=None,
    )


def _where_it_asked(query: Query, earlier: Query) -> Query:
    """A follow-up on a question that told a story: the words next to what it asked may be all that it was about."""
    if query.terms != earlier.terms or earlier.before:
        return query
    for clause in reversed(_CLAUSES.split(fold(earlier.question))):
        closest = tuple(term for term in earlier.terms if term.word in clause)
        if tells(closest):
            break
    else:
        return query
    content = " ".join(term.word for term in closest)
    return (
        query if closest == earlier.terms else replace(query, instead=replace(query, content=content, terms=closest))
    )


def _may_leave_out(own: Query) -> bool:
    """Whether a message says something, and may yet leave out what it says it of."""
    named = own.units or own.strangers or own.parts or own.intent in (Intent.DUTIES, Intent.DOCUMENT)
    return tells(own.terms) and not named
