"""Whether a sentence tells what a question wants to know about the thing it names: its meaning, why, what follows, where."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from szassist.answer.reading.cues import asking
from szassist.answer.reading.rulings import Said, said_in, told
from szassist.answer.words import table
from szassist.query import Intent, Query
from szassist.schema import Language

_MARKS = r"[“\"「『‘”」』’]"
_NUMBERED = r"^(?:第[^条]{1,4}条|\([^)]{1,3}\)|\d+[.、．])?\s*"
_POINTED = re.compile(
    '这个|那个|^[那这]|到底|究竟|所谓的?|(?:^|[这那]份)(?:文件|方案|规划|办法|通知)?(?:里面?|中|上)?(?:面)?(?:所)?(?:讲|说|提到?|写)(?:到)?的|[“”"「」『』‘’?。!,]'
)
_CLAUSES = re.compile("[,;。?!]")
_FIGURED = (Intent.VALUE, Intent.WHEN, Intent.DIFFERENCE, Intent.COMPARE, Intent.WHO, Intent.DUTIES)
_PURPOSE = re.compile(r"^[^,。]*为[^,。]*(?:,[^,。]*)*?,(?=[^,。]*(?:制定|组织|开展|推|建|设|实施)[^,。]*。?$)")


class Aspect(StrEnum):
    """What of a thing a question asks for."""

    MEANING = "meaning"
    REASON = "reason"
    RESULT = "result"  # what follows where something is not done as it should
    FREE = "free"  # whether nothing is to be paid
    WHERE = "where"  # where one goes with it
    MONEY = "money"  # how much is to be paid


@cache
def _words() -> tuple[tuple[tuple[Aspect, re.Pattern[str]], ...], dict[str, re.Pattern[str]]]:
    found = table("telling")
    asks = tuple(
        (Aspect(name), re.compile("|".join(f"(?:{cue})" for cue in cues))) for name, cues in found["asks"].items()
    )
    return asks, {name: re.compile(pattern) for name, pattern in found["tells"].items()}


def aspect_asked(query: Query) -> Aspect | None:
    """The aspect that a question asks for and that a sentence may well not tell; None of a follow-up, of one in English and
    where a figure or a unit is asked for.
    """
    if query.before or query.language is Language.EN or query.intent in _FIGURED:
        return None
    last = next((one for one in reversed(_CLAUSES.split(asking(query))) if one.strip()), "")
    found = next(
        (
            aspect
            for aspect, cue in _words()[0]
            if cue.search(asking(query) if aspect in (Aspect.RESULT, Aspect.FREE) else last)
        ),
        None,
    )
    return found if found is Aspect.MEANING or not query.asserted else None


def thing_meant(query: Query) -> str:
    """The thing whose meaning a question asks for, as it says it, folded."""
    cue = next(cue for aspect, cue in _words()[0] if aspect is Aspect.MEANING)
    clause = next((one for one in _CLAUSES.split(asking(query)) if cue.search(one)), asking(query))
    return _POINTED.sub("", cue.sub("", clause)).strip().removesuffix("个").removesuffix("是")


def name_of(words: list[Said] | tuple[Said, ...]) -> str:
    """The pattern of a name by its words, in their order."""
    return '(?:的|本)?[”"」]?'.join(f"(?:{said.told.pattern})" for said in words)


def defines(name: str, text: str) -> bool:
    """Whether a folded sentence says outright what a thing means: X是指…, 本办法所称X, 以下简称X, 生态系统生产总值(X)."""
    known = rf"{name}[”\"」]?[^,。;:是指]{{0,4}},?(?:是指|系指|指的是|指(?!导|标|定|挥|数))|所称的?[“\"「]?{name}"
    opens = rf"{_NUMBERED}{name}(?:是(?!否|不是)|作为|包括|包含|主要(?:包括|包含)|分为)"
    short = rf"以下(?:简|统)?称[“\"「为]*{name}[”\"」)]"
    spelt_out = rf"[\u4e00-\u9fff]{{3,}}[”\"」]?\((?:以下简称)?{name}\)"
    return any(re.search(pattern, text) for pattern in (known, opens, short, spelt_out))


def introduces(name: str, text: str) -> bool:
    """Whether a sentence that uses a name says with it what it stands for: 以…为核心的X, A、B等“X”, a name in marks with what
    it is the name of, X(…).
    """
    by_parts = rf"以[^。;]{{4,60}}?为(?:核心|主体|代表|主要内容)的{_MARKS}?(?:{name})|、[^,。;、]{{2,16}}等{_MARKS}?(?:{name})"
    marked = rf"{_MARKS}[^”\"」]{{0,6}}(?:{name})[^“\"「]{{0,6}}{_MARKS}[^,。;、]{{2,}}"
    in_brackets = rf"(?:{name}){_MARKS}?\([^)]{{4,}}\)|(?:{name}){_MARKS}?(?:,即|即|——|:[^。]{{4,}})"
    listed = rf"[,、][^,。;、]{{2,30}}[“\"「](?:{name})"
    return any(re.search(pattern, text) for pattern in (by_parts, marked, in_brackets, listed))


def tells(aspect: Aspect, text: str, query: Query) -> bool:
    """Whether a folded sentence tells that aspect."""
    said = _words()[1]
    match aspect:
        case Aspect.MEANING:
            thing = thing_meant(query)
            name = f"(?:{re.escape(thing)}|{name_of(said_in(thing, query)) or re.escape(thing)})"
            return not thing or defines(name, text) or introduces(name, text)
        case Aspect.REASON:
            if said["reason"].search(text):
                return True
            behind = _PURPOSE.sub("", text)
            return bool(said["purpose"].search(text)) and any(
                term.held_by(behind) > 0 for term in query.terms if term.weight > 0
            )
        case Aspect.RESULT:
            return bool(said["result"].search(text) and said["failing"].search(text))
        case Aspect.WHERE:
            return told().where.search(text) is not None
        case Aspect.MONEY:
            return said["money"].search(text) is not None
    return said["free"].search(text) is not None
