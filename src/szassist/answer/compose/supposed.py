"""Whether it is so what a question says before it asks: 既然方案是国务院印发的,…."""

from __future__ import annotations

import re
from collections.abc import Callable

from szassist.answer.choosing.choice import choose
from szassist.answer.compose import claims
from szassist.answer.compose.values import from_rows
from szassist.answer.compose.who import of_claimed
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.material import Material
from szassist.query import Query
from szassist.schema import Status

_ADVANCED = re.compile(
    r"^\s*(?:既然|鉴于)|(?:[吗么吧咩㗎]|对不对|没错|\b(?:right|correct))\W*$|是不是|係咪|是否|不是"
)
NAMED = 0.5  # part of an indicator's name that a claim of its figure must say


def judged(claim: Query, material: Material) -> Draft | None:
    """What the documents say of a claim, after whether it is right; None where they do not speak of it, or it is right and
    only told by the way.
    """
    sources: tuple[Callable[[Query, Material], Draft | None], ...] = (
        claims.of_list,
        claims.of_issue,
        of_claimed,
        _of_figure,
    )
    told = next((draft for source in sources if (draft := source(claim, material))), None)
    if told is None or told.status is not Status.ANSWERED:
        return None
    return told if not told.confirms or _ADVANCED.search(claim.clause) else None


def _of_figure(claim: Query, material: Material) -> Draft | None:
    """Whether the figure is right that a claim gives for what it calls by its name."""
    choice = choose(claim, material)
    named = choice.series and choice.fits[0].named >= NAMED
    return from_rows(claim, material) if claim.asserted and not claim.places and named else None
