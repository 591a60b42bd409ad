"""A chat model's reply, read statement by statement while it is still being written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import BaseModel, Field, ValidationError

from szassist.answer.model.chat import ChatError, Trouble

MOST = 40  # statements of a reply; what comes after them is not read
LONGEST = 100_000  # characters of a reply
_OPENING = re.compile(r'"statements"\s*:\s*\[')
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)


class Said(BaseModel):
    """One statement as a chat model writes it."""

    text: Annotated[str, Field(min_length=1, max_length=1200)]
    sources: Annotated[list[int], Field(max_length=40)]


class Reply(BaseModel):
    """What a chat model is asked to reply; its JSON schema is sent to providers that hold a model to one."""

    statements: list[Said]


def statements(pieces: Iterable[str]) -> Iterator[Said]:
    """Each statement as soon as it is complete; `ChatError` where the reply is no such JSON or breaks off.

    Words around the JSON object (a code fence, a thought) are passed over.
    """
    text, place, closed, count = "", None, False, 0
    for piece in pieces:
        text += piece
        if len(text) > LONGEST:
            raise ChatError(Trouble.MALFORMED, f"the reply is longer than {LONGEST} characters")
        if place is None:
            opening = _OPENING.search(_THOUGHT.sub(lambda thought: " " * len(thought[0]), text))
            place = opening.end() if opening else None
        while place is not None and not closed and count < MOST:
            found, place, closed = _next(text, place)
            if found is None:
                break
            count += 1
            yield found
    if not text.strip():
        raise ChatError(Trouble.EMPTY, "the reply is empty")
    if place is None or not (closed or count == MOST):
        raise ChatError(
            Trouble.MALFORMED, f"the reply is not the JSON that was asked for (it has {len(text)} characters)"
        )
    if not count:
        raise ChatError(Trouble.EMPTY, "the reply holds no statement")


def _next(text: str, place: int) -> tuple[Said | None, int, bool]:
    """The statement at `place` if it is complete, where the next one starts, and whether the list is closed."""
    while place < len(text) and text[place] in " \t\r\n,":
        place += 1
    if place < len(text) and text[place] == "]":
        return None, place, True
    try:
        value, end = json.JSONDecoder().raw_decode(text, place)
    except (json.JSONDecodeError, RecursionError):
        return None, place, False
    try:
        return Said.model_validate(value), end, False
    except ValidationError as error:
        raise ChatError(
            Trouble.MALFORMED, f"a statement of the reply is unusable: {error.errors()[0]['msg']}"
        ) from error
