"""The table of contents of a document, as nested lists that fold."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.reading import Block, Reading, outlined
from szassist.schema import Document, Section, SectionKind

_LISTED = {SectionKind.ITEM, SectionKind.SUBITEM}


def contents(reading: Reading) -> Markup:
    """The outline as a navigation; empty where the document has no headings."""
    document = reading.document
    first = _first_lines(document)
    shown = [s for s in document.sections if s.index in first and _listed(s, first[s.index])]
    top = [s for s in shown if _parent(s, shown, document) is None]
    if not top:
        return Markup("")
    voice = reading.voice
    inner = _list(top, shown, first, reading)
    summary = tag("summary", None, voice.say("document.contents"))
    details = tag("details", {"open": True, "class": "contents"}, summary, inner)
    return tag("nav", {"aria-label": voice.say("document.contents"), "class": "outline"}, details)


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


def _parent(section: Section, shown: Sequence[Section], document: Document) -> Section | None:
    """The nearest section above that is in the contents too."""
    above = document.ancestors(section)[:-1]
    return next((s for s in reversed(above) if s in shown), None)


def _list(members: Sequence[Section], shown: Sequence[Section], first: dict[int, Block], reading: Reading) -> Markup:
    items = []
    for member in members:
        line = first[member.index]
        heading = reading.voice.shown(member.heading) if reading.converted else member.heading
        name = link(f"#{line.span.id}", heading)
        below = [s for s in shown if _parent(s, shown, reading.document) == member]
        items.append(tag("li", None, name, _below(below, shown, first, reading) if below else Markup("")))
    return tag("ul", {"lang": reading.voice.lang(reading.document.text[:200])}, joined(items))


def _below(members: Sequence[Section], shown: Sequence[Section], first: dict[int, Block], reading: Reading) -> Markup:
    summary = reading.voice.count("document.subsections", len(members))
    lang = str(reading.voice.language) if reading.voice.lang(reading.document.text[:200]) else None
    inner = _list(members, shown, first, reading)
    return tag("details", None, tag("summary", {"lang": lang}, summary), inner)
