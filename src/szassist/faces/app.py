"""One application around one assistant: every face that speaks HTTP, put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from szassist.assistant import Assistant
from szassist.faces.api.app import programs
from szassist.faces.api.gate import Gate
from szassist.faces.api.metrics import Metrics
from szassist.faces.feedback import Feedback
from szassist.faces.web import page, verdicts
from szassist.faces.web.language import Remember
from szassist.faces.web.pages import routes
from szassist.faces.web.security import Guard
from szassist.faces.web.shell import SITE
from szassist.settings import Settings


def application(assistant: Assistant, settings: Settings | None = None) -> FastAPI:
    """Pages for people and doors for programs; conversations live in the browser's session only."""
    settings = settings or Settings.load()
    metrics = Metrics()
    doors = programs(assistant, metrics)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with doors.router.lifespan_context(doors):
            yield

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.mount("/site", StaticFiles(directory=SITE))
    routes.mount(app, assistant)
    feedback = Feedback(settings.feedback) if settings.feedback else None
    if feedback is not None:
        verdicts.mount(app, feedback)
    page.mount(app, assistant, feedback)  # last: it takes every address that is still free
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(Remember)
    app.add_middleware(Gate, programs=doors, settings=settings, metrics=metrics)
    app.add_middleware(Guard)
    return app
