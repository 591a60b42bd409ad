"""Dense search: vectors in a Chroma database, local or on a server; the only file that knows chromadb.

chromadb is used directly rather than through langchain-chroma: the wrapper costs another second to import and
hides what an incremental build needs (upsert and look-up of vectors by id). Vectors are always passed in, for
Chroma would otherwise try to download a model; the fingerprint of our model names the collection, for Chroma
compares vectors of any two models that have the same dimension.

A local database of at most `EXACT` vectors is only kept by Chroma: readers take the vectors into memory and scan
them, which finds every neighbour. A larger one, or one on a server, is searched by Chroma's graph (HNSW).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from szassist.errors import PolicyIndexError
from szassist.search.exact import Neighbour, Scan

EXACT = 100_000  # vectors; docs/scaling.md gives the measurements
# Chroma's defaults lose a tenth of the true neighbours at 10,000 vectors; these find 998 in 1,000 there.
GRAPH = {"space": "cosine", "ef_search": 300, "ef_construction": 300, "max_neighbors": 32}
# Chroma cannot keep vectors without a graph: the least one, which no question is put to.
KEPT = {"space": "cosine", "ef_search": 10, "ef_construction": 10, "max_neighbors": 4}
SEARCH, BY_SCAN, BY_GRAPH = "search", "scan", "graph"  # the collection's metadata: how it is searched
ON_SERVER = "on-chroma-server"  # file that stands in the folder for the vectors
CHECKED = 16  # vectors looked up by a self-check
SENT = 1_000  # vectors in one message to a server, which takes 40 MiB
PATIENCE = 60.0  # seconds that a server may take for one message
CLOSE = 0.999  # similarity of a vector with itself, at least
REMEDY = "run 'szassist build'"


def is_on_server(folder: Path) -> bool:
    """Whether the vectors of `folder` are kept by a Chroma server."""
    return (folder / ON_SERVER).is_file()


class Dense:
    """The vectors of one model in one folder; reading is safe from several threads, one process may write."""

    def __init__(self, place: _Place, client: Any, collection: Any) -> None:
        self.folder = place.folder
        self.exact: bool = (collection.metadata or {}).get(SEARCH) == BY_SCAN
        self._place = place
        self._client = client
        self._collection = collection
        self._batch = min(client.get_max_batch_size(), SENT if place.server else EXACT)
        self._scan: Scan | None = None

    @classmethod
    def open(
        cls, folder: Path, fingerprint: str, *, create: bool = False, expected: int = 0, server: str | None = None
    ) -> Dense:
        """The vectors of the model `fingerprint` in `folder`, or those that the Chroma server at `server` keeps for it.

        Where they are missing they are begun if `create`, for the search that suits as many as are `expected`.
        """
        place = _Place(folder, server)
        place.check(create)
        with _translated(place):
            client = place.client()
            try:
                kind = BY_GRAPH if server or expected > EXACT else BY_SCAN
                dense = cls(place, client, _collection(client, place.name(fingerprint), kind if create else None))
                if server and create:
                    folder.mkdir(parents=True, exist_ok=True)
                    (folder / ON_SERVER).touch()
            except BaseException:
                _close(client)
                raise
        return dense

    def close(self) -> None:
        """Release the database; closing twice does no harm."""
        _close(self._client)

    def suits(self, size: int) -> bool:
        """Whether this is the way to search `size` vectors; in between either is, lest small changes copy them all."""
        if self._place.server:
            return True
        return size <= EXACT if self.exact else size > EXACT // 2

    def copy(self, other: Dense, ids: Iterable[str]) -> frozenset[str]:
        """Take over those of the vectors `ids` that `other` has; gives their ids."""
        taken: set[str] = set()
        for some in _batches(list(ids), self._batch):
            if stored := other.vectors(some):
                self.upsert(list(stored), np.stack(list(stored.values())))
                taken |= stored.keys()
        return frozenset(taken)

    def ready(self, ids: Sequence[str]) -> None:
        """Check, and take into memory what is to be scanned: from then on only `ids` are found.

        Until then a scan finds whatever was stored at the first question.
        """
        self.check(ids)
        if self.exact:
            self._scan = self._read(ids)

    def count(self) -> int:
        """How many vectors are stored."""
        with _translated(self._place):
            return int(self._collection.count())

    def ids(self, needed: Iterable[str] = ()) -> frozenset[str]:
        """The ids of all stored vectors; `needed`, which are among them, where there are no others: Chroma takes long to
        list them.
        """
        known = frozenset(needed)
        if known and self.count() == len(known):
            return known
        with _translated(self._place):
            return frozenset(self._collection.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors of those of `ids` that have one."""
        found: dict[str, NDArray[np.float32]] = {}
        with _translated(self._place):
            for some in _batches(ids, self._batch):
                got = self._collection.get(ids=list(some), include=["embeddings"])
                rows = np.asarray(got["embeddings"], dtype=np.float32)
                found |= dict(zip(got["ids"], rows, strict=True))
        return found

    def upsert(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store a row of `vectors` for each id, which must differ; an id that has a vector gets the new one."""
        with _translated(self._place):
            for start in range(0, len(ids), self._batch):
                some = slice(start, start + self._batch)
                self._collection.upsert(ids=list(ids[some]), embeddings=vectors[some])

    def delete(self, ids: Iterable[str]) -> None:
        """Remove the vectors of `ids`; an id without a vector is no error."""
        with _translated(self._place):
            for some in _batches(sorted(ids), self._batch):
                self._collection.delete(ids=list(some))

    def query(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        """At most `limit` nearest neighbours of `vector`, best first; none for a vector of zeros."""
        if limit < 1 or not vector.any():
            return []
        if self.exact:
            return self._scanned(vector, limit)
        with _translated(self._place):
            got = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        pairs = zip(got["ids"][0], got["distances"][0], strict=True)
        return [Neighbour(id=found, similarity=1.0 - float(distance)) for found, distance in pairs]

    def check(self, ids: Collection[str]) -> None:
        """Raise PolicyIndexError unless the vectors of `ids`, by sample, are stored and found.

        Chroma notices neither a database that lost its vector files nor one that was emptied.
        """
        if not ids:
            return
        if (held := self.count()) < len(ids):
            raise self._damaged(f"{held} vectors where {len(ids)} are needed")
        listed = list(ids)
        sample = [listed[place] for place in np.linspace(0, len(ids) - 1, num=min(CHECKED, len(ids)), dtype=int)]
        stored = self.vectors(sample)
        if len(stored) < len(set(sample)):
            raise self._damaged("vectors are missing")
        known = next((vector for vector in stored.values() if vector.any()), None)
        if known is None or self.exact:
            return
        wanted = min(10, held)
        found = self.query(known, wanted)
        if len(found) < wanted or found[0].similarity < CLOSE:
            raise self._damaged("stored vectors are not found")

    def keep_models(self, fingerprints: Iterable[str]) -> None:
        """Drop the vectors of every model but these."""
        kept = {self._place.name(fingerprint) for fingerprint in fingerprints}
        with _translated(self._place):
            for collection in self._client.list_collections():
                if collection.name.startswith(self._place.prefix) and collection.name not in kept:
                    self._client.delete_collection(collection.name)

    def _scanned(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        if self._scan is None:
            self._scan = self._read(sorted(self.ids()))
        try:
            return self._scan.query(vector, limit)
        except ValueError as error:
            raise PolicyIndexError(f"{self._place}: {error}; {REMEDY}") from error

    def _read(self, ids: Sequence[str]) -> Scan:
        stored = self.vectors(ids)
        if len(stored) < len(ids):
            raise self._damaged(f"{len(stored)} of {len(ids)} vectors can be read")
        return Scan(list(stored), np.stack(list(stored.values()) or [np.zeros(1, dtype=np.float32)])[: len(stored)])

    def _damaged(self, reason: str) -> PolicyIndexError:
        return PolicyIndexError(f"{self._place}: the vector database is damaged ({reason}); {REMEDY}")


def discard(folder: Path, server: str) -> None:
    """Drop what the Chroma server keeps for `folder`; nothing if it keeps nothing."""
    if is_on_server(folder):
        dense = Dense.open(folder, "", create=True, server=server)
        dense.keep_models(())
        dense.close()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the vectors of a folder are kept: in it, or by a Chroma server."""

    folder: Path
    server: str | None

    def __str__(self) -> str:
        if self.server is None:
            return str(self.folder)
        parts = urlsplit(self.server)
        return f"{self.folder}, kept by the Chroma server {parts.scheme}://{parts.netloc.rpartition('@')[2]}"

    @property
    def prefix(self) -> str:
        """With what the names of this folder's collections begin; a server may serve other folders too."""
        return "passages-" if self.server is None else f"{self.folder.name}-"

    def name(self, fingerprint: str) -> str:
        """The collection of a model."""
        return self.prefix + sha256(fingerprint.encode()).hexdigest()[:32]

    def check(self, create: bool) -> None:
        """Raise PolicyIndexError if the vectors are elsewhere, or nowhere and not to be begun."""
        if self.server is None and is_on_server(self.folder):
            raise PolicyIndexError(f"{self}: a Chroma server keeps the vectors; set SZASSIST_CHROMA_URL or {REMEDY}")
        local = (self.folder / "chroma.sqlite3").is_file()
        if self.server is not None and local:
            raise PolicyIndexError(f"{self}: the vectors are not there but in the folder; {REMEDY}")
        if not create and not (local or is_on_server(self.folder)):
            raise PolicyIndexError(f"{self}: the vector database is missing; {REMEDY}")

    def client(self) -> Any:
        """A connection of its own to the database."""
        import chromadb
        from chromadb.config import Settings

        quiet = Settings(anonymized_telemetry=False)
        if self.server is None:
            return chromadb.PersistentClient(path=str(self.folder), settings=quiet)
        client = chromadb.HttpClient(host=self.server, settings=quiet)
        for session in _sessions(client):
            session.timeout = PATIENCE
        return client


def _sessions(client: Any) -> list[Any]:
    """The connections of `client` to a server, none of a local one: Chroma neither limits their time nor closes them."""
    owners = (client, getattr(client, "_admin_client", None))
    found = (getattr(getattr(owner, "_server", None), "_session", None) for owner in owners)
    return [session for session in found if session is not None]


def _close(client: Any) -> None:
    client.close()
    for session in _sessions(client):
        session.close()


def _collection(client: Any, name: str, create: str | None) -> Any:
    """The collection `name`; where it is missing it is made for the search `create`."""
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(name, embedding_function=None)
    except NotFoundError:
        if create is None:
            raise
    hnsw = KEPT if create == BY_SCAN else GRAPH
    return client.create_collection(
        name, embedding_function=None, configuration={"hnsw": hnsw}, metadata={SEARCH: create}
    )


def _batches(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


@contextmanager
def _translated(place: _Place) -> Iterator[None]:
    """Whatever Chroma raises, as one error that names the place and the remedy."""
    from chromadb.errors import ChromaError
    from httpx import HTTPError

    try:
        yield
    except (ChromaError, HTTPError, ValueError, RuntimeError, OSError, AttributeError) as error:
        # AttributeError: Chroma keeps the remains of a database that failed to open for the rest of the process.
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        remedy = REMEDY if place.server is None else f"start the server, correct SZASSIST_CHROMA_URL or {REMEDY}"
        raise PolicyIndexError(f"{place}: the vector database cannot be used ({reason}); {remedy}") from error
