"""A follow-up about the whole, or about a part, of what was asked: 那全市的呢, 新建的呢."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from szassist.answer.reading.cues import cues
from szassist.query import Query, Term
from szassist.text.script import fold

_PER = re.compile(
    "每[百千万十亿]+(?:名|个)?(?:人口?|户|居民)|[人户地]均|per (?:[\\d,]+|thousand|ten thousand|million) (?:people|residents)"
)
SOME = 0.15  # weight of a word that makes 那水呢 another topic


def widened(earlier: Query) -> Query:
    """The earlier question about the whole of what it asked about a part of: 那全市的呢, after 新建公办养老机构."""
    parts = cues().part.findall(fold(f"{earlier.before} {earlier.question}"))
    told = tuple(term for term in earlier.terms if not any(term.word in part for part in parts))
    if not parts or not told:
        return earlier
    content = " ".join(term.word for term in told)
    return replace(earlier, question=content, clause="", content=content, terms=told, before="", whole=True)


def part_named(query: Query) -> tuple[Term, ...]:
    """The words by which a message names a part of what was spoken of, where it names nothing else: 新建的呢."""
    found = tuple(term for term in query.terms if cues().part.fullmatch(term.word))
    others = tuple(term for term in query.terms if term not in found)
    return () if query.units or query.strangers or tells(others) else found


def narrowed(earlier: Query, part: tuple[Term, ...]) -> Query:
    """The earlier question about a part of what it was about: an answer must speak of that part."""
    whole = weight(earlier.terms)
    kept = tuple(term for term in earlier.terms if not any(term.word == one.word for one in part))
    return replace(earlier, terms=(*kept, *(replace(one, weight=whole) for one in part)))


def counted_by(query: Query, known: Callable[[str], bool]) -> tuple[Term, ...]:
    """What a message says is to be counted by (每千人多少, after 病床); none where it names anything else that is `known`."""
    told = [term for term in query.terms if term.weight >= SOME]
    by = tuple(term for term in told if _PER.fullmatch(term.word))
    others = any(term.means or known(term.word) for term in told if term not in by)
    return () if others or query.units else by


def tells(found: tuple[Term, ...]) -> bool:
    """Whether one of the words names a topic; several that tell nothing (全市, 新建) name none."""
    return any(term.weight >= SOME for term in found)


def weight(found: tuple[Term, ...]) -> float:
    """What words tell together."""
    return sum(term.weight for term in found)
