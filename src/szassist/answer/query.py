"""What a question asks for, read out of its words."""

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
class Query:
    """A question made ready for search.

    `content` is the folded question without its scaffolding (是多少, 请问 …); `years` are those it names, in order.
    """

    question: str
    language: Language
    intent: Intent
    content: str
    years: tuple[int, ...] = ()
