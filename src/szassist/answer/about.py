"""Questions about the documents themselves: issued by whom and when, under which number, and which documents there are."""

from __future__ import annotations

import re

from szassist.answer import say
from szassist.answer.draft import Count, Draft, Evidence, Statement
from szassist.answer.material import Material
from szassist.answer.passages import from_passages
from szassist.answer.phrases import phrase
from szassist.query import Query
from szassist.schema import Document, Language, Section, Status
from szassist.text.script import fold, for_reader

STRUCTURE = (
    "几章",
    "几个部分",
    "哪几部分",
    "哪几个部分",
    "哪些部分",
    "几部分",
    "章节",
    "目录",
    "结构",
    "how many chapters",
    "how many parts",
    "table of contents",
    "structure",
)
SENT = ("发给", "主送", "收文", "addressed to", "sent to")
NUMBER = ("文号", "发文字号", "文件编号", "document number")
_NUMBERED = re.compile(r"[〔\[]\d{4}[〕\]]\s?\d+号|[〔\[]\d{4}[〕\]]\s?\d+號")
TOLD = 0.8  # weight of words that name another document
LETTERHEAD = 600  # characters at a document's start in which its recipients stand
LISTED = (
    "哪些文件",
    "几份文件",
    "多少份文件",
    "哪几份",
    "几个文件",
    "which documents",
    "what documents",
    "how many documents",
)


def from_documents(query: Query, material: Material) -> Draft | None:
    """What is known of the documents; None where they have neither issuer nor date."""
    folded = fold(query.question)
    main = meant(query, material)
    if any(cue in folded for cue in LISTED):
        return _listed(query, material)
    if any(cue in folded for cue in STRUCTURE):
        return _structure(query, main)
    if any(cue in folded for cue in SENT) and (draft := _recipients(query, material)):
        return draft
    statements = [issued(document, query.language, material) for document in main]
    if any(cue in folded for cue in NUMBER):
        numbers = [d.number for d in main if d.number]
        text = (
            phrase(query.language, "issued_number", number="、".join(numbers))
            if numbers
            else phrase(query.language, "no_number")
        )
        statements.insert(0, Statement(text, tuple(_whole(d) for d in main if d.number)))
        status = Status.ANSWERED if numbers else Status.NOT_FOUND
        return Draft(status, tuple(s for s in statements if s is not None))
    found = tuple(statement for statement in statements if statement is not None)
    return Draft(Status.ANSWERED, found) if found else None


def meant(query: Query, material: Material) -> list[Document]:
    """The documents the question names, else those that are not only notices or excerpts."""
    documents = material.documents
    named = [documents[one] for one in query.documents]
    return named or [
        d
        for d in documents.values()
        if d.adopted_by or (d.issuer and d.date and not any(o.adopted_by == d.id for o in documents.values()))
    ]


def issued(document: Document, language: Language, material: Material) -> Statement | None:
    """By whom and when a document was issued; None where that is not known."""
    if not document.issuer or not document.date:
        return None
    notice = material.documents.get(document.adopted_by or "", document)
    form = "issued_with" if document.adopted_by else "issued"
    title = say.title(document, language)
    date = _date(document, language)
    text = phrase(language, form, title=title, issuer=say.name(document.issuer, language), date=date)
    evidence = _signature(notice)
    return Statement(text, (evidence,)) if evidence else None


def _signature(notice: Document) -> Evidence | None:
    """Where a document names its issuer and its date."""
    if notice.date is None:
        return None
    written = f"{notice.date.year}年{notice.date.month}月{notice.date.day}日"
    at = fold(notice.text).find(written)
    if at < 0:
        return None
    before = notice.text.rfind(notice.issuer, 0, at) if notice.issuer else -1
    start = before if before >= 0 and at - before < 60 else at
    return Evidence(notice.id, start, at + len(written))


def _date(document: Document, language: Language) -> str:
    assert document.date is not None
    day = document.date
    return phrase(
        language,
        "date",
        year=str(day.year),
        month=str(day.month),
        day=str(day.day),
        month_name=say.MONTHS[day.month - 1],
    )


def numbered(query: Query, material: Material) -> Draft | None:
    """The number of a document that the text itself cites (国发〔2016〕69号); None where the question names none."""
    if not any(cue in fold(query.question) for cue in NUMBER) or sum(term.weight for term in query.terms) < TOLD:
        return None
    draft = from_passages(query, material)
    if draft is None:
        return None
    shown = tuple(
        statement
        for statement in draft.statements
        if any(_NUMBERED.search(material.documents[e.document_id].text[e.start : e.end]) for e in statement.evidence)
    )
    return Draft(Status.ANSWERED, shown) if shown else None


def _structure(query: Query, documents: list[Document]) -> Draft | None:
    """The first level of headings of each document, counted."""
    statements = []
    for document in documents:
        top = [section for section in document.sections if section.parent == 0 and section.title.strip()]
        spans = [Evidence(document.id, s.start, min(s.end, s.start + len(s.heading) + 1)) for s in top]
        if top:
            name = _named(document, query.language)
            text = phrase(query.language, "list_of", name=name, count=str(len(top)))
            statements.append(Statement(text, (), (Count(tuple(spans)),)))
            statements += [
                Statement(_heading(section, query.language), (span,))
                for section, span in zip(top, spans, strict=True)
            ]
    return Draft(Status.ANSWERED, tuple(statements)) if statements else None


def _recipients(query: Query, material: Material) -> Draft | None:
    """The line before the text of a notice that names whom it goes to: 各区人民政府，市政府直属各单位："""
    for document in material.documents.values():
        for line in re.finditer(
            r"(?m)^(.{4,80})[：:]\s*$|^(.{4,60}?)[：:](?=\s*现将|\s*現將)", document.text[:LETTERHEAD]
        ):
            start, end = line.span(1) if line[1] else line.span(2)
            who = for_reader(document.text[start:end], query.language)
            text = phrase(query.language, "sent_to", who=who)
            return Draft(Status.ANSWERED, (Statement(text, (Evidence(document.id, start, end),)),))
    return None


def _named(document: Document, language: Language) -> str:
    title = say.title(document, language)
    return title if language is Language.EN else f"《{title}》"


def _heading(section: Section, language: Language) -> str:
    return say.name(section.title, language) if language is Language.EN else for_reader(section.heading, language)


def _whole(document: Document) -> Evidence:
    return Evidence(document.id, 0, min(len(document.text), len(document.title)))


def _listed(query: Query, material: Material) -> Draft:
    documents = list(material.documents.values())
    head = Statement(
        phrase(query.language, "documents", count=str(len(documents))), (), (Count(tuple(map(_whole, documents))),)
    )
    rows = [Statement(_named(document, query.language), (_whole(document),)) for document in documents]
    return Draft(Status.ANSWERED, (head, *rows))
