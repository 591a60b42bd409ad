"""Questions about the documents themselves: issued by whom and when, under which number, and which documents there are."""

from __future__ import annotations

import re

from szassist.answer import say
from szassist.answer.draft import Count, Draft, Evidence, Statement
from szassist.answer.material import Material
from szassist.answer.passages import from_passages
from szassist.answer.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Language, Section, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

STRUCTURE = (
    "几章",
    "几个部分",
    "哪几部分",
    "哪几个部分",
    "哪些部分",
    "几部分",
    "哪几章",
    "哪些章",
    "多少章",
    "每章",
    "章节",
    "目录",
    "结构",
    "how many chapters",
    "how many parts",
    "table of contents",
    "structure",
)
_SPOKEN_OF = re.compile(r"文件|通知|规划|方案|意见|办法|文号|\b(?:notice|plan|scheme|document)s?\b")
_CHAPTERS = re.compile("(?:几|哪些|哪几|多少|每)个?(?:大)?章|章节|目录")
SENT = ("发给", "写给", "印给", "下给", "寄给", "送给", "主送", "收文", "addressed to", "sent to", "to whom")
NUMBER = ("文号", "发文字号", "文件编号", "document number")
_NUMBERED = re.compile(r"[〔\[]\d{4}[〕\]]\s?\d+号|[〔\[]\d{4}[〕\]]\s?\d+號")
_SENT = re.compile("[发写印下寄送]给|发文|收文|addressed to|sent to|to whom")
_ISSUED = re.compile(
    r"印发|发布|出台|公布|颁布|下发|签发|印的|谁发|发的|成文|落款|issued|published|released|adopted|signed|dated"
)
_PERIOD = re.compile(
    r"几几年|哪几年|哪些年|几年到几年|(?:从|自|[到至])(?:哪一?年|何年|什么时候|何时)|期限|规划期|实施期|有效期|年限|起止|管(?:到|几年)|多久"
    r"|\b(?:what|which) (?:period|years)\b|\btime ?frame\b|\bhow long\b"
)
_OF_PERIOD = re.compile(
    r"^(?:管|覆盖|涵盖|实施|执行|有效期?|期限|规划期?|期|年限|开始|结束|起止|起|止|到|至|从|几年|哪|cover|last|run|period)"
)
_PERIOD_GIVEN = re.compile(
    r"(?:规划|计划|方案|实施|行动)(?:的)?(?:期限|期|年限|时限)(?:为|是|:)?[^,;。]{0,6}20\d\d年?\s?[-—–~至到]{1,2}\s?20\d\d"
)
_SCOPE = re.compile(
    r"范围|(?:覆盖|涵盖|适用于?|管(?!理|道|网|控))[^,。?]{0,6}(?:地方|区域|哪[里儿些个]|多大)"
    r"|\b(?:area|territory|districts?) (?:does|is|are)\b.*\bcover|\bgeographical scope\b|\bscope of the\b"
)
_OF_SCOPE = re.compile("范围|区域|地方|覆盖|涵盖|适用|包括|包含|area|scope|territor|cover")
BESIDE = 0.6  # weight of other words from which a question is of something in a document
_SCOPE_GIVEN = re.compile(r"(?:规划|适用|实施|建设)(?:的)?范围(?:为|是|包括|涵盖|:)")
_YEARS = re.compile(r"(20\d\d)年?\s?[-—–~至]{1,2}\s?(20\d\d)")
NOTHING = 0.2  # weight of words that name nothing
TOLD = 0.8  # weight of words that name another document
LETTERHEAD = 600  # characters at a document's start in which its recipients stand
_CONTENTS = (Intent.MEASURES, Intent.DEFINITION, Intent.OTHER)  # 方案说了什么, 规划是什么
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
    """What is known of the documents: each of the things that the question asks of them; None where nothing is."""
    folded = fold(query.question)
    if not query.documents and sum(term.weight for term in query.terms) >= TOLD and not _SPOKEN_OF.search(folded):
        return None  # 谁发布空气质量预警
    main = meant(query, material)
    if any(cue in folded for cue in LISTED):
        return _listed(query, material)
    if any(cue in folded for cue in STRUCTURE):
        return _structure(query, main)
    told: list[Draft | None] = []
    if any(cue in folded for cue in NUMBER):
        told.append(_numbers(query, main))
    if asks_period(query):
        told.append(_periods(query, material))
    if any(cue in folded for cue in SENT):
        told.append(_recipients(query, material))
    if _ISSUED.search(_SENT.sub(" ", folded)) or (not told and (query.intent is Intent.DOCUMENT or not query.terms)):
        told.insert(0, _issues(query, main, material))
        told += [_structure(query, main)] if query.intent in _CONTENTS else []
    drafts = [draft for draft in told if draft]
    if not drafts:
        return None
    states = {draft.status for draft in drafts}
    status = states.pop() if len(states) == 1 else Status.PARTIAL
    return Draft(status, tuple(dict.fromkeys(statement for draft in drafts for statement in draft.statements)))


