"""Sentences as they are shown: each as it stands, below the document and the section it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from szassist.answer.choosing.bearing import Place, Sentence
from szassist.answer.choosing.likely import Likely
from szassist.answer.ground.draft import Statement
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.schema import Language, SectionKind
from szassist.text.script import for_reader


def as_it_stands(one: Sentence | Likely, language: Language, bullet: str = "") -> Statement:
    """A sentence of a document, in the reader's script."""
    text = one.place.document.text[one.span.start : one.span.end].strip()
    return Statement(bullet + for_reader(text, language), (one.span,))


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
