"""The path of a question: understand, search, compose, verify."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import TracebackType

from szassist.answer.compose import compose, joined
from szassist.answer.conversation import understand
from szassist.answer.inventory import Inventory
from szassist.answer.lexicon import Lexicon
from szassist.answer.material import Material
from szassist.answer.read import Reader
from szassist.answer.refuse import refusal
from szassist.answer.verify import verify
from szassist.build import build_if_stale
from szassist.events import Done, Event, Found, Understood
from szassist.query import Expansion, Query
from szassist.register.table import Register
from szassist.schema import Answer, Document, Hit, Language, Turn
from szassist.search.embed import load_embedder
from szassist.search.index import Index, search_text
from szassist.settings import Settings
from szassist.text.english import Terms, speaking
from szassist.text.thesaurus import Thesaurus

CANDIDATES = 12  # passages looked at for one answer


class Assistant:
    """Answers questions from one index; stateless between questions and safe to share between threads."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self._index = index
        self._settings = settings
        self.documents: Mapping[str, Document] = index.documents
        self.register = Register(index.facts, tuple(index.documents.values()))
        self.terms = Terms.load(settings.corpus)
        passages = (search_text(index.documents[p.document_id], p) for p in index.passages)
        with speaking(self.terms):
            lexicon = Lexicon.of(tuple(index.documents.values()), passages, self.register.unit_names)
        self.inventory = Inventory(index.documents, self.register)
        expand = _expander(self.terms, Thesaurus.load(settings.thesaurus))
        self.reader = Reader(lexicon, expand, settings.language)

    @classmethod
    def open(cls, settings: Settings | None = None) -> Assistant:
        """Open the index, built first if it is missing or stale; settings come from SZASSIST_* variables."""
        settings = settings or Settings.load()
        embedder = load_embedder(settings.embedding_model)
        build_if_stale(settings, embedder)
        return cls(Index.open(settings.index, embedder), settings)

    def ask(self, question: str, history: Sequence[Turn] = (), language: Language | None = None) -> Answer:
        """Answer from the documents, or say why not."""
        refused = refusal(question, language or self._settings.language)
        if refused is not None:
            return refused
        queries = understand(question, history, self._reader_in(language))
        return self._answer(queries, [self._find(query) for query in queries])

    def stream(
        self, question: str, history: Sequence[Turn] = (), language: Language | None = None
    ) -> Iterator[Event]:
        """The stages of answering as they are reached; the last event carries the answer."""
        refused = refusal(question, language or self._settings.language)
        if refused is not None:
            yield Done(refused)
            return
        queries = understand(question, history, self._reader_in(language))
        yield Understood(" ".join(query.content for query in queries))
        found = [self._find(query) for query in queries]
        yield Found(sum(map(len, found)))
        yield Done(self._answer(queries, found))

    def _reader_in(self, language: Language | None) -> Reader:
        return replace(self.reader, language=language) if language else self.reader

    def _find(self, query: Query) -> list[Hit]:
        return self._index.search(
            " ".join((query.content, *(w for e in query.expansions for w in e.means))), limit=CANDIDATES
        )

    def _answer(self, queries: Sequence[Query], found: Sequence[Sequence[Hit]]) -> Answer:
        """Compose an answer to each question, join them, and let nothing unborne through."""
        with speaking(self.terms):
            drafts = [
                compose(query, Material(hits, self.inventory, self.reader.lexicon))
                for query, hits in zip(queries, found, strict=True)
            ]
            return verify(joined(drafts), queries, self.inventory)

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Passages for `query`, best first."""
        return self._index.search(query, limit=limit)

    def close(self) -> None:
        """Release the index; the assistant cannot be used afterwards."""
        self._index.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _expander(terms: Terms, thesaurus: Thesaurus) -> Callable[[str], tuple[Expansion, ...]]:
    """Official words for what a question says in English or in everyday words."""

    def expand(text: str) -> tuple[Expansion, ...]:
        found = (*thesaurus.expand(text), *terms.to_chinese(text))  # what English names exactly wins
        return tuple({one.said: one for one in found}.values())

    return expand
