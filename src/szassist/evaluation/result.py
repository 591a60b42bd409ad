"""What a measurement found, as JSON: for programs, and as the baseline of a later one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from szassist.evaluation.retrieval import retrieval_measures
from szassist.evaluation.run import Run
from szassist.evaluation.scoring import Verdict, score_run
from szassist.evaluation.summary import SystemSummary, summarise
from szassist.schema import Document


@dataclass(frozen=True, slots=True)
class Result:
    """A scored run."""

    run: Run
    verdicts: tuple[Verdict, ...]
    summaries: tuple[SystemSummary, ...]

    def of(self, system: str) -> list[Verdict]:
        """The verdicts on one system, in the order of the cases."""
        return [verdict for verdict in self.verdicts if verdict.reply.system == system]

    @property
    def main(self) -> str:
        """The system that gate, baseline and reports of failures are about: the first."""
        return self.run.systems[0]


def result_of(run: Run, documents: Mapping[str, Document], corpus: Mapping[str, str]) -> Result:
    """The run scored and summed up."""
    verdicts = score_run(run, documents, corpus)
    return Result(run, verdicts, tuple(summarise(verdicts, retrieval_measures(verdicts, documents))))


def as_json(result: Result) -> dict[str, Any]:
    """Everything measured, JSON-ready, figures rounded to four places."""
    run = result.run
    return {
        "version": run.version,
        "made": run.made.isoformat(),
        "settings": dict(run.settings),
        "corpus": dict(run.corpus),
        "cases": len(run.cases),
        "systems": {summary.system: system_json(summary) for summary in result.summaries},
        "verdicts": [_verdict(verdict) for verdict in result.verdicts],
    }


def system_json(summary: SystemSummary) -> dict[str, Any]:
    """What was measured of one system: its speed, and each measure by group with interval and number of cases."""
    return {
        "latency": {"p50": round(summary.latency.p50, 4), "p95": round(summary.latency.p95, 4)},
        "groups": {
            group: {
                name: {"value": round(e.value, 4), "low": round(e.low, 4), "high": round(e.high, 4), "n": e.n}
                for name, e in measures.items()
            }
            for group, measures in summary.groups.items()
        },
    }


def _verdict(verdict: Verdict) -> dict[str, Any]:
    case, reply = verdict.case, verdict.reply
    return {
        "id": case.id,
        "system": reply.system,
        "category": case.category,
        "question": case.question,
        "history": list(case.history),
        "expect": case.expect.value,
        "status": reply.status.value,
        "right": verdict.right,
        "passed": verdict.passed,
        "faults": [{"kind": fault.kind.value, "said": fault.said} for fault in verdict.faults],
        "answer": reply.text,
        "citations": [citation.quote for citation in reply.citations],
        "measures": {name: round(value, 4) for name, value in verdict.measures.items()},
    }


def failing(result: Result, system: str) -> Sequence[Verdict]:
    """The verdicts on a system that name a fault, in the order of the cases."""
    return [verdict for verdict in result.of(system) if not verdict.passed]
