"""Answers cut from passages: the sentences that bear the question, from the sections that speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.choosing.another import lacks_part
from szassist.answer.choosing.aspects import lacks_act, lacks_asked, lacks_head, lacks_kind, lacks_known, tells_asked
from szassist.answer.choosing.bearing import AIMED, Place, Sentence, covered, holds_together, ranked, years
from szassist.answer.choosing.errands import does_errand, tells_detail
from szassist.answer.choosing.events import asks_start, event_asked, starts
from szassist.answer.choosing.figured import has_figure
from szassist.answer.choosing.match import THING, about, coverage, lacks_name
from szassist.answer.compose.placed import as_it_stands, below_their_places, dated_heading, each_once, place_head
from szassist.answer.compose.telling import telling
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.places import names_place, short_names
from szassist.answer.reading.scope import SOME
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query, Term
from szassist.schema import Hit, Language, SectionKind, Status
from szassist.text.dates import dates
from szassist.text.script import fold, for_reader
from szassist.text.sentences import assigns, sentences

FOUND = 0.34  # part of the question that a passage must hold
OF_CLAUSE = 0.6  # the same of one clause of several
CLAUSE_TELLS = 0.6  # what the words of such a clause must tell together
FIGURED = 0.75  # the same where a figure is asked for: one of something else would mislead
_FIGURES = (Intent.VALUE, Intent.WHEN, Intent.DIFFERENCE)
_WORDED = (Intent.MEASURES, Intent.WHETHER, Intent.OTHER)  # 规划里管不管: any of the documents is meant
IN_ONE = 0.28  # part of the weight that one sentence with its headings must hold
_NAME_WITH_YEAR = re.compile(r"(?<!\d)20\d\d(?!年)[\u4e00-\u9fff]{2}")  # 2025百杰计划
_BREAK = re.compile(r"[,.;!?。]\s*(?=\S)")
_BELONGS = re.compile(r"属于|归[在于入]|列[在入]|哪一?[个项](?:工程|行动|项目)|(?:which|what) (?:project|action)")
_ATTAINED = re.compile("(?:建成|成为|形成|完成|实现|消除)([^,。;]*)")
ATTAINED = 0.6  # part of the question that the words after such a verb must hold
EXPRESSION = 5  # characters of a thing said in several words
EVENT = 0.5  # part of what the best sentence holds that one must which tells of the event asked for
ASIDE = 0.8  # part of what the best sentence holds that one must which tells the place or the detail asked for
MOST = 5  # sentences shown
MOST_TOLD = 3  # the same of those that tell what is asked of the thing
WITHIN = 0.6  # score by which a sentence may fall behind the one that leads
TOUCHED = 0.3  # part of the words the leading sentence holds that another must hold
TITLED = 0.5  # part of the question that headings hold whose section is about it as a whole
NEAREST = 3  # passages looked at, and sentences shown, where none bears the question
THINGS, FIGURED_THINGS = 0.65, 1.3  # what the words that such a sentence holds must tell together; of a figure more


def from_passages(query: Query, material: Material) -> Draft | None:
    """The sentences that bear the question, the best one first; None where no passage holds enough of its words."""
    found = _bearing(query, material)
    if not found and query.hints and query.intent in _WORDED:  # the clause that asks says too little by itself
        query = replace(query, terms=(*query.terms, *query.story), hints=())
        found = _bearing(query, material)
    if not found:
        return None
    lead, within = _leading(query, found), WITHIN if query.intent not in _FIGURES else WITHIN / 2
    if told := telling(query, found):
        lead, near = told[0], told[:MOST_TOLD]
        rest = [one for one in near if one is not lead]
    else:
        near = [one for one in found if _stands_beside(one, lead, within)][: MOST * (1 + query.more)]
        rest = [one for one in (*near, *_for_the_rest(query, near, found)) if one is not lead]
    first, rest = each_once(lead, rest, query.language)
    path = _BELONGS.search(fold(query.question)) is not None
    head = [place_head(lead.place, query.language, path=path)] if _place_told(query, lead) else []
    if query.intent is Intent.WHEN and not dates(lead.text):
        dated = _with_year(lead, found)
        rest = [*dated, *rest]
        if dated and _is_attained(query, lead):  # 到2035年…: what is to be by then
            lead, rest = dated[0], [lead, *(one for one in rest if one is not dated[0])]
            first = as_it_stands(lead, query.language)
        head = head if dated else dated_heading(lead, query.language) or head
    if lead.is_near and query.intent in _WORDED:
        head = [Statement(phrase(query.language, "nearest")), *head]
    statements = [
        *head,
        first,
        *below_their_places(rest, query.language, lead.place if head else None),
    ]
    if lead.is_remote and query.intent in _WORDED and query.language is not Language.EN and _is_single(query):
        lead_in = Statement(phrase(query.language, "not_found"))
        return Draft(Status.NOT_FOUND, (lead_in, *head, as_it_stands(lead, query.language)))
    status = Status.PARTIAL if lead.is_near and query.intent in _WORDED else Status.ANSWERED
    return Draft(status, tuple(statements), (), _suggestions(query, lead, material))


def by_all_words(query: Query, material: Material) -> Draft | None:
    """Passages by the words of a question that are such as every document has (保证落实), where it has no others."""
    told = sum(term.weight for term in query.terms)
    if not told:
        return None
    terms = tuple(replace(term, weight=term.weight / told) for term in query.terms)
    return from_passages(replace(query, terms=terms), material)


def _is_single(query: Query) -> bool:
    """Whether a question is one clause and uses no expression for what it means (残障的娃读…): it tells no story of which
    only a part would have to be held.
    """
    chinese = query.language is not Language.EN
    told = chinese and any(len(term.word) >= EXPRESSION and term.means for term in query.terms)
    return not told and len(_BREAK.split(asking(query))) == 1 and not query.before


def _bearing(query: Query, material: Material) -> list[Sentence]:
    """The sentences that bear a question, best first: none, where the best one has next to nothing of it or lacks what is
    asked about the thing it speaks of.
    """
    near = ranked(query, places(query, material), material)
    found = [one for one in near if tells_asked(query, one) and not one.text.endswith("?")]
    if not found or found[0].is_far or lacks_kind(query, found[0]) or found[0].held < ASIDE * near[0].held:
        return []
    if query.language is Language.EN and lacks_part(query, found[0].text):
        return []
    if _is_single(query) and lacks_head(query, found[0]):
        return []
    told = (
        one for one in found[: 2 * MOST] if one.score >= found[0].score - WITHIN and one.held >= 0.8 * found[0].held
    )
    return found if any(not lacks_act(query, one.text) for one in told) else []


def _leading(query: Query, found: Sequence[Sentence]) -> Sentence:
    """The best sentence; where a time is asked for, one with a time that holds what a follow-up adds (什么时候宣布的), or the
    best of those that say as much of the question that the thing is attained (建成…, 消除…) below a time.
    """
    lead = found[0]
    if query.intent is not Intent.WHEN:
        return lead
    if event := event_asked(query):
        told = (one for one in found if dates(one.text) and not AIMED.match(one.text) and event.search(one.text))
        return next((one for one in told if one.held >= EVENT * lead.held), lead)
    if asks_start(query):
        return next((one for one in found if starts(one.text) and one.held >= EVENT * lead.held), lead)
    if query.before:
        told = (one for one in found if dates(one.text) and any(h.held_by(one.text) == 1 for h in _added(query)))
        lead = next(told, lead)
    own = coverage(query.terms, (lead.text, 1.0))
    alike = (one for one in found if coverage(query.terms, (one.text, 1.0)) >= own and one.said >= lead.said)
    return next((one for one in alike if _is_attained(query, one) and _is_dated(one, found, query.language)), lead)


def _added(query: Query) -> list[Term]:
    """The words that a follow-up adds to what was asked before it."""
    return [hint for hint in query.hints if hint.word in fold(query.question) and hint.weight >= SOME]


def _is_attained(query: Query, one: Sentence) -> bool:
    return any(coverage(query.terms, (what, 1.0)) >= ATTAINED for what in _ATTAINED.findall(one.text))


def _is_dated(one: Sentence, found: Sequence[Sentence], language: Language) -> bool:
    """Whether a sentence has a time: its own, that of its paragraph or that of a heading above it."""
    return bool(dates(one.text) or _with_year(one, found) or dated_heading(one, language))


def related(query: Query, material: Material) -> Draft | None:
    """Where no passage bears the question: the sentences that hold at least two of the things it speaks of, said to be no
    direct answer; where it asks for a figure, those with one. One thing alone is none: every question about a city shares
    a word with its documents.
    """
    found = [
        (held, Evidence(hit.document_id, start, end))
        for hit in _eligible(query, material)[:NEAREST]
        for start, end in sentences(material.documents[hit.document_id].text, hit.start, hit.end)
        if not assigns(material.documents[hit.document_id].text[start:end])
        if (held := _things_held(query, fold(material.documents[hit.document_id].text[start:end])))
    ]
    if not found:
        return None
    best = max(held for held, _ in found)
    shown = [one for held, one in found if held >= best / 2][:NEAREST]
    lead = Statement(phrase(query.language, "related"))
    texts = ((one, material.documents[one.document_id].text[one.start : one.end].strip()) for one in shown)
    cut = (Statement(for_reader(text, query.language), (one,)) for one, text in texts)
    return Draft(Status.PARTIAL, (lead, *cut))


def _things_held(query: Query, text: str) -> float:
    """The weight of the question's words that a sentence holds; 0 where fewer than two of them tell something."""
    if lacks_asked(query, text) or lacks_known(query, text):
        return 0.0
    if lacks_part(query, text) or (query.language is Language.EN and not tells_detail(query, text)):
        return 0.0
    figured = query.intent in _FIGURES
    if figured and (query.before or not has_figure(query, text)):  # 民办的呢: only what was before is held
        return 0.0
    said = about(query) if figured else (*about(query), *query.hints)
    held = [term.weight * term.held_by(text) for term in said]
    least = FIGURED_THINGS if figured else THINGS
    return sum(held) if sum(one >= THING for one in held) > 1 and sum(held) >= least else 0.0


