"""Of how many parts a document is made, what they are called, and what one of them is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.compose.items import listed, title_of
from szassist.answer.compose.joining import joined
from szassist.answer.compose.naming import beside, meant, named, speaks_of_documents
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Language, Section, Status
from szassist.text.numerals import han_number
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

_PART = "章|个?大?部分|大块"
_PARTS = re.compile(
    r"(?:几|哪些|哪几|多少|每|各)一?个?(?:大)?(?:章|部分|篇|块)(?!人|学|文)|章节|目录|篇章|结构"
    r"|\b(?:how many (?:chapters|parts)|table of contents|structure)\b"
)
_NTH = re.compile(
    rf"第([一二三四五六七八九十\d]+)(?:{_PART})(?:的?第([一二三四五六七八九十\d]+)(?:节|条|点|个?部分|小节))?"
)
_OF_PARTS = re.compile(
    "块|章|组成|构成|节|部分|前言|目录|结构|正文|第|份|分|名称|名字|有$|叫|制作|列|讲|写|说|主要|内容|标题|题目|chapter|part|structure|table|content"
)
_CHAPTER = re.compile(r"\s*第[一二三四五六七八九十\d]+章")
NOTHING = 0.3  # weight of words that name nothing


def of_chapters(query: Query, material: Material) -> Draft | None:
    """The parts of the documents asked about, or the one whose number the question gives with what stands below it; None
    where it asks for neither, or for something else in them.
    """
    folded = fold(query.question)
    nth = _NTH.search(folded)
    asks = nth or (speaks_of_documents(query) and _PARTS.search(folded))
    other = query.intent in (Intent.WHO, Intent.WHEN) or query.asserted or query.units
    if not asks or other or beside(query, _NTH if nth else _PARTS, _OF_PARTS) >= NOTHING:
        return None
    every = speaks_of_documents(query) and _PARTS.search(folded)
    parts = (
        structure(query.language, meant(query, material), chapters="章" in folded and "章节" not in folded)
        if every
        else None
    )
    if not nth:
        return parts
    one = _one(nth, query, material)
    return joined([parts, one]) if parts and one.status is Status.ANSWERED else one


def structure(language: Language, documents: Sequence[Document], chapters: bool = False) -> Draft | None:
    """The first level of headings of each document, counted; of those that have `chapters`, only these, where asked so."""
    statements: list[Statement] = []
    for document in documents:
        top = _top(document)
        top = [section for section in top if chapters and _CHAPTER.match(fold(section.heading))] or top
        spans = [title_of(document.id, section) for section in top]
        if top:
            text = phrase(language, "list_of", name=named(document, language), count=str(len(top)))
            statements.append(Statement(text, (), (Count(tuple(spans)),)))
            statements += [
                Statement(_heading(section, language), (span,)) for section, span in zip(top, spans, strict=True)
            ]
    return Draft(Status.ANSWERED, tuple(statements)) if statements else None


def _one(nth: re.Match[str], query: Query, material: Material) -> Draft:
    """The part with a number, or a section of it by its number, of each document that has one, with the headings right
    below it; a chapter is called so.
    """
    number, within = int(han_number(nth[1])), int(han_number(nth[2])) if nth[2] else 0
    told: list[Statement] = []
    for document in meant(query, material):
        section = next((one for one in _top(document) if _number(one) == number), None)
        if section and "章" in nth[0] and "章" not in section.heading:
            continue
        if section and within:
            section = next((one for one in _below(document, section) if _number(one) == within), None)
        if section is None:
            continue
        told.append(Statement(_heading(section, query.language), (title_of(document.id, section),)))
        below = _below(document, section)
        told += listed(document, section, below, query.language)[1:] if below else _articles(document, section, query)
    if not told:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    return Draft(Status.ANSWERED, tuple(told))


def _articles(document: Document, section: Section, query: Query) -> list[Statement]:
    """The first sentences of the articles of a chapter, counted."""
    below = [one for one in document.sections if one.parent == section.index]
    opening = [(one, next(iter(sentences(document.text, one.start, one.end)), None)) for one in below]
    spans = [Evidence(document.id, *span) for _, span in opening if span]
    if not spans:
        return []
    head = Statement(phrase(query.language, "list_count", count=str(len(spans))), (), (Count(tuple(spans)),))
    texts = (for_reader(document.text[one.start : one.end].strip(), query.language) for one in spans)
    return [head, *(Statement(text, (one,)) for text, one in zip(texts, spans, strict=True))]


def _below(document: Document, section: Section) -> list[Section]:
    return [one for one in document.sections if one.parent == section.index and one.title.strip()]


def _top(document: Document) -> list[Section]:
    return [section for section in document.sections if section.parent == 0 and section.title.strip()]


def _number(section: Section) -> int | None:
    """The number that a heading begins with: 第三章, 二、; None where it has none (前言)."""
    match = re.match(
        r"\s*(?:第([一二三四五六七八九十\d]+)[章部编篇]|([一二三四五六七八九十\d]+)[、.])", fold(section.heading)
    )
    return int(han_number(match[1] or match[2])) if match else None


def _heading(section: Section, language: Language) -> str:
    return say.name(section.title, language) if language is Language.EN else for_reader(section.heading, language)
