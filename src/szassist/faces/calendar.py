"""Deadlines as a calendar (RFC 5545): one all-day event on the last day of the year by which something is due."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from szassist.register.entries import Entry, EntryKind
from szassist.schema import Document

_LINE = 75  # octets of a content line, RFC 5545 section 3.1


def calendar(lines: Sequence[Entry], documents: Mapping[str, Document], name: str, separator: str) -> bytes:
    """The lines that are due in a year; what is only a status, or has no year, gives no event."""
    content = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//szassist//register//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(name)}",
    ]
    seen: Counter[str] = Counter()
    for line in lines:
        if line.year is not None and line.kind is not EntryKind.STATUS:
            content += _event(line, line.year, documents[line.document_id], separator, seen)
    content.append("END:VCALENDAR")
    return "".join(folded + "\r\n" for one in content for folded in _fold(one)).encode()


def _event(line: Entry, year: int, document: Document, separator: str, seen: Counter[str]) -> Iterator[str]:
    written = document.date or dt.date(1970, 1, 1)
    units = separator.join(line.responsible_units)
    where = " › ".join((document.title, *line.section_path))
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(line, year, seen)}"
    yield f"DTSTAMP:{written:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{year:04d}1231"
    yield f"DTEND;VALUE=DATE:{year + 1:04d}0101"
    yield f"SUMMARY:{_text(_summary(line))}"
    yield f"DESCRIPTION:{_text(chr(10).join(part for part in (line.quote, units, where) if part))}"
    if line.responsible_units:
        yield "CATEGORIES:" + ",".join(map(_text, line.responsible_units))
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(line: Entry) -> str:
    """An obligation's title; of a figure its own words, which say indicator, bound and value."""
    return line.indicator if line.is_obligation or line.value is None else line.quote


def _uid(line: Entry, year: int, seen: Counter[str]) -> str:
    """The same for the same words of the same document, wherever they stand; equal lines are numbered."""
    said = "\x1f".join(
        (line.document_id, line.kind.value, line.indicator, str(line.value), line.unit, str(year), line.quote)
    )
    digest = hashlib.sha256(said.encode()).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}-{seen[digest]}@szassist"


def _text(value: str) -> str:
    """A TEXT value: backslash, semicolon, comma and line break escaped, other control characters left out."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = "".join(char for char in value if char == "\n" or (char >= " " and char != "\x7f"))
    for char in "\\;,":
        value = value.replace(char, "\\" + char)
    return value.replace("\n", "\\n")


def _fold(line: str) -> Iterator[str]:
    """A content line cut to at most 75 octets, no character cut in two; what follows begins with a space."""
    part, size = "", 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _LINE:
            yield part
            part, size = " ", 1
        part, size = part + char, size + octets
    yield part
