"""Phrases of English questions: found as written, or in any form of their words, the longest first."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from szassist.text.inflection import is_base, roots, spelled, stands_apart, stem

FOLDER = Path(__file__).parent / "english"

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: how it is spelled there, folded and without commas (1,000), and where; `joined` to the word before it."""

    text: str
    start: int
    end: int
    joined: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase means: official Chinese words, best first, and their weight."""

    means: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small vocabularies of `english/words.toml`."""

    stop: frozenset[str]
    filler: frozenset[str]
    silent: frozenset[str]
    heads: tuple[str, ...]
    wholes: re.Pattern[str]
    places: dict[str, str]
    tiers: dict[str, str]
    weights: dict[str, float]


_WORD = re.compile(
    r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|[a-z]{0,4}\d[a-z0-9]*(?:[.+]\d+)*%?|\d+(?:\.\d+)?)"
    r"|(?P<word>[a-z]+(?:&[a-z]+)*(?:['’][a-z]{1,2}(?![a-z]))?)"
)
_DETERMINERS = frozenset(("a", "an", "the", "its", "their", "our"))
_AUXILIARIES = frozenset(
    [
        "should",
        "will",
        "would",
        "shall",
        "can",
        "could",
        "may",
        "must",
        "is",
        "are",
        "was",
        "were",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
    ]
)
_ASKING = frozenset(("how", "what", "which", "who", "when", "where"))
_GAP = re.compile(r"[\s\-‐–—/&,'’\"“”()]*")  # what may stand inside a phrase


def words_of(folded: str) -> list[Word]:
    """The words and figures of a folded text; only blanks, hyphens and quotation marks join a phrase."""
    found: list[Word] = []
    for match in _WORD.finditer(folded):
        gap = folded[found[-1].end : match.start()] if found else "."
        found.append(
            Word(match.group().replace(",", ""), match.start(), match.end(), _GAP.fullmatch(gap) is not None)
        )
    return found


