"""What a plan aims at as a whole, where its goals are asked for and nothing else: 主要目标有哪些."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.inventory import Heading
from szassist.answer.ground.material import Material
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Document, Fact, FactKind, Language, Status
from szassist.text.dates import TimeKind, dates
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

MOST = 30  # goals shown; a plan that has more in its chapter of aims is asked by year or topic
WORDED = 6  # sentences up to which aims are told in the plan's own words
_AIMS = re.compile(r"(?:主要|总体|发展|工作|规划|行动|奋斗|阶段|具体|核心)?(?:目标|指标|愿景)(?:任务)?$")


def of_goals(query: Query, material: Material) -> Draft | None:
    """The goals in figures that stand under a plan's heading of aims, counted, else what that says in words; None of
    several documents together, of a year, and where there is no such heading.
    """
    documents = [material.documents[one] for one in query.documents] or _plans(material)
    if len(documents) != 1 or query.years or "targets" not in kinds_asked(query):
        return None
    document = documents[0]
    heading = next((one for one in _headings(document, material) if _rows(one, material)), None)
    if heading is not None:
        rows = _rows(heading, material)
        told = _sentences(heading, rows) if query.language is not Language.EN else []
        return (
            _as_written(query, heading, told) if 0 < len(told) <= WORDED else _counted(query, heading, rows, material)
        )
    worded = next(iter(_headings(document, material)), None)
    return _in_words(query, worded) if worded else None


def _plans(material: Material) -> list[Document]:
    """The documents that a notice issues, else all."""
    documents = list(material.documents.values())
    return [one for one in documents if one.adopted_by] or documents


def _sentences(heading: Heading, rows: Sequence[Fact]) -> list[Evidence]:
    """The sentences below a heading of aims that name a year ahead or state a goal in figures, in order."""
    text, section = heading.document.text, heading.section
    begin = text.find("\n", section.start, section.end)
    return [
        Evidence(heading.document.id, start, end)
        for start, end in (sentences(text, begin, section.end) if begin >= 0 else ())
        if any(start <= fact.start < end for fact in rows)
        or any(time.kind is TimeKind.DEADLINE for time in dates(text[start:end]))
    ]


def _as_written(query: Query, heading: Heading, places: Sequence[Evidence]) -> Draft:
    """A plan's goals in its own words, which also say what is only to be as the state or province lays down."""
    head = Statement(phrase(query.language, "goals_told", name=say.quoted(heading.section.title, query.language)))
    text = heading.document.text
    told = [Statement(for_reader(text[one.start : one.end].strip(), query.language), (one,)) for one in places]
    return Draft(Status.ANSWERED, (head, *told))


def _headings(document: Document, material: Material) -> list[Heading]:
    """The headings of aims of a document, the outermost first."""
    found = [one for one in material.inventory.headings if one.document is document and _AIMS.search(fold(one.name))]
    return sorted(found, key=lambda one: (len(document.ancestors(one.section)), one.section.start))


def _rows(heading: Heading, material: Material) -> list[Fact]:
    """The targets that stand below a heading, in the order of the text."""
    section = heading.section
    found = [
        fact
        for series in material.inventory.series
        for fact in series.facts
        if fact.kind is FactKind.TARGET and fact.document_id == heading.document.id
        if section.start <= fact.start < section.end
    ]
    return sorted(found, key=lambda fact: (fact.start, fact.end))


def _counted(query: Query, heading: Heading, rows: Sequence[Fact], material: Material) -> Draft:
    language = query.language
    places = tuple(Evidence(fact.document_id, fact.start, fact.end) for fact in rows)
    name = say.quoted(heading.section.title, language)
    head = Statement(phrase(language, "goals", name=name, count=str(len(rows))), (), (Count(places),))
    shown = [material.of_fact(fact, language) for fact in rows[:MOST]]
    if rest := len(rows) - MOST if len(rows) > MOST else 0:
        shown.append(Statement(phrase(language, "list_rest", count=str(rest)), (), (Count(places[MOST:]),)))
    return Draft(Status.ANSWERED, (head, *shown), tuple(rows[:MOST]))


def _in_words(query: Query, heading: Heading) -> Draft | None:
    """The first sentences below a heading of aims that gives no figures."""
    text, section = heading.document.text, heading.section
    begin = text.find("\n", section.start, section.end)
    spans = list(sentences(text, begin, section.end))[:WORDED] if begin >= 0 else []
    told = [
        Statement(for_reader(text[start:end].strip(), query.language), (Evidence(heading.document.id, start, end),))
        for start, end in spans
        if text[start:end].strip()
    ]
    return Draft(Status.ANSWERED, tuple(told)) if told else None
