"""English mentions of documents: whether the words around the kind of document are those of its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.ground.lexicon import Lexicon
from szassist.text.english_phrases import grammar, is_filler, told_by
from szassist.text.inflection import stem

_ANY = "city municipal government local policy master construction public implementation development shenzhen"
_OF_ANY = frozenset(map(stem, _ANY.split()))  # words that may stand before the kind of any document
_OF = re.compile(r" (?:of|for) (?=[a-z])")
_WORD = re.compile(r"([a-z]+)(?:['’]s)?\s*")


def is_of_topic(said: str, kind: str, ids: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a mention has a word before the kind of document that tells a topic and is in none of their titles, nor said of
    any document: the noise reduction scheme, but not the new sustainable development plan.
    """
    own = _OF_ANY.union(*(lexicon.titled[one] for one in ids))
    return any(
        word.isalpha() and not (is_filler(word) or told_by(word) < 1 or stem(word) in own)
        for word in said.removesuffix(kind).split()[1:]
    )


def title_end(folded: str, end: int, ids: Sequence[str], lexicon: Lexicon) -> int:
    """Where a mention that ends at `end` does with the words of its title after it: the construction plan of the
    demonstration zone.
    """
    of = _OF.match(folded, end)
    own = frozenset().union(*(lexicon.titled[one] for one in ids))
    at, told = (of.end(), end) if of else (len(folded), end)
    while word := _WORD.match(folded, at):
        if stem(word[1]) in own:
            told = word.end(1)
        elif word[1] not in grammar().silent and stem(word[1]) not in _OF_ANY:
            break
        at = word.end()
    return told
