"""The table of contents of a document, as nested lists that fold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.reading import Block, Reading, outlined
from szassist.schema import Document, Language, Section, SectionKind
from szassist.text.script import language_of

_LISTED = {SectionKind.ITEM, SectionKind.SUBITEM}


@dataclass(frozen=True, slots=True)
class _Contents:
    """The sections shown, by the section they are shown below (None: at the top), and the line that opens each."""

    reading: Reading
    below: Mapping[int | None, Sequence[Section]]
    first: Mapping[int, Block]


def contents(reading: Reading) -> Markup:
    """The outline as a navigation; empty where the document has no headings."""
    document = reading.document
    first = _first_lines(document)
    shown = {s.index for s in document.sections if s.index in first and _listed(s, first[s.index])}
    below: dict[int | None, list[Section]] = {}
    for section in document.sections:
        if section.index in shown:
            above = [s.index for s in document.ancestors(section)[:-1] if s.index in shown]
            below.setdefault(above[-1] if above else None, []).append(section)
    if not below:
        return Markup("")
    words = reading.voice.say("document.contents")
    inner = _list(None, _Contents(reading, below, first))
    details = tag("details", {"open": True, "class": "contents"}, tag("summary", None, words), inner)
    return tag("nav", {"aria-label": words, "class": "outline"}, details)


def _first_lines(document: Document) -> dict[int, Block]:
    """The line that opens each section."""
    first: dict[int, Block] = {}
    for line in outlined(document, 0, len(document.text)):
        first.setdefault(line.section.index, line)
    return first


def _listed(section: Section, line: Block) -> bool:
    """Whether a section belongs into the contents: it has a heading, and items have more to say than their title."""
    if section.kind is SectionKind.ROOT or not section.title.strip():
        return False
    return section.kind not in _LISTED or section.end > section.own_end or section.own_end - line.lead > 1


def _list(above: int | None, shown: _Contents) -> Markup:
    items = [
        tag("li", None, _name(section, shown), _folded(section.index, shown) if section.index in shown.below else "")
        for section in shown.below[above]
    ]
    return tag("ul", None, joined(items))


def _folded(above: int, shown: _Contents) -> Markup:
    """The sections below one, behind their number."""
    count = shown.reading.voice.count("document.subsections", len(shown.below[above]))
    return tag("details", None, tag("summary", None, count), _list(above, shown))


def _name(section: Section, shown: _Contents) -> Markup:
    """The link to a section: its heading as the text shows it, in English where it has such a name."""
    reading, address = shown.reading, f"#{shown.first[section.index].span.id}"
    voice = reading.voice
    if voice.language is Language.EN:
        return link(address, voice.label(section.heading), lang=voice.label_lang(section.heading))
    if reading.converted:
        return link(address, voice.shown(section.heading))
    own = language_of(reading.document.text[:2000])
    return link(address, section.heading, lang=None if own is voice.language else str(own))
