"""Clauses that only say what is known already, or want the same told of one more thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from szassist.answer.reading import mentions
from szassist.answer.reading.cues import cues
from szassist.answer.reading.mentions import blanked
from szassist.query import Intent

_KNOWS = re.compile("(?:我们?|大家)?(?:都|已经?|早就?|也|当然)*(?:知道|晓得|清楚|了解|明白)(?:了|到)?")
_KNOWN = re.compile(
    rf"(?:(?:20)?\d\d[^,。;!?]{{0,8}})?{_KNOWS.pattern}(?!.*[吗么?])[^,。;!?]*(?:了|啦|喇)[,。;! ]*"
)  # what is said to be known is not asked: 知道2025年有多少个啦,那2030年呢
_ALSO = re.compile(
    r"(?:请|麻烦|顺便|另外|还有|再|把|将)*(?P<of>[^,;。?!]{2,}?)(?:[也亦都]|顺便|顺带|一并|一起|一同|同样)(?:请|给我|帮我|跟我|同我|都|一并|一起|一同|顺便|需要|要|麻烦|再)*"
    r"(?:讲|说|报|列|给|算|查|看|提|告诉|告知)(?:我|明|出来?|一?[下讲说遍看]|上)*(?:吧|呗|呀|啊|嘛|啦|哈)*[。!?]*"
)
_NO_FIGURE = re.compile(
    "[哪谁几啥何]|什么|多少|怎么|如何|名称|全称|原因|理由|出处|来源|依据|原文|原话|过程|算式|步骤|口径|措施|办法|做法|[那这]些|它们"
)


def with_also(clauses: Sequence[str]) -> list[str]:
    """Clauses of which one that only wants one more thing told (回收利用率也说一下) asks for the figure of it, as the one before
    it does, and for the same years.
    """
    told = list(clauses)
    for i, (before, clause) in enumerate(pairwise(clauses), 1):
        also = _ALSO.fullmatch(clause.strip())
        if also and not _NO_FIGURE.search(also["of"]) and cues().intent(before) is Intent.VALUE:
            years = "" if mentions.years(clause)[0] else "、".join(f"{year}年" for year in mentions.years(before)[0])
            told[i] = f"{years}{also['of']}是多少?"
    return told


def without_known(clauses: Sequence[str], asking: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """Clauses with what is said to be known asking nothing, where another one asks of another year: that is no year of it."""
    told, asks = list(clauses), list(asking)
    for i, clause in enumerate(told):
        spans = mentions.years(clause)[1]
        if (
            spans
            and _KNOWN.fullmatch(clause.strip())
            and any(mentions.years(other)[0] for other in (*told[:i], *told[i + 1 :]))
        ):
            told[i], asks[i] = _KNOWS.sub("", blanked(clause, spans)), False
            asks[-1] |= not any(asks)
    return told, asks
