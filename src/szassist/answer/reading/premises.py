"""What a clause before the one that asks says to be so: 既然再生水利用率是90%,那漏损率是多少."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from szassist.answer.reading.asking import CLAUSES
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.scope import weight
from szassist.query import Intent, Query
from szassist.text.script import fold

_ASKING = (Intent.WHO, Intent.DUTIES, Intent.MEASURES, Intent.LIST, Intent.DEFINITION, Intent.WHEN, Intent.VALUE)
_HELD = re.compile(r"\s*(?:既然|鉴于|因为|由于)")
_OPEN = re.compile(r"[哪谁几啥何]|什么|多少|怎|如何|\b(?:who|what|which|how|when|where)\b")
_OF_THEIRS = re.compile(
    r"\s*(?:[我俺咱]们?|本人|家里|孩子|老[爸妈公婆]|楼下|邻居|i|my|we|our)(?!们?(?:市|深圳)|们?[^,]{0,4}(?:记得|听|看|以为|知道|觉得|查))"
)  # 我月薪1万 claims nothing of the documents


def after_premise(query: Query, context: str, read: Callable[[str, str], Query]) -> Query:
    """A question with what the first clause before it says that claims something: a figure of what it names, or whom it
    falls to, who issued it, how many it has. `read` gives the Query of a clause, as typed and folded.
    """
    if query.intent not in _ASKING:
        return query
    for said in filter(str.strip, CLAUSES.split(context)):
        if _OPEN.search(said) or _OF_THEIRS.match(said):
            continue
        own = read(_typed(query.question, said), said)
        claims = own.asserted or own.units or own.documents or _HELD.match(said)
        if claims and weight(own.terms) >= TELLING:
            return replace(query, premise=replace(own, intent=Intent.WHETHER, clause=said))
    return query


def without_premise(query: Query) -> Query:
    """A question without what is said before it, whose figures are none of what it asks where it names its own thing."""
    said = {one.text for one in query.premise.asserted} if query.premise and not query.closest else set()
    own = tuple(one for one in query.asserted if one.text not in said)
    return replace(query, premise=None, asserted=own)


def _typed(question: str, said: str) -> str:
    """What a folded clause says as it is typed, where it can be found again."""
    at = fold(question).find(said.strip())
    return question[at : at + len(said.strip())] if at >= 0 else said
