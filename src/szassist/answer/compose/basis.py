"""The documents that a document says it is based on: 规划依据了哪些条例, 参照了联合国的哪份文件."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.choosing.match import coverage, words
from szassist.answer.compose.items import chosen, listed
from szassist.answer.compose.naming import meant
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.inventory import Heading
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import cues
from szassist.answer.reading.scope import SOME
from szassist.answer.reading.terms import names_something, tells_little
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query, Term
from szassist.schema import Section, Status
from szassist.text.numerals import han_number
from szassist.text.script import fold, for_reader

SOME_OF = 0.6  # part of the titles that may hold a word by which some are told from the others
HELD, NEARLY = 0.5, 0.75  # part of these words that a title must hold, and part of what the best one does
_ASKS = re.compile("参[考照阅]|依据|根据|based?")
_KIND = re.compile("文件|法[规律令]|规[划定章]|条例|政策|文书|资料|方面|名[字称]?$")
_NTH = re.compile(r"依据[^,。;?!]{0,8}第([一二三四五六七八九十\d]+)(?:项|条|个|份|号)")
_ACCORDING = re.compile(
    "(?:按照|根据|依据|遵照)(?:《(?:[^《》]|《[^《》]*》)*》(?:[(（][^()（）\n]{1,40}[)）])?(?:[（(][^（）()]*[)）])?[、和与及]?)+(?:等)?(?:文件)?(?:的)?(?:要求|精神|规定|部署)?"
)
_PLAN = re.compile("十[二三四五六]五")


def from_basis(query: Query, material: Material) -> Draft | None:
    """The titles listed as a document's basis that hold what the question says of them, else all; None where it does not
    ask for them, or no document lists any.
    """
    folded = fold(query.question)
    nth = _NTH.search(folded)
    if not (nth or cues().basis.search(folded)):
        return None
    headings = [one for one in material.inventory.headings if "依据" in one.name and len(one.below) > 1]
    heading = next((one for one in headings if not query.documents or one.document.id in query.documents), None)
    if heading is None:
        return _in_words(query, material)
    if nth:
        at = int(han_number(nth[1]))
        return _shown(heading, heading.below[at - 1 : at], query)
    told = _told(query, folded, heading)
    if not told:
        items = listed(heading.document, heading.section, heading.below, query.language)
        return Draft(Status.ANSWERED, tuple(items))
    return _shown(heading, _holding(told, heading), query)


def _in_words(query: Query, material: Material) -> Draft | None:
    """What documents without a list of their basis say of it: 按照《…》《…》要求; that they say nothing, where one is named."""
    told = []
    for document in meant(query, material):
        found = (match for match in _ACCORDING.finditer(document.text))
        if match := next(found, None):
            text = for_reader(match[0].strip(), query.language)
            title = phrase(query.language, "in_document", title=say.title(document, query.language))
            told.append(Statement(title + text, (Evidence(document.id, *match.span()),)))
    if told or query.documents:
        return Draft(Status.ANSWERED, tuple(told)) if told else _nothing(query)
    return None


def _nothing(query: Query) -> Draft:
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))


def _shown(heading: Heading, found: Sequence[Section], query: Query) -> Draft:
    if not found:
        return _nothing(query)
    return Draft(Status.ANSWERED, tuple(chosen(heading.document, found, query.language)))


def _told(query: Query, folded: str, heading: Heading) -> tuple[Term, ...]:
    """What a question says of the documents it asks for: its telling words, and those of some of the titles that the
    question's own form covers (哪些条例).
    """
    titles = [fold(one.title) for one in heading.below]
    own = tuple(
        term
        for term in query.terms
        if term.weight >= SOME
        and len(term.word) > 1
        and not term.held_by(heading.name)
        and not _ASKS.search(term.word)
        and (not _KIND.search(term.word) or any(term.word in title for title in titles))
    )
    said = {term.word for term in query.terms}
    some = (
        word
        for word in words(folded)
        if word not in said and word not in heading.name and not tells_little(word) and names_something(word)
    )
    few = (word for word in some if 0 < sum(word in title for title in titles) <= SOME_OF * len(titles))
    return (*own, *(Term(word, 1.0) for word in dict.fromkeys((*few, *_PLAN.findall(folded)))))


def _holding(told: Sequence[Term], heading: Heading) -> list[Section]:
    """The items that hold the most of what is told of them, and those that hold nearly as much."""
    held = [(coverage(told, (fold(one.title), 1.0)), one) for one in heading.below]
    best = max(share for share, _ in held)
    return [one for share, one in held if share >= NEARLY * best] if best >= HELD else []
