"""`szassist doctor`: is everything in place for the assistant to work?"""

from __future__ import annotations

import platform
import socket
from collections.abc import Callable
from dataclasses import dataclass

from szassist.errors import ServeError, SzassistError
from szassist.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked: what, whether it is sound, and the figures or the remedy."""

    what: str
    sound: bool
    detail: str


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Check everything a run needs, in the order in which it is needed; changes nothing."""
    checks: tuple[tuple[str, Callable[[Settings], str]], ...] = (
        ("python", lambda _: platform.python_version()),
        ("corpus", _corpus),
        ("embedding model", _model),
        ("index", _index),
        ("port", _port),
    )
    return tuple(_finding(what, check, settings) for what, check in checks)


def _finding(what: str, check: Callable[[Settings], str], settings: Settings) -> Finding:
    try:
        return Finding(what, True, check(settings))
    except SzassistError as error:
        return Finding(what, False, str(error))


def _corpus(settings: Settings) -> str:
    from szassist.ingest.corpus import read_corpus

    corpus = read_corpus(settings.corpus)
    characters = sum(len(document.text) for document in corpus.documents)
    return f"{settings.corpus}: {len(corpus.documents)} documents, {characters} characters"


def _model(settings: Settings) -> str:
    from szassist.search.embed import load_embedder

    embedder = load_embedder(settings.embedding_model)
    return f"{settings.embedding_model}: {embedder.dimension} dimensions"


def _index(settings: Settings) -> str:
    from szassist.search.embed import load_embedder
    from szassist.search.index import Index

    index = Index.open(settings.index, load_embedder(settings.embedding_model), settings.chroma_url)
    try:
        return f"{settings.index}: {len(index.passages)} passages, {len(index.facts)} facts"
    finally:
        index.close()


def _port(settings: Settings) -> str:
    with socket.socket() as probe:
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise ServeError(
                f"{settings.host}:{settings.port} cannot be listened on ({error.strerror}); "
                "stop what uses it or set SZASSIST_PORT"
            ) from error
    return f"{settings.host}:{settings.port} is free"
