"""What answering needs of a chat model: messages in, pieces of a reply out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """Who speaks in a message."""

    SYSTEM = "system"
    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a chat model."""

    role: Role
    text: str


class Trouble(StrEnum):
    """Why a chat model gave nothing that can be shown."""

    TIMEOUT = "timeout"
    LIMITED = "limited"  # the provider's rate limit
    UNREACHABLE = "unreachable"  # no connection, an error of the server, a stream that broke off
    EMPTY = "empty"  # nothing said, or a refusal
    MALFORMED = "malformed"  # not the JSON that was asked for
    UNBORNE = "unborne"  # the direct answer did not pass the firewall


class ChatError(Exception):
    """A chat model could not be used for one answer; `trouble` says why, the text says what happened."""

    def __init__(self, trouble: Trouble, what: str) -> None:
        super().__init__(what)
        self.trouble = trouble


class Chat(Protocol):
    """A chat model."""

    @property
    def name(self) -> str:
        """What the model is called where an answer names its engine."""

    def reply(self, messages: Sequence[Message], seconds: float) -> Iterator[str]:
        """The pieces of the reply as they arrive; `ChatError` where it does not come whole within `seconds`."""
