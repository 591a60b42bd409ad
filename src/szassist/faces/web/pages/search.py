"""Searching inside documents: every place where the words stand, in either script."""

from __future__ import annotations

import re
from functools import lru_cache

from szassist.faces.web.pages.reading import Span
from szassist.schema import Document
from szassist.text.script import fold

AROUND = 24  # characters shown on either side of a hit


@lru_cache(maxsize=64)
def _folded(text: str) -> str:
    return fold(text)


def hits(document: Document, asked: str) -> tuple[Span, ...]:
    """The places of `asked` in a document, compared without regard to script, width and case; none for blanks."""
    wanted = re.sub(r"\s+", " ", fold(asked)).strip()
    if not wanted:
        return ()
    return tuple(Span(*match.span()) for match in re.finditer(re.escape(wanted), _folded(document.text)))


def excerpt(document: Document, hit: Span) -> tuple[Span, Span]:
    """What to show before and after a hit: the rest of its line, at most `AROUND` characters on either side."""
    text = document.text
    low = max(hit.start - AROUND, text.rfind("\n", 0, hit.start) + 1)
    end = text.find("\n", hit.end)
    high = min(hit.end + AROUND, len(text) if end < 0 else end)
    return Span(low, hit.start), Span(hit.end, high)
