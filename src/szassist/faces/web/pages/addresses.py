"""The addresses of the pages: one place where a link is made and nothing is forgotten to be quoted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from szassist.register.entries import Entry
from szassist.schema import Assignment, Fact


def passage(document_id: str, start: int, end: int) -> str:
    """The place of a span in its document; the same address as `Citation.permalink`."""
    return f"/documents/{quote(document_id, safe='')}#c{start}-{end}"


def fact(row: Fact | Entry) -> str:
    """The passage a row of the register was read from."""
    return passage(row.document_id, row.start, row.end)


def anchor(kind: str, name: str) -> str:
    """The id of the element of a thing on its page, which an address can name as it is."""
    return re.sub(r"[^\w-]+", "-", f"{kind}-{name}")


def document(document_id: str, query: Mapping[str, str] | None = None) -> str:
    """The page of a document."""
    return f"/documents/{quote(document_id, safe='')}{_query(query)}"


def unit(name: str) -> str:
    """The page of a responsible unit."""
    return f"/register/unit/{quote(name, safe='')}"


def action(row: Assignment) -> str:
    """The page of an action."""
    return named_action(row.document_id, row.action or row.title)


def named_action(document_id: str, title: str) -> str:
    """The page of the action of this title in a document."""
    return f"/register/action/{quote(document_id, safe='')}/{quote(title, safe='')}"


def register(query: Mapping[str, str] | None = None) -> str:
    """The register, filtered."""
    return f"/register{_query(query)}"


def download(query: Mapping[str, str], form: str) -> str:
    """The rows of the register under a filter, as a file."""
    return f"/register/download{_query({**query, 'format': form})}"


def indicators(query: Mapping[str, str] | None = None) -> str:
    """The indicator cards, filtered."""
    return f"/indicators{_query(query)}"


def _query(query: Mapping[str, str] | None) -> str:
    kept = {key: value for key, value in (query or {}).items() if value}
    return f"?{urlencode(kept)}" if kept else ""
