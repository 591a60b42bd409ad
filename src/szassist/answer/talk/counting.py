"""What a follow-up says that the thing spoken of is to be counted by: 人均呢, after GDP."""

from __future__ import annotations

import re

from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import counted_by, tells
from szassist.answer.reading.terms import is_head
from szassist.query import Intent, Query
from szassist.text.script import has_chinese

_MEASURE = re.compile("[量额率数值度]$")


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
    return _of_its_kind(own, earlier, question, reader)


def _of_its_kind(own: Query, earlier: Query, question: str, reader: Reader) -> str:
    """A message that only says of what kind a figure of the thing spoken of is wanted (总量呢, after 万元GDP用水量), with that
    thing, where the documents write both together (用水总量); "" where they do not.
    """
    heads = [term.word for term in own.terms if is_head(term.word) and term.word not in earlier.content]
    if len(heads) != 1 or tells(tuple(term for term in own.terms if term.word not in heads)):
        return ""
    for term in earlier.terms:
        stem = _MEASURE.sub("", term.word)
        if len(stem) > 1 and has_chinese(stem) and reader.lexicon.spelling.written(f"{stem}{heads[0]}"):
            years = f"{earlier.years[-1]}年" if earlier.years and not own.years else ""
            return question.replace(heads[0], f"{years}{stem}{heads[0]}", 1)
    return ""
