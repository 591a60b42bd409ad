"""What a document enumerates: the items below a heading or after a sentence that leads into them, answers to the questions
that it asks itself, items in running text, and sentences that name several things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.inline import FEWEST, inline
from szassist.answer.words import table
from szassist.schema import Document, Section, SectionKind
from szassist.text.script import fold
from szassist.text.sentences import sentences

_LEADS = re.compile(r"下列|以下|如下|[:：]\s*$")
_QUESTION = re.compile(r"(?m)^\s*(?:问|Q|\d{1,2}[.、]\s*问)\s*\d*\s*[:：]\s*(?P<asked>[^\n]+)$")
_ANSWER = re.compile(r"(?m)^\s*(?:答|A)\s*[:：]\s*")
_SERIES = (SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION, SectionKind.ITEM, SectionKind.SUBITEM)
_CLAUSE = re.compile("[,;。]")
_CHANGES = re.compile(  # what is to be changed is not what is told: 优化就诊流程
    "(?:进一步|全面|不断|持续|加快|切实|着力)*(?:优化|完善|规范|健全|加强|简化|推进|推动|明确|建立|提升|提高|改进|强化|创新|拓展|丰富|压缩|精简)"
)
_CELL = " | "
_REGULAR = re.compile(r"^\s*第[一二三四五六七八九十百零〇\d]+条")
WHOLE = 6  # sentences of a section without items that are shown as what it says


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that is enumerated, with what is enumerated below it."""

    place: Evidence
    title: int = 0  # characters of its number and title, where text follows them
    below: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Enumeration:
    """Things that a document enumerates, with the words that say of what; folded but for the places."""

    document: Document
    section: Section
    name: str  # of its heading, or the question that it answers; empty below an article without a title
    said: str  # the sentence that leads into it, or that enumerates by itself
    around: str  # the headings above
    title: str  # of the document
    lead: Evidence | None
    items: tuple[Item, ...]  # none where a sentence enumerates by itself
    counted: bool = True  # whether the items are things, and not just the sentences of a section
    asked: bool = False  # whether `name` is a question of the document's own
    direct: frozenset[str] = frozenset()  # the kinds of things that such a sentence names

    @property
    def told(self) -> str:
        """The words that say of what it is."""
        return f"{self.name} {self.said}"

    @cached_property
    def leading(self) -> str:
        """Its heading, and the clauses of the sentence that lead into it: those with 下列 or the like, else the last one."""
        clauses = [one for one in _CLAUSE.split(self.said) if one.strip()]
        told = [one for one in clauses if _LEADS.search(one[:-1])] or clauses[-1:]
        return " ".join([*([] if _CHANGES.match(self.name) else [self.name]), *told])


def enumerations(document: Document) -> Iterator[Enumeration]:
    """Everything that a document enumerates, in order."""
    below: dict[int | None, list[Section]] = {}
    for section in document.sections:
        below.setdefault(section.parent, []).append(section)
    for section in document.sections:
        children = below.get(section.index, [])
        found = list(_of_children(document, section, children, below))
        yield from found
        yield from _in_text(document, section, alone=not children)


def _around(document: Document, section: Section, *, whole: bool) -> str:
    above = document.ancestors(section)
    names = [one.title for one in (above if whole else above[:-1])]
    return fold(" ".join(names))


def _name(section: Section) -> str:
    return "" if section.kind is SectionKind.ROOT else fold(section.title).strip()


def _of_children(
    document: Document, section: Section, children: Sequence[Section], below: dict[int | None, list[Section]]
) -> Iterator[Enumeration]:
    """The numbered sections right below one, parted where they count anew."""
    groups = _groups(children)
    for group in groups:
        if len(group) < FEWEST or group[0].kind not in _SERIES or _REGULAR.match(group[0].label):
            continue
        begin = section.start if group is groups[0] else section.own_end
        lead = _lead(document, section, begin, group[0].start)
        said = fold(document.text[lead.start : lead.end]) if lead else ""
        name = _name(section) if group is groups[0] else ""
        if not name and not said:
            continue
        items = tuple(_item(document, one, group, below) for one in group)
        yield Enumeration(
            document, section, name, said, _around(document, section, whole=False), fold(document.title), lead, items
        )


def _groups(sections: Sequence[Section]) -> list[list[Section]]:
    groups: list[list[Section]] = [[]]
    for section in sections:
        last = groups[-1]
        if last and (section.kind is not last[0].kind or section.label == last[0].label or not section.label):
            groups.append([])
        if section.label:
            groups[-1].append(section)
    return groups


def _lead(document: Document, section: Section, begin: int, end: int) -> Evidence | None:
    """The sentence before the first item that leads into them; None where what stands there is the heading or a text."""
    start = begin + (len(section.heading) if section.title.strip() and section.kind is not SectionKind.ROOT else 0)
    found = sentences(document.text, min(start, end), end)
    if not found or not any(char.isalpha() for char in document.text[slice(*found[-1])]):
        return None
    text = document.text[slice(*found[-1])]
    return Evidence(document.id, *found[-1]) if _LEADS.search(text) else None


