"""Sentences held against what is asked of the thing they speak of: those that tell it first and alone, else that none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.choosing.bearing import Sentence
from szassist.answer.choosing.match import is_count
from szassist.answer.choosing.opposite import is_opposite
from szassist.answer.choosing.telling import Aspect, aspect_asked, tells, thing_meant
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Language, Status
from szassist.text.quantities import measure, quantities
from szassist.text.script import fold, for_reader

HALF = 0.5  # part of what the best sentence holds that one must which tells what is asked
NEAREST = 2  # sentences shown that do not answer
ITEMS = 20  # items shown of a list
_MISSING = {
    Aspect.MEANING: "no_meaning",
    Aspect.REASON: "no_why",
    Aspect.RESULT: "no_result",
    Aspect.FREE: "no_free",
    Aspect.WHERE: "no_where",
    Aspect.MONEY: "not_a_figure",
}
_IN_WORDS = (Aspect.MEANING, Aspect.REASON, Aspect.RESULT)  # which sentences may tell in words that nobody can list
_DONE = (Status.ANSWERED, Status.PARTIAL)


def telling(query: Query, found: Sequence[Sentence]) -> list[Sentence]:
    """Those of the sentences found that tell what is asked of the thing, best first; none where nothing of the kind is asked."""
    least = HALF * found[0].held
    if aspect := aspect_asked(query):
        return [one for one in found if one.held >= least and tells(aspect, one.text, query)]
    base = measure(query.measure)[1]
    if (
        query.intent is not Intent.VALUE
        or not base
        or not is_count(query.measure)
        or query.years
        or query.language is Language.EN
    ):
        return []
    counted = [one for one in found if any(each.base == base for each in quantities(one.text))]
    return [one for one in counted if one.held >= least]


def held_to_aspect(query: Query, draft: Draft, material: Material) -> Draft:
    """`draft`, or that the documents do not tell what is asked of the thing, with the nearest of its sentences."""
    aspect = aspect_asked(query)
    if aspect is None or draft.facts or draft.status not in _DONE:
        return draft
    cut = [one for one in draft.statements if one.evidence]
    if any(_tells(aspect, one, query, material) for one in cut):
        return draft
    topic = thing_meant(query) if aspect is Aspect.MEANING else ""
    lead = Statement(phrase(query.language, _MISSING[aspect], topic=for_reader(topic, query.language)))
    bullet = phrase(query.language, "bullet")
    near = [one for one in cut if not one.text.endswith(("：", ":"))][:NEAREST]
    shown = [replace(one, text=bullet + one.text.removeprefix(bullet)) for one in near]
    head = [Statement(phrase(query.language, "only_related"))] if shown else []
    status = Status.PARTIAL if aspect in _IN_WORDS and shown else Status.NOT_FOUND
    return Draft(status, (lead, *head, *shown))


def _tells(aspect: Aspect, statement: Statement, query: Query, material: Material) -> bool:
    texts = (fold(material.documents[one.document_id].text[one.start : one.end]) for one in statement.evidence)
    return any(tells(aspect, text, query) for text in texts)


def leads_in(text: str) -> bool:
    """Whether a sentence only leads into what stands below it."""
    return text.rstrip().endswith((":", "："))


def completed(query: Query, draft: Draft, material: Material) -> Draft:
    """`draft` with the items, counted, behind a sentence that only leads into them, and alone where it leads; a lead-in behind
    another sentence that has none of them is left out.
    """
    shown: list[Statement] = []
    for at, one in enumerate(draft.statements):
        leads = one.evidence and leads_in(one.text) and not is_opposite(fold(one.text), fold(query.question))
        items = _items(one, material) if leads else ()
        behind = draft.statements[at + 1].evidence if at + 1 < len(draft.statements) else ()
        followed = any(item.start <= span.start < item.end for item in items for span in behind)
        if not items or followed:
            shown.append(one)
        elif at == 0:
            bullet = phrase(query.language, "bullet")
            counted = Statement(phrase(query.language, "list_count", count=str(len(items))), (), (Count(items),))
            listed = (_cut(item, query, material, bullet) for item in items[:ITEMS])
            return replace(draft, statements=(one, counted, *listed))
    return replace(draft, statements=tuple(shown))


def _items(one: Statement, material: Material) -> tuple[Evidence, ...]:
    """The items that a sentence leads into."""
    span = one.evidence[0]
    led = material.inventory.provisions[span.document_id]
    return next((each.items for each in led if each.items and span.start < each.span.end <= span.end), ())


def _cut(span: Evidence, query: Query, material: Material, bullet: str) -> Statement:
    text = material.documents[span.document_id].text[span.start : span.end].strip()
    return Statement(bullet + for_reader(text, query.language), (span,))
