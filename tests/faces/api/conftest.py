"""The doors for programs around the assistant on the repository's corpus."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from fastapi.testclient import TestClient

from szassist import Assistant, Settings
from szassist.faces.api.app import programs
from szassist.faces.api.gate import Gate
from szassist.faces.api.metrics import Metrics


@pytest.fixture(scope="session")
def api_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with Assistant.open(Settings(index=tmp_path_factory.mktemp("index"))) as opened:
        yield opened


def served(assistant: Assistant, **changed: object) -> Callable[..., Awaitable[None]]:
    """The doors behind their gate, under settings that differ from the usual ones in `changed`."""
    settings = Settings().model_copy(update=changed)
    metrics = Metrics()
    doors = programs(assistant, settings, metrics)
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
