"""What a stream of an answer tells on its way; the last event carries the answer."""

from __future__ import annotations

from dataclasses import dataclass

from szassist.schema import Answer


@dataclass(frozen=True, slots=True)
class Understood:
    """The question was read; `content` is what is searched for."""

    content: str


@dataclass(frozen=True, slots=True)
class Found:
    """The search is done."""

    passages: int


@dataclass(frozen=True, slots=True)
class Done:
    """The answer is ready."""

    answer: Answer


Event = Understood | Found | Done
