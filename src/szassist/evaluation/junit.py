"""A measurement as JUnit XML, which continuous integration systems show: a suite a category, a test a question."""

from __future__ import annotations

import re
from collections import defaultdict
from xml.etree import ElementTree as ET

from szassist.evaluation.result import Result
from szassist.evaluation.scoring import FaultKind, Verdict

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters XML cannot hold


def junit(result: Result) -> str:
    """The verdicts on the first system; a question that ended in an exception is an error, a wrong answer a failure."""
    by_category: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in result.of(result.main):
        by_category[verdict.case.category].append(verdict)
    root = ET.Element("testsuites", name="szassist eval")
    for category, verdicts in sorted(by_category.items()):
        errors = sum(_is_error(verdict) for verdict in verdicts)
        suite = ET.SubElement(
            root,
            "testsuite",
            name=category,
            tests=str(len(verdicts)),
            failures=str(sum(not verdict.passed for verdict in verdicts) - errors),
            errors=str(errors),
            time=f"{sum(verdict.reply.seconds for verdict in verdicts):.3f}",
        )
        for verdict in verdicts:
            _test(suite, verdict)
    ET.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _test(suite: ET.Element, verdict: Verdict) -> None:
    case, reply = verdict.case, verdict.reply
    name = _clean(f"{case.id} {case.question}")
    test = ET.SubElement(suite, "testcase", classname=case.category, name=name, time=f"{reply.seconds:.3f}")
    if verdict.faults:
        said = "; ".join(f"{fault.kind.value}: {fault.said}" for fault in verdict.faults)
        kind = "error" if _is_error(verdict) else "failure"
        failed = ET.SubElement(test, kind, message=_clean(said))
        failed.text = _clean(f"expected {case.expect.value}, got {reply.status.value}:\n{reply.text}")


def _is_error(verdict: Verdict) -> bool:
    return any(fault.kind is FaultKind.ERROR for fault in verdict.faults)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
