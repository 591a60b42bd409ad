"""What a short question asks of a document as a whole, without a word of what it is about: 需要带什么材料, 什么时候开始实施."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from szassist.answer.compose.annexes import of_annexes
from szassist.answer.compose.extent import asks_period
from szassist.answer.compose.items import MOST, item_name, title_of
from szassist.answer.compose.naming import meant, named
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import table
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Section, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

NOTHING = 0.3  # weight of words that name nothing
FEW = 3  # sentences of a document that tell an aspect outside of a section of its own
SUBJECTS = 6  # documents of one notice at most that are answered for together
SHORT = 60  # characters of a title that stands for its item
_WHOLE = ("basis", "begins", "valid", "repeals", "interprets", "contact")  # told in few words, of the notice too
_FIRST = ("basis",)  # told once, at the beginning
_ERRAND = ("materials", "speed", "place", "steps", "fee")  # asked by those who apply for something
APPLICANTS = 5  # words that speak to them in a document which does
_OPEN = ("goals", "tasks", "basis", "contained")  # what a silent document may still tell in other words
_TABLE = re.compile(r"\s*[表图]\s*\d")  # with its notes, it stands below a section and is no part of it
LONGEST_HEAD = 14  # characters of a title that names an aspect; a longer one says something
SMALL = 900  # characters of a section that is shown with all that its parts say
_ASKING = re.compile(r"[??]$")


@dataclass(frozen=True, slots=True)
class Aspect:
    """Something that a document may tell of its subject: how it is asked for, and how sections and sentences tell it."""

    name: str
    asked: re.Pattern[str]
    heads: re.Pattern[str] | None
    told: re.Pattern[str] | None


_PHONE = re.compile(r"电话|热线|号码|\bphone|\btelephone|\bhotline")
_NUMBER = re.compile(r"\d{5,}")


@cache
def aspects() -> tuple[Aspect, ...]:
    """The aspects as the vocabulary has them."""
    found = table("aspects")["aspects"]
    return tuple(
        Aspect(name, re.compile(one["asked"]), _pattern(one["heads"]), _pattern(one["told"]))
        for name, one in found.items()
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words) if words else None


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(table("aspects")["filler"]["words"])


@cache
def _applicants() -> re.Pattern[str]:
    return re.compile(table("aspects")["applicants"]["words"])


@cache
def _later() -> re.Pattern[str]:
    return re.compile(table("aspects")["applicants"]["later"])


def of_aspect(query: Query, material: Material) -> Draft | None:
    """What the documents in hand tell of the aspect that a question without a subject asks for; None where it has one, where
    they are of several subjects, or where they tell nothing of it.
    """
    aspect = _asked(query, material)
    if aspect is None or (aspect.name == "goals" and query.documents):  # a plan that is named has its heading of aims
        return None
    documents = meant(query, material)
    if not 0 < len(documents) <= SUBJECTS or len({one.adopted_by or one.id for one in documents}) > 1:
        return None
    if aspect.name == "contained":
        return _contained(documents, query)
    if aspect.name == "annexes":
        return of_annexes(documents, query, material)
    told = {one.id: rows for one in documents if (rows := _told(one, aspect, query, material))}
    if not told:
        return None
    several = len(told) > 1
    statements: list[Statement] = []
    for document in (one for one in documents if one.id in told):
        title = phrase(query.language, "of_document", title=named(document, query.language))
        statements += [Statement(title), *told[document.id]] if several else told[document.id]
    return Draft(Status.ANSWERED, tuple(dict.fromkeys(statements)))


def silent_on(query: Query, material: Material) -> Draft | None:
    """That the documents do not tell the aspect which a question without a subject asks for; None where it asks for none."""
    aspect = _asked(query, material)
    if aspect is None or aspect.name in _OPEN or asks_period(query):
        return None
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))


def _contained(documents: Sequence[Document], query: Query) -> Draft | None:
    """The documents that one notice issues, counted; None where it is but one."""
    if len(documents) < 2:
        return None
    spans = tuple(Evidence(one.id, 0, len(one.title)) for one in documents)
    head = Statement(phrase(query.language, "list_count", count=str(len(documents))), (), (Count(spans),))
    rows = (Statement(named(one, query.language), (span,)) for one, span in zip(documents, spans, strict=True))
    return Draft(Status.ANSWERED, (head, *rows))


def _asked(query: Query, material: Material) -> Aspect | None:
    """The aspect that a question asks for and nothing else: what is left of it are words of a title, or say nothing."""
    if (
        query.before
        or query.regard
        or query.units
        or query.strangers
        or query.years
        or query.asserted
        or query.places
    ):
        return None
    folded = fold(query.question)
    for aspect in aspects():
        if aspect.name == "materials" and query.intent is Intent.DOCUMENT:  # 有哪些文件 asks for no papers
            continue
        if aspect.asked.search(folded):
            rest = _filler().sub(" ", aspect.asked.sub(" ", folded))
            titles = "".join(material.lexicon.titles.values())
            left = [part for part in re.findall(r"[\u4e00-\u9fff]+|[a-z]+", rest) if part not in titles]
            if not left:
                return aspect
    return None


def _told(document: Document, aspect: Aspect, query: Query, material: Material) -> list[Statement]:
    """What a document tells of an aspect: its sections of that name, else the sentences that tell it, of its notice too."""
    if aspect.name in _ERRAND and len(_applicants().findall(fold(document.text))) < APPLICANTS:
        return []
    if sections := _sections(document, aspect, fold(query.question)):
        return [row for section in sections for row in _section(document, section, query)]
    if aspect.told is None:
        return []
    notice = material.documents.get(document.adopted_by or "")
    held = [document, notice] if notice and aspect.name in _WHOLE else [document]
    found = list(_sentences(held, aspect.told, _act(query)))
    if aspect.name == "contact" and _PHONE.search(fold(query.question)):
        texts = material.inventory.folded
        found = [one for one in found if _NUMBER.search(texts[one.document_id], one.start, one.end)]
    if aspect.name == "materials":
        found = [one for one in found if not _later().search(fold(document.text[one.start : one.end]))]
    found = found[:1] if aspect.name in _FIRST else found[:FEW]
    cut = (material.documents[one.document_id].text[one.start : one.end].strip() for one in found)
    return [Statement(for_reader(text, query.language), (one,)) for text, one in zip(cut, found, strict=True)]


def _act(query: Query) -> str:
    """The act of an errand that a question names: 报名 of 怎么报名."""
    match = re.search("申请|申报|报名|登记|备案", fold(query.question))
    return match[0] if match else ""


def _sentences(documents: Iterable[Document], told: re.Pattern[str], act: str) -> Iterator[Evidence]:
    """The sentences that tell something, but for questions, headings and rows of tables; those with the act first."""
    found = []
    for document in documents:
        titles = {fold(section.heading) for section in document.sections}
        for start, end in sentences(document.text):
            text = fold(document.text[start:end]).strip()
            if told.search(text) and text not in titles and not _ASKING.search(text) and "|" not in text:
                found.append((act not in text, Evidence(document.id, start, end)))
    yield from (one for _, one in sorted(found, key=lambda pair: pair[0]))


def _sections(document: Document, aspect: Aspect, folded: str) -> list[Section]:
    """The highest sections whose titles name the aspect; where the question says the title of some, only these."""
    if aspect.heads is None:
        return []
    short = (one for one in document.sections if one.parent is not None and len(one.title) <= LONGEST_HEAD)
    found = [one for one in short if aspect.heads.search(fold(one.title))]
    said = [one for one in found if fold(one.title) in folded]
    depth = min((len(document.ancestors(one)) for one in said or found), default=0)
    return [one for one in said or found if len(document.ancestors(one)) == depth][:FEW]


def _section(document: Document, section: Section, query: Query) -> Iterator[Statement]:
    """A section by its title: its own sentences, then its parts, counted, each by its title or its first sentence."""
    title = title_of(document.id, section)
    yield Statement(item_name(section, query.language), (title,))
    for span in sentences(document.text, title.end, section.own_end)[:MOST]:
        yield Statement(
            for_reader(document.text[slice(*span)].strip(), query.language), (Evidence(document.id, *span),)
        )
    children = (one for one in document.sections if one.parent == section.index)
    below = list(takewhile(lambda one: not _TABLE.match(fold(one.heading)), children))
    if len(below) > 1:
        count = Count(tuple(title_of(document.id, one) for one in below))
        yield Statement(phrase(query.language, "list_count", count=str(len(below))), (), (count,))
    whole = section.end - section.start <= SMALL
    for part in below:
        spans = sentences(document.text, part.start, part.end) if whole else []
        for at, one in enumerate([Evidence(document.id, *span) for span in spans] or [_part(document, part)]):
            text = for_reader(document.text[one.start : one.end].strip(), query.language)
            yield Statement(text if at else phrase(query.language, "bullet") + text, (one,))


def _part(document: Document, section: Section) -> Evidence:
    """The title of a part with its number, where it has a short one, else its first sentence."""
    title = title_of(document.id, section)
    if section.title.strip() and len(section.heading) <= SHORT:
        return title
    first: Sequence[tuple[int, int]] = sentences(document.text, section.start, section.end)
    return Evidence(document.id, *first[0]) if first else title
