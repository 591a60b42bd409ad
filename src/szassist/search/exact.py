"""Exact dense search: one product of a matrix held in memory with the question's vector."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A stored vector near a query: its id and the cosine of the angle between them."""

    id: str
    similarity: float


class Scan:
    """Vectors held in memory, a row for each id; safe to share between threads."""

    def __init__(self, ids: Sequence[str], rows: NDArray[np.float32]) -> None:
        self._ids = tuple(ids)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        self._rows = np.ascontiguousarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)

    def query(self, vector: NDArray[np.float32], limit: int) -> list[Neighbour]:
        """The `limit` nearest neighbours of `vector`, which is not zero, best first; of equals the earlier first.

        ValueError if the vector has another dimension.
        """
        if not self._ids:
            return []
        if len(vector) != self._rows.shape[1]:
            raise ValueError(
                f"the vectors have the dimension {self._rows.shape[1]}, the question's has {len(vector)}"
            )
        unit = (vector / np.linalg.norm(vector)).astype(np.float32)
        # Not `@`: its threads wait for one another, three times as long where other processes keep the cores busy.
        cosines = np.einsum("ij,j->i", self._rows, unit)
        if limit < len(cosines):  # sort only what can be among the best
            near = np.flatnonzero(cosines >= np.partition(cosines, -limit)[-limit])
        else:
            near = np.arange(len(cosines))
        best = near[np.argsort(-cosines[near], kind="stable")][:limit]
        return [Neighbour(self._ids[row], float(cosines[row])) for row in best]
