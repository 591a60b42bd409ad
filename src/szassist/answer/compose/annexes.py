"""The annexes of documents: how many there are by their numbers, and what each is called where the text says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Document, Status
from szassist.text.numerals import han_number
from szassist.text.script import for_reader

_NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# 附件：1.清单 with the numbered lines below it; 《清单》（附件4）; a line 附件2 清单.
_LISTED = re.compile(rf"(?m)^附件[:：]\s*({_NUMERAL})[.．、]\s*([^\n]+)((?:\n{_NUMERAL}[.．、][^\n]{{2,80}})*)")
_BELOW = re.compile(rf"\n({_NUMERAL})[.．、]\s*([^\n]+)")
_CITED = re.compile(rf"《[^《》]+》[(（]?(?:见|详见)?附件\s?({_NUMERAL})(?!\d)[)）]?")
_HEADED = re.compile(rf"(?m)^附件\s?({_NUMERAL})(?![\d\-—])[^\n]{{0,60}}$")
_MENTIONED = re.compile(rf"附件\s?({_NUMERAL})(?![\d\-—])")
_ALONE = re.compile(r"(?m)^附件[:：]\s*([^\n\d][^\n]{2,80})$")


def of_annexes(documents: Sequence[Document], query: Query, material: Material) -> Draft | None:
    """The annexes of documents and of the notices that issue them, counted, each as the text names it first and best."""
    notices = (material.documents[one.adopted_by] for one in documents if one.adopted_by)
    found: dict[int, Evidence] = {}
    for document in dict.fromkeys((*documents, *notices)):
        for number, place in _annexes(document):
            found.setdefault(number, place)
    if not found:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "no_annexes")),))
    places = [found[number] for number in sorted(found)]
    head = Statement(phrase(query.language, "list_count", count=str(len(places))), (), (Count(tuple(places)),))
    texts = (material.documents[one.document_id].text[one.start : one.end].strip() for one in places)
    rows = (Statement(for_reader(text, query.language), (one,)) for text, one in zip(texts, places, strict=True))
    return Draft(Status.ANSWERED, (head, *rows))


def _annexes(document: Document) -> list[tuple[int, Evidence]]:
    """The numbers of annexes with where the text names them, the best way of naming first."""
    found: list[tuple[int, Evidence]] = []
    for match in _LISTED.finditer(document.text):
        found.append((int(han_number(match[1])), Evidence(document.id, match.start(1), match.end(2))))
        for below in _BELOW.finditer(match[3]):
            at = match.start(3)
            found.append((int(han_number(below[1])), Evidence(document.id, at + below.start(1), at + below.end(2))))
    for pattern in (_CITED, _HEADED, _MENTIONED):
        found += [
            (int(han_number(one[1])), Evidence(document.id, *one.span())) for one in pattern.finditer(document.text)
        ]
    if not found and (alone := _ALONE.search(document.text)):
        found.append((1, Evidence(document.id, *alone.span(1))))
    return found
