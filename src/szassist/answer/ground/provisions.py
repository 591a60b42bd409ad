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
