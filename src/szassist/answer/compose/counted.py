"""Things that the documents count and do not name: who asks which ones they are is told so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from szassist.answer.choosing.choice import choose, likely
from szassist.answer.choosing.match import FOUND, coverage, is_count
from szassist.answer.compose import premise
from szassist.answer.compose.lists import from_lists
from szassist.answer.compose.passages import from_passages
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Status
from szassist.text.quantities import quantities
from szassist.text.quantity import Quantity
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

NOUN = 2  # characters after a figure that name what it counts
_NAMES = re.compile(
    r"哪(?:几|些|[二两三四五六七八九十百\d])|名单|名录|清单|点名|叫(?:什么|啥)|分别(?:是|在|为)|[是有]谁|什么名"
    r"|\b(?:which|who are|names?|named|list|what are)\b"
)
_SOME = re.compile(
    r"哪几[个家所座名位条间支]|[有是]谁(?=$|\W)|有哪些(?=$|\W)|名单"
    r"|\bwhich (?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b|\bwhich (?:[\w-]+ ){1,3}exactly\b|\bwhich ones\b"
)
_DOCUMENT = re.compile(r"哪[几些\d]?[一份个]?(?:文件|规划|方案|通知)")
_UNITS = re.compile(
    "哪[几些]?[家个]?(?:责任|牵头|政府)?(?:单位|部门|局|机构|机关)|(?:[归由属找该让靠给到]|落在)了?哪[几些]?家"
)
_ENUMERATED = re.compile(r"、[^,;。]*$")  # A、B、C等五大职能
_GOES_ON = re.compile(r"^[^,;。]{0,12}(?::|,(?:即|包括|分别[是为]|其中))")  # 三个方面:A、B、C


def only_counted(query: Query, material: Material) -> Draft | None:
    """That the documents give the number of the things whose names are asked for, and no names; None where they list
    them, or where nothing is counted.
    """
    folded = fold(query.question)
    if query.intent not in (Intent.LIST, Intent.WHO, Intent.WHETHER, Intent.OTHER) or not _NAMES.search(folded):
        return None
    if _DOCUMENT.search(folded) or _UNITS.search(folded) or query.units:
        return None
    if query.asserted:
        found = next((one for one in _stated(query, material)), None)
    else:
        found = _led(query, material) if _SOME.search(folded) else None
    if found is None or _enumerates(found, material) or from_lists(query, material):
        return None
    text = material.documents[found[0].document_id].text[found[0].start : found[0].end].strip()
    shown = Statement(for_reader(text, query.language), (found[0],))
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_listed")), shown))


def _stated(query: Query, material: Material) -> Iterator[tuple[Evidence, Quantity]]:
    """The sentences that count with a figure of the question: those of rows it may mean, then those of the passages."""
    series = (*choose(query, material).series, *likely(query, material))
    rows = [fact for one in series for fact in premise.stated(query, one.facts) if is_count(fact.unit)]
    asked = [one for said in query.asserted for one in quantities(fold(said.text))]
    for fact in rows:
        place = material.evidence([fact])[0]
        for figure in _counts(place, material):
            if figure.value == fact.value:
                yield place, figure
    folded = fold(query.question)
    for hit in material.hits:
        document = material.documents[hit.document_id]
        named = [term for term in query.terms if not _NAMES.search(term.word)]
        if coverage(named, (fold(hit.text), 1.0), (fold(" ".join(hit.section_path)), 1.0)) < FOUND:
            continue
        for start, end in sentences(document.text, hit.start, hit.end):
            place = Evidence(hit.document_id, start, end)
            text = fold(document.text[start:end])
            for figure in _counts(place, material):
                noun = text[figure.end : figure.end + NOUN]
                alike = any(one.amounts == figure.amounts and one.base == figure.base for one in asked)
                if alike and (noun in folded or _tells(query, _clause(text, figure))):
                    yield place, figure


def _led(query: Query, material: Material) -> tuple[Evidence, Quantity] | None:
    """The sentence that bears the question best, where it counts what is asked for."""
    draft = from_passages(query, material)
    places = [one for statement in draft.statements for one in statement.evidence] if draft else []
    if not places:
        return None
    document = material.documents[places[0].document_id]
    text = fold(document.text[places[0].start : places[0].end])
    counts = [one for one in _counts(places[0], material) if _tells(query, _clause(text, one))]
    return (places[0], counts[0]) if counts and "、" not in _clause(text, counts[0]) else None


def _counts(place: Evidence, material: Material) -> list[Quantity]:
    """The figures of a sentence that count something."""
    text = fold(material.documents[place.document_id].text[place.start : place.end])
    return [one for one in quantities(text) if one.unit and not one.ordinal and is_count(one.unit)]


def _clause(text: str, figure: Quantity) -> str:
    """The part of a sentence between commas that holds a figure."""
    begin = max(text.rfind(mark, 0, figure.start) for mark in ",;") + 1
    ends = [at for mark in ",;。" if (at := text.find(mark, figure.end)) >= 0]
    return text[begin : min(ends, default=len(text))]


def _tells(query: Query, clause: str) -> bool:
    return coverage(query.terms, (clause, 1.0)) >= FOUND


def _enumerates(found: tuple[Evidence, Quantity], material: Material) -> bool:
    """Whether a sentence names what its figure counts, before it or behind it."""
    place, figure = found
    text = fold(material.documents[place.document_id].text[place.start : place.end])
    return bool(_ENUMERATED.search(text[: figure.start]) or _GOES_ON.match(text[figure.end :]))
