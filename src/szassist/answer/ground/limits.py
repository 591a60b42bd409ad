"""What the clauses of a document lay down in times and amounts: days, terms, ages, how often, how many, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from szassist.answer.ground.draft import Evidence
from szassist.answer.words import table
from szassist.schema import Document, Section, SectionKind
from szassist.text.script import fold
from szassist.text.sentences import sentences


class Measured(StrEnum):
    """What kind of time or amount something is."""

    OFTEN = "often"  # 每季度, 每年
    AGE = "age"  # 年满16周岁
    SPAN = "span"  # 5年, 15个工作日内, 期限不得超过剩余租赁期限
    DAY = "day"  # 5月19日至5月22日, 自公告次月起
    MONEY = "money"
    SHARE = "share"
    SIZE = "size"
    COUNT = "count"  # 1所, 3名


@dataclass(frozen=True, slots=True)
class Value:
    """A time or an amount in a folded sentence."""

    kind: Measured
    start: int
    end: int
    unit: str = ""  # of a count or a term: 所, 年


@dataclass(frozen=True, slots=True)
class Limit:
    """A sentence of running text with the times and amounts that it lays down."""

    document: Document
    span: Evidence
    text: str  # folded
    above: str  # the headings right above it and the words that lead into it, folded
    chapter: str  # the headings of its chapter, folded
    before: Evidence | None  # the sentence before it, where it may go on about what that speaks of
    onward: bool  # whether it does by its first words, or is the time of an item that is named before
    values: tuple[Value, ...]


_HAN = "[一二两三四五六七八九十百]"
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|(?<!第){_HAN}{{1,4}})"
_DASH = r"\s?[-—–~至到]{1,2}\s?"
_DATE = r"(?:(?:(?:19|20)\d\d|每|当|次|今|明)年)?\d{1,2}月(?:\d{1,2}[日号]|份|底|末|初|[上中下]旬)?(?:\(?[上下]午(?:\d{1,2}[点时])?\)?)?"
_KINDS = (
    (Measured.AGE, rf"{_NUMBER}(?:{_DASH}{_NUMBER})?周?岁"),
    (
        Measured.DAY,
        rf"{_DATE}(?:{_DASH}(?:{_DATE}|\d{{1,2}}[日号]))?(?:之?前|以前|起)?"
        r"|(?:(?:19|20)\d\d|每|当|次)年(?:年?[底末初]|上半年|下半年|第?[一二三四]季度)(?:之?前)?"
        r"|自[^,。;]{1,28}?(?:之日|次日|次月|当月|当日|次年|届满|后)起|(?:于|在)?(?:当天|当日|次日|次月|次年)(?!起)",
    ),
    (
        Measured.OFTEN,
        rf"每{_HAN}?(?:{_NUMBER}(?:{_DASH}{_NUMBER})?)?个?(?:年|月|季度?|周|日|天|学期|学年|半年|星期)(?![底末初人均])|按[年月季周](?![度龄])",
    ),
    (
        Measured.SPAN,
        rf"(?<![\d年月第])(?:\d{{1,3}}|半|{_HAN}{{1,3}})(?:个?月|年|日|天)?(?:{_DASH}\d{{1,3}})?个?"
        r"(?P<span>工作日|自然日|小时|分钟|日|天|周(?!岁|边)|星期|月(?!\d)|学期|学年|年(?!级|龄|度|代|底|均|初|末|前?\d|来|行动|计划|规划))(?:以内|之内|内)?"
        r"|期限?(?:应当|应|原则上|一般)?(?:不能|不得|不应|不)(?:超过|少于|低于|短于|长于)[^,。;]+",
    ),
    (Measured.MONEY, rf"{_NUMBER}[万亿]?元(?:/[^,。;]{{1,5}})?"),
    (Measured.SHARE, rf"{_NUMBER}(?:{_DASH}{_NUMBER})?[%‰]|百分之{_HAN}+|{_HAN}成(?=以)"),
    (Measured.SIZE, rf"{_NUMBER}[万亿]?(?:平方(?:公里|米)|公顷|亩|m2|㎡)"),
    (
        Measured.COUNT,
        rf"(?<!第){_NUMBER}[万亿]?余?(?P<count>[个名人位所家套间份项件户条辆张本台座班页次](?!月|百分|工作日|小时|星期|学期))",
    ),
)
_VALUE = re.compile("|".join(f"(?P<k_{kind.value}>{pattern})" for kind, pattern in _KINDS))
_TITLES = re.compile(
    r"《[^《》\n]{1,90}》|[〔\[(]\d{4}[〕\])]\s?第?\d+号|第[一二三四五六七八九十百零\d]+[条款项章]|\(第?[一二三四五六七八九十\d]+\)"
)
_LABELLED = re.compile(
    r"(?P<name>(?:完成|办理|整改|落实|工作|实施|计划完成)?(?:时限|时间|期限)(?:要求|安排|节点)?:)[^\n]{2,40}"
)
_TABLE = re.compile(r"(?:^|\s)\|\s")


def limits(document: Document) -> Iterator[Limit]:
    """The sentences of a document that lay down a time or an amount, and the lines that set the time of the item above them;
    the rows of tables are none.
    """
    item: Section | None = None
    for section in document.sections:
        if line := _LABELLED.match(fold(document.text[section.start : section.own_end])):
            if item is not None:
                yield _of_item(document, item, section.start, line)
        else:
            item = section if section.kind is not SectionKind.CLOSING and section.title.strip() else item
            yield from _of_section(document, section)


def _of_section(document: Document, section: Section) -> Iterator[Limit]:
    last: Evidence | None = None
    for start, end in sentences(document.text, section.start, section.own_end):
        text, span = fold(document.text[start:end]), Evidence(document.id, start, end)
        if (found := values(text)) and not _TABLE.search(text):
            goes_on = bool(_onward().match(text))
            near = goes_on or (last is not None and document.text[last.end - 1] in "；;")
            one = last if last and near and "\n" not in document.text[last.start : start].strip() else None
            yield Limit(document, span, text, *_above(document, start), one, goes_on and one is not None, found)
        last = span


def _of_item(document: Document, item: Section, start: int, line: re.Match[str]) -> Limit:
    """The line that says by when an item is to be done: 完成时限:2019年6月底前."""
    text = line[0].strip()
    found = values(text) or (Value(Measured.DAY, line.end("name"), len(text)),)
    named = Evidence(document.id, item.start, item.start + len(item.heading))
    path = " ".join(one.title for one in document.ancestors(item))
    said = fold(f"{path} {document.text[item.start : item.own_end]}")
    return Limit(document, Evidence(document.id, start, start + len(text)), text, said, "", named, True, found)


@cache
def _onward() -> re.Pattern[str]:
    return re.compile(table("limits")["onward"]["begins"])


@lru_cache(maxsize=1 << 12)
def values(text: str) -> tuple[Value, ...]:
    """The times and amounts of a folded text; those in titles and numbers of clauses are names."""
    hidden = _TITLES.sub(lambda match: "\x00" * len(match[0]), text)
    return tuple(_value(match) for match in _VALUE.finditer(hidden))


def _value(match: re.Match[str]) -> Value:
    kind = Measured((match.lastgroup or "").removeprefix("k_")) if (match.lastgroup or "").startswith("k_") else None
    kind = kind or next(one for one, _ in _KINDS if match[f"k_{one.value}"] is not None)
    return Value(kind, *match.span(), match["span"] or match["count"] or "")


def _above(document: Document, start: int) -> tuple[str, str]:
    """The headings above a place with the end of the text that leads into its section (申请人应当符合下列条件:), and those of
    its chapter.
    """
    section = document.section_at(start)
    lead = ""
    if section.parent is not None:
        parent = document.sections[section.parent]
        own = document.text[parent.start : parent.own_end].rstrip()
        lead = own[own.rfind("\n") + 1 :] if own.endswith(("：", ":")) else ""
    path = document.ancestors(section)
    chapter = " ".join(one.title for one in path if one.kind is SectionKind.CHAPTER)
    return fold(" ".join((*(one.title for one in path if one.kind is not SectionKind.CHAPTER), lead))), fold(chapter)