def _issues(query: Query, documents: list[Document], material: Material) -> Draft | None:
    found = [issued(document, query.language, material) for document in documents]
    statements = tuple(statement for statement in found if statement is not None)
    return Draft(Status.ANSWERED, statements) if statements else None


def _numbers(query: Query, documents: list[Document]) -> Draft:
    numbered = [document for document in documents if document.number]
    if not numbered:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "no_number")),))
    text = phrase(query.language, "issued_number", number="、".join(document.number or "" for document in numbered))
    return Draft(Status.ANSWERED, (Statement(text, tuple(map(_whole, numbered))),))


def asks_period(query: Query) -> bool:
    """Whether a question asks for the years that a document it names is for, and for nothing else: 规划管到哪一年."""
    folded = fold(query.question)
    own = sum(term.weight for term in query.terms if not _OF_PERIOD.search(term.word))
    return bool(query.documents) and own < NOTHING and _PERIOD.search(folded) is not None


def of_scope(query: Query, material: Material) -> Draft | None:
    """The sentence of each document named that says what area it is for, where the question asks for that: 规划管哪些地方."""
    own = (term.weight for term in query.terms if not _OF_SCOPE.search(term.word) and term.word not in query.places)
    if not query.documents or not _SCOPE.search(fold(query.question)) or sum(own) >= BESIDE:
        return None
    documents = (material.documents[one] for one in query.documents)
    found = tuple(told for document in documents if (told := _sentence(document, _SCOPE_GIVEN, query.language)))
    return Draft(Status.ANSWERED, found) if found else None


def _sentence(document: Document, given: re.Pattern[str], language: Language) -> Statement | None:
    """The first sentence of a document that gives something."""
    spans = (Evidence(document.id, *span) for span in sentences(document.text))
    told = next((one for one in spans if given.search(fold(document.text[one.start : one.end]))), None)
    return Statement(for_reader(document.text[told.start : told.end], language), (told,)) if told else None


def _periods(query: Query, material: Material) -> Draft:
    """The sentence of each document that gives its period, else the years in its title; or that none gives one."""
    documents = (material.documents[one] for one in query.documents)
    found = tuple(told for document in documents if (told := _period(document, query.language)))
    if not found:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    return Draft(Status.ANSWERED, found)


def _period(document: Document, language: Language) -> Statement | None:
    if given := _sentence(document, _PERIOD_GIVEN, language):
        return given
    years = _YEARS.search(fold(document.title))
    at = fold(document.text).find(fold(document.title))
    if not years or at < 0:
        return None
    text = phrase(language, "period", title=_named(document, language), first=years[1], last=years[2])
    return Statement(text, (Evidence(document.id, at, at + len(document.title)),))


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
    text = {one: material.documents[one.document_id].text[one.start : one.end].strip() for one in found}
    rows = tuple(Statement(for_reader(text[one], query.language), (one,)) for one in found)
    return Draft(Status.ANSWERED, rows) if rows else None


def asks_structure(query: Query) -> bool:
    """Whether a question asks for the parts of a document: 正文分成哪几章."""
    return bool(query.documents) and _CHAPTERS.search(fold(query.question)) is not None


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
