"""The Model Context Protocol at /mcp: agents ask, search and list obligations."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from szassist.assistant import Assistant
from szassist.schema import FactKind, jsonable

if TYPE_CHECKING:
    from mcp.server.fastmcp import FastMCP

ABOUT = (
    "Answers from government policy documents only. Every statement carries numbered citations cut from the documents; "
    "status says whether the documents say it at all. Do not add figures of your own."
)


def server(assistant: Assistant) -> FastMCP[Any]:
    """The MCP server of one assistant, stateless, answering in JSON."""
    from mcp.server.fastmcp import FastMCP
    from mcp.server.transport_security import TransportSecuritySettings

    mcp: FastMCP[Any] = FastMCP(
        "szassist",
        instructions=ABOUT,
        stateless_http=True,
        json_response=True,
        streamable_http_path="/",
        transport_security=TransportSecuritySettings(
            enable_dns_rebinding_protection=False
        ),  # the host decides who reaches it
    )

    @mcp.tool(description="Answer a question about the policy documents, with numbered citations. " + ABOUT)
    def ask_policy(question: str) -> str:
        return _json(assistant.ask(question[:8000]).to_dict())

    @mcp.tool(description="Find passages of the policy documents, best first.")
    def search_policy(query: str, limit: int = 10) -> str:
        return _json(jsonable(assistant.search(query[:1000], limit=max(1, min(limit, 50)))))

    @mcp.tool(
        description="Rows of the register of obligations (targets, status figures, requirements), by responsible unit, year, "
        "kind (target, status, requirement) or topic."
    )
    def list_obligations(unit: str = "", year: int | None = None, kind: str = "", topic: str = "") -> str:
        wanted = FactKind(kind) if kind in set(FactKind) else None
        rows = assistant.register.filter(unit=unit or None, year=year, kind=wanted, topic=topic or None)
        duties = [
            row for row in assistant.register.assignments if unit and unit in _names(assistant, row.responsible_units)
        ]
        return _json({"facts": jsonable(rows), "obligations": jsonable(duties)})

    return mcp


def _names(assistant: Assistant, units: tuple[str, ...]) -> set[str]:
    """Every name by which one of `units` may be called."""
    return set(units) | {name for name, written in assistant.register.unit_names.items() if written in units}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
