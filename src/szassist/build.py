"""The path of a document: read, cut into passages, draw up the register, bring the index up to date."""

from __future__ import annotations

from collections.abc import Callable

from szassist.ingest.corpus import Corpus, read_corpus
from szassist.ingest.passages import passages
from szassist.register.extract import extract
from szassist.search.embed import Embedder, load_embedder
from szassist.search.index import SyncReport, is_stale, sync
from szassist.search.store import Content
from szassist.settings import Settings

Progress = Callable[[int, int], None]


def build(settings: Settings, embedder: Embedder | None = None, progress: Progress | None = None) -> SyncReport:
    """Bring the index up to date with the corpus; what did not change is neither embedded nor written again."""
    corpus = read_corpus(settings.corpus)
    return _sync(settings, corpus, embedder or load_embedder(settings.embedding_model), progress)


def build_if_stale(settings: Settings, embedder: Embedder) -> SyncReport | None:
    """Build only if the index is missing or does not match the corpus and the model; None if it was current."""
    corpus = read_corpus(settings.corpus)
    if not is_stale(settings.index, corpus.digests, embedder.fingerprint, settings.chroma_url):
        return None
    return _sync(settings, corpus, embedder, None)


def _sync(settings: Settings, corpus: Corpus, embedder: Embedder, progress: Progress | None) -> SyncReport:
    content = Content(
        documents=corpus.documents,
        passages=tuple(passage for document in corpus.documents for passage in passages(document)),
        facts=tuple(fact for document in corpus.documents for fact in extract(document)),
    )
    return sync(settings.index, content, corpus.digests, embedder, progress, settings.chroma_url)
