"""What a question asks for, read out of its words: the noun that search and answering share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from szassist.schema import Language


class Intent(StrEnum):
    """The kind of thing a question wants to know."""

    VALUE = "value"  # how much, how many
    WHEN = "when"  # by when, since when
    WHO = "who"  # which units
    PASSAGE = "passage"  # how, which measures, what is, anything else
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Expansion:
    """What an everyday, short or English expression of a question is called in official documents."""

    said: str  # as it stands in the question, folded
    means: tuple[str, ...]  # official words, folded (Simplified, half-width, lower case), best first
    weight: float  # 0 to 1: what a match of one of them counts beside a match of the literal word


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for search.

    `content` is the folded question without its scaffolding (是多少, 请问 …); `years` are those it names, in order.
    `expansions` are official words for what it says in everyday words or in English; `units` are the units of
    government it names, as the documents write them.
    """

    question: str
    language: Language
    intent: Intent
    content: str
    years: tuple[int, ...] = ()
    expansions: tuple[Expansion, ...] = ()
    units: tuple[str, ...] = ()
