"""What an indicator was before, and is to be after, the figure that was told; and whether that is what is or what is to be."""

from __future__ import annotations

from collections.abc import Sequence

from szassist.answer.compose.comparing import by_statement
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query, Regard
from szassist.schema import Fact, FactKind, Status
from szassist.text.quantities import measure


def of_stages(query: Query, draft: Draft, material: Material) -> Draft:
    """The rows of the indicator in `draft` that come before or after those it tells; where there are none, that the
    documents give none, with what they do give.
    """
    told = [fact for fact in draft.facts if fact.value is not None]
    if not told or (draft.status is Status.NOT_FOUND and query.instead):  # whose rows are only the nearest
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    series = material.inventory.series_of[told[0].id].facts
    shown = [fact for fact in told if fact in series]
    facts = [fact for fact in series if fact.value is not None and measure(fact.unit)[1] == measure(shown[0].unit)[1]]
    found = _before(shown, facts, material) if query.regard is Regard.EARLIER else _after(shown, facts, material)
    if found:
        return Draft(Status.ANSWERED, _told(query, found, material), tuple(found))
    form = "no_earlier" if query.regard is Regard.EARLIER else "no_later"
    indicator = say.name(min((fact.indicator for fact in series), key=len), query.language)
    lead = Statement(phrase(query.language, form, indicator=indicator))
    return Draft(Status.NOT_FOUND, (lead, *_told(query, facts, material)), tuple(facts))


def of_kind(query: Query, draft: Draft) -> Draft | None:
    """Whether the rows that an answer tells are the state or the goal, before that answer; None where it tells no row, or
    rows of both.
    """
    kinds = {fact.kind is FactKind.STATUS for fact in draft.facts}
    if len(kinds) != 1:
        return None
    lead = Statement(phrase(query.language, "is_state" if True in kinds else "is_target"))
    told = draft.status if draft.status is not Status.NOT_FOUND else Status.ANSWERED
    return Draft(told, (lead, *(one for one in draft.statements if one.evidence)), draft.facts)


def _before(shown: Sequence[Fact], facts: Sequence[Fact], material: Material) -> list[Fact]:
    """The rows before the last of those shown; before a goal lies the state, of whatever year it is."""
    last = max(shown, key=lambda fact: _moment(fact, material))
    goal = last.kind is not FactKind.STATUS
    return [
        fact
        for fact in facts
        if (_moment(fact, material) < _moment(last, material) and (goal or fact.kind is FactKind.STATUS))
        or (goal and fact.kind is FactKind.STATUS)
    ]


def _after(shown: Sequence[Fact], facts: Sequence[Fact], material: Material) -> list[Fact]:
    """The rows after the last of those shown."""
    last = max(_moment(fact, material) for fact in shown)
    return [fact for fact in facts if _moment(fact, material) > last]


def _moment(fact: Fact, material: Material) -> tuple[int, int]:
    """When a row holds: its year, or that of which its document takes stock; of two states without a year, the one that is
    told later (从22.9%增至50.0%).
    """
    state = fact.kind is FactKind.STATUS
    year = fact.year or (material.inventory.stock_years.get(fact.document_id, 0) if state else 0)
    told = [one.id for one in material.inventory.series_of[fact.id].facts]
    return year, told.index(fact.id) if state and fact.year is None else 0


def _told(query: Query, facts: Sequence[Fact], material: Material) -> tuple[Statement, ...]:
    """One sentence for each thing that rows say, in the order of time."""
    ordered = sorted(facts, key=lambda fact: _moment(fact, material)[0])
    return tuple(
        Statement(say.sentence(group[0], query.language), material.evidence(group)) for group in by_statement(ordered)
    )
