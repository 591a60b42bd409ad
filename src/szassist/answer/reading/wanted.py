"""What a question asks the clauses of a document for: which kind of time or amount, of which act, in which unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from szassist.answer.ground.limits import Measured
from szassist.answer.reading.cues import asking, cues
from szassist.answer.reading.enumerated import wanted as enumerations
from szassist.answer.reading.rulings import asked_of_a_rule
from szassist.answer.words import table
from szassist.query import Intent, Query, Term

SMALL = 0.12  # what a word must tell to count
_TIMES = (Measured.OFTEN, Measured.AGE, Measured.SPAN, Measured.DAY)
_PARTS = (Measured.SHARE, Measured.SIZE)
_ORDER = (*_TIMES, Measured.MONEY, *_PARTS, Measured.COUNT)
_LEFT_OUT = (Intent.OTHER, Intent.WHETHER, Intent.VALUE, Intent.WHEN)
_ASKED_SPAN = re.compile(r"(?:几|多少)个?(年|月|工作日|自然日|天|日|周|星期|小时|分钟)")
_UNITS = {"日": "天", "工作日": "天", "自然日": "天", "星期": "周", "分钟": "小时"}
_COUNTED = re.compile(r"(?:几|多少)[百千万亿]*[个名人位所家套间份项件户条辆张本台座班页]([\u4e00-\u9fff]{2,5})")


@dataclass(frozen=True, slots=True)
class Act:
    """What people say for an act, and what clauses say for it."""

    said: re.Pattern[str]
    told: re.Pattern[str]
    must: bool
    only: bool = False


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question asks a clause for: the kinds of times or amounts, the words and the acts that it must have."""

    kinds: tuple[Measured, ...]
    unit: str
    terms: tuple[Term, ...]
    acts: tuple[Act, ...]
    counted: str = ""  # what is counted: 幼儿园
    exact: bool = False  # whether a day of the calendar is asked for
    numbered: bool = False  # whether a time in numbers is

    @property
    def is_time(self) -> bool:
        """Whether a time is asked for: these are told by their form, while amounts are told by rows of the register too."""
        return bool(self.kinds) and self.kinds[0] in _TIMES

    @property
    def is_part(self) -> bool:
        """Whether a share or an area is asked for: plans are full of them, so that only a clause of just this tells it."""
        return bool(self.kinds) and self.kinds[0] in _PARTS


def wanted(query: Query) -> Wanted | None:
    """What a question asks of the clauses, None where it asks for no time or amount."""
    asked = asking(query)
    found = _asked(asked) or (_asked(query.before) if query.before and _asks_no_other(query) else None)
    if found is None:
        return None
    kinds, unit = found
    said = without_asking(f"{query.before} {asked}")
    people = re.compile(provision_words()["age"]["people"]) if kinds[0] is Measured.AGE else None
    terms = tuple(
        term
        for term in query.terms
        if term.weight >= SMALL
        and term.word in said
        and not (people and people.fullmatch(term.word))
        and not re.fullmatch(provision_words()["soft"]["words"], term.word)
        and not (kinds[0] in _PARTS and re.fullmatch(provision_words()["soft"]["parts"], term.word))
    )
    acts = tuple(
        act
        for act in acts_known()
        if (match := act.said.search(f"{query.before} {asked}")) and not (people and people.fullmatch(match[0]))
    )
    counted = _COUNTED.search(asked) if kinds[0] is Measured.COUNT else None
    exact, numbered = (bool(re.search(provision_words()[one]["asked"], asked)) for one in ("exact", "numbered"))
    return Wanted(kinds, unit, terms, acts, counted[1] if counted else "", exact, numbered)


def _asks_no_other(query: Query) -> bool:
    """Whether a follow-up leaves out what it asks for, and so asks for the time or the amount that was asked for before."""
    own = cues().intent(asking(query))
    return own in _LEFT_OUT and not (enumerations(query) or asked_of_a_rule(query))


def without_asking(text: str) -> str:
    """A question without the words that ask for a time or an amount, and what only leads on from them: 几天内要."""
    behind = provision_words()["asks"]["behind"]
    for pattern in _patterns().values():
        text = re.sub(f"(?:{pattern.pattern}){behind}", lambda match: match.groupdict().get("act") or " ", text)
    return text


def _asked(text: str) -> tuple[tuple[Measured, ...], str] | None:
    """The kinds of times or amounts that a text asks for, the one it names first, and the unit."""
    for kind in _ORDER:
        if match := _patterns()[kind.value].search(text):
            if kind is Measured.COUNT:
                return (kind,), match["counter"]
            unit = _ASKED_SPAN.search(text)
            return _beside(kind), _UNITS.get(unit[1], unit[1]) if unit and kind is Measured.SPAN else ""
    return None


def _beside(kind: Measured) -> tuple[Measured, ...]:
    """The kind, and what may answer it as well: by when an act is due is told by a day or a term."""
    return {Measured.DAY: (Measured.DAY, Measured.SPAN), Measured.SPAN: (Measured.SPAN, Measured.DAY)}.get(
        kind, (kind,)
    )


@cache
def acts_known() -> tuple[Act, ...]:
    """The acts that the vocabulary file knows."""
    return tuple(
        Act(re.compile(one["said"]), re.compile(one["told"]), one.get("must", False), one.get("only", False))
        for one in provision_words()["acts"]
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern) for name, pattern in provision_words()["asked"].items()}


@cache
def provision_words() -> dict[str, Any]:
    """The vocabulary file of limits."""
    found: dict[str, Any] = table("limits")
    return found
