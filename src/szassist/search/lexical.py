"""Lexical search: BM25 over characters, pairs of characters, words and figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from szassist.query import Expansion, Query
from szassist.search.postings import Postings
from szassist.text.tokens import tokens

# Lucene's variant of BM25 with Anserini's parameters: k1 bounds what repetition adds, b what a text's length takes
# away. Passages are cut to similar lengths, so both are smaller than the customary 1.5 and 0.75. Headings above a
# passage are part of its text and count once, like its own words.
METHOD, K1, B = "lucene", 0.9, 0.4
SINGLE = 0.3  # what a single character counts beside a pair of characters, a word or a figure
SCAFFOLDING = 0.5  # what a token counts that only frames the question (是多少, 请问)
TOGETHER = 1 << 16  # postings scored at a time: what is in between stays in the processor's cache

Scores = NDArray[np.float32]  # one for each text


def asked(query: Query) -> dict[str, float]:
    """The tokens of a question with what each counts; units of government by the names that documents write, and what a
    follow-up leaves out by the words of the question before it.
    """
    weights = dict.fromkeys(tokens(query.question), SCAFFOLDING)
    own = tuple(hint.word for hint in query.hints) if query.before else ()
    core = (query.content, *own, *query.units, *map(str, query.years))
    weights |= {token: 1.0 for part in core for token in tokens(part)}
    return {token: weight if _is_word(token) else SINGLE * weight for token, weight in weights.items()}


def bare(text: str) -> dict[str, float]:
    """The tokens of a text of which nothing is known but its words, with what each counts."""
    return {token: 1.0 if _is_word(token) else SINGLE for token in tokens(text)}


class Lexical:
    """BM25 over a fixed list of texts, which it knows by their positions."""

    def __init__(self, postings: Postings) -> None:
        self.size = len(postings.keys)  # how many texts there are
        self._columns = {token: column for column, token in enumerate(postings.tokens)}
        self._starts, self._texts, self._scores = postings.starts, postings.texts, _bm25(postings)

    @classmethod
    def build(cls, texts: Sequence[str]) -> Lexical:
        """An index of `texts`; it may be empty, and so may any text in it."""
        return cls(Postings.of(texts))

    def search(self, text: str, limit: int) -> list[int]:
        """Positions of at most `limit` texts that share a token with `text`, best first."""
        return best(self.scores(bare(text)), limit)

    def scores(self, weights: Mapping[str, float], expansions: Iterable[Expansion] = ()) -> Scores:
        """The score of every text for weighted tokens, and for what everyday expressions mean.

        An expression counts once, by that of its official words which fits a text best, so that a long list of them
        does not outvote the words that were said.
        """
        total = np.zeros(self.size, dtype=np.float32)
        for token, weight in weights.items():
            found, scores = self._postings(token)
            total[found] += np.float32(weight) * scores
        for expansion in expansions:
            meant = np.zeros(self.size, dtype=np.float32)
            for word in expansion.means:
                found, scores = self._holding(word)
                meant[found] = np.maximum(meant[found], scores)
            total += np.float32(expansion.weight) * meant
        return total

    def _holding(self, word: str) -> tuple[NDArray[np.int64], Scores]:
        """The texts that hold every token of `word`; their scores grow with the root of its length."""
        parts = dict.fromkeys(tokens(word))
        telling = [token for token in parts if _is_word(token)] or list(parts)
        postings = [self._postings(token) for token in telling]
        if not postings:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        found, total = postings[0]
        for others, scores in postings[1:]:
            found, mine, theirs = np.intersect1d(found, others, assume_unique=True, return_indices=True)
            total = total[mine] + scores[theirs]
        return found, total / np.float32(np.sqrt(len(telling)))

    def _postings(self, token: str) -> tuple[NDArray[np.int64], Scores]:
        """The texts that hold `token`, with its BM25 score in each."""
        column = self._columns.get(token)
        if column is None:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
        postings = slice(self._starts[column], self._starts[column + 1])
        return self._texts[postings].astype(np.int64), self._scores[postings]


def _bm25(postings: Postings) -> Scores:
    """What each posting scores, as bm25s computes it from the counts, the lengths and the number of texts."""
    # bm25s' own index takes whole texts, all of them; its formulas, which take arrays, are not among its public names.
    # tests/search/test_postings.py holds the scores against those of its index, bit by bit.
    from bm25s.scoring import _select_idf_scorer, _select_tfc_scorer

    holding, nth = np.unique(np.diff(postings.starts), return_inverse=True)
    size, idf, tfc = len(postings.keys), _select_idf_scorer(METHOD), _select_tfc_scorer(METHOD)
    rarity = np.array([idf(int(number), N=size) for number in holding], dtype=np.float32)[nth]
    scores = np.repeat(rarity, np.diff(postings.starts))
    average = postings.lengths.mean() if size else 1.0
    for start in range(0, len(scores), TOGETHER):
        some = slice(start, start + TOGETHER)
        counts, lengths = postings.counts[some].astype(np.float32), postings.lengths[postings.texts[some]]
        scores[some] *= tfc(tf_array=counts, l_d=lengths, l_avg=average, k1=K1, b=B, delta=None)
    return scores


def best(scores: Scores, limit: int) -> list[int]:
    """Positions of at most `limit` texts with a score above zero, best first, of equals the earlier first."""
    found = np.flatnonzero(scores > 0)
    if len(found) > limit:  # sort only what can be among the best
        found = found[scores[found] >= np.partition(scores[found], -limit)[-limit]] if limit > 0 else found[:0]
    ordered = found[np.argsort(-scores[found], kind="stable")]
    return [int(position) for position in ordered[:limit]]


def _is_word(token: str) -> bool:
    """Whether a token is more than a single Chinese character."""
    return len(token) > 1 or token.isascii()
