"""Answers cut from passages: the sentences that bear the question, from the sections that speak of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from szassist.answer import say
from szassist.answer.draft import Draft, Evidence, Statement
from szassist.answer.match import count_asked, coverage, does_errand, is_count, lacks_name
from szassist.answer.material import Material
from szassist.answer.phrases import phrase
from szassist.query import Intent, Query, Term
from szassist.schema import Document, Hit, Language, Section, SectionKind, Status
from szassist.text.dates import TimeKind, dates
from szassist.text.quantities import measure, quantities
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

LISTED = 8  # list marks of a sentence that count where a list is asked for
FOUND = 0.34  # part of the question that a passage must hold
FIGURED = 0.75  # the same where a figure is asked for: one of something else would mislead
_BY = re.compile(r"到(?:(20\d\d)年|本世纪)")
_NAME_WITH_YEAR = re.compile(r"(?<!\d)20\d\d(?!年)[\u4e00-\u9fff]{2}")  # 2025百杰计划
MOST = 7  # sentences cut from a section that is about the question as a whole
FEW = 4  # sentences cut from a section that only touches it
SECTIONS = 2  # sections shown
BESIDE = 0.4  # score of the search by which a second section may fall behind the first
TITLED = 0.5  # part of the weight that a heading must hold for its section to be about the question
AHEAD = 0.5  # score by which the first passage must lead for its section to be shown at length
TOUCHED = 0.5  # part of the best sentence's weight that another must hold
NEAREST = 3  # passages looked at where none bears the question
THING = 0.25  # what a word must tell to be one of the things a question speaks of
THINGS = 0.65  # what the words that such a sentence holds must tell together
IN_ONE = 0.28  # part of the weight that one sentence with its headings must hold


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A passage with what it holds of the question."""

    document: Document
    section: Section
    start: int
    end: int
    covered: float  # by text and headings
    titled: float  # by the section's own title
    score: float  # that of the search, which ranks what this room only sifts


def from_passages(query: Query, material: Material) -> Draft | None:
    """The sentences that bear the question; None where no passage holds enough of its words."""
    found = _candidates(query, material)
    if not found:
        return None
    statements: list[Statement] = []
    seen: set[str] = set()
    shown = 0
    sure = len(material.hits) > 1 and material.hits[0].score - material.hits[1].score >= AHEAD
    for candidate in found:
        if shown == SECTIONS or candidate.score < found[0].score - BESIDE:
            break
        cut = [one for one in _sentences(query, candidate, sure) if _text(one, candidate) not in seen]
        seen |= {_text(one, candidate) for one in cut}
        if cut:
            statements += _statements(cut, candidate, query.language, bool(statements))
            shown += 1
    if not statements:
        return None
    return Draft(Status.ANSWERED, tuple(statements), (), _suggestions(query, found[0], material))


def bears_figure(query: Query, draft: Draft, material: Material) -> bool:
    """Whether one of the cut sentences holds a figure or a time; a count where something counted is asked for."""
    texts = _cut(draft, material)
    if count_asked(query):
        return any(is_count(one.unit) for text in texts for one in quantities(text))
    return any(quantities(text) or dates(text) for text in texts)


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


def related(query: Query, material: Material) -> Draft | None:
    """Where no passage bears the question: the sentences that hold at least two of the things it speaks of, said to be no
    direct answer. One thing alone is none: every question about a city shares a word with its documents.
    """
    found = [
        (held, Evidence(hit.document_id, start, end))
        for hit in _eligible(query, material)[:NEAREST]
        for start, end in sentences(material.documents[hit.document_id].text, hit.start, hit.end)
        if (held := _things_held(query, fold(material.documents[hit.document_id].text[start:end])))
    ]
    if not found:
        return None
    best = max(held for held, _ in found)
    shown = [one for held, one in found if held >= TOUCHED * best][:FEW]
    lead = Statement(phrase(query.language, "related"))
    cut = [
        Statement(
            for_reader(material.documents[one.document_id].text[one.start : one.end].strip(), query.language), (one,)
        )
        for one in shown
    ]
    return Draft(Status.PARTIAL, (lead, *cut))