def _eligible(query: Query, material: Material) -> list[Hit]:
    """The passages found that are of the places, documents and years asked for, best first."""
    found = []
    for hit in material.hits:
        document = material.documents[hit.document_id]
        if document.section_at(hit.start).kind is SectionKind.CLOSING:
            continue
        text, above = fold(hit.text), fold(" ".join(hit.section_path))
        if not all(names_place(f"{text} {above}", place) for place in query.places):
            continue
        if query.documents and document.id not in query.documents and query.intent not in _WORDED:
            continue
        if not does_errand(query, text) or lacks_name(query, f"{text} {above}"):
            continue
        named = years(f"{hit.text}\n{above}", compared=True) if query.years else []
        names = [name for name in _NAME_WITH_YEAR.findall(fold(query.question)) if name in text]
        yeared = bool(names) or all(any(year in span for span in named) for year in query.years)
        if not yeared and query.intent not in (Intent.MEASURES, Intent.LIST, Intent.WHETHER):
            continue
        if not yeared and not all(covered(query.years, years(one)) for one in (document.title, *hit.section_path)):
            continue
        found.append(hit)
    return found


def places(query: Query, material: Material) -> list[Place]:
    """The passages that hold enough of the question, one sentence of them a fair part."""
    places, found = [], []
    stretches = ((_told_of(query), _enough(query)), *((clause, OF_CLAUSE) for clause in _clauses(query)))
    for hit in _eligible(query, material):
        document = material.documents[hit.document_id]
        text, above = fold(hit.text), fold(" ".join(hit.section_path))
        place = Place(document, document.section_at(hit.start), hit.start, hit.end, hit.score)
        places.append(place)
        held = (terms for terms, least in stretches if coverage(terms, (text, 1.0), (above, 1.0)) >= least)
        found += [place] if any(holds_together(terms, place, above, IN_ONE) for terms in held) else []
    return places if found and query.intent not in _FIGURES else found


