"""The description of the doors: true of what they do, and complete on a machine without a network."""

from typing import Any
from urllib.parse import urlsplit

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def described(address: str) -> Any:
    return schemathesis.openapi.from_url(f"{address}/openapi.json")


OPERATIONS = [
    ("post", "/api/v1/ask"),
    ("post", "/api/v1/ask/stream"),
    ("get", "/api/v1/search"),
    ("get", "/api/v1/register"),
    ("get", "/api/v1/documents"),
    ("get", "/api/v1/documents/{name}"),
    ("get", "/v1/models"),
    ("post", "/v1/chat/completions"),
]


NOTHING_TO_GET_WRONG = {"/api/v1/documents", "/api/v1/documents/{name}", "/v1/models"}


@pytest.mark.server
@pytest.mark.parametrize(
    ("method", "path", "mode"),
    [
        (method, path, mode)
        for method, path in OPERATIONS
        for mode in GenerationMode
        if mode is GenerationMode.POSITIVE or path not in NOTHING_TO_GET_WRONG
    ],
)
def test_whatever_fits_the_description_or_not_is_answered_as_described(
    described: Any, method: str, path: str, mode: GenerationMode
) -> None:
    operation = described[path][method]

    @settings(
        max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def answered(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    answered()


def test_every_route_of_programs_is_described_with_an_example(whole: TestClient) -> None:
    found = whole.get("/openapi.json").json()
    described = {(method, path) for path, methods in found["paths"].items() for method in methods}
    assert described == set(OPERATIONS)
    for name in ("AskBody", "ChatBody"):
        assert found["components"]["schemas"][name]["examples"]


def test_what_comes_back_is_described_down_to_its_fields(whole: TestClient) -> None:
    described = whole.get("/openapi.json").json()["components"]["schemas"]
    answer = whole.post("/api/v1/ask", json={"question": "2025年PM2.5要降到多少?"}).json()
    row = whole.get("/api/v1/register").json()[0]
    hit = whole.get("/api/v1/search", params={"q": "垃圾分类"}).json()[0]
    for name, value in (("Answer", answer), ("Citation", answer["citations"][0]), ("Fact", row), ("Hit", hit)):
        assert set(described[name]["properties"]) == set(value)


@pytest.mark.browser
@pytest.mark.server
def test_the_description_is_drawn_under_the_content_policy_and_asks_no_other_host(address: str, browser: Any) -> None:
    page = browser.new_page()
    hosts: set[str] = set()
    faults: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    try:
        response = page.goto(f"{address}/docs")
        assert "default-src 'self'" in response.headers["content-security-policy"]
        page.locator("#operations-assistant-ask_api_v1_ask_post").click()
        page.get_by_role("button", name="Try it out").click()
        page.get_by_role("button", name="Execute", exact=True).click()
        page.locator(".live-responses-table .response-col_status", has_text="200").wait_for(timeout=30_000)
        assert "18微克/立方米" in page.locator(".live-responses-table").inner_text()
    finally:
        page.close()
    assert hosts - {""} == {urlsplit(address).netloc}
    assert faults == []
