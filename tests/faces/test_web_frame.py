"""What surrounds the application: framing and redirects between languages, security headers, limits, the loading page."""

import asyncio
import json
import threading
from typing import Any

import pytest

from szassist.errors import ModelError
from szassist.faces.web.frame import Frame
from szassist.faces.web.language import Remember
from szassist.faces.web.loading import Door, loading_page
from szassist.faces.web.security import LARGEST_BODY, POLICY, Application, Guard, Receive, Scope, Send
from szassist.faces.words import chat_words, frame_words, starters
from szassist.schema import Language

GRADIO = (
    '<html lang="en"><head><meta property="og:url" content="https://gradio.app/" /><link rel="manifest" href="/m" /></head>'
    '<body><gradio-app control_page_title="true"></gradio-app></body></html>'
)


def ask(
    application: Application, path: str = "/", query: str = "", body: tuple[bytes, ...] = (b"",), **headers: str
) -> Any:
    """Status, headers and body of one request, without a server."""
    sent: list[Any] = []
    parts = [
        {"type": "http.request", "body": part, "more_body": place < len(body) - 1} for place, part in enumerate(body)
    ]
    pairs = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": query.encode(), "headers": pairs}

    async def receive() -> Any:
        return parts.pop(0) if parts else {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    async def run() -> None:
        await application(scope, receive, send)

    asyncio.run(run())
    content = b"".join(message.get("body", b"") for message in sent[1:]).decode()
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}, content


