"""Follow-ups about the answer before them: where it stands, what it lists, whether the goal is reached."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading.asking import EDGES
from szassist.answer.reading.cues import cues, spoken
from szassist.answer.reading.mentions import asserted, years
from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import weight
from szassist.answer.talk.memory import ALONE, Memory
from szassist.answer.talk.takeover import TOPIC, bare, continued
from szassist.query import Intent, Query, Regard
from szassist.schema import FactKind
from szassist.text.script import fold

_LISTING = (Intent.WHO, Intent.LIST, Intent.DUTIES, Intent.MEASURES)  # intents whose answers name several things
_STAGES = (Regard.EARLIER, Regard.LATER, Regard.KIND)  # asked of the figures of an answer
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN, Intent.COMPARE, Intent.OTHER)
_QUOTES = re.compile("[这那原整]一?[句段条处].*[贴念抄读发制摘引截拷]")  # 把那句话贴出来
_PAPERS = re.compile(
    "(?:交|带|准备|提供|提交|递交|要|需要?|用)[^,。;?]{0,6}(?:什么|啥|哪些|咩|乜)[^,。;?]{0,4}(?:材料|资料|证件|证明|文件|手续)"
)
LONGEST = 12  # characters of what is looked for in a list
_EITHER = re.compile(r"还是|抑或|或|\bor\b")
_NEXT = re.compile(
    r"^(?:那么?|and |what about |how about |the )*(?P<what>[^,。!?;\s呢]{2,12}|[a-z][a-z &'-]{2,30})呢?[?。!]*$"
)
_ENDS = re.compile(r"^(?:的|那个|这个|the )+|(?:的|这个|那个|相关|方面|有关)+$")


def regarding(question: str, memory: Memory, reader: Reader, surely: bool = True) -> Query | None:
    """The query of a message that asks about the answer before it; None where it asks for something else. Where that is
    not sure, words that nothing before it was about may be its own story (记者想引用一下,请给出原文).
    """
    if memory.last is None or memory.last.intent in ALONE:
        return None
    folded = fold(question)
    for regard, said in cues().regards:
        if not (match := said.search(folded)) or (
            regard is Regard.REACHED and _figures(folded) and not spoken().unmet.search(folded)
        ):
            continue
        if regard is Regard.SOURCE and _asks_papers(folded):
            continue
        rest = f"{question[: match.start()]} {question[match.end() :]}"
        own = _rest(rest, reader)
        earlier = _about(own, folded, memory) if own else None
        if regard in _STAGES and not (own and earlier and _of_its_figures(own, earlier)):
            continue
        if own and not surely and regard is Regard.SOURCE and own.intent is Intent.OTHER:
            earlier = earlier or memory.last
        if own and regard is Regard.SOURCE and _QUOTES.search(match[0]):
            earlier = earlier or memory.last
        if own and earlier:
            whole = reader.read(question)[0]
            own = replace(own, question=question, clause="", language=whole.language, documents=whole.documents)
            return _regarding(regard, own, earlier, match[0])
    return None


def _asks_papers(folded: str) -> bool:
    """Whether a message asks for papers that somebody has to bring: 要交什么材料."""
    return _PAPERS.search(folded) is not None


def _figures(folded: str) -> bool:
    """Whether a message states a figure: 七成以上就算达标 does not ask whether the goal is reached."""
    return bool(asserted(folded, years(folded)[1]))


def _of_its_figures(own: Query, earlier: Query) -> bool:
    """Whether a message that asks what came before or after, and else says `own`, asks it of figures that the answer to
    `earlier` may tell.
    """
    asks = own.intent in (Intent.OTHER, Intent.VALUE, Intent.WHETHER) and not (own.years or own.places or own.units)
    return asks and (earlier.intent in _FIGURED or earlier.regard is Regard.UNITS)


def _rest(rest: str, reader: Reader) -> Query | None:
    """What a message says beside that it is about the answer; None where that is several questions."""
    found = reader.read(rest if EDGES.sub("", fold(rest)) else "?")
    return found[0] if len(found) == 1 else None


def _about(own: Query, folded: str, memory: Memory) -> Query | None:
    """The question whose answer a message is about: the last one, or the one whose topic it names again."""
    if bare(own) and not own.units:
        return memory.before or memory.last if cues().back.search(folded) else memory.last
    named = memory.naming(own.terms)
    if named or not cues().pronouns.search(folded) or weight(own.terms) >= TOPIC:
        return named
    return memory.last


def _regarding(regard: Regard, own: Query, earlier: Query, said: str) -> Query:
    """`earlier` asked again with regard to its answer; where the message names one document, with regard to what that
    says.
    """
    documents = own.documents if len(own.documents) == 1 and not _EITHER.search(said) else earlier.documents
    if regard in _STAGES:
        told = earlier.earlier if earlier.regard is Regard.UNITS and earlier.earlier else earlier
        other = told.instead and replace(told.instead, language=own.language, regard=regard)
        return replace(told, language=own.language, regard=regard, instead=other)
    again = continued(replace(own, terms=(), hints=()), earlier, False)
    if regard is Regard.SOURCE:
        if own.intent is not Intent.WHO:
            again = replace(earlier, language=own.language, years=own.years or earlier.years)
        return replace(again, documents=documents, regard=regard)
    again = replace(
        again, intent=Intent.VALUE, documents=documents, question=earlier.question, parts=(), regard=regard
    )
    return replace(again, kind=FactKind.STATUS, years=own.years) if regard is Regard.REACHED else again


def sought_among(folded: str, memory: Memory) -> str:
    """What a message looks for among the things that the answer before it lists (里面有消防的吗), "" where it does not."""
    if memory.last is None or memory.last.intent not in _LISTING:
        return ""
    ways = (*cues().among, _NEXT) if memory.looked else cues().among
    match = next((found for said in ways if (found := said.search(folded))), None)
    sought = _ENDS.sub("", match["what"].strip()) if match else ""
    return sought if len(sought) <= LONGEST * (1 + sought.isascii()) else ""
