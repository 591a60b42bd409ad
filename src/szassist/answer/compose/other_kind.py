"""Rows that tell what is to be where a question asks for what is, or the other way round: none of them answers it."""

from __future__ import annotations

from collections.abc import Sequence

from szassist.answer.ground.draft import Statement
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Fact, FactKind


def lacks_kind(query: Query, facts: Sequence[Fact], wanted: Sequence[Fact]) -> bool:
    """Whether a question asks for what is and the rows tell only what is to be, or the other way round; a row of the year
    that it names answers it, whichever it is.
    """
    dated = any(fact.year in query.years for fact in wanted)
    return (
        query.kind is not None
        and not dated
        and all((fact.kind is FactKind.STATUS) != (query.kind is FactKind.STATUS) for fact in facts)
    )


def no_such_kind(query: Query, facts: Sequence[Fact]) -> Statement:
    """That the documents give no present state, or no target, of what the rows are of."""
    form = "no_status" if query.kind is FactKind.STATUS else "no_target"
    indicator = min((fact.indicator for fact in facts), key=len)
    return Statement(phrase(query.language, form, indicator=say.name(indicator, query.language)))
