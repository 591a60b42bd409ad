"""What happened once, where a question asks when it did: 什么时候批准的, 哪年成立; a time of something else is no answer."""

from __future__ import annotations

import re
from functools import cache

from szassist.answer.reading.cues import asking
from szassist.answer.words import table
from szassist.query import Intent, Query
from szassist.text.dates import TimeKind, dates
from szassist.text.script import fold

_WHEN = r"(?:(?:什么|啥|何|几)(?:时候|时|时间)|哪一?[年天月]|哪个月|几几年|何年|何日)"
_GAP = r"(?!(?:才|就)?(?:能|会|将|要|可以|争取|打算|计划|有望))[^,。;?!]{0,5}?"  # 能评上 asks for what is to be
_FROM = re.compile(
    rf"(?:从|自|打){_WHEN}(?!前|之前)|{_WHEN}(?:就|才|要|会|正式|全面)*(?:开始|起(?!来|步)|启动|施行|实施|执行|生效|算起|起算)|起始(?:时间|年份)|[始起](?:于|自){_WHEN}"
    r"|\b(?:from|since|starting|beginning|as of|as from|effective)(?: in| from)? (?:when|(?:what|which) year)\b"
    r"|\bwhen (?:do|does|did|will) [^?.]{1,60}?\b(?:start|begin|kick in|take effect|come into (?:force|effect))\b"
)
_DID = re.compile(
    rf"(?<![要得会将能该])(?<!计划|打算|争取){_WHEN}(?![比较跟对降升涨增减达做实完到开起提出])([\u4e00-\u9fff]{{1,2}})的(?:[吗呢啊呀来着]*)(?=$|[?？])"
)
_ONCE = re.compile(
    rf"{_WHEN}(?:发生)?的?(?:事|事情)(?:儿|了|啊|呀|来着|吗)*(?=$|[?？,。])|(?:哪|什么)(?:次|场|个)会(?:上|议)"
)


def event_asked(query: Query) -> re.Pattern[str] | None:
    """The words, one of which a sentence has that tells of the event whose time is asked for; None where no event is."""
    if query.intent is not Intent.WHEN:
        return None
    folded = fold(query.question)
    for asked, told in _events():
        if asked.search(folded):
            return told
    if did := _DID.search(folded):
        return re.compile(re.escape(did[1]))
    return re.compile("|".join(told.pattern for _, told in _events())) if _ONCE.search(folded) else None


def asks_start(query: Query) -> bool:
    """Whether a question asks from when on something holds: 从哪年起, 什么时候开始实施."""
    return query.intent is Intent.WHEN and bool(_FROM.search(asking(query)))


def starts(text: str) -> bool:
    """Whether a text says that something holds from a year on: 2023年开始, 2022年起."""
    return any(one.kind is TimeKind.START for one in dates(text))


@cache
def _events() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """How the time of each kind of event is asked for, and the words that tell of it."""
    return tuple(
        (
            re.compile(
                rf"{_WHEN}{_GAP}(?:{words})|(?:{words})(?:的|了|于|是|在)*(?:时间|日期|年份|日子)?(?:是|在)?{_WHEN}"
            ),
            re.compile(words),
        )
        for words in table("parts")["events"]["kinds"]
    )
