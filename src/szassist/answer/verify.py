"""The figure firewall: nothing is shown that the cited spans do not bear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from szassist.answer.cite import Citations
from szassist.answer.draft import Draft, Statement
from szassist.answer.phrases import phrase
from szassist.query import Query
from szassist.schema import Answer, Document, Status, Trust
from szassist.text.quantities import Quantity, quantities
from szassist.text.script import fold

_YEAR = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.%])")


@dataclass(frozen=True, slots=True)
class _Check:
    """How many figures a statement has and how many of them its evidence bears."""

    figures: int
    borne: int

    @property
    def passed(self) -> bool:
        return self.figures == self.borne


def verify(draft: Draft, query: Query, documents: Mapping[str, Document]) -> Answer:
    """Drop every statement with a figure or year its own evidence does not bear, then number the citations."""
    checks = [(statement, _check(statement, query, documents)) for statement in draft.statements]
    kept = [statement for statement, check in checks if check.passed]
    citations = Citations(documents, query.language)
    lines = [statement.text + citations.marks(statement.evidence) for statement in kept]
    status, facts = draft.status, draft.facts
    if not kept:
        lines, status, facts = [phrase(query.language, "not_found")], Status.NOT_FOUND, ()
    cited = citations.numbered()
    quotes_verified = sum(documents[c.document_id].text[c.start : c.end] == c.quote for c in cited)
    shown = [check for _, check in checks if check.passed]
    return Answer(
        question=query.question,
        text="\n".join(lines),
        status=status,
        language=query.language,
        citations=cited,
        facts=facts,
        trust=Trust(
            quotes=len(cited),
            quotes_verified=quotes_verified,
            figures=sum(check.figures for check in shown),
            figures_verified=sum(check.borne for check in shown),
        ),
        suggestions=draft.suggestions,
        engine=draft.engine,
    )


def _check(statement: Statement, query: Query, documents: Mapping[str, Document]) -> _Check:
    """Compare figures by amount and unit, and years, with the evidence; the question's own words need none."""
    if not statement.evidence:
        titles = [f"《{document.title}》" for document in documents.values()]
        return _Check(0, 0) if _only_from(statement.text, [query.question, *titles]) else _Check(1, 0)
    texts = []
    for evidence in statement.evidence:
        document = documents[evidence.document_id]
        texts.append(document.text[evidence.start : evidence.end])
        texts.extend(document.section_path(evidence.start))
    there = {_key(quantity) for text in texts for quantity in quantities(text)}
    years = _years(texts)
    wanted = quantities(statement.text)
    stated = _YEAR.findall(fold(statement.text))
    borne = sum(_key(quantity) in there for quantity in wanted) + sum(year in years for year in stated)
    return _Check(len(wanted) + len(stated), borne)


def _only_from(text: str, sources: Iterable[str]) -> bool:
    """Whether every figure of an uncited statement stands in the question or in a document's title."""
    known = fold(" ".join(sources))
    return all(number in known for number in re.findall(r"[0-9]+(?:\.[0-9]+)?", fold(text)))


def _key(quantity: Quantity) -> tuple[object, ...]:
    return quantity.amounts, quantity.base


def _years(texts: Iterable[str]) -> set[str]:
    return {year for text in texts for year in _YEAR.findall(fold(text))}
