"""What each document says of one indicator, or of one topic in words, and where two documents differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.choosing.choice import choose
from szassist.answer.choosing.match import FOUND, coverage
from szassist.answer.compose.chapters import structure
from szassist.answer.compose.extent import periods
from szassist.answer.compose.naming import meant
from szassist.answer.compose.passages import from_passages
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import cues
from szassist.answer.reading.scope import SOME
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Fact, FactKind, Language, Status
from szassist.text.quantities import measure
from szassist.text.script import fold

_TWO = re.compile(r"两[份个](?:文件|规划|方案)?|\b(?:two|both) (?:documents|plans)\b")
_DIFFER = re.compile("区别|不同|差别|差异|异同|不一样|有何关系|什么关系")
_WHICH_ONE = re.compile(
    r"哪一?(?:份|个|篇|本)(?:文件|规划|方案|材料)|(?:出自|来自|见于|写在|列在|放在)了?哪|[和跟与](?:建设)?(?:规划|方案),?(?:是|到底)*哪一?[份个]"
    r"|(?:规划|方案)[^,。;?!]{0,6}还是(?:在|写在|由)?(?:建设)?(?:规划|方案)"
)
_NAMES_UNITS = re.compile("单位|部门")
MOST = 4  # sentences of each document


def side_by_side(query: Query, material: Material) -> Draft | None:
    """What each of several documents that the question holds against one another says of its topic; None where it holds
    none against another, or neither speaks of it.
    """
    documents = _held_together(query, material)
    choice = choose(query, material)
    if choice.series and (draft := compared(query, choice.series[0].facts, material)):
        return draft
    topic = tuple(term for term in query.terms if term.weight >= SOME)
    own = replace(query, intent=Intent.MEASURES, terms=topic, documents=(), years=(), kind=None, measure="")
    told = {document.id: _said_in(document, own, material) for document in documents}
    if not any(told.values()):
        return None
    statements = [Statement(phrase(query.language, "side_by_side"))]
    for document in documents:
        title = say.title(document, query.language)
        form = "in_document" if told[document.id] else "silent"
        statements += [Statement(phrase(query.language, form, title=title)), *told[document.id]]
    return Draft(Status.ANSWERED if all(told.values()) else Status.PARTIAL, tuple(statements))


def of_documents(query: Query, material: Material) -> Draft | None:
    """Documents held against one another as a whole (规划和方案有什么区别): the years and the parts of each; None where the
    question names what of them it compares.
    """
    folded = fold(query.question)
    if not _DIFFER.search(folded) or any(term.weight >= SOME for term in query.terms):
        return None
    documents = _held_together(query, material)
    if len(documents) < 2:
        return None
    of_all = replace(query, documents=tuple(document.id for document in documents))
    parts = structure(query.language, documents)
    told = (*periods(of_all, material).statements, *(parts.statements if parts else ()))
    return Draft(Status.ANSWERED, (Statement(phrase(query.language, "side_by_side")), *told))


def _held_together(query: Query, material: Material) -> list[Document]:
    """The documents that a question holds against one another: 两份文件, 规划和方案."""
    folded = fold(query.question)
    kinds = [ids for kind, ids in material.lexicon.kinds.items() if kind in folded]
    if len(kinds) > 1:
        return [material.documents[one] for one in dict.fromkeys(one for ids in kinds for one in ids)]
    if not _TWO.search(folded):
        return []
    issued = [document for document in material.documents.values() if document.adopted_by]
    return issued or meant(replace(query, documents=()), material)


def _said_in(document: Document, query: Query, material: Material) -> tuple[Statement, ...]:
    """The sentences of one document that hold, with the headings above them, most of the question's words."""
    hits = [hit for hit in material.hits if hit.document_id == document.id]
    draft = from_passages(query, replace(material, hits=hits))
    held = (one for one in draft.statements if one.evidence and _holds(document, one, query)) if draft else ()
    return tuple(held)[:MOST]


def _holds(document: Document, statement: Statement, query: Query) -> bool:
    start, end = statement.evidence[0].start, statement.evidence[0].end
    above = " ".join(one.title for one in document.ancestors(document.section_at(start)))
    return coverage(query.terms, (fold(f"{above} {document.text[start:end]}"), 1.0)) >= FOUND


def compared(query: Query, facts: Sequence[Fact], material: Material) -> Draft | None:
    """What each document says of an indicator, year by year, and whether they agree; None where only one speaks of it."""
    language = query.language
    asked = [
        fact for fact in facts if fact.kind is not FactKind.STATUS and (not query.years or fact.year in query.years)
    ]
    years = [
        y for y in sorted({f.year or 0 for f in asked}) if len({f.document_id for f in asked if f.year == y}) > 1
    ]
    both = [fact for fact in asked if fact.year in years]
    if not both:
        return None
    agree = all(len(by_statement([fact for fact in both if fact.year == year])) == 1 for year in years)
    statements = [Statement(phrase(language, "agree" if agree else "disagree"))]
    told: dict[tuple[str, int | None, str], list[Fact]] = {}
    for fact in both:
        told.setdefault((fact.document_id, fact.year, say.sentence(fact, language)), []).append(fact)
    for (document, _, text), group in told.items():
        title = say.title(material.documents[document], language)
        statements.append(Statement(phrase(language, "in_document", title=title) + text, material.evidence(group)))
    return Draft(Status.ANSWERED, tuple(statements), tuple(both))


def by_statement(facts: Sequence[Fact]) -> list[list[Fact]]:
    """Rows that say the same (year, bound, amount) together; in order of year, the more bounded wording first."""
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        factor, base = measure(fact.unit)
        values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
        amount = tuple(value * factor for value in values if value is not None)
        groups.setdefault((fact.year, fact.kind, fact.comparator, base, amount), []).append(fact)
    ordered = [sorted(group, key=lambda fact: not fact.responsible_units) for group in groups.values()]
    return sorted(ordered, key=lambda group: (group[0].kind is not FactKind.STATUS, group[0].year or 0))


def by_document(query: Query, draft: Draft, material: Material) -> Draft:
    """`draft` with what each document says below its title, where a question asks which of them says it (哪份文件写的, 规划还是
    方案); as it is where it asks for something else of them.
    """
    told, folded = [one for one in draft.statements if one.evidence], fold(query.question)
    asks = query.intent is not Intent.DOCUMENT and query.language is not Language.EN and not query.before
    if (
        not (asks and told and _WHICH_ONE.search(folded))
        or cues().basis.search(folded)
        or draft.status is Status.NOT_FOUND
    ):
        return draft
    if not (draft.facts or all(_NAMES_UNITS.search(fold(one.text)) for one in told)):
        lead = _in_document(told[0].evidence[0].document_id, query, material)
        return replace(draft, statements=(*_as_lead(draft, lead), *draft.statements))
    statements = [one for one in draft.statements if not one.evidence]
    for document in dict.fromkeys(place.document_id for one in told for place in one.evidence):
        statements.append(_in_document(document, query, material))
        for one in told:
            if own := tuple(place for place in one.evidence if place.document_id == document):
                statements.append(replace(one, evidence=own))
    return replace(draft, statements=tuple(statements))


def _in_document(document: str, query: Query, material: Material) -> Statement:
    title = say.title(material.documents[document], query.language)
    return Statement(phrase(query.language, "in_document", title=title))


def _as_lead(draft: Draft, lead: Statement) -> tuple[Statement, ...]:
    """The title to put before a draft, unless it begins with where its first sentence stands."""
    return () if draft.statements[0].text.startswith("《") else (lead,)
