"""The gate before the doors: rates, places, time limits, other origins, and what it writes down."""

import asyncio
import json
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from starlette.responses import PlainTextResponse

from szassist import Assistant, Settings
from szassist.faces.api import gate as gate_module
from szassist.faces.api.app import programs
from szassist.faces.api.gate import Gate, sender
from szassist.faces.api.metrics import Metrics
from tests.faces.api.conftest import listening, whole_client

QUESTION = "2025年PM2.5要降到多少?"


async def quick(scope: Any, receive: Any, send: Any) -> None:
    await PlainTextResponse("done")(scope, receive, send)


def gate(programs: Any, **changed: object) -> Gate:
    settings = Settings().model_copy(update={"rate_limit": 0, **changed})
    return Gate(quick, programs, settings, Metrics())


def caller(app: Any, address: str = "192.0.2.1") -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app, client=(address, 1)), base_url="http://test")


def test_each_address_has_its_own_rate_and_is_told_when_to_come_again() -> None:
    app = gate(quick, rate_limit=2)

    async def run() -> list[httpx.Response]:
        async with caller(app) as one, caller(app, "192.0.2.2") as other:
            return [await client.get("/api/v1/ask") for client in (one, one, one, other)]

    found = asyncio.run(run())
    assert [response.status_code for response in found] == [200, 200, 429, 200]
    assert 1 <= int(found[2].headers["retry-after"]) <= 60
    assert found[2].headers["content-type"] == "application/problem+json"


def test_a_forwarded_header_gives_nobody_a_rate_of_their_own() -> None:
    app = gate(quick, rate_limit=2)

    async def run() -> list[int]:
        async with caller(app) as client:
            sent = [{"x-forwarded-for": f"198.51.100.{n}", "forwarded": f"for=198.51.100.{n}"} for n in range(3)]
            return [(await client.get("/api/v1/ask", headers=headers)).status_code for headers in sent]

    assert asyncio.run(run()) == [200, 200, 429]


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("a name", "a name"),
    ],
)
def test_a_subscriber_s_network_counts_as_one_address(address: str, counted: str) -> None:
    assert sender({"client": (address, 1)}) == counted


def test_more_at_once_than_there_are_places_are_told_so_at_once() -> None:
    async def run() -> list[int]:
        free = asyncio.Event()

        async def waits(scope: Any, receive: Any, send: Any) -> None:
            await free.wait()
            await quick(scope, receive, send)

        async with caller(gate(waits, concurrency=3)) as client:
            asked = [asyncio.create_task(client.get("/api/v1/ask")) for _ in range(64)]
            refused, _ = await asyncio.wait(asked, timeout=20, return_when=asyncio.FIRST_COMPLETED)
            while len([task for task in asked if task.done()]) < 61:
                await asyncio.sleep(0)
            refused = {task for task in asked if task.done()}
            assert {task.result().headers["retry-after"] for task in refused} == {"1"}
            free.set()
            return [response.status_code for response in await asyncio.gather(*asked)]

    assert sorted(asyncio.run(run())) == [200] * 3 + [503] * 61


def test_what_does_not_end_is_given_up_and_keeps_its_place_until_it_ends() -> None:
    """A thread cannot be stopped: the caller is freed, the place is not."""
    free = threading.Event()

    async def stubborn(scope: Any, receive: Any, send: Any) -> None:
        work = asyncio.ensure_future(asyncio.to_thread(free.wait))
        while not work.done():
            try:
                await asyncio.shield(work)
            except asyncio.CancelledError:
                continue

    async def held() -> list[int]:
        app = gate(stubborn, concurrency=1, timeout=0.05)
        async with caller(app) as client:
            found = [(await client.get("/api/v1/ask")).status_code for _ in range(2)]
            free.set()
            while app._active:
                await asyncio.sleep(0)
            return found

    assert asyncio.run(held()) == [504, 503]


def test_a_body_that_does_not_come_takes_no_place_from_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate_module, "BODY_SECONDS", 0.05)
    app = gate(quick, concurrency=1)

    async def run() -> tuple[int, int]:
        sent: list[Any] = []

        async def never() -> Any:
            await asyncio.Event().wait()

        async def keep(message: Any) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": "/api/v1/ask", "query_string": b"", "headers": []}
        slow = asyncio.create_task(app(scope, never, keep))
        await asyncio.sleep(0)
        async with caller(app) as client:
            other = (await client.post("/api/v1/ask", content=b"{}")).status_code
        await slow
        return other, sent[0]["status"]

    assert asyncio.run(run()) == (200, 408)


def test_a_failure_behind_the_gate_frees_its_place() -> None:
    async def fails(scope: Any, receive: Any, send: Any) -> None:
        raise RuntimeError("unforeseen")

    async def run() -> int:
        app = gate(fails, concurrency=1)
        async with caller(app) as client:
            for _ in range(3):
                with pytest.raises(RuntimeError, match="unforeseen"):
                    await client.get("/api/v1/ask")
        await asyncio.sleep(0)
        return app._active

    assert asyncio.run(run()) == 0


