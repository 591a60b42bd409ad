"""docs/api.md says what is so: its calls are made, and routes, events and statuses are named there."""

import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from szassist.faces.api.problems import RESPONSES

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
CALLS = re.findall(r"curl \S+ localhost:7860(\S+) -H '([^:]+): ([^']+)' -d '([^']+)'", PAGE)


@pytest.mark.parametrize(("path", "header", "value", "body"), CALLS)
def test_a_call_of_the_documentation_is_answered(
    whole: TestClient, path: str, header: str, value: str, body: str
) -> None:
    found = whole.post(path, content=body.encode(), headers={header: value})
    assert found.status_code == 200
    assert '"status": "answered"' in found.text or found.json()["status"] == "answered"


def test_the_documentation_has_calls() -> None:
    assert len(CALLS) == 3


def test_every_route_is_named_with_its_method(whole: TestClient) -> None:
    for path, methods in whole.get("/openapi.json").json()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}`" in PAGE


def test_every_status_is_explained() -> None:
    assert {code for code in RESPONSES if not re.search(rf"^\|[^|]*\b{code}\b", PAGE, re.M)} == set()


def test_every_event_of_a_stream_is_explained(whole: TestClient) -> None:
    names = re.findall(r"^event: (\w+)", whole.post("/api/v1/ask/stream", json={"question": "你好"}).text, re.M)
    asked = whole.post("/api/v1/ask/stream", json={"question": "2025年PM2.5要降到多少?"}).text
    names += re.findall(r"^event: (\w+)", asked, re.M)
    assert set(names) == {"understood", "found", "stated", "done"}
    assert all(f"| `{name}` |" in PAGE for name in (*names, "failed"))


def test_the_lines_for_openai_s_client_name_fields_that_are_there(whole: TestClient) -> None:
    asked = {"model": "szassist", "messages": [{"role": "user", "content": "2025年PM2.5要降到多少?"}]}
    assert json.dumps(asked["messages"], ensure_ascii=False) in PAGE
    found = whole.post("/v1/chat/completions", json=asked).json()
    assert found["szassist"]["citations"]
