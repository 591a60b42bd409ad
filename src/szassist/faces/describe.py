"""What a listing says of a document."""

from __future__ import annotations

from typing import Any

from szassist.schema import Document


def description(document: Document) -> dict[str, Any]:
    """What describes a document, JSON-ready."""
    return {
        "id": document.id,
        "title": document.title,
        "issuer": document.issuer,
        "date": document.date.isoformat() if document.date else None,
        "number": document.number,
        "source": document.source,
        "characters": len(document.text),
        "sections": len(document.sections),
        "repairs": sum(repair.applied for repair in document.repairs),
        "missing": list(document.missing),
    }
