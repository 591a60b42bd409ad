"""Questions about the documents themselves: issued by whom and when, under which number, and which documents there are."""

from __future__ import annotations

import re

from szassist.answer.compose.chapters import structure
from szassist.answer.compose.cited import NUMBER, WHEN_OR_WHO
from szassist.answer.compose.extent import asks_period, periods
from szassist.answer.compose.naming import beside, meant, named, speaks_of_documents
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Language, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

_SPOKEN_OF = re.compile(r"文件|通知|规划|方案|意见|办法|文号|\b(?:notice|plan|scheme|document)s?\b")
SENT = ("发给", "写给", "印给", "下给", "寄给", "送给", "主送", "收文", "addressed to", "sent to", "to whom")
_SENT = re.compile("[发写印下寄送]给|发文|收文|addressed to|sent to|to whom")
_ISSUED = re.compile(
    r"印发|发布|出台|公布|颁布|下发|签发|印的|谁发|发的|成文|落款|署名|章|issued|published|released|adopted|signed|dated"
)
WHO_ISSUED = re.compile(r"谁|哪[个家些几一]|机关|单位|部门|\bwho\b|\bby wh")
WHEN_ISSUED = re.compile(r"什么时候|何[时年]|哪一?[年天日]|几[号时月]|时间|日期|\bwhen\b|\bdate\b|\bday\b")
_INDICATORS = re.compile(
    "(?:几|多少)(?:个|项|条)?(?:具体|主要|量化|核心|约束性|预期性)?的?指标(?!值)"
    "|指标(?:体系|数量|总数)?(?:里|中)?(?:一共|总共|共|都)?(?:有|是|包括|包含)?(?:几|多少)(?:个|项|条)|指标(?=$)"
)
_MAKING = re.compile("解释|编制|起草|审批|批准|修[订编]|编写|制定|印发")
_TURNS_TO = re.compile(
    "(?:向|跟|同|找|联系|联络|报给|反映给|反馈给|咨询|请示|请教|问)(?:的是|到)?(?:谁|哪(?:些|几|一)?(?:个|家|里|儿)?)|对口(?:单位|部门)|联系(?:单位|部门)"
)
_TROUBLE = re.compile(
    "反映|报告|反馈|遇到|碰到|碰上|遇上|卡住|卡壳|搞不定|难题|难处|困难|疑问|推不动|推不下去|拿不准|吃不准|做不下去|问题|情况"
)
_CARRIED_OUT = re.compile("实施|落实|执行|贯彻|照着|照办|推进|推行|过程|通知|文件|规划|方案|过程|对口")
_SENDS_TO = re.compile(
    "(?:问题|情况|困难)[^。;]{0,8}(?:请|可|应)(?:及时|径)?(?:向|与|报)[^。;]{2,20}(?:反映|反馈|报告|联系)"
)
_LENGTH = re.compile("(?:多少|几)(?:万|千)?(?:页|字|印张)|[页字]数|篇幅")
_OF_ISSUE = re.compile(f"{_SPOKEN_OF.pattern}|印发|主送|单位|机关|对象")
NOTHING = 0.3  # weight of words that name nothing
TOLD = 0.8  # weight of words that name another document
NAMED = 0.5  # the same in the clause that asks when or by whom it was issued
SIGNATURE = 120  # characters before a date in which its signers stand
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
    spoken_of = speaks_of_documents(query) or _SPOKEN_OF.search(folded)
    if not spoken_of and sum(term.weight for term in query.terms) >= TOLD:
        return None  # 谁发布空气质量预警
    if not query.documents and beside(query, _ISSUED, _OF_ISSUE) >= NAMED:  # 学区划分方案什么时候出台
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    main = meant(query, material)
    if any(cue in folded for cue in LISTED):
        return _listed(query, material)
    told: list[Draft | None] = []
    if any(cue in folded for cue in NUMBER):
        told.append(_numbers(query, main, material))
        if not WHEN_OR_WHO.search(folded):  # 印发规划的通知,其文号
            return told[0]
    if asks_period(query):
        told.append(periods(query, material))
    if any(cue in folded for cue in SENT):
        told.append(_recipients(query, material))
    if _ISSUED.search(_SENT.sub(" ", folded)) or (not told and (query.intent is Intent.DOCUMENT or not query.terms)):
        told.insert(0, _issues(query, main, material))
        told += [structure(query.language, main)] if query.intent in _CONTENTS else []
    drafts = [draft for draft in told if draft]
    if not drafts:
        return None
    states = {draft.status for draft in drafts}
    status = states.pop() if len(states) == 1 else Status.PARTIAL
    return Draft(status, tuple(dict.fromkeys(statement for draft in drafts for statement in draft.statements)))


def of_contact(query: Query, material: Material) -> Draft | None:
    """To whom the documents send those who have trouble carrying them out (落实的时候卡住了找谁反映); None where the question
    names a trouble of its own, or does not ask for it.
    """
    folded = fold(query.question)
    asks = _TURNS_TO.search(folded) and _TROUBLE.search(folded) and _CARRIED_OUT.search(folded)
    own = (term for term in query.terms if not (_TROUBLE.search(term.word) or _CARRIED_OUT.search(term.word)))
    if not asks or query.units or query.places or any(term.weight >= NOTHING for term in own):
        return None
    for document in material.documents.values():
        for start, end in sentences(document.text):
            if _SENDS_TO.search(fold(document.text[start:end])):
                text = for_reader(document.text[start:end].strip(), query.language)
                return Draft(Status.ANSWERED, (Statement(text, (Evidence(document.id, start, end),)),))
    return None


