"""Against an earlier measurement: which questions were fixed, which were broken, which are new or gone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from szassist.errors import SzassistError
from szassist.evaluation.result import Result, system_json
from szassist.evaluation.scoring import Verdict
from szassist.evaluation.summary import is_whole

FORMAT = 1


class BaselineError(SzassistError):
    """A baseline cannot be used."""


class Figure(BaseModel):
    """One measure of one group, as it stands in the JSON of a measurement."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    value: float
    low: float
    high: float
    n: int


class Figures(BaseModel):
    """What was measured of one system."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    latency: Mapping[str, float]
    groups: Mapping[str, Mapping[str, Figure]]


class Baseline(BaseModel):
    """Outcomes to compare with: by question whether it passed, and each measure by system and group.

    The first system is the one compared with; of the others only the groups of whole sets are kept.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Annotated[int, Field(ge=FORMAT, le=FORMAT)] = FORMAT
    version: str
    systems: Mapping[str, Figures]
    passed: Mapping[str, bool]

    def value(self, group: str, measure: str) -> float | None:
        """What the first system had; None where it was not measured."""
        first = next(iter(self.systems.values()), None)
        figure = first.groups.get(group, {}).get(measure) if first else None
        return figure.value if figure else None

    def text(self) -> str:
        """The baseline as JSON, one question a line, so that a change of it can be read."""
        return json.dumps(self.model_dump(), ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True, slots=True)
class Change:
    """What became of the questions since a baseline, each by its verdict now, or by its id where it is gone."""

    fixed: tuple[Verdict, ...]
    broken: tuple[Verdict, ...]
    new: tuple[Verdict, ...]
    gone: tuple[str, ...]


def baseline_of(result: Result) -> Baseline:
    """What a later measurement of the first system can be compared with."""
    systems = {}
    for summary in result.summaries:
        told = system_json(summary)
        if summary.system != result.main:
            told["groups"] = {group: figures for group, figures in told["groups"].items() if is_whole(group)}
        systems[summary.system] = Figures.model_validate(told)
    return Baseline(
        version=result.run.version,
        systems=systems,
        passed={verdict.case.id: verdict.passed for verdict in result.of(result.main)},
    )


def load_baseline(path: Path) -> Baseline:
    """The baseline stored in `path`."""
    try:
        return Baseline.model_validate_json(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(f"{path}: cannot be read ({error}); name a file written with --save-baseline") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise BaselineError(f"{path}: {where}: {first['msg']}; write it anew with --save-baseline") from error


def compare(verdicts: Sequence[Verdict], baseline: Baseline) -> Change:
    """What changed; a question that was not asked this time counts as gone."""
    before = baseline.passed
    now = {verdict.case.id for verdict in verdicts}
    return Change(
        fixed=tuple(v for v in verdicts if v.passed and before.get(v.case.id) is False),
        broken=tuple(v for v in verdicts if not v.passed and before.get(v.case.id) is True),
        new=tuple(v for v in verdicts if v.case.id not in before),
        gone=tuple(case for case in before if case not in now),
    )
