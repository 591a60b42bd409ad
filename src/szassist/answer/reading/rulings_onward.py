"""What a follow-up asks of a rule: its own words, with what was spoken of before: 复审归谁, 那抵押呢, 谁来查."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from szassist.answer.reading.cues import asking
from szassist.answer.reading.rulings import Asked, Said, asked_of_a_rule, said_in
from szassist.answer.reading.wanted import without_asking
from szassist.query import Intent, Query

BACK = 3  # messages that are looked back on for what is spoken of
_TURN = re.compile(
    r"^(?:那么?|还有|咁|至于|如果是?|要是|换成?)?[,]?(?P<what>[^,。;?!]{1,14}?)(?:的)?(?:呢|呐|又如何|怎么?样)?[?。!]*$"
)
_GOING_ON = (Intent.OTHER, Intent.WHO, Intent.WHETHER, Intent.MEASURES)


@dataclass(frozen=True, slots=True)
class Onward:
    """What a message asks of a rule, and the things spoken of before it, the last ones first."""

    asked: Asked
    spoken: tuple[Said, ...] = ()


def onward_of_a_rule(query: Query) -> Onward | None:
    """What a message asks of a rule, by itself or in its conversation; None where it asks nothing of the kind."""
    own = asked_of_a_rule(query)
    if not query.talked or not (query.before or query.earlier):
        return Onward(own) if own else None
    if own is None:
        return _turned(query)
    spoken = _spoken(query)
    if not own.said and spoken:  # 谁出
        return Onward(replace(own, before=_of(query, query.talked[0]) or spoken))
    return Onward(own, spoken) if own.said else None


def _turned(query: Query) -> Onward | None:
    """The question before asked of another thing, where a message only names that: 那抵押呢."""
    before = asked_of_a_rule(replace(query, question=query.talked[0], clause=""))
    found = _TURN.match(asking(query))
    if before is None or found is None or query.intent not in _GOING_ON or not query.earlier:
        return None
    said = tuple(said_in(found["what"], query))
    if not said:
        return None
    behind = said if before.behind and not before.before else ()
    asked = replace(before, before=() if behind else said, behind=behind, rest=found["what"], number="", denied=False)
    return Onward(asked, tuple(one for one in before.said if one.word not in {each.word for each in said}))


def _spoken(query: Query) -> tuple[Said, ...]:
    """The things that the messages before one spoke of."""
    said = (one for text in query.talked[:BACK] for one in _of(query, text))
    return tuple({one.word: one for one in said}.values())


def _of(query: Query, text: str) -> tuple[Said, ...]:
    """The things that a message before one spoke of."""
    asked = asked_of_a_rule(replace(query, question=text, clause=""))
    return asked.said if asked else tuple(said_in(without_asking(text), query))
