"""Verdicts summed up: means with bootstrap confidence intervals, over all cases and by group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from szassist.evaluation.dataset import TRAPS, Case
from szassist.evaluation.scoring import Verdict

RESAMPLES = 2000
SEED = 20260101
LEVEL = 0.95
WRITTEN, TRAP = "written", "traps"  # cases written by hand, and those generated from the register
WITHIN = ("accuracy", "passed")  # what is told of a category within a set
GROUPS = ("set", "category", "style", "script", "language")


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over `n` cases with the ends of its bootstrap interval."""

    value: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Latency:
    """Seconds an answer took."""

    p50: float
    p95: float
    n: int


@dataclass(frozen=True, slots=True)
class SystemSummary:
    """The measures of one system by group (`written`, `traps`, `category unit` …), and its speed."""

    system: str
    groups: Mapping[str, Mapping[str, Estimate]]
    latency: Latency


def summarise(
    verdicts: Sequence[Verdict], extra: Mapping[str, Mapping[str, Mapping[str, float]]]
) -> list[SystemSummary]:
    """One summary a system, in the order of first appearance; `extra` adds measures by system and case id."""
    by_system: defaultdict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        by_system[verdict.reply.system].append(verdict)
    return [_summary(system, held, extra.get(system, {})) for system, held in by_system.items()]


def _summary(system: str, verdicts: Sequence[Verdict], extra: Mapping[str, Mapping[str, float]]) -> SystemSummary:
    values: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for verdict in verdicts:
        measures = {**verdict.measures, **extra.get(verdict.case.id, {})}
        for group in groups_of(verdict.case):
            whole = is_whole(group) or not group.startswith("set ")
            for name, value in measures.items():
                if whole or name in WITHIN:
                    values[group][name].append(value)
    groups = {
        group: {name: estimate(held) for name, held in measures.items()}
        for group, measures in sorted(values.items(), key=_place)
    }
    return SystemSummary(system, groups, latency([v.reply.seconds for v in verdicts if not v.reply.error]))


def _place(item: tuple[str, object]) -> tuple[int, str]:
    """The whole sets first, then category by category."""
    first = (WRITTEN, TRAP, *GROUPS)
    return first.index(item[0].split()[0]), item[0]


def groups_of(case: Case) -> Iterable[str]:
    """The groups a case counts in, its category within its set among them; traps count in `traps` and their category alone."""
    if case.category in TRAPS:
        return (TRAP, f"category {case.category}")
    within = (f"set {case.set}, {case.category}",) if case.set else ()
    return (WRITTEN, *(f"{group} {getattr(case, group)}" for group in GROUPS if getattr(case, group)), *within)


def is_whole(group: str) -> bool:
    """Whether a group is all that was written, all traps, or all of a set."""
    return group in (WRITTEN, TRAP) or (group.startswith("set ") and "," not in group)


def estimate(values: Sequence[float]) -> Estimate:
    """The mean of some values with its percentile bootstrap interval; the same values give the same interval."""
    held, counts = np.unique(np.asarray(values, dtype=np.float64), return_counts=True)
    n = len(values)
    # Drawing n of n values with replacement is drawing how often each distinct value comes: one multinomial.
    drawn = np.random.default_rng(SEED).multinomial(n, counts / n, size=RESAMPLES) @ held / n
    low, high = np.quantile(drawn, ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Estimate(float(held @ counts / n), float(low), float(high), n)


def latency(seconds: Sequence[float]) -> Latency:
    """The median and the 95th percentile; zeros where nothing was timed."""
    if not seconds:
        return Latency(0.0, 0.0, 0)
    middle, late = np.quantile(np.asarray(seconds), (0.5, 0.95))
    return Latency(float(middle), float(late), len(seconds))
