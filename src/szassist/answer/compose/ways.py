"""How an indicator is to be reached: what is done in the project that its row stands in."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from szassist.answer.choosing.choice import choose
from szassist.answer.compose.passages import MOST, from_passages
from szassist.answer.compose.values import SURE
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.inventory import Duty
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

_TROUBLE = re.compile("存在的?(?:主要|突出)?问题|(?:面临|主要)?的?(?:困难|挑战|短板|不足)$")
_DONE_HOW = re.compile("(?:怎么|怎样|如何|咋|点样)(?!样|了|回事|说|看|[?？,。呢啊]|$)|措施|办法|举措|对策")


def measures(query: Query, material: Material) -> Draft | None:
    """The sentences that bear a question of how; where the best one tells the figure to be reached, what the project does."""
    draft = from_passages(query, material)
    lead = next((one for statement in draft.statements for one in statement.evidence), None) if draft else None
    if draft and lead and _is_trouble(lead, material) and _DONE_HOW.search(asking(query)):
        said = Statement(phrase(query.language, "related"))
        return replace(draft, status=Status.PARTIAL, statements=(said, *draft.statements))
    if lead is None or not _has_row(lead, material):
        return draft
    choice = choose(replace(query, intent=Intent.VALUE) if query.before else query, material)
    told = query.before and len(choice.series) == 1  # the question before it was answered by that row
    meant = choice.series[0].facts if choice.series and (told or choice.fits[0].named >= SURE) else ()
    projects = [duty for fact in meant if (duty := material.duty_of(fact)) and not duty.whole_action]
    return (_done(projects[0], query, material) if projects else None) or draft


def _is_trouble(place: Evidence, material: Material) -> bool:
    """Whether a sentence stands where a document tells what is amiss, and not what is done about it."""
    path = material.documents[place.document_id].section_path(place.start)
    return any(_TROUBLE.search(fold(title)) for title in path)


def _has_row(place: Evidence, material: Material) -> bool:
    facts = (fact for series in material.inventory.series for fact in series.facts)
    return any(
        fact.document_id == place.document_id and fact.start < place.end and place.start < fact.end for fact in facts
    )


def _done(duty: Duty, query: Query, material: Material) -> Draft | None:
    """The first sentences of a project but those that tell figures."""
    row, language = duty.assignment, query.language
    document = material.documents[row.document_id]
    body = next(iter(sentences(document.text, row.start, row.end)), (row.start, row.start))
    found = (Evidence(document.id, start, end) for start, end in sentences(document.text, row.start, row.end))
    told = list(islice((one for one in found if one.start > body[0] and not _has_row(one, material)), MOST))
    if not told:
        return None
    section = document.section_at(told[0].start)
    title = say.title(document, language)
    head = Statement(phrase(language, "from_document", title=title, section=say.name(section.title, language)))
    bullet = phrase(language, "bullet")
    rows = [
        Statement(bullet + for_reader(document.text[one.start : one.end].strip(), language), (one,)) for one in told
    ]
    return Draft(Status.ANSWERED, (head, *rows))
