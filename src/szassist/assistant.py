"""The path of a question: understand, search, compose, verify."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType

from szassist.answer.extract import Material, compose
from szassist.answer.refuse import refusal
from szassist.answer.understand import understand
from szassist.answer.verify import verify
from szassist.answer.vocabulary import Vocabulary
from szassist.build import build_if_stale
from szassist.events import Done, Event, Found, Understood
from szassist.query import Query
from szassist.register.table import Register
from szassist.schema import Answer, Document, Hit, Turn
from szassist.search.embed import load_embedder
from szassist.search.index import Index
from szassist.settings import Settings

CANDIDATES = 12  # passages looked at for one answer


class Assistant:
    """Answers questions from one index; stateless between questions and safe to share between threads."""

    def __init__(self, index: Index, settings: Settings) -> None:
        self._index = index
        self._settings = settings
        self.documents: Mapping[str, Document] = index.documents
        self.register = Register(index.facts, tuple(index.documents.values()))
        self._vocabulary = Vocabulary.of(
            " ".join((*d.section_path(p.start), d.text[p.start : p.end]))
            for p in index.passages
            for d in (index.documents[p.document_id],)
        )

    @classmethod
    def open(cls, settings: Settings | None = None) -> Assistant:
        """Open the index, built first if it is missing or stale; settings come from SZASSIST_* variables."""
        settings = settings or Settings.load()
        embedder = load_embedder(settings.embedding_model)
        build_if_stale(settings, embedder)
        return cls(Index.open(settings.index, embedder), settings)

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """Answer from the documents, or say why not."""
        refused = refusal(question, self._settings.language)
        if refused is not None:
            return refused
        query = understand(question, history, self._vocabulary, self._settings.language)
        return self._answer(query, self._index.search(query.content, limit=CANDIDATES))

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Event]:
        """The stages of answering as they are reached; the last event carries the answer."""
        refused = refusal(question, self._settings.language)
        if refused is not None:
            yield Done(refused)
            return
        query = understand(question, history, self._vocabulary, self._settings.language)
        yield Understood(query.content)
        hits = self._index.search(query.content, limit=CANDIDATES)
        yield Found(len(hits))
        yield Done(self._answer(query, hits))

    def _answer(self, query: Query, hits: Sequence[Hit]) -> Answer:
        material = Material(hits, self.register, self.register.assignments, self.documents, self._vocabulary)
        return verify(compose(query, material), query, self.documents)

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
