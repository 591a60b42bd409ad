"""From a place in a document to a span worth citing."""

from __future__ import annotations

from collections.abc import Mapping

from szassist.answer.ground.draft import Evidence
from szassist.schema import Document, Fact
from szassist.text.sentences import sentences


def sentence_around(document: Document, start: int, end: int) -> Evidence:
    """The sentence or sentences that `start`..`end` stands in, within its own section."""
    section = document.section_at(start)
    found = [
        (first, last)
        for first, last in sentences(document.text, section.start, section.own_end)
        if last > start and first < end
    ]
    if not found:
        return Evidence(document.id, start, end)
    return Evidence(document.id, found[0][0], found[-1][1])


def of_fact(fact: Fact, documents: Mapping[str, Document]) -> tuple[Evidence, ...]:
    """The sentence that states a fact, and the place its year comes from where that is elsewhere."""
    document = documents[fact.document_id]
    sentence = sentence_around(document, fact.start, fact.end)
    if fact.year is None:
        return (sentence,)
    year = str(fact.year)
    quote = document.text[sentence.start : sentence.end]
    if year in quote or any(year in heading for heading in document.section_path(fact.start)):
        return (sentence,)
    outermost = document.ancestors(document.section_at(fact.start))
    floor = outermost[0].start if outermost else 0
    place = document.text.rfind(year, floor, sentence.start)
    return (sentence,) if place < 0 else (sentence, sentence_around(document, place, place + len(year)))
