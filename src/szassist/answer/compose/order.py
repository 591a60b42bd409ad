"""Where the answer to a question is looked for, in order, by what it asks."""

from __future__ import annotations

import re
from collections.abc import Callable

from szassist.answer.choosing.errands import asks_detail, asks_errand
from szassist.answer.choosing.events import asks_start, event_asked
from szassist.answer.compose import claims
from szassist.answer.compose.about import from_documents, of_contact, of_indicators, of_text
from szassist.answer.compose.across import across_actions
from szassist.answer.compose.articles import of_articles
from szassist.answer.compose.aspects import of_aspect
from szassist.answer.compose.base_year import asks_base_year, noted
from szassist.answer.compose.basis import from_basis
from szassist.answer.compose.busiest import busiest
from szassist.answer.compose.by_name import headings_by_name, passages_with_figures, rows_by_name
from szassist.answer.compose.cells import from_cells
from szassist.answer.compose.chapters import of_chapters
from szassist.answer.compose.cited import by_number, of_cited
from szassist.answer.compose.comparing import of_documents, side_by_side
from szassist.answer.compose.duties import from_units
from szassist.answer.compose.editions import of_editions
from szassist.answer.compose.enumerated import from_enumerations
from szassist.answer.compose.extent import asks_period, of_extent
from szassist.answer.compose.formulas import of_formulas
from szassist.answer.compose.goals import of_goals
from szassist.answer.compose.happened import from_claim
from szassist.answer.compose.headings import aims, from_headings
from szassist.answer.compose.lists import all_units, from_lists
from szassist.answer.compose.milestones import of_milestone
from szassist.answer.compose.passages import by_all_words, from_passages
from szassist.answer.compose.refuse import (
    near_miss,
)
from szassist.answer.compose.rulings import from_rules
from szassist.answer.compose.several import each_indicator
from szassist.answer.compose.since import from_its_start
from szassist.answer.compose.steps import of_steps
from szassist.answer.compose.targets import of_field, of_years
from szassist.answer.compose.values import from_rows
from szassist.answer.compose.ways import measures
from szassist.answer.compose.who import from_duties, of_claimed, of_titled
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import cues
from szassist.answer.reading.kinds import kinds_asked
from szassist.query import Intent, Query
from szassist.text.script import fold

Source = Callable[[Query, Material], Draft | None]
TOPICS = 0.2  # weight of words below which a question names nothing
_INDICATORS = re.compile("指标|indicator")
ABOUT: tuple[Source, ...] = (
    by_number,
    from_cells,
    of_articles,
    of_contact,
    of_cited,
    from_basis,
    of_extent,
    of_editions,
    of_chapters,
    of_formulas,
    of_steps,
    from_enumerations,
    from_rules,
    of_aspect,
    across_actions,
    busiest,
    claims.of_list,
    of_indicators,
    of_text,
    of_documents,
    claims.of_issue,
    of_claimed,
    of_titled,
)  # asked of documents, or of a list by its number, whatever else is


def sources(query: Query) -> tuple[Source, ...]:
    """Where to look, in order, by what is asked."""
    if _of_a_detail(query):
        return (from_rows, near_miss, from_passages)
    if query.intent is Intent.DOCUMENT:
        return (from_documents, from_rows, from_passages)
    if asks_period(query):
        return (from_documents,)
    if query.units and query.years and not is_told(query):
        return (from_units, of_years)
    if query.years and not is_told(query):  # 种多少棵树 asks for one thing, however little its word tells
        return () if query.measure else (of_years, from_passages)
    if query.units and query.intent in (Intent.WHETHER, Intent.OTHER) and query.terms and _answers_for(query):
        return (from_duties, from_units, from_rows, from_passages)
    if asks_base_year(query):  # the year of another indicator would mislead
        return (noted, each_indicator, from_rows)
    if query.intent is Intent.WHO:
        return (from_duties,) if is_told(query) else (all_units,)
    if query.intent is Intent.DUTIES:
        return (from_units,)
    if query.documents and not is_told(query) and not query.years:
        if "targets" in kinds_asked(query):
            return (from_lists,) if _INDICATORS.search(fold(query.question)) else (aims, of_goals, from_lists)
        if query.intent is not Intent.LIST:
            return (from_headings, from_documents, by_all_words)
    if query.more and query.intent in (Intent.LIST, Intent.VALUE):
        return (from_lists, from_rows, from_passages)
    if asks_start(query) and query.terms:
        return (from_its_start, each_indicator, from_rows, near_miss, headings_by_name, passages_with_figures)
    if event_asked(query):  # the year of a figure is none
        return (headings_by_name, passages_with_figures)
    if query.intent in (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN, Intent.COMPARE):
        beside = side_by_side if query.intent is Intent.COMPARE else of_milestone
        return (beside, each_indicator, of_field, from_rows, near_miss, headings_by_name, passages_with_figures)
    if query.intent is Intent.LIST:
        if "targets" in kinds_asked(query):
            return (from_units, from_lists, from_rows, from_passages)
        return (from_units, from_lists, from_passages, from_rows)  # 哪几家医院 asks for names, not how many there are
    if query.intent in (Intent.MEASURES, Intent.DEFINITION):
        told = (from_headings, measures)  # a figure says nothing of how to book, or of what is done for it
        return told if query.before or asks_errand(query) else (*told, from_rows)
    first = (each_indicator,) if query.intent is Intent.OTHER else ()
    return (*first, rows_by_name, from_claim, from_headings, from_passages)


def _of_a_detail(query: Query) -> bool:
    """Whether a question asks for a detail, and neither for a unit's duties (刚考进海事局 only tells who asks), nor when a
    document was issued (几号印的), nor of several things that are compared: of those each is held against the detail.
    """
    duties = query.units and cues().duties.search(fold(query.question))
    issue = query.intent is Intent.DOCUMENT and (query.documents or not is_told(query))
    several = query.intent in (Intent.DIFFERENCE, Intent.COMPARE)
    return asks_detail(query) and not (duties or issue or several)


def _answers_for(query: Query) -> bool:
    """Whether a question, or the one that it goes on from, asks who answers for something."""
    return cues().answers.search(f"{query.before} {fold(query.question)}") is not None


def is_told(query: Query) -> bool:
    """Whether the question has words that it could be about."""
    return sum(term.weight for term in (*query.terms, *query.hints)) >= TOPICS


def names_nothing(query: Query) -> bool:
    named = query.units or query.strangers or query.documents or query.places or query.years or asks_period(query)
    return (
        not is_told(query)
        and not named
        and query.intent is not Intent.DOCUMENT
        and not kinds_asked(query) - {"targets"}
    )
