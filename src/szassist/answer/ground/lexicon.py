"""What understanding a question needs to know of the documents: their words, units, places and kinds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from szassist.answer.ground.spelling import Spelling
from szassist.answer.ground.vocabulary import Vocabulary
from szassist.schema import Document
from szassist.text.english import english_name, english_words, unit_forms
from szassist.text.english_phrases import stems
from szassist.text.english_spelling import EnglishSpelling
from szassist.text.script import fold

_KIND = re.compile(r"(规划|方案|计划|纲要|意见|办法|条例|通知|公告|规定|细则|摘录)(?:\([^()]*\))*$")
_KINDS_EN = {
    "规划": ("plan",),
    "方案": ("scheme", "construction plan"),
    "通知": ("notice", "circular"),
    "意见": ("opinions",),
}
_BRACKETED = re.compile(r"\(([\u4e00-\u9fff]{4,})\)")
_EXTRACT = re.compile(r"([\u4e00-\u9fff]{2,6})摘录")
_COINED = re.compile(r"[“\"]([^“”\"\s,。;、]{2,10})[”\"]")
_PLACE = re.compile(r"^([\u4e00-\u9fff]{2,4}?)(省|市|县|区|自治区|特别行政区)")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The documents' own words, as far as reading a question needs them; everything is folded."""

    vocabulary: Vocabulary
    spelling: Spelling
    units: Mapping[str, str]  # every name and alias of a unit -> the name as the documents write it
    places: frozenset[str]  # the places whose documents these are: 深圳, 深圳市
    kinds: Mapping[str, tuple[str, ...]]  # 规划 -> ids of the documents of that kind
    named: Mapping[str, str]  # what else tells a document: 某某协会 of 转载页摘录(某某协会), 转载页 -> its id
    titles: Mapping[str, str]  # by the ids of the documents
    coined: frozenset[str]  # what the documents have in quotation marks: 双改
    typing: EnglishSpelling
    titled: Mapping[str, frozenset[str]]  # the stems of their English titles, by their ids

    @classmethod
    def of(cls, documents: Sequence[Document], passages: Iterable[str], units: Mapping[str, str]) -> Lexicon:
        """Read the lexicon out of the documents; `passages` are their texts with headings."""
        texts = tuple(map(fold, passages))
        kinds: dict[str, tuple[str, ...]] = {}
        for document in documents:
            if match := _KIND.search(fold(document.title)):
                kinds[match[1]] = (*kinds.get(match[1], ()), document.id)
        english = {name: written for written in sorted(set(units.values())) for name in unit_forms(written)}
        spoken = {alias: kinds[kind] for kind, some in _KINDS_EN.items() if kind in kinds for alias in some}
        vocabulary, places = Vocabulary.of(texts), _own_places(documents)
        return cls(
            vocabulary,
            Spelling.of(texts),
            {**_without_city(units, places), **units, **english},
            places,
            kinds | spoken,
            dict(_names(documents)),
            {document.id: fold(document.title) for document in documents},
            frozenset(_COINED.findall(" ".join(texts))),
            EnglishSpelling(english_words(), filter(str.isascii, vocabulary.counts)),
            {document.id: frozenset(stems(english_name(document.title) or "")) for document in documents},
        )


def _without_city(units: Mapping[str, str], places: Iterable[str]) -> dict[str, str]:
    """Names of units as people say them: 民政局 for 市民政局, 海事局 for that of one of `places`, 民政 before 部门."""
    found: dict[str, str] = {}
    for place in (*sorted(places, key=len), "市", "省"):
        cut = {name.removeprefix(place): written for name, written in units.items() if name.startswith(place)}
        found |= {name: written for name, written in cut.items() if len(name) > 2}
    fields = {name.removesuffix("局"): written for name, written in {**units, **found}.items() if name.endswith("局")}
    return {name: written for name, written in fields.items() if len(name) > 1} | found


def _names(documents: Sequence[Document]) -> Iterator[tuple[str, str]]:
    """What the title of a document says in brackets, and what an extract is taken from, each with the document's id."""
    for document in documents:
        title = fold(document.title)
        for said in _BRACKETED.findall(title):
            yield said, document.id
        if extract := _EXTRACT.match(title):
            yield extract[1], document.id


def _own_places(documents: Sequence[Document]) -> frozenset[str]:
    """The places that issue the documents, with and without 市: 深圳市人民政府 gives 深圳 and 深圳市."""
    found: set[str] = set()
    for document in documents:
        for text in (document.issuer or "", document.title):
            if match := _PLACE.match(fold(text)):
                found |= {match[1], match[1] + match[2]}
    return frozenset(found)
