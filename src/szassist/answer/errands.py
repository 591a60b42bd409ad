"""What plans seldom tell: how an errand is run, who a person or a contractor is, what is the case today."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from szassist.answer.cues import asking, table
from szassist.query import Query
from szassist.text.script import fold


def asks_errand(query: Query) -> bool:
    """Whether a question is about an errand (办理, 预约, 票价) or a detail, which plans seldom speak of."""
    folded = fold(query.question)
    english = bool(_in_english().search(folded))
    return english or asks_detail(query) or any(word in folded for word in _words())


def does_errand(query: Query, text: str) -> bool:
    """Whether a text speaks of what an errand needs (办理, 票价) and tells a detail (中标), where the question asks for one."""
    whole = fold(query.question)
    folded = whole if query.before == whole else asking(query)  # it goes on from another question of its message
    return (
        not _in_english().search(folded)
        and all(word in text for word in _words() if word in folded)
        and all(bool(told and told.search(text)) for asked, told in _details() if asked.search(folded))
    )


def asks_detail(query: Query) -> bool:
    """Whether a question asks for a detail: a person, a contractor, an hour, a procedure, or the state of a day or month."""
    folded = fold(query.question)
    return any(asked.search(folded) for asked, _ in _details())


def without_detail(query: Query) -> Query:
    """The question without the words that ask for a detail, for what stands nearest to it."""
    folded = fold(query.question)
    for asked, _ in _details():
        folded = asked.sub(" ", folded)
    return replace(query, question=folded, clause="")


def asks_moment(query: Query) -> bool:
    """Whether a question asks for the state of a day, a week, a month or part of a year: 今天空气怎么样."""
    return bool(_details()[0][0].search(fold(query.question)))


@cache
def _words() -> frozenset[str]:
    return frozenset(table("parts")["errands"]["words"])


@cache
def _in_english() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('parts')['errands']['english'])})\b")


@cache
def _details() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None], ...]:
    """How each detail is asked for, and how a text says that tells it; the moment first."""
    found = table("parts")["details"]
    return tuple(
        (re.compile("|".join(one["asked"])), re.compile(one["told"]) if one["told"] else None)
        for one in (found["moment"], *(found[name] for name in found if name != "moment"))
    )
