"""The kinds of things that lists are made of: actions, projects, targets, units."""

from __future__ import annotations

from functools import cache

from szassist.answer.words import table
from szassist.query import Intent, Query
from szassist.text.script import fold


@cache
def kinds() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = table("lists")["kinds"]
    return kinds


@cache
def verbs_told() -> frozenset[str]:
    """The verbs that say that a document lists something, and name no topic."""
    return frozenset(table("lists")["told"]["verbs"])


def kinds_asked(query: Query) -> set[str]:
    """The kinds of list items that the question speaks of; of a list that goes on from another, else those of that one."""
    earlier = fold(query.earlier.question) if query.earlier else ""
    onward = (query.before, earlier) if query.intent is Intent.LIST else ()
    for said in (fold(query.question), *onward):
        if found := {kind for kind, words in kinds().items() if any(word in said for word in words)}:
            return found
    return set()
