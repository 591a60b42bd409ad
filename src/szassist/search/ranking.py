"""From a question to an order of passages: lexical and dense search, fused, widened by structure, and reranked."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from szassist.query import Intent, Query
from szassist.schema import Document, Fact, Passage, Section, SectionKind, UnitsScope
from szassist.search.fuse import Fused, fuse
from szassist.search.lexical import Lexical, asked, best
from szassist.search.rerank import Candidate, rerank
from szassist.text.script import fold

POOL = 50  # candidates that each of the two searches offers, at least
KEPT = 4096  # folded passages kept in memory

Near = Callable[[str, int], Mapping[int, float]]  # a text and a limit to the nearest passages with their cosines


class Ranking:
    """Orders the passages of one index for a question; safe to share between threads."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        passages: Sequence[Passage],
        facts: Sequence[Fact],
        lexical: Lexical,
        near: Near,
    ) -> None:
        self.documents, self.passages = documents, passages
        self.lexical, self.near = lexical, near
        self._closings, self._openings = _structure(documents, passages)
        self._assigning = _assigning(facts)
        self._issuing = {document.adopted_by for document in documents.values()} - {None}
        self._folded: dict[int, tuple[str, str]] = {}

    def search(self, query: Query, limit: int, weights: Mapping[str, float] | None = None) -> list[tuple[int, float]]:
        """Positions of at most `limit` passages with their scores, best first."""
        ranked = rerank(query, self.candidates(query, limit), weights)
        return [(candidate.position, score) for candidate, score in ranked[:limit]]

    def fused(self, query: Query, limit: int) -> list[Fused]:
        """At most `limit` passages by lexical and dense search, before anything else is looked at."""
        pool = max(POOL, 2 * limit)
        scores = self.lexical.scores(asked(query), query.expansions)
        words = {position: float(scores[position]) for position in best(scores, pool)}
        return fuse(words, self.near(meant(query), pool))[:limit]

    def candidates(self, query: Query, limit: int) -> list[Candidate]:
        """What the reranker looks at: the fused passages and those that the structure puts beside them."""
        found = {one.position: one for one in self.fused(query, max(POOL, 2 * limit))}
        for one in list(self._beside(query, list(found.values()))):
            known = found.setdefault(one.position, one)
            if one.lexical > known.lexical:
                found[one.position] = replace(known, lexical=one.lexical)
        return [self._candidate(one) for one in found.values()]

    def _beside(self, query: Query, found: Sequence[Fused]) -> Iterator[Fused]:
        """Passages that answer for the ones found: the units closing an action, the notice that issues a document.

        Of many titles and notices those that lexical search puts first.
        """
        if query.intent is Intent.WHO:
            for one in found:
                yield from (
                    replace(one, position=position) for position in self._closing(self.passages[one.position])
                )
        if query.intent is Intent.DOCUMENT:
            scores = self.lexical.scores(asked(query), query.expansions)
            openings = sorted(self._openings, key=lambda position: -scores[position])
            yield from (Fused(position, 0.0, 0.0, 0.0) for position in sorted(openings[:POOL]))

    def _closing(self, passage: Passage) -> Sequence[int]:
        """The passages closing the nearest section above `passage` that has some: 〔责任单位：…〕 of its action."""
        document = self.documents[passage.document_id]
        for section in reversed(document.ancestors(document.sections[passage.section])):
            if closings := self._closings.get((document.id, section.index)):
                return closings
        return ()

    def _candidate(self, one: Fused) -> Candidate:
        passage = self.passages[one.position]
        document = self.documents[passage.document_id]
        section = document.sections[passage.section]
        heading, text = self._words(one.position, document, section, passage)
        return Candidate(
            position=one.position,
            text=text,
            heading=heading,
            document_id=document.id,
            opens=passage.start <= section.start and bool(section.title),
            assigns=section.kind is SectionKind.CLOSING or self._assigns(passage),
            opening=section.kind is SectionKind.ROOT or document.id in self._issuing,
            lexical=one.lexical,
            near=one.near,
        )

    def _assigns(self, passage: Passage) -> bool:
        """Whether a row of the register takes its responsible units from this passage."""
        starts = self._assigning.get(passage.document_id, [])
        at = bisect_right(starts, passage.end - 1) - 1
        return at >= 0 and starts[at] >= passage.start

    def _words(self, position: int, document: Document, section: Section, passage: Passage) -> tuple[str, str]:
        """Headings and text of a passage, folded; the latest ones are kept."""
        words = self._folded.get(position)
        if words is None:
            above = "\n".join(one.heading for one in document.ancestors(section) if one.heading.strip())
            words = fold(above), fold(document.text[passage.start : passage.end])
            if len(self._folded) >= KEPT:
                self._folded = {}
            self._folded[position] = words
        return words


def meant(query: Query) -> str:
    """What is embedded of a question: its words, or for another language the Chinese words it stands for."""
    if any(char > "\u3000" for char in query.content):
        own = not query.terms or any(term.word in fold(query.question) for term in query.terms)
        return query.question if own else f"{query.content} {query.question}"  # 为什么呢 has its topic from before
    return " ".join(expansion.means[0] for expansion in query.expansions) or query.question


def _structure(
    documents: Mapping[str, Document], passages: Sequence[Passage]
) -> tuple[dict[tuple[str, int], list[int]], list[int]]:
    """The closing passages of each section that has some, and the passages of titles and issuing notices."""
    closings: dict[tuple[str, int], list[int]] = {}
    openings: list[int] = []
    issuing = {document.adopted_by for document in documents.values()}
    for position, passage in enumerate(passages):
        section = documents[passage.document_id].sections[passage.section]
        if section.kind is SectionKind.CLOSING and section.parent is not None:
            closings.setdefault((passage.document_id, section.parent), []).append(position)
        if section.kind is SectionKind.ROOT or passage.document_id in issuing:
            openings.append(position)
    return closings, openings


def _assigning(facts: Sequence[Fact]) -> dict[str, list[int]]:
    """For each document, in order, where its sentences that assign units begin."""
    found: dict[str, list[int]] = {}
    for fact in facts:
        if fact.units_scope is UnitsScope.SENTENCE:
            found.setdefault(fact.document_id, []).append(fact.start)
    return {document: sorted(starts) for document, starts in found.items()}
