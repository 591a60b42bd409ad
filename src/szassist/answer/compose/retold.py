"""Answers about the answer before: in the documents' own words, whether it names something, whether it is reached."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from szassist.answer.choosing.errands import asks_detail
from szassist.answer.choosing.match import FOUND, THING
from szassist.answer.compose import premise
from szassist.answer.compose.items import of_item
from szassist.answer.compose.parted import of_leading
from szassist.answer.compose.passages import from_passages
from szassist.answer.compose.stages import of_kind, of_stages
from szassist.answer.compose.who import whether
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.evidence import sentence_around
from szassist.answer.ground.inventory import Series, Subject
from szassist.answer.ground.material import Material, units_statement
from szassist.answer.reading.scope import SOME, weight
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query, Regard, Term
from szassist.schema import Document, Fact, FactKind, Language, SectionKind, Status
from szassist.text.quantities import measure, quantities
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

Say = Callable[[Query, Material], Draft]
MOST = 6  # sentences of the documents shown
BEFORE = 2  # sentences before one that may say why it is so
ALIKE = 0.5  # part of the pairs of characters that two names share which are taken for one another
_TAIL = re.compile("[呢的吗么啊呀 ]+$")
_TOLD = (Status.ANSWERED, Status.PARTIAL)


def of_the_answer(query: Query, material: Material, answer: Say) -> Draft | None:
    """What a question wants to know about the answer to another, which `answer` gives; None where it has no such wish or
    that answer does not bear it.
    """
    if query.regard is Regard.AMONG:
        return _among(query, material, answer)
    if query.regard is Regard.ITEM:
        return of_item(query, material)
    plain = replace(query, regard=None)
    if query.regard is Regard.SOURCE:
        return _in_its_words(query, answer(plain, material), material)
    if query.regard is Regard.REASON:
        return _with_what_is_around(query, answer(plain, material), material)
    if query.regard is Regard.SAME:
        return _same(query, answer(plain, material), material)
    if query.regard in (Regard.EARLIER, Regard.LATER):
        return of_stages(query, answer(plain, material), material)
    if query.regard is Regard.KIND:
        return of_kind(query, answer(plain, material))
    if query.regard is Regard.REACHED:
        return _reached(plain, answer, material)
    if query.regard is Regard.CLAIM and query.earlier:
        return _held_against(plain, answer(query.earlier, material), material)
    if query.regard is Regard.UNITS and query.earlier:
        return _for_the_rows(plain, answer(query.earlier, material), material)
    return None


def as_answered(query: Query, material: Material, answer: Say) -> Query | None:
    """A follow-up by those words of the question it goes on from that the row holds which answered that, or which stands in
    the sentence that did: 那2030年呢, after 空气PM2.5降到多少; None where it holds all.
    """
    if query.onward is None or query.terms != query.onward.terms:
        return None
    before = answer(query.onward, material)
    spans = [one for statement in before.statements for one in statement.evidence][:1]
    rows = before.facts[:1] or material.inventory.within(spans)
    names = [material.inventory.series_of[fact.id].subject.said for fact in rows]
    held = max((_held(query.terms, name) for name in names), key=weight, default=())
    if before.status not in _TOLD or held == query.terms or weight(held) < THING:
        return None
    return replace(query, content=" ".join(term.word for term in held), terms=held, onward=None)


def _held(terms: Sequence[Term], text: str) -> tuple[Term, ...]:
    return tuple(term for term in terms if term.held_by(text) > 0)


def named_beside(query: Query, draft: Draft, material: Material, answer: Say) -> Draft:
    """`draft`, or the sentence of the answer before it which names the very thing that a follow-up turns to and that no row
    of `draft` names: 那建设用地呢 after 受污染耕地.
    """
    name = _TAIL.sub("", query.content)
    known = (row.said for series in material.inventory.series for row in [series.subject])
    if query.earlier is None or len(name) < 3 or not draft.facts or any(name in said for said in known):
        return draft
    before = answer(replace(query.earlier, language=query.language, earlier=None), material)
    spans = [one for statement in before.statements for one in statement.evidence]
    naming = [one for one in spans if name in fold(material.documents[one.document_id].text[one.start : one.end])]
    if not naming:
        return draft
    return Draft(Status.ANSWERED, tuple(_quoted(naming[:1], query.language, material)))


def says_of(terms: Sequence[Term], draft: Draft, material: Material) -> bool:
    """Whether a row that an answer tells has most of what `terms` tell in its name or sentence; true of one without rows."""
    telling = [term for term in terms if term.weight >= SOME]
    said = (f"{one.name} {one.said} {one.english}" for one in _subjects(draft, material))
    return not draft.facts or any(weight(_held(telling, text)) >= FOUND * weight(tuple(telling)) for text in said)


def _subjects(draft: Draft, material: Material) -> list[Subject]:
    return list(dict.fromkeys(material.inventory.series_of[fact.id].subject for fact in draft.facts))


def _in_its_words(query: Query, draft: Draft, material: Material) -> Draft:
    """The sentences that an answer is taken from as they stand, each below its document and section."""
    if draft.status not in _TOLD and not draft.facts:
        return draft
    told = [one for one in draft.statements if not (draft.facts and one.computed)]  # a figure's, not its units'
    spans = [one for statement in told or draft.statements for one in statement.evidence]
    named = [one for one in spans if one.document_id in query.documents] or list(_repeated(draft, query, material))
    if query.documents and not named and (said := from_passages(query, material)):
        cited = (one for statement in said.statements for one in statement.evidence)
        named = [one for one in cited if one.document_id in query.documents]
    if query.documents and not named:
        titles = (say.title(material.documents[one], query.language) for one in query.documents)
        silent = tuple(Statement(phrase(query.language, "silent", title=title)) for title in titles)
        return Draft(Status.PARTIAL, (*silent, *_quoted(spans, query.language, material)))
    lead = [one for one in draft.statements if not one.evidence] if draft.status is Status.NOT_FOUND else []
    statements = (*lead, *_quoted(named or spans, query.language, material))
    return Draft(draft.status, statements, draft.facts, draft.suggestions) if statements else draft


def _with_what_is_around(query: Query, draft: Draft, material: Material) -> Draft:
    """The sentence that an answer tells first with those of its paragraph right before it and the one behind it, as what is
    related: where a document says why something is so, it does so there.
    """
    found = from_passages(replace(query, intent=Intent.OTHER), material) if draft.facts else draft
    first = next((one for row in found.statements for one in row.evidence), None) if found else None
    if first is None or draft.status not in _TOLD:
        return draft
    text = material.documents[first.document_id].text
    start, end = text.rfind("\n", 0, first.start) + 1, text.find("\n", first.end)
    spans = list(sentences(text, start, end if end > 0 else len(text)))
    at = next((i for i, span in enumerate(spans) if span[1] > first.start), 0)
    near = [Evidence(first.document_id, *span) for span in spans[max(0, at - BEFORE) : at + 2]]
    lead = Statement(phrase(query.language, "related"))
    return Draft(Status.PARTIAL, (lead, *_quoted(near, query.language, material)))


def _repeated(draft: Draft, query: Query, material: Material) -> Iterator[Evidence]:
    """Where the documents that a question names repeat the rows of an answer word for word."""
    for fact in draft.facts:
        said = fold(material.documents[fact.document_id].text[fact.start : fact.end])
        for document in (material.documents[one] for one in query.documents):
            at = material.inventory.folded[document.id].find(said)
            if at >= 0:
                yield Evidence(document.id, at, at + len(said))


def _quoted(spans: Sequence[Evidence], language: Language, material: Material) -> Iterator[Statement]:
    """Whole sentences in the order in which an answer cites them, each place named once."""
    documents = material.documents
    whole = (sentence_around(documents[one.document_id], one.start, one.end) for one in spans)
    told = ""
    for one in list(dict.fromkeys(whole))[:MOST]:
        document = documents[one.document_id]
        place = _place(document, one.start, language)
        if place != told:
            yield Statement(place)
        told = place
        yield Statement(for_reader(document.text[one.start : one.end].strip(), language), (one,))


def _place(document: Document, at: int, language: Language) -> str:
    """The document and the headings below which a place stands."""
    above = document.ancestors(document.section_at(at))
    titles = [one.title for one in above if one.title.strip() and one.kind is not SectionKind.ROOT]
    section = " › ".join(say.name(one, language) for one in titles)
    form = "from_document" if section else "in_document"
    return phrase(language, form, title=say.title(document, language), section=section)


def _among(query: Query, material: Material, answer: Say) -> Draft | None:
    """Whether something is one of the things that the answer to the earlier question lists; None where it may be no such
    thing at all.
    """
    if query.earlier is None:
        return None
    draft = answer(replace(query.earlier, language=query.language), material)
    if draft.status not in _TOLD:
        return None
    listed = fold(" ".join(one.text for one in draft.statements))
    units = [unit for unit in set(material.lexicon.units.values()) if _names(unit, query.language) in listed]
    wanted = material.lexicon.units.get(query.sought)
    held = [unit for unit in units if unit == wanted or (not wanted and _core(query.sought) in fold(unit))]
    if units and (held or wanted):
        who = sorted(held) or [wanted or ""]
        text = phrase(query.language, "unit_yes" if held else "unit_no", unit=say.names(who, query.language))
        evidence = tuple(one for s in draft.statements for one in s.evidence if s.computed)
        return replace(draft, statements=(Statement(text, evidence), *draft.statements), facts=())
    items = tuple(one for one in draft.statements if one.evidence and query.sought in fold(one.text))
    return replace(draft, statements=items) if items and len(items) < len(draft.statements) else None


def _names(unit: str, language: Language) -> str:
    return fold(say.name(unit, language))


def _core(sought: str) -> str:
    """The word that tells which unit is meant: 消防 of 消防部门."""
    for end in ("部门", "单位", "系统", "局", "委"):
        sought = sought.removesuffix(end)
    return sought


def _for_the_rows(query: Query, draft: Draft, material: Material) -> Draft | None:
    """The units that answer for the rows of an answer, or for the sentence it leads with where it has none; None where none
    are named for them, or a detail is asked for (who is punished).
    """
    if asks_detail(query):
        return None
    rows = [fact for fact in draft.facts if fact.responsible_units]
    found = [(duty, fact) for fact in rows if (duty := material.duty_of(fact))]
    if found and query.units:
        told = whether(query, found[0][0], material)
        return replace(told, statements=(*told.statements, material.of_fact(found[0][1], query.language)))
    duties = {duty.assignment: fact for duty, fact in reversed(found)}
    statements: list[Statement] = []
    for row, fact in reversed(duties.items()):
        statements += [units_statement(row, query.language), material.of_fact(fact, query.language)]
    for one in [] if draft.facts else [one for one in draft.statements if one.evidence][:1]:
        if (duty := material.duty_at(one.evidence[0])) and duty.assignment.responsible_units:
            statements += [units_statement(duty.assignment, query.language), one]
    if not statements:
        return None
    return Draft(Status.ANSWERED, (*statements, *of_leading(query, list(duties))))


def _held_against(query: Query, draft: Draft, material: Material) -> Draft:
    """The figure that a follow-up gives, held against the rows or the counts of the answer before it; where it has none
    that compare, that answer once more.
    """
    meant = [one.facts for one in material.inventory.series if draft.facts and draft.facts[0] in one.facts]
    if held := next((held for facts in meant if (held := premise.of_rows(query, facts, material))), None):
        return held
    told = () if draft.facts else draft.statements  # beside rows, units are counted
    counts = [one.value for said in told for one in said.computed if isinstance(one, Count)]
    figures = [one.amounts for said in query.asserted for one in quantities(said.text)]
    if not counts or not figures:
        return draft
    right = any(count in amounts for count in counts for amounts in figures)
    asserted = premise.as_typed(query, query.asserted[0].text)
    lead = phrase(query.language, "claim_right" if right else "claim_wrong", asserted=asserted)
    return replace(draft, statements=(Statement(lead), *draft.statements))


def _same(query: Query, draft: Draft, material: Material) -> Draft:
    """Whether the indicator has a figure of the year asked for; where another one like it has, that one."""
    if draft.status in _TOLD:
        lead = Statement(phrase(query.language, "claim_right"))
        return replace(draft, statements=(lead, *draft.statements))
    rows = [fact for one in _alike(draft.facts, material) for fact in one.facts if fact.year in query.years]
    if not rows:
        return draft
    lead = Statement(phrase(query.language, "another_indicator"))
    shown = (material.of_fact(fact, query.language) for fact in rows[:MOST])
    return Draft(Status.ANSWERED, (lead, *shown, *draft.statements), (*rows, *draft.facts))


def _alike(facts: Sequence[Fact], material: Material) -> list[Series]:
    """The other indicators that are called much the same and measured in the same unit."""
    names = {fold(fact.indicator) for fact in facts}
    units = {measure(fact.unit)[1] for fact in facts}
    return [
        series
        for series in material.inventory.series
        if any(measure(fact.unit)[1] in units for fact in series.facts)
        and any(
            _shared(name, fold(fact.indicator)) >= ALIKE
            for name in names
            for fact in series.facts
            if fold(fact.indicator) not in names
        )
    ]


def _shared(one: str, other: str) -> float:
    """Which part of the pairs of characters of a name stand in another."""
    pairs = {one[at : at + 2] for at in range(len(one) - 1)}
    return sum(pair in other for pair in pairs) / len(pairs) if pairs else 0.0


def _reached(query: Query, answer: Say, material: Material) -> Draft:
    """The state and the goals side by side: whether one reaches the other is for the reader to see."""
    state = answer(query, material)
    goals = answer(replace(query, years=(), kind=FactKind.TARGET), material)
    if not goals.facts:
        return state
    if all(fact.kind is FactKind.STATUS for fact in goals.facts):  # which says that there is no goal
        return goals
    told = [one for one in goals.statements if one.evidence and one not in state.statements]
    status = Status.PARTIAL if state.status is Status.NOT_FOUND else state.status
    return Draft(status, (*state.statements, *told), tuple(dict.fromkeys((*state.facts, *goals.facts))))
