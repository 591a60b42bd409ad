"""The outline of a document: its headings as a tree of sections whose own spans partition the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from szassist.ingest.headings import RANK_LEAD, Heading, Line, heading, lines
from szassist.schema import Section, SectionKind

_RANK_CLOSING = 10


@dataclass(frozen=True, slots=True)
class _Opening:
    """Where a section starts and what it is."""

    start: int
    heading: Heading


def outline(text: str, title: str) -> tuple[Section, ...]:
    """The sections of a text in order, the root first; `title` names the root.

    A lead phrase opens a section only beside another one. Plain paragraphs that follow such sections belong to none of
    them: they form a section without label and title. A closing block that follows the last numbered item, where no
    other item has one, closes what the items belong to.
    """
    openings = list(_openings(list(lines(text))))
    return _tree(_raised_closings(openings), len(text), title)


def fragments(text: str, title: str) -> tuple[Section, ...]:
    """The sections of a page's excerpts: every paragraph one fragment."""
    openings = []
    for line in lines(text):
        found = heading(line) or Heading(RANK_LEAD, SectionKind.EXCERPT, "", "")
        openings.append(_Opening(line.start, replace(found, rank=RANK_LEAD, kind=SectionKind.EXCERPT)))
    return _tree(openings, len(text), title)


def notice(text: str, title: str, signature: int) -> tuple[Section, ...]:
    """The sections of an issuing notice: its outline, and from offset `signature` who signed it and when."""
    head = list(_openings(list(lines(text[:signature]))))
    if signature < len(text):
        head.append(_Opening(signature, Heading(0, SectionKind.CLOSING, "", "")))
    return _tree(_raised_closings(head), len(text), title)


def _openings(paragraphs: Sequence[Line]) -> Iterator[_Opening]:
    """The paragraphs that open a section."""
    found = [heading(line) for line in paragraphs]
    leads = _accepted_leads(found)
    in_lead_run = False
    for position, (line, opens) in enumerate(zip(paragraphs, found, strict=True)):
        if opens is not None and (not opens.lead or position in leads):
            yield _Opening(line.start, opens)
            in_lead_run = opens.lead
        elif in_lead_run:
            yield _Opening(line.start, Heading(RANK_LEAD, SectionKind.PARAGRAPH, "", ""))
            in_lead_run = False


def _accepted_leads(found: Sequence[Heading | None]) -> set[int]:
    """Positions of lead phrases that have another one directly beside them."""
    leads = [opens is not None and opens.lead for opens in found]
    return {
        at
        for at, is_lead in enumerate(leads)
        if is_lead and ((at > 0 and leads[at - 1]) or (at + 1 < len(leads) and leads[at + 1]))
    }


def _raised_closings(openings: Sequence[_Opening]) -> list[_Opening]:
    """The openings, with closing blocks of a whole group of items ranked beside the items, not inside the last."""
    raised: list[_Opening] = []
    last, rank = -1, _RANK_CLOSING
    for at, opening in enumerate(openings):
        if not _is_block(opening):
            last = at
        elif last == at - 1:
            rank = _closing_rank(openings, last)
        if _is_block(opening):
            opening = replace(opening, heading=replace(opening.heading, rank=rank))
        raised.append(opening)
    return raised


_COUNTED = (SectionKind.ITEM, SectionKind.SUBITEM, SectionKind.PARAGRAPH)


def _is_block(opening: _Opening) -> bool:
    return opening.heading.kind is SectionKind.CLOSING and opening.heading.rank == _RANK_CLOSING


def _closing_rank(openings: Sequence[_Opening], last: int) -> int:
    """The rank of the closing blocks behind opening `last`: that of the outermost group of items they close.

    A group is at least two items under one heading, none of which has a closing block of its own.
    """
    found = _RANK_CLOSING
    at = last
    while at >= 0 and openings[at].heading.kind in _COUNTED:
        rank, siblings = openings[at].heading.rank, 0
        while at >= 0 and not _is_block(openings[at]) and openings[at].heading.rank >= rank:
            siblings += openings[at].heading.rank == rank
            at -= 1
        if siblings < 2 or (at >= 0 and _is_block(openings[at])):
            break
        found = rank
    return found


def _tree(openings: Sequence[_Opening], length: int, title: str) -> tuple[Section, ...]:
    """Sections from openings in text order: a section ends where the next of its own or a higher rank begins."""
    root = Heading(-1, SectionKind.ROOT, "", title)
    first_is_root = [_Opening(0, root), *openings]
    ends = [length] * len(first_is_root)
    parents: list[int | None] = [None] * len(first_is_root)
    open_at: list[int] = []
    for index, opening in enumerate(first_is_root):
        while open_at and first_is_root[open_at[-1]].heading.rank >= opening.heading.rank:
            ends[open_at.pop()] = opening.start
        parents[index] = open_at[-1] if open_at else None
        open_at.append(index)
    starts = [opening.start for opening in first_is_root] + [length]
    return tuple(
        Section(i, parents[i], o.heading.kind, o.heading.label, o.heading.title, o.start, starts[i + 1], ends[i])
        for i, o in enumerate(first_is_root)
    )
