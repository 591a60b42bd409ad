"""Whether it is so what a question says that no row of the register tells: the year or the numbered occasion (第十三届大会) of
something that happened, or a figure amid words (投资500万以上才算).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from szassist.answer.choosing.bearing import AIMED, covered, parted, years
from szassist.answer.choosing.match import about, coverage
from szassist.answer.compose.premise import as_typed
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.places import names_place
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query, Term
from szassist.schema import Language, SectionKind, Status
from szassist.text.quantities import Quantity, quantities
from szassist.text.script import fold, for_reader

TOLD = 0.7  # part of the question's weight that a sentence must hold to tell of the same thing
THING, TELLING, ALL = (
    0.5,
    0.2,
    1.0,
)  # weight of a word it must hold wherever it stands, behind the time; of all its words
_OCCASION = re.compile(r"第(?:[一二三四五六七八九十百]+|\d+)[届次批期轮]")
_YEAR = re.compile(r"(?:19|20)\d\d年?")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a question says of something: years and occasions as it says them, and figures."""

    years: Sequence[str]
    occasions: Sequence[str]
    figures: Sequence[Quantity]
    last: int  # where the last of the years and occasions ends in what asks

    def denied(self, text: str, asked: str) -> list[str]:
        """What of it a sentence says otherwise."""
        told = [(one.amounts, one.base) for one in quantities(text)]
        return [
            *(said for said in self.years if not covered([int(said[:4])], years(text))),
            *(said for said in self.occasions if said not in text),
            *(asked[one.start : one.end] for one in self.figures if (one.amounts, one.base) not in told),
        ]

    def fits(self, text: str) -> bool:
        """Whether a sentence tells a time where the claim does, and figures in the units of the claim's."""
        timed = not (self.years or self.occasions) or (bool(years(text)) and not AIMED.match(text))
        bases = {one.base for one in quantities(text)}
        return timed and all(one.base in bases for one in self.figures)


def from_claim(query: Query, material: Material) -> Draft | None:
    """The sentence that tells of the thing a question claims something of, after what of the claim the documents do not
    say; None where no sentence tells of it.
    """
    claim = _claim(query)
    terms = about(query)
    if claim is None or query.units or query.places or sum(term.weight for term in terms) < ALL:
        return None
    asked = asking(query)
    behind = [term for term in terms if term.weight >= TELLING and term.word in asked[claim.last :]]
    if not behind:  # 是2020年批的: what happened is no word of the documents
        return None
    needed = (*behind, *(term for term in terms if term.weight >= THING and not _OCCASION.search(term.word)))
    here = (one for one in _sentences(material) if all(names_place(one[1], place) for place in query.places))
    found = (one for one in here if claim.fits(one[1]))
    told = [(coverage(terms, (text, 1.0)), span, text) for span, text in found if _holds(text, needed)]
    held, span, text = max(told, key=lambda one: one[0], default=(0.0, None, ""))
    if span is None or held < TOLD:
        return None
    wrong = claim.denied(text, asked)
    cut = material.documents[span.document_id].text[span.start : span.end].strip()
    return Draft(Status.ANSWERED, (*_denial(query, wrong), Statement(for_reader(cut, query.language), (span,))))


def _claim(query: Query) -> _Claim | None:
    """What a question that wants to know whether something is so says of it; None where it says nothing of the kind."""
    if query.intent not in (Intent.WHETHER, Intent.OTHER) or query.language is Language.EN:
        return None
    asked = asking(query)
    times, occasions = list(_YEAR.finditer(asked)), list(_OCCASION.finditer(asked))
    figures = [
        one
        for one in quantities(asked)
        if any(one.start <= asked.find(said.text) < one.end for said in query.asserted)
    ]
    if not (figures or times or occasions) or (times and not query.years):
        return None
    last = max((match.end() for match in (*times, *occasions)), default=0)
    return _Claim([one[0] for one in times], [one[0] for one in occasions], figures, last)


def _holds(text: str, terms: Sequence[Term]) -> bool:
    return all(term.held_by(text) > 0 for term in terms)


def _denial(query: Query, wrong: Sequence[str]) -> list[Statement]:
    """That the documents do not say something; no word of consent where they do, for they may say that it is not so."""
    if not wrong:
        return []
    said = phrase(query.language, "join").join(as_typed(query, one) for one in wrong)
    return [Statement(phrase(query.language, "not_so_told", asserted=for_reader(said, query.language)))]


def _sentences(material: Material) -> Iterator[tuple[Evidence, str]]:
    """The sentences of the passages found, folded, without titles of documents."""
    for hit in material.hits:
        document = material.documents[hit.document_id]
        if document.section_at(hit.start).kind is SectionKind.CLOSING:
            continue
        for start, end, text in parted(document.text[hit.start : hit.end]):
            if text.strip() != fold(document.title):
                yield Evidence(document.id, hit.start + start, hit.start + end), text
