"""What a server writes down: JSON, a line a record, and questions only where the operator wants them."""

import json
import logging
import sys

import pytest

from szassist import Assistant, Settings
from szassist.faces.logs import JsonLine


def record(message: str, **more: object) -> logging.LogRecord:
    made = logging.LogRecord("szassist.requests", logging.INFO, "", 0, message, (), None)
    made.__dict__.update(more)
    return made


def test_a_record_is_one_line_of_json_with_its_fields() -> None:
    line = JsonLine().format(record("第一行\n第二行", fields={"status": 200}, created=0.5))
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "1970-01-01T00:00:00.500+00:00",
        "level": "info",
        "logger": "szassist.requests",
        "message": "第一行\n第二行",
        "status": 200,
    }


def test_a_failure_comes_with_its_traceback() -> None:
    try:
        raise ValueError("unforeseen")
    except ValueError:
        line = JsonLine().format(record("failed", exc_info=sys.exc_info()))
    assert "ValueError: unforeseen" in json.loads(line)["error"]


@pytest.mark.parametrize("wanted", [False, True])
def test_questions_are_written_down_only_where_the_setting_says_so(
    api_assistant: Assistant, caplog: pytest.LogCaptureFixture, wanted: bool
) -> None:
    settings = Settings().model_copy(update={"log_questions": wanted})
    assistant = Assistant(api_assistant.index, settings)
    with caplog.at_level(logging.INFO, logger="szassist"):
        assistant.ask("2025年PM2.5要降到多少?")
        assistant.ask("?")
    found = [record.fields for record in caplog.records if record.message == "answered"]  # type: ignore[attr-defined]
    expected = [
        {"question": "2025年PM2.5要降到多少?", "status": "answered", "engine": "extractive"},
        {"question": "?", "status": "clarify", "engine": "extractive"},
    ]
    assert found == (expected if wanted else [])
