"""Dense search: vectors in a local Chroma database, the only file that knows chromadb.

chromadb is used directly rather than through langchain-chroma: the wrapper costs another second to import and
hides what an incremental build needs (upsert and look-up of vectors by id). Vectors are always passed in, for
Chroma would otherwise try to download a model; the fingerprint of our model names the collection, for Chroma
compares vectors of any two models that have the same dimension.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from szassist.errors import PolicyIndexError

# Chroma's defaults lose a tenth of the true neighbours at 10,000 vectors; these find 998 in 1,000 there.
HNSW = {"space": "cosine", "ef_search": 300, "ef_construction": 300, "max_neighbors": 32}
CHECKED = 16  # vectors looked up by a self-check
CLOSE = 0.999  # similarity of a vector with itself, at least


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stored vector near a query: its id and the cosine of the angle between them."""

    id: str
    similarity: float


class Dense:
    """The vectors of one model in one folder; reading is safe from several threads, one process may write."""

    def __init__(self, folder: Path, client: Any, collection: Any, batch: int) -> None:
        self.folder = folder
        self._client = client
        self._collection = collection
        self._batch = batch

    @classmethod
    def open(cls, folder: Path, fingerprint: str, *, create: bool = False) -> Dense:
        """The vectors of the model `fingerprint` in `folder`; where they are missing they are begun if `create`."""
        if not create and not (folder / "chroma.sqlite3").is_file():
            raise PolicyIndexError(f"{folder}: the vector database is missing; run 'szassist build'")
        with _translated(folder):
            import chromadb
            from chromadb.config import Settings

            client: Any = chromadb.PersistentClient(path=str(folder), settings=Settings(anonymized_telemetry=False))
            try:
                batch = client.get_max_batch_size()
                return cls(folder, client, _collection(client, fingerprint, create), batch)
            except BaseException:
                client.close()
                raise

    def close(self) -> None:
        """Release the database; closing twice does no harm."""
        self._client.close()

    def count(self) -> int:
        """How many vectors are stored."""
        with _translated(self.folder):
            return int(self._collection.count())

    def ids(self) -> frozenset[str]:
        """The ids of all stored vectors."""
        with _translated(self.folder):
            return frozenset(self._collection.get(include=[])["ids"])

    def vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The stored vectors of those of `ids` that have one."""
        found: dict[str, NDArray[np.float32]] = {}
        with _translated(self.folder):
            for some in _batches(ids, self._batch):
                got = self._collection.get(ids=list(some), include=["embeddings"])
                rows = np.asarray(got["embeddings"], dtype=np.float32)
                found |= dict(zip(got["ids"], rows, strict=True))
        return found

    def upsert(self, ids: Sequence[str], vectors: NDArray[np.float32]) -> None:
        """Store a row of `vectors` for each id, which must differ; an id that has a vector gets the new one."""
        with _translated(self.folder):
            for start in range(0, len(ids), self._batch):
                some = slice(start, start + self._batch)
                self._collection.upsert(ids=list(ids[some]), embeddings=vectors[some])

    def delete(self, ids: Iterable[str]) -> None:
        """Remove the vectors of `ids`; an id without a vector is no error."""
        with _translated(self.folder):
            for some in _batches(sorted(ids), self._batch):
                self._collection.delete(ids=list(some))

    def query(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        """At most `limit` nearest neighbours of `vector`, best first; none for a vector of zeros."""
        if limit < 1 or not vector.any():
            return []
        with _translated(self.folder):
            got = self._collection.query(query_embeddings=[vector], n_results=limit, include=["distances"])
        pairs = zip(got["ids"][0], got["distances"][0], strict=True)
        return [Neighbour(id=found, similarity=1.0 - float(distance)) for found, distance in pairs]

    def check(self, ids: Sequence[str]) -> None:
        """Raise PolicyIndexError unless the vectors of `ids`, by sample, are stored and found.

        Chroma notices neither a database that lost its vector files nor one that was emptied.
        """
        if not ids:
            return
        if (held := self.count()) < len(ids):
            raise self._damaged(f"{held} vectors where {len(ids)} are needed")
        sample = [ids[position] for position in np.linspace(0, len(ids) - 1, num=min(CHECKED, len(ids)), dtype=int)]
        stored = self.vectors(sample)
        if len(stored) < len(set(sample)):
            raise self._damaged("vectors are missing")
        known = next((vector for vector in stored.values() if vector.any()), None)
        if known is None:
            return
        wanted = min(10, held)
        found = self.query(known, wanted)
        if len(found) < wanted or found[0].similarity < CLOSE:
            raise self._damaged("stored vectors are not found")

    def keep_models(self, fingerprints: Iterable[str]) -> None:
        """Drop the vectors of every model but these."""
        kept = {_name(fingerprint) for fingerprint in fingerprints}
        with _translated(self.folder):
            for collection in self._client.list_collections():
                if collection.name not in kept:
                    self._client.delete_collection(collection.name)

    def _damaged(self, reason: str) -> PolicyIndexError:
        return PolicyIndexError(f"{self.folder}: the vector database is damaged ({reason}); run 'szassist build'")


def _name(fingerprint: str) -> str:
    return f"passages-{sha256(fingerprint.encode()).hexdigest()[:32]}"


def _collection(client: Any, fingerprint: str, create: bool) -> Any:
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(_name(fingerprint), embedding_function=None)
    except NotFoundError:
        if not create:
            raise
    return client.create_collection(
        _name(fingerprint),
        embedding_function=None,
        configuration={"hnsw": HNSW},
        metadata={"fingerprint": fingerprint},
    )


def _batches(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    """Whatever Chroma raises, as one error that names the folder and the remedy."""
    from chromadb.errors import ChromaError

    try:
        yield
    except (ChromaError, ValueError, RuntimeError, OSError, AttributeError) as error:
        # AttributeError: Chroma keeps the remains of a database that failed to open for the rest of the process.
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise PolicyIndexError(
            f"{folder}: the vector database cannot be used ({reason}); run 'szassist build'"
        ) from error
