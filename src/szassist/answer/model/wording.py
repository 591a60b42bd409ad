"""Whether the words of a chat model's statement come from its sources: what names nothing of theirs is no answer from them.

The figure firewall reads figures, years, units of government and titles. This reads the rest: a statement that obeys a
text, names a stranger or denies what the sources say holds words that they do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from szassist.answer.ground.vocabulary import Vocabulary
from szassist.answer.words import table
from szassist.schema import Language
from szassist.text.english import to_chinese
from szassist.text.script import fold
from szassist.text.tokens import tokens

BORNE = 0.5  # part of a statement's words, by weight, that its sources must hold
SPEAKING = 4  # characters that make a clause say something of its own
_CLAUSE = re.compile(r"[^,;。:!?()\n]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[a-z]{2,}")
_ADDRESS = re.compile(r"https?:|www\.|[\w.+-]+@[\w-]+\.|\w+\.(?:com|cn|net|org|io)\b")


@cache
def _plain() -> tuple[re.Pattern[str], re.Pattern[str], frozenset[str], re.Pattern[str]]:
    words = table("wording")
    chinese, english = words["chinese"], words["english"]
    return (
        re.compile("|".join(map(re.escape, sorted(chinese["plain"], key=len, reverse=True)))),
        re.compile("|".join(map(re.escape, chinese["denies"]))),
        frozenset(english["plain"]),
        re.compile(rf"\b(?:{'|'.join(map(re.escape, english['denies']))})\b"),
    )


def strange(
    text: str, sources: Iterable[str], question: str, language: Language, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """What of `text` its sources do not bear in words: an address, a denial, foreign words; empty where they bear it."""
    said, there, asked = fold(text), fold(" ".join(sources)), fold(question)
    plain, denies, plain_english, denies_english = _plain()
    chinese = len(_CHINESE.findall(said)) > len(_LATIN.findall(said))
    if not chinese and language is not Language.EN:
        return (language.value,)
    found = [match[0] for match in _ADDRESS.finditer(said) if match[0] not in there]
    found += [match[0] for match in denies.finditer(said) if match[0] not in there]
    found += [m[0] for m in denies_english.finditer(said) if m[0] not in there and not denies.search(there)]
    if not chinese:
        return (*found, *_foreign_english(said, there, plain_english))
    found += [word for word in _LATIN.findall(said) if word not in there and word not in asked]
    return (*found, *_foreign(plain.sub(" ", said), there, vocabulary))


def _foreign(said: str, there: str, vocabulary: Vocabulary) -> list[str]:
    """The heaviest words of a statement, or of a clause in it, that its sources mostly lack; empty where they hold enough."""
    known = set(tokens(there))
    clauses = [clause for clause in _CLAUSE.findall(said) if len(_CHINESE.findall(clause)) >= SPEAKING]
    return next(filter(None, (_lacking(part, known, vocabulary, BORNE) for part in (said, *clauses))), [])


def _lacking(said: str, known: set[str], vocabulary: Vocabulary, enough: float) -> list[str]:
    words = [token for token in dict.fromkeys(tokens(said)) if len(token) > 1 or not token.isascii()]
    pairs = [word for word in words if len(word) > 1]
    weights = {word: vocabulary.rarity(word) for word in pairs or words}
    total = sum(weights.values())
    borne = sum(weight for word, weight in weights.items() if word in known)
    if not total or borne >= enough * total:
        return []
    return sorted((word for word in weights if word not in known), key=lambda word: -weights[word])[:5]


def _foreign_english(said: str, there: str, plain: frozenset[str]) -> list[str]:
    """The same for English: a word is borne where it, or a Chinese word for the phrase it is in, stands in the sources."""
    covered = [(match.start(), match.end()) for match in re.finditer(r"[a-z][a-z'’-]*", said)]
    borne: set[tuple[int, int]] = set()
    place = 0
    for expansion in to_chinese(said):
        start = said.find(expansion.said, place)
        place = max(place, start)
        if any(word in there for word in expansion.means):
            borne |= {span for span in covered if start <= span[0] and span[1] <= start + len(expansion.said)}
    words = [span for span in covered if said[span[0] : span[1]] not in plain and span[1] - span[0] > 1]
    foreign = [said[a:b] for a, b in words if (a, b) not in borne and not re.search(rf"\b{said[a:b]}\b", there)]
    return foreign[:5] if len(foreign) > (1 - BORNE) * len(words) else []