def _item(
    document: Document, section: Section, group: Sequence[Section], below: dict[int | None, list[Section]]
) -> Item:
    """An item with its own lines; of the last one only the first, where no other has more: what follows is no part of it."""
    end = section.own_end
    text = document.text
    if section is group[-1] and not any("\n" in text[one.start : one.own_end].strip() for one in group[:-1]):
        stop = text.find("\n", section.start, end)
        end = stop if stop > 0 else end
    while end > section.start and text[end - 1].isspace():
        end -= 1
    colon = text[section.start : end].rstrip().endswith(("：", ":"))
    parts = tuple(_first_line(document, one) for one in below.get(section.index, ())) if colon else ()
    heading = len(section.heading) if section.title.strip() else 0
    return Item(Evidence(document.id, section.start, end), heading, parts)


def _first_line(document: Document, section: Section) -> Evidence:
    stop = document.text.find("\n", section.start, section.own_end)
    return Evidence(document.id, section.start, stop if stop > 0 else section.own_end)


def _in_text(document: Document, section: Section, *, alone: bool) -> Iterator[Enumeration]:
    """What the own text of a section enumerates; where it has no sections below it and enumerates nothing, what it says."""
    own = document.text[section.start : section.own_end]
    asked = list(_QUESTION.finditer(own))
    yield from _answers(document, section, asked)
    stop = section.start + asked[0].start() if asked else section.own_end
    start = section.start + (len(section.heading) if _name(section) else 0)
    base = Enumeration(
        document, section, _name(section), "", _around(document, section, whole=False), fold(document.title), None, ()
    )
    body = []
    for first, last in _lines(document.text, start, stop):
        items = inline(document.text, first, last)
        if items:
            yield _inline(base, first, last, items)
        body += sentences(document.text, first, last)
        yield from _direct(base, first, items[0][0] if items else last)
    if alone and _name(section) and body and section.kind is not SectionKind.CLOSING and not asked:
        shown = [one for one in body if any(char.isalnum() for char in document.text[slice(*one)])][:WHOLE]
        rows = tuple(Item(Evidence(document.id, *one)) for one in shown)
        text = fold(document.text[start:stop])
        yield replace(base, around=f"{base.around} {text}", items=rows, counted=False)


def _lines(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]+", text[start:stop]):
        if _CELL not in match[0]:
            yield start + match.start(), start + match.end()


def _inline(base: Enumeration, first: int, last: int, items: Sequence[tuple[int, int]]) -> Enumeration:
    """Items in a line, after the sentence that they stand in or the one before it."""
    document = base.document
    before = sentences(document.text, first, items[0][0])
    lead = Evidence(document.id, *before[-1]) if before else None
    said = fold(document.text[lead.start : lead.end]) if lead else ""
    rows = tuple(Item(Evidence(document.id, *one)) for one in items)
    return replace(base, lead=lead, said=said, items=rows)


def _direct(base: Enumeration, first: int, last: int) -> Iterator[Enumeration]:
    """The sentences that name several things by themselves: 签约服务包分为免费服务包、基本服务包."""
    for span in sentences(base.document.text, first, last):
        folded = fold(base.document.text[slice(*span)])
        kinds = frozenset(kind for kind, form in _directly().items() if form.search(folded))
        if kinds and not _LEADS.search(folded):
            yield replace(base, said=folded, lead=Evidence(base.document.id, *span), direct=kinds)


@cache
def _directly() -> dict[str, re.Pattern[str]]:
    found: dict[str, str] = table("enumerations")["direct"]
    return {kind: re.compile(form) for kind, form in found.items()}


def _answers(document: Document, section: Section, asked: Sequence[re.Match[str]]) -> Iterator[Enumeration]:
    """The questions that a document asks itself, each with its answer in items or sentences."""
    for at, match in enumerate(asked):
        end = section.start + asked[at + 1].start() if at + 1 < len(asked) else section.own_end
        answer = _ANSWER.search(document.text, section.start + match.end(), end)
        if not answer:
            continue
        rows = list(_lines(document.text, answer.end(), end))
        items = inline(document.text, *rows[0]) if len(rows) == 1 else rows
        before = sentences(document.text, answer.end(), items[0][0]) if items else []
        question = Evidence(document.id, section.start + match.start("asked"), section.start + match.end("asked"))
        lead = Evidence(document.id, *before[-1]) if before else question
        said = fold(document.text[lead.start : lead.end]) if before else ""
        places = items or sentences(document.text, answer.end(), end)
        yield Enumeration(
            document,
            section,
            fold(match["asked"]).strip(),
            said,
            _around(document, section, whole=True),
            fold(document.title),
            lead,
            tuple(Item(Evidence(document.id, *one)) for one in places),
            counted=bool(items),
            asked=True,
        )
