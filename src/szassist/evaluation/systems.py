"""What is measured: the assistant, and the usual designs it is compared with, behind one seam."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

from szassist.assistant import Assistant
from szassist.errors import SzassistError
from szassist.evaluation.template import chunks
from szassist.ingest.passages import passages
from szassist.schema import Answer, Citation, Document, Hit, Status, Turn
from szassist.search.dense import Dense
from szassist.search.embed import Embedder, load_embedder
from szassist.search.lexical import Lexical
from szassist.search.texts import search_texts
from szassist.settings import Settings
from szassist.text.script import for_reader, language_of

ASSISTANT, MODEL = "assistant", "model"


class SystemNameError(SzassistError):
    """A system that is to be measured is unknown or cannot be set up."""


class System(Protocol):
    """Something that answers questions and can be asked for passages."""

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The answer to a question after `history`."""
        ...

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Passages for `query`, best first."""
        ...


Span = tuple[str, int, int]  # document id, start, end
Ranker = Callable[[str, int], Sequence[int]]  # a query and how many positions, best first


class TopPassage:
    """Answers every question with the passage that its search puts first."""

    def __init__(self, name: str, spans: Sequence[Span], rank: Ranker, documents: Mapping[str, Document]) -> None:
        self._name, self._spans, self._rank, self._documents = name, spans, rank, documents

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Passages for `query`, best first; the score is one over the rank."""
        ranked = self._rank(query, limit)
        return [self._hit(self._spans[position], 1 / rank) for rank, position in enumerate(ranked[:limit], 1)]

    def ask(self, question: str, history: Sequence[Turn] = ()) -> Answer:
        """The best passage, cited; earlier turns are not looked at."""
        language = language_of(question)
        hits = self.search(question, 1)
        if not hits:
            return Answer(question, "", Status.NOT_FOUND, language, engine=self._name)
        hit, document = hits[0], self._documents[hits[0].document_id]
        shown = for_reader(hit.text, language)
        cited = Citation(
            1, document.id, document.title, hit.section_path, hit.start, hit.end, hit.text, shown, permalink=""
        )
        return Answer(question, f"{shown}[1]", Status.ANSWERED, language_of(shown), (cited,), engine=self._name)

    def _hit(self, span: Span, score: float) -> Hit:
        document = self._documents[span[0]]
        text = document.text[span[1] : span[2]]
        return Hit(document.id, span[1], span[2], text, score, document.section_path(span[1]))


def bm25(documents: Mapping[str, Document]) -> TopPassage:
    """BM25 alone over the assistant's passages."""
    spans, texts = _passages(documents)
    return TopPassage("bm25", spans, Lexical.build(texts).search, documents)


def dense(documents: Mapping[str, Document], embedder: Embedder, folder: Path) -> TopPassage:
    """The embedding alone over the assistant's passages."""
    spans, texts = _passages(documents)
    return TopPassage("dense", spans, _nearest(texts, embedder, folder), documents)


def template(documents: Mapping[str, Document], embedder: Embedder, folder: Path) -> TopPassage:
    """The usual template: pieces of 500 characters with 50 overlapping, Chroma, the best piece is the answer."""
    spans = [(document.id, *span) for document in documents.values() for span in chunks(document.text)]
    texts = [documents[name].text[start:end] for name, start, end in spans]
    return TopPassage("template", spans, _nearest(texts, embedder, folder), documents)


def _passages(documents: Mapping[str, Document]) -> tuple[list[Span], list[str]]:
    cut = [passage for document in documents.values() for passage in passages(document)]
    return [(p.document_id, p.start, p.end) for p in cut], list(search_texts(documents.values(), cut))


def _nearest(texts: Sequence[str], embedder: Embedder, folder: Path) -> Ranker:
    """Positions of the texts nearest to a query, from a Chroma database made in `folder`."""
    vectors = Dense.open(folder, embedder.fingerprint, create=True)
    vectors.upsert([str(position) for position in range(len(texts))], embedder.encode(texts))
    return lambda query, limit: [int(near.id) for near in vectors.query(embedder.encode([query])[0], limit)]


def without_model(settings: Settings) -> Settings:
    """The settings of the assistant as it answers alone."""
    return settings.model_copy(update={"chat_model": None})


def _with_model(settings: Settings) -> Assistant:
    if settings.chat_model is None:
        raise SystemNameError(f"--systems {MODEL}: no chat model is configured; set SZASSIST_CHAT_MODEL")
    return Assistant.open(settings)


@contextmanager
def open_systems(names: Sequence[str], assistant: Assistant, settings: Settings) -> Iterator[dict[str, System]]:
    """The systems of these names, in their order; `SystemNameError` for a name that is none.

    `assistant` answers alone; `model` is the same with the chat model that the settings name.
    """
    documents, embedder = assistant.documents, load_embedder(settings.embedding_model)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True)))
        makers: dict[str, Callable[[], System]] = {
            ASSISTANT: lambda: assistant,
            "template": lambda: template(documents, embedder, folder / "template"),
            "bm25": lambda: bm25(documents),
            "dense": lambda: dense(documents, embedder, folder / "dense"),
            MODEL: lambda: stack.enter_context(_with_model(settings)),
        }
        unknown = [name for name in names if name not in makers]
        if unknown:
            raise SystemNameError(f"--systems {','.join(unknown)}: unknown; there are {', '.join(makers)}")
        yield {name: makers[name]() for name in names}
