"""The path of a question: understand, search, compose, have it phrased where there is a chat model, verify."""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice, zip_longest
from threading import Lock
from types import TracebackType

from szassist.answer.compose.compose import compose
from szassist.answer.compose.joining import joined
from szassist.answer.compose.refuse import refusal
from szassist.answer.firewall.verify import verify
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.inventory import Inventory
from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.ground.material import Material
from szassist.answer.model.chat import Chat, ChatError, Trouble
from szassist.answer.model.generate import open_chat
from szassist.answer.model.phrasing import Ground, phrasable, phrased
from szassist.answer.reading.read import Reader
from szassist.answer.talk.conversation import understand
from szassist.answer.words.phrases import phrase
from szassist.answer.words.procedures import expand
from szassist.build import build_if_stale
from szassist.events import Done, Event, Found, Stated, Understood
from szassist.query import Expansion, Query
from szassist.register.table import Register
from szassist.schema import Answer, Document, Hit, Language, Turn
from szassist.search.concepts import Concepts
from szassist.search.embed import load_embedder
from szassist.search.index import Index
from szassist.search.texts import search_texts
from szassist.settings import Settings
from szassist.text.english import Terms, speaking
from szassist.text.script import well_formed
from szassist.text.thesaurus import Thesaurus

log = logging.getLogger(__name__)
CANDIDATES = 12  # passages looked at for one answer
WARMING = 4  # documents asked for before a server says that it is ready


