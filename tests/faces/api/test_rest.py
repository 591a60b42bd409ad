"""REST: what programs ask, and what they are told when they ask wrongly."""

import json
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from szassist import Assistant
from szassist.events import Done, Event, Found, Stated, Understood
from szassist.faces.api.rest import streamed
from szassist.schema import Answer, Language, Status
from tests.faces.api.conftest import client_of

QUESTION = "2025年PM2.5要降到多少?"


def test_a_question_is_answered_as_the_assistant_answers_it(client: TestClient, api_assistant: Assistant) -> None:
    found = client.post("/api/v1/ask", json={"question": QUESTION})
    assert found.status_code == 200
    assert found.json() == api_assistant.ask(QUESTION).to_dict()


def test_a_conversation_goes_with_the_question(client: TestClient) -> None:
    body = {"question": "那2030年呢?", "history": [{"question": QUESTION, "answer": "…"}], "language": "zh-Hant"}
    answer = client.post("/api/v1/ask", json=body).json()
    assert answer["text"].startswith("到2030年")
    assert answer["language"] == "zh-Hant"
    assert "濃度" in answer["text"]


def test_the_stages_come_as_server_sent_events_and_the_last_holds_the_answer(client: TestClient) -> None:
    text = client.post("/api/v1/ask/stream", json={"question": QUESTION}).text
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    assert blocks[0][0] == "event: understood"
    assert blocks[-1][0] == "event: done"
    assert json.loads(blocks[-1][1].removeprefix("data: "))["answer"]["status"] == "answered"


def test_a_stream_that_breaks_off_says_so() -> None:
    def events() -> Iterator[Event]:
        yield Understood("PM2.5")
        raise RuntimeError("/a/path")

    first, last = streamed(events())
    assert first == 'event: understood\ndata: {"content": "PM2.5"}\n\n'
    assert last.startswith("event: failed\ndata: ")
    assert "/a/path" not in last


def test_each_kind_of_event_is_sent_under_its_name() -> None:
    answer = Answer("?", "请输入", Status.CLARIFY, Language.HANS)
    events: list[Event] = [Understood("水"), Found(3), Stated("一句。[1]"), Done(answer)]
    names, data = zip(*(event.rstrip().split("\n") for event in streamed(iter(events))), strict=True)
    assert names == ("event: understood", "event: found", "event: stated", "event: done")
    assert data[1:3] == ('data: {"passages": 3}', 'data: {"text": "一句。[1]"}')
    assert json.loads(data[3].removeprefix("data: ")) == {"answer": answer.to_dict()}


def test_passages_rows_and_documents_can_be_read(client: TestClient) -> None:
    assert client.get("/api/v1/search", params={"q": "垃圾分类", "limit": 3}).json()[0]["section_path"]
    rows = client.get("/api/v1/register", params={"unit": "环保局", "year": 2025}).json()
    assert rows
    assert all("市生態環境局" in row["responsible_units"] for row in rows)
    names = [document["id"] for document in client.get("/api/v1/documents").json()]
    assert client.get(f"/api/v1/documents/{names[1]}").json()["text"].startswith("深圳市可持續發展規劃")


@pytest.mark.parametrize(("form", "start"), [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK"), ("ics", b"BEGIN:VCALENDAR")])
def test_the_register_can_be_had_as_a_file(client: TestClient, form: str, start: bytes) -> None:
    found = client.get("/api/v1/register", params={"unit": "市水务局", "format": form})
    assert found.content.startswith(start)
    assert form in found.headers["content-disposition"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 422),
        (b"\xff\xfe{}", 400),
        (b"[" * 100_000, 400),
        (b'{"question": 3}', 422),
        (b'{"question": "a", "history": [{"question": 1}]}', 422),
        (b'{"question": "a", "other": 1}', 422),
        (b'{"question": "a", "language": "fr"}', 422),
        (b"{}", 422),
    ],
)
def test_a_wrong_body_is_answered_with_a_problem_document(client: TestClient, body: bytes, status: int) -> None:
    found = client.post("/api/v1/ask", content=body, headers={"content-type": "application/json"})
    assert found.status_code in (status, 400, 422)
    assert found.headers["content-type"] == "application/problem+json"
    assert found.json()["status"] == found.status_code


def test_what_is_not_there_is_a_problem_document_too(client: TestClient) -> None:
    found = client.get("/api/v1/documents/none")
    assert (found.status_code, found.headers["content-type"]) == (404, "application/problem+json")
    assert client.get("/api/v1/register", params={"kind": "wish"}).status_code == 422


def test_the_description_loads_nothing_from_another_host(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "http" not in page.replace("http-equiv", "")
    assert client.get("/docs/assets/swagger-ui.css").status_code == 200
    assert "/api/v1/ask" in client.get("/openapi.json").json()["paths"]


def test_requests_are_counted_without_their_text(client: TestClient) -> None:
    client.post("/api/v1/ask", json={"question": "一个秘密的问题"})
    page = client.get("/metrics").text
    assert 'szassist_requests_total{route="/api/v1/ask",status="200"}' in page
    assert "秘密" not in page


def test_one_address_cannot_ask_without_end(api_assistant: Assistant) -> None:
    with client_of(api_assistant, rate_limit=2) as limited:
        codes = [limited.get("/api/v1/documents").status_code for _ in range(3)]
    assert codes == [200, 200, 429]


def test_a_token_is_asked_for_where_one_is_set(api_assistant: Assistant) -> None:
    with client_of(api_assistant, access_token="let-me-in", rate_limit=0) as closed:
        assert closed.get("/api/v1/documents").status_code == 401
        assert closed.get("/api/v1/documents", headers={"authorization": "Bearer wrong"}).status_code == 401
        assert closed.get("/api/v1/documents", headers={"authorization": "Bearer let-me-in"}).status_code == 200