async def gradio(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the whole body, then serves Gradio's page with a header that must not stay."""
    while (message := await receive()).get("more_body"):
        pass
    if message["type"] == "http.disconnect":
        raise ConnectionError("the client is gone")
    headers = [(b"content-type", b"text/html"), (b"content-security-policy", b"none"), (b"server", b"x")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": GRADIO.encode()})


@pytest.mark.parametrize("language", Language)
def test_every_language_has_all_words_and_the_same_starter_questions(language: Language) -> None:
    assert all((*map(str, vars_of(chat_words(language))), *map(str, vars_of(frame_words(language)))))
    hans = [len(group.questions) for group in starters(Language.HANS)]
    assert [len(group.questions) for group in starters(language)] == hans


def vars_of(words: Any) -> list[str]:
    return [getattr(words, name) for name in words.__slots__]


def test_the_chat_is_framed_in_its_language_and_says_nothing_of_other_hosts() -> None:
    frame = Frame(gradio, {language: f"<p>{language}</p>" for language in Language})
    status, headers, page = ask(frame, "/en", "q=water")
    assert (status, headers["content-language"], headers["content-length"]) == (200, "en", str(len(page.encode())))
    assert '<html lang="en" data-language="en">' in page
    assert "<title>Policy Answers</title>" in page
    assert "https://" not in page
    assert 'rel="manifest"' not in page
    assert "<p>en</p>" in page
    assert '<a href="?q=water&amp;lang=zh-Hant"' in page


@pytest.mark.parametrize(
    ("path", "query", "accept", "address"),
    [
        ("/", "", "en", "/en"),
        ("/", "q=a%26b", "zh-TW", "/zh-Hant?q=a%26b"),
        ("/en", "lang=zh-Hans&q=1", "en", "/?q=1"),
    ],
)
def test_whoever_wants_another_language_is_sent_to_its_page(path: str, query: str, accept: str, address: str) -> None:
    frame = Frame(gradio, dict.fromkeys(Language, ""))
    status, headers, _ = ask(frame, path, query, accept_language=accept)
    assert (status, headers["location"]) == (303, address)


def test_a_language_asked_for_is_remembered_and_one_that_is_not_is_not() -> None:
    assert ask(Remember(gradio), query="lang=zh-Hant")[1]["set-cookie"].startswith("lang=zh-Hant; Path=/;")
    assert "set-cookie" not in ask(Remember(gradio))[1]
    assert "set-cookie" not in ask(Remember(gradio), query="lang=%0d%0aset-cookie:x=1")[1]


def test_every_response_carries_the_policy_and_no_server_name() -> None:
    _, headers, _ = ask(Guard(gradio))
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/gradio_api/upload", "/gradio_api/file=/etc/passwd", "/gradio_api/proxy=http://x"])
def test_what_the_page_does_not_use_is_closed(path: str) -> None:
    assert ask(Guard(gradio), path)[0] == 404


def test_a_body_over_the_limit_is_refused_whether_its_length_is_stated_or_not() -> None:
    half = b"x" * (LARGEST_BODY // 2 + 1)
    assert ask(Guard(gradio), body=(half,))[0] == 200
    assert ask(Guard(gradio), body=(half, half))[0] == 413
    assert ask(Guard(gradio), content_length=str(LARGEST_BODY + 1))[0] == 413
    assert ask(Guard(gradio), content_length="-1")[0] == 413


def test_files_whose_address_holds_their_digest_are_kept_by_the_browser() -> None:
    assert "immutable" in ask(Guard(gradio), "/site/style.css")[1]["cache-control"]
    assert "cache-control" not in ask(Guard(gradio), "/other")[1]


def test_the_loading_page_says_so_in_three_languages() -> None:
    page = loading_page("loading")
    for language, words in zip(Language, ("正在载入", "正在載入", "Loading the policy documents"), strict=True):
        assert f'lang="{language.value}">{words}' in page


def through_the_door(door: Door, done: threading.Event) -> list[tuple[int, str]]:
    """The pages before `done`, after it, and the readiness after it."""
    found: list[tuple[int, str]] = []

    async def request(path: str) -> None:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        async def receive() -> Any:
            return {"type": "http.request", "body": b""}

        await door({"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}, receive, send)
        found.append((sent[0]["status"], sent[1]["body"].decode()))

    async def run() -> None:
        messages: asyncio.Queue[Any] = asyncio.Queue()
        started = asyncio.Event()

        async def lifespan_send(message: Any) -> None:
            started.set()

        lifespan = asyncio.create_task(door({"type": "lifespan"}, messages.get, lifespan_send))
        messages.put_nowait({"type": "lifespan.startup"})
        await started.wait()
        await request("/")
        await request("/v1/models")
        done.set()
        while door.application is None and not door.failed:
            await asyncio.sleep(0.001)
        await request("/")
        await request("/readyz")
        messages.put_nowait({"type": "lifespan.shutdown"})
        await lifespan

    asyncio.run(run())
    return found


def test_the_door_shows_the_loading_page_until_the_application_is_there() -> None:
    from fastapi import FastAPI
    from fastapi.responses import PlainTextResponse

    done = threading.Event()

    def make() -> FastAPI:
        done.wait(10)
        app = FastAPI()
        app.add_api_route("/", lambda: PlainTextResponse("问答"))
        return app

    (first, page), (program, problem), second, ready = through_the_door(Door(make), done)
    assert (first, "正在载入" in page) == (200, True)
    assert (program, json.loads(problem)["status"], json.loads(problem)["detail"]) == (503, 503, "loading")
    assert second == (200, "问答")
    assert ready == (200, '{"status": "ready"}')


@pytest.mark.parametrize("error", [ModelError("models/x is no model; choose another"), RuntimeError("unforeseen")])
def test_what_cannot_be_loaded_is_said_to_readers_in_general_and_to_the_operator_in_full(
    error: Exception, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    done = threading.Event()

    def make() -> Any:
        done.wait(10)
        raise error

    _, _, (status, page), (ready, body) = through_the_door(Door(make), done)
    assert (status, ready) == (503, 503)
    assert "暂时无法使用" in page
    assert str(error) not in page
    assert json.loads(body) == {"status": "failed"}  # and no reason, which may hold paths
    assert str(error) in capsys.readouterr().err + caplog.text
