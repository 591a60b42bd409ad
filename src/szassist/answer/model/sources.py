"""What a chat model is given to phrase: the question, numbered sources, register rows and the extractive answer, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from szassist.answer.ground import evidence
from szassist.answer.ground.draft import Calculation, Count, Draft, Evidence
from szassist.answer.words import say
from szassist.query import Query
from szassist.schema import Document, Fact, Hit

PASSAGES = 6  # found passages given beside what the extractive answer cites
CHARACTERS = 8000  # of all sources together


@dataclass(frozen=True, slots=True)
class Source:
    """A numbered source: spans that are cited together, and what the extractive answer says by them."""

    evidence: tuple[Evidence, ...]
    computed: tuple[Count | Calculation, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """The sources of one answer, numbered from 1, and the JSON that shows them to a chat model."""

    numbered: Mapping[int, Source]
    shown: str

    @classmethod
    def of(cls, draft: Draft, query: Query, hits: Sequence[Hit], documents: Mapping[str, Document]) -> Sources:
        """Number what the draft cites, then its register rows, then the passages that were found."""
        sources = {s.evidence: Source(s.evidence, s.computed, s.text) for s in draft.statements if s.evidence}
        rows = [(evidence.of_fact(fact, documents), fact) for fact in draft.facts]
        for spans, _ in rows:
            sources.setdefault(spans, Source(spans))
        held = {span for spans in sources for span in spans}
        found = [Evidence(hit.document_id, hit.start, hit.end) for hit in hits[:PASSAGES]]
        for one in found:
            if one not in held:
                sources.setdefault((one,), Source((one,)))
        numbered = dict(enumerate(_within(sources.values(), CHARACTERS), start=1))
        numbers = {source.evidence: number for number, source in numbered.items()}
        shown = {
            "question": query.question,
            "topic": query.content,
            "sources": [_source(number, source, documents) for number, source in numbered.items()],
            "rows": [_row(numbers[spans], fact, query) for spans, fact in rows if spans in numbers],
            "answer": [
                {"text": s.text, "sources": [numbers[s.evidence]]} for s in draft.statements if s.evidence in numbers
            ],
        }
        return cls(numbered, json.dumps(shown, ensure_ascii=False, indent=1))


def _within(sources: Iterable[Source], limit: int) -> list[Source]:
    """The first sources up to `limit` characters; the draft's own are all kept."""
    kept, length = [], 0
    for source in sources:
        length += sum(span.end - span.start for span in source.evidence)
        if source.said or length <= limit:
            kept.append(source)
    return kept


def _source(number: int, source: Source, documents: Mapping[str, Document]) -> dict[str, object]:
    first = source.evidence[0]
    document = documents[first.document_id]
    return {
        "number": number,
        "document": document.title,
        "section": " › ".join(document.section_path(first.start)),
        "text": "\n".join(documents[one.document_id].text[one.start : one.end] for one in source.evidence),
    }


def _row(number: int, fact: Fact, query: Query) -> dict[str, object]:
    return {
        "source": number,
        "kind": fact.kind.value,
        "indicator": say.name(fact.indicator, query.language),
        "figure": say.bounded(fact, query.language) if fact.value is not None else "",
        "year": fact.year,
    }
