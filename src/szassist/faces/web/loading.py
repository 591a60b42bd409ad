"""The page that is there at once, and the door behind which the application is made ready."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from szassist.errors import SzassistError
from szassist.faces.web.security import HEADERS, PROGRAMS, Application, Receive, Scope, Send
from szassist.faces.words import frame_words, read
from szassist.schema import Language

if TYPE_CHECKING:
    from fastapi import FastAPI

TEMPLATE = Path(__file__).parent / "templates" / "loading.html"
log = logging.getLogger(__name__)
KEYS = {"loading", "unavailable"}


@cache
def loading_page(key: str) -> str:
    """The page that says, in every language, that documents are loading (`loading`) or cannot be (`unavailable`)."""
    said = {language: read("loading", language, KEYS)[key] for language in Language}
    messages = "\n".join(
        f'<{"p" if place else "h1"} lang="{language.value}">{escape(text)}</{"p" if place else "h1"}>'
        for place, (language, text) in enumerate(said.items())
    )
    title = escape(frame_words(Language.HANS).product)
    return Template(TEMPLATE.read_text("utf-8")).substitute(title=title, messages=messages)


class Door:
    """An ASGI application that says it is loading until the real one is there."""

    def __init__(self, make: Callable[[], FastAPI]) -> None:
        self._make = make
        self._stop = asyncio.Event()
        self.application: Application | None = None
        self.failed = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer /healthz and /readyz; hand everything else to the application, or show the loading page."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
        elif scope["type"] == "http" and scope["path"] == "/healthz":
            await _reply(send, 200, "application/json", '{"status": "alive"}')
        elif scope["type"] == "http" and scope["path"] == "/readyz":
            await _reply(send, *self._readiness())
        elif self.application is not None:
            await self.application(scope, receive, send)
        elif scope["type"] == "http" and scope["path"].startswith(PROGRAMS):
            body = {"type": "about:blank", "title": "Service Unavailable", "status": 503, "instance": scope["path"]}
            await _reply(send, 503, "application/problem+json", json.dumps(body | {"detail": self._state()}))
        elif scope["type"] == "http":
            page = loading_page("unavailable" if self.failed else "loading")
            status = 200 if scope["path"] == "/" and not self.failed else 503
            await _reply(send, status, "text/html; charset=utf-8", page)

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        loading = asyncio.create_task(self._load())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._stop.set()
        await loading
        await send({"type": "lifespan.shutdown.complete"})

    async def _load(self) -> None:
        """Make the application beside the running server, and keep its own lifespan open until the end."""
        try:
            application = await asyncio.to_thread(self._make)
        except SzassistError as error:
            self.failed = True
            sys.stderr.write(f"szassist: {error}\n")
            return
        except Exception:
            self.failed = True
            log.exception("the application could not be made")
            return
        async with application.router.lifespan_context(application):
            self.application = application
            await self._stop.wait()

    def _readiness(self) -> tuple[int, str, str]:
        body = json.dumps({"status": self._state()})
        return (200 if self.application is not None else 503), "application/json", body

    def _state(self) -> str:
        """For anyone who asks; why it failed is for the operator alone."""
        if self.application is not None:
            return "ready"
        return "failed" if self.failed else "loading"


async def _reply(send: Send, status: int, kind: str, body: str) -> None:
    headers = [(b"content-type", kind.encode()), (b"cache-control", b"no-store"), *HEADERS]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
