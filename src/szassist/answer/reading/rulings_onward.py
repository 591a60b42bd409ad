"""What a follow-up asks of a rule: its own words, with what was spoken of before: 复审归谁, 那抵押呢, 谁来查."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from szassist.answer.reading.cues import asking
from szassist.answer.reading.rulings import Asked, Ruling, Said, asked_of_a_rule, said_in
from szassist.answer.words.procedures import is_no_act
from szassist.query import Intent, Query

TELLS = 0.1  # weight from which a word that was spoken of counts
_TURN = re.compile(
    r"^(?:那么?|还有|咁|至于|换成?)?,?(?:如果是?|要是|通过|对于?|像|是)?(?P<what>[^,。;?!]{1,14}?)(?:的)?(?:呢|呐|又如何|怎么?样)?[?。!]*$"
)
_GOING_ON = (Intent.OTHER, Intent.WHO, Intent.WHETHER, Intent.MEASURES)
_BELONGS = re.compile("^(?:归|属于?)谁")


@dataclass(frozen=True, slots=True)
class Onward:
    """What a message asks of a rule, and the things spoken of before it; whether a rule has to say one of these."""

    asked: Asked
    spoken: tuple[Said, ...] = ()
    required: bool = True
    other: Onward | None = None  # what it may ask instead, where no rule says that


def onward_of_a_rule(query: Query) -> Onward | None:
    """What a message asks of a rule, by itself or in its conversation; None where it asks nothing of the kind."""
    own = asked_of_a_rule(query)
    if not (query.before or (query.talked and query.earlier)):
        return Onward(own) if own else None
    if not query.talked or query.intent is Intent.DOCUMENT:
        return None
    if own is None:
        return _turned(query)
    own = _in_full(own, query)
    words = {one.word for one in own.said}
    spoken = tuple(one for one in _spoken(query) if one.word not in words)
    if own.said:
        belongs = own.ruling is Ruling.PAYER and _BELONGS.search(own.cue)
        other = Onward(replace(own, ruling=Ruling.ACTOR), spoken) if belongs else None  # 复审归谁
        return Onward(own, spoken, other=other)
    return Onward(replace(own, before=spoken)) if spoken else None  # 谁出


def _turned(query: Query) -> Onward | None:
    """The question before asked of another thing, where a message only names that: 那抵押呢."""
    before = asked_of_a_rule(replace(query, question=query.talked[0], clause=""))
    found = _TURN.match(asking(query))
    if before is None or found is None or query.intent not in _GOING_ON or not query.earlier:
        return None
    said = tuple(said_in(found["what"], query))
    if not said:
        return None
    words = {one.word for one in said}
    spoken = tuple(one for one in before.said if one.word not in words)
    asked = replace(before, rest=found["what"], number="", denied=False)
    added = Onward(replace(asked, before=(*said, *before.before)))
    if any(is_no_act(one.word) for one in said):
        return added
    behind = said if before.behind and not before.before else ()
    replaced = replace(asked, before=() if behind else said, behind=behind)
    return replace(added, other=Onward(replaced, spoken, len(before.said) > 1))


def _in_full(own: Asked, query: Query) -> Asked:
    """A question whose words of one character are short for what was spoken of last: 向谁报, after 要报告吗."""
    before = asked_of_a_rule(replace(query, question=query.talked[0], clause=""))
    told = before.said if before else ()

    def full(one: Said) -> Said:
        return next((each for each in told if len(one.word) == 1 < len(each.word) and one.word in each.word), one)

    return replace(own, before=tuple(map(full, own.before)), behind=tuple(map(full, own.behind)))


def _spoken(query: Query) -> tuple[Said, ...]:
    """The things that the question spoke of from which a message goes on."""
    terms = query.terms if query.before else query.earlier.terms if query.earlier else ()
    said = (one for term in terms if term.weight >= TELLS for one in said_in(term.word, query))
    return tuple({one.word: one for one in said}.values())
