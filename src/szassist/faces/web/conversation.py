"""A conversation: values that go from one question to the next, held by the browser's session and nowhere else."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from szassist.events import Done, Event, Found, Stated, Understood
from szassist.faces.web.render import answer_html, notice_html, question_html, unfinished_html
from szassist.faces.words import chat_words
from szassist.schema import Answer, Document, Fact, Language, Turn
from szassist.text.script import has_chinese, language_of

KEPT = 30  # exchanges shown; older ones leave the page
REMEMBERED = 6  # turns that a question is understood with
log = logging.getLogger(__name__)


class Answers(Protocol):
    """What the page needs of an assistant."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents that it answers from, by id."""
        ...

    @property
    def register(self) -> Sequence[Fact]:
        """The rows of their register."""
        ...

    def stream(
        self, question: str, history: Sequence[Turn] = (), language: Language | None = None
    ) -> Iterator[Event]:
        """The stages of answering, in `language` or that of the question; the last event carries the answer."""
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
    pause: float = 0.1  # seconds between two showings of an unfinished answer, each of which sends the whole chat

    def stages(self, question: str, so_far: Conversation) -> Iterator[Conversation]:
        """The conversation as `question` is worked on; the last one holds its answer.

        Whatever goes wrong is logged, and the reader gets a kind word.
        """
        words = chat_words(self.language)
        asked = question_html(question, so_far.count + 1, self.language)

        def waiting(text: str, statements: Sequence[str] = ()) -> Conversation:
            return replace(
                so_far.add(Exchange(asked, unfinished_html(statements, text, self.language))), pending=question
            )

        yield waiting(words.thinking)
        statements: list[str] = []
        shown = time.monotonic()
        try:
            for event in self.assistant.stream(question, so_far.turns(), answer_language(question, self.language)):
                match event:
                    case Understood():
                        yield waiting(words.understood)
                    case Found(passages):
                        yield waiting(words.found.format(count=passages))
                    case Stated(text):
                        statements.append(text)
                        if time.monotonic() - shown >= self.pause:
                            yield waiting(words.writing, statements)
                            shown = time.monotonic()
                    case Done(answer):
                        yield so_far.add(self._answered(asked, answer, so_far))
        except Exception:
            log.exception("a question could not be answered")
            yield so_far.add(Exchange(asked, notice_html(words.failed, self.language, "failed")))

    def _answered(self, asked: str, answer: Answer, so_far: Conversation) -> Exchange:
        shown = answer_html(answer, so_far.count + 1, self.assistant.documents, self.token(answer))
        return Exchange(asked, shown, Turn(answer.question, answer.text))


def answer_language(question: str, page: Language) -> Language | None:
    """The language to answer in where the page decides it, else None: that of the question.

    A page in Traditional script answers Chinese questions in it; on an English page, what is not Chinese is English.
    """
    if page is Language.HANT and language_of(question) is not Language.EN:
        return Language.HANT
    if page is Language.EN and not has_chinese(question):
        return Language.EN
    return None


def stopped(conversation: Conversation, language: Language) -> Conversation:
    """The conversation after the reader stopped the answer that was being worked on."""
    if not conversation.pending:
        return conversation
    last = conversation.exchanges[-1]
    notice = notice_html(chat_words(language).stopped, language, "failed")
    return replace(conversation, exchanges=(*conversation.exchanges[:-1], replace(last, replied=notice)), pending="")
