"""The index of the documents: brought up to date by `sync`, searched through `Index`.

Vectors are keyed by a digest of the text that was embedded, so a passage that did not change is never embedded
again, wherever it moved, and a build never touches a vector that the index in use needs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from types import MappingProxyType

from szassist.errors import PolicyIndexError
from szassist.query import Query
from szassist.schema import Document, Fact, Hit, Passage
from szassist.search import store
from szassist.search.dense import Dense, discard, is_on_server
from szassist.search.embed import Embedder
from szassist.search.lexical import Lexical
from szassist.search.likeness import Likeness
from szassist.search.postings import NONE, Postings
from szassist.search.ranking import Ranking
from szassist.search.store import Content, Manifest
from szassist.search.texts import search_texts, text_key

Progress = Callable[[int, int], None]  # steps done, steps in all
SPARE = 20  # neighbours asked for beyond that: a build may be storing vectors this generation does not know
EMBED_BATCH = 256
LAST_STEPS = 3  # the generation written, the manifest replaced, what is obsolete removed


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What a build did."""

    passages: int
    embedded: int
    reused: int  # passages whose vector was there already
    removed: int  # vectors no passage needs any more
    unchanged: bool  # the index was up to date, nothing was written


def is_stale(folder: Path, digests: Mapping[str, str], fingerprint: str, server: str | None = None) -> bool:
    """Whether the index in `folder` is missing, incomplete, made from other files, model or version, or elsewhere."""
    try:
        manifest = store.read_manifest(folder)
    except PolicyIndexError:
        return True
    made_from = (dict(manifest.corpus), manifest.fingerprint, dict(manifest.versions))
    whole = (folder / manifest.generation).is_dir() and (folder / manifest.vectors).is_dir()
    there = is_on_server(folder / manifest.vectors) == (server is not None)
    return not (whole and there) or made_from != (dict(digests), fingerprint, store.library_versions())


def sync(
    folder: Path,
    content: Content,
    digests: Mapping[str, str],
    embedder: Embedder,
    progress: Progress | None = None,
    server: str | None = None,
) -> SyncReport:
    """Bring the index in `folder` up to `content`, made from the corpus files `digests`, with the model `embedder`.

    Only passages without a stored vector are embedded. Until the manifest is replaced, the last step but one, the
    index that was there stays whole; a damaged vector database is left behind for a new one. The vectors are kept in
    the folder, or by the Chroma server at `server`.
    """
    with store.single_builder(folder):
        return _Build(folder, content, digests, embedder, progress or (lambda done, total: None), server).run()


class _Build:
    """One build, under the lock."""

    def __init__(
        self,
        folder: Path,
        content: Content,
        digests: Mapping[str, str],
        embedder: Embedder,
        progress: Progress,
        server: str | None,
    ) -> None:
        self.folder, self.digests, self.server = folder, digests, server
        self.embedder, self.progress = embedder, progress
        self.texts = list(search_texts(content.documents, content.passages))
        self.keys = list(map(text_key, self.texts))
        self.by_key = dict(zip(self.keys, self.texts, strict=True))
        self.files = store.serialise(content)

    def run(self) -> SyncReport:
        """Do what is needed, in the order that keeps the old index whole; see `sync`."""
        current = self._current()
        known = self._known(current)
        dense, stored = self._vectors(current, known)
        try:
            missing = [key for key in self.by_key if key not in stored]
            wanted = self._manifest(dense.folder.name)
            unchanged = not missing and current is not None and self._holds(current, wanted, known)
            if unchanged and current is not None:
                wanted = current
            else:
                self._embed(dense, missing)
                wanted = self._replace(wanted, len(missing), known)
            obsolete = stored.difference(self.by_key)
            dense.delete(obsolete)
            # A server that still runs on the index before this one keeps its vectors until the next build.
            dense.keep_models({self.embedder.fingerprint} | ({current.fingerprint} if current else set()))
        finally:
            dense.close()
        for name in store.vector_folders(self.folder) if self.server else ():
            if self.server and name != wanted.vectors:
                discard(self.folder / name, self.server)
        store.remove_obsolete(self.folder, wanted)
        self.progress(len(missing) + LAST_STEPS, len(missing) + LAST_STEPS)
        embedded = set(missing)
        new = sum(key in embedded for key in self.keys)
        return SyncReport(len(self.texts), new, len(self.texts) - new, len(obsolete), unchanged)

    def _current(self) -> Manifest | None:
        try:
            return store.read_manifest(self.folder)
        except PolicyIndexError:
            return None

    def _vectors(self, current: Manifest | None, known: Postings) -> tuple[Dense, frozenset[str]]:
        """The vector database to build on, with the ids it holds: one that is there and sound, else a new one."""
        there = store.vector_folders(self.folder)
        if current is not None and current.vectors in there:
            there = [current.vectors, *(name for name in there if name != current.vectors)]
        # A build adds vectors before it replaces the manifest, and removes others after it.
        own = current.vectors if current is not None and current.fingerprint == self.embedder.fingerprint else None
        for name in there:
            try:
                dense = self._open(name)
            except PolicyIndexError:
                continue
            try:
                stored = dense.ids(known.keys if name == own else ())
                dense.check(stored)
            except PolicyIndexError:
                dense.close()
                continue
            if dense.suits(len(self.by_key)):
                return dense, stored
            fresh = self._open(store.new_vector_folder())
            stored = fresh.copy(dense, self.by_key)
            dense.close()
            return fresh, stored
        return self._open(store.new_vector_folder()), frozenset()

    def _open(self, name: str) -> Dense:
        return Dense.open(
            self.folder / name,
            self.embedder.fingerprint,
            create=True,
            expected=len(self.by_key),
            server=self.server,
        )

    def _manifest(self, vectors: str) -> Manifest:
        return Manifest(
            format=store.FORMAT,
            generation="",
            vectors=vectors,
            content=store.digest(self.files),
            model=self.embedder.name,
            fingerprint=self.embedder.fingerprint,
            dimension=self.embedder.dimension,
            corpus=dict(self.digests),
            versions=store.library_versions(),
        )

    def _holds(self, current: Manifest, wanted: Manifest, known: Postings) -> bool:
        """Whether `current` is `wanted` already and its generation can be read."""
        if replace(current, generation="") != wanted or known is NONE or known.keys != tuple(self.keys):
            return False
        with suppress(PolicyIndexError):
            store.read_content(self.folder, current)
            return True
        return False

    def _known(self, current: Manifest | None) -> Postings:
        """What was counted for the index in use; nothing if other code counted it or it is damaged."""
        if current is not None and current.versions == store.library_versions():
            with suppress(OSError, ValueError):
                return Postings.load(self.folder / current.generation / store.LEXICAL)
        return NONE

    def _embed(self, dense: Dense, missing: Sequence[str]) -> None:
        total = len(missing) + LAST_STEPS
        self.progress(0, total)
        for start in range(0, len(missing), EMBED_BATCH):
            keys = missing[start : start + EMBED_BATCH]
            dense.upsert(keys, self.embedder.encode([self.by_key[key] for key in keys]))
            self.progress(start + len(keys), total)
        dense.check(self.by_key)

    def _replace(self, wanted: Manifest, embedded: int, known: Postings) -> Manifest:
        total = embedded + LAST_STEPS
        generation = store.write_generation(self.folder, self.files)
        known.updated(self.keys, self.texts).save(self.folder / generation / store.LEXICAL)
        self.progress(embedded + 1, total)
        written = replace(wanted, generation=generation)
        store.write_manifest(self.folder, written)
        self.progress(embedded + 2, total)
        return written