def of_indicators(query: Query, material: Material) -> Draft | None:
    """That the table of a document's indicators is missing, where the question asks how many there are; None where it does
    not, or the source lacks none.
    """
    other = query.units or query.years or beside(query, _INDICATORS, _INDICATORS) >= NOTHING
    if other or not speaks_of_documents(query) or not _INDICATORS.search(fold(query.question)):
        return None
    lacking = [one for document in meant(query, material) for one in document.missing if "指标" in fold(one)]
    text = [phrase(query.language, "not_found_table", missing=say.name(one, query.language)) for one in lacking]
    return Draft(Status.NOT_FOUND, tuple(map(Statement, text))) if text else None


def of_text(query: Query, material: Material) -> Draft | None:
    """That nothing is said of who made a document or answers for its text, or of its length, where that is asked; it is no
    task that the document sets.
    """
    folded = fold(query.question)
    who = query.intent is Intent.WHO and _MAKING.search(folded)
    asks = _LENGTH if _LENGTH.search(folded) else _MAKING if who else None
    if asks is None or not query.documents or beside(query, asks, asks) >= NOTHING:
        return None
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))


def _issues(query: Query, documents: list[Document], material: Material) -> Draft | None:
    found = [issued(document, query.language, material) for document in documents]
    statements = tuple(statement for statement in found if statement is not None)
    folded = fold(query.question)
    lacking = [
        Statement(phrase(query.language, name))
        for name, asks, known in (
            ("no_issuer", WHO_ISSUED, any(document.issuer for document in documents)),
            ("no_date", WHEN_ISSUED, any(document.date for document in documents)),
        )
        if documents and not known and asks.search(folded)
    ]
    if lacking:
        return Draft(Status.PARTIAL if statements else Status.NOT_FOUND, (*lacking, *statements))
    return Draft(Status.ANSWERED, statements) if statements else None


def _numbers(query: Query, documents: list[Document], material: Material) -> Draft:
    """The numbers of documents, else of the notices that issue them."""
    notices = [material.documents.get(document.adopted_by or "", document) for document in documents]
    numbered = [one for one in dict.fromkeys((*documents, *notices)) if one.number]
    if not numbered:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "no_number")),))
    numbers = phrase(query.language, "join").join(document.number or "" for document in numbered)
    text = phrase(query.language, "issued_number", number=for_reader(numbers, query.language))
    return Draft(Status.ANSWERED, (Statement(text, tuple(map(_numbered, numbered))),))


def _numbered(document: Document) -> Evidence:
    """Where a document writes its number, else its title."""
    at = document.text.find(document.number or "")
    return Evidence(document.id, at, at + len(document.number or "")) if at >= 0 else _whole(document)


def issued(document: Document, language: Language, material: Material) -> Statement | None:
    """By whom and when a document was issued, as it is signed, else as its source describes it; None where nothing is known."""
    if not document.issuer and not document.date:
        return None
    notice = material.documents.get(document.adopted_by or "", document)
    values = {"title": say.title(document, language), "issuer": say.name(document.issuer or "", language)}
    values["date"] = _date(document, language) if document.date else ""
    evidence = _signature(notice) if document.date else None
    if evidence and document.issuer:
        form = "issued_with" if document.adopted_by else "issued"
        return Statement(phrase(language, form, **values), (*_named_in(notice, document), evidence))
    if evidence:
        return Statement(phrase(language, "dated", **values), (evidence,))
    form = (
        "described"
        if document.issuer and document.date
        else "described_issuer"
        if document.issuer
        else "described_date"
    )
    return Statement(phrase(language, form, **values), (_whole(document),))


def _named_in(notice: Document, document: Document) -> tuple[Evidence, ...]:
    """The sentence of a notice that issues a document by its title."""
    if notice is document:
        return ()
    title = fold(document.title)
    found = (span for span in sentences(notice.text) if title in fold(notice.text[slice(*span)]))
    return tuple(Evidence(notice.id, *span) for span in list(found)[-1:])


def _signature(notice: Document) -> Evidence | None:
    """Where a document names its issuer and its date."""
    if notice.date is None:
        return None
    written = f"{notice.date.year}年{notice.date.month}月{notice.date.day}日"
    at = fold(notice.text).find(written)
    if at < 0:
        return None
    signed = [notice.text.rfind(name, max(0, at - SIGNATURE), at) for name in (notice.issuer or "").split("、")]
    start = min([at, *(place for place in signed if place >= 0)])
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


def _whole(document: Document) -> Evidence:
    return Evidence(document.id, 0, min(len(document.text), max(len(document.title), 1)))


def _listed(query: Query, material: Material) -> Draft:
    documents = list(material.documents.values())
    head = Statement(
        phrase(query.language, "documents", count=str(len(documents))), (), (Count(tuple(map(_whole, documents))),)
    )
    rows = [Statement(named(document, query.language), (_whole(document),)) for document in documents]
    return Draft(Status.ANSWERED, (head, *rows))
