"""Times and amounts that clauses lay down: the days, terms, ages and amounts of regulations, notices and guides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from szassist.answer.choosing.laid_down import Laid, laid_down
from szassist.answer.compose.about import issued
from szassist.answer.compose.naming import beside
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.limits import Limit, values
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.wanted import Wanted, wanted
from szassist.answer.words import table
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Status, YearBasis
from szassist.text.dates import dates
from szassist.text.script import fold, for_reader

SHOWN = 5  # limits shown
LONG = 110  # characters of a sentence from which what follows the clause of its value is left out
BESIDE = 0.3  # weight of other words from which it is not the document whose effect is asked about
_UNSAID = (Status.NOT_FOUND, Status.CLARIFY, Status.PARTIAL)
_NEVER = (Intent.DUTIES, Intent.SMALLTALK, Intent.OFFTOPIC, Intent.COMPARE)
_EXACT = (Intent.WHEN, Intent.VALUE, Intent.DIFFERENCE, Intent.OTHER)
_EXCEPT = re.compile("除外|但|另有|不含|不包括")
_YEAR = re.compile("哪一?年|何年|几几年|哪几年|年份")
_RELATIVE = re.compile("自(?:印发|发布|公布|颁布)之日起")
_ENDS = "。；;！!？?：:"


def or_provided(query: Query, draft: Draft, material: Material) -> Draft:
    """What a clause lays down, where a question asks for a time or an amount that `draft` does not tell; else the draft."""
    if query.intent in _NEVER or query.strangers or query.regard:
        return draft
    asked = wanted(query)
    if asked is None or not (asked.is_time or draft.status in _UNSAID[:2]):
        return draft
    if query.intent is Intent.WHO and (draft.status not in _UNSAID or not asked.is_time):
        return draft
    if force := in_force(query, asked, material):
        return force
    found = laid_down(query, asked, material.inventory)
    if not found and asked.is_time and asked.numbered and query.intent in _EXACT and not query.years:
        return _without_pretence(query, asked, draft)
    if not found or (draft.status not in _UNSAID and _is_told(query, draft, found)):
        return draft
    of_rules = any(laid.limit.document.id in material.inventory.regulating for laid in found)
    if draft.status not in _UNSAID and not of_rules and _tells_time(draft.statements[:2]):
        return draft  # in a plan, what merely shares words has a time as well
    shown = [one for laid in found[:SHOWN] for one in _shown(query, laid)]
    return Draft(Status.ANSWERED, tuple(dict.fromkeys(shown)))


def _without_pretence(query: Query, asked: Wanted, draft: Draft) -> Draft:
    """A draft that tells no time where one is asked for in numbers: its first sentence is only the nearest."""
    told = [one for one in draft.statements if one.evidence]
    if draft.facts or not told or draft.status not in (Status.ANSWERED, Status.PARTIAL):
        return draft
    if _tells_time(told) or any(value.kind in asked.kinds for one in told for value in values(fold(one.text))):
        return draft
    lead = (Statement(phrase(query.language, "not_found")), Statement(phrase(query.language, "nearest")))
    return Draft(Status.NOT_FOUND, (*lead, told[0]))


def _tells_time(statements: Sequence[Statement]) -> bool:
    return any(dates(fold(one.text)) for one in statements)


def _is_told(query: Query, draft: Draft, found: Sequence[Laid]) -> bool:
    """Whether an answer begins with a row of its own year or what one of the limits found says, or says when a document
    was issued that is named.
    """
    told = next((one for one in draft.statements if one.evidence), None)
    if told is None or any(fact.year_basis is YearBasis.STATED for fact in draft.facts):
        return True
    if _YEAR.search(asking(query)) and any(dates(fold(one.text)) for one in draft.statements[:2]):
        return True
    if query.intent is Intent.DOCUMENT:
        return bool(query.documents) or not query.terms
    spans = [laid.limit.span for laid in found]
    return any(
        one.document_id == span.document_id and one.start < span.end and span.start < one.end
        for one in told.evidence
        for span in spans
    )


def in_force(query: Query, asked: Wanted, material: Material) -> Draft | None:
    """From when on the documents asked about hold, and for how long; None where a question asks for something else."""
    words = table("limits")["force"]
    folded = asking(query)
    if not asked.is_time or not re.search(words["asked"], folded):
        return None
    if beside(query, re.compile(words["asked"]), re.compile(words["own"])) >= BESIDE:
        return None
    told = re.compile(words["told"])
    found = [
        one
        for one in material.inventory.limits
        if told.search(one.text)
        and (not query.documents or {one.document.id, one.document.adopted_by} & set(query.documents))
    ]
    if not found:
        return None
    statements = [Statement(for_reader(_text(one), query.language), (one.span,)) for one in found[:SHOWN]]
    dated = {one.document.id: one.document for one in found[:SHOWN] if _RELATIVE.search(one.text)}
    statements += [one for document in dated.values() if (one := issued(document, query.language, material))]
    return Draft(Status.ANSWERED, tuple(statements))


def _text(one: Limit) -> str:
    return one.document.text[one.span.start : one.span.end].strip()


def _shown(query: Query, laid: Laid) -> Iterator[Statement]:
    """A limit as it stands, after the sentence that it goes on from; what follows the clause of its value in a long
    sentence is left out, but no exception.
    """
    one = laid.limit
    if one.before and laid.after:
        begun = one.document.text[one.before.start : one.before.end].strip()
        yield Statement(for_reader(begun, query.language), (one.before,))
    end = len(one.text)
    if end > LONG:
        last = max(value.end for value in one.values if value.kind is laid.value.kind)
        stop = one.text.find(",", last)
        if stop > 0 and not _EXCEPT.search(one.text[stop:]):
            end = stop
    text = one.document.text[one.span.start : one.span.start + end].strip()
    closed = text if text[-1] in _ENDS else f"{text}。"
    yield Statement(for_reader(closed, query.language), (one.span,))
