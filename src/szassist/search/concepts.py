"""Which official expressions a text comes closest to, by all that people say for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from szassist.query import Meant
from szassist.search.lexical import Lexical, bare, best
from szassist.text.english_phrases import stems
from szassist.text.script import has_chinese

NEAREST = 5  # expressions that a text may mean
FRAME = 0.5  # what a token counts that only frames a question


class Concepts:
    """Official expressions, each with everything that people say for it, searched like passages.

    An everyday expression is known only as it is written; here its characters count, so that 海边没被水泥改过的 comes near to what
    others say for a natural coastline.
    """

    def __init__(self, said: Iterable[tuple[str, str]]) -> None:
        """`said`: pairs of an everyday expression and the official one, folded."""
        of: dict[str, list[str]] = {}
        for everyday, official in said:
            of.setdefault(official, [official]).append(_words(everyday))
        self.official = tuple(of)
        self._said = [" ".join(some) for some in of.values()]
        self._lexical = Lexical.build(self._said)
        self.nearest = lru_cache(maxsize=256)(self._nearest)

    def _nearest(self, text: str, content: str = "") -> tuple[Meant, ...]:
        """At most `NEAREST` official expressions that share something with a folded text, the closest first; what does not
        stand in its `content`, if that is given, counts less.
        """
        weights, told = bare(_words(text)), bare(_words(content))
        weights = {
            token: weight if token in told or not told else FRAME * weight for token, weight in weights.items()
        }
        scores = self._lexical.scores(weights)
        return tuple(Meant(self.official[at], float(scores[at]), self._said[at]) for at in best(scores, NEAREST))


def _words(text: str) -> str:
    """A text as it is compared: Chinese as it is, English by the stems of its words that tell something."""
    return text if has_chinese(text) else " ".join(stems(text))
