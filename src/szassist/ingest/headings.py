"""Which lines of an official document are headings: numbered ones, prefaces, tables, closing blocks, lead phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from szassist.ingest.marks import marks
from szassist.schema import SectionKind
from szassist.text.script import fold

MAX_TITLE = 60  # characters of a title that shares its line with text
MAX_BARE_TITLE = 90  # characters of a heading that has its line for itself
MAX_CLAUSE = 30  # characters of a title with a comma in it; longer ones are sentences
TABLE_CELL = " | "  # between the cells of a table row, which opens nothing
MAX_LEAD = 30  # characters of a lead phrase

_NUMERAL = "[零〇一二三四五六七八九十百]"
_RANK_ARTICLE = 5
_RANK_BLOCK = 10
RANK_LEAD = 20

# Folded forms: (rank, kind, pattern of the label). A smaller rank stands higher in the outline.
_LABELS = (
    (1, SectionKind.CLOSING, re.compile(rf"附(?:件|录|表)\s?(?:\d{{1,2}}|{_NUMERAL}{{1,3}})?(?=[\s:]|$)[\s:]*")),
    (2, SectionKind.CHAPTER, re.compile(rf"第{_NUMERAL}{{1,4}}[编篇部](?!分)")),
    (3, SectionKind.CHAPTER, re.compile(rf"第(?:{_NUMERAL}{{1,4}}|\d{{1,3}})章")),
    (4, SectionKind.SECTION, re.compile(rf"第(?:{_NUMERAL}{{1,4}}|\d{{1,3}})节")),
    (_RANK_ARTICLE, SectionKind.ITEM, re.compile(rf"第(?:{_NUMERAL}{{1,4}}|\d{{1,3}})条(?![约例款理])")),
    (6, SectionKind.SECTION, re.compile(rf"{_NUMERAL}{{1,3}}(?:、|\s?\.(?!\d))")),
    (7, SectionKind.SUBSECTION, re.compile(rf"[(]{_NUMERAL}{{1,3}}[)]、?")),
    (8, SectionKind.ITEM, re.compile(r"\d{1,3}\s?(?:、|\.(?![\d.]))")),
    (9, SectionKind.SUBITEM, re.compile(r"[(]\d{1,3}[)]、?|\d{1,3}[)]")),
    (
        _RANK_BLOCK,
        SectionKind.PARAGRAPH,
        re.compile(r"(?:专栏|专题|表|图)\s?\d{1,3}(?:-\d{1,2})?(?=[\s:一-鿿“《]|$)[\s:]*"),
    ),
    (11, SectionKind.SUBITEM, re.compile("[①-⑳]")),
)
_ORDINAL = re.compile(rf"{_NUMERAL}{{1,2}}(?:是要?|要)")
_ENCLOSED = re.compile(r"《[^《》]*》|“[^“”]*”|\([^()]*\)|〔[^〔〕]*〕|「[^「」]*」")
_OUTER = re.compile(r"[\s。.;:,、]+$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a text, with its folded form of the same length."""

    start: int
    end: int
    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that opens a section; `lead` marks one that is known only by the company it keeps."""

    rank: int
    kind: SectionKind
    label: str
    title: str
    lead: bool = False


def lines(text: str) -> Iterator[Line]:
    """The non-empty lines of a text."""
    folded = fold(text)
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        yield Line(start, end, match.group(), folded[start:end])


def heading(line: Line) -> Heading | None:
    """What a line opens, or None for plain text."""
    if TABLE_CELL in line.text:
        return None
    return _preface(line) or _closing(line) or _numbered(line) or _lead(line)


@cache
def _closing_pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, marks().closing))
    return re.compile(rf"[〔【\[(]?(?:{words})(?:及分工|和分工)?\s?[:：】\]]")


def is_closing(folded: str) -> bool:
    """Whether a folded line is a block naming responsible units or a time limit."""
    return _closing_pattern().match(folded) is not None


def _preface(line: Line) -> Heading | None:
    packed = re.sub(r"\s", "", line.folded)
    if packed not in marks().preface:
        return None
    return Heading(3, SectionKind.PREFACE, "", re.sub(r"\s", "", line.text))


def _closing(line: Line) -> Heading | None:
    if not is_closing(line.folded):
        return None
    return Heading(_RANK_BLOCK, SectionKind.CLOSING, "", "")


def _numbered(line: Line) -> Heading | None:
    for rank, kind, pattern in _LABELS:
        match = pattern.match(line.text if rank == 11 else line.folded)
        if match is None or (rank != 11 and line.text[0] in "①②③④⑤⑥⑦⑧⑨⑩"):
            continue
        if rank in (2, 3, 4) and not _heads(line, match.end()):
            continue
        label = line.text[: match.end()].strip()
        title = _title(line, match.end()) if rank != _RANK_ARTICLE else _article_title(line, match.end())
        if rank in (1, _RANK_BLOCK) and not title and len(line.text) > MAX_BARE_TITLE:
            continue
        return Heading(rank, kind, label.rstrip("：:") if rank in (1, _RANK_BLOCK) else label, title)
    return None


def _heads(line: Line, after: int) -> bool:
    """Whether 第…章 opens a heading, not a sentence about a chapter: 第三章规定的…。"""
    rest = line.folded[after:]
    return len(rest) <= MAX_TITLE and not rest.rstrip().endswith(("。", ";", ","))


def _title(line: Line, after: int) -> str:
    """The title behind a label: up to the first full stop, or the whole line; empty where it is running text."""
    stop = first_stop(line.folded, after)
    limit = MAX_BARE_TITLE if stop >= len(line.folded) - 1 else MAX_TITLE
    title = line.text[after:stop].strip()
    title = title[: len(_OUTER.sub("", fold(title)))]
    clause = "," in _ENCLOSED.sub("", line.folded[after:stop])
    return title if len(title) <= (MAX_CLAUSE if clause else limit) else ""


def _article_title(line: Line, after: int) -> str:
    """The title of an article of a regulation, which has one only in brackets: 第三条【适用范围】…"""
    match = re.match(r"\s*(?:【([^【】]{1,30})】|\(([^()]{1,30})\)|\[([^\[\]]{1,30})\])", line.folded[after:])
    return line.text[after + match.start(match.lastindex or 0) :][: len(match[match.lastindex or 0])] if match else ""


def first_stop(folded: str, start: int) -> int:
    """Where the first sentence from `start` ends: at its full stop outside quotes and brackets, else at the line's end."""
    position = start
    while True:
        stop = folded.find("。", position)
        if stop < 0:
            return len(folded)
        around = next((m for m in _ENCLOSED.finditer(folded, position) if m.start() < stop < m.end()), None)
        if around is None:
            return stop
        position = around.end()


def _lead(line: Line) -> Heading | None:
    """A paragraph whose first sentence may be a title: short, without a comma, and not all of the paragraph."""
    stop = first_stop(line.folded[: MAX_LEAD + 20], 0)
    if stop >= min(len(line.folded) - 1, MAX_LEAD + 20):
        return None
    phrase = line.folded[:stop]
    ordinal = _ORDINAL.match(phrase)
    if len(phrase) > MAX_LEAD + (ordinal.end() if ordinal else 0) or re.search(r"[,;:?!]", phrase):
        return None
    cut = ordinal.end() if ordinal else 0
    return Heading(RANK_LEAD, SectionKind.PARAGRAPH, line.text[:cut], line.text[cut:stop], lead=True)
