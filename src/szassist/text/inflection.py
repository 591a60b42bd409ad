"""English word forms: one key for all forms of a word, and the words it may be derived from."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

_REMEMBERED = 16384  # words whose forms are kept: about those of the vocabulary
_SHORTEST = 4  # letters of a word that others are derived from: a topic is not of the top
_POSSESSIVE = re.compile(r"['’]s?$")
_VOWEL = re.compile(r"[aeiouy]")


@dataclass(frozen=True, slots=True)
class _Forms:
    """The vocabularies of `english/forms.toml`."""

    irregular: dict[str, str]
    british: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    kept: frozenset[str]
    apart: frozenset[str]
    suffixes: tuple[tuple[str, str], ...]
    prefixes: tuple[str, ...]


@cache
def _forms() -> _Forms:
    path = Path(__file__).parent / "english" / "forms.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return _Forms(
        irregular=data["irregular"],
        british=data["british"],
        endings=tuple(data["british_endings"].items()),
        kept=frozenset(data["kept"]["words"]),
        apart=frozenset(data["apart"]["words"].split()),
        suffixes=tuple((suffix, new) for suffix, news in data["suffixes"].items() for new in news),
        prefixes=tuple(data["prefixes"]["words"]),
    )


@lru_cache(_REMEMBERED)
def spelled(word: str) -> str:
    """A lower-case word in American spelling, without a possessive ending."""
    word = _POSSESSIVE.sub("", word)
    forms = _forms()
    if word in forms.british:
        return forms.british[word]
    for british, american in forms.endings:
        if word.endswith(british) and len(word) > len(british) + 2:
            return word.removesuffix(british) + american
    return word


@lru_cache(_REMEMBERED)
def stem(word: str) -> str:
    """One key for the forms of a word: plural, -ing, -ed; it need not be a word itself (policies, policy: polici)."""
    word = spelled(word)
    forms = _forms()
    word = forms.irregular.get(word, word)
    if word in forms.kept or not word.isalpha():
        return word
    return _closed(_bare(word))


@lru_cache(_REMEMBERED)
def is_base(word: str) -> bool:
    """Whether a word is no plural, -ing or -ed form of another, as far as its ending tells."""
    word = spelled(word)
    return stem(word) == _closed(word) or word in _forms().kept


def stands_apart(word: str) -> bool:
    """Whether a word or its plural is of no other word that it looks like a form of: masters is of no mast."""
    apart = _forms().apart
    return word in apart or word.removesuffix("s") in apart


def _bare(word: str) -> str:
    """`word` without the ending of its plural, -ing or -ed."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest) and not rest.endswith("e"):
            return rest
    return word


def _closed(word: str) -> str:
    """`word` without a final e, with i for a final y and without a doubled last letter, as -ing and -ed leave it."""
    if word.endswith("e") and len(word) > 3:
        word = word[:-1]
    if word.endswith("y") and len(word) > 2 and word[-2] not in "aeiou":
        word = word[:-1] + "i"
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "s":
        word = word[:-1]
    return word


def roots(word: str) -> Iterator[str]:
    """Keys of words that `word` may be derived from, likeliest first: polluter, pollution: pollut."""
    word = spelled(word)
    forms = _forms()
    singular = word[:-1] if word.endswith("s") and not word.endswith("ss") else word
    for suffix, new in forms.suffixes:
        if singular.endswith(suffix) and len(singular) - len(suffix) >= _SHORTEST:
            yield stem(singular.removesuffix(suffix) + new)
    for prefix in forms.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) > _SHORTEST:
            yield stem(word.removeprefix(prefix))
