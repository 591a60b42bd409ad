"""What the words of the documents weigh: rare ones tell more than common ones."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from szassist.text.tokens import tokens


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Document frequencies of search tokens over passages."""

    counts: Counter[str]
    size: int

    @classmethod
    def of(cls, texts: Iterable[str]) -> Vocabulary:
        """Count in how many of `texts` each token stands."""
        held = [set(tokens(text)) for text in texts]
        return cls(Counter(token for one in held for token in one), len(held))

    def knows(self, token: str) -> bool:
        """Whether the documents hold `token` at all."""
        return token in self.counts

    def weight(self, token: str) -> float:
        """Inverse document frequency: ln(1 + (N - n + 0.5) / (n + 0.5)), as BM25 takes it."""
        n = self.counts.get(token, 0)
        return math.log(1 + (self.size - n + 0.5) / (n + 0.5))

    def coverage(self, wanted: Sequence[str], *texts: str) -> float:
        """Which part of the weight of `wanted` stands in `texts`, 0 to 1; 0 where nothing is wanted."""
        there = {token for text in texts for token in tokens(text)}
        total = sum(map(self.weight, wanted))
        return sum(self.weight(token) for token in wanted if token in there) / total if total else 0.0

    def telling(self, content: str) -> tuple[str, ...]:
        """The tokens of `content` that tell something: pairs and whole Latin words; single characters only alone.

        A pair the documents do not know tells nothing where it only joins two words they know (深圳绿道: 圳绿).
        """
        found = tuple(dict.fromkeys(tokens(content)))
        joints = {
            content[at : at + 2]
            for at in range(1, len(content) - 2)
            if not self.knows(content[at : at + 2])
            and self.knows(content[at - 1 : at + 1])
            and self.knows(content[at + 1 : at + 3])
        }
        longer = tuple(token for token in found if len(token) > 1 and token not in joints)
        return longer or found
