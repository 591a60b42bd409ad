"""Articles of a regulation by their number (第十条说了什么, 第八条第二款), and how many chapters and articles it has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from szassist.answer.compose.items import title_of
from szassist.answer.compose.naming import beside, meant, named
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Document, Section, Status
from szassist.text.numerals import han_number
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

_NUMERAL = r"[〇零一二三四五六七八九十百\d]"
_NTH = re.compile(
    rf"第({_NUMERAL}{{1,5}})条(?![例约款])(?:的?第?({_NUMERAL}{{1,3}})款)?(?:的?第?[(]?({_NUMERAL}{{1,3}})[)]?项)?"
    rf"|\barticle (\d{{1,3}})\b"
)
_COUNTED = re.compile(
    r"(?:几|多少)个?条(?:款|文|规定)?(?=$|[,。;?!吗呢啊])|(?:几|多少)条(?:条款|条文|内容)|条款数|\bhow many articles\b"
)
_OF_ARTICLES = re.compile("条|款|项|章|第|几|规定|内容|说|讲|写|办法|文件|全文|article|chapter")
_LABEL = re.compile(rf"第({_NUMERAL}{{1,5}})条")
_ITEM = re.compile(rf"[(]?({_NUMERAL}{{1,3}})[)]?")
NOTHING = 0.4  # weight of words that name nothing
MOST = 12  # sentences of one article


def of_articles(query: Query, material: Material) -> Draft | None:
    """The article whose number the question gives, as far as a paragraph or item of it where it names one, or how many
    articles there are; None where it asks for something in them, or no document has any.
    """
    folded = fold(query.question)
    nth, counted = _NTH.search(folded), _COUNTED.search(folded)
    asks = _NTH if nth else _COUNTED if counted else None
    other = query.intent in (Intent.WHO, Intent.WHEN) or query.asserted or query.units
    if asks is None or other or beside(query, asks, _OF_ARTICLES) >= NOTHING:
        return None
    documents = [(one, found) for one in meant(query, material) if (found := _articles(one))]
    if not documents:
        return None
    if not nth:
        return Draft(Status.ANSWERED, tuple(_numbers(document, found, query) for document, found in documents))
    told = [one for document, found in documents for one in _told(nth, document, found, query)]
    if told:
        return Draft(Status.ANSWERED, tuple(told))
    if any(_nth(nth, found) for _, found in documents):  # it has no such paragraph or item
        return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
    no_such = Statement(phrase(query.language, "no_article", number=nth[1] or nth[4]))
    return Draft(Status.NOT_FOUND, (no_such, *(_last(document, found, query) for document, found in documents)))


def _articles(document: Document) -> list[Section]:
    return [one for one in document.sections if _LABEL.match(fold(one.label))]


def _told(nth: re.Match[str], document: Document, found: Sequence[Section], query: Query) -> Iterator[Statement]:
    """The sentences of the article with the number, or of the part of it that the question names."""
    article = _nth(nth, found)
    if article is None:
        return
    start, end = article.start, article.end
    if nth[2] or nth[3]:
        part = _part(document, article, nth)
        if part is None:
            return
        start, end = part
    spans = sentences(document.text, start, end)
    for at, span in enumerate(spans[:MOST]):
        text = for_reader(document.text[slice(*span)].strip(), query.language)
        text = text if at == 0 else phrase(query.language, "bullet") + text
        yield Statement(text, (Evidence(document.id, *span),))


def _nth(nth: re.Match[str], found: Sequence[Section]) -> Section | None:
    wanted = han_number(nth[1] or nth[4])
    return next((one for one in found if _number(one) == wanted), None)


def _number(article: Section) -> int:
    match = _LABEL.match(fold(article.label))
    return int(han_number(match[1])) if match else 0


def _part(document: Document, article: Section, nth: re.Match[str]) -> tuple[int, int] | None:
    """Where the item, else the paragraph, of an article stands that a question gives the number of."""
    if nth[3]:
        wanted = han_number(nth[3])
        for one in document.sections:
            label = _ITEM.fullmatch(fold(one.label).strip(" 、."))
            if one.parent == article.index and label and han_number(label[1]) == wanted:
                return one.start, one.end
        return None
    text = document.text[article.start : article.end]
    below = {one.start for one in document.sections if one.parent == article.index}
    lines = [match.span() for match in re.finditer(r"[^\n]+", text) if article.start + match.start() not in below]
    at = int(han_number(nth[2])) - 1
    return (article.start + lines[at][0], article.start + lines[at][1]) if 0 <= at < len(lines) else None


def _numbers(document: Document, found: Sequence[Section], query: Query) -> Statement:
    """How many chapters, where it has any, and articles a document has."""
    chapters = [one for one in document.sections if fold(one.label).endswith("章")]
    counts = [Count(tuple(title_of(document.id, one) for one in some)) for some in (chapters, found) if some]
    form = "chapters_and_articles" if chapters else "articles"
    values = {"chapters": str(len(chapters)), "articles": str(len(found))}
    text = phrase(query.language, form, title=named(document, query.language), **values)
    return Statement(text, (title_of(document.id, found[-1]),), tuple(counts))


def _last(document: Document, found: Sequence[Section], query: Query) -> Statement:
    title, label = named(document, query.language), for_reader(found[-1].label, query.language)
    text = phrase(query.language, "last_article", title=title, label=label)
    return Statement(text, (Evidence(document.id, found[-1].start, found[-1].start + len(found[-1].label)),))
