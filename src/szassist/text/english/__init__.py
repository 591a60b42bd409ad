"""English for Chinese policy documents: official names both ways, and Chinese words for English questions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from szassist.query import Expansion
from szassist.text.script import fold

FOLDER = Path(__file__).parent
LITERAL = 1.0  # an English word is as good as the Chinese one it stands for
_WORD = re.compile(r"[a-z0-9][a-z0-9.,'&+/-]*[a-z0-9]|[a-z0-9]")
_FILLER = re.compile(r"^(?:全市|我市|本市|全社会(?=用水)|深圳(?=地区)|市)(?=.{2})")
_BRACKET = re.compile(r"\([^()]*\)")
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("ves", "ve"), ("s", ""), ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("er", ""), ("'s", ""), ("s'", "s"))  # fmt: skip
_SPELLINGS = (("isation", "ization"), ("ise", "ize"), ("our", "or"), ("tre", "ter"), ("aluminium", "aluminum"), ("programme", "program"))  # fmt: skip


@cache
def _names() -> dict[str, str]:
    """Folded Chinese names with their English ones."""
    found: dict[str, str] = {}
    for file in sorted(FOLDER.glob("names*.toml")):
        for section in tomllib.loads(file.read_text("utf-8")).values():
            found |= {_key(chinese): english for chinese, english in section.items()}
    return found


def _key(chinese: str) -> str:
    return _FILLER.sub("", _BRACKET.sub("", fold(chinese)).strip("“”\"' 的"))


@cache
def _terms() -> dict[str, tuple[str, ...]]:
    """English phrases, in lower case and normal form, with their Chinese words."""
    found: dict[str, tuple[str, ...]] = {}
    for file in sorted(FOLDER.glob("terms*.toml")):
        for section in tomllib.loads(file.read_text("utf-8")).values():
            for english, chinese in section.items():
                found[_normal(english)] = tuple(
                    fold(word) for word in ([chinese] if isinstance(chinese, str) else chinese)
                )
    for chinese, english in _names().items():
        found.setdefault(_normal(english), (chinese,))
    return found


def english_name(chinese: str) -> str | None:
    """The English name of a unit of government, an indicator, an action, a project or a document; None where none is known."""
    return _names().get(_key(chinese)) or _names().get(fold(chinese).strip())


def chinese_names(english: str) -> tuple[str, ...]:
    """The folded Chinese names that an English name stands for."""
    wanted = english.lower()
    return tuple(chinese for chinese, name in _names().items() if name.lower() == wanted)


def to_chinese(text: str) -> tuple[Expansion, ...]:
    """Chinese words for the English phrases of `text`, which is folded: the longest known phrase at each place."""
    words = [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]
    return tuple(_phrases(text, words))


def _phrases(text: str, words: list[tuple[str, int, int]]) -> Iterator[Expansion]:
    terms = _terms()
    longest = 6
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            said = text[words[at][1] : words[at + length - 1][2]]
            means = next((terms[form] for form in _forms(said) if form in terms), None)
            if means:
                yield Expansion(said, means, LITERAL)
                at += length - 1
                break
        at += 1


def _forms(said: str) -> Iterator[str]:
    """A phrase as it stands and in its likely basic forms: green buildings, greening."""
    normal = _normal(said)
    yield normal
    head, _, last = normal.rpartition(" ")
    for ending, basic in _ENDINGS:
        if last.endswith(ending) and len(last) - len(ending) > 2:
            stem = last[: -len(ending)] + basic
            yield f"{head} {stem}".strip()
            if len(stem) > 3 and stem[-1] == stem[-2] and not basic:
                yield f"{head} {stem[:-1]}".strip()


def _normal(phrase: str) -> str:
    """One spelling: lower case, spaces for hyphens, American."""
    phrase = re.sub(r"[-\s]+", " ", phrase.lower()).strip()
    for british, american in _SPELLINGS:
        phrase = re.sub(rf"{british}\b", american, phrase)
    return phrase
