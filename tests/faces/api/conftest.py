"""The doors for programs, alone and in the whole application, around the assistant on the repository's corpus."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI
from fastapi.testclient import TestClient

from szassist import Assistant, Settings
from szassist.faces.api.app import programs
from szassist.faces.api.gate import Application, Gate
from szassist.faces.api.metrics import Metrics
from szassist.faces.app import application
from szassist.faces.web.loading import Door
from szassist.faces.web.serve import configured, listen


@pytest.fixture(scope="session")
def api_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(index=tmp_path_factory.mktemp("index"))) as opened:
        yield opened


def served(assistant: Assistant, **changed: object) -> Application:
    """The doors behind their gate, under settings that differ from the usual ones in `changed`."""
    settings = Settings().model_copy(update=changed)
    metrics = Metrics()
    doors = programs(assistant, metrics)
    gate = Gate(doors, doors, settings, metrics)

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await (doors if scope["type"] == "lifespan" else gate)(scope, receive, send)

    return app


@contextmanager
def client_of(assistant: Assistant, **changed: object) -> Iterator[TestClient]:
    """A client of the doors."""
    with TestClient(served(assistant, **changed), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def client(api_assistant: Assistant) -> Iterator[TestClient]:
    with client_of(api_assistant, rate_limit=0) as opened:
        yield opened


def whole_application(assistant: Assistant, settings: Settings) -> FastAPI:
    """Everything that one process serves: pages, doors and all that stands before them."""

    async def make() -> FastAPI:
        return application(assistant, settings)

    return asyncio.run(make())  # Gradio opens loops and leaves them open where none is running


@contextmanager
def whole_client(assistant: Assistant, **changed: object) -> Iterator[TestClient]:
    """A client of the whole application."""
    settings = Settings().model_copy(update={"feedback": None, "rate_limit": 0, **changed})
    with TestClient(whole_application(assistant, settings), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def whole(api_assistant: Assistant) -> Iterator[TestClient]:
    with whole_client(api_assistant) as opened:
        yield opened


@contextmanager
def listening(app: Application, settings: Settings) -> Iterator[str]:
    """The address of a real server of `app`, set up as the product sets up its own."""
    listener = listen("127.0.0.1", 0)
    server = uvicorn.Server(configured(app, settings))
    thread = threading.Thread(target=lambda: asyncio.run(server.serve([listener])), daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


@contextmanager
def whole_server(assistant: Assistant, **changed: object) -> Iterator[str]:
    """The address of a real server of the whole application, ready to answer."""
    settings = Settings().model_copy(update={"feedback": None, "rate_limit": 0, **changed})
    door = Door(lambda: whole_application(assistant, settings))
    with listening(door, settings) as opened:
        ready = threading.Event()
        while door.application is None:
            assert not door.failed
            ready.wait(0.05)
        yield opened


@pytest.fixture(scope="session")
def address(api_assistant: Assistant) -> Iterator[str]:
    with whole_server(api_assistant) as opened:
        yield opened
