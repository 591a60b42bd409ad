"""Runs of titled paragraphs or items, with the sentence that leads into them: 面临诸多挑战。一是… 二是… 三是…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from szassist.answer.ground.draft import Evidence
from szassist.schema import Document, Section
from szassist.text.script import fold
from szassist.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Run:
    """Titled sections that follow one another, all right below one section."""

    document: Document
    parent: Section
    lead: Evidence | None  # the sentence before the first one, where that is more than the parent's heading
    said: str  # that sentence, folded
    name: str  # the parent's title, folded
    items: tuple[Section, ...]


def runs(document: Document) -> Iterator[Run]:
    """The runs of at least two titled sections: text without a title parts them, and so does counting anew."""
    below: dict[int | None, list[Section]] = {}
    for section in document.sections:
        below.setdefault(section.parent, []).append(section)
    for parent in document.sections:
        for group in _groups(below.get(parent.index, ())):
            if len(group) > 1:
                lead = _lead(document, parent, group[0].start)
                said = fold(document.text[lead.start : lead.end]) if lead else ""
                yield Run(document, parent, lead, said, fold(parent.title), tuple(group))


def _groups(sections: Sequence[Section]) -> Iterator[list[Section]]:
    group: list[Section] = []
    for section in sections:
        anew = bool(group) and bool(section.label) and section.label == group[0].label
        if anew or not section.title.strip():
            yield group
            group = []
        if section.title.strip():
            group.append(section)
    yield group


def _lead(document: Document, parent: Section, end: int) -> Evidence | None:
    """The last sentence before `end` within `parent`, none where that is its heading."""
    begin = parent.start + len(parent.heading)
    found = sentences(document.text, min(max(begin, document.text.rfind("\n", 0, max(begin, end - 2))), end), end)
    return Evidence(document.id, *found[-1]) if found and len(document.text[slice(*found[-1])]) > 2 else None