def _things_held(query: Query, text: str) -> float:
    """The weight of the question's words that a sentence holds; 0 where fewer than two of them tell something."""
    held = [term.weight * term.held_by(text) for term in (*_about(query), *query.hints)]
    return sum(held) if sum(one >= THING for one in held) > 1 and sum(held) >= THINGS else 0.0


def _eligible(query: Query, material: Material) -> list[Hit]:
    """The passages found that are of the places, documents and years asked for, best first."""
    found = []
    for hit in material.hits:
        document = material.documents[hit.document_id]
        if document.section_at(hit.start).kind is SectionKind.CLOSING and query.intent is not Intent.WHO:
            continue
        text, above = fold(hit.text), fold(" ".join(hit.section_path))
        if not all(place in text or place in above for place in query.places):
            continue
        if query.documents and document.id not in query.documents:
            continue
        if not does_errand(query, text) or lacks_name(query, f"{text} {above}"):
            continue
        named = _years(f"{hit.text}\n{above}", compared=True)
        names = [name for name in _NAME_WITH_YEAR.findall(fold(query.question)) if name in text]
        yeared = bool(names) or all(any(year in span for span in named) for year in query.years)
        if not yeared and query.intent not in (Intent.MEASURES, Intent.LIST, Intent.WHETHER):
            continue
        if not yeared and not all(_covered(query.years, _years(one)) for one in (document.title, *hit.section_path)):
            continue
        found.append(hit)
    return found


def _candidates(query: Query, material: Material) -> list[_Candidate]:
    found = []
    for hit in _eligible(query, material):
        document = material.documents[hit.document_id]
        section = document.section_at(hit.start)
        text, above = fold(hit.text), fold(" ".join(hit.section_path))
        covered = coverage(_about(query), (text, 1.0), (above, 1.0))
        if covered < _enough(query) or not _holds_together(query, document, hit.start, hit.end, above):
            continue
        titled = coverage(query.terms, (fold(section.title), 1.0))
        found.append(_Candidate(document, section, hit.start, hit.end, covered, titled, hit.score))
    return sorted(found, key=lambda one: -one.score)


def _about(query: Query) -> Sequence[Term]:
    """The words of the question but for the places it names, which tell where and not what, unless it has no others."""
    return [term for term in query.terms if term.word not in query.places] or query.terms


def _enough(query: Query) -> float:
    """The part of the question that a passage must hold."""
    return FIGURED if query.intent in (Intent.VALUE, Intent.DIFFERENCE) else FOUND


def _holds_together(query: Query, document: Document, start: int, end: int, above: str) -> bool:
    """Whether one sentence, with the headings above it, holds a fair part of the question: words strewn about do not."""
    return any(
        coverage(_about(query), (fold(document.text[first:last]), 1.0), (above, 0.8)) >= IN_ONE
        for first, last in sentences(document.text, start, end)
    )


def _sentences(query: Query, candidate: _Candidate, sure: bool) -> list[Evidence]:
    """The sentences to show, in the order of the text, more of them where the search was `sure`; a heading is none."""
    document = candidate.document
    scored = []
    for start, end in sentences(document.text, candidate.start, candidate.end):
        text = document.text[start:end]
        if _of_another_year(query, document, start, end):
            continue
        if candidate.section.title and fold(text).rstrip("。:") in fold(candidate.section.heading):
            continue
        own = coverage(query.terms, (fold(text), 1.0))
        own += 0.1 * (query.intent is Intent.DEFINITION and any(cue in text for cue in ("是", "指", "為", "为")))
        own += 0.1 * (query.intent in (Intent.VALUE, Intent.WHEN) and bool(quantities(text) or dates(text)))
        own += 0.02 * min(text.count("、"), LISTED) * (query.intent is Intent.LIST)
        scored.append((own, Evidence(document.id, start, end)))
    if not scored:
        return []
    best = max(own for own, _ in scored)
    ranked = sorted(scored, key=lambda pair: -pair[0])
    wide = candidate.titled >= TITLED or (sure and query.intent is not Intent.DEFINITION)
    if wide and query.intent not in (Intent.VALUE, Intent.WHEN, Intent.WHO):
        kept = [one for _, one in ranked[:MOST]]
    else:
        kept = [one for own, one in ranked if own >= TOUCHED * best][:FEW]
    if query.intent not in (Intent.VALUE, Intent.WHEN):
        kept += _for_the_rest(query, document, kept, [one for _, one in ranked])
    chosen = sorted(kept)
    return _with_year(chosen, document) if query.intent is Intent.WHEN else chosen


