"""How like texts are to one another, by their vectors; each text is embedded once as long as it is remembered."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from szassist.search.embed import Embedder

REMEMBERED = 20_000  # texts; with the shipped model 20 MB


class Likeness:
    """The cosines of one text with others; safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, NDArray[np.float32]] = {}

    def __call__(self, text: str, others: Sequence[str]) -> list[float]:
        """The cosine of `text` with each of `others`, -1 to 1; 0 where either is empty."""
        if not others:
            return []
        known = self._known
        missing = [one for one in dict.fromkeys(others) if one not in known]
        embedded = self._embedder.encode([text, *missing])
        known = known | dict(zip(missing, embedded[1:], strict=True)) if missing else known
        self._known = known if len(known) <= REMEMBERED else {}
        cosines: list[float] = (np.stack([known[one] for one in others]) @ embedded[0]).tolist()
        return cosines
