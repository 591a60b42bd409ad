"""The Model Context Protocol at /mcp: agents ask, search and list obligations."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.routing import Route

from szassist.assistant import Assistant
from szassist.faces.api.bodies import LONGEST_QUESTION, LONGEST_SEARCH, MOST_PASSAGES
from szassist.faces.api.problems import FAILED
from szassist.schema import FactKind, jsonable

if TYPE_CHECKING:
    from mcp.server.fastmcp import FastMCP
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

ABOUT = (
    "Answers from government policy documents only. Every statement carries numbered citations cut from the documents; "
    "status says whether the documents say it at all. Do not add figures of your own."
)
log = logging.getLogger(__name__)


def server(assistant: Assistant) -> FastMCP[Any]:
    """The MCP server of one assistant, stateless, answering in JSON."""
    from mcp.server.fastmcp import FastMCP
    from mcp.server.transport_security import TransportSecuritySettings

    mcp: FastMCP[Any] = FastMCP(
        "szassist",
        instructions=ABOUT,
        stateless_http=True,
        json_response=True,
        transport_security=TransportSecuritySettings(
            enable_dns_rebinding_protection=False
        ),  # the host decides who reaches it
    )

    @mcp.tool(description="Answer a question about the policy documents, with numbered citations. " + ABOUT)
    async def ask_policy(question: Annotated[str, Field(max_length=LONGEST_QUESTION)]) -> str:
        return await _told(lambda: assistant.ask(question))

    @mcp.tool(description="Find passages of the policy documents, best first.")
    async def search_policy(
        query: Annotated[str, Field(max_length=LONGEST_SEARCH)],
        limit: Annotated[int, Field(ge=1, le=MOST_PASSAGES)] = 10,
    ) -> str:
        return await _told(lambda: assistant.search(query, limit=limit))

    @mcp.tool(
        description="Rows of the register of obligations (targets, status figures, requirements), by responsible unit, year, "
        "kind (target, status, requirement) or topic."
    )
    async def list_obligations(
        unit: str = "",
        year: int | None = None,
        kind: Literal["", "target", "status", "requirement"] = "",
        topic: str = "",
    ) -> str:
        return await _told(lambda: _obligations(assistant, unit, year, kind, topic))

    return mcp


def routes(sessions: StreamableHTTPSessionManager) -> list[Route]:
    """/mcp, with a slash at its end or without; there is nothing to listen to, so GET is not allowed."""
    from mcp.server.fastmcp.server import StreamableHTTPASGIApp

    return [Route(path, StreamableHTTPASGIApp(sessions), methods=["POST"]) for path in ("/mcp", "/mcp/")]


def _obligations(assistant: Assistant, unit: str, year: int | None, kind: str, topic: str) -> dict[str, Any]:
    register = assistant.register
    rows = register.filter(unit=unit or None, year=year, kind=FactKind(kind) if kind else None, topic=topic or None)
    duties = [row for row in register.assignments if unit and unit in _names(assistant, row.responsible_units)]
    return {"facts": jsonable(rows), "obligations": jsonable(duties)}


def _names(assistant: Assistant, units: tuple[str, ...]) -> set[str]:
    """Every name by which one of `units` may be called."""
    return set(units) | {name for name, written in assistant.register.unit_names.items() if written in units}


async def _told(work: Callable[[], object]) -> str:
    """What `work` gives, as JSON; it is done beside the event loop, and an agent is not told how it failed."""
    from mcp.server.fastmcp.exceptions import ToolError

    try:
        return json.dumps(jsonable(await run_in_threadpool(work)), ensure_ascii=False)
    except Exception:
        log.exception("a tool failed")
        raise ToolError(FAILED) from None
