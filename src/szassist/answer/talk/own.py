"""A follow-up held to what its message says itself: the place it goes back to, the other document, and words that
no document knows.
"""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading.cues import cues, spoken
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import SOME, weight
from szassist.answer.reading.terms import names_something
from szassist.answer.talk.memory import Memory
from szassist.answer.talk.takeover import continued
from szassist.answer.talk.yearly import only_of_a_year
from szassist.query import Intent, Query
from szassist.text.script import fold, has_chinese

_FIGURED = (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN, Intent.COMPARE)
_OF_PARTS = (
    Intent.VALUE,
    Intent.OTHER,
    Intent.WHETHER,
    Intent.COMPARE,
    Intent.LIST,
    Intent.DIFFERENCE,
    Intent.DUTIES,
)
_THAN = re.compile(  # 比北京高吗
    r"(?:比|跟|和|与|同)[^,。;?!]{2,8}?(?:相?比|差|一样|还)?(?:是|要|更|算|都|又)*(?:高|低|多|少|好|差|强|快|慢|大|小|远|一样|如何|怎么?样)|\b(?:than|compared (?:to|with)|as \w+ as)\b.*"
)
_ASKS = re.compile(
    "那边|那里|那儿|的?(?:一般|平均|通常|普遍|水平|标准|情况|目标|数字?|现在|都|大概|又|要|有|是|做到|为|多少|几|什么|怎么?样|如何|啥|呢)"
)
FULL = 5  # characters of the shortest name that tells a thing from all others


def held_to_own(query: Query, own: Query, reader: Reader) -> Query:
    """`query` held to what its message says itself, `own`: the place it goes back to, and words that nobody knows."""
    if not own.places and query.places and _at_home(own, reader):
        terms = tuple(term for term in query.terms if not any(place in term.word for place in query.places))
        query = replace(query, places=(), terms=terms)
    if own is not query and query.terms == own.terms and named_in_full(own, reader):
        query = replace(query, hints=own.hints)
    moves = own.intent is Intent.DIFFERENCE and not names_something(own.content)  # 能多活多久
    moves = moves or only_of_a_year(own)
    if own.terms and query.before and not moves and not set(own.terms) & set(query.terms):
        query = _strict(query, own, reader)
    return query


def of_no_whole(query: Query, folded: str, earlier: Query) -> Query | None:
    """What was told of the city, asked of each part of it (每个区都一样吗) or of others (国外一般是多少) as of a place: no figure
    of the city is theirs. None where a message asks nothing of these, or names something else.
    """
    found = spoken().apart.search(folded) or spoken().elsewhere.search(folded)
    found = found or (_THAN.search(folded) if query.places else None)
    if not found or query.intent not in _OF_PARTS or earlier.intent not in _FIGURED or earlier.units:
        return None
    if cues().duties.search(folded) or cues().answers.search(folded):
        return None
    own = tuple(term for term in query.terms if term.word not in found[0])
    compared = found.re is _THAN
    if weight(own) >= TELLING or (query.places and not compared) or query.strangers or query.documents:
        return None
    own_parts = spoken().apart.search(fold(earlier.question)) is not None  # what was told is of each of them already
    if compared:
        return replace(
            continued(replace(query, intent=Intent.VALUE, terms=(), hints=()), earlier, False), onward=None
        )
    name = found[0] if found[0].isascii() else "各区" if "区" in found[0] else _ASKS.split(found[0])[0]
    alone = replace(query, intent=Intent.VALUE, units=(), terms=(), hints=(), parts=())
    return replace(continued(replace(alone, places=() if own_parts else (name,)), earlier, False), onward=None)


def named_in_full(own: Query, reader: Reader) -> bool:
    """Whether a message calls its thing by a name of several words as the documents write it (全社会研发投入): what was
    asked before does not tell which one is meant.
    """
    name = own.content.rstrip("呢的").strip()
    telling = [term for term in own.terms if term.weight >= SOME]
    return len(name) >= FULL and len(telling) > 1 and has_chinese(name) and reader.lexicon.spelling.written(name)


def _at_home(query: Query, reader: Reader) -> bool:
    """Whether a message goes back to the documents' own place: 那深圳呢, 全市呢."""
    return any(place in query.content for place in (*reader.lexicon.places, "全市", "本市", "我市"))


def _strict(query: Query, own: Query, reader: Reader) -> Query:
    """A follow-up whose own words the documents do not know (几点开门) is not answered by what was asked before."""
    known = reader.lexicon.vocabulary.knows
    talking = spoken().talking
    unknown = [
        one
        for one in own.terms
        if len(one.word) > 1
        and one.weight >= SOME
        and not (one.means or known(one.word) or talking.fullmatch(one.word))
    ]
    whole = weight(query.terms)
    return replace(query, terms=(*query.terms, *(replace(one, weight=whole) for one in unknown)))


def of_the_other(query: Query, memory: Memory, reader: Reader) -> Query:
    """`query` of the documents that the question before it was not about, where it says so: 另一份呢."""
    told = memory.last.documents if memory.last else ()
    if not told or not cues().other.search(fold(query.question)):
        return query
    kinds = [ids for ids in reader.lexicon.kinds.values() if not set(ids) & set(told)]
    return replace(query, documents=query.documents or tuple(dict.fromkeys(one for ids in kinds for one in ids)))
