"""The evaluation report: one file, no other host, nothing in it that is not escaped."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from szassist.evaluation.compare import Baseline, compare
from szassist.evaluation.dataset import Case, Expect
from szassist.evaluation.gate import Miss
from szassist.evaluation.result import Result, result_of
from szassist.evaluation.run import Reply, Run, now
from szassist.faces.report import html_report
from szassist.faces.report.words import MEASURES, measure_words, report_words
from szassist.schema import Language

HOSTILE = '"><script>alert(1)</script><img src=//evil.example/x onerror=alert(1)> ${style} $script'
Report = Callable[..., str]


def measured(question: str = "问?", answer: str = "80%") -> Result:
    cases = (
        Case(id="A-1", category="target", question=question, expect=Expect.ANSWER, must=(("80%",),), note=question),
        Case(id="B-1", category="unit", question="谁?", history=(question,), expect=Expect.ANSWER, must=(("90%",),)),
    )
    replies = (
        Reply(system="assistant", case="A-1", text=answer),
        Reply(system="assistant", case="B-1", text=answer, turns=(answer,)),
    )
    run = Run(
        version="1", made=now(), settings={"a": question}, corpus={}, units={}, systems=("assistant",), cases=cases, replies=replies
    )  # fmt: skip
    return result_of(run, {}, {})


def test_a_failing_question_comes_first_with_what_was_expected_and_got() -> None:
    page = html_report(measured(answer="80% 甲"), None, None)
    assert page.index("B-1") < page.index("A-1")
    failing = page[page.index("B-1") : page.index("A-1")]
    for words in ("must hold: 90%", "missing: 90%", "80% 甲", "Earlier question"):
        assert words in failing


def test_everything_is_escaped_and_placeholders_in_answers_are_not_filled_in() -> None:
    page = html_report(measured(HOSTILE, "80%" + HOSTILE), None, [Miss("written", "accuracy", HOSTILE)])
    assert page.count("<script>") == 1
    assert "<img" not in page
    assert "&lt;img src=//evil.example/x onerror=alert(1)&gt; ${style} $script" in page


def test_the_page_asks_no_other_host_for_anything() -> None:
    page = html_report(measured(), None, None)
    assert "default-src 'none'" in page
    assert re.findall(r"(?:src|href|url)\s*[=(]", page) == []


def test_fixed_and_broken_questions_are_named_and_marked() -> None:
    result = measured()
    before = Baseline(version="0", systems={}, passed={"A-1": False, "B-1": True, "C-1": True})
    page = html_report(result, compare(result.of("assistant"), before), None)
    for words in (
        "broken (1)</dt><dd>B-1",
        "fixed (1)</dt><dd>A-1",
        "(1)</dt><dd>C-1",
        'data-outcome="failed broken"',
    ):
        assert words in page


def test_a_missed_gate_is_named_and_a_met_one_too() -> None:
    missed = html_report(measured(), None, [Miss("traps", "figure_exact", "80.0% where 90.0% is the least")])
    assert (
        "Trap exam made from the register, Figures: exact in all of these: 80.0% where 90.0% is the least" in missed
    )
    assert "Every threshold of the gate is met." in html_report(measured(), None, [])


@pytest.mark.parametrize("language", list(Language))
def test_the_report_speaks_three_languages(language: Language) -> None:
    words = report_words(language)
    page = html_report(measured(), None, None, language)
    assert f'<html lang="{language.value}">' in page
    assert words["questions"] in page
    assert all(measure_words(name, words) != name for name in MEASURES)


def test_every_measure_has_a_name_in_the_report() -> None:
    result: Any = measured()
    shown = {name for summary in result.summaries for group in summary.groups.values() for name in group}
    assert shown <= set(MEASURES)
