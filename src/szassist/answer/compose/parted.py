"""Whether a unit leads or supports what it is one of several units of, where the document tells them apart."""

from __future__ import annotations

from collections.abc import Sequence

from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import units_evidence, units_statement
from szassist.answer.ground.roles import Part, by_part, part_asked, part_of, tells_parts
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Assignment, Status
from szassist.text.script import fold


def whether_parted(query: Query, duty: Duty, denied: bool) -> Draft | None:
    """市财政局牵头吗, where the units of an obligation have parts of their own: yes or no, with the part that the unit has;
    None where they have none, or where it is only asked whether a unit that answers for it does.
    """
    row = duty.assignment
    held = [unit for unit in query.units if unit in row.responsible_units]
    if len(query.units) != 1 or not held or query.strangers or not tells_parts(row):
        return None
    asked, own = part_asked(fold(query.question)), part_of(row, held[0])
    if asked is None and own is not Part.SUPPORT:
        return None
    values = {"unit": say.name(held[0], query.language), "part": phrase(query.language, f"name_{own}")}
    if asked is None or denied:
        form = "part_is"
    elif asked is own:
        form = "part_yes" if len(by_part(row)[own]) == 1 else "part_yes_among"
    else:
        form = "part_no"
    lead = Statement(phrase(query.language, form, **values), units_evidence(row))
    return Draft(Status.ANSWERED, (lead, units_statement(row, query.language)))


def of_leading(query: Query, rows: Sequence[Assignment]) -> list[Statement]:
    """That the documents name none that leads, where a question asks for it and none of `rows` tells it."""
    if not asks_lead(query) or any(row.lead_units for row in rows):
        return []
    only = any(tells_parts(row) for row in rows)
    return [Statement(phrase(query.language, "parts_only" if only else "no_lead"))]


def asks_lead(query: Query) -> bool:
    """Whether a question asks which unit leads."""
    folded = fold(query.question)
    return any(cue in folded for cue in ("牵头", "主办", "lead"))
