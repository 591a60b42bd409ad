"""Turns of everyday English put in plain words: who carries the can for is who is responsible for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from szassist.text.english_phrases import FOLDER, read_toml
from szassist.text.english_shapes import in_plain_shape
from szassist.text.inflection import stem

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)?|\d[\d,.]*\d|\d")
_BETWEEN = re.compile(r"[\s-]+$")
_BEFORE_STOP = re.compile(r"\s+(?=[.,;?!])")
_IS = re.compile(r"\b(who|what|when|where|how|that|there|it|decade|job|task|duty|turn)['’]s\b", re.IGNORECASE)
_WILL = re.compile(r"\b(who|what|that|it|they|he|she)['’]ll\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Turn:
    """One turn: the keys of its words, and what it is in plain words."""

    keys: tuple[str, ...]
    plain: str


def in_plain_words(text: str) -> str:
    """`text` with each everyday turn that is known in plain words, the longest first, and what's as what is, who'll as who will."""
    text = in_plain_shape(_WILL.sub(r"\1 will", _IS.sub(r"\1 is", text)))
    plain = _turned(text)
    return text if plain == text else _BEFORE_STOP.sub("", _turned(plain))  # the plain words may begin another turn


def _turned(text: str) -> str:
    """`text` with the turns that stand in it put in plain words."""
    words = list(_WORD.finditer(text))
    stems = [_stem(word[0]) for word in words]
    made: list[str] = []
    done = at = 0
    while at < len(words):
        turn = next((one for one in _turns().get(stems[at], ()) if _stands(one, words, stems, at, text)), None)
        if turn is None:
            at += 1
            continue
        made += [text[done : words[at].start()], turn.plain]
        at += len(turn.keys)
        done = words[at - 1].end()
    return "".join((*made, text[done:])) if made else text


def _stands(turn: _Turn, words: list[re.Match[str]], stems: list[str], at: int, text: str) -> bool:
    """Whether the turn stands at the word `at`, with nothing but blanks and hyphens between its words."""
    end = at + len(turn.keys)
    if len(turn.keys) == 1:  # whats is no form of what, and PCT is a name
        said = words[at][0]
        return said.lower() == turn.keys[0] and not (said.isupper() and len(said) > 2 and not text.isupper())
    return tuple(stems[at:end]) == turn.keys and all(
        _BETWEEN.match(text[one.end() : other.start()])
        for one, other in zip(words[at:end], words[at + 1 : end], strict=False)
    )


def _stem(word: str) -> str:
    """One key for the forms of a word."""
    return stem(word.lower().replace("’", "'"))


@cache
def _turns() -> dict[str, tuple[_Turn, ...]]:
    """The turns by the stem of their first word, the longest first."""
    found: dict[str, list[_Turn]] = {}
    for entries in read_toml(FOLDER / "idioms.toml").values():
        for plain, turns in entries.items():
            for said in turns.split("|"):
                words = [word[0] for word in _WORD.finditer(said)]
                keys = tuple(map(_stem, words)) if len(words) > 1 else tuple(words)
                found.setdefault(_stem(words[0]), []).append(_Turn(keys, plain))
    return {first: tuple(sorted(some, key=lambda one: -len(one.keys))) for first, some in found.items()}
