"""One application around one assistant: every face that speaks HTTP, put together."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from szassist.assistant import Assistant
from szassist.faces.web import page
from szassist.faces.web.language import Remember
from szassist.faces.web.security import Guard
from szassist.faces.web.shell import SITE


def application(assistant: Assistant) -> FastAPI:
    """The web application; conversations live in the browser's session only."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.mount("/site", StaticFiles(directory=SITE))
    page.mount(app, assistant)  # last: it takes every address that is still free
    app.add_middleware(GZipMiddleware, minimum_size=1024)
    app.add_middleware(Remember)
    app.add_middleware(Guard)
    return app
