"""From when on something holds: 从哪年起, 什么时候开始实施."""

from __future__ import annotations

from szassist.answer.choosing.events import starts
from szassist.answer.compose.passages import from_passages
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.material import Material
from szassist.query import Query


def from_its_start(query: Query, material: Material) -> Draft | None:
    """The sentence that says from when on something holds, where one leads: a year by which it is done is none."""
    draft = from_passages(query.by_name(), material)
    first = next((one for statement in draft.statements for one in statement.evidence), None) if draft else None
    told = first and starts(material.documents[first.document_id].text[first.start : first.end])
    return draft if told else None
