"""The sentences of documents as provisions: each with the words it stands below, and the items that it leads into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from szassist.answer.ground.draft import Evidence
from szassist.schema import Document, Section, SectionKind
from szassist.text.script import fold
from szassist.text.sentences import sentences

_LABELS = (
    re.compile(r"第[一二三四五六七八九十百零\d]+条"),
    re.compile(r"[一二三四五六七八九十]+、"),
    re.compile(r"\([一二三四五六七八九十]+\)"),
    re.compile(r"\d+[.、．]"),
    re.compile(r"\(\d+\)|[①②③④⑤⑥⑦⑧⑨⑩]"),
)  # from the highest level to the lowest
_LEADS = re.compile(
    "(?:如下|下列[^,。;]{0,12}|以下[^,。;]{0,12})?[:]$|(?:如下|下列[^,。;]{2,12}|以下[^,。;]{2,12}):?$"
)
_ARTICLES = 3  # articles (第一条) of a document that lays down rules
_ROW = " | "  # between the cells of a table


@dataclass(frozen=True, slots=True)
class Provision:
    """One sentence of a document, folded, with what it stands in."""

    span: Evidence
    text: str
    title: str  # of the document
    above: str  # the titles of the sections above it and what its paragraph says before it
    lead: Provision | None = None  # the sentence that leads into the list of which it is an item
    items: tuple[Evidence, ...] = ()  # those that it leads into


def provisions(document: Document) -> tuple[Provision, ...]:
    """The sentences of a document in order, without tables and closing lines."""
    folded = fold(document.text)
    lines = list(_lines(document))
    found: list[Provision] = []
    leads: list[tuple[int, Provision]] = []  # the sentences that lead into the lists that are open, by level
    for at, (start, end) in enumerate(lines):
        level = _level(folded[start:end])
        leads = [one for one in leads if level is not None and one[0] < level]
        lead = leads[-1][1] if leads else None
        own = list(_of_line(document, folded, (start, end), lead))
        if own and _LEADS.search(own[-1].text):
            below = _items(folded, lines[at + 1 :])
            if below:
                items = tuple(Evidence(document.id, *line) for line in below)
                own[-1] = replace(own[-1], items=items)
                inner = _level(folded[slice(*below[0])])
                leads.append(((inner if inner is not None else 0) - 1, own[-1]))
        found += own
    return tuple(found)


def has_articles(document: Document) -> bool:
    """Whether a document is cut into articles, as what lays down rules is."""
    return sum(bool(_LABELS[0].match(section.label)) for section in document.sections) >= _ARTICLES


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", document.text):
        closing = document.section_at(line.start()).kind is SectionKind.CLOSING
        if _ROW not in line[0] and not closing:
            yield line.span()


def _is_heading(section: Section, text: str) -> bool:
    return bool(section.title) and text.strip().endswith(section.title.strip()) and text[-1] not in "。；：:;"


def _level(line: str) -> int | None:
    """How deep the label of a line is; None where it has none."""
    return next((at for at, label in enumerate(_LABELS) if label.match(line.lstrip())), None)


def _items(folded: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines behind a lead-in that are its items: those with labels of one kind, up to one with a higher label or none."""
    found: list[tuple[int, int]] = []
    own: int | None = None
    for line in lines:
        level = _level(folded[slice(*line)])
        if level is None or (own is not None and level < own) or (own is None and level < 1):
            break
        own = level if own is None else own
        if level == own:
            found.append(line)
    return found


def _of_line(document: Document, folded: str, line: tuple[int, int], lead: Provision | None) -> Iterator[Provision]:
    section = document.section_at(line[0])
    titles = fold(" ".join(one.title for one in document.ancestors(section)[1:]))
    title = fold(document.title)
    for start, end in sentences(document.text, *line):
        if folded[end - 1] == "?" or (lead is None and _is_heading(section, document.text[start:end])):
            continue
        above = f"{titles} {folded[line[0] : start]}"
        yield Provision(Evidence(document.id, start, end), folded[start:end], title, above, lead)
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
class Provision:
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


def provisions(document: Document) -> Iterator[Provision]:
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


def _of_section(document: Document, section: Section) -> Iterator[Provision]:
    last: Evidence | None = None
    for start, end in sentences(document.text, section.start, section.own_end):
        text, span = fold(document.text[start:end]), Evidence(document.id, start, end)
        if (found := values(text)) and not _TABLE.search(text):
            goes_on = bool(_onward().match(text))
            near = goes_on or (last is not None and document.text[last.end - 1] in "；;")
            one = last if last and near and "\n" not in document.text[last.start : start].strip() else None
            yield Provision(document, span, text, *_above(document, start), one, goes_on and one is not None, found)
        last = span


def _of_item(document: Document, item: Section, start: int, line: re.Match[str]) -> Provision:
    """The line that says by when an item is to be done: 完成时限:2019年6月底前."""
    text = line[0].strip()
    found = values(text) or (Value(Measured.DAY, line.end("name"), len(text)),)
    named = Evidence(document.id, item.start, item.start + len(item.heading))
    path = " ".join(one.title for one in document.ancestors(item))
    said = fold(f"{path} {document.text[item.start : item.own_end]}")
    return Provision(document, Evidence(document.id, start, start + len(text)), text, said, "", named, True, found)


@cache
def _onward() -> re.Pattern[str]:
    return re.compile(table("provisions")["onward"]["begins"])


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
