"""From the words of a question to what it asks for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from szassist.answer.vocabulary import Vocabulary
from szassist.query import Intent, Query
from szassist.schema import Language, Turn
from szassist.text.script import fold, language_of

_YEAR = re.compile(r"(?<![0-9.])(20[0-9]{2})(?![0-9.%])")
_YEAR_PHRASE = re.compile(
    r"(?:到|至|在|截至|by |in )?(?<![0-9.])20[0-9]{2}(?![0-9.%])(?:年底|年末|年)?(?:前|以前|之前)?"
)
_EDGES = re.compile(r"[^\w%+./\u3400-\u9fff-]+")
_CONTROL = re.compile(r"\x1b\[[0-9;]*[a-z]|[\x00-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"\s+")


@cache
def _phrases() -> tuple[dict[Intent, re.Pattern[str]], re.Pattern[str], frozenset[str]]:
    """Patterns that tell the intent, the pattern of all scaffolding, and the characters without content."""
    words = tomllib.loads(files("szassist.answer").joinpath("words/question.toml").read_text("utf-8"))
    asks = {Intent(name): _any_of(phrases) for name, phrases in words["asks"].items()}
    everything = [phrase for phrases in words["asks"].values() for phrase in phrases]
    return asks, _any_of(everything + words["scaffolding"]["phrases"]), frozenset(words["scaffolding"]["characters"])


def _any_of(phrases: Sequence[str]) -> re.Pattern[str]:
    """One pattern for all `phrases`, longest first; Latin phrases only as whole words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(rf"\b{re.escape(p)}\b" if p.isascii() else re.escape(p) for p in ordered))


def understand(
    question: str, history: Sequence[Turn], vocabulary: Vocabulary, language: Language | None = None
) -> Query:
    """Read a question, with what an elliptical follow-up leaves out taken from the last question before it."""
    query = _read(question, vocabulary, language)
    for turn in reversed(history):
        if query.content:
            break
        earlier = _read(turn.question, vocabulary, language)
        query = Query(
            question=query.question,
            language=query.language,
            intent=earlier.intent if query.intent is Intent.PASSAGE else query.intent,
            content=earlier.content,
            years=query.years or earlier.years,
        )
    return query


def _read(question: str, vocabulary: Vocabulary, language: Language | None) -> Query:
    folded = _CONTROL.sub(" ", fold(question))
    asks, scaffolding, _ = _phrases()
    intent = next((intent for intent, pattern in asks.items() if pattern.search(folded)), Intent.PASSAGE)
    bare = scaffolding.sub(" ", _YEAR_PHRASE.sub(" ", folded))
    content = _drop_characters(_EDGES.sub(" ", bare), vocabulary)
    if intent is Intent.SMALLTALK and content:
        intent = Intent.PASSAGE
    years = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(folded)))
    return Query(question, language or language_of(question), intent, content, years)


def _drop_characters(text: str, vocabulary: Vocabulary) -> str:
    """`text` without single function characters, unless they form a word of the documents with a neighbour."""
    _, _, characters = _phrases()
    kept = [
        " " if char in characters and not _in_a_word(text, position, vocabulary) else char
        for position, char in enumerate(text)
    ]
    return _SPACES.sub(" ", "".join(kept)).strip()


def _in_a_word(text: str, position: int, vocabulary: Vocabulary) -> bool:
    pairs = (text[max(position - 1, 0) : position + 1], text[position : position + 2])
    return any(len(pair) == 2 and vocabulary.knows(pair) for pair in pairs)