def _for_the_rest(
    query: Query, document: Document, kept: Sequence[Evidence], ranked: Sequence[Evidence]
) -> list[Evidence]:
    """For each thing of the question that no kept sentence holds, the best sentence that does."""
    text = {one: fold(document.text[one.start : one.end]) for one in ranked}
    shown = list(kept)
    for term in query.terms:
        if term.weight >= THING and not any(term.held_by(text[one]) for one in shown):
            shown += [one for one in ranked if term.held_by(text[one])][:1]
    return shown[len(kept) :]


def _of_another_year(query: Query, document: Document, start: int, end: int) -> bool:
    """Whether a sentence is of years the question does not ask for: it names them, or its paragraph last named such a
    year before it; what is to be by 2035 stands under the heading of 2030.
    """
    own = _years(document.text[start:end])
    if not query.years or own:
        return not _covered(query.years, own)
    begin = document.text.rfind("\n", 0, start) + 1
    before = [match[1] for match in _BY.finditer(fold(document.text[begin:start]))]
    return bool(before) and not (before[-1] and int(before[-1]) in query.years)


def _years(text: str, compared: bool = False) -> list[range]:
    """The years and periods that a text names, none in names and titles; with those it only compares with, if asked."""
    named = [one for one in dates(text) if compared or one.kind is not TimeKind.BASE]
    return [range(one.first_year or one.year, one.year + 1) for one in named if one.year]


def _covered(asked: Sequence[int], named: Sequence[range]) -> bool:
    """Whether the named years hold one that is asked for; where either is missing, nothing speaks against it."""
    return not asked or not named or any(year in span for year in asked for span in named)


def _with_year(chosen: list[Evidence], document: Document) -> list[Evidence]:
    """The sentences, and before the first the one of its paragraph that names the year, where none of them does."""
    if any(dates(document.text[one.start : one.end]) for one in chosen):
        return chosen
    first = chosen[0]
    begin = document.text.rfind("\n", 0, first.start) + 1
    dated = [(s, e) for s, e in sentences(document.text, begin, first.start) if dates(document.text[s:e])]
    return [Evidence(document.id, *dated[-1]), *chosen] if dated else chosen


def _text(one: Evidence, candidate: _Candidate) -> str:
    return fold(candidate.document.text[one.start : one.end])


def _statements(cut: Sequence[Evidence], candidate: _Candidate, language: Language, after: bool) -> list[Statement]:
    """The cut sentences as they stand, in the reader's script, below the place they come from where there are several."""
    head = []
    if len(cut) > 1 or after:
        title = say.title(candidate.document, language)
        titled = candidate.section.title.strip() and candidate.section.kind is not SectionKind.ROOT
        section = say.name(candidate.section.title, language) if titled else ""
        head = [
            Statement(phrase(language, "from_document" if section else "in_document", title=title, section=section))
        ]
    return head + [
        Statement(
            (phrase(language, "bullet") if head else "")
            + for_reader(candidate.document.text[one.start : one.end].strip(), language),
            (one,),
        )
        for one in cut
    ]


def _suggestions(query: Query, candidate: _Candidate, material: Material) -> tuple[str, ...]:
    """Who answers for the project that the passage stands in."""
    for duty in material.inventory.duties:
        row = duty.assignment
        if row.document_id == candidate.document.id and row.project and row.start <= candidate.start < row.end:
            return (phrase(query.language, "ask_who", indicator=say.quoted(row.title, query.language)),)
    return ()
