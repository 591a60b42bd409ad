"""Whether sentences cut from passages hold a figure of what is asked for, in a measure that can answer."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.choosing.another import lacks_part
from szassist.answer.choosing.events import event_asked
from szassist.answer.choosing.match import about, coverage, is_count
from szassist.answer.choosing.measures import FRACTION, SHARE, answers_measure, asks_measure
from szassist.answer.choosing.narrower import in_its_field
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.words.english import same_measure
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Language, Status
from szassist.text.dates import dates
from szassist.text.quantities import DURATIONS, measure, quantities
from szassist.text.script import fold

MANY = 10  # things from which on a count is claimed of something, and not of a list
LITTLE = 0.6  # weight of words that name no thing, where others stand before them
OWN = 0.6  # part of the question that clauses with figures hold if these are of the thing that is asked for
PARTLY, TELLING = 0.4, 0.5  # the same where they hold each telling word that the leading sentence has, and its weight
NAMING = 0.3  # the same of a thing of which there are so many for so many people
NEAREST = 3  # sentences shown that do not answer
_CLAUSE = re.compile(r"[^,;。]+")
_POSITION, _DEGREES = re.compile("[东西]经|[南北]纬|[经纬]度|经纬"), re.compile(r"\d°")


def bears_figure(query: Query, draft: Draft, material: Material) -> bool:
    """Whether one of the cut sentences holds a figure of what is asked, in a measure that can answer; a time, where the
    question names no measure.
    """
    texts = [fold(text) for text in _cut(draft, material)]
    if texts and lacks_part(query, texts[0]):
        return False
    if query.measure and query.language is Language.EN:
        return any(same_measure(query.measure, one.base) for text in texts for one in quantities(text))
    if query.intent is Intent.WHEN:  # of the best sentence, or of what is put before it
        event = event_asked(query)
        told = any(event.search(text) for text in texts[:2]) if event else True
        if texts and in_its_field(query, texts[0]):
            return False
        return told and any(dates(text) or _lasts(text) for text in texts[:2])
    if texts and _of_another_thing(query, texts[0]):
        return False
    if _POSITION.search(asking(query)):
        return bool(texts) and bool(_DEGREES.search(texts[0]))
    if query.years and not asks_measure(query) and any(dates(text) for text in texts):
        return True  # 控制在国家确定的范围 by that year
    return any(_of_the_asked(query, text, texts[0]) for text in texts)


def _of_another_thing(query: Query, text: str) -> bool:
    """Whether a text lacks each thing that a question asks about per so many people: 每千人药店数 is not told by 每千人病床数."""
    things = [term for term in query.terms if term.weight >= NAMING and not term.word.startswith("每")]
    each = any(term.weight >= TELLING and term.word.startswith("每") for term in query.terms)
    return bool(things) and each and not any(term.held_by(text) for term in things)


def _lasts(text: str) -> bool:
    """Whether a text holds a length of time."""
    return any(one.base in DURATIONS for one in quantities(text))


def _counts(text: str) -> bool:
    """Whether a text holds an amount; 第二 and 第95 are none."""
    return any(not one.ordinal for one in quantities(text))


def _of_the_asked(query: Query, text: str, lead: str) -> bool:
    """Whether the clauses of a sentence whose figures are in a measure that can answer hold most of the question, or as much
    of it as the leading sentence does: of a question about 工业用水量 they must hold 工业 where that is spoken of.
    """
    told = with_figures(query, text)
    if sum(term.weight for term in query.terms) < LITTLE and query.hints and not coverage(query.hints, (told, 1.0)):
        return False  # 新增…学位,总投资多少: of the thing before it
    held = coverage(about(query), (told, 1.0))
    spoken = [term for term in about(query) if term.weight >= TELLING and term.held_by(lead)]
    return held >= OWN or (held >= PARTLY and all(term.held_by(told) for term in spoken))


def with_figures(query: Query, text: str) -> str:
    """The clauses of folded `text` that have a figure in a measure that can answer."""
    return " ".join(clause for clause in _CLAUSE.findall(text) if has_figure(query, clause))


def has_figure(query: Query, text: str) -> bool:
    """Whether folded `text` has a figure in a measure that can answer; one without a unit may be of money: 投资额1000万以上,
    and a fraction (约1/3) is a share.
    """
    if SHARE.search(asking(query)) and FRACTION.search(text):
        return True
    found = [one for one in quantities(text) if one.unit and not one.ordinal]
    return any(answers_measure(query, one.unit if one.base else f"{one.unit}元", text) for one in found)


def held_against(query: Query, draft: Draft, material: Material) -> Draft:
    """An answer, said to be none where a figure is to be judged and nothing in it has one in that measure; a list that is
    counted has its count.
    """
    counted = any(one.computed for one in draft.statements)
    if (
        draft.status not in (Status.ANSWERED, Status.PARTIAL)
        or counted
        or not _lacks_stated_measure(query, draft, material)
    ):
        return draft
    lead = Statement(phrase(query.language, "not_a_figure"))
    return replace(draft, status=Status.NOT_FOUND, statements=(lead, *draft.statements[:NEAREST]))


def _lacks_stated_measure(query: Query, draft: Draft, material: Material) -> bool:
    """Whether a question asks if an amount is right (600公里), and no cut sentence has one in its measure."""
    stated = {
        one.base
        for said in query.asserted
        for one in quantities(said.text)
        if one.base and (not is_count(one.unit) or max(one.amounts) >= MANY)
    }
    if query.intent is not Intent.WHETHER or not stated or query.language is Language.EN or draft.facts:
        return False
    told = {
        part
        for text in _cut(draft, material)
        for one in quantities(fold(text))
        for part in (one.base, one.base.split("/")[0])
    }
    return not stated & told


def measured(query: Query, draft: Draft, material: Material) -> bool:
    """Whether one of the cut sentences holds a figure in the measure asked for: 册 where 多少册 is asked."""
    asked = measure(query.measure)[1]
    return bool(asked) and any(one.base == asked for text in _cut(draft, material) for one in quantities(text))


def _cut(draft: Draft, material: Material) -> list[str]:
    return [
        material.documents[one.document_id].text[one.start : one.end]
        for statement in draft.statements
        for one in statement.evidence
    ]
