"""Which language a reader gets: the one asked for, else the one remembered, else the browser's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qs

from szassist.faces.web.security import Application, Message, Receive, Scope, Send
from szassist.schema import Language

COOKIE = "lang"  # holds a language, nothing that tells readers apart
YEAR = 365 * 24 * 3600
_TRADITIONAL = {"hant", "tw", "hk", "mo"}


def language_for(scope: Mapping[str, Any]) -> Language:
    """The language of `?lang=`, else of the cookie, else the best of Accept-Language that we speak, else Simplified."""
    accepted = _by_preference(_header(scope, b"accept-language"))
    wishes = (asked_for(scope), _spoken(_remembered(scope)), *map(_spoken, accepted))
    return next(filter(None, wishes), Language.HANS)


def asked_for(scope: Mapping[str, Any]) -> Language | None:
    """The language that `?lang=` names."""
    return _spoken(parse_qs(scope["query_string"].decode("latin-1")).get("lang", [""])[0])


class Remember:
    """ASGI layer: a language chosen by `?lang=` is kept in a cookie that holds nothing else."""

    def __init__(self, application: Application) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add the cookie to a response whose address names a language."""
        language = asked_for(scope) if scope["type"] == "http" else None

        async def send_with_cookie(message: Message) -> None:
            if language is not None and message["type"] == "http.response.start":
                cookie = f"{COOKIE}={language.value}; Path=/; Max-Age={YEAR}; SameSite=Lax"
                message = {**message, "headers": [*message.get("headers", ()), (b"set-cookie", cookie.encode())]}
            await send(message)

        await self._application(scope, receive, send if language is None else send_with_cookie)


def _header(scope: Mapping[str, Any], wanted: bytes) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), "")


def _remembered(scope: Mapping[str, Any]) -> str:
    try:
        cookie = SimpleCookie(_header(scope, b"cookie")).get(COOKIE)
    except CookieError:
        return ""
    return cookie.value if cookie else ""


def _by_preference(accepted: str) -> list[str]:
    """The tags of an Accept-Language header, best first; a tag of quality 0 is not wanted at all."""
    rated = []
    for part in accepted.split(","):
        tag, _, rest = part.strip().partition(";")
        quality = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", rest)
        rated.append((-float(quality.group(1)) if quality else -1.0, tag))
    return [tag for weight, tag in sorted(rated, key=lambda pair: pair[0]) if weight < 0]


def _spoken(tag: str) -> Language | None:
    """The language of ours that a tag asks for: zh-TW, zh-HK and zh-MO read Traditional."""
    first, *rest = tag.strip().lower().split("-")
    if first == "en":
        return Language.EN
    if first != "zh":
        return None
    return Language.HANT if "hans" not in rest and _TRADITIONAL & set(rest) else Language.HANS
