"""One application around one assistant: every face that speaks HTTP, put together."""

from __future__ import annotations

from fastapi import FastAPI

from szassist.assistant import Assistant
from szassist.faces.web import page


def application(assistant: Assistant) -> FastAPI:
    """The web application; conversations live in the browser's session only."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    page.mount(app, assistant)
    return app
