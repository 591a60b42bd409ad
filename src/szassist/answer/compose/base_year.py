"""The year that changes are measured from, which stands in notes."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.choosing.bearing import ranked
from szassist.answer.choosing.match import THING
from szassist.answer.compose.passages import places
from szassist.answer.compose.placed import as_it_stands
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.query import Query
from szassist.schema import Status

_BASE_YEAR = re.compile(
    r"基准年|基期|(?:跟|和|与|同|较|对比)(?:的是)?(?:哪一?年|何年|几几年)(?:的?数)?(?:相?比|对比|比较)?(?:出来)?的?(?=$|[?。,呀呢啊])|[以拿按用](?:哪一?年|何年|几几年)[^,。;?!]{0,6}(?:基准|基数|基期|起点|参照)|\b(?:base(?:line)?|reference) year|\bbaseline\b"
)
_OF_BASE = re.compile("^基|起点|参照")  # of base years, and of no indicator


def asks_base_year(query: Query) -> bool:
    """Whether a question asks for the year that changes are measured from, which stands in notes."""
    return bool(_BASE_YEAR.search(asking(query)))


def noted(query: Query, material: Material) -> Draft | None:
    """The note that tells the base year of an indicator; None where there is none."""
    things = [term for term in query.terms if term.weight >= THING and not _OF_BASE.search(term.word)]
    if not things:  # its clause only asks for the year: 累计下降的,拿哪一年做起点
        things = [term for term in query.story if term.weight >= THING]
        query = replace(query, terms=(*query.terms, *query.story), hints=())
    found = ranked(query, places(query, material), material)
    notes = [one for one in found if _BASE_YEAR.search(one.text) and all(term.held_by(one.text) for term in things)]
    return Draft(Status.ANSWERED, (as_it_stands(notes[0], query.language),)) if notes and things else None
