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
class Stated:
    """One statement of the answer, verified, with its citation marks; the citations come with `Done`.

    Where a chat model breaks off after some statements, `Done` carries the extractive answer in their place.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Done:
    """The answer is ready."""

    answer: Answer


Event = Understood | Found | Stated | Done