class Assistant:
    """Answers questions from one index; stateless between questions and safe to share between threads.

    Threads that compute at once only take the interpreter from one another, so each stage is computed by one at a time;
    nobody waits for a reader of a stream, for a chat model, or for the server that keeps the vectors.
    """

    def __init__(self, index: Index, settings: Settings, chat: Chat | None = None) -> None:
        self.index = index
        self._settings = settings
        self._chat = chat
        self._turn = Lock()  # held while a stage is computed
        self._finding: AbstractContextManager[object] = nullcontext() if settings.chroma_url else self._turn
        self.documents: Mapping[str, Document] = index.documents
        self.register = Register(index.facts, tuple(index.documents.values()))
        self.terms = Terms.load(settings.corpus)
        passages = search_texts(index.documents.values(), index.passages)
        with speaking(self.terms):
            lexicon = Lexicon.of(tuple(index.documents.values()), passages, self.register.unit_names)
        self.inventory = Inventory(index.documents, self.register)
        thesaurus = Thesaurus.load(settings.thesaurus)
        self.concepts = Concepts(chain(thesaurus.said(), self.terms.said()))
        self.reader = Reader(lexicon, _expander(self.terms, thesaurus), settings.language)

    @classmethod
    def open(cls, settings: Settings | None = None) -> Assistant:
        """Open the index, built first if it is missing or stale; settings come from SZASSIST_* variables."""
        settings = settings or Settings.load()
        chat = _open_chat(settings)
        embedder = load_embedder(settings.embedding_model)
        build_if_stale(settings, embedder)
        return cls(Index.open(settings.index, embedder, settings.chroma_url), settings, chat)

    def ask(self, question: str, history: Sequence[Turn] = (), language: Language | None = None) -> Answer:
        """Answer from the documents, or say why not."""
        events = self.stream(question, history, language)
        return next(event.answer for event in events if isinstance(event, Done))

    def stream(
        self, question: str, history: Sequence[Turn] = (), language: Language | None = None
    ) -> Iterator[Event]:
        """The stages of answering as they are reached; the last event carries the answer."""
        turns = [Turn(well_formed(turn.question), well_formed(turn.answer)) for turn in history]
        for event in self._stages(well_formed(question), turns, language):
            if self._settings.log_questions and isinstance(event, Done):
                fields = {"question": question, "status": event.answer.status.value, "engine": event.answer.engine}
                log.info("answered", extra={"fields": fields})
            yield event

    def _stages(self, question: str, history: Sequence[Turn], language: Language | None) -> Iterator[Event]:
        refused = refusal(question, language or self._settings.language)
        if refused is not None:
            yield Done(refused)
            return
        with self._turn:
            queries = understand(question, history, self._reader_in(language))
        yield Understood(" ".join(query.content for query in queries))
        with self._finding:
            found = [self.material(query) for query in queries]
        yield Found(sum(len(material.hits) for material in found))
        yield from self._answer(question, queries, found)

    def _reader_in(self, language: Language | None) -> Reader:
        return replace(self.reader, language=language) if language else self.reader

    def material(self, query: Query) -> Material:
        """What an answer to a question may draw on."""
        return Material(
            self._find(query),
            self.inventory,
            self.reader.lexicon,
            self.index.likeness,
            self.concepts.nearest,
            self._search,
        )

    def _search(self, query: Query) -> list[Hit]:
        return self.index.search(query, limit=CANDIDATES)

    def _find(self, query: Query) -> list[Hit]:
        """Passages for a question and, where it can be read otherwise, for that reading."""
        hits = self._search(query)
        found = {(hit.document_id, hit.start) for hit in hits}
        other = self._find(query.instead) if query.instead else []
        return [*hits, *(hit for hit in other if (hit.document_id, hit.start) not in found)]

    def _answer(self, question: str, queries: Sequence[Query], found: Sequence[Material]) -> Iterator[Event]:
        """Compose an answer to each question, join them, and let nothing unborne through."""
        with self._turn, speaking(self.terms):
            draft = joined([compose(query, material) for query, material in zip(queries, found, strict=True)])
            ground = Ground(draft, queries, self.inventory, self.reader.lexicon.vocabulary, self._turn)
            worth_it = self._chat is not None and phrasable(ground)
        if self._chat is not None and worth_it:
            hits = [hit for material in found for hit in material.hits]
            try:
                draft = yield from self._spoken(phrased(self._chat, ground, hits, self._settings.chat_timeout))
            except ChatError as failure:
                log.warning("%s was not used: %s (%s)", self._chat.name, failure.trouble.value, failure)
                name = "model_unborne" if failure.trouble is Trouble.UNBORNE else "no_model"
                draft = replace(draft, note=phrase(ground.query.language, name))
        with self._turn, speaking(self.terms):
            answer = replace(verify(draft, queries, self.inventory), question=question)
        if draft.engine == ground.draft.engine:
            yield from map(Stated, answer.text.split("\n"))
        yield Done(answer)

    def _spoken(self, steps: Generator[Stated, None, Draft]) -> Generator[Stated, None, Draft]:
        """`steps`, each taken with the corpus's English terms; the reader of a stream may change threads between them."""
        while True:
            with speaking(self.terms):
                try:
                    stated = next(steps)
                except StopIteration as end:
                    draft: Draft = end.value
                    return draft
            yield stated

    def warm(self) -> Assistant:
        """Work out now what the first questions would otherwise wait for; for a server, before it says it is ready."""
        for document in islice(self.documents.values(), WARMING):
            self.ask(f"{document.title[:40]}有哪些目标由谁负责")
        self.reader.lexicon.spelling.warm()
        return self

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Passages for `query`, best first; of several questions in one the passages of each in turn."""
        with self._turn:
            queries = understand(well_formed(query), (), self.reader)
        with self._finding:
            found = [self.index.search(one, limit) for one in queries]
        turns = (hit for some in zip_longest(*found) for hit in some if hit is not None)
        return list({(hit.document_id, hit.start): hit for hit in turns}.values())[:limit]

    def close(self) -> None:
        """Release the index; the assistant cannot be used afterwards."""
        self.index.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _expander(terms: Terms, thesaurus: Thesaurus) -> Callable[[str], tuple[Expansion, ...]]:
    """Official words for what a question says in English or in everyday words; its clauses are each asked for several times."""

    @lru_cache(maxsize=256)
    def expanded(text: str) -> tuple[Expansion, ...]:
        found = (*terms.to_chinese(text), *thesaurus.expand(text))
        known = {one.said for one in found}
        return (*found, *(one for one in expand(text) if one.said not in known))

    return expanded


def _open_chat(settings: Settings) -> Chat | None:
    """The chat model that the settings name, if any."""
    if settings.chat_model is None:
        return None
    key = settings.chat_api_key
    return open_chat(
        settings.chat_model,
        base_url=settings.chat_base_url,
        api_key=key.get_secret_value() if key else None,
        seconds=settings.chat_timeout,
        hold_to_json=settings.chat_json,
        options=settings.chat_options,
    )
