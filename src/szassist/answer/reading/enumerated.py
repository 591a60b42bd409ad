"""Which kinds of enumerations a question asks for: conditions, papers, steps, circumstances, and what is left of its words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from szassist.answer.reading.cues import asking
from szassist.answer.words import table
from szassist.query import Query


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things that documents enumerate."""

    name: str
    asked: re.Pattern[str]
    lead: re.Pattern[str]  # in a heading or sentence that leads into them


@dataclass(frozen=True, slots=True)
class Wanted:
    """A kind that a question asks for, with what is left of the question without the words that ask."""

    kind: Kind
    rest: str


@cache
def enumerated() -> tuple[Kind, ...]:
    """The kinds as the vocabulary file has them."""
    words = table("enumerations")
    return tuple(
        Kind(name, re.compile("|".join(map(_filled, one["asked"]))), re.compile(one["lead"]))
        for name, one in words["kinds"].items()
    )


def _filled(pattern: str) -> str:
    for _ in range(2):  # pieces may name others
        for name, piece in table("enumerations")["pieces"].items():
            pattern = pattern.replace(f"{{{name}}}", piece)
    return f"(?:{pattern})"


def wanted(query: Query) -> list[Wanted]:
    """The kinds that a question asks for, in the order of the vocabulary."""
    said = asking(query)
    found = ((kind, kind.asked.search(said)) for kind in enumerated())
    return [
        Wanted(kind, f"{said[: match.start()]} {said[match.end() :]}") for kind, match in found if match and match[0]
    ]


@cache
def same_words() -> dict[str, tuple[str, ...]]:
    """Everyday words with those of regulations for them."""
    return {said: tuple(means) for said, means in table("enumerations")["same"].items()}


@cache
def holding_nouns() -> frozenset[str]:
    """Nouns for whatever a part of a document holds: 要求, 措施."""
    return frozenset(table("enumerations")["holding"]["nouns"])