class Index:
    """A built index, open for reading; safe to share between threads."""

    def __init__(
        self, content: Content, keys: Sequence[str], lexical: Lexical, dense: Dense, embedder: Embedder
    ) -> None:
        self.documents: Mapping[str, Document] = MappingProxyType({d.id: d for d in content.documents})
        self.passages: tuple[Passage, ...] = content.passages
        self.facts: tuple[Fact, ...] = content.facts
        self._dense, self._embedder = dense, embedder
        self.likeness = Likeness(embedder)
        self.ranking = Ranking(self.documents, self.passages, self.facts, lexical, self._near)
        self._positions: dict[str, list[int]] = {}
        for position, key in enumerate(keys):
            self._positions.setdefault(key, []).append(position)
        dense.ready(sorted(self._positions))

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, server: str | None = None) -> Index:
        """The index in `folder`, its vectors there or kept by the Chroma server at `server`.

        PolicyIndexError if it is missing, damaged or made with another model.
        """
        manifest = store.read_manifest(folder)
        try:
            return cls._load(folder, manifest, embedder, server)
        except PolicyIndexError:
            newer = store.read_manifest(folder)
            if newer == manifest:
                raise
            return cls._load(folder, newer, embedder, server)  # a build ended while we were reading

    @classmethod
    def _load(cls, folder: Path, manifest: Manifest, embedder: Embedder, server: str | None) -> Index:
        if manifest.fingerprint != embedder.fingerprint:
            raise PolicyIndexError(
                f"{folder / store.MANIFEST} was built with {manifest.model} ({manifest.fingerprint[:8]}),"
                f" settings name {embedder.name} ({embedder.fingerprint[:8]}); {store.REMEDY}"
            )
        content = store.read_content(folder, manifest)
        keys = list(map(text_key, search_texts(content.documents, content.passages)))
        lexical = Lexical(_postings(folder, manifest, keys))
        dense = Dense.open(folder / manifest.vectors, manifest.fingerprint, server=server)
        try:
            return cls(content, keys, lexical, dense, embedder)
        except PolicyIndexError:
            dense.close()
            raise

    def search(self, query: Query, limit: int = 10) -> list[Hit]:
        """At most `limit` passages for `query`, best first; none for an empty question.

        The score is that of the reranker: it orders the hits of one search and means nothing beyond it.
        """
        if limit < 1 or not query.question.strip():
            return []
        return [self._hit(position, score) for position, score in self.ranking.search(query, limit)]

    def _near(self, text: str, limit: int) -> dict[int, float]:
        """The passages whose vectors are nearest to that of `text`, with the cosines."""
        neighbours = self._dense.query(self._embedder.encode([text])[0], limit + SPARE)
        known = ((position, one.similarity) for one in neighbours for position in self._positions.get(one.id, ()))
        return dict(islice(known, limit))

    def _hit(self, position: int, score: float) -> Hit:
        passage = self.passages[position]
        document = self.documents[passage.document_id]
        return Hit(
            document_id=document.id,
            start=passage.start,
            end=passage.end,
            text=document.text[passage.start : passage.end],
            score=score,
            section_path=document.section_path(passage.start),
        )

    def close(self) -> None:
        """Release the vector database; closing twice does no harm."""
        self._dense.close()


def _postings(folder: Path, manifest: Manifest, keys: Sequence[str]) -> Postings:
    """What was counted in the texts `keys`; PolicyIndexError if the generation does not hold that."""
    place = folder / manifest.generation / store.LEXICAL
    try:
        postings = Postings.load(place)
    except (OSError, ValueError) as error:
        raise PolicyIndexError(f"{place}: the lexical index is damaged ({error}); {store.REMEDY}") from error
    if postings.keys != tuple(keys):
        raise PolicyIndexError(f"{place}: the lexical index is that of other texts; {store.REMEDY}")
    return postings
