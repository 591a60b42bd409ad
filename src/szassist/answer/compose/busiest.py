"""Which units answer for the most: 哪个单位任务最多, which bureau has the most projects."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from szassist.answer.compose.duties import title_evidence
from szassist.answer.ground.draft import Count, Draft, Statement
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import Material, units_evidence
from szassist.answer.reading.cues import asking
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Status

SHOWN = 3  # groups of units that are told, the busiest first
_ASKED = re.compile(
    r"(?:哪[个些家几]?|谁|什么)(?:政府|市级|责任|牵头)?(?:单位|部门|机构|局|委办|委局)?[^,。;?!]{0,10}"
    r"(?:任务|责任|职责|工程|项目|行动|事项?|活儿?|担子|差事|负责的?|管的?|牵头的?|承担的?|参与的?)[^,。;?!]{0,6}?最(?:多|重|繁重|忙)"
    r"|(?:哪个|哪家|谁)(?:单位|部门|局|委)?最忙"
    r"|\b(?:which|what) (?:\w+ )?(?:bureaus?|units?|departments?|agenc(?:y|ies)|bod(?:y|ies)|offices?|authorit(?:y|ies))\b"
    r".{0,40}\b(?:(?:the )?most (?:actions?|projects?|tasks?|duties|work|to do|responsibilit(?:y|ies))|busiest)\b"
)


def busiest(query: Query, material: Material) -> Draft | None:
    """The units that answer for the most actions, and of as many actions for the most projects; None where it is not asked."""
    if query.units or query.places or not _ASKED.search(asking(query)):
        return None
    groups: defaultdict[tuple[Duty, ...], list[str]] = defaultdict(list)
    for unit in dict.fromkeys(
        unit for duty in material.inventory.duties for unit in duty.assignment.responsible_units
    ):
        own = (duty for duty in material.inventory.duties if unit in duty.assignment.responsible_units)
        groups[tuple(own)].append(unit)
    if len(groups) < 2:
        return None
    ordered = sorted(groups.items(), key=lambda group: _size(group[0]), reverse=True)
    whole = any(duty.whole_action for duty in material.inventory.duties)
    first = "busiest" if whole else "busiest_tasks"
    forms = (first, *[f"{first}_next"] * (SHOWN - 1))
    told = (_told(form, duties, units, query) for form, (duties, units) in zip(forms, ordered, strict=False))
    return Draft(Status.ANSWERED, tuple(told))


def _size(duties: Iterable[Duty]) -> tuple[int, int]:
    whole = [duty.whole_action for duty in duties]
    return sum(whole), len(whole) - sum(whole)


def _told(form: str, duties: tuple[Duty, ...], units: list[str], query: Query) -> Statement:
    actions = [duty for duty in duties if duty.whole_action]
    projects = [duty for duty in duties if not duty.whole_action]
    counted = tuple(Count(tuple(map(title_evidence, some))) for some in (actions, projects) if some)
    counts = {"actions": str(len(actions)), "projects": str(len(projects))}
    values = {"tasks": str(len(duties))} if form.startswith("busiest_tasks") else counts
    text = phrase(query.language, form, units=say.names(units, query.language), **values)
    named = tuple(dict.fromkeys(one for duty in actions or projects for one in units_evidence(duty.assignment)))
    return Statement(text, named if actions else named[:1], counted)
