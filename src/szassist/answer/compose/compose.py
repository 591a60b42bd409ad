"""The extractive engine: what each kind of question is answered from, register rows first."""

from __future__ import annotations

from dataclasses import replace

from szassist.answer.choosing.choice import choose, where_it_asks
from szassist.answer.choosing.errands import asks_errand
from szassist.answer.choosing.figured import held_against
from szassist.answer.compose import claims, premise
from szassist.answer.compose.aspects import silent_on
from szassist.answer.compose.base_year import asks_base_year
from szassist.answer.compose.by_name import rows_by_name, said_to_cover
from szassist.answer.compose.comparing import by_document
from szassist.answer.compose.counted import asks_more, beyond_known, only_counted
from szassist.answer.compose.enumerated import from_parts
from szassist.answer.compose.formulas import of_formulas
from szassist.answer.compose.goals import of_goals
from szassist.answer.compose.headings import asks_parts, from_headings
from szassist.answer.compose.joining import beyond, joined
from szassist.answer.compose.leaning import with_movement
from szassist.answer.compose.likeliest import LEAST, SURE, from_likeliest, of_its_own
from szassist.answer.compose.lists import from_lists
from szassist.answer.compose.order import ABOUT, Source, is_told, names_nothing, sources
from szassist.answer.compose.passages import from_passages, related
from szassist.answer.compose.provided import or_provided
from szassist.answer.compose.ranks import of_rank
from szassist.answer.compose.refuse import (
    hello,
    near_miss,
    not_found,
    of_part_or_place,
    of_strangers,
    which,
    with_nearest,
)
from szassist.answer.compose.retold import as_answered, named_beside, of_the_answer, says_of
from szassist.answer.compose.rulings import from_rules
from szassist.answer.compose.supposed import judged
from szassist.answer.compose.supposed_limits import of_supposed, says_more
from szassist.answer.compose.telling import completed, held_to_aspect
from szassist.answer.compose.values import from_rows
from szassist.answer.compose.ways import measures
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking, cues
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.reading.premises import without_premise
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query, Regard
from szassist.schema import Language, Status
from szassist.text.script import for_reader

NEAREST = 3  # sentences shown that do not answer
_IN_WORDS = (Intent.MEASURES, Intent.LIST, Intent.DEFINITION, Intent.WHETHER, Intent.OTHER)  # no figure, no unit
_LISTED = (from_headings, from_lists)  # whole lists, which tell by themselves
_DONE = (Status.ANSWERED, Status.PARTIAL)
_FIGURED = (Intent.VALUE, Intent.WHEN, Intent.DIFFERENCE)
_OF_A_YEAR = (Intent.VALUE, Intent.DIFFERENCE, Intent.LIST, Intent.WHEN, Intent.OTHER, Intent.WHETHER, Intent.COMPARE)


def compose(query: Query, material: Material) -> Draft:
    """The answer to one question, or the plain statement that the documents do not say; what it supposes a clause to lay
    down is put right first.
    """
    draft = _composed_whole(query, material)
    judged_already = draft.facts and (query.asserted or query.premise)
    supposed = None if judged_already else of_supposed(query, material)
    if supposed is None:
        return draft
    return joined([supposed, draft]) if says_more(draft, supposed) else supposed