def _told_of(query: Query) -> Sequence[Term]:
    """The words that a passage must hold: those of the places too, by their short names, where the others tell little."""
    terms = about(query)
    if not query.places or sum(term.weight for term in terms) >= THING:
        return terms
    return [replace(term, means=(*term.means, *short_names(term.word))) for term in query.terms]


def _clauses(query: Query) -> list[list[Term]]:
    """The words of each clause that tells a thing by itself: a complaint and the wish that follows it need not both be in one
    passage. None where a figure is asked for, or where the question has but one clause.
    """
    clauses = _BREAK.split(fold(query.question)) if query.intent in _WORDED else []
    told = [
        [term for term in about(query) if all(piece in clause for piece in term.word.split())] for clause in clauses
    ]
    return [terms for terms in told if len(clauses) > 1 and sum(term.weight for term in terms) >= CLAUSE_TELLS]


def _enough(query: Query) -> float:
    """The part of the question that a passage must hold."""
    return FIGURED if query.intent in (Intent.VALUE, Intent.DIFFERENCE) else FOUND


def _stands_beside(one: Sentence, lead: Sentence, within: float) -> bool:
    """Whether a sentence is shown with the leading one: about as good, or of the same section where that is what is asked."""
    whole = one.place.section is lead.place.section and one.around >= TITLED and lead.told < THING
    return whole or (one.score >= lead.score - within and one.held >= TOUCHED * lead.held)


def _place_told(query: Query, lead: Sentence) -> bool:
    """Whether the place of a sentence is part of the answer: 属于哪项工程, it stands in another document than asked, or
    the reader reads English, who has no other line that all can read.
    """
    other = bool(query.documents) and lead.span.document_id not in query.documents
    return other or query.language is Language.EN or bool(_BELONGS.search(fold(query.question)))


def _for_the_rest(query: Query, kept: Sequence[Sentence], found: Sequence[Sentence]) -> list[Sentence]:
    """For each thing of the question that no kept sentence holds, the best sentence that does."""
    shown = list(kept)
    if query.intent in _FIGURES:
        return []
    for term in query.terms:
        if term.weight >= THING and not any(term.held_by(one.text) for one in shown):
            shown += [one for one in found if term.held_by(one.text)][:1]
    return shown[len(kept) :]


def _with_year(lead: Sentence, found: Sequence[Sentence]) -> list[Sentence]:
    """The sentence of the lead's paragraph that names the year before it."""
    begin = lead.place.document.text.rfind("\n", 0, lead.span.start) + 1
    dated = [
        one
        for one in found
        if begin <= one.span.start < lead.span.start and one.place.document is lead.place.document
    ]
    return sorted((one for one in dated if dates(one.text)), key=lambda one: one.span)[-1:]


def _suggestions(query: Query, lead: Sentence, material: Material) -> tuple[str, ...]:
    """Who answers for the project that the leading sentence stands in."""
    for duty in material.inventory.duties:
        row = duty.assignment
        if row.document_id == lead.span.document_id and row.project and row.start <= lead.span.start < row.end:
            return (phrase(query.language, "ask_who", indicator=say.quoted(row.title, query.language)),)
    return ()
