"""What lexical search counts: which text holds which token how often, brought up to date without reading all again."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from szassist.text.tokens import tokens

FILE = "postings.npz"  # numpy's archive holds a checksum of each array
GONE = -1  # the position of a text that is not among the new ones
TOGETHER = 1 << 16  # postings moved at a time
MOST = 65_535  # times that a token is counted in one text; from there on BM25 is flat


@dataclass(frozen=True, slots=True, eq=False)
class Postings:
    """Which of a list of texts holds which token how often; texts and tokens go by their positions.

    Those of a token are a slice of `texts` and `counts`, in no order that means anything; every token has some. Keys and
    tokens hold no line breaks.
    """

    keys: tuple[str, ...]  # one for each text: where two are equal, so are their texts
    tokens: tuple[str, ...]
    lengths: NDArray[np.int64]  # how many tokens each text has
    starts: NDArray[np.int64]  # where each token's slice begins, and where the last one ends
    texts: NDArray[np.int32]
    counts: NDArray[np.uint16]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Postings:
        """The postings of `texts`, which are their own keys; there may be none, and any of them may be empty."""
        return NONE.updated(texts, texts)

    def updated(self, keys: Sequence[str], texts: Sequence[str]) -> Postings:
        """The postings of `texts`; a text whose key is known here is taken over from wherever it stood, not read."""
        places = {key: place for place, key in enumerate(self.keys)}
        moved = np.full(len(self.keys), GONE, dtype=np.int32)
        unknown: list[int] = []
        for position, key in enumerate(keys):
            place = places.pop(key, None)  # of equal texts only one is taken over
            if place is None:
                unknown.append(position)
            else:
                moved[place] = position
        return self._rewritten(tuple(keys), moved, unknown, [texts[position] for position in unknown])._used()

    @classmethod
    def load(cls, folder: Path) -> Postings:
        """What `save` wrote; ValueError or OSError if it is damaged or missing."""
        try:
            with (folder / FILE).open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                keys, words = _words(stored["keys"]), _words(stored["tokens"])
                arrays = [stored[name] for name in ("lengths", "starts", "texts", "counts")]
        except (KeyError, IndexError, EOFError, BadZipFile) as error:
            raise ValueError(f"no postings can be read from it ({error!r})") from error
        return cls(keys, words, *arrays)

    def save(self, folder: Path) -> None:
        """Write the postings into `folder`, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        np.savez(
            folder / FILE,
            keys=_lines(self.keys),
            tokens=_lines(self.tokens),
            lengths=self.lengths,
            starts=self.starts,
            texts=self.texts,
            counts=self.counts,
        )

    def _rewritten(
        self, keys: tuple[str, ...], moved: NDArray[np.int32], positions: Sequence[int], texts: Sequence[str]
    ) -> Postings:
        """The postings of `keys`: each known text where `moved` puts it, and `texts`, not counted before, at `positions`."""
        lengths = np.zeros(len(keys), dtype=np.int64)
        lengths[moved[moved != GONE]] = self.lengths[moved != GONE]
        own: dict[str, int] = {}  # the tokens of `texts`, in order
        read = array("q")  # each token of each text, by its number there
        for position, text in zip(positions, texts, strict=True):
            # The empty token stands in texts without any other: no text is without length.
            found = tokens(text) or ("",)
            read.extend([own.setdefault(token, len(own)) for token in found])
            lengths[position] = len(found)
        fresh, places = self._placed(own)
        columns, rows, counts = _counted(
            places[np.array(read, dtype=np.int64)],
            np.repeat(np.array(positions, dtype=np.int64), lengths[list(positions)]),
        )
        starts = np.append(self.starts, np.repeat(self.starts[-1:], len(fresh)))
        gone, all_texts, all_counts = self._spliced(moved, starts[columns + 1], rows, counts)
        return Postings(
            keys=keys,
            tokens=(*self.tokens, *fresh),
            lengths=lengths,
            starts=starts - np.searchsorted(gone, starts) + np.searchsorted(columns, np.arange(len(starts))),
            texts=all_texts,
            counts=all_counts,
        )

    def _spliced(
        self, moved: NDArray[np.int32], before: NDArray[np.int64], rows: NDArray[np.int64], counts: NDArray[np.int64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.uint16]]:
        """Which postings are of texts that are gone; the texts and counts of all others, moved, with `rows` and `counts` put
        in `before` postings of old, in their order.

        Some are done at a time: to get memory for all of them in between takes longer than the work.
        """
        size, end = len(self.texts) + len(rows), 0
        all_texts, all_counts = np.empty(size, dtype=np.int32), np.empty(size, dtype=np.uint16)
        gone = [np.zeros(0, dtype=np.int64)]
        places = before + np.arange(len(before))  # of what is put in, as long as nothing is left out
        for start in range(0, size, TOGETHER):
            new = slice(*np.searchsorted(places, (start, start + TOGETHER)).tolist())
            old = slice(start - new.start, start + TOGETHER - new.stop)
            texts = moved[self.texts[old]]
            gone.append(old.start + np.flatnonzero(texts == GONE))
            texts = np.insert(texts, before[new] - old.start, rows[new])
            kept = texts != GONE
            begin, end = end, end + int(np.count_nonzero(kept))
            all_texts[begin:end] = texts[kept]
            all_counts[begin:end] = np.insert(self.counts[old], before[new] - old.start, counts[new])[kept]
        return np.concatenate(gone), all_texts[:end], all_counts[:end]

    def _placed(self, own: Mapping[str, int]) -> tuple[tuple[str, ...], NDArray[np.int64]]:
        """Those of the tokens `own` that are new here, and the column of each: a known one keeps its own, new ones follow."""
        places = np.full(len(own), -1, dtype=np.int64)
        for column, token in enumerate(self.tokens):
            if token in own:
                places[own[token]] = column
        new = places < 0
        places[new] = len(self.tokens) + np.arange(np.count_nonzero(new))
        return tuple(compress(own, new.tolist())), places

    def _used(self) -> Postings:
        """Without the tokens that no text holds any more."""
        used = np.diff(self.starts) > 0
        return replace(
            self,
            tokens=tuple(compress(self.tokens, used.tolist())),
            starts=self.starts[np.append(used, True)],
        )


def _lines(words: Iterable[str]) -> NDArray[np.uint8]:
    """`words`, which hold no line breaks, as the bytes of a file with a line for each."""
    return np.frombuffer("\n".join((*words, "")).encode(), dtype=np.uint8)


def _words(lines: NDArray[np.uint8]) -> tuple[str, ...]:
    """What was given to `_lines`."""
    return tuple(lines.tobytes().decode().split("\n")[:-1])


def _counted(
    columns: NDArray[np.int64], rows: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """The different pairs of `columns` and `rows`, ordered, and how often each stands there."""
    pairs = np.sort(columns << 32 | rows)
    firsts = np.flatnonzero(np.diff(pairs, prepend=-1))
    counts = np.diff(firsts, append=len(pairs))
    return pairs[firsts] >> 32, pairs[firsts] & 0xFFFFFFFF, np.minimum(counts, MOST)


NONE = Postings(
    keys=(),
    tokens=(),
    lengths=np.zeros(0, dtype=np.int64),
    starts=np.zeros(1, dtype=np.int64),
    texts=np.zeros(0, dtype=np.int32),
    counts=np.zeros(0, dtype=np.uint16),
)