def _composed_whole(query: Query, material: Material) -> Draft:
    """The answer to one question, whatever it supposes.

    What it says to be so before it asks is judged first. Where one reading of it finds nothing, the other may (`Query.instead`), or its words next to what it asks. "The plan" is English for any of the documents: what the one of that name does not say is looked for in all.
    """
    if query.premise:
        told = judged(query.premise, material)
        rest = without_premise(query) if told else replace(query, premise=None)
        return joined([*([told] if told else []), _composed_whole(rest, material)])
    draft = _composed(query, material)
    if draft.status is Status.NOT_FOUND and (nearer := as_answered(query, material, _composed)):
        draft = other if (other := _composed(nearer, material)).status in _DONE else draft
    if query.instead and draft.status in (Status.NOT_FOUND, Status.CLARIFY):
        other = _composed_whole(query.instead, material)
        if query.earlier and not says_of(
            query.terms, other, material
        ):  # 那药呢: what is above a row is not what it says
            other = replace(other, status=Status.NOT_FOUND)
        return other if other.status in _DONE else _composed(replace(query, instead=None), material)
    if draft.status is Status.NOT_FOUND and (nearest := where_it_asks(query)):
        draft = other if (other := _composed(nearest, material)).status is Status.ANSWERED else draft
    if draft.status is Status.NOT_FOUND and query.documents and query.language is Language.EN and is_told(query):
        anywhere = _composed(replace(query, documents=()), material)
        return anywhere if anywhere.status is Status.ANSWERED else draft
    return draft


def _composed(query: Query, material: Material) -> Draft:
    if query.regard and (regarded := of_the_answer(query, material, _composed)):
        unsaid = query.regard is Regard.UNITS and regarded.status is Status.NOT_FOUND
        ruled = from_rules(replace(query, regard=None), material) if unsaid else None
        return ruled or regarded
    said = or_provided(query, _said(query, material), material)
    told = said if of_formulas(query, material) else claims.of_reason(query, said, material)
    draft = by_document(query, told, material)
    if query.more and query.earlier and _composed(query.earlier, material).status is Status.NOT_FOUND:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "nothing_more")),))
    if query.earlier and not query.more:
        draft = named_beside(query, draft, material, _composed)
    draft = beyond(query, draft) if query.shown else draft
    return _of_no_year(query, draft) if query.moment and not query.years and query.intent in _OF_A_YEAR else draft


def _of_no_year(query: Query, draft: Draft) -> Draft:
    """What is said of a thing asked about next year: which year that is, the documents do not know."""
    if draft.status not in (Status.ANSWERED, Status.PARTIAL, Status.NOT_FOUND):
        return draft
    moment = for_reader(query.moment, query.language)
    notice = Statement(phrase(query.language, "no_such_moment", moment=moment))
    shown = draft.statements if draft.facts else draft.statements[:NEAREST]
    return replace(draft, status=Status.NOT_FOUND, statements=(notice, *shown))


def by_rules(query: Query, material: Material) -> Draft:
    """What the rules find, or that they find nothing; the likeliest sentence is not asked for."""
    return _said(query, material, by_rule=True)


def _said(query: Query, material: Material, *, by_rule: bool = False) -> Draft:
    if query.intent is Intent.SMALLTALK:
        return hello(query, material)
    if query.intent is Intent.OFFTOPIC:
        return _declined(query)
    if part := of_strangers(query) or of_part_or_place(query, material):
        return part
    if said := next((draft for source in ABOUT if (draft := source(query, material))), None):
        return said
    if (
        query.intent is Intent.MEASURES
        and query.years
        and not asks_errand(query)
        and (said := _of_year(query, material))
    ):
        return said
    lists = query.intent in (Intent.LIST, Intent.MEASURES, Intent.DEFINITION) or asks_parts(query)
    kinds = kinds_asked(query)
    if (
        lists
        and not (query.units or kinds & {"projects"} or is_told(query))
        and (listed := from_headings(query, material))
    ):
        return claims.counted(query, listed)
    if told := from_parts(query, material) or premise.which(query, material) or of_rank(query, material):
        return told
    if silent := silent_on(query, material):
        return silent
    if names_nothing(query):
        return of_goals(query, material) or which(query, material)
    if refused := claims.unsaid(query, material) or only_counted(query, material):
        return refused
    if query.asserted and query.intent is Intent.MEASURES:
        return claims.counted(query, _said_and_done(query, material) or not_found(query, material))
    first: tuple[Source, ...] = (from_rows,) if query.asserted and query.intent is not Intent.WHO else ()
    for source in (*first, *sources(query)):
        if draft := _from(source, query, material, by_rule):
            draft = said_to_cover(query, draft, material)
            open_still = not by_rule and _may_be_told(source, query, draft)
            said = _likely(query, material, SURE) or draft if open_still else draft
            return said if by_rule or source in _LISTED else _told(query, said, material)
    said = _unanswered(query, material, by_rule)
    return said if by_rule else _told(query, said, material)


