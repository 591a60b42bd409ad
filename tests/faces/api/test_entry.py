"""The access token: what opens the page and the doors, and that it stays in no address and no cookie."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from szassist import Assistant
from tests.faces.api.conftest import whole_client, whole_server

TOKEN = "让我进; 来="  # no character of it may matter to a header


@pytest.fixture(scope="module")
def closed(api_assistant: Assistant) -> Iterator[TestClient]:
    with whole_client(api_assistant, access_token=TOKEN) as client:
        client.follow_redirects = False
        yield client


@pytest.fixture(autouse=True)
def _stranger(closed: TestClient) -> None:
    closed.cookies.clear()


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/en",
        "/register",
        "/site/none.css",
        "/gradio_api/startup-events",
        "/config",
        "/docs",
        "/docs/assets/swagger-ui.css",
        "/openapi.json",
        "/metrics",
        "/api/v1/documents",
        "/v1/models",
        "/mcp",
        "//api/v1/documents",
    ],
)
def test_without_the_token_nothing_is_shown(closed: TestClient, path: str) -> None:
    found = closed.get(path)
    assert found.status_code == 401
    assert found.headers["www-authenticate"] == "Bearer"


def test_programs_carry_the_token_in_a_header(closed: TestClient) -> None:
    def status(given: str) -> int:
        return closed.get("/api/v1/documents", headers=[(b"authorization", given.encode())]).status_code

    assert status(f"Bearer {TOKEN}") == 200
    assert status(f"bearer {TOKEN}") == 200
    assert [status(given) for given in ("Bearer", "Bearer wrong", f"Basic {TOKEN}", TOKEN)] == [401] * 4


def test_a_reader_opens_an_address_with_the_token_once(closed: TestClient) -> None:
    opened = closed.get("/register", params={"year": "2025", "token": TOKEN})
    assert (opened.status_code, opened.headers["location"]) == (303, "/register?year=2025")
    cookie = opened.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=lax", "Path=/"))
    assert "让" not in cookie
    assert closed.get("/register").status_code == 200
    assert closed.get("/api/v1/documents").status_code == 200
    assert closed.get("/docs").status_code == 200


def test_a_wrong_token_in_the_address_changes_nothing(closed: TestClient) -> None:
    found = closed.get("/?token=wrong%0d%0aset-cookie:%20a=b")
    assert found.status_code == 401
    assert "set-cookie" not in found.headers


def test_the_token_in_an_address_leads_to_no_other_host(closed: TestClient) -> None:
    found = closed.get(f"{closed.base_url}//other.example/x", params={"token": TOKEN})
    assert found.headers["location"] == "/other.example/x"


@pytest.mark.parametrize(
    "cookie", [b"a b=c; ,;=;\xff", b"szassist_token", b"szassist_token=", b"szassist_token=\xff\xfe", b"$x=;;"]
)
def test_a_malformed_cookie_is_no_token_and_no_failure(closed: TestClient, cookie: bytes) -> None:
    assert closed.get("/api/v1/documents", headers=[(b"cookie", cookie)]).status_code == 401


def test_the_token_counts_beside_a_malformed_cookie(closed: TestClient) -> None:
    given = [(b"cookie", b"a b=c; ,;=;$x"), (b"authorization", f"Bearer {TOKEN}".encode())]
    assert closed.get("/api/v1/documents", headers=given).status_code == 200


def test_behind_https_the_cookie_is_never_sent_in_the_clear(api_assistant: Assistant, closed: TestClient) -> None:
    found = closed.get("https://testserver/", params={"token": TOKEN})
    assert "Secure" in found.headers["set-cookie"]


@pytest.mark.browser
@pytest.mark.server
def test_a_reader_who_opened_the_page_with_the_token_asks_as_usual(api_assistant: Assistant, browser: Any) -> None:
    with whole_server(api_assistant, access_token=TOKEN) as address:
        page = browser.new_page()
        try:
            assert page.goto(f"{address}/en").status == 401
            page.goto(f"{address}/en?{urlencode({'token': TOKEN})}")
            assert page.url == f"{address}/en"
            page.locator("#question textarea").fill("2025年PM2.5要降到多少?")
            page.locator("#send").click()
            page.get_by_text("18微克/立方米").first.wait_for(timeout=30_000)
        finally:
            page.close()
