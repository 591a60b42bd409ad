"""Lexical search: BM25 over characters, pairs of characters, words and figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from szassist.text.tokens import tokens

if TYPE_CHECKING:
    from bm25s import BM25

# Lucene's variant of BM25 with Anserini's parameters: k1 bounds what repetition adds, b what a text's length takes
# away. Passages are cut to similar lengths, so both are smaller than the customary 1.5 and 0.75. Headings above a
# passage are part of its text and count once, like its own words.
K1, B = 0.9, 0.4


class Lexical:
    """BM25 over a fixed list of texts, which it knows by their positions."""

    def __init__(self, retriever: BM25 | None) -> None:
        self._retriever = retriever

    @classmethod
    def build(cls, texts: Sequence[str]) -> Lexical:
        """An index of `texts`; it may be empty, and so may any text in it."""
        from bm25s import BM25

        if not texts:
            return cls(None)
        retriever = BM25(k1=K1, b=B, method="lucene")
        # The empty token stands in texts without any other; bm25s cannot index a corpus without tokens.
        retriever.index([list(tokens(text)) or [""] for text in texts], show_progress=False)
        return cls(retriever)

    @classmethod
    def load(cls, folder: Path, size: int) -> Lexical:
        """What `save` wrote; `size` is the number of texts it must hold. ValueError or OSError if it does not."""
        from bm25s import BM25

        if size == 0:
            return cls(None)
        try:
            retriever = BM25.load(folder, show_progress=False)
            held = int(retriever.scores["num_docs"])
        except (KeyError, TypeError, AttributeError, EOFError) as error:
            raise ValueError(f"no BM25 index can be read from it ({error!r})") from error
        if held != size:
            raise ValueError(f"it holds {held} texts instead of {size}")
        return cls(retriever)

    def save(self, folder: Path) -> None:
        """Write the index into `folder`, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        if self._retriever is not None:
            self._retriever.save(folder, show_progress=False)

    def search(self, text: str, limit: int) -> list[int]:
        """Positions of at most `limit` texts that share a token with `text`, best first.

        Words, figures and pairs of characters rank; texts that share nothing but single characters come after.
        """
        asked = dict.fromkeys(tokens(text))
        ranked = self._ranked([token for token in asked if len(token) > 1 or token.isascii()], limit)
        if len(ranked) < limit:
            ranked = list(dict.fromkeys((*ranked, *self._ranked(list(asked), 2 * limit))))
        return ranked[:limit]

    def _ranked(self, asked: list[str], limit: int) -> list[int]:
        """Positions of at most `limit` texts that hold one of the tokens `asked`, best first."""
        known = [] if self._retriever is None else self._retriever.get_tokens_ids(asked)
        if self._retriever is None or not known:
            return []
        scores = self._retriever.get_scores_from_ids(known)
        found = np.flatnonzero(scores > 0)
        best = found[np.argsort(-scores[found], kind="stable")]
        return [int(position) for position in best[:limit]]
