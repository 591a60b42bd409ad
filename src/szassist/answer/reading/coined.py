"""Words in quotation marks whose meaning a question asks for: “双改”指哪两项改革."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.reading.cues import cues
from szassist.query import Term

_QUOTED = re.compile(r"[“\"‘'「『]([^“”\"‘’'「」『』]{2,12})[”\"’'」』]")


def defined(whole: str, lexicon: Lexicon) -> tuple[Term, ...]:
    """The words in quotation marks, else the longest that the documents have in such, of which a question asks what is
    meant; none where it does not. They alone are then what it is about.
    """
    if not cues().defined.search(whole):
        return ()
    quoted = in_quotes(whole)
    coined = [] if quoted else [word for word in lexicon.coined if word in whole]
    words = quoted or sorted(coined, key=len, reverse=True)[:1]
    return tuple(Term(word, 1.0, _parts(word, lexicon)) for word in dict.fromkeys(words))


def quoted_words(whole: str, lexicon: Lexicon) -> tuple[Term, ...]:
    """The words in quotation marks that the documents have in such too: “三名工程”哪个部门负责."""
    return tuple(Term(word, 1.0) for word in in_quotes(whole) if word in lexicon.coined)


def in_quotes(text: str) -> list[str]:
    """The words that stand in quotation marks."""
    return [match[1] for match in _QUOTED.finditer(text)]


def without(terms: Sequence[Term], others: Sequence[Term]) -> tuple[Term, ...]:
    """`terms` but for those of the same words as `others`."""
    known = {term.word for term in others}
    return tuple(term for term in terms if term.word not in known)


def _parts(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What of a word the documents have in quotation marks, where they have the rest too: “两癌”筛查 for 两癌筛查."""
    knows = lexicon.vocabulary.knows
    return tuple(one for one in lexicon.coined if one in word and one != word and knows(word.replace(one, "")))
