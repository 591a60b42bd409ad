"""A conversation: values that go from one question to the next, held by the browser's session and nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from szassist.events import Done, Event, Found, Understood
from szassist.faces.web.render import answer_html, notice_html, question_html
from szassist.faces.words import chat_words
from szassist.schema import Answer, Document, Language, Turn

KEPT = 30  # exchanges shown; older ones leave the page
REMEMBERED = 6  # turns that a question is understood with
log = logging.getLogger(__name__)


class Answers(Protocol):
    """What the page needs of an assistant."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that it answers from, by id."""
        ...

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Event]:
        """The stages of answering; the last event carries the answer."""
        ...


@dataclass(frozen=True, slots=True)
class Exchange:
    """One question with what is shown for it; `turn` is None where no answer came of it (yet)."""

    asked: str  # HTML
    replied: str  # HTML
    turn: Turn | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The exchanges of one reader, oldest first, how many there have been, and what is being asked now."""

    exchanges: tuple[Exchange, ...] = ()
    count: int = 0
    pending: str = ""

    def add(self, exchange: Exchange) -> Conversation:
        """This conversation with one exchange more, and nothing pending."""
        return Conversation((*self.exchanges, exchange)[-KEPT:], self.count + 1)

    def turns(self) -> tuple[Turn, ...]:
        """The last turns, for understanding the next question."""
        return tuple(e.turn for e in self.exchanges if e.turn is not None)[-REMEMBERED:]

    def messages(self) -> list[dict[str, str]]:
        """The conversation as the messages of a chat."""
        return [
            {"role": role, "content": content}
            for exchange in self.exchanges
            for role, content in (("user", exchange.asked), ("assistant", exchange.replied))
        ]


@dataclass(frozen=True, slots=True)
class Talk:
    """What the exchanges of a page have in common: who answers, in which language, and how an answer is remembered."""

    assistant: Answers
    language: Language
    token: Callable[[Answer], str] = lambda _: ""  # under which an answer can be judged; empty where none can

    def stages(self, question: str, so_far: Conversation) -> Iterator[Conversation]:
        """The conversation as `question` is worked on; the last one holds its answer.

        Whatever goes wrong is logged, and the reader gets a kind word.
        """
        words = chat_words(self.language)
        asked = question_html(question, so_far.count + 1, self.language)

        def waiting(text: str) -> Conversation:
            notice = notice_html(text, self.language, "thinking")
            return replace(so_far.add(Exchange(asked, notice)), pending=question)

        yield waiting(words.thinking)
        try:
            for event in self.assistant.stream(question, so_far.turns()):
                match event:
                    case Understood(content):
                        yield waiting(words.understood.format(content=content))
                    case Found(passages):
                        yield waiting(words.found.format(count=passages))
                    case Done(answer):
                        yield so_far.add(self._answered(asked, answer, so_far))
        except Exception:
            log.exception("a question could not be answered")
            yield so_far.add(Exchange(asked, notice_html(words.failed, self.language, "failed")))

    def _answered(self, asked: str, answer: Answer, so_far: Conversation) -> Exchange:
        shown = answer_html(answer, so_far.count + 1, self.assistant.documents, self.token(answer))
        return Exchange(asked, shown, Turn(answer.question, answer.text))


def stopped(conversation: Conversation, language: Language) -> Conversation:
    """The conversation after the reader stopped the answer that was being worked on."""
    if not conversation.pending:
        return conversation
    last = conversation.exchanges[-1]
    notice = notice_html(chat_words(language).stopped, language, "failed")
    return replace(conversation, exchanges=(*conversation.exchanges[:-1], replace(last, replied=notice)), pending="")
