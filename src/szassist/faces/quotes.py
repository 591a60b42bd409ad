"""Quotes of a file checked against the documents: where each stands, or what it only resembles."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from szassist.errors import QuoteError
from szassist.schema import Document
from szassist.text.script import fold

SHOWN = 60  # characters of a quote in a line


@dataclass(frozen=True, slots=True)
class Quote:
    """A quote with the place it claims to be from, if it claims one."""

    text: str
    document_id: str | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a quote stands, or why it is not sound."""

    quote: Quote
    sound: bool
    place: str

    def line(self) -> str:
        """The finding as one line."""
        shown = self.quote.text if len(self.quote.text) <= SHOWN else self.quote.text[:SHOWN] + "…"
        return f"{'ok   ' if self.sound else 'wrong'} {shown}  — {self.place}"


def read_quotes(file: Path) -> list[Quote]:
    """The quotes of an answer (or several) as JSON, else one a line; QuoteError if there are none."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QuoteError(f"{file}: cannot be read ({error}); name a text or JSON file") from error
    try:
        quotes = list(_of_json(json.loads(text)))
    except ValueError:
        quotes = [Quote(line.strip()) for line in text.splitlines() if line.strip()]
    if not quotes:
        raise QuoteError(f"{file}: holds no quotes; give an answer as JSON, or a text with a quote a line")
    return quotes


def _of_json(value: Any) -> list[Quote]:
    """The citations of an answer, of a list of answers, or of a list of citations."""
    if isinstance(value, list):
        return [quote for item in value for quote in _of_json(item)]
    if not isinstance(value, dict):
        return [Quote(value)] if isinstance(value, str) else []
    if isinstance(value.get("quote"), str):
        start = value.get("start")
        name = value.get("document_id")
        return [
            Quote(value["quote"], name if isinstance(name, str) else None, start if isinstance(start, int) else None)
        ]
    return _of_json(value.get("citations", []))


def check(quote: Quote, documents: Mapping[str, Document]) -> Finding:
    """Find a quote in the documents: at the place it claims, else anywhere; another script or width is not the same."""
    if quote.document_id is not None and quote.document_id not in documents:
        return Finding(quote, False, f"there is no document {quote.document_id}")
    for document in [documents[quote.document_id]] if quote.document_id else documents.values():
        at = document.text.find(quote.text) if quote.start is None else quote.start
        if at >= 0 and document.text[at : at + len(quote.text)] == quote.text:
            where = " › ".join((document.title, *document.section_path(at)))
            return Finding(quote, True, f"{where} ({at}-{at + len(quote.text)})")
    folded = fold(quote.text)
    for document in documents.values():
        at = fold(document.text).find(folded)
        if at >= 0:
            return Finding(quote, False, f"{document.id} writes: {document.text[at : at + len(folded)]}")
    return Finding(quote, False, "stands in no document")
