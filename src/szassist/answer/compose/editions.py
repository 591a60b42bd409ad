"""Which edition a document is, how the documents are to one another, and what nobody says of them: to whom copies go."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from szassist.answer.compose.about import issued
from szassist.answer.compose.naming import beside, meant, named, speaks_of_documents
from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

NOTHING = 0.3  # weight of words that name nothing
_REVISED = re.compile(
    r"修订|修编|修改|改版|改过|改了|新版|版本|第?[一二三四五几]次修|第?[二三四五几]版|哪一?版|\b(?:revised|revision|amended|edition)\b"
)
_OF_EDITION = re.compile(
    f"{_REVISED.pattern}|版|改|修|编|规划|方案|文件|通知|时候|年|目前|现行|有效|plan|scheme|document"
)
_EDITION = re.compile(r"\(((?:19|20)\d\d)年?(?:修订|修编|修正|修改|版)[^()]*\)")
_OLDER = re.compile(
    r"(?:哪一?[个份部]?|谁)(?:文件)?(?:是|更|比较|算)*(?:新|旧|早|晚|先|后)|\b(?:newer|older|earlier|later|first)\b"
)
_KIN = re.compile(
    r"(?:什么|啥|咩|何|怎样的?|怎么样的?|哪种)关系|关系(?:是|如何|怎样|怎么样|$)|谁管谁|谁(?:是|算)?(?:上位|下位)|上位|配套|从属|隶属|谁大|一起(?:印|发|下|出)|同时(?:印|发|下|出)"
    r"|(?:一并|一同|一块儿?|同一[天日])(?:印|发|下|出)|\brelat(?:ed|ion|ionship)\b"
)
_OF_KIN = re.compile(
    f"{_KIN.pattern}|关系|规划|方案|文件|印|发|下|出|新|旧|早|晚|先|后|之间|彼此|互|配|建设|管|大|市|同|一|两|plan|scheme|document"
)
_TOGETHER = re.compile("一起|同时|一并|一同|一块|同一[天日]")
_SEVERAL = re.compile(r"[两这那几]+(?:两|几)?[份个部本]|(?:彼此|相互|互相)|\b(?:two|both)\b")
_CLAUSE = re.compile("(?:《[^《》]*》|[^,。;])+[,。;]?")
_MADE = "制定|制订|出台"
_WRITTEN = "编制|编写|编撰|编|起草|草拟|拟|撰写|执笔|写"
_AUTHOR = re.compile(
    rf"(?:谁|哪一?[个家些]|什么|边个)(?:单位|部门|机构|局|人)?(?:来|负责|牵头|组织|主持)?(?:{_WRITTEN}|{_MADE})"
    rf"|(?:{_WRITTEN}|{_MADE})(?:的|者|人|单位|部门|机构)*(?:是|系)?(?:谁|哪一?[个家]|边个)"
    r"|\bwho (?:wrote|drafted|drew up|prepared|authored|compiled|made)\b|\bwritten by who"
)
_OF_AUTHOR = re.compile(
    f"{_WRITTEN}|{_MADE}|规划|方案|文件|通知|单位|部门|机构|负责|牵头|组织|plan|scheme|document|wrote|draft|prepare|compile|author|drew|made"
)
_COPIED = re.compile(r"抄送|(?<!手)抄报|\bcop(?:y|ied|ies) (?:to|of)\b|\bcc\b")
_STATE = re.compile(
    "公开(?:了|过|发布|属性|没有|吗|的吗|还是)|密级|保密|涉密|内部(?:文件|资料)|草案|草稿|征求意见|正式(?:稿|版|文本|文件)|送审|英文版|电子版|pdf|下载"
)
_OF_STATE = re.compile(
    f"{_STATE.pattern}|{_COPIED.pattern}|抄|送|报|公开|单位|部门|机关|稿|版|属性|正式|内部|通知|文件"
)


def of_editions(query: Query, material: Material) -> Draft | None:
    """Which edition a document is, who wrote it, how documents stand to one another, to whom copies go or whether it is
    public; None where the question asks for none of these, or for something in the documents.
    """
    ways = (_of_copies, _of_authors, _of_kin, _of_edition)
    return next((draft for way in ways if (draft := way(query, material))), None)


def _of_authors(query: Query, material: Material) -> Draft | None:
    """Who issued the documents whose author is asked for: who makes a plan is who issues it, who wrote it nobody says."""
    asks = _AUTHOR.search(fold(query.question))
    kinds = any(kind in fold(query.question) for kind in material.lexicon.kinds)
    spoken_of = kinds or speaks_of_documents(query)
    if not (asks and spoken_of) or query.units or beside(query, _AUTHOR, _OF_AUTHOR) >= NOTHING:
        return None
    dated = [told for one in meant(query, material) if (told := issued(one, query.language, material))]
    if re.search(f"{_MADE}|made", asks[0]):
        return Draft(Status.ANSWERED, tuple(dated)) if dated else None
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "no_author")), *dated))


def _of_edition(query: Query, material: Material) -> Draft | None:
    """What the titles of documents say of the year they were revised in, which is not the year of issue."""
    folded = fold(query.question)
    if (
        not query.documents
        or query.intent not in (Intent.WHEN, Intent.DOCUMENT, Intent.WHETHER, Intent.OTHER)
        or not _REVISED.search(folded)
        or beside(query, _REVISED, _OF_EDITION) >= NOTHING
    ):
        return None
    told, years = [], []
    for document in meant(query, material):
        title = fold(document.title)
        at = material.inventory.folded[document.id].find(title)
        if (edition := _EDITION.search(title)) and at >= 0:
            years.append(int(edition[1]))
            values = {"title": named(document, query.language), "year": edition[1]}
            told.append(
                Statement(phrase(query.language, "revised", **values), (Evidence(document.id, at, at + len(title)),))
            )
    if not told:
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    claimed = [year for year in query.years if year not in years]
    if claimed:
        asserted = phrase(query.language, "join").join(map(str, claimed))
        told.insert(0, Statement(phrase(query.language, "claim_wrong", asserted=asserted)))
    return Draft(Status.ANSWERED, tuple(told))


def _of_kin(query: Query, material: Material) -> Draft | None:
    """What issues several documents together, and where one of them names another."""
    folded = fold(query.question)
    asks, older = _KIN.search(folded), _OLDER.search(folded)
    documents = _several(query, folded, material)
    said = beside(query, _OLDER if older else _KIN, _OF_KIN)
    if not (asks or older) or query.units or len(documents) < 2 or said >= NOTHING:
        return None
    if older:
        dated = [told for one in documents if (told := issued(one, query.language, material))]
        return Draft(Status.ANSWERED, tuple(dated)) if dated else None
    if query.intent is Intent.WHETHER and _TOGETHER.search(folded):
        right = len({(document.adopted_by, document.date) for document in documents}) == 1
        dated = [told for one in documents if (told := issued(one, query.language, material))]
        lead = Statement(phrase(query.language, "claim_right" if right else "not_stated"))
        return Draft(Status.ANSWERED, (lead, *dated))
    rows = [
        Statement(_cut(material.documents[one.document_id], one, query), (one,))
        for one in dict.fromkeys(_issuing(documents, material))
    ]
    for document in documents:
        title = phrase(query.language, "in_document", title=say.title(document, query.language))
        rows += [Statement(title + _cut(document, one, query), (one,)) for one in _naming(document, documents)]
    return Draft(Status.ANSWERED, tuple(rows)) if rows else None


def _several(query: Query, folded: str, material: Material) -> list[Document]:
    """The documents that a question speaks of together: 规划和方案, 两份文件."""
    kinds = [ids for kind, ids in material.lexicon.kinds.items() if kind in folded and kind not in ("通知", "摘录")]
    if len(kinds) > 1:
        return [material.documents[one] for one in dict.fromkeys(one for ids in kinds for one in ids)]
    return meant(replace(query, documents=()), material) if _SEVERAL.search(folded) else []


def _issuing(documents: Sequence[Document], material: Material) -> Iterator[Evidence]:
    """The sentences of notices that issue at least two of the documents."""
    notices = dict.fromkeys(one.adopted_by or "" for one in documents)
    for notice in (material.documents[name] for name in notices if name in material.documents):
        for start, end in sentences(notice.text):
            said = fold(notice.text[start:end])
            if sum(fold(one.title) in said for one in documents) > 1 and not fold(notice.title).startswith(said[:8]):
                yield Evidence(notice.id, start, end)


def _naming(document: Document, others: Sequence[Document]) -> list[Evidence]:
    """The first clause of a document that names one of the others, in whichever edition."""
    for other in others:
        title = _EDITION.sub("", fold(other.title))
        clauses = _CLAUSE.finditer(fold(document.text)) if other is not document else ()
        for clause in clauses:
            if f"《{title}" in clause[0]:
                return [Evidence(document.id, *clause.span())]
    return []


def _cut(document: Document, place: Evidence, query: Query) -> str:
    return for_reader(document.text[place.start : place.end].strip(), query.language)


def _of_copies(query: Query, material: Material) -> Draft | None:
    """That nothing is said of copies, or of whether a document is public or a draft, where that is asked."""
    folded = fold(query.question)
    asks = next((one for one in (_COPIED, _STATE) if one.search(folded)), None)
    spoken_of = speaks_of_documents(query) or _COPIED.search(folded) or "通知" in folded
    if not asks or not spoken_of or beside(query, asks, _OF_STATE) >= NOTHING:
        return None
    if any(_COPIED.search(text) for text in material.inventory.folded.values()):
        return None
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
