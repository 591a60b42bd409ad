"""Bodies that nobody sends in earnest, through everything that stands before the answer."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient

DOORS = ("/api/v1/ask", "/api/v1/ask/stream", "/v1/chat/completions")
JSON = {"content-type": "application/json", "accept": "application/json, text/event-stream"}
LARGE = 20 * 2**20
LONGEST_PROBLEM = 8_000  # bytes: what was sent is not sent back
DEEP = b"[" * 100_000 + b"]" * 100_000
BODIES = {
    "nothing": b"",
    "half an object": b"{",
    "deep": DEEP,
    "deep in a field": b'{"question": ' + DEEP + b', "messages": ' + DEEP[:1000] + b"}",
    "deep objects": b'{"a":' * 40_000 + b"1" + b"}" * 40_000,
    "no UTF-8": b'{"question": "\xff\xfe", "messages": [{"role": "user", "content": "\xff"}]}',
    "half a character": b'{"question": "\\ud800", "messages": [{"role": "user", "content": "\\ud800"}]}',
    "half a character as a name": b'{"question": "a", "\\ud800": 1, "messages": [{"role": "\\udfff"}]}',
    "UTF-16": '{"question": "水"}'.encode("utf-16")[1:],
    "a list": b"[]",
    "a number": b"1e999",
    "no number": b"NaN",
    "more digits than Python reads": b'{"question": ' + b"9" * 10_000 + b"}",
    "wrong types": b'{"question": 3, "history": "x", "language": [], "messages": {"role": "user"}}',
    "wrong types within": b'{"question": "a", "history": [{"question": []}], "messages": [{"role": "king", "content": 1}]}',
    "a long question": json.dumps({"question": "水" * 9_000, "messages": []}).encode(),
    "a long name": b'{"question": "a", "' + b"x" * 200_000 + b'": 1, "messages": [1]}',
    "a long conversation": json.dumps(
        {
            "question": "a",
            "history": [{"question": "a"}] * 51,
            "messages": [{"role": "user", "content": "a"}] * 201,
        }
    ).encode(),
    "too many answers": b'{"question": "a", "n": 2, "messages": [{"role": "user", "content": "a"}], "n": 3, "history": 1}',
}


def is_problem(found: Any, *statuses: int) -> bool:
    """Whether it is a problem document of one of `statuses`, true to itself and of modest length."""
    kind, length = found.headers["content-type"], len(found.content)
    return (
        kind == "application/problem+json"
        and {"type", "title", "status", "detail", "instance"} <= found.json().keys()
        and found.json()["status"] == found.status_code in statuses
        and length < 8_000
    )


@pytest.mark.parametrize("path", DOORS)
@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_body_that_makes_no_sense_is_a_problem_of_the_sender(whole: TestClient, path: str, body: bytes) -> None:
    assert is_problem(whole.post(path, content=body, headers=JSON), 400, 422)


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_agents_are_told_the_same_or_in_the_words_of_their_protocol(whole: TestClient, body: bytes) -> None:
    found = whole.post("/mcp", content=body, headers=JSON)
    assert is_problem(found, 400) or (found.status_code == 400 and found.json()["error"]["message"])


def test_half_a_character_inside_a_tool_call_is_refused(whole: TestClient) -> None:
    call = {"name": "ask_policy", "arguments": {"question": "HERE"}}
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call}).replace("HERE", "\\ud800")
    assert is_problem(whole.post("/mcp", content=body.encode(), headers=JSON), 400)


def chunks() -> Iterator[bytes]:
    for _ in range(LARGE // 2**16):
        yield b" " * 2**16


@pytest.mark.parametrize("path", [*DOORS, "/mcp", "/gradio_api/queue/join"])
def test_twenty_megabytes_are_refused_whole_and_in_parts(whole: TestClient, path: str) -> None:
    for body in (b" " * LARGE, chunks()):
        found = whole.post(path, content=body, headers=JSON)
        assert found.status_code == 413
        if path in DOORS:
            assert is_problem(found, 413)


@pytest.mark.server
@pytest.mark.parametrize("path", DOORS)
def test_a_client_that_sends_twenty_megabytes_gets_to_read_why_not(address: str, path: str) -> None:
    with httpx.Client(base_url=address, trust_env=False, timeout=20) as client:
        assert is_problem(client.post(path, content=b" " * LARGE, headers=JSON), 413)
        assert is_problem(client.post(path, content=chunks(), headers=JSON), 413)
        assert client.get("/healthz").status_code == 200


@pytest.mark.parametrize(
    "body", [DEEP, b"\xff", b"[]", b'{"data": "\\ud800", "fn_index": 0, "session_hash": "x"}', b"{"]
)
def test_the_queue_of_the_page_does_not_stumble_either(whole: TestClient, body: bytes) -> None:
    assert 400 <= whole.post("/gradio_api/queue/join", content=body, headers=JSON).status_code < 500


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
def test_a_body_that_does_not_say_it_is_json_is_not_read_as_such(whole: TestClient, kind: str) -> None:
    found = whole.post("/api/v1/ask", content=b'{"question": "a"}', headers={"content-type": kind})
    assert is_problem(found, 400, 415, 422)


@pytest.mark.parametrize(
    "query", ["q=%ff%fe", "q=%00", "q=%ED%A0%80&limit=1", "q=x&limit=1e9", "q=" + "x" * 60_000, "", "q=&q=&limit=١"]
)
def test_an_odd_address_is_answered_or_refused(whole: TestClient, query: str) -> None:
    found = whole.get(f"/api/v1/search?{query}")
    assert found.status_code == 200 or is_problem(found, 422)


def test_a_wrong_method_or_path_is_a_problem_document(whole: TestClient) -> None:
    assert is_problem(whole.delete("/api/v1/ask"), 405)
    assert is_problem(whole.get("/api/v1/nothing"), 404)
    assert is_problem(whole.get("/mcp"), 405)
    assert is_problem(whole.get("/api"), 404)


def test_openai_s_clients_find_the_reason_where_they_look_for_it(whole: TestClient) -> None:
    found = whole.post("/v1/chat/completions", json={"messages": [{"role": "assistant", "content": "a"}]}).json()
    assert found["error"]["message"] == found["detail"] == "messages: the last message must be the user's question"
