"""A chat model's server on loopback that speaks OpenAI's protocol and does what a test tells it to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Material = dict[str, Any]  # what the model is given, as it reads it
Spoken = dict[str, Any]  # {"text": …, "sources": […]}


@dataclass(frozen=True)
class Reply:
    """What the server does with one request."""

    text: str = ""
    status: int = 200
    hang: float = 0.0  # seconds before anything is sent
    cut: bool = False  # close the connection in the middle of the text
    drip: float = 0.0  # seconds between pieces
    finish: str = "stop"


Behaviour = Callable[[list[dict[str, str]]], Reply]


def material(messages: Sequence[dict[str, str]]) -> Material:
    """The JSON that the assistant sends a model to phrase."""
    text = messages[1]["content"]
    value: Material = json.loads(text[text.index("{") : text.rindex("}") + 1])
    return value


def spoken(statements: Sequence[Spoken]) -> str:
    """A reply in the form that is asked for."""
    return json.dumps({"statements": list(statements)}, ensure_ascii=False)


@dataclass
class ModelServer:
    """The address of a running server, how it behaves, and the requests that it got."""

    url: str
    behaviour: Behaviour
    requests: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def model_server() -> Iterator[ModelServer]:
    """A server on a free port of loopback, closed at the end."""
    state = ModelServer("", lambda messages: Reply(spoken([])))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["content-length"])))
            state.requests.append(body)
            reply = state.behaviour(body["messages"])
            try:
                _answer(self, body, reply)
            except OSError:  # the client gave up, which is what some tests are about
                self.close_connection = True

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    state.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def _answer(handler: BaseHTTPRequestHandler, body: dict[str, Any], reply: Reply) -> None:
    time.sleep(reply.hang)
    if reply.status != 200:
        _whole(handler, {"error": {"message": "no", "type": "error", "code": str(reply.status)}}, reply.status)
    elif body.get("stream"):
        _stream(handler, body, reply)
    else:
        message = {"role": "assistant", "content": reply.text, "refusal": None}
        choice = {"index": 0, "message": message, "finish_reason": reply.finish}
        _whole(handler, {**_head(body, "chat.completion"), "choices": [choice], "usage": _USAGE}, 200)


_USAGE = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}


def _head(body: dict[str, Any], kind: str) -> dict[str, Any]:
    return {"id": "chat-1", "object": kind, "created": 1, "model": body["model"]}


def _whole(handler: BaseHTTPRequestHandler, value: dict[str, Any], status: int) -> None:
    content = json.dumps(value).encode()
    handler.send_response(status)
    handler.send_header("content-type", "application/json")
    handler.send_header("content-length", str(len(content)))
    handler.end_headers()
    handler.wfile.write(content)


def _stream(handler: BaseHTTPRequestHandler, body: dict[str, Any], reply: Reply) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "text/event-stream")
    handler.send_header("connection", "close")
    handler.end_headers()
    handler.close_connection = True
    size = 40
    pieces = [reply.text[i : i + size] for i in range(0, len(reply.text), size)]
    for piece in pieces[: len(pieces) // 2] if reply.cut else pieces:
        _chunk(handler, body, {"role": "assistant", "content": piece}, None)
        time.sleep(reply.drip)
    if not reply.cut:
        _chunk(handler, body, {}, reply.finish)
        handler.wfile.write(b"data: [DONE]\n\n")


def _chunk(handler: BaseHTTPRequestHandler, body: dict[str, Any], delta: dict[str, Any], finish: str | None) -> None:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    value = {**_head(body, "chat.completion.chunk"), "choices": [choice]}
    handler.wfile.write(f"data: {json.dumps(value)}\n\n".encode())
    handler.wfile.flush()
