"""Documents that the text only cites: by which number, in which year and by whom they were issued, as far as it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.titles import quoted
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Document, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

NUMBER = ("文号", "发文字号", "文件编号", "document number")
SHARED = 6  # characters of a cited title that a question must have to mean it without its marks
_NUMBER = r"[〔\[]\d{4}[〕\]]\s?\d+号"
_NUMBERED = re.compile(_NUMBER)
_CITED = re.compile(rf"《([^《》]+)》(?:\s?\([^()《》]{{0,12}}?{_NUMBER}\))?")
_ISSUED = re.compile("印发|发布|出台|公布|颁布|下发|签发|通过|实施")
WHEN_OR_WHO = re.compile("哪一?年|何年|几几年|什么时候|何时|几时|哪天|时间|日期|年份|谁|哪个(?:部门|机关|单位)")
_QUOTING = re.compile("引用|提到|提及|援引|国务院|国发")  # of a document with a number that the text cites
_BARE = re.compile(r"[“”\"'\s]")


@dataclass(frozen=True, slots=True)
class Cited:
    """A title written out in a document, with the sentence it stands in."""

    title: str  # folded
    numbered: bool  # its number follows
    sentence: Evidence
    said: str  # the sentence, folded


def of_cited(query: Query, material: Material) -> Draft | None:
    """What the text says of the number or the issue of a document that it cites and the question names: by the title in
    its marks, or by a part of it with something that no title of our own has (2016年, 中国); None where it names none.
    """
    folded = fold(query.question)
    by_number = any(cue in folded for cue in NUMBER)
    issued = _ISSUED.search(folded) and WHEN_OR_WHO.search(folded)
    if not by_number and not issued:
        return None
    titles = [_bare(folded[start:end]) for start, end in quoted(folded)]
    foreign = [title for title in titles if not any(title in _bare(own) for own in material.lexicon.titles.values())]
    cited = [one for document in material.documents.values() for one in _in(document)]
    meant = [one for one in cited if any(title in _bare(one.title) for title in foreign)]
    if not titles and by_number:
        meant = list(_unmarked(folded, cited, material)) or [one for one in cited if _QUOTING.search(folded)]
        meant = [one for one in meant if one.numbered]
    if not meant:
        return None
    told = [one for one in meant if (one.numbered if by_number else _tells_issue(one))]
    if not told:
        return Draft(
            Status.NOT_FOUND, (Statement(phrase(query.language, "no_number" if by_number else "not_found")),)
        )
    return _rows((one.sentence for one in told), query, material)


def by_number(query: Query, material: Material) -> Draft | None:
    """The sentences that cite a document by the number which the question names; None where none does."""
    numbers = _NUMBERED.findall(fold(query.question))
    if not numbers:
        return None
    found = [
        Evidence(document.id, start, end)
        for document in material.documents.values()
        for start, end in sentences(document.text)
        if any(number in fold(document.text[start:end]) for number in numbers)
    ]
    return _rows(found, query, material) if found else None


def _rows(places: Iterable[Evidence], query: Query, material: Material) -> Draft:
    found = dict.fromkeys(places)
    text = {one: material.documents[one.document_id].text[one.start : one.end].strip() for one in found}
    rows = tuple(Statement(for_reader(text[one], query.language), (one,)) for one in found)
    return Draft(Status.ANSWERED, rows)


def _bare(title: str) -> str:
    return _BARE.sub("", title).strip("《》")


def _in(document: Document) -> Iterator[Cited]:
    """The titles that the sentences of a document cite."""
    for start, end in sentences(document.text):
        said = fold(document.text[start:end])
        for match in _CITED.finditer(said) if "《" in said else ():
            yield Cited(match[1], bool(_NUMBERED.search(match[0])), Evidence(document.id, start, end), said)


def _unmarked(folded: str, cited: Iterable[Cited], material: Material) -> Iterator[Cited]:
    """The numbered ones of which a question has a part of the title, and a year or a word that none of our own has."""
    own = "".join(material.lexicon.titles.values())
    for one in cited:
        parts = (one.title[at : at + SHARED] for at in range(len(one.title) - SHARED + 1))
        told = [word for word in re.findall(r"\d{4}年|[\u3400-\u9fff]{2}", one.said) if word in folded]
        if one.numbered and any(part in folded for part in parts) and any(word not in own for word in told):
            yield one


def _tells_issue(one: Cited) -> bool:
    """Whether the words before a title say that it was issued, and in which year."""
    before = re.sub("《[^《》]*》", "", one.said.split(f"《{one.title}》")[0])
    return bool(re.search(r"\d{4}年", before) and _ISSUED.search(before))
