"""The application for programs, apart from the pages: its own errors, its own description."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files

from fastapi import FastAPI
from starlette.responses import HTMLResponse, Response
from starlette.staticfiles import StaticFiles

import szassist
from szassist.assistant import Assistant
from szassist.faces.api import chat, mcp, rest
from szassist.faces.api.metrics import Metrics
from szassist.faces.api.problems import describe_errors

ABOUT = "Answers about government policy documents, every word of evidence cut from the documents."


def programs(assistant: Assistant, metrics: Metrics) -> FastAPI:
    """REST, OpenAI-compatible chat, MCP, metrics and their description at /docs."""
    agents = mcp.server(assistant)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with agents.session_manager.run():
            yield

    agents.streamable_http_app()  # makes the session manager
    app = FastAPI(
        title="szassist",
        version=szassist.__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    describe_errors(app)
    app.include_router(rest.router(assistant))
    app.include_router(chat.router(assistant))
    _describe(app)

    @app.get("/metrics", include_in_schema=False)
    def measured() -> Response:
        body, kind = metrics.page()
        return Response(body, media_type=kind)

    app.router.routes.extend(mcp.routes(agents.session_manager))
    return app


def _describe(app: FastAPI) -> None:
    """/docs, with everything it loads served from here."""
    assets = files("fastapi_offline") / "static"
    page = (
        "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>szassist API</title>"
        "<meta name='viewport' content='width=device-width,initial-scale=1'>"
        "<link rel='icon' href='data:,'><link rel='stylesheet' href='/docs/assets/swagger-ui.css'></head><body><main id='api'></main>"
        "<script src='/docs/assets/swagger-ui-bundle.js'></script>"
        "<script>SwaggerUIBundle({url: '/openapi.json', dom_id: '#api', validatorUrl: null})</script></body></html>"
    )

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(page)

    app.mount("/docs/assets", StaticFiles(directory=str(assets)))
