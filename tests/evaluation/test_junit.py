import datetime as dt
from collections.abc import Callable
from xml.etree import ElementTree as ET

from szassist.evaluation.junit import junit
from szassist.evaluation.result import Result
from szassist.evaluation.run import Run
from szassist.evaluation.scoring import Verdict

Scored = Callable[..., Verdict]


def suite(*verdicts: Verdict) -> ET.Element:
    run = Run(
        version="1",
        made=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        settings={},
        corpus={},
        units={},
        systems=("assistant",),
        cases=tuple(verdict.case for verdict in verdicts),
        replies=tuple(verdict.reply for verdict in verdicts),
    )
    [found] = ET.fromstring(junit(Result(run, verdicts, ())))
    return found


def test_right_wrong_and_broken_replies_are_a_test_a_failure_and_an_error(scored: Scored) -> None:
    must = {"must": [["80%"]]}
    found = suite(scored(must, text="80%"), scored(must, text="70%"), scored(must, error="ValueError: no"))
    assert [found.get(name) for name in ("name", "tests", "failures", "errors")] == ["target", "3", "1", "1"]
    assert [child.tag for test in found for child in test] == ["failure", "error"]
    assert [child.get("message") for test in found for child in test] == ["missing: 80%", "error: ValueError: no"]


def test_markup_and_control_characters_in_an_answer_leave_the_file_readable(scored: Scored) -> None:
    found = suite(scored({"must": [["80%"]]}, text="</failure><b>\x00\x1b"))
    [[failure]] = found
    assert failure.text == "expected answer, got answered:\n</failure><b>\ufffd\ufffd"
