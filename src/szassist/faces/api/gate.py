"""Who may come in and how many at once: access token, rate per address, requests at the same time, time limit.

It stands before everything the process serves; for programs it answers with problem documents.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from szassist.faces.api.metrics import Metrics
from szassist.faces.api.problems import problem
from szassist.settings import Settings

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]
PROGRAMS = ("/api/", "/v1/", "/mcp", "/docs", "/openapi.json", "/metrics")
COUNTED = ("/api/", "/v1/", "/mcp")
COOKIE = "szassist_token"
log = logging.getLogger("szassist.requests")


class Gate:
    """ASGI layer; `programs` answers the paths of programs, `app` all others."""

    def __init__(self, app: Application, programs: Application, settings: Settings, metrics: Metrics) -> None:
        self._people, self._programs, self._settings, self._metrics = app, programs, settings, metrics
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._rate = RateLimitItemPerMinute(settings.rate_limit) if settings.rate_limit else None
        self._active = 0

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] != "http":
            await self._people(scope, receive, send)
            return
        path = scope["path"]
        if not self._may_enter(scope):
            await self._refuse(
                scope,
                receive,
                send,
                401,
                "an access token is needed: Authorization: Bearer …",
                {"www-authenticate": "Bearer"},
            )
        elif not path.startswith(PROGRAMS):
            await self._people(scope, receive, _with_cookie(send, self._fresh_token(scope)))
        elif not path.startswith(COUNTED):
            await self._programs(scope, receive, send)
        elif self._rate and not self._limiter.hit(self._rate, _address(scope)):
            await self._refuse(
                scope,
                receive,
                send,
                429,
                f"more than {self._settings.rate_limit} requests a minute",
                {"retry-after": "60"},
            )
        elif self._active >= self._settings.concurrency:
            await self._refuse(scope, receive, send, 503, "too many requests at the same time", {"retry-after": "1"})
        else:
            await self._serve(scope, receive, send)

    async def _serve(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        started, status = time.perf_counter(), 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._active += 1
        self._metrics.active.inc()
        try:
            async with asyncio.timeout(self._settings.timeout):
                await self._programs(scope, receive, watched)
        except TimeoutError:
            if not status:
                await self._refuse(
                    scope, receive, watched, 504, f"not answered within {self._settings.timeout:g} s", {}
                )
        finally:
            self._active -= 1
            self._metrics.active.dec()
            self._note(scope["path"], status, time.perf_counter() - started)

    def _note(self, path: str, status: int, seconds: float) -> None:
        route = "/".join(path.split("/")[:4])[:40] if status != 404 else "other"
        self._metrics.requests.labels(route, str(status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        log.info("%s %s %.0f ms", route, status, 1000 * seconds)

    def _may_enter(self, scope: MutableMapping[str, Any]) -> bool:
        wanted = self._settings.access_token
        if not wanted:
            return True
        headers = dict(scope["headers"])
        bearer = headers.get(b"authorization", b"").decode("latin-1").removeprefix("Bearer ").strip()
        cookie = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1")).get(COOKIE)
        given = (bearer, cookie.value if cookie else "", self._fresh_token(scope))
        return any(hmac.compare_digest(one.encode(), wanted.encode()) for one in given if one)

    def _fresh_token(self, scope: MutableMapping[str, Any]) -> str:
        """The token in the page's address, which becomes a cookie."""
        if not self._settings.access_token:
            return ""
        return str(parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0])

    async def _refuse(
        self,
        scope: MutableMapping[str, Any],
        receive: Receive,
        send: Send,
        status: int,
        detail: str,
        headers: dict[str, str],
    ) -> None:
        response = problem(status, detail, scope["path"])
        response.headers.update(headers)
        if scope["path"].startswith(COUNTED):
            self._metrics.requests.labels("refused", str(status)).inc()
        await response(scope, receive, send)


def _with_cookie(send: Send, token: str) -> Send:
    if not token:
        return send

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            cookie = f"{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/".encode("latin-1", "ignore")
            message = {**message, "headers": [*message.get("headers", ()), (b"set-cookie", cookie)]}
        await send(message)

    return sending


def _address(scope: MutableMapping[str, Any]) -> str:
    client = scope.get("client")
    return str(client[0]) if client else "unknown"
