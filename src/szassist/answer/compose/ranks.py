"""Where something stands among others, or the how manieth it is: 排第几, 位居前列, 国内第三个."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from szassist.answer.choosing.match import about, coverage
from szassist.answer.compose.passages import from_passages
from szassist.answer.compose.refuse import not_found
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.query import Intent, Query
from szassist.schema import Language, Status
from szassist.text.script import fold

HELD = 0.6  # part of what is asked that the stretch with the rank must hold
_ASKED = re.compile(
    r"第几(?![次届章节条部页批期号线产类天年])|排(?:名|位|第|在|到|行)*(?:多少|几|哪|老几)|名次|排名(?:如何|怎么?样|多少|情况)?(?=$|[?,。 是在])|(?:居|列)第?几"
)
_TOLD = re.compile(
    r"首位|首个|首座|首家|首批|榜首|之首|第[一二三四五六七八九十\d]+(?:个|位|名|座|家|大)?|前[一二三四五六七八九十百\d]+(?![年天月期章]|\d)|前列|领先"
)
_GOES_ON = re.compile("均?(?:位?居|排|名?列|处于|成为|是|为|跻身)")  # says it of what the clause before speaks of
_AIMED = re.compile("力争|争取|到20|将|要")
_STRETCH = re.compile(r"[^;。]+")
_RANKING = re.compile(
    "^(?:排|排名|名次|位居|位列|位次|第|老几|全国|国内|全球|世界|全省|成员|城市|大中城市|连续|现在|突破|破|个|位|名)+$"
)


def of_rank(query: Query, material: Material) -> Draft | None:
    """The sentence that tells the rank asked for; None where no rank is asked. A figure is no rank."""
    if query.language is Language.EN or query.places or not _ASKED.search(asking(query)):
        return None
    told = [term for term in about(query) if not _RANKING.match(term.word)]
    if not told:
        return None
    hints = tuple(term for term in query.hints if not _RANKING.match(term.word))
    plain = replace(query, intent=Intent.LIST, asserted=(), measure="", parts=())
    asked = replace(plain, terms=tuple(told), hints=hints).by_name()
    draft = from_passages(asked, material)
    for statement in draft.statements if draft else ():
        for one in statement.evidence:
            text = fold(material.documents[one.document_id].text[one.start : one.end])
            if any(coverage(told, (own, 1.0)) >= HELD for own in _ranked(text)):
                return Draft(Status.ANSWERED, (statement,))
    return not_found(query, material)


def _ranked(text: str) -> Iterator[str]:
    """The stretches of a sentence that tell a rank: a clause, with those before it where it has no subject of its own."""
    for stretch in _STRETCH.findall(text):
        clauses = stretch.split(",")
        for at, clause in enumerate(clauses):
            if _TOLD.search(clause) and not _AIMED.search(clause):
                yield ",".join(clauses[: at + 1]) if _GOES_ON.match(clause) else clause
