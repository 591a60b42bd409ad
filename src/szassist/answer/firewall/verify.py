"""The figure firewall: nothing is shown that the cited spans do not bear. It is the same for every engine."""

from __future__ import annotations

from collections.abc import Sequence

from szassist.answer.firewall.borne import Borne
from szassist.answer.firewall.check import Check, Known, check
from szassist.answer.firewall.cite import Citations
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.inventory import Inventory
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Answer, Language, Status, Trust
from szassist.text.script import fold


def verify(draft: Draft, queries: Sequence[Query], inventory: Inventory) -> Answer:
    """Drop every statement that its own evidence does not bear, then number the citations.

    A lost first statement makes an answer partial; if nothing is left, the documents do not say.
    """
    documents = inventory.documents
    query = queries[0]
    checks = checked(draft, queries, inventory)
    kept = [statement for statement, found in zip(draft.statements, checks, strict=True) if found.passed]
    citations = Citations(documents, query.language)
    lines = [statement.text + citations.marks(statement.evidence) for statement in kept]
    status, facts = draft.status, draft.facts
    if not kept or (not any(s.evidence for s in kept) and any(s.evidence for s in draft.statements)):
        lines, status, facts = [phrase(query.language, "not_found")], Status.NOT_FOUND, ()
    elif not checks[0].passed and status is Status.ANSWERED:
        status = Status.PARTIAL
    cited = citations.numbered() if (lines and status is not Status.NOT_FOUND) or kept else ()
    shown = [found for found in checks if found.passed]
    return Answer(
        question=query.question,
        text="\n".join(lines),
        status=status,
        language=query.language,
        citations=cited,
        facts=facts,
        trust=Trust(
            quotes=len(cited),
            quotes_verified=sum(documents[c.document_id].text[c.start : c.end] == c.quote for c in cited),
            figures=sum(found.figures for found in shown),
            figures_verified=sum(found.borne for found in shown),
        ),
        suggestions=draft.suggestions,
        engine=draft.engine,
        note=draft.note,
    )


def checked(draft: Draft, queries: Sequence[Query], inventory: Inventory) -> list[Check]:
    """One check for each statement of a draft, in order."""
    documents = inventory.documents
    indicators = fold(" ".join(fact.indicator for fact in draft.facts))
    known = Known(
        question=fold(
            " ".join(one for query in queries for one in (query.question, *map(str, query.years), *query.units))
        ),
        names=f"{inventory.names} {indicators}",
        units=inventory.rows.unit_names,
        titles=inventory.english_titles,
        terms=inventory.english_indicators if queries[0].language is Language.EN else {},
    )
    return [
        check(
            statement,
            Borne.by(statement, inventory.within(statement.evidence), documents),
            known,
            queries[0].language,
        )
        for statement in draft.statements
    ]
