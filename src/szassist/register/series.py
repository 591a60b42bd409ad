"""The same indicator over time and across documents: series, wordings that differ, targets already met."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from szassist.register.indicator import key
from szassist.schema import Comparator, Document, Fact, FactKind
from szassist.text.quantities import measure
from szassist.text.script import fold

_PLACE = re.compile(r"(?:中共|关于印发)?《?((?:[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|省|市|盟|县|区|旗))+)")
Series = tuple[Fact, ...]  # the rows on one indicator over time, status first, across documents


@dataclass(frozen=True, slots=True)
class FactPair:
    """Two rows on the same indicator that a reader should see side by side."""

    first: Fact
    second: Fact


def key_of(fact: Fact) -> str:
    """The key under which a row lines up with others on its indicator."""
    return key(fact.indicator, fact.comparator_word)


def place_of_issue(document: Document) -> str:
    """Whose indicators a document sets: the place its issuer, or else its title, begins with (上海市); empty for none.

    The same indicator of two places is not the same.
    """
    for named in (document.issuer, document.title):
        if match := _PLACE.match(fold(named or "")):
            return match[1]
    return ""


def series_by_key(facts: Sequence[Fact], places: Mapping[str, str]) -> dict[tuple[str, str], Series]:
    """Every indicator's series by place and key, in the order of the first mention; `places` by document id."""
    groups: defaultdict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[places.get(fact.document_id, ""), key_of(fact)].append(fact)
    return {name: tuple(sorted(group, key=moment)) for name, group in groups.items()}


def moment(fact: Fact) -> tuple[bool, int]:
    """Status before goals, then by year; one without year stands first."""
    return fact.kind is not FactKind.STATUS, fact.year or 0


def nearest_key(asked: str, keys: Collection[str]) -> str:
    """`asked` where it is a key, else the key that holds it with the least beside it."""
    if asked in keys:
        return asked
    near = [name for name in keys if asked and asked in name and "|" not in name]
    return min(near, key=len, default=asked)


def differences(series: Series) -> Iterator[FactPair]:
    """Pairs of rows for the same year that state another value or bound (达到9万元, 超过9万元)."""
    goals = [fact for fact in series if fact.kind is not FactKind.STATUS]
    for year in sorted({fact.year for fact in goals if fact.year is not None}):
        told: dict[tuple[object, ...], Fact] = {}
        for fact in goals:
            if fact.year == year:
                told.setdefault(_statement(fact), fact)
        yield from (FactPair(one, other) for one, other in combinations(told.values(), 2))


def _statement(fact: Fact) -> tuple[object, ...]:
    """What a row says, in base units."""
    factor, base = measure(fact.unit)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    return fact.comparator, base, tuple(value * factor for value in values if value is not None)


def attained(series: Series, issued: Mapping[str, int | None]) -> Iterator[FactPair]:
    """Pairs of a status and a target not before it that the status already meets.

    `issued` maps a document to the year it was issued, which an undated status describes.
    """
    for state in series:
        if state.kind is not FactKind.STATUS:
            continue
        now = state.year or issued.get(state.document_id) or 0
        for goal in series:
            if goal.kind is FactKind.TARGET and now <= (goal.year or now) and _meets(state, goal):
                yield FactPair(state, goal)


def _meets(state: Fact, goal: Fact) -> bool:
    """Whether a status value satisfies a goal's bound, in the same unit."""
    if isinstance(state.value, tuple) or state.value is None or goal.value is None:
        return False
    (mine, unit), (theirs, wanted) = measure(state.unit), measure(goal.unit)
    if unit != wanted:
        return False
    have = state.value * mine
    if isinstance(goal.value, tuple):
        return goal.value[0] * theirs <= have <= goal.value[1] * theirs
    want = goal.value * theirs
    if goal.comparator is Comparator.AT_MOST:
        return have <= want
    return goal.comparator in (Comparator.EQUAL, Comparator.AT_LEAST) and have >= want
