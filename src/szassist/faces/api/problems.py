"""Errors as RFC 9457 problem documents."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

KIND = "application/problem+json"
LONGEST = 300  # characters of a detail
MOST_NAMED = 10  # faults of one request
FAILED = "the request could not be answered; it was logged"
log = logging.getLogger(__name__)


def problem(status: int, detail: str, instance: str = "", **more: Any) -> JSONResponse:
    """A problem document: title from the status, `detail` for this occurrence, further members as given."""
    title = HTTPStatus(status).phrase
    said = {"detail": _short(detail), "instance": _short(instance)}
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status} | said
    if instance.startswith("/v1/"):  # where OpenAI's clients look for it
        body["error"] = {"message": said["detail"], "type": title, "param": None, "code": str(status)}
    return JSONResponse(body | more, status_code=status, media_type=KIND)


def describe_errors(app: FastAPI) -> None:
    """Answer every error of `app` with a problem document; what was not foreseen is logged and not told."""

    async def refused(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        response = problem(error.status_code, str(error.detail), request.url.path)
        response.headers.update(error.headers or {})
        return response

    async def invalid(request: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        found = [
            {"where": _short(".".join(map(str, one["loc"]))), "what": _short(one["msg"])}
            for one in error.errors()[:MOST_NAMED]
        ]
        detail = "; ".join(f"{one['where']}: {one['what']}" for one in found)
        return problem(422, detail, request.url.path, errors=found)

    async def failed(request: Request, error: Exception) -> JSONResponse:
        log.error("%s failed", request.url.path, exc_info=error)
        return problem(500, FAILED, request.url.path)

    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(Exception, failed)


def _short(text: str) -> str:
    """What came from outside, of bounded length and as text that can be written: half a character is a question mark."""
    return text[:LONGEST].encode("utf-8", "replace").decode()


SCHEMA: dict[str, Any] = {
    "type": "object",
    "title": "Problem",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"where": {"type": "string"}, "what": {"type": "string"}},
                "required": ["where", "what"],
            },
        },
    },
}
RESPONSES: dict[int | str, dict[str, Any]] = {
    code: {"description": text, "content": {KIND: {"schema": SCHEMA}}}
    for code, text in (
        (400, "The body is no JSON"),
        (401, "An access token is needed"),
        (408, "The body came too slowly"),
        (413, "The body is too large"),
        (422, "A field is missing or wrong"),
        (429, "Too many requests from this address; retry-after says when"),
        (503, "Too many requests at once; try again soon"),
        (504, "Not answered in time"),
    )
}
