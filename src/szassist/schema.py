"""The nouns every room shares: documents and their sections, passages, facts, answers.

All of them are frozen values. Text is stored once, in `Document.text`; everything else is a span into it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Language(StrEnum):
    """The language and script a reader uses."""

    HANS = "zh-Hans"
    HANT = "zh-Hant"
    EN = "en"


class SectionKind(StrEnum):
    """What a section is in a Chinese official document."""

    ROOT = "root"  # the document itself: title and whatever stands before its first heading
    PREFACE = "preface"  # 前言, 引言, 序
    CHAPTER = "chapter"  # 第一章
    SECTION = "section"  # 第一节, 一、
    SUBSECTION = "subsection"  # （一）
    ITEM = "item"  # 1. or 1、
    SUBITEM = "subitem"  # （1） or ①
    PARAGRAPH = "paragraph"  # a paragraph opened by a lead phrase: 经济综合实力雄厚。
    CLOSING = "closing"  # 〔责任单位：…〕 closing an action, 附件, a signature
    EXCERPT = "excerpt"  # a fragment quoted by a page outside of the document's body


@dataclass(frozen=True, slots=True)
class Section:
    """One node of a document's outline, in document order.

    `start`..`end` covers the section with everything below it; `start`..`own_end` is its own text up to its first
    child (or its end). The own spans of all sections partition the document's text.
    """

    index: int
    parent: int | None
    kind: SectionKind
    label: str  # as written: 第一章, 二、, （三）, 4. ; empty where the section has no number
    title: str  # as written, without label and closing mark
    start: int
    own_end: int
    end: int

    @property
    def heading(self) -> str:
        """Label and title as one line, the element of a section path."""
        space = " " if self.kind is SectionKind.CHAPTER else ""
        return f"{self.label}{space}{self.title}"


class RepairKind(StrEnum):
    """Why a document's text differs from the file it came from."""

    MOJIBAKE = "mojibake"
    MISSING_MARK = "missing_mark"
    MISSING_SEPARATOR = "missing_separator"
    SUSPECTED_SOURCE_TYPO = "suspected_source_typo"  # noted, never applied


@dataclass(frozen=True, slots=True)
class Repair:
    """A spot where the source was damaged: what stood there, what stands here now, and why."""

    id: str
    kind: RepairKind
    start: int  # in the document's text
    end: int
    source: str
    repaired: str
    applied: bool
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """One official document: its text, fixed when it is built, and what describes it."""

    id: str
    title: str
    issuer: str | None
    date: dt.date | None
    number: str | None  # document number such as 深府〔2023〕5号, where the source gives one
    source: str  # file name in the corpus folder
    url: str | None
    text: str
    sections: tuple[Section, ...]
    repairs: tuple[Repair, ...] = ()
    missing: tuple[str, ...] = ()  # what the source lacks, in words: 表1 的表体
    adopted_by: str | None = None  # id of the notice that issues this document
    edition: tuple[str, ...] = ()  # where this text comes from and what to know about it, in words

    def section_at(self, offset: int) -> Section:
        """The innermost section whose own text holds `offset` (0 <= offset < len(text))."""
        low, high = 0, len(self.sections) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sections[middle].start <= offset:
                low = middle
            else:
                high = middle - 1
        return self.sections[low]

    def ancestors(self, section: Section) -> tuple[Section, ...]:
        """`section` and the sections above it, outermost first, without the root."""
        chain: list[Section] = []
        node: Section | None = section
        while node is not None and node.kind is not SectionKind.ROOT:
            chain.append(node)
            node = None if node.parent is None else self.sections[node.parent]
        return tuple(reversed(chain))

    def section_path(self, offset: int) -> tuple[str, ...]:
        """Headings above and at `offset`, outermost first, without sections that have none; empty before the first."""
        return tuple(s.heading for s in self.ancestors(self.section_at(offset)) if s.heading.strip())


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one section's own text, the unit of search."""

    id: str  # stable while the text around it is unchanged
    document_id: str
    section: int  # index into Document.sections
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query."""

    document_id: str
    start: int
    end: int
    text: str
    score: float
    section_path: tuple[str, ...]


class FactKind(StrEnum):
    """What a row of the register says."""

    TARGET = "target"
    STATUS = "status"
    REQUIREMENT = "requirement"


class Comparator(StrEnum):
    """How the stated value bounds the indicator."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUAL = "="
    RANGE = "range"
    APPROX = "approx"


class YearBasis(StrEnum):
    """Whether a fact's year stands in its own sentence or governs it from before."""

    STATED = "stated"
    INHERITED = "inherited"


class UnitsScope(StrEnum):
    """To what the text assigns the responsible units."""

    ACTION = "action"
    PROJECT = "project"
    SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a change is measured from: 比2020年下降14%."""

    value: Decimal | None
    unit: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the register: an indicator or obligation with its value, year and responsible units."""

    id: str
    kind: FactKind
    indicator: str
    comparator: Comparator
    comparator_word: str
    value: Decimal | tuple[Decimal, Decimal] | None
    unit: str
    year: int | None
    year_basis: YearBasis | None
    baseline: Baseline | None
    document_id: str
    section_path: tuple[str, ...]
    action: str | None
    project: str | None
    responsible_units: tuple[str, ...]
    units_scope: UnitsScope | None
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """An action, or a project within one, with the units the text makes responsible for it.

    It is an obligation of its units even where it holds no figure.
    """

    document_id: str
    title: str  # of the project, or of the action itself
    action: str | None
    project: str | None
    responsible_units: tuple[str, ...]
    units_scope: UnitsScope | None
    start: int  # the whole action or project
    end: int
    units_start: int  # where the units are named; equal to units_end where nobody is
    units_end: int
    year: int | None = None  # by which, where the text sets the action or project as a whole one
    lead_units: tuple[str, ...] = ()  # those of the responsible units that the text makes lead, and that only support
    support_units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier exchange: what was asked and the text that was shown."""

    question: str
    answer: str


class Status(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    DECLINED = "declined"
    SMALLTALK = "smalltalk"


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered piece of evidence; `quote` is cut from the document at `start`..`end`."""

    number: int
    document_id: str
    document_title: str
    section_path: tuple[str, ...]
    start: int
    end: int
    quote: str
    shown: str  # the quote in the reader's script
    permalink: str


@dataclass(frozen=True, slots=True)
class Trust:
    """How much of an answer was checked against its evidence."""

    quotes: int = 0
    quotes_verified: int = 0
    figures: int = 0
    figures_verified: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """What is shown for a question, with everything needed to check it."""

    question: str
    text: str
    status: Status
    language: Language
    citations: tuple[Citation, ...] = ()
    facts: tuple[Fact, ...] = ()
    trust: Trust = field(default_factory=Trust)
    suggestions: tuple[str, ...] = ()
    engine: str = "extractive"
    note: str = ""  # a quiet word about how the answer came about: that the chat model could not be used

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON-ready values; decimals become strings, so no digit is lost."""
        return {name: jsonable(getattr(self, name)) for name in self.__slots__}


def jsonable(value: object) -> Any:
    """Nouns, tuples and decimals as plain JSON values, recursively."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [jsonable(item) for item in value]
    slots = getattr(value, "__slots__", None)
    if slots is not None:
        return {name: jsonable(getattr(value, name)) for name in slots}
    return value
