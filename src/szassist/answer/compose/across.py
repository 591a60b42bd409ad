"""Which units of government stand in every action, or in the most of them, where a question asks that."""

from __future__ import annotations

import re
from collections import Counter

from szassist.answer.compose.duties import title_evidence
from szassist.answer.ground.draft import Count, Draft, Statement
from szassist.answer.ground.material import Material, units_evidence
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Status
from szassist.text.script import fold

_UNITS = re.compile(
    "(?:哪|什么|啥|几|多少|谁)[^,。;?!]{0,8}?(?:单位|部门|[家局委])|(?:单位|部门)[^,。;?!]{0,8}(?:哪|谁|几|多少)|谁"
)
_ACTIONS = "(?:[大项个]*(?:重点)?行动)"
_EVERY = re.compile(
    rf"每一?[项个大]+{_ACTIONS}?[^,。;?!]{{0,4}}[都均也]|(?:全部|所有|[二三四五六七八九\d])[大项个]*{_ACTIONS}[^,。;?!]{{0,8}}[都均]|每一?[项个][都均]"
)
_MOST = re.compile(
    rf"{_ACTIONS}[^,。;?!]{{0,8}}最(?:多|全|广)|最多[^,。;?!]{{0,4}}{_ACTIONS}|(?:出现|露面|列名|挂名|上榜)[^,。;?!]{{0,6}}最(?:多|频繁)|最忙"
)


def across_actions(query: Query, material: Material) -> Draft | None:
    """The units that every action lists, or that the most actions do, counted; None where neither is asked for, or where
    no unit is in every action.
    """
    folded = fold(query.question)
    every, most = _EVERY.search(folded), _MOST.search(folded)
    if query.units or not (every or most) or not _UNITS.search(folded) or "行动" not in folded:
        return None
    rows = [
        duty
        for duty in material.inventory.duties
        if duty.whole_action and duty.assignment.responsible_units
        if not query.documents or duty.assignment.document_id in query.documents
    ]
    listed = Counter(unit for duty in rows for unit in duty.assignment.responsible_units)
    highest = max(listed.values(), default=0)
    if highest < 2 or (every and highest < len(rows)):
        return None
    units = [unit for unit, count in listed.items() if count == highest]
    within = [duty for duty in rows if all(unit in duty.assignment.responsible_units for unit in units)]
    evidence = tuple(dict.fromkeys(one for duty in rows for one in units_evidence(duty.assignment)))
    text = phrase(
        query.language,
        "in_every" if highest == len(rows) else "in_most",
        actions=str(highest),
        count=str(len(units)),
        units=say.names(units, query.language),
    )
    counted = (Count(tuple(map(title_evidence, within[:highest]))), Count(tuple(evidence[0] for _ in units)))
    return Draft(Status.ANSWERED, (Statement(text, evidence, counted),))
