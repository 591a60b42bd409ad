"""The documents' own words and phrases, found by how they sound, look and are typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cached_property

import numpy as np

from szassist.answer.ground.sequence import PairIndex, Places
from szassist.text.pinyin import letters, looks, merged, sounds

_HAN = re.compile(r"[\u3400-\u9fff]+")
WORDS, LONGEST = 5, 10  # words and characters of a phrase
_GAP = "\n"  # between the documents' runs of characters


class Stretches:
    """Every run of one to five words of the documents; of those that are alike the most frequent comes first, of equals
    the one that stands first.

    They are looked up where they stand: a list of them would be many times as long as the documents.
    """

    def __init__(self, texts: Iterable[str], words: Iterable[str], small: Container[str]) -> None:
        """The phrases of `texts`, which are folded; `words` are those of any question, for pinyin, and what begins or
        ends with a `small` one (和安全) is no phrase that could have been meant.
        """
        runs = dict.fromkeys(run for text in texts for run in _HAN.findall(text))
        self._text = _GAP.join(runs) + (LONGEST + 2) * _GAP
        written = _cut(self._text)
        order: dict[str, int] = {}
        self._word_at = np.array([order.setdefault(word, len(order)) for word in written], np.int32)
        self._words = tuple(order)
        self._codes = np.frombuffer(self._text.encode("utf-16-le"), np.uint16)
        lengths = np.array(list(map(len, self._words)), np.int64)
        self._starts = np.concatenate(([0], np.cumsum(lengths[self._word_at])))
        self._begins = np.zeros(len(self._text) + 1, np.bool_)
        self._begins[self._starts] = True
        self._begun = np.cumsum(self._begins, dtype=np.int32)
        self._asking = {_typed(word): word for word in reversed(tuple(words))}
        self._small = small

    def __contains__(self, phrase: str) -> bool:
        return len(phrase) > 1 and phrase in self._phrases(self._by_look.find(looks(phrase)), len(phrase))

    def lengths(self, run: str) -> Iterator[int]:
        """How long the phrases are that `run` begins with, two characters at least, the shortest first."""
        for length, at in self._by_look.narrowed(looks(run[:LONGEST])):
            if run[:length] in self._phrases(at, length):
                yield length

    def alike(self, typed: str) -> Sequence[str]:
        """Phrases that sound or look like `typed`, two characters or more, the most frequent first."""
        places = (self._by_sound.find(sounds(typed)), self._by_look.find(looks(typed)))
        return [phrase for at in places if at.size for phrase in self._meant(at, len(typed))]

    def with_one_more(self, typed: str) -> Iterator[str]:
        """Phrases of four characters or more that have one more than `typed`, amid it, the most frequent first."""
        at = self._by_look.find(looks(typed[0]))
        for phrase in self._meant(at[self._codes[at + len(typed)] == ord(typed[-1])], len(typed) + 1):
            cut = next((at for at, (a, b) in enumerate(zip(typed, phrase, strict=False)) if a != b), len(typed))
            if cut and typed[cut:] == phrase[cut + 1 :]:
                yield phrase

    def spelt(self, pinyin: str) -> str | None:
        """The most frequent phrase that is typed as `pinyin` (merged), else the word of any question."""
        found: list[tuple[int, str]] = []
        for parts in self._parted(pinyin, WORDS):
            at = self._by_letters.find(parts)
            for start, end in zip(self._starts[at].tolist(), self._starts[at + len(parts)].tolist(), strict=True):
                if 1 < end - start <= LONGEST:
                    found.append((start, self._text[start:end]))
        counts = Counter(phrase for _, phrase in sorted(found))
        return next((one for one, _ in counts.most_common() if _typed(one) == pinyin), self._asking.get(pinyin))

    def warm(self) -> None:
        """Sort the documents' words by sound, look and letters now."""
        self._by_sound, self._by_look, self._by_letters  # noqa: B018

    def _meant(self, at: Places, length: int) -> Iterator[str]:
        """The phrases of `length` at some places that neither begin nor end with a small word, most frequent first."""
        for phrase, _ in self._phrases(at, length).most_common():
            words = _cut(phrase)
            if _GAP not in phrase and not (words[0] in self._small or words[-1] in self._small):
                yield phrase

    def _phrases(self, at: Places, length: int) -> Counter[str]:
        """What stands at the places where words begin, where it is a phrase, in the order of the places."""
        if length > LONGEST or not at.size:
            return Counter()
        whole = self._begins[at + length] & (self._begun[at + length] - self._begun[at] <= WORDS)
        return Counter(self._text[start : start + length] for start in at[whole].tolist())

    def _parted(self, pinyin: str, most: int) -> Iterator[tuple[str, ...]]:
        """`pinyin` as the letters of one to `most` words."""
        if pinyin in self._by_letters:
            yield (pinyin,)
        for at in range(1, len(pinyin) if most > 1 else 0):
            if pinyin[:at] in self._by_letters:
                yield from ((pinyin[:at], *rest) for rest in self._parted(pinyin[at:], most - 1))

    @cached_property
    def _by_sound(self) -> PairIndex:
        return self._by(lambda char: sounds(char)[0])

    @cached_property
    def _by_look(self) -> PairIndex:
        return self._by(looks)

    def _by(self, mark: Callable[[str], str]) -> PairIndex:
        """The places where words begin, by what marks their characters."""
        numbers: dict[str, int] = {}
        table = np.zeros(1 << 16, np.int32)
        for char in np.unique(self._codes).tolist():
            table[char] = numbers.setdefault(mark(chr(char)), len(numbers))
        marks, starts = table[self._codes], self._starts[:-1]
        return PairIndex(numbers, marks, marks, starts[self._codes[starts] != ord(_GAP)])

    @cached_property
    def _by_letters(self) -> PairIndex:
        """The words, by their number in the text, by their letters; n and g that meet are one sound (安全|管理)."""
        spelt = list(map(letters, self._words))
        numbers: dict[str, int] = {}
        alone = [numbers.setdefault(merged(one), len(numbers)) for one in spelt]
        joined = [numbers.setdefault(merged(one)[one.startswith("g") :], len(numbers)) for one in spelt]
        first, behind_n = np.array(alone, np.int32)[self._word_at], np.array(joined, np.int32)[self._word_at]
        ends_in_n = np.array([one.endswith("n") for one in spelt])[self._word_at]
        further = np.where(np.concatenate(([False], ends_in_n[:-1])), behind_n, first)
        return PairIndex(numbers, first, further, np.flatnonzero(self._codes[self._starts[:-1]] != ord(_GAP)))


def _typed(phrase: str) -> str:
    """The letters of a phrase as it is looked for."""
    return merged("".join(map(letters, _cut(phrase))))


def _cut(run: str) -> list[str]:
    import rjieba

    words: list[str] = rjieba.cut(run, False)
    return words
