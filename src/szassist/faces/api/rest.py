"""The REST interface: ask, stream, search, register, documents."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from starlette.responses import JSONResponse, Response, StreamingResponse

from szassist.assistant import Assistant
from szassist.events import Event
from szassist.faces.api.bodies import LONGEST_SEARCH, MOST_PASSAGES, AskBody
from szassist.faces.api.problems import FAILED, RESPONSES
from szassist.faces.describe import description
from szassist.faces.export import Format, export
from szassist.register.entries import EntryKind
from szassist.schema import Answer, Fact, FactKind, Hit, jsonable

EXAMPLE = {
    "question": "2025年PM2.5要降到多少?",
    "text": "到2025年，PM2.5年均浓度不高于18微克/立方米。[1]",
    "status": "answered",
    "language": "zh-Hans",
    "citations": [{"number": 1, "document_id": "sz-scheme-2022-2025", "quote": "…PM2.5年均濃度不高于18微克/立方米…"}],
    "facts": [],
    "trust": {"quotes": 1, "quotes_verified": 1, "figures": 2, "figures_verified": 2},
    "suggestions": [],
    "engine": "extractive",
}


STAGES = """event: understood
data: {"content": "2025年 PM2.5 …"}

event: found
data: {"passages": 12}

event: stated
data: {"text": "到2025年，PM2.5年均浓度不高于18微克/立方米。[1]"}

event: done
data: {"answer": {"question": "2025年PM2.5要降到多少?", "status": "answered", …}}

"""
log = logging.getLogger(__name__)


def router(assistant: Assistant) -> APIRouter:
    """The routes below /api/v1."""
    api = APIRouter(prefix="/api/v1", tags=["assistant"], responses=RESPONSES)

    @api.post(
        "/ask",
        summary="Answer a question",
        responses={200: {"model": Answer, "content": {"application/json": {"example": EXAMPLE}}}},
    )
    def ask(body: AskBody) -> JSONResponse:
        """The answer with its citations; `status` says whether the documents say it."""
        return JSONResponse(assistant.ask(body.question, body.turns(), body.language).to_dict())

    @api.post(
        "/ask/stream",
        summary="Answer a question, stage by stage",
        response_class=StreamingResponse,
        responses={200: {"content": {"text/event-stream": {"example": STAGES}}}},
    )
    def stream(body: AskBody) -> StreamingResponse:
        """Server-sent events: understood, found, each statement once it is verified, then done with the answer, or failed."""
        events = assistant.stream(body.question, body.turns(), body.language)
        return StreamingResponse(
            streamed(events), media_type="text/event-stream", headers={"cache-control": "no-store"}
        )

    @api.get("/search", summary="Find passages", responses={200: {"model": list[Hit]}})
    def search(
        q: Annotated[str, Query(max_length=LONGEST_SEARCH, description="words to look for", examples=["垃圾分类"])],
        limit: Annotated[int, Query(ge=1, le=MOST_PASSAGES)] = 10,
    ) -> JSONResponse:
        """Passages, best first: span, text, score, section path."""
        return JSONResponse(jsonable(assistant.search(q, limit=limit)))

    _register(api, assistant)
    _documents(api, assistant)
    return api


def _register(api: APIRouter, assistant: Assistant) -> None:
    files: dict[str, dict[str, Any]] = {form.media_type.split(";")[0]: {} for form in Format}

    @api.get(
        "/register", summary="The register of obligations", responses={200: {"model": list[Fact], "content": files}}
    )
    def register(
        unit: Annotated[str | None, Query(max_length=100, examples=["市水务局"])] = None,
        year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
        kind: FactKind | None = None,
        topic: Annotated[str | None, Query(max_length=100)] = None,
        document: Annotated[str | None, Query(max_length=200)] = None,
        form: Annotated[Format, Query(alias="format")] = Format.JSON,
    ) -> Response:
        """Typed rows: targets, status figures and requirements with value, unit, year and responsible units.

        As a file (csv, xlsx, ics), the actions and projects of the units are among the rows.
        """
        rows = assistant.register
        if form is Format.JSON:
            found = rows.filter(unit=unit, year=year, kind=kind, topic=topic, document=document)
            return JSONResponse(jsonable(found))
        entries = rows.entries(unit, year, EntryKind(kind.value) if kind else None, topic, document)
        content = export(entries, form, assistant.documents)
        name = f'attachment; filename="register.{form.value}"'
        return Response(content, media_type=form.media_type, headers={"content-disposition": name})


def _documents(api: APIRouter, assistant: Assistant) -> None:
    @api.get("/documents", summary="The documents")
    def documents() -> JSONResponse:
        """What describes each document."""
        return JSONResponse([description(document) for document in assistant.documents.values()])

    @api.get("/documents/{name}", summary="One document", responses={404: {"description": "No such document"}})
    def document(name: str) -> JSONResponse:
        """Text, sections and repairs of a document."""
        found = assistant.documents.get(name)
        if found is None:
            raise HTTPException(404, f"there is no document {name[:80]!r}; /api/v1/documents lists them")
        return JSONResponse(description(found) | _contents(found))


def _contents(document: Any) -> dict[str, Any]:
    return {
        "text": document.text,
        "outline": [
            {
                "heading": section.heading,
                "kind": section.kind,
                "start": section.start,
                "end": section.end,
                "parent": section.parent,
            }
            for section in document.sections
        ],
        "repaired": jsonable(document.repairs),
    }


def streamed(events: Iterator[Event]) -> Iterator[str]:
    """`events` as server-sent events; what breaks off ends in the event `failed`."""
    try:
        yield from map(sent, events)
    except Exception:
        log.exception("a stream broke off")
        yield f"event: failed\ndata: {json.dumps({'detail': FAILED})}\n\n"


def sent(event: Event) -> str:
    """An event as one server-sent event: its name in lower case, its fields as JSON."""
    fields = {name: _field(getattr(event, name)) for name in event.__slots__}
    return f"event: {type(event).__name__.lower()}\ndata: {json.dumps(fields, ensure_ascii=False)}\n\n"


def _field(value: object) -> Any:
    return value.to_dict() if isinstance(value, Answer) else jsonable(value)
