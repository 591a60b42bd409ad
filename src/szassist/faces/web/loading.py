"""The page that is there at once, and the door behind which the application is made ready."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, MutableMapping
from html import escape
from typing import TYPE_CHECKING, Any

from szassist.errors import SzassistError

if TYPE_CHECKING:
    from fastapi import FastAPI

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

PAGE = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="2"><title>szassist</title>
<style>body{{font:18px/1.8 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;margin:0;background:#fff;color:#0b0c0c}}
header{{background:#0b0c0c;border-bottom:10px solid #1d70b8;color:#fff;padding:12px 24px;font-weight:700}}
main{{max-width:40rem;margin:12vh auto;padding:0 24px}}</style></head>
<body><header>szassist</header><main role="status">{message}</main></body></html>"""
LOADING = (
    '<p>正在载入政策文件，请稍候。</p><p lang="zh-TW">正在載入政策文件，請稍候。</p>'
    '<p lang="en">Loading the policy documents, one moment please.</p>'
)
FAILED = (
    "<p>暂时无法使用，管理员已收到说明。</p>"
    '<p lang="zh-TW">暫時無法使用，管理員已收到說明。</p>'
    '<p lang="en">Not available at the moment; the operator has been told why.</p>'
)


class Door:
    """An ASGI application that says it is loading until the real one is there."""

    def __init__(self, make: Callable[[], FastAPI]) -> None:
        self._make = make
        self._stop = asyncio.Event()
        self.application: Application | None = None
        self.failure: str | None = None

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
        elif scope["type"] == "http":
            page = PAGE.format(message=FAILED if self.failure else LOADING)
            await _reply(send, 200 if scope["path"] == "/" else 503, "text/html; charset=utf-8", page)

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
            self.failure = str(error)
            sys.stderr.write(f"szassist: {error}\n")
            return
        async with application.router.lifespan_context(application):
            self.application = application
            await self._stop.wait()

    def _readiness(self) -> tuple[int, str, str]:
        if self.application is not None:
            return 200, "application/json", '{"status": "ready"}'
        body = {"status": "failed", "reason": escape(self.failure)} if self.failure else {"status": "loading"}
        return 503, "application/json", json.dumps(body, ensure_ascii=False)


async def _reply(send: Send, status: int, kind: str, body: str) -> None:
    headers = [(b"content-type", kind.encode()), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body.encode()})
