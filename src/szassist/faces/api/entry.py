"""The access token: in a header of programs, in a cookie of readers, once in the address that a reader opens."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import MutableMapping
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse, Response

Scope = MutableMapping[str, Any]
COOKIE = "szassist_token"
PARAMETER = "token"


class Entry:
    """Who may come in under one token; everybody where there is none."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        self._cookie = hashlib.sha256(self._token).hexdigest()

    def lets_in(self, scope: Scope) -> bool:
        """Whether the request carries the token, or the cookie that was given for it."""
        if not self._token:
            return True
        headers = Headers(raw=[(name, value) for name, value in scope["headers"]])
        kind, _, bearer = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and self._is_token(bearer.strip().encode("latin-1")):
            return True
        cookie = cookie_parser(headers.get("cookie", "")).get(COOKIE, "")
        return hmac.compare_digest(cookie.encode(), self._cookie.encode())

    def opened(self, scope: Scope) -> Response | None:
        """For an address that holds the token: the cookie, and the way to the same address without it."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == PARAMETER]
        if not self._token or scope["method"] != "GET" or not given or not self._is_token(given[0].encode()):
            return None
        rest = urlencode([(name, value) for name, value in query if name != PARAMETER])
        path = "/" + quote(scope["path"].lstrip("/\\"))  # two slashes would lead to another host
        response = RedirectResponse(f"{path}?{rest}" if rest else path, 303, {"cache-control": "no-store"})
        response.set_cookie(
            COOKIE, self._cookie, httponly=True, samesite="lax", secure=scope.get("scheme") == "https"
        )
        return response

    def _is_token(self, given: bytes) -> bool:
        return hmac.compare_digest(given, self._token)
