"""Register rows and names as words of an answer, in the reader's language; the comparator is never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Document, Fact, FactKind, Language
from szassist.text.dates import TimeKind, dates
from szassist.text.english import english_name
from szassist.text.quantities import quantities
from szassist.text.script import fold, for_reader

_AFTER = re.compile(r"^(?:及以上|或以上|和以上|以上|之上|及以下|或以下|以下|以内|之内|之下|左右|上下|前后|内)$")
_VERB = re.compile(r"(?:控制|保持|穩定|稳定|維持|维持)在|(?:達|达|提升|提高|降|降低|下降|增|增加|減|减)[到至]?(?=\d)")
_APART = re.compile(r"^分[别別](?=.)")  # a word for several figures, of which one is said
TELLING = 0.2  # weight of a word that a topic may begin or end with
_EDGE = " ，,。；;、"
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def name(text: str, language: Language) -> str:
    """A name in the reader's script; in English its official English name, else the Chinese one."""
    return (english_name(text) or text) if language is Language.EN else for_reader(text, language)


def quoted(text: str, language: Language) -> str:
    """A name to stand within quotation marks: those it holds itself become inner ones."""
    inner = "『』" if language is Language.HANT else "‘’"
    return name(text, language).translate(str.maketrans("“”", inner))


def topic(query: Query) -> str:
    """What a question is about, in its own words: from the first to the last that tells something, as they are typed."""
    words = query.content if query.language is Language.EN else "".join(query.content.split())
    telling = [(words.find(term.word), term.word) for term in query.terms if term.weight >= TELLING]
    spans = [(at, at + len(word)) for at, word in telling if at >= 0] or [(0, len(words))]
    words = words[min(start for start, _ in spans) : max(end for _, end in spans)].strip("的和与")
    typed = fold(query.question).find(words)
    return quoted(query.question[typed : typed + len(words)] if typed >= 0 else words, query.language)


def names(texts: Iterable[str], language: Language) -> str:
    """Names as a list."""
    return phrase(language, "join").join(name(text, language) for text in texts)


def said(fact: Fact, language: Language) -> str:
    """What a row says, without its year: indicator, comparator as written, value and unit."""
    if language is Language.EN:
        return _in_english(fact)
    quote = fact.quote.strip(_EDGE)
    if fact.value is not None and "\n" in quote:  # a row of a table whose lines are torn apart
        return for_reader(f"{fact.indicator}为{_bounded(fact)}", language)
    own = any(time.kind is not TimeKind.BASE for time in dates(quote))
    if fact.value is None or not (_others(fact) or "分别" in fold(quote) or own or _is_nameless(fact)):
        return for_reader(quote, language)
    return for_reader(f"{fact.indicator}{_since(fact)}{_bounded(fact)}", language)


def _is_nameless(fact: Fact) -> bool:
    """Whether a row's quote only tells its figure, and what it measures stands elsewhere: 达到80%, ≥50%."""
    told = fact.quote.replace(fact.comparator_word, "").replace(written(fact), "")
    return not any(char in fact.indicator for char in told if "\u4e00" <= char <= "\u9fff")


def _since(fact: Fact) -> str:
    """The year that a row's change is measured from, as it stands between the indicator and the change: 比2020年."""
    since = fact.baseline.year if fact.baseline and fact.baseline.value is None else None
    return f"比{since}年" if since else ""


def _others(fact: Fact) -> bool:
    """Whether a row's quote holds a figure that is neither its value nor part of its indicator: 从 A 增至 B."""
    return any(
        one.value != fact.value and not one.ordinal and fact.quote[one.start : one.end] not in fact.indicator
        for one in quantities(fact.quote)
    )


def written(fact: Fact) -> str:
    """The figure of a row as the document writes it, with its unit: 3.0人 of 分别达到3.0和5.0人."""
    for one in quantities(fact.quote):
        if one.value == fact.value:
            figure = fact.quote[one.start : one.end].strip()
            return figure if fact.unit in figure else figure + fact.unit
    return f"{fact.value}{fact.unit}"


def bounded(fact: Fact, language: Language) -> str:
    """The figure of a row with its comparator: 不高于18微克/立方米, 80%以上."""
    if language is Language.EN:
        return _figure_in_english(fact)
    return for_reader(_bounded(fact), language)


def _bounded(fact: Fact) -> str:
    """The comparator word on its own side of the figure; a verb that leads up to a bound stays (控制在…以下)."""
    word = _APART.sub("", fact.comparator_word)
    if not _AFTER.match(fold(word)):
        return f"{word}{written(fact)}"
    match = _VERB.search(fact.quote)
    verb = match.group() if match and not fact.indicator.endswith(match.group()) else ""
    return f"{verb}{written(fact)}{word}"


def sentence(fact: Fact, language: Language) -> str:
    """A row as one sentence: 到2025年，再生水利用率提升至80%以上。"""
    what = said(fact, language)
    if fact.year is None:
        dated = fact.kind is not FactKind.STATUS or fact.value is None
        opened = what[:1].upper() + what[1:] if language is Language.EN else what
        return phrase(language, "plain" if dated else "undated", what=opened)
    form = "was" if fact.kind is FactKind.STATUS else "due"
    return phrase(language, form, year=str(fact.year), what=what)


def short(fact: Fact, language: Language) -> str:
    """A row's year and bounded figure, for a list of other years."""
    what = bounded(fact, language)
    if fact.year is None:
        return phrase(language, "undated_short", what=what)
    return phrase(language, "year_short", year=str(fact.year), what=what)


def title(document: Document, language: Language) -> str:
    """A document's title in the reader's language."""
    return name(document.title, language)


def titles(documents: Mapping[str, Document], language: Language) -> str:
    """The titles of the documents; where a notice issues some of them, only of those."""
    issued = [document for document in documents.values() if document.adopted_by]
    main = issued or list(documents.values())
    return phrase(language, "join").join(
        title(document, language) if language is Language.EN else f"《{title(document, language)}》"
        for document in main
    )


def _in_english(fact: Fact) -> str:
    indicator = english_name(fact.indicator) or fact.indicator
    since = fact.baseline.year if fact.baseline and fact.baseline.value is None else None
    compared = f", compared with {since}" if since else ""
    return (
        f"{indicator}: {_figure_in_english(fact)}{compared}"
        if fact.value is not None
        else f"“{fact.quote.strip(_EDGE)}”"
    )


def _figure_in_english(fact: Fact) -> str:
    from szassist.answer.words.english import figure_in_english

    return figure_in_english(fact)
