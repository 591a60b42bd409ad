"""A question in its conversation: what it leaves out is taken from what was asked before, what it states is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from szassist.answer.cues import cues
from szassist.answer.read import HINT, TELLING, Reader
from szassist.answer.refuse import LONGEST
from szassist.query import Intent, Query, Term
from szassist.schema import FactKind, Turn
from szassist.text.script import fold

SOME = 0.15  # weight of words that make 那水呢 another topic
REMEMBERED = 12  # turns that are looked back on
_NTH = re.compile(r"第([一二三四五六七八九十]|\d{1,2})(?:个|项|条|类|大)?(?:工程|行动|项目|指标|目标)?")
_MARK = re.compile(r"\[\d{1,3}\]")
_ALONE = (Intent.SMALLTALK, Intent.OFFTOPIC)


@dataclass(frozen=True, slots=True)
class Memory:
    """The questions so far, resolved: the last one, and the last of the topic before its own."""

    last: Query | None = None
    before: Query | None = None
    years: tuple[int, ...] = ()  # named so far on the present topic

    def after(self, query: Query) -> Memory:
        """The memory once `query` is asked; a greeting is not remembered."""
        if query.intent in _ALONE:
            return self
        changed = self.last is not None and not _shares(query, self.last)
        years = query.years if changed else (*self.years, *query.years)
        return Memory(query, self.last if changed else self.before, tuple(dict.fromkeys(years)))


def understand(question: str, history: Sequence[Turn], reader: Reader) -> tuple[Query, ...]:
    """What `question` asks, in order, each thing completed from what was asked before it."""
    memory, shown = Memory(), ""
    for turn in history[-REMEMBERED:]:
        if len(turn.question) > LONGEST:  # it was refused when it was asked
            continue
        for query in reader.read(_pointed(turn.question, shown)):
            memory = memory.after(resolved(query, memory))
        shown = turn.answer
    found = []
    for query in reader.read(_pointed(question, shown)):
        query = resolved(query, memory)
        memory = memory.after(query)
        found.append(query)
    return tuple(found)


def _pointed(question: str, shown: str) -> str:
    """`question` with 第三个 replaced by the third item of the list that was shown last."""
    match = _NTH.search(fold(question))
    if not match:
        return question
    number = int(match[1]) if match[1].isdigit() else "一二三四五六七八九十".index(match[1]) + 1
    items = _items(shown)
    if not 0 < number <= len(items):
        return question
    return question[: match.start()] + items[number - 1] + question[match.end() :]


def _items(shown: str) -> list[str]:
    """The items of the list in an answer: one a line, or one line of names after a colon."""
    lines = [_MARK.sub("", line).strip(" •·。") for line in shown.split("\n") if line.strip()]
    if len(lines) == 1 and "：" in lines[0]:
        return [name.strip("“”‘’") for name in lines[0].split("：", 1)[1].split("、")]
    return [line.split("（", 1)[0] for line in lines[1:]] if lines and lines[0].endswith("：") else []


def resolved(query: Query, memory: Memory) -> Query:
    """`query` with what it leaves out; a change of topic takes nothing over."""
    folded = fold(query.question)
    earlier = memory.before if memory.before and cues().back.search(folded) else memory.last
    if earlier is None or query.intent in _ALONE:
        return query
    goes_on = cues().opening.search(folded) or folded.rstrip("?？!。 ").endswith(("呢", "吗呢"))
    another = goes_on and query.intent is Intent.OTHER and not query.years and _weight(query.terms) >= SOME
    if _bare(query) and not another:
        more = cues().more.search(folded) is not None
        if query.intent is Intent.DIFFERENCE and not query.years and len(memory.years) > 1:
            query = replace(query, years=memory.years[-2:])
        return _continued(query, earlier, more)
    if goes_on and query.intent in (Intent.OTHER, Intent.WHETHER, Intent.DUTIES):
        return _varied(query, earlier)
    if cues().pronouns.search(folded) and _weight(query.terms) < 2 * TELLING:
        return replace(_continued(query, earlier, False), hints=query.terms)
    return query


def _bare(query: Query) -> bool:
    """Whether a question names nothing that it could be about."""
    return _weight(query.terms) < TELLING and query.intent is not Intent.DUTIES and not query.strangers


def _weight(found: tuple[Term, ...]) -> float:
    return sum(term.weight for term in found)


def _continued(query: Query, earlier: Query, more: bool) -> Query:
    """The earlier topic, asked anew: 谁负责, 那2030年呢, 还有别的吗."""
    states = query.intent not in (Intent.OTHER, Intent.WHETHER)
    units = query.units if states or query.units else earlier.units
    duties = (
        earlier.intent is Intent.DUTIES
        and not query.units
        and query.intent in (Intent.OTHER, Intent.LIST, Intent.VALUE)
    )
    return replace(
        query,
        intent=query.intent if states and not duties else _carried(earlier, query),
        content=earlier.content,
        terms=earlier.terms,
        hints=(*earlier.hints, *query.terms),
        expansions=earlier.expansions,
        years=_years(query, earlier),
        units=earlier.units if duties else units,
        kind=query.kind or (None if query.years else earlier.kind),
        measure=query.measure or ("" if states else earlier.measure),
        documents=query.documents or ((), earlier.documents)[not states],
        places=query.places or earlier.places,
        more=more,
    )


def _years(query: Query, earlier: Query) -> tuple[int, ...]:
    """The years of the question, else the earlier ones; a difference is between both (比2021年提高多少)."""
    if query.intent is Intent.DIFFERENCE and query.years:
        return tuple(sorted({*query.years, *earlier.years}))
    if query.kind is FactKind.STATUS and not query.years:
        return ()
    return query.years or earlier.years


def _carried(earlier: Query, query: Query) -> Intent:
    """The earlier intent, unless the question now names another year: then a value is asked for."""
    valued = (
        earlier.intent in (Intent.WHO, Intent.DUTIES, Intent.DOCUMENT)
        and query.years
        and query.years != earlier.years
    )
    return Intent.VALUE if valued and earlier.intent is not Intent.DUTIES else earlier.intent


def _varied(query: Query, earlier: Query) -> Query:
    """The earlier question about something else: 那臭氧呢. Its other words may still tip the scales (学位: 那高中呢)."""
    whole_unit = query.intent is Intent.DUTIES
    faded = tuple(replace(term, weight=HINT * term.weight) for term in earlier.terms)
    return replace(
        query,
        intent=query.intent if whole_unit else earlier.intent,
        hints=(*query.hints, *faded),
        years=query.years or earlier.years,
        kind=query.kind or earlier.kind,
        measure=query.measure or earlier.measure,
        documents=query.documents or earlier.documents,
    )


def _shares(query: Query, earlier: Query) -> bool:
    """Whether two questions speak of the same thing."""
    return bool({term.word for term in query.terms} & {term.word for term in earlier.terms}) or (
        bool(query.units) and query.units == earlier.units
    )
