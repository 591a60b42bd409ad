"""An answer before it is checked: statements, each with the spans of the documents that bear it."""

from __future__ import annotations

from dataclasses import dataclass

from szassist.schema import Fact, Status


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of a document that bears a statement."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or bullet of an answer.

    A statement without evidence is the assistant's own word (a greeting, "the documents do not say") and may hold
    no figure that its question did not bring.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine proposes to show."""

    status: Status
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...] = ()
    suggestions: tuple[str, ...] = ()
    engine: str = "extractive"
