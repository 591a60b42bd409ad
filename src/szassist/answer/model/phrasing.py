"""An answer in a chat model's words: it phrases what the extractive answer says, and the firewall reads every statement."""

from __future__ import annotations

import re
import time
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

from szassist.answer.firewall.cite import Citations
from szassist.answer.firewall.verify import checked
from szassist.answer.ground.draft import Calculation, Draft, Statement
from szassist.answer.ground.inventory import Inventory
from szassist.answer.ground.vocabulary import Vocabulary
from szassist.answer.model.chat import Chat, ChatError, Message, Trouble
from szassist.answer.model.complete import complete
from szassist.answer.model.prompt import again, instructions, reason
from szassist.answer.model.reply import Said, statements
from szassist.answer.model.sources import Source, Sources
from szassist.answer.model.wording import strange
from szassist.events import Stated
from szassist.query import Query
from szassist.schema import Hit, Status
from szassist.text.script import for_reader

LONGEST_LIST = 20  # cited statements of an answer that a model still phrases
_MARKS = re.compile(r"\s*[\[【]\s*\d{1,3}(?:\s*[,，、]\s*\d{1,3})*\s*[\]】]")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a chat model's statements are checked against."""

    draft: Draft
    queries: Sequence[Query]
    inventory: Inventory
    vocabulary: Vocabulary
    turn: Lock  # held while something is checked, never while the model is waited for

    @property
    def query(self) -> Query:
        """The first question, whose language the answer has."""
        return self.queries[0]

    @property
    def own(self) -> tuple[Statement, ...]:
        """The draft's own words, which a model does not phrase; a line that only opens what follows is left out."""
        return tuple(
            s
            for s in self.draft.statements
            if not s.evidence and (s.computed or not s.text.rstrip().endswith((":", "：")))
        )

    def holds(self, kept: Sequence[Statement]) -> bool:
        """Whether `kept` has the direct answer."""
        units = tuple(dict.fromkeys(self.inventory.rows.unit_names.values()))
        with self.turn:
            return complete(kept, self.draft, self.query, units)

    def why_not(self, statement: Statement, by: Sequence[Source]) -> str:
        """Why `statement` may not be shown, in words for the model; empty if it may."""
        alone = replace(self.draft, statements=(statement,))
        found = checked(alone, self.queries, self.inventory)[0]
        language = self.query.language
        if not found.passed:
            return reason(language, "unborne", what="、".join(found.reasons))
        documents = self.inventory.documents
        texts = [source.said for source in by]
        for one in statement.evidence:
            document = documents[one.document_id]
            texts += (document.text[one.start : one.end], *document.section_path(one.start), document.title)
        question = " ".join(query.question for query in self.queries)
        words = strange(statement.text, texts, question, language, self.vocabulary)
        return reason(language, "strange", what="、".join(words)) if words else ""


@dataclass(slots=True)
class _Writing:
    """What has been kept and told so far."""

    ground: Ground
    sources: Sources
    marks: Citations
    kept: list[Statement] = field(default_factory=list)
    told: int = 0

    @property
    def order(self) -> tuple[Statement, ...]:
        """Own words that open the draft, what is kept, own words that follow."""
        draft, own = self.ground.draft.statements, self.ground.own
        first = next((i for i, s in enumerate(draft) if s.evidence), 0)
        opening = tuple(s for s in own if s in draft[:first])
        return (*opening, *self.kept, *(s for s in own if s not in opening))

    def take(self, messages: Sequence[Message], chat: Chat, end: float) -> Generator[Stated, None, _Round]:
        """Read one reply: keep what passes, tell it once the direct answer stands, and return what was refused."""
        written: list[Said] = []
        refused: list[tuple[str, str]] = []
        place = 0
        for said in statements(chat.reply(messages, end - time.monotonic())):
            written.append(said)
            statement, why = self._read(said)
            if why:
                refused.append((said.text, why))
            elif all(statement.text != s.text for s in self.kept):
                self.kept.insert(len(self.kept) if self.told else place, statement)
                place += 1
                yield from self.tell()
        return _Round(tuple(written), tuple(refused))

    def tell(self, *, to_the_end: bool = False) -> Generator[Stated, None, None]:
        """The statements not told yet, if the direct answer stands; own words at the end come last."""
        if not self.ground.holds(self.kept):
            return
        order = self.order
        last = len(order) if to_the_end else order.index(self.kept[-1]) + 1
        for statement in order[self.told : last]:
            yield Stated(statement.text + self.marks.marks(statement.evidence))
        self.told = max(self.told, last)

    def _read(self, said: Said) -> tuple[Statement, str]:
        """A statement with the spans of the sources it names, and why it may not be shown."""
        language = self.ground.query.language
        text = for_reader(" ".join(_MARKS.sub("", _UNSEEN.sub("", said.text)).split()), language)
        unknown = [str(number) for number in said.sources if number not in self.sources.numbered]
        by = [self.sources.numbered[n] for n in dict.fromkeys(said.sources) if n in self.sources.numbered]
        evidence = tuple(dict.fromkeys(span for source in by for span in source.evidence))
        statement = Statement(text, evidence, tuple(one for source in by for one in source.computed))
        if unknown:
            return statement, reason(language, "source", what="、".join(unknown))
        if not evidence or not text:
            return statement, reason(language, "unsourced")
        with self.ground.turn:
            return statement, self.ground.why_not(statement, by)


@dataclass(frozen=True, slots=True)
class _Round:
    """What a model wrote in one reply, and what of it was refused: the text and the reason."""

    written: tuple[Said, ...]
    refused: tuple[tuple[str, str], ...]


def phrasable(ground: Ground) -> bool:
    """Whether there is something for a chat model to phrase.

    Refusals and greetings stay the assistant's own words; long lists and differences worked out are told as they are.
    """
    draft = ground.draft
    cited = [s for s in draft.statements if s.evidence]
    plain = not any(isinstance(one, Calculation) for s in cited for one in s.computed)
    answered = draft.status in (Status.ANSWERED, Status.PARTIAL) and plain and 0 < len(cited) <= LONGEST_LIST
    return answered and all(check.passed for check in checked(draft, ground.queries, ground.inventory))


def phrased(chat: Chat, ground: Ground, hits: Sequence[Hit], seconds: float) -> Generator[Stated, None, Draft]:
    """Tell each statement once it is verified and the direct answer stands; return the draft to show.

    What a statement's sources do not bear is sent back once with the reason, then dropped. A `ChatError` says why the
    model's words cannot be shown, also after some of them were told.
    """
    query, documents = ground.query, ground.inventory.documents
    with ground.turn:
        sources = Sources.of(ground.draft, query, hits, documents)
    writing = _Writing(ground, sources, Citations(documents, query.language))
    end = time.monotonic() + seconds
    messages = instructions(query.language, sources.shown)
    first = yield from writing.take(messages, chat, end)
    refused = first.refused or (() if ground.holds(writing.kept) else (("", reason(query.language, "lost")),))
    if refused:
        try:
            yield from writing.take(again(query.language, messages, first.written, refused), chat, end)
        except ChatError:
            if not ground.holds(writing.kept):
                raise
    if not ground.holds(writing.kept):
        raise ChatError(Trouble.UNBORNE, f"the direct answer is lost, {len(refused)} statements were refused")
    yield from writing.tell(to_the_end=True)
    return replace(ground.draft, statements=writing.order, engine=chat.name)
