"""What the words of the documents weigh: rare ones tell more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from szassist.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Document frequencies of search tokens over passages."""

    counts: Counter[str]
    size: int

    @classmethod
    def of(cls, texts: Collection[str]) -> Vocabulary:
        """Count in how many of `texts` each token stands."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(set(tokens(text)))
        return cls(counts, len(texts))

    def knows(self, word: str) -> bool:
        """Whether the documents hold every token of `word`: each pair of its characters, or the Latin word."""
        return all(token in self.counts for token in _telling(word))

    def rarity(self, word: str) -> float:
        """How much `word` tells, 0 to 1: the inverse document frequency of its rarest token over the highest one.

        ln(1 + (N - n + 0.5) / (n + 0.5)), as BM25 takes it, is highest for a token that no document holds (n = 0).
        """
        n = min((self.counts.get(token, 0) for token in _telling(word)), default=0)
        return self._idf(n) / self._idf(0)

    def _idf(self, n: int) -> float:
        return math.log(1 + (self.size - n + 0.5) / (n + 0.5))


@lru_cache(maxsize=1 << 16)  # every question weighs the words of every name again
def _telling(word: str) -> tuple[str, ...]:
    """The tokens that make up `word`: pairs of characters and Latin words; a single character where that is all."""
    found = tokens(word)
    return tuple(token for token in found if len(token) > 1 or token.isascii()) or found
