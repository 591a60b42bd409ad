"""An answer before it is checked: statements, each with the spans of the documents that bear it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from szassist.schema import Fact, Status


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span of a document that bears a statement."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """A number in a statement that counts things that stand in the documents: 共7项."""

    places: tuple[Evidence, ...]  # one for each thing counted

    @property
    def value(self) -> Decimal:
        """How many there are."""
        return Decimal(len(self.places))


@dataclass(frozen=True, slots=True)
class Difference:
    """A number in a statement that is worked out from two others, which its evidence bears."""

    later: Decimal
    earlier: Decimal

    @property
    def value(self) -> Decimal:
        """How far they are apart."""
        return abs(self.later - self.earlier)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or bullet of an answer.

    A statement without evidence is the assistant's own word (a greeting, "the documents do not say") and may hold
    no figure that its question, a document's title or `computed` does not bring.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    computed: tuple[Count | Difference, ...] = ()
    rests_on: tuple[Evidence, ...] = ()  # what bears an uncited statement, without a citation of its own


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine proposes to show."""

    status: Status
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...] = ()
    suggestions: tuple[str, ...] = ()
    engine: str = "extractive"
    note: str = ""  # a quiet word to the reader about how the answer came about
