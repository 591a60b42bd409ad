"""Figures worked out from register rows, exactly and with every operand shown: a difference, a sum."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import permutations, product

from szassist.answer.ground.draft import Calculation, Draft, Operation, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Comparator, Document, Fact, FactKind, Language, Status
from szassist.text.quantities import is_change, measure
from szassist.text.script import fold, for_reader

POINTS = "个百分点"  # the unit in which percentages differ
_WITHIN = re.compile("其中|包括|包含|[,;(]含")  # what follows is part of what stands before
_STOP = re.compile("[。\n]")
_RATIO = re.compile(r"[%‰/]|[类级岁倍番成度]$|分贝|小时|分钟")  # what does not add up
_PER = re.compile("每|人均|地均|平均|年均|均价|率|占|比重|比例|浓度")
_COUNTED = frozenset(
    "所座家间处条辆台户眼栋"
)  # count what is of one kind; other figures must have names that end alike
_FILLER = re.compile("^(?:全[市省区县]|本[市省区县]|各类)")


def over_time(query: Query, facts: Sequence[Fact], material: Material) -> Draft | None:
    """How much an indicator moves between two moments, both shown; None where the rows do not give two in one unit."""
    pair = _moments(query, [fact for fact in facts if is_level(fact)])
    if pair is None:
        return _over_ranges(query, facts, material)
    first, second = pair
    language = query.language
    one, other = _amounts(pair, language)
    if one == other:
        told = (material.of_fact(fact, language) for fact in pair)
        return Draft(Status.ANSWERED, (Statement(phrase(language, "no_change")), *told), pair)
    computed = Calculation(Operation.DIFFERENCE, (max(one, other), min(one, other)))
    text = phrase(
        language,
        "more_by",
        first=_operand(first, language),
        second=_operand(second, language),
        direction=phrase(language, "rises" if other > one else "falls"),
        amount=_result(computed, second, language),
        working=computed.working,
    )
    return Draft(Status.ANSWERED, (Statement(text, material.evidence(pair), (computed,)),), pair)


def _over_ranges(query: Query, facts: Sequence[Fact], material: Material) -> Draft | None:
    """The same where a value is a range (5.5%-6%): the move between the lower ends and that between the upper ends; None
    where one rises and the other falls.
    """
    pair = _moments(query, [fact for fact in facts if fact.value is not None and not is_change(fact.comparator_word)])
    if pair is None:
        return None
    language = query.language
    ends = [fact.value if isinstance(fact.value, tuple) else (fact.value, fact.value) for fact in pair]
    computed, moves = [], []
    for end in (0, 1):
        of_end = [replace(fact, value=values[end]) for fact, values in zip(pair, ends, strict=True)]
        one, other = _amounts(of_end, language)
        computed.append(Calculation(Operation.DIFFERENCE, (max(one, other), min(one, other))))
        moves.append(other - one)
    if moves[0] * moves[1] <= 0:
        return None
    low, high = computed
    text = phrase(
        language,
        "more_by_range" if low.value != high.value else "more_by_both",
        first=_operand(pair[0], language),
        second=_operand(pair[1], language),
        direction=phrase(language, "rises" if moves[0] > 0 else "falls"),
        low=_result(low, pair[1], language),
        low_working=low.working,
        high=_result(high, pair[1], language),
        high_working=high.working,
    )
    return Draft(Status.ANSWERED, (Statement(text, material.evidence(pair), (low, high)),), pair)


def between(
    groups: Sequence[Sequence[Fact]], operation: Operation, language: Language, material: Material
) -> list[tuple[Statement, tuple[Fact, ...]]] | Statement:
    """The sum or difference of several indicators, one row of each group, for each moment with the rows it is made of;
    or why it is not worked out.
    """
    of_one_time = [rows for rows in product(*groups) if all(map(is_level, rows)) and _of_one_time(rows)]
    if not of_one_time:
        return Statement(phrase(language, "not_computed_years"))
    alike = [rows for rows in of_one_time if len({measure(fact.unit)[1] for fact in rows}) == 1]
    if not alike:
        return Statement(phrase(language, "not_computed_units"))
    if operation is Operation.SUM:
        alike = [rows for rows in alike if _add_up(rows, material.documents[rows[0].document_id])]
    if not alike:
        return Statement(phrase(language, "not_added"))
    moments: dict[int, tuple[Fact, ...]] = {}
    for rows in sorted(alike, key=lambda some: len({fact.document_id for fact in some})):
        moments.setdefault(rows[0].year or 0, rows)
    return [(_worked_out(rows, operation, language, material), rows) for _, rows in sorted(moments.items())]


def _worked_out(rows: Sequence[Fact], operation: Operation, language: Language, material: Material) -> Statement:
    amounts = _amounts(rows, language)
    difference = operation is Operation.DIFFERENCE
    computed = Calculation(operation, tuple(sorted(amounts, reverse=True) if difference else amounts))
    text = phrase(
        language,
        "differ_by" if difference else "sum_is",
        amount=_result(computed, rows[-1], language),
        working=computed.working,
    )
    return Statement(text, material.evidence(rows), (computed,))


def is_level(fact: Fact) -> bool:
    """Whether a row says where an indicator stands, in one figure."""
    return isinstance(fact.value, Decimal) and not is_change(fact.comparator_word)


def _of_one_time(rows: Sequence[Fact]) -> bool:
    return len({(fact.year, fact.kind is FactKind.STATUS) for fact in rows}) == 1


def _add_up(rows: Sequence[Fact], document: Document) -> bool:
    """Whether rows are of one kind, exact, stand side by side in one sentence, and none is part of another."""
    if any(fact.comparator is not Comparator.EQUAL or fact.document_id != document.id for fact in rows):
        return False
    unit = measure(rows[0].unit)[1]
    names = [_FILLER.sub("", fold(fact.indicator)) for fact in rows]
    if _RATIO.search(unit) or any(map(_PER.search, names)) or any(a in b for a, b in permutations(names, 2)):
        return False
    if unit not in _COUNTED and len({name[-2:] for name in names}) > 1:
        return False
    ends = sorted(fact.end for fact in rows)
    if len(set(ends)) < len(ends):
        return False
    stretch = fold(document.text[ends[0] : ends[-1]])
    return not (_STOP.search(stretch) or _WITHIN.search(stretch))


def _amounts(rows: Sequence[Fact], language: Language) -> list[Decimal]:
    """The values of rows in the unit of the last one; in English, which has no 万, in the base unit."""
    own = Decimal(1) if language is Language.EN else measure(rows[-1].unit)[0]
    found = []
    for fact in rows:
        assert isinstance(fact.value, Decimal)
        factor = measure(fact.unit)[0]
        found.append(fact.value if factor == own else (fact.value * factor / own).normalize())
    return found


def _result(computed: Calculation, fact: Fact, language: Language) -> str:
    """The result with its unit, that of `fact` but for its magnitude."""
    factor, base = measure(fact.unit)
    if computed.operation is Operation.DIFFERENCE and base == "%":
        fact, factor = replace(fact, unit=POINTS), Decimal(1)
    if language is not Language.EN:
        return f"{computed.value:f}{for_reader(fact.unit, language)}"
    exact = replace(fact, value=computed.value / factor, comparator=Comparator.EQUAL, comparator_word="")
    return say.bounded(exact, language)


def _moments(query: Query, facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """The two rows to compare: of the two years named, or the state and the year named; a state that the document does
    not date may stand for the earlier year, and is said to be undated.
    """

    def of(year: int) -> Fact | None:
        return next((fact for fact in facts if fact.year == year), None)

    state = next((fact for fact in facts if fact.kind is FactKind.STATUS), None)
    if len(query.years) >= 2:
        undated = state if state and state.year is None else None
        first, second = of(min(query.years)) or undated, of(max(query.years))
    else:
        goals = [fact for fact in facts if fact.kind is not FactKind.STATUS]
        states = [fact for fact in facts if fact.kind is FactKind.STATUS]
        later = goals or states[1:2]  # 从22.9%增至50.0%
        first, second = state, of(query.years[0]) if query.years else (later[0] if later else None)
    if first and second and first.year and second.year and second.year < first.year:
        first, second = second, first
    if first is None or second is None or first is second or measure(first.unit)[1] != measure(second.unit)[1]:
        return None
    return first, second


def _operand(fact: Fact, language: Language) -> str:
    bare = fact.comparator in (Comparator.EQUAL, Comparator.RANGE)
    bound = replace(fact, comparator_word="") if bare else fact
    what = say.bounded(bound, language)  # 降至 and 达到 are no bounds: 从…到… says where it goes
    if fact.year is None:
        return phrase(language, "operand_undated", what=what)
    return phrase(language, "operand", year=str(fact.year), what=what)
