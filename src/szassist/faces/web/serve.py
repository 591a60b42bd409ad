"""Serve the web chat: the first page at once, the assistant as soon as it is loaded."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

from szassist.errors import ServeError
from szassist.faces.logs import to_stderr
from szassist.faces.web.loading import Door
from szassist.faces.web.security import Application
from szassist.settings import Settings

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI


def serve(settings: Settings) -> None:
    """Serve until interrupted; a port that cannot be listened on is a `ServeError`."""
    listener = listen(settings.host, settings.port)
    to_stderr()
    print(f"szassist: http://{settings.host}:{settings.port}", flush=True)  # noqa: T201
    asyncio.run(_serve(settings, listener))


async def _serve(settings: Settings, listener: socket.socket) -> None:
    import uvicorn

    await uvicorn.Server(configured(Door(lambda: _make(settings)), settings)).serve(sockets=[listener])


def configured(door: Application, settings: Settings) -> uvicorn.Config:
    """How uvicorn serves `door`: forwarded headers count only from the proxies that the settings name."""
    import uvicorn

    return uvicorn.Config(
        door,
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
    )


def listen(host: str, port: int) -> socket.socket:
    """A socket bound to `host` and `port`; a port that cannot be listened on is a `ServeError`."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's algorithm on: the end of a response would wait 40 ms for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise ServeError(
            f"{host}:{port} cannot be listened on ({error.strerror}); stop what uses it, or choose another port with "
            "--port or SZASSIST_PORT"
        ) from error
    return listener


def _make(settings: Settings) -> FastAPI:
    """Import what is heavy and open the assistant."""
    from szassist.assistant import Assistant
    from szassist.faces.app import application

    return application(Assistant.open(settings).warm(), settings)
