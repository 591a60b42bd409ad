"""Figures of a part or of a whole of what is asked: of 高等学校 where 学校 is asked, of two things where one is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from szassist.answer.choosing.match import count_asked, is_count
from szassist.answer.ground.draft import Statement
from szassist.answer.ground.inventory import Series
from szassist.answer.reading import beside
from szassist.answer.reading.cues import asking
from szassist.answer.reading.terms import is_head
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import FactKind, Language
from szassist.text.script import fold

TELLING = 0.3  # weight of a word that names something
_FILLER = re.compile(r"^(?:全[市省区县]|我市|本市|深圳|各类|其中|培育|累计|建设|新增|注册)+")
_JOINT = re.compile(r"([\u3400-\u9fff]{2,})(?:和|与|及|以及)([\u3400-\u9fff]{2,})")


def said_first(query: Query, meant: Sequence[Series]) -> list[Statement]:
    """That the figures are of kinds of what is asked (学校), or of two things together of which one is; else nothing."""
    if query.language is Language.EN:
        return []
    if meant and all(_of_a_kind(query, series) for series in meant):
        return [Statement(phrase(query.language, "narrower", topic=say.topic(query)))]
    if any(_of_both(query, series) for series in meant):
        return [Statement(phrase(query.language, "joint"))]
    return []


def _of_a_kind(query: Query, series: Series) -> bool:
    """Whether a question asks how many there are of something, and the rows count a kind of it."""
    telling = [term.word for term in query.terms if term.weight >= TELLING and not is_head(term.word)]
    if len(telling) != 1 or not count_asked(query) or not all(is_count(fact.unit) for fact in series.facts):
        return False
    names = [_FILLER.sub("", fold(fact.indicator)) for fact in series.facts]
    return all(
        name.endswith(telling[0]) and name != telling[0] and not _told(name[: -len(telling[0])], query)
        for name in names
    )


def _of_both(query: Query, series: Series) -> bool:
    """Whether the rows are of two things together, and the question names one of them."""
    for fact in series.facts:
        for match in _JOINT.finditer(_FILLER.sub("", fold(fact.indicator))):
            if _told(match[1][:2], query) != _told(match[2][:2], query):
                return True
    return False


def _told(name: str, query: Query) -> float:
    """Which part of the pairs of characters of a name the question says, itself or by an official word."""
    words = (word for term in query.terms for word in term.means if not _JOINT.search(word))
    said = " ".join((asking(query), query.before, query.content, *words))
    pairs = [one + other for one, other in pairwise(name)]
    return sum(pair in said for pair in pairs) / len(pairs) if pairs else float(name in said)


def only_planned(query: Query, series: Series) -> bool:
    """Whether rows tell only what is to be, where an English question asks for the actual result."""
    facts = [fact for fact in series.facts if fact.year in query.years] or series.facts
    return beside.asks_actual(asking(query)) and all(fact.kind is FactKind.TARGET for fact in facts)


def in_its_field(query: Query, name: str) -> bool:
    """Whether an indicator only has to do with what is asked for: 碳中和相关领域的重点实验室."""
    return any(re.search(f"{re.escape(term.word)}(?:等?相关|等?有关|等?领域|方面)", name) for term in query.terms)
