"""Whether it is so what a question says that no row of the register tells: the year or the numbered occasion (第十三届大会) of
something that happened or is to be, where it is, or a figure amid words (投资500万以上才算).
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
from szassist.answer.reading.places import known_places, names_place
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query, Term
from szassist.schema import Language, SectionKind, Status
from szassist.text.quantities import Quantity, quantities
from szassist.text.script import fold, for_reader

TOLD = 0.7  # part of the question's weight that a sentence must hold to tell of the same thing
THING, TELLING, ALL = (
    0.5,
    0.2,
    0.9,
)  # weight of a word it must hold wherever it stands, behind the time; of all its words
_OCCASION = re.compile(r"第(?:[一二三四五六七八九十百]+|\d+)[届次批期轮]")
_AT_PLACE = re.compile("(?:[在于往向到去]|落户|选址|放)(?:了|我们|咱们)?")
_AT = re.compile("[在于往向到去]$")
_BY = re.compile("到(?:20\\d\\d年|本世纪)")
_YEAR = re.compile(r"(?:19|20)\d\d年?")


@dataclass(frozen=True, slots=True)
class _Claim:
    """What a question says of something: years and occasions as it says them, and figures."""

    years: Sequence[str]
    occasions: Sequence[str]
    places: Sequence[str]  # where it says that it is
    figures: Sequence[Quantity]
    last: int  # where the last of the years and occasions ends in what asks

    def denied(self, text: str, dated: Sequence[range], asked: str) -> list[str]:
        """What of it a sentence of some years says otherwise."""
        told = [(one.amounts, one.base) for one in quantities(text)]
        return [
            *(said for said in self.years if not covered([int(said[:4])], dated)),
            *(said for said in self.places if not names_place(text, said)),
            *(said for said in self.occasions if said not in text),
            *(asked[one.start : one.end] for one in self.figures if (one.amounts, one.base) not in told),
        ]

    def fits(self, text: str, dated: Sequence[range]) -> bool:
        """Whether a sentence tells a time where the claim does, and figures in the units of the claim's."""
        timed = not (self.years or self.occasions) or (bool(dated) and not (self.figures and AIMED.match(text)))
        bases = {one.base for one in quantities(text)}
        return timed and all(one.base in bases for one in self.figures)


def from_claim(query: Query, material: Material) -> Draft | None:
    """The sentence that tells of the thing a question claims something of, after what of the claim the documents do not
    say; None where no sentence tells of it.
    """
    claim = _claim(query)
    if claim is None or query.units or bool(query.places) != bool(claim.places):
        return None
    terms = [one for one in about(query) if not (claim.places and (one.word in claim.places or _AT.search(one.word)))]
    if sum(term.weight for term in terms) < ALL:
        return None
    asked = asking(query)
    behind = [term for term in terms if term.weight >= TELLING and term.word in asked[claim.last :]]
    if not behind:  # 是2020年批的: what happened is no word of the documents
        return None
    needed = (*behind, *(term for term in terms if term.weight >= THING and not _OCCASION.search(term.word)))
    told: list[tuple[int, float, Sequence[Evidence], list[str]]] = []
    for span, text in _sentences(material):
        held = coverage(terms, (text, 1.0))
        if held < TOLD or not _holds(text, needed) or (claim.places and not _is_somewhere(text, material)):
            continue
        above = _dating(span, material) if claim.years and not years(text) else None
        dated = years(_cut(above or span, material))
        if claim.fits(text, dated):
            wrong = claim.denied(text, dated, asked)
            told.append((-len(wrong), held, [above, span] if above else [span], wrong))
    if not told:
        return None
    *_, spans, wrong = max(told, key=lambda one: one[:2])
    shown = [Statement(for_reader(_cut(one, material), query.language), (one,)) for one in spans]
    return Draft(Status.ANSWERED, (*_denial(query, wrong), *shown))


def _cut(span: Evidence, material: Material) -> str:
    return material.documents[span.document_id].text[span.start : span.end].strip()


def _is_somewhere(text: str, material: Material) -> bool:
    """Whether a sentence says where something is: 在深圳建立."""
    named = (*material.lexicon.places, *known_places())
    return any(text[match.end() :].startswith(named) for match in _AT_PLACE.finditer(text))


def _dating(span: Evidence, material: Material) -> Evidence | None:
    """The last sentence before another in its paragraph that says by when all is to be (到2035年); None where none does."""
    document = material.documents[span.document_id]
    begin = document.text.rfind("\n", 0, span.start) + 1
    before = [one for one in parted(document.text[begin : span.start]) if _BY.match(one[2].lstrip())]
    if not before or not AIMED.match(before[-1][2].lstrip()):
        return None
    return Evidence(document.id, begin + before[-1][0], begin + before[-1][1])


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
    located = [at for at in query.places if re.search(rf"{_AT_PLACE.pattern}{at}", asked)] if not figures else []
    if not (figures or times or occasions or located) or (times and not query.years):
        return None
    last = max((match.end() for match in (*times, *occasions)), default=0)
    return _Claim([one[0] for one in times], [one[0] for one in occasions], located, figures, last)


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
