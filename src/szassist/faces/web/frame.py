"""The frame around the chat: Gradio's page in the reader's language, with the head, header and footer of every page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl, urlencode

from szassist.faces.web.language import asked_for, language_for
from szassist.faces.web.security import Application, Message, Receive, Scope, Send
from szassist.faces.web.shell import bottom, head, top, version
from szassist.faces.words import chat_words
from szassist.schema import Language

PAGES = {Language.HANS: "", Language.HANT: "zh-Hant", Language.EN: "en"}  # where Gradio serves them
ADDRESSES = {f"/{name}": language for language, name in PAGES.items()}
TEMPLATES = Path(__file__).parent / "templates"
_META = re.compile(
    r'<meta\s+(?:charset|(?:property|name)="(?:og:|twitter:|viewport))[^>]*>|<link rel="manifest"[^>]*>|<title>.*?</title>'
)


class Frame:
    """ASGI layer: the chat's pages are framed, and whoever wants another language is sent to its page."""

    def __init__(self, application: Application, starters: Mapping[Language, str]) -> None:
        self._application = application
        self._starters = starters

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Frame the chat's pages or redirect between them; pass on the rest."""
        here = ADDRESSES.get(scope["path"]) if scope["type"] == "http" else None
        if here is None:
            await self._application(scope, receive, send)
            return
        wanted = language_for(scope) if here is Language.HANS else asked_for(scope) or here
        pairs = parse_qsl(scope["query_string"].decode("latin-1"))
        query = urlencode([pair for pair in pairs if pair[0] != "lang"])
        if wanted is not here:
            address = f"/{PAGES[wanted]}" + (f"?{query}" if query else "")
            headers = [(b"location", address.encode()), (b"cache-control", b"no-store")]
            await send({"type": "http.response.start", "status": 303, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        headers = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        framed_send = _Framed(send, here, self._starters[here], query)
        await self._application({**scope, "headers": headers}, receive, framed_send)


class _Framed:
    """Holds a page back until it is whole, then sends it framed."""

    def __init__(self, send: Send, language: Language, starters: str, query: str) -> None:
        self._send, self._language, self._starters, self._query = send, language, starters, query
        self._start: Message = {}
        self._body: list[bytes] = []

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._start = message
            return
        self._body.append(message.get("body", b""))
        if message.get("more_body"):
            return
        body = b"".join(self._body)
        if self._start["status"] == 200 and body:
            body = framed(body.decode(), self._language, self._starters, self._query).encode()
        dropped = {b"content-length", b"cache-control", b"content-language", b"vary"}
        headers = [pair for pair in self._start.get("headers", ()) if pair[0] not in dropped]
        headers += [(b"content-length", str(len(body)).encode()), (b"cache-control", b"no-cache")]
        headers += [
            (b"content-language", self._language.encode()),
            (b"vary", b"accept-language, accept-encoding, cookie"),
        ]
        await self._send({**self._start, "headers": headers})
        await self._send({**message, "body": body})


def framed(page: str, language: Language, starters: str, query: str) -> str:
    """Gradio's page in our frame, without what it says of itself to other hosts; `starters` is HTML."""
    first, last = _chat_parts(language)
    page = _META.sub("", page)
    page = page.replace('lang="en"', f'lang="{language}" data-language="{language}"', 1)
    page = page.replace("<head>", f"<head>\n{head(language, '')}{_chat_head()}", 1)
    page = page.replace("<gradio-app", f"{top(language, 'chat', query, '#question')}{first}<gradio-app", 1)
    page = page.replace('control_page_title="true"', 'control_page_title="false" theme_mode="light"', 1)
    return page.replace("</gradio-app>", f"</gradio-app>{last.replace('{starters}', starters)}{bottom(language)}", 1)


def _chat_head() -> str:
    return (
        f'<link rel="stylesheet" href="/site/chat.css?{version()}">\n'
        f'<script src="/site/chat.js?{version()}" defer></script>\n'
    )


@cache
def _chat_parts(language: Language) -> tuple[str, str]:
    """What stands before and after the conversation: introduction, and starter questions with the words for scripts."""
    words = chat_words(language)
    names = ("heading", "lead", "starters", "script_needed", "copied", "shared", "thanks", "not_kept", "conversation")
    filled = Template((TEMPLATES / "chat.html").read_text("utf-8")).substitute(
        {name: escape(getattr(words, name)) for name in names}
    )
    first, last = filled.split("<!-- the conversation -->\n")
    return first, last