@cache
def grammar() -> Grammar:
    """The small vocabularies, read once."""
    data = read_toml(FOLDER / "words.toml")
    return Grammar(
        stop=frozenset(data["stop"]["words"]),
        filler=frozenset(data["filler"]["words"].split()),
        silent=frozenset(data["silent"]["words"]),
        heads=tuple(data["heads"]["words"]),
        wholes=re.compile(rf"^(?:{'|'.join(data['wholes']['words'])})(?:的)?"),
        places=data["places"],
        tiers=data["tiers"],
        weights=data["weights"],
    )


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a file."""
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(4096)
def is_filler(word: str) -> bool:
    """Whether a word, in any of its forms, tells nothing about a topic: a verb or an adverb of everyday speech."""
    return word in grammar().stop or stem(word) in _filler_stems() or stem(word) in _stop_stems()


@lru_cache(4096)
def told_by(word: str) -> float:
    """What an English word that is not known tells beside a name or a rare noun, 0 to 1: a common verb, adverb or word of
    story-telling next to nothing (dripping, nephew), a common adjective or participle little.
    """
    participle = word.endswith("ed") and is_common(word)
    return _plain().get(stem(word), grammar().weights["little"] if participle else 1.0)


def is_common(word: str) -> bool:
    """Whether a word is one of the common ones of everyday English, in any of its forms."""
    return stem(word) in _common()


@cache
def _common() -> frozenset[str]:
    lines = (FOLDER / "common.txt").read_text("utf-8").splitlines()
    return frozenset(stem(line) for line in lines if line and not line.startswith("#"))


@cache
def _plain() -> dict[str, float]:
    """The stems of common words that are no topics, with what they tell."""
    weights = grammar().weights
    told = {"little": weights["little"], "empty": weights["empty"], "verbs": weights["empty"]}
    return {one: weight for kind, weight in told.items() for one in plain_stems(kind)}


@cache
def plain_stems(kind: str) -> frozenset[str]:
    """The stems of the words of one kind in `plain.toml`: empty, verbs, little, events."""
    return frozenset(map(stem, read_toml(FOLDER / "plain.toml")[kind]["words"].split()))


@cache
def _stop_stems() -> frozenset[str]:
    return frozenset(map(stem, grammar().stop))


@cache
def _filler_stems() -> frozenset[str]:
    return frozenset(map(stem, grammar().filler))


@lru_cache(4096)  # a question is held against every name
def stems(text: str, *, derived: bool = False) -> tuple[str, ...]:
    """The stems of the words of an English text, one for all forms of a word, and of the words they are derived from if
    asked (collection: collect); stop words and figures are left out.
    """
    words = [word.text for word in words_of(text.lower()) if word.text.isalpha() and word.text not in grammar().stop]
    return tuple(one for word in words for one in (stem(word), *(roots(word) if derived else ())))


@lru_cache(8)  # a name goes into several tables, one after the other
def key_of(phrase: str) -> Key:
    """The words of a phrase that count, in the spelling they are compared in."""
    words = [spelled(word.text) for word in words_of(phrase.lower())]
    return tuple(word for word in words if word not in grammar().silent) or tuple(words)


class Phrases:
    """Phrases with what they mean, found as written or by the stems of their words."""

    def __init__(self) -> None:
        self.exact: dict[Key, Entry] = {}
        self.stems: dict[Key, Entry] = {}
        self._bases: set[Key] = set()
        self.longest = 1

    def add(self, phrase: str, means: Iterable[str], weight: float) -> None:
        """Add a phrase; what it means already keeps its place before the new.

        Of phrases that differ in the forms of their words, one in base forms is found for the other forms: built
        is build, not building.
        """
        key = key_of(phrase)
        entry = Entry(tuple(means), weight)
        forms = [key, ("".join(key),)] if len(key) == 2 else [key] if key else []  # waste water, wastewater
        self.longest = max(self.longest, len(key))
        for form in forms:
            _put(self.exact, form, entry)
            by_stem = tuple(map(stem, form))
            if all(map(is_base, form)) and by_stem not in self._bases:
                self._bases.add(by_stem)
                self.stems[by_stem] = entry
            elif all(map(is_base, form)) or by_stem not in self._bases:
                _put(self.stems, by_stem, entry)

    def of(self, key: Key) -> Entry | None:
        """What a run of words means: as written, by its stems, written together, or a single word by its root."""
        entry = self.exact.get(key)
        if entry is None and not (len(key) == 1 and stands_apart(key[0])):
            entry = self.stems.get(tuple(map(stem, key)))
        if entry is None and len(key) == 2 and key[0] not in grammar().stop:  # as sets is no assets
            entry = self.exact.get(("".join(key),))
        return entry

    def _turned(self, key: list[str], turn: int) -> Entry | None:
        """What the words mean with those behind `of` first; a share of cars is no car sharing."""
        turned = (*key[turn:], *key[:turn])
        return self.exact.get(turned) if turned[-1] == "share" else self.of(turned)

    def _tells_nothing(self, word: str) -> bool:
        """Whether a single word is a stop word, or a form of one (worked) that has no entry of its own."""
        return word in grammar().stop or ((word,) not in self.exact and stem(word) in _stop_stems())

    def derived(self, word: str) -> Entry | None:
        """What the word means that `word` is derived from."""
        if stands_apart(word):
            return None
        return next((self.stems[key,] for key in roots(word) if (key,) in self.stems), None)

    def find(self, words: Sequence[Word]) -> Iterator[tuple[Word, Word, Entry | None]]:
        """The longest known phrases from left to right, and the single words between them with what they mean."""
        at = 0
        while at < len(words):
            run = self._run(words, at)
            if run is None or self._counts_another(words, at, run[0]):
                word = words[at]
                yield word, word, self.derived(word.text) if word.text not in grammar().stop else None
                at += 1
            else:
                length, entry = self._on(words, at, *run)
                yield words[at], words[at + length - 1], entry
                at += length

    def _counts_another(self, words: Sequence[Word], at: int, length: int) -> bool:
        """Whether the last word of what how begins belongs to a longer phrase: no schools in how many school places."""
        further = self._run(words, at + length - 1) if words[at].text == "how" and length > 1 else None
        return further is not None and further[0] > 1

    def _on(self, words: Sequence[Word], at: int, length: int, entry: Entry) -> tuple[int, Entry]:
        """A phrase together with those that begin in it, go on behind it and mean the same: mothers die, die giving birth."""
        for inner in range(at + 1, at + length):
            further = self._run(words, inner)
            if further and inner + further[0] > at + length and further[1].means[:1] == entry.means[:1]:
                return self._on(words, at, inner + further[0] - at, entry)
        return length, entry

    def _run(self, words: Sequence[Word], at: int) -> tuple[int, Entry] | None:
        """How many words from `at` on form the longest known phrase, and what it means."""
        silent = grammar().silent
        key: list[str] = []
        turn = 0  # quality of the air: air quality
        best: tuple[int, Entry] | None = None
        for offset, word in enumerate(words[at : at + 2 * self.longest]):
            if (offset and not word.joined) or len(key) == self.longest:
                break
            if word.text in silent and not (offset == 0 and (word.text,) in self.exact):
                if offset == 0:
                    return None
                turn = len(key) if word.text == "of" else turn
                verb = words[at + offset - 1].text in _AUXILIARIES and words[at].text not in _ASKING
                if verb and word.text in _DETERMINERS:
                    break  # water should the main rivers: another noun begins
                if offset and word.text in _AUXILIARIES and _asks_how(words, at):
                    break  # how old are people: what follows is what is so
                if word.text == "that" and words[at].text in grammar().stop:
                    break  # it that people
                continue
            key.append(spelled(word.text))
            entry = self.of(tuple(key)) or (self._turned(key, turn) if turn else None)
            if entry is not None and not (len(key) == 1 and self._tells_nothing(word.text)):
                best = offset + 1, entry
        return best


def _asks_how(words: Sequence[Word], at: int) -> bool:
    """Whether the word at `at` is asked for by how right before it: old in how old, but not many, which counts what follows."""
    how = at > 0 and words[at].joined and words[at - 1].text == "how"
    return how and words[at].text not in ("many", "much")


def _put(table: dict[Key, Entry], key: Key, entry: Entry) -> None:
    """Enter what a phrase means: the weightier entry holds, of equal ones both."""
    old = table.get(key)
    if old is None or old.weight < entry.weight:
        table[key] = entry
    elif old.weight == entry.weight:
        table[key] = Entry(tuple(dict.fromkeys((*old.means, *entry.means))), entry.weight)
