"""The places that a question names, and the names that shorten those of places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.words import table
from szassist.text.english_phrases import grammar

_PLACE_END = "省市区县州岛有的在是"  # 前海有 may be cut into 前 and 海有


def places(folded: str, lexicon: Lexicon, spoken: Sequence[str] = ()) -> tuple[str, ...]:
    """The places a question names by their Chinese names, other than the documents' own; an English name within a
    longer one of the known phrases `spoken` (Hong Kong companies, the Guangdong-Hong Kong-Macao Greater Bay Area) is none.
    """
    import rjieba

    words = _places()
    tagged = rjieba.tag(folded)
    named = [name for name in words["names"] if name in folded and _is_cut_out(name, [word for word, _ in tagged])]
    named += _in_english(folded, spoken)
    endings, common = tuple(words["endings"]), words["common"]
    # The tag of places alone is given to common words too (台风, 普及).
    named += [
        word
        for word, part in tagged
        if part == "ns" and len(word) > 2 and word.endswith(endings) and word not in common
    ]
    return tuple(name for name in dict.fromkeys(named) if name not in lexicon.places)


def names_place(text: str, place: str) -> bool:
    """Whether `text` names a place, by its name or within a name that shortens it: 香港 in 港澳."""
    return place in text or any(short in text for short in short_names(place))


def short_names(place: str) -> tuple[str, ...]:
    """The names that shorten the name of a place."""
    return tuple(_short_places().get(place, ()))


@cache
def known_places() -> tuple[str, ...]:
    """Names of places of the country and the world."""
    return tuple(_places()["names"])


def _is_cut_out(name: str, words: Sequence[str]) -> bool:
    """Whether a name stands among words as one or more whole ones; 南平 does not stand in 河南平均."""
    edges = set(accumulate(map(len, words), initial=0))
    text = "".join(words)
    found = (match.span() for match in re.finditer(re.escape(name), text))
    return any(start in edges and (end in edges or text[end] in _PLACE_END) for start, end in found)


def _in_english(folded: str, spoken: Sequence[str]) -> list[str]:
    """The Chinese names of places that stand in English, outside of longer known phrases."""
    words = _english_places()
    for known in sorted(spoken, key=len, reverse=True):
        if known.removesuffix("'s") not in words:
            folded = folded.replace(known, " ")
    return [words[match[0]] for match in _english_place().finditer(folded)]


@cache
def _places() -> dict[str, list[str]]:
    found: dict[str, list[str]] = table("places")
    return found


@cache
def _short_places() -> dict[str, list[str]]:
    found: dict[str, list[str]] = table("places")["short"]
    return found


@cache
def _english_places() -> dict[str, str]:
    """English names of places, lower case, with their Chinese names."""
    named: dict[str, str] = table("places")["english"]
    return {english.lower(): chinese for chinese, english in grammar().places.items()} | named


@cache
def _english_place() -> re.Pattern[str]:
    names = sorted(_english_places(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
