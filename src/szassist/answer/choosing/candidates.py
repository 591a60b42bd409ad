"""The sentences that may answer a question, from the passages found for its words and for what these may mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from szassist.answer.choosing.bearing import Place, parted
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.material import Material
from szassist.answer.reading.places import names_place
from szassist.answer.reading.terms import tells_little
from szassist.query import Intent, Meant, Query
from szassist.schema import Hit
from szassist.text.script import fold

SEARCHED = 3  # expressions that are meant which are searched for
_WORDED = (Intent.MEASURES, Intent.WHETHER, Intent.OTHER)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer; `text` and the headings `above` it are folded."""

    place: Place
    span: Evidence
    text: str
    above: str
    behind: int


def candidates(query: Query, material: Material) -> Iterator[Candidate]:
    """The sentences of the passages that were found which may answer, each once."""
    seen: set[Evidence] = set()
    meant = meanings(query, material)
    for behind, hit in enumerate((*material.hits, *_meant_hits(query, meant, material))):
        document = material.documents[hit.document_id]
        place = Place(document, document.section_at(hit.start), hit.start, hit.end, hit.score)
        for first, last, text in parted(document.text[hit.start : hit.end]):
            span = Evidence(document.id, hit.start + first, hit.start + last)
            if span not in seen:
                seen.add(span)
                above = fold(" ".join(document.section_path(span.start)[-2:]))
                one = Candidate(place, span, text, above, behind)
                if _may_answer(query, one, meant):
                    yield one


def meanings(query: Query, material: Material) -> Sequence[Meant]:
    """The official expressions that a question may mean by its words and by those of the question it goes on from."""
    content = " ".join((query.content, *(term.word for term in query.hints)))
    return material.nearest(f"{query.before} {fold(query.clause or query.question)}".strip(), content)


def _meant_hits(query: Query, meant: Sequence[Meant], material: Material) -> list[Hit]:
    """What search finds for the expressions of the documents that a question comes close to."""
    known = [one.official for one in meant if material.lexicon.vocabulary.knows(one.official)]
    if not known:
        return []
    words = " ".join(known[:SEARCHED])
    found = material.search(replace(query, question=words, content=words, expansions=(), hints=(), before=""))
    seen = {(hit.document_id, hit.start) for hit in material.hits}
    return [hit for hit in found if (hit.document_id, hit.start) not in seen]


def _may_answer(query: Query, candidate: Candidate, meant: Sequence[Meant]) -> bool:
    """Whether a sentence or the headings above it hold a word that tells something or an expression that is meant, and each
    place that the question names.
    """
    text = f"{candidate.text} {candidate.above}"
    told = any(term.held_by(text) for term in (*query.terms, *query.hints) if not tells_little(term.word))
    return (told or any(one.official in candidate.text for one in meant)) and _in_place(query, text)


def _in_place(query: Query, text: str) -> bool:
    """Whether a text names the places that a question does: one of them is enough where no figure is asked for, since a story
    of one place may be told in another.
    """
    named = [names_place(text, place) for place in query.places]
    return all(named) or (any(named) and query.intent in _WORDED)
