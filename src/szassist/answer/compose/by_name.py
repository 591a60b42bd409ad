"""What names the thing that a question asks about, and not only what covers it."""

from __future__ import annotations

from dataclasses import replace

from szassist.answer.choosing.figured import NEAREST, bears_figure, measured
from szassist.answer.compose.headings import from_headings
from szassist.answer.compose.passages import from_passages
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Status


def headings_by_name(query: Query, material: Material) -> Draft | None:
    """What the headings tell that name what is asked about."""
    return from_headings(query.by_name(), material)


def passages_with_figures(query: Query, material: Material) -> Draft | None:
    """Sentences that hold a figure or a time; where none does, that is said and the nearest sentences are shown."""
    draft = from_passages(query.by_name(), material)
    if draft is None:  # what only covers the thing has no figure of it
        draft = from_passages(query, material)
    elif bears_figure(query, draft, material):
        return draft
    if draft is None:
        return None
    # A figure that may be of something else is not called none.
    form = (
        "no_start"
        if query.intent is Intent.WHEN
        else "related"
        if measured(query, draft, material)
        else "not_a_figure"
    )
    lead = Statement(phrase(query.language, form))
    return replace(draft, status=Status.NOT_FOUND, statements=(lead, *draft.statements[:NEAREST]))
