"""What programs send; everything is checked here, and nothing else is read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from szassist.schema import Language, Turn

LONGEST_QUESTION = 8_000  # characters
LONGEST_SEARCH = 1_000
MOST_PASSAGES = 50
MOST_TURNS = 50
Text = Annotated[str, Field(max_length=LONGEST_QUESTION)]


class TurnBody(BaseModel):
    """One earlier exchange: what was asked and the text that was shown."""

    model_config = ConfigDict(extra="forbid")
    question: Text
    answer: Annotated[str, Field(max_length=20_000)] = ""


class AskBody(BaseModel):
    """A question, with the conversation before it."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [
                {"question": "2025年PM2.5要降到多少?"},
                {
                    "question": "那2030年呢?",
                    "history": [
                        {
                            "question": "2025年PM2.5要降到多少?",
                            "answer": "到2025年，PM2.5年均浓度不高于18微克/立方米。[1]",
                        }
                    ],
                    "language": "zh-Hans",
                },
            ]
        },
    )
    question: Text
    history: list[TurnBody] = Field(
        default_factory=list, max_length=MOST_TURNS, description="earlier turns, oldest first"
    )
    language: Language | None = Field(default=None, description="language of the answer; else that of the question")

    def turns(self) -> tuple[Turn, ...]:
        """The conversation as the assistant takes it."""
        return tuple(Turn(turn.question, turn.answer) for turn in self.history)


class Part(BaseModel):
    """A part of a message's content; only text is read."""

    type: str = "text"
    text: Text = ""


class Message(BaseModel):
    """A message of an OpenAI-style conversation."""

    role: Literal["system", "developer", "user", "assistant", "tool", "function"]
    content: str | list[Part] | None = None

    @property
    def text(self) -> str:
        """The message's text."""
        if isinstance(self.content, list):
            return "".join(part.text for part in self.content if part.type == "text")
        return self.content or ""


class StreamOptions(BaseModel):
    """What a stream may hold besides the answer."""

    include_usage: bool | None = False


class ChatBody(BaseModel):
    """A chat completion as OpenAI's clients ask for it; sampling parameters are accepted and mean nothing here."""

    model_config = ConfigDict(
        extra="ignore",
        json_schema_extra={
            "examples": [{"model": "szassist", "messages": [{"role": "user", "content": "2025年PM2.5要降到多少?"}]}]
        },
    )
    model: Annotated[str, Field(max_length=200)] = "szassist"
    messages: list[Message] = Field(min_length=1, max_length=4 * MOST_TURNS)
    stream: bool | None = False
    stream_options: StreamOptions | None = None
    n: Literal[1] | None = 1

    def turns(self) -> tuple[str, tuple[Turn, ...]]:
        """The last question and the turns before it; instructions of other roles are not followed."""
        turns: list[Turn] = []
        question = ""
        for message in self.messages:
            if message.role == "user":
                if question:
                    turns.append(Turn(question, ""))
                question = message.text
            elif message.role == "assistant" and question:
                turns.append(Turn(question, message.text))
                question = ""
        return question, tuple(turns)
