"""Measurements on the terminal: a table a system by category, and the failing questions."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from szassist.evaluation.compare import Change
from szassist.evaluation.dataset import Case
from szassist.evaluation.gate import Miss
from szassist.evaluation.result import Result, failing
from szassist.evaluation.summary import TRAP, WRITTEN, Estimate, SystemSummary, is_whole

out = Console(highlight=False, soft_wrap=True)
PERCENT = 100
NAMED = 20  # of the questions that are new or gone


def show_scores(result: Result) -> None:
    """For each system accuracy and passes by category, then every measure over all cases."""
    for summary in result.summaries:
        out.print(f"\n[bold]{escape(summary.system)}[/bold]")
        _show_categories(summary)
        _show_measures(summary)


def _show_categories(summary: SystemSummary) -> None:
    table = Table("", "cases", "accuracy", "passed")
    for group, measures in summary.groups.items():
        if is_whole(group) or group.startswith("category "):
            accuracy, passed = measures["accuracy"], measures["passed"]
            table.add_row(group.removeprefix("category "), str(accuracy.n), _percent(accuracy), _percent(passed))
    out.print(table)


def _show_measures(summary: SystemSummary) -> None:
    for group in (WRITTEN, TRAP):
        measures = summary.groups.get(group, {})
        for name in sorted(measures):
            estimate = measures[name]
            interval = f"[{PERCENT * estimate.low:.1f}, {PERCENT * estimate.high:.1f}]"
            out.print(escape(f"{group:8} {name:20} {PERCENT * estimate.value:6.1f} %  {interval:16} n={estimate.n}"))
    speed = summary.latency
    out.print(f"seconds an answer: median {speed.p50:.3f}, 95th percentile {speed.p95:.3f}")


def _percent(estimate: Estimate) -> str:
    return f"{PERCENT * estimate.value:.1f} %"


def show_failures(result: Result) -> None:
    """Every failing question of the first system: what was expected, what came, what it cites."""
    for verdict in failing(result, result.main):
        case, reply = verdict.case, verdict.reply
        out.print(f"\n[bold]{escape(f'{case.id} {case.category}')}[/bold] {escape(' → '.join(_asked(case)))}")
        for fault in verdict.faults:
            out.print(f"  [red]{fault.kind.value}[/red] {escape(fault.said)}")
        out.print(escape(f"  got ({reply.status.value}): " + reply.text.replace("\n", "\n       ")))
        for number, citation in enumerate(reply.citations, 1):
            out.print(escape(f"       ({number}) {citation.quote}"))


def _asked(case: Case) -> tuple[str, ...]:
    return (*case.history, case.question)


def show_change(change: Change) -> None:
    """The questions fixed and broken since the baseline, by name."""
    told = {
        "broken": [verdict.case.id for verdict in change.broken],
        "fixed": [verdict.case.id for verdict in change.fixed],
        "new": [verdict.case.id for verdict in change.new],
        "not asked": list(change.gone),
    }
    for name, ids in told.items():
        named = ids if name in ("broken", "fixed") else [*ids[:NAMED], *(["…"] if len(ids) > NAMED else [])]
        out.print(escape(f"since the baseline {name}: {len(ids)} {', '.join(named)}".rstrip()))


def show_misses(missed: Sequence[Miss]) -> None:
    """Every threshold that is missed, or that all are met."""
    for miss in missed:
        out.print(f"[red]gate[/red] {escape(f'{miss.group}, {miss.measure}: {miss.said}')}")
    if not missed:
        out.print("[green]gate[/green] every threshold is met")
