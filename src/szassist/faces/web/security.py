"""What every response carries and what no request may do, as one ASGI layer around the whole site."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 256 * 1024  # bytes; a question with its conversation takes some ten thousand
CLOSED: tuple[str, ...] = (
    "/gradio_api/upload",
    "/gradio_api/file",
    "/gradio_api/proxy",
    "/gradio_api/stream",
    "/gradio_api/component_server",
)
CLOSED += (
    "/gradio_api/info",
    "/gradio_api/openapi.json",
    "/gradio_api/runs",
    "/gradio_api/process_recording",
    "/monitoring",
)
PROGRAMS = ("/api/", "/v1/", "/mcp")
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'none'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
REPLACED = {name for name, _ in HEADERS} | {b"server"}
LASTING = ("/assets/", "/site/")  # the addresses of these files hold a digest of them
FOREVER = (b"cache-control", b"public, max-age=31536000, immutable")


class Guard:
    """Closes what the page does not use, limits bodies (chunked ones too), and sets the security headers."""

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a sound request on; answer 404 or 413 to any other."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        exchange = _Exchange(scope["path"], receive, send)
        if scope["path"].startswith(CLOSED):
            await refuse(exchange.send, 404, "Not found", scope["path"])
        elif _stated_length(scope) > LARGEST_BODY:
            await refuse(exchange.send, 413, "The request is too large", scope["path"])
        else:
            try:
                await self._application(scope, exchange.receive, exchange.send)
            except Exception:
                if not exchange.refused:
                    raise


class _Exchange:
    """One request and its response, as the application behind the guard sees them."""

    def __init__(self, path: str, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self._path = path
        self._lasting = path.startswith(LASTING)
        self._seen = 0
        self.refused = False

    async def receive(self) -> Message:
        """The next part of the body; over the limit, the response is 413 and the application sees a disconnect."""
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen <= LARGEST_BODY:
            return message
        if not self.refused:
            await refuse(self.send, 413, "The request is too large", self._path)
            self.refused = True
        return {"type": "http.disconnect"}

    async def send(self, message: Message) -> None:
        """Send with our headers in the place of any by the same names; after a refusal, nothing."""
        if self.refused:
            return
        if message["type"] == "http.response.start":
            lasting = self._lasting and message["status"] == 200
            replaced = REPLACED | {b"cache-control"} if lasting else REPLACED
            kept = [pair for pair in message.get("headers", ()) if pair[0].lower() not in replaced]
            message = {**message, "headers": [*kept, *HEADERS, *([FOREVER] if lasting else [])]}
        await self._send(message)


async def refuse(send: Send, status: int, words: str, path: str) -> None:
    """Send a short plain response; programs get a problem document."""
    body, kind = words.encode(), b"text/plain; charset=utf-8"
    if path.startswith(PROGRAMS):
        title = HTTPStatus(status).phrase
        problem = {"type": "about:blank", "title": title, "status": status, "detail": words, "instance": path}
        body = json.dumps(problem).encode()
        kind = b"application/problem+json"
    headers = [(b"content-type", kind), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _stated_length(scope: Scope) -> int:
    """Content-Length, 0 where there is none; what is no number is over every limit."""
    for name, value in scope["headers"]:
        if name == b"content-length":
            return int(value) if value.isdigit() else LARGEST_BODY + 1
    return 0
