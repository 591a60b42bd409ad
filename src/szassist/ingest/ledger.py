"""The ledger: what became of every character of every source file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from szassist.ingest.pages import Part, Role
from szassist.ingest.traced import Traced
from szassist.schema import Document
from szassist.text.script import fold


class Fate(StrEnum):
    """What became of a stretch of a source file."""

    KEPT = "kept"
    REPAIRED = "repaired"
    REPEATED = "repeated"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A stretch `start`..`end` of a file's text as it was read, and where it went.

    KEPT: it stands at `at` of the document, but for the width of punctuation and for paragraph breaks.
    REPAIRED: the document has the repaired text at `at`; `reason` names the repair. The stretch may be empty.
    REPEATED: an excerpt whose words stand at `at` of the document it was taken from, which is the place to cite; it
    is kept as a fragment of the excerpts document as well, which `reason` names.
    DROPPED: it stands in no document; `reason` says why.
    """

    file: str
    start: int
    end: int
    fate: Fate
    document_id: str | None = None
    at: int | None = None
    reason: str = ""


def ledger(file: str, page: Traced, held: Sequence[tuple[Part, Document | None]]) -> tuple[LedgerEntry, ...]:
    """Entries that tile the file: what stands between two spans of its page belongs to the first of them.

    `held` are the parts of the page with the document each became, None for navigation.
    """
    length = page.origin[len(page.text)]
    spans = sorted((start, end, number) for number, (part, _) in enumerate(held) for start, end in part.spans)
    if not spans:
        return (LedgerEntry(file, 0, length, Fate.DROPPED, reason="nothing but blanks"),) if length else ()
    found: list[LedgerEntry] = []
    limits = [page.origin[start] for start, _, _ in spans[1:]] + [length]
    for (start, end, number), until in zip(spans, limits, strict=True):
        part, document = held[number]
        whole = LedgerEntry(file, page.origin[start], until, Fate.DROPPED, reason=part.reason)
        if document is not None:
            whole = replace(whole, fate=Fate.KEPT, document_id=document.id, at=part.inside(start), reason="")
            others = [other for _, other in held if other is not None and other is not document]
            pieces = _fragments(whole, page, start, end, others) if part.role is Role.EXCERPTS else [whole]
            found += [entry for piece in pieces for entry in _around_repairs(piece, page, part, document)]
        else:
            found.append(whole)
    return tuple(found)


def _fragments(
    whole: LedgerEntry, page: Traced, start: int, end: int, others: Sequence[Document]
) -> Iterator[LedgerEntry]:
    """One entry for each line of an excerpt: repeated where the line stands word for word in another document."""
    folded = [(other, fold(other.text)) for other in others]
    at = start
    while at < end:
        stop = page.text.find("\n", at, end)
        stop = end if stop < 0 else stop
        until = whole.end if stop == end else page.origin[stop + 1]
        piece = replace(whole, start=page.origin[at], end=until, at=(whole.at or 0) + at - start)
        line = fold(page.text[at:stop])
        place = next(((other, found) for other, text in folded if (found := text.find(line)) >= 0), None)
        if place is None:
            yield piece
        else:
            reason = f"kept as a fragment of {whole.document_id} at {piece.at} as well"
            yield replace(piece, fate=Fate.REPEATED, document_id=place[0].id, at=place[1], reason=reason)
        at = stop + 1


def _around_repairs(piece: LedgerEntry, page: Traced, part: Part, document: Document) -> Iterator[LedgerEntry]:
    """The entry cut at the repairs within it, each repair an entry of its own."""
    done = piece.start
    for repair in document.repairs:
        if not repair.applied:
            continue
        since, until = page.origin[part_offset(part, repair.start)], page.origin[part_offset(part, repair.end)]
        if not piece.start <= since <= until <= piece.end or since < done:
            continue
        if done < since:
            yield replace(piece, start=done, end=since)
        place = replace(piece, document_id=document.id, at=repair.start)
        yield replace(place, start=since, end=until, fate=Fate.REPAIRED, reason=f"repair {repair.id}")
        skipped = repair.end if piece.fate is Fate.KEPT else (piece.at or 0) + repair.end - _start(piece, page, part)
        piece = replace(piece, at=skipped)
        done = until
    if done < piece.end:
        yield replace(piece, start=done)


def part_offset(part: Part, own: int) -> int:
    """The offset in the page of an offset in a part's own lines."""
    for start, end in part.spans:
        if own <= end - start:
            return start + own
        own -= end - start + 1
    raise ValueError("the offset lies behind the part")


def _start(piece: LedgerEntry, page: Traced, part: Part) -> int:
    return part.inside(page.at(piece.start)) or 0
