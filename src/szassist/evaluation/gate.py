"""The gate: which measures a release must reach, and how far below its baseline one may fall by chance."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from szassist.errors import SzassistError
from szassist.evaluation.compare import Baseline
from szassist.evaluation.summary import SystemSummary

LOWER_IS_BETTER = frozenset({"false_refusal"})


class GateError(SzassistError):
    """A gate file cannot be used."""


class Threshold(BaseModel):
    """What one measure of one group must hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    group: str
    measure: str
    least: float | None = Field(default=None, ge=0, le=1)
    most: float | None = Field(default=None, ge=0, le=1)
    band: float | None = Field(default=None, ge=0, le=1)  # how far it may fall behind the baseline


class Gate(BaseModel):
    """The thresholds, and the slowest that an answer may be at the 95th percentile, in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    threshold: tuple[Threshold, ...]
    seconds_p95: float | None = Field(default=None, gt=0)


@dataclass(frozen=True, slots=True)
class Miss:
    """A threshold that is not met, in words."""

    group: str
    measure: str
    said: str


def load_gate(path: Path) -> Gate:
    """The gate written in `path`."""
    try:
        return Gate.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GateError(f"{path}: cannot be read ({error}); see eval/README.md") from error
    except ValidationError as error:
        first = error.errors()[0]
        raise GateError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}; see eval/README.md") from error


def misses(gate: Gate, summary: SystemSummary, baseline: Baseline | None) -> list[Miss]:
    """The thresholds a system misses; one for a group or measure that was not measured is missed too."""
    found = [miss for threshold in gate.threshold for miss in _missed(threshold, summary, baseline)]
    if gate.seconds_p95 is not None and summary.latency.p95 > gate.seconds_p95:
        said = f"{summary.latency.p95:.3f} s at the 95th percentile where {gate.seconds_p95:g} s is the most"
        found.append(Miss("all", "latency", said))
    return found


def _missed(threshold: Threshold, summary: SystemSummary, baseline: Baseline | None) -> Iterator[Miss]:
    group, measure = threshold.group, threshold.measure
    estimate = summary.groups.get(group, {}).get(measure)
    if estimate is None:
        yield Miss(group, measure, "was not measured; ask the questions of this group too, or take the threshold out")
        return
    value = estimate.value
    if threshold.least is not None and value < threshold.least:
        yield Miss(group, measure, f"{value:.1%} where {threshold.least:.1%} is the least")
    if threshold.most is not None and value > threshold.most:
        yield Miss(group, measure, f"{value:.1%} where {threshold.most:.1%} is the most")
    before = baseline.value(group, measure) if baseline else None
    if threshold.band is not None and before is not None:
        worse = value - before if measure in LOWER_IS_BETTER else before - value
        if worse > threshold.band:
            yield Miss(group, measure, f"{value:.1%} after {before:.1%}, more than {threshold.band:.1%} worse")
