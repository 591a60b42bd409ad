"""The documents' own words and phrases, found by how they sound, look and are typed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property

from szassist.text.pinyin import letters, looks, merged, sounds

_HAN = re.compile(r"[\u3400-\u9fff]+")
WORDS, LONGEST = 5, 10  # words and characters of a phrase


class Stretches:
    """Every run of one to five words of the documents; of those that sound alike the most frequent comes first."""

    def __init__(self, texts: Iterable[str], words: Iterable[str], small: Container[str]) -> None:
        """The phrases of `texts`, which are folded; `words` are those of any question, for pinyin, and what begins or
        ends with a `small` one (和安全) is no phrase that could have been meant.
        """
        counts: Counter[str] = Counter()
        for run in dict.fromkeys(run for text in texts for run in _HAN.findall(text)):
            counts.update(_phrases(run))
        self.written = {phrase: count for phrase, count in counts.most_common() if len(phrase) > 1}
        self._words, self._small = tuple(words), small

    def __contains__(self, phrase: str) -> bool:
        return phrase in self.written

    def alike(self, typed: str) -> Sequence[str]:
        """Phrases that sound or look like `typed`, the most frequent first."""
        return (*self._by_sound.get(" ".join(sounds(typed)), ()), *self._by_look.get(looks(typed), ()))

    def with_one_more(self, typed: str) -> Iterator[str]:
        """Phrases of four characters or more that have one more than `typed`, amid it."""
        for phrase in self._by_edges.get((typed[0], typed[-1], len(typed) + 1), ()):
            cut = next((at for at, (a, b) in enumerate(zip(typed, phrase, strict=False)) if a != b), len(typed))
            if typed[cut:] == phrase[cut + 1 :]:
                yield phrase

    def spelt(self, pinyin: str) -> str | None:
        """The most frequent phrase that is typed as `pinyin` (merged)."""
        return self._by_letters.get(pinyin)

    @cached_property
    def _whole(self) -> list[str]:
        """The phrases that neither begin nor end with a small word."""
        return [phrase for phrase in self.written if not any(_cut(phrase)[at] in self._small for at in (0, -1))]

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in self._whole:
            found[" ".join(sounds(phrase))].append(phrase)
        return dict(found)

    @cached_property
    def _by_look(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in self._whole:
            found[looks(phrase)].append(phrase)
        return dict(found)

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {
            merged("".join(map(letters, _cut(phrase)))): phrase for phrase in reversed((*self.written, *self._words))
        }

    @cached_property
    def _by_edges(self) -> dict[tuple[str, str, int], list[str]]:
        found: defaultdict[tuple[str, str, int], list[str]] = defaultdict(list)
        for phrase in self._whole:
            if len(phrase) > 3:
                found[phrase[0], phrase[-1], len(phrase)].append(phrase)
        return dict(found)


def _phrases(run: str) -> Iterator[str]:
    words = _cut(run)
    for first in range(len(words)):
        phrase = ""
        for word in words[first : first + WORDS]:
            phrase += word
            if len(phrase) > LONGEST:
                break
            yield phrase


def _cut(run: str) -> list[str]:
    import rjieba

    words: list[str] = rjieba.cut(run, False)
    return words
