"""What names the thing that a question asks about, and not only what covers it."""

from __future__ import annotations

from dataclasses import replace

from szassist.answer.choosing.figured import NEAREST, bears_figure, measured
from szassist.answer.choosing.match import THING, words
from szassist.answer.compose.headings import from_headings
from szassist.answer.compose.passages import from_passages
from szassist.answer.compose.values import from_rows
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.terms import is_name, is_one_word
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query, Term
from szassist.schema import Language, Status
from szassist.text.script import fold, for_reader

NAMED = 0.7  # what a word must tell to be what a question is about
_IN_WORDS = (Intent.MEASURES, Intent.LIST, Intent.WHETHER, Intent.OTHER)


def headings_by_name(query: Query, material: Material) -> Draft | None:
    """What the headings tell that name what is asked about."""
    return from_headings(query.by_name(), material)


def passages_with_figures(query: Query, material: Material) -> Draft | None:
    """Sentences that hold a figure or a time; where none does, that is said and the nearest sentences are shown."""
    draft = from_passages(query.by_name(), material)
    if draft is None:  # what only covers the thing has no figure of it
        draft = from_passages(query, material)
    elif bears_figure(query, draft, material):
        return draft
    if draft is None:
        return None
    # A figure that may be of something else is not called none.
    form = (
        "no_start"
        if query.intent is Intent.WHEN
        else "related"
        if measured(query, draft, material)
        else "not_a_figure"
    )
    lead = Statement(phrase(query.language, form))
    return replace(draft, status=Status.NOT_FOUND, statements=(lead, *draft.statements[:NEAREST]))


def rows_by_name(query: Query, material: Material) -> Draft | None:
    """Register rows; none where the sentences of the documents have a word of the question itself that the rows only have
    another word for: 综合整治用地 of 城中村.
    """
    draft = from_rows(query, material)
    if draft is None or not draft.facts or query.language is Language.EN or query.asserted:
        return draft
    said = fold(" ".join(f"{fact.quote} {fact.indicator}" for fact in draft.facts))
    knows = material.lexicon.vocabulary.knows
    only_meant = (term for term in query.terms if term.weight >= NAMED and term.word not in said and knows(term.word))
    return None if any(not _is_near(term, said) for term in only_meant) else draft


def _is_near(term: Term, said: str) -> bool:
    """Whether a text has another word for one that shares a character with it: 新能源汽车 for 新能源车."""
    return any(word in said and set(word) & set(term.word) for word in term.means)


def said_to_cover(query: Query, draft: Draft, material: Material) -> Draft:
    """`draft` with a word before it that the documents do not name what the question asks about, where all it finds only
    covers that: 生物多样性 for a 动物园.
    """
    told = [term for term in query.terms if term.weight >= THING]
    lead = next((place for one in draft.statements for place in one.evidence), None)
    worded = query.intent in _IN_WORDS and query.language is not Language.EN
    if not (told and lead and worded) or draft.status is not Status.ANSWERED or query.before:
        return draft
    bare = len(told) == 1 and told[0].word == query.content.strip()  # 元宇宙: nothing but the thing
    if draft.facts and not bare:
        return draft
    if not all(not term.same and term.means and (bare or is_name(term.word)) for term in told):
        return draft
    names = [term.word if is_one_word(term.word) else words(term.word)[0] for term in told if words(term.word)]
    if any(name in text for name in names for text in material.inventory.folded.values()):
        return draft
    topic = phrase(query.language, "join").join(term.word for term in told)
    notice = Statement(phrase(query.language, "not_named", topic=for_reader(topic, query.language)))
    return replace(draft, status=Status.PARTIAL, statements=(notice, *draft.statements))