def test_a_websocket_is_closed() -> None:
    sent: list[Any] = []

    async def keep(message: Any) -> None:
        sent.append(message)

    async def run() -> None:
        await gate(quick)({"type": "websocket", "path": "/", "headers": []}, keep, keep)  # type: ignore[arg-type]

    asyncio.run(run())
    assert sent == [{"type": "websocket.close", "code": 1008}]


def test_other_origins_may_call_nothing_unless_they_are_named(whole: TestClient) -> None:
    origin = {"origin": "https://city.example", "access-control-request-method": "POST"}
    for path in ("/", "/api/v1/documents", "/v1/models", "/gradio_api/startup-events", "/readyz"):
        assert "access-control-allow-origin" not in whole.get(path, headers=origin).headers
        assert "access-control-allow-origin" not in whole.options(path, headers=origin).headers


def test_a_named_origin_may_call_the_doors_and_read_their_refusals(api_assistant: Assistant) -> None:
    mine, other = ({"origin": origin} for origin in ("https://city.example", "https://other.example"))
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "authorization,content-type"}
    with whole_client(
        api_assistant, cors_origins="https://city.example, https://b.example", access_token="t"
    ) as client:
        before = client.options("/api/v1/ask", headers=mine | asked)
        assert before.status_code == 200
        assert before.headers["access-control-allow-origin"] == "https://city.example"
        refused = client.get("/api/v1/documents", headers=mine)
        assert (refused.status_code, refused.headers["access-control-allow-origin"]) == (401, "https://city.example")
        assert "access-control-allow-origin" not in client.get("/api/v1/documents", headers=other).headers
        assert "access-control-allow-origin" not in client.get("/", headers=mine).headers


def test_requests_are_written_down_by_route_and_never_by_what_was_asked(
    whole: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="szassist"):
        whole.post("/api/v1/ask", json={"question": "一个秘密的问题"})
        whole.get("/api/v1/search", params={"q": "秘密"})
        whole.get("/api/v1/documents/秘密")
        whole.post("/api/v1/ask", json={"question": ["秘密"]})
    fields = [record.fields for record in caplog.records if record.name == "szassist.requests"]  # type: ignore[attr-defined]
    assert [(line["method"], line["route"], line["status"]) for line in fields] == [
        ("POST", "/api/v1/ask", 200),
        ("GET", "/api/v1/search", 200),
        ("GET", "other", 404),
        ("POST", "/api/v1/ask", 422),
    ]
    assert all(line["ms"] > 0 for line in fields)
    assert "秘密" not in caplog.text + json.dumps(fields, ensure_ascii=False)


def test_measurements_grow_with_routes_and_not_with_addresses(whole: TestClient) -> None:
    for number in range(5):
        whole.get(f"/api/v1/nothing-{number}")
        whole.get(f"/api/v1/documents/{number}")
        whole.delete(f"/v1/{number}")
    page = whole.get("/metrics").text
    assert "nothing-" not in page
    assert 'route="other"' in page
    assert {line.split('route="')[1].split('"')[0] for line in page.splitlines() if 'route="' in line} <= {
        "other", "refused", "/api/v1/ask", "/api/v1/ask/stream", "/api/v1/search", "/api/v1/register",
        "/api/v1/documents", "/api/v1/documents/{name}", "/v1/models", "/v1/chat/completions", "/mcp", "/mcp/",
    }  # fmt: skip


@contextmanager
def telling(trusted: str) -> Iterator[httpx.Client]:
    """A client of a real server that says from where, and by which scheme, it is asked."""

    async def tell(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            await PlainTextResponse(f"{scope['scheme']} {sender(scope)}")(scope, receive, send)

    settings = Settings().model_copy(update={"trusted_proxies": trusted})
    with listening(tell, settings) as address, httpx.Client(base_url=address, trust_env=False) as client:
        yield client


FORWARDED = {"x-forwarded-for": "198.51.100.7", "x-forwarded-proto": "https"}


@pytest.mark.server
@pytest.mark.parametrize(
    ("trusted", "seen"),
    [("", "http 127.0.0.1"), ("192.0.2.9", "http 127.0.0.1"), ("192.0.2.9, 127.0.0.1", "https 198.51.100.7")],
)
def test_forwarded_headers_are_believed_only_from_the_named_proxies(trusted: str, seen: str) -> None:
    with telling(trusted) as client:
        assert client.get("/", headers=FORWARDED).text == seen


@pytest.mark.server
def test_sixty_four_at_once_are_answered_or_told_to_come_again(api_assistant: Assistant) -> None:
    settings = Settings().model_copy(update={"rate_limit": 0, "concurrency": 4})
    metrics = Metrics()
    doors = programs(api_assistant, metrics)
    app = Gate(doors, doors, settings, metrics)

    async def ask(client: httpx.AsyncClient) -> int:
        return (await client.post("/api/v1/ask", json={"question": QUESTION})).status_code

    async def run(address: str) -> list[int]:
        limits = httpx.Limits(max_connections=64)
        async with httpx.AsyncClient(base_url=address, limits=limits, timeout=30, trust_env=False) as client:
            return await asyncio.gather(*(ask(client) for _ in range(64)))

    with listening(app, settings) as address:
        found = asyncio.run(run(address))
    assert set(found) <= {200, 503}
    assert found.count(200) >= 4
