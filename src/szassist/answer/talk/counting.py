"""What a follow-up says that the thing spoken of is to be counted by: 人均呢, after GDP."""

from __future__ import annotations

from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import counted_by
from szassist.query import Intent, Query


def by_its_name(own: Query, earlier: Query, question: str, reader: Reader) -> str:
    """A message that only says by what a thing is to be counted (人均呢, after GDP), with that thing, where both together
    have an official name; "" where they have none.
    """
    if own.intent not in (Intent.VALUE, Intent.OTHER) or earlier.units:
        return ""
    for by in counted_by(own, reader.lexicon.vocabulary.knows):
        for word in (
            one
            for term in earlier.terms
            for one in (term.word.removeprefix(place) for place in ("", *reader.lexicon.places))
        ):
            if any(one.said == f"{by.word}{word}" for one in reader.expand(f"{by.word}{word}")):
                years = f"{earlier.years[-1]}年" if earlier.years and not own.years else ""
                return question.replace(by.word, f"{years}{by.word}{word}", 1)
    return ""
