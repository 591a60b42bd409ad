"""Titles of documents short enough for a table: without what stands in brackets, as long as they stay apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from szassist.schema import Document


@lru_cache(maxsize=64)
def short_titles(documents: Sequence[Document]) -> dict[str, str]:
    """The short title of each document, by id; where two would be the same, both keep their whole title."""
    short = {document.id: _short(document.title) for document in documents}
    often = Counter(short.values())
    return {d.id: short[d.id] if often[short[d.id]] == 1 else d.title for d in documents}


def _short(title: str) -> str:
    """A title without the brackets that close it."""
    return re.sub(r"(?:\s*[（(][^（()）]*[）)])+$", "", title) or title