def _told(query: Query, draft: Draft, material: Material) -> Draft:
    """What loose sentences come to: held against what is asked of the thing, their lists whole."""
    return completed(query, held_to_aspect(query, draft, material), material)


def _unanswered(query: Query, material: Material, by_rule: bool) -> Draft:
    """What is related, else what most likely answers, where no rule finds an answer; else that the documents do not say."""
    if not by_rule and (sure := _likely(query, material, SURE)):
        return sure
    worded = query.intent in (*_IN_WORDS, Intent.VALUE, Intent.DIFFERENCE) and not query.strangers
    if worded and not asks_errand(query) and (draft := related(query, material)):
        return draft
    likely = None if by_rule else _likely(query, material)
    return likely or with_nearest(query, not_found(query, material), material)


def _may_be_told(source: Source, query: Query, draft: Draft) -> bool:
    """Whether what rows or lists do not tell may still be told by a sentence that is sure to answer: a figure only where
    rows merely come near.
    """
    refused = draft.status is Status.NOT_FOUND and source in (from_rows, rows_by_name, from_lists)
    return source is near_miss or (refused and query.intent not in _FIGURED)


def _likely(query: Query, material: Material, least: float = LEAST) -> Draft | None:
    """What most likely answers where no rule finds an answer: none of a unit that no document names, of a base year, of a
    question that has another reading still to try, or of a figure that a follow-up asks for.
    """
    if query.strangers or query.instead or asks_base_year(query):
        return None
    if query.before and query.intent in _FIGURED:
        return None
    draft = from_likeliest(query, material, by_rules, least)
    return draft if draft and of_its_own(query, draft, material) else None


def _from(source: Source, query: Query, material: Material, by_rule: bool) -> Draft | None:
    """What a source says, held against what is asked; where it only says that a figure is right which the question knows,
    what is said of the rest: GDP3.07万亿,人均是多少.
    """
    draft = source(query, material)
    if draft and draft.confirms and query.intent is Intent.VALUE and asks_more(query):
        return _said(replace(query, asserted=()), material, by_rule=by_rule)
    if draft is None:
        return None
    moved = with_movement(query, held_against(query, draft, material), material)
    return claims.counted(query, beyond_known(query, moved))


def _said_and_done(query: Query, material: Material) -> Draft | None:
    """What a question states and how it is reached: 65%打算怎么实现."""
    stated = from_rows(query, material)
    told = from_headings(query, material) or measures(query, material)
    return joined([one for one in (stated, told) if one]) if stated or told else None


def _of_year(query: Query, material: Material) -> Draft | None:
    """What is said of an indicator for a year (2025年PM2.5文件怎么说): its figure, then the measures; where that year has
    no figure, this is said, and nothing of other years stands in for it.
    """
    if len(choose(query, material).series) != 1:  # a topic, no indicator
        return None
    rows = from_rows(query, material)
    if rows is None or rows.status is Status.NOT_FOUND:
        return rows
    measures = from_headings(query, material) or from_passages(query, material)
    return joined((rows, measures)) if measures else rows


def _declined(query: Query) -> Draft:
    """A kind word for what no document answers: a poem, something to be done, chosen or judged for the reader."""
    return _word(query, "requested" if cues().requests.search(asking(query)) else "offtopic", Status.DECLINED)


def _word(query: Query, name: str, status: Status, **values: str) -> Draft:
    language: Language = query.language
    return Draft(status, (Statement(phrase(language, name, **values)),))
