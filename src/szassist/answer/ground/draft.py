"""An answer before it is checked: statements, each with the spans of the documents that bear it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

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


class Operation(StrEnum):
    """How a number is worked out, by its sign."""

    SUM = "+"
    DIFFERENCE = "−"
    QUOTIENT = "÷"


@dataclass(frozen=True, slots=True)
class Calculation:
    """A number in a statement that is worked out from others, which its evidence bears."""

    operation: Operation
    operands: tuple[
        Decimal, ...
    ]  # in one unit, of a quotient each in its own; of a difference two, the larger one first

    @property
    def value(self) -> Decimal:
        """The result: exact, of a quotient to two places."""
        if self.operation is Operation.QUOTIENT:
            return (self.operands[0] / self.operands[1]).quantize(Decimal("0.01"), ROUND_HALF_UP)
        first, *others = self.operands
        return first + sum(others) if self.operation is Operation.SUM else first - sum(others)

    @property
    def working(self) -> str:
        """How it is worked out, as it is shown: 376 − 280."""
        return f" {self.operation} ".join(f"{operand:f}" for operand in self.operands)


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence or bullet of an answer.

    A statement without evidence is the assistant's own word (a greeting, "the documents do not say") and may hold
    no figure that its question, a document's title or `computed` does not bring.
    """

    text: str
    evidence: tuple[Evidence, ...] = ()
    computed: tuple[Count | Calculation, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine proposes to show."""

    status: Status
    statements: tuple[Statement, ...]
    facts: tuple[Fact, ...] = ()
    suggestions: tuple[str, ...] = ()
    engine: str = "extractive"
    confirms: bool = False  # only says that a figure of the question is right
    note: str = ""  # a quiet word to the reader about how the answer came about
