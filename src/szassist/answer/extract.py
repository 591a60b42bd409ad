"""The extractive engine: answers cut from register rows first, then from passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from szassist.answer import evidence
from szassist.answer.draft import Draft, Evidence, Statement
from szassist.answer.phrases import phrase
from szassist.answer.vocabulary import Vocabulary
from szassist.query import Intent, Query
from szassist.schema import Assignment, Document, Fact, Hit, Language, Status, UnitsScope
from szassist.text.dates import dates
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

BORNE = 0.5  # part of the question's weight that a span must hold to count as speaking of it
NEAR = 0.75  # the same for a row to be named as the nearest thing the documents have
CLOSE = 0.85  # part of the best score that another candidate must reach to be shown beside it
MOST = 4  # bullets of an answer from passages


@dataclass(frozen=True, slots=True)
class Material:
    """What the engine may draw on for one question."""

    hits: Sequence[Hit]
    facts: Sequence[Fact]
    assignments: Sequence[Assignment]
    documents: Mapping[str, Document]
    vocabulary: Vocabulary


def compose(query: Query, material: Material) -> Draft:
    """The answer to `query`, or the plain statement that the documents do not say."""
    if query.intent is Intent.SMALLTALK:
        titles = "、".join(for_reader(f"《{d.title}》", query.language) for d in material.documents.values())
        greeting = phrase(query.language, "greeting", titles=titles)
        return Draft(Status.SMALLTALK, (Statement(greeting),))
    if query.intent is Intent.WHO:
        draft = _from_assignments(query, material)
    elif query.intent in (Intent.VALUE, Intent.WHEN) or query.years:
        draft = _from_facts(query, material)
    else:
        draft = None
    return draft or _from_passages(query, material) or not_found(query.language)


def not_found(language: Language) -> Draft:
    """The documents do not say."""
    return Draft(Status.NOT_FOUND, (Statement(phrase(language, "not_found")),))


def _from_facts(query: Query, material: Material) -> Draft | None:
    """Rows whose indicator the question names; a year that the rows do not have is said to be missing."""
    relevant = _relevant_facts(query, material)
    if not relevant:
        return None
    wanted = [fact for fact in relevant if not query.years or fact.year in query.years]
    statements = tuple(_fact_statements(wanted or relevant, query.language, material.documents))
    missing = [year for year in query.years if all(fact.year != year for fact in relevant)]
    words = material.vocabulary.telling(query.content)
    if not wanted and max(material.vocabulary.coverage(words, f.indicator, f.quote) for f in relevant) < NEAR:
        return None
    if not missing:
        return Draft(Status.ANSWERED, statements, tuple(wanted))
    notice = Statement(phrase(query.language, "year_missing", year="、".join(map(str, missing))))
    status = Status.PARTIAL if wanted else Status.NOT_FOUND
    return Draft(status, (notice, *statements), tuple(wanted or relevant))


def _relevant_facts(query: Query, material: Material) -> list[Fact]:
    """Facts that the question is about, best match and its equals, in order of year."""
    words = material.vocabulary.telling(query.content)
    vocabulary = material.vocabulary
    scored = []
    for fact in material.facts:
        spoken = vocabulary.coverage(words, fact.indicator, fact.quote)
        if spoken < BORNE:
            continue
        specific = vocabulary.coverage(vocabulary.telling(fold(fact.indicator)), query.content)
        scored.append((spoken + 0.5 * specific, fact))
    best = max((score for score, _ in scored), default=0.0)
    close = [fact for score, fact in scored if score >= CLOSE * best]
    return sorted(close, key=lambda fact: (fact.year or 0, fact.document_id, fact.start))


def _fact_statements(facts: Sequence[Fact], language: Language, documents: Mapping[str, Document]) -> list[Statement]:
    """One statement for every different value of a year, citing every place that gives it."""

    def key(fact: Fact) -> tuple[int, str, str]:
        return fact.year or 0, f"{fact.value}{fact.unit}", fact.comparator

    statements = []
    for _, group in groupby(sorted(facts, key=key), key):
        same = list(group)
        first = max(same, key=lambda fact: len(fact.responsible_units))
        quote = for_reader(first.quote, language)
        text = _dated(first, quote, language)
        cited = tuple(dict.fromkeys(one for fact in (first, *same) for one in evidence.of_fact(fact, documents)))
        statements.append(Statement(text, cited))
    return statements


def _dated(fact: Fact, quote: str, language: Language) -> str:
    """The quote with its year; where neither the row nor the quote has one, that is said."""
    if fact.year is not None:
        return phrase(language, "in_year", quote=quote, year=str(fact.year))
    return quote if dates(quote) else phrase(language, "no_year", quote=quote)


def _from_assignments(query: Query, material: Material) -> Draft | None:
    """The units of the project or action that the question names or that holds what it names."""
    words = material.vocabulary.telling(query.content)
    vocabulary = material.vocabulary

    def score(assignment: Assignment) -> float:
        document = material.documents[assignment.document_id]
        named = vocabulary.coverage(words, assignment.title)
        held = vocabulary.coverage(words, document.text[assignment.start : assignment.end])
        return named + held + (0.01 if assignment.project else 0.0)

    best = max(material.assignments, key=score, default=None)
    if best is None or score(best) < BORNE:
        return None
    cited = [Evidence(best.document_id, best.units_start, best.units_end)]
    units = "、".join(for_reader(unit, query.language) for unit in best.responsible_units)
    name, values = "units", {"units": units}
    if best.units_scope is UnitsScope.ACTION and best.action:
        name, values["action"] = "units_of_action", for_reader(best.action, query.language)
    elif best.project:
        name, values["project"] = "units_of_project", for_reader(best.project, query.language)
    return Draft(Status.ANSWERED, (Statement(phrase(query.language, name, **values), tuple(cited)),))


def _from_passages(query: Query, material: Material) -> Draft | None:
    """The sentences that bear the question best, from one section, in the order of the text."""
    words = material.vocabulary.telling(query.content)
    scored = []
    for rank, hit in enumerate(material.hits):
        document = material.documents[hit.document_id]
        heading = " ".join(hit.section_path)
        if not all(str(year) in heading + hit.text for year in query.years):
            continue
        if material.vocabulary.coverage(words, heading, hit.text) < BORNE:
            continue
        for start, end in sentences(document.text, hit.start, hit.end):
            borne = material.vocabulary.coverage(words, document.text[start:end])
            scored.append((borne - 0.01 * rank, Evidence(hit.document_id, start, end)))
    if not scored:
        return None
    best, top = max(scored, key=lambda pair: pair[0])
    section = material.documents[top.document_id].section_at(top.start).index
    near = [
        one
        for score, one in sorted(scored, key=lambda pair: -pair[0])
        if score >= CLOSE * best
        and one.document_id == top.document_id
        and material.documents[one.document_id].section_at(one.start).index == section
    ]
    chosen = sorted(set(near[:MOST]) | {top})
    return Draft(Status.ANSWERED, tuple(_cut(one, query.language, material.documents) for one in chosen))


def _cut(one: Evidence, language: Language, documents: Mapping[str, Document]) -> Statement:
    text = documents[one.document_id].text[one.start : one.end].strip()
    return Statement(for_reader(text, language), (one,))
