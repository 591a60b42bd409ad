"""Sentences as they are shown: each as it stands, below the document and the section it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from szassist.answer.choosing.bearing import Place, Sentence
from szassist.answer.choosing.likely import Likely
from szassist.answer.ground.draft import Evidence, Statement
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.schema import Language, SectionKind
from szassist.text.dates import dates
from szassist.text.script import for_reader
from szassist.text.sentences import sentences

ALIKE = 0.9  # part of two sentences that is the same in both where they say the same


def as_it_stands(one: Sentence | Likely, language: Language, bullet: str = "") -> Statement:
    """A sentence of a document, in the reader's script."""
    text = one.place.document.text[one.span.start : one.span.end].strip()
    return Statement(bullet + for_reader(text, language), (one.span,))


def each_once(lead: Sentence, rest: Sequence[Sentence], language: Language) -> tuple[Statement, list[Sentence]]:
    """The leading sentence, with the places of those which say the same in other documents, and the sentences that do not."""
    same = [one for one in rest if _says_the_same(one.text, lead.text)]
    first = as_it_stands(lead, language)
    return replace(first, evidence=(*first.evidence, *(one.span for one in same))), [
        one for one in rest if one not in same
    ]


def _says_the_same(one: str, other: str) -> bool:
    """Whether two sentences differ in a few characters, or in what one of them has before or behind it."""
    short, long = sorted((one.rstrip("。;"), other.rstrip("。;")), key=len)
    return (short in long and 3 * len(short) > 2 * len(long)) or SequenceMatcher(None, one, other).ratio() >= ALIKE


def time_of(one: Likely, language: Language) -> list[Statement]:
    """What tells the time of a sentence that has none: the last sentence with one before it in its paragraph, else the heading."""
    document, start = one.place.document, one.span.start
    begin = document.text.rfind("\n", 0, start) + 1
    told = [
        (first, last) for first, last in sentences(document.text, begin, start) if dates(document.text[first:last])
    ]
    if not told:
        return dated_heading(one, language)
    text = document.text[slice(*told[-1])].strip()
    return [Statement(for_reader(text, language), (Evidence(document.id, *told[-1]),))]


def dated_heading(one: Sentence | Likely, language: Language) -> list[Statement]:
    """The innermost heading above a sentence that names a year (2030年发展目标), cited; the title of the document is none."""
    document = one.place.document
    section = document.section_at(one.span.start)
    while section.parent is not None:
        if any(time.year for time in dates(section.heading)):
            end = document.text.index(section.title, section.start) + len(section.title)
            named = {"title": say.title(document, language), "section": say.name(section.title, language)}
            return [
                Statement(phrase(language, "from_document", **named), (Evidence(document.id, section.start, end),))
            ]
        section = document.sections[section.parent]
    return []


def below_their_places(rest: Sequence[Sentence], language: Language, told: Place | None) -> Iterator[Statement]:
    """Sentences in the order of the text, below the sections they come from, the best one's first; those of the place that
    is told already come first of all.
    """
    already = _section(told) if told else None
    sections = dict.fromkeys(_section(one.place) for one in rest)
    for section in sorted(sections, key=lambda one: one != already):
        within = [one for one in rest if _section(one.place) == section]
        if section != already:
            yield place_head(within[0].place, language)
        for one in sorted(within, key=lambda one: one.span):
            yield as_it_stands(one, language, phrase(language, "bullet"))


def _section(place: Place) -> tuple[str, int]:
    return place.document.id, place.section.index


def place_head(place: Place, language: Language, path: bool = False) -> Statement:
    """The document and the section of a place, with `path` also those above it."""
    title = say.title(place.document, language)
    above = place.document.ancestors(place.section) if path else (place.section,)
    titled = [one.title for one in above if one.title.strip() and one.kind is not SectionKind.ROOT]
    section = " › ".join(say.name(one, language) for one in titled)
    return Statement(phrase(language, "from_document" if section else "in_document", title=title, section=section))
