"""Who may come in and how many at once: access token, rate per address, requests at the same time, time limits.

It stands before everything the process serves; for programs it answers with problem documents.
"""

from __future__ import annotations

import asyncio
import json
import logging
import math
import time
from collections.abc import Awaitable, Callable, MutableMapping
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.middleware.cors import CORSMiddleware

from szassist.faces.api.entry import Entry
from szassist.faces.api.metrics import Metrics
from szassist.faces.api.problems import problem
from szassist.settings import Settings

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
PROGRAMS = ("/api", "/v1", "/mcp", "/docs", "/openapi.json", "/metrics")
COUNTED = ("/api", "/v1", "/mcp")
BODY_SECONDS = 10.0  # a body that is longer on its way is not waited for
PREFIX = 64  # bits of an IPv6 address that one subscriber holds
log = logging.getLogger("szassist.requests")


class Gate:
    """ASGI layer; `programs` answers the paths of programs, `app` all others."""

    def __init__(self, app: Application, programs: Application, settings: Settings, metrics: Metrics) -> None:
        self._people, self._programs, self._settings, self._metrics = app, programs, settings, metrics
        self._entry = Entry(settings.access_token)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._rate = RateLimitItemPerMinute(settings.rate_limit) if settings.rate_limit else None
        self._active = 0
        origins = [origin.strip() for origin in settings.cors_origins.split(",") if origin.strip()]
        self._doors: Any = self._for_programs
        if (
            origins
        ):  # around the refusals too, so that a script can read them; it answers what browsers ask beforehand
            self._doors = CORSMiddleware(
                self._doors, allow_origins=origins, allow_methods=["GET", "POST"], allow_headers=["*"]
            )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] == "websocket":  # nothing here speaks it
            await send({"type": "websocket.close", "code": 1008})
        elif scope["type"] != "http":
            await self._people(scope, receive, send)
        elif _under(scope["path"], PROGRAMS):
            await self._doors(scope, receive, send)
        elif (opened := self._entry.opened(scope)) is not None:
            await opened(scope, receive, send)
        elif not self._entry.lets_in(scope):
            await self._refuse(scope, receive, send, 401)
        elif scope["method"] != "POST":
            await self._people(scope, receive, _to_its_own(send))
        elif (again := await self._sound(scope, receive, send)) is not None:
            await self._people(scope, again, _to_its_own(send))

    async def _for_programs(self, scope: Scope, receive: Receive, send: Send) -> None:
        counted = _under(scope["path"], COUNTED)
        if not counted and (opened := self._entry.opened(scope)) is not None:
            await opened(scope, receive, send)
        elif not self._entry.lets_in(scope):
            await self._refuse(scope, receive, send, 401)
        elif not counted:
            await self._programs(scope, receive, send)
        elif self._rate and not self._limiter.hit(self._rate, sender(scope)):
            reset = self._limiter.get_window_stats(self._rate, sender(scope)).reset_time
            await self._refuse(scope, receive, send, 429, max(1, math.ceil(reset - time.time())))
        else:
            await self._take(scope, receive, send)

    async def _take(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the request answered once its body is here: who sends slowly keeps nobody else out."""
        again = await self._sound(scope, receive, send)
        if again is None:
            return
        if self._active >= self._settings.concurrency:
            await self._refuse(scope, receive, send, 503)
        else:
            await self._serve(scope, again, send)

    async def _sound(self, scope: Scope, receive: Receive, send: Send) -> Receive | None:
        """The body, to be read again; None where the sender went away or was refused."""
        try:
            async with asyncio.timeout(min(BODY_SECONDS, self._settings.timeout)):
                body = await _whole(receive)
        except TimeoutError:
            await self._refuse(scope, receive, send, 408)
            return None
        if body and not _is_json(body):
            await self._refuse(scope, receive, send, 400)
            return None
        return None if body is None else _Again(body, receive)

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer, or 504; what cannot be stopped keeps its place among the active until it ends by itself."""
        started, reply = time.perf_counter(), _Reply(send)
        self._active += 1
        self._metrics.active.inc()
        work = asyncio.ensure_future(self._programs(scope, receive, reply.send))
        work.add_done_callback(self._ended)
        try:
            await asyncio.wait({work}, timeout=self._settings.timeout)
            if work.done():
                work.result()
            elif reply.status:
                log.warning("a response was cut off after %g s", self._settings.timeout)
            else:
                await self._refuse(scope, receive, reply.send, 504)
        finally:
            reply.over = True
            work.cancel()
            self._note(scope, reply.status, time.perf_counter() - started)

    def _ended(self, work: asyncio.Future[None]) -> None:
        self._active -= 1
        self._metrics.active.dec()
        if not work.cancelled():
            work.exception()  # who waited has it; who was given up was told 504

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        path = getattr(scope.get("route"), "path", None)
        route = path if isinstance(path, str) and status != 404 else "other"
        self._metrics.requests.labels(route, str(status)).inc()
        self._metrics.seconds.labels(route).observe(seconds)
        ms = round(1000 * seconds, 1)
        fields = {"method": scope["method"], "route": route, "status": status, "ms": ms}
        log.info("request", extra={"fields": fields})

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, status: int, wait: int = 1) -> None:
        settings = self._settings
        detail, headers = {
            400: ("the body is no JSON in UTF-8", {}),
            401: ("an access token is needed: Authorization: Bearer …", {"www-authenticate": "Bearer"}),
            408: (f"the body did not come within {BODY_SECONDS:g} s", {"connection": "close"}),
            429: (f"more than {settings.rate_limit} requests a minute", {"retry-after": str(wait)}),
            503: ("too many requests at the same time", {"retry-after": str(wait)}),
            504: (f"not answered within {settings.timeout:g} s", {}),
        }[status]
        response = problem(status, detail, scope["path"])
        response.headers.update(headers)
        if _under(scope["path"], COUNTED) and status != 504:  # that one is noted with its time
            self._metrics.requests.labels("refused", str(status)).inc()
        await response(scope, receive, send)


class _Reply:
    """What is sent back: its status once it began, and nothing more when it is over."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.over = False

    async def send(self, message: Message) -> None:
        if self.over:
            return
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)


class _Again:
    """A body that was read already, then whatever else the sender does."""

    def __init__(self, body: bytes, receive: Receive) -> None:
        self._body: bytes | None = body
        self._receive = receive

    async def __call__(self) -> Message:
        if self._body is None:
            return await self._receive()
        body, self._body = self._body, None
        return {"type": "http.request", "body": body, "more_body": False}


async def _whole(receive: Receive) -> bytes | None:
    """The body; None if the sender went away."""
    parts = []
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            return b"".join(parts)


def _to_its_own(send: Send) -> Send:
    """`send` for pages: no other origin's scripts may read them, whatever Gradio thinks."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [pair for pair in message.get("headers", ()) if not pair[0].lower().startswith(b"access-control-")]
            message = {**message, "headers": kept}
        await send(message)

    return sending


def _is_json(body: bytes) -> bool:
    """Whether it can be read, and every text in it written again: half a character can only be read."""
    try:
        json.dumps(json.loads(body.decode()), ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return False
    return True


def _under(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(root + "/") for root in roots)


def sender(scope: Scope) -> str:
    """Whom requests are counted for: an address, of IPv6 the network of one subscriber."""
    client = scope.get("client")
    name = str(client[0]) if client else "unknown"
    try:
        address = ip_address(name)
    except ValueError:
        return name
    if not isinstance(address, IPv6Address):
        return name
    return str(address.ipv4_mapped or ip_network((address, PREFIX), strict=False))
