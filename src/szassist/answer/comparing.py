"""What each document says of one indicator: rows that say the same together, and where two documents differ."""

from __future__ import annotations

from collections.abc import Sequence

from szassist.answer import say
from szassist.answer.draft import Draft, Statement
from szassist.answer.material import Material
from szassist.answer.phrases import phrase
from szassist.query import Query
from szassist.schema import Fact, FactKind, Status
from szassist.text.quantities import measure


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
