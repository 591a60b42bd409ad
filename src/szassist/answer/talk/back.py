"""The question that a message goes back to: 回到PM2.5, 最开始那个再报一遍."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading.cues import cues
from szassist.answer.talk.memory import Memory
from szassist.query import Intent, Query

_WAS_IT = re.compile(r"\bwhat was (?:it|that)\b|\bwhat (?:did you|you) (?:say|said|tell|told)\b")


def gone_back(query: Query, folded: str, memory: Memory) -> Query | None:
    """The question on the thing that a message goes back to by its name and asks nothing else of: back to X, what was it."""
    named = memory.naming(query.terms) if cues().back.search(folded) else None
    asks = query.intent in (Intent.OTHER, Intent.VALUE, Intent.WHETHER) and not (query.years or query.asserted)
    same = named is not None and {term.word for term in query.terms} <= {term.word for term in named.terms}
    now = query.kind is not None and not _WAS_IT.search(folded)
    if (
        named is None
        or not (asks and same)
        or now
        or named.intent not in (Intent.VALUE, Intent.WHEN, Intent.DIFFERENCE)
    ):
        return None
    return replace(named, language=query.language)


def recalled(query: Query, folded: str, memory: Memory) -> Query | None:
    """The question that a message goes on from: the last one, or the one that it goes back to."""
    if not cues().back.search(folded):
        return memory.last
    if cues().origin.search(folded):
        return memory.first
    return memory.naming(query.terms) or memory.before or memory.last
