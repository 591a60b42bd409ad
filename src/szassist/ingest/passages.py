"""Passages: stretches of one section's own text, cut at sentence ends, the unit of search."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator

from szassist.schema import Document, Passage, Section
from szassist.text.script import fold
from szassist.text.sentences import sentences

_SOFT_STOPS = ("；", ";", "，", ",", "、")


def passages(document: Document, limit: int = 400) -> tuple[Passage, ...]:
    """The document's text in passages of at most `limit` characters, each within one section's own text.

    A sentence is cut only where it alone is longer than `limit`. An id depends on the headings above and the words of
    its passage, so it stays while other parts of the document change.
    """
    if limit < 1:
        raise ValueError("limit must be positive")
    seen: Counter[str] = Counter()
    found: list[Passage] = []
    for section in document.sections:
        path = "\n".join(s.heading for s in document.ancestors(section))
        for start, end in _pieces(document.text, section, limit):
            words = fold(f"{path}\n{document.text[start:end]}").encode()
            key = hashlib.sha1(words, usedforsecurity=False).hexdigest()[:12]
            seen[key] += 1
            id_ = f"{document.id}:{key}" + (f"-{seen[key]}" if seen[key] > 1 else "")
            found.append(Passage(id_, document.id, section.index, start, end))
    return tuple(found)


def _pieces(text: str, section: Section, limit: int) -> Iterator[tuple[int, int]]:
    """Runs of whole sentences of a section's own text, each run at most `limit` long."""
    begin = done = None
    for start, end in sentences(text, section.start, section.own_end):
        for first, last in _cut(text, start, end, limit):
            if begin is not None and done is not None and last - begin > limit:
                yield begin, done
                begin = None
            begin = first if begin is None else begin
            done = last
    if begin is not None and done is not None:
        yield begin, done


def _cut(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of at most `limit`, cut behind ； or ， where it can be."""
    while end - start > limit:
        stops = (text.rfind(mark, start, start + limit) for mark in _SOFT_STOPS)
        cut = next((stop + 1 for stop in stops if stop > start), start + limit)
        yield start, cut
        start = cut
    if start < end:
        yield start, end
