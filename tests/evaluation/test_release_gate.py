from pathlib import Path
from typing import Any

import pytest

from szassist.evaluation.compare import Baseline, Figure, Figures
from szassist.evaluation.gate import Gate, GateError, load_gate, misses
from szassist.evaluation.summary import Estimate, Latency, SystemSummary

ROOT = Path(__file__).parent.parent.parent


def missed(value: float, before: float | None = None, measure: str = "accuracy", **threshold: Any) -> list[str]:
    summary = SystemSummary("assistant", {"written": {measure: Estimate(value, 0, 1, 100)}}, Latency(0.1, 0.5, 100))
    then = Figures(latency={}, groups={"written": {measure: Figure(value=before or 0, low=0, high=1, n=100)}})
    baseline = Baseline(version="1", systems={"assistant": then}, passed={})
    gate = Gate.model_validate({"threshold": [{"group": "written", "measure": measure} | threshold]})
    return [miss.said for miss in misses(gate, summary, baseline if before is not None else None)]


def test_a_measure_at_its_threshold_passes_and_one_below_it_does_not() -> None:
    assert missed(0.90, least=0.90) == []
    assert missed(0.899, least=0.90) == ["89.9% where 90.0% is the least"]


def test_a_measure_that_must_be_low_has_a_most() -> None:
    assert missed(0.05, least=None, most=0.05) == []
    assert missed(0.051, most=0.05) == ["5.1% where 5.0% is the most"]


def test_falling_behind_the_baseline_within_the_band_is_noise() -> None:
    assert missed(0.89, before=0.90, band=0.015) == []
    assert missed(0.88, before=0.90, band=0.015) == ["88.0% after 90.0%, more than 1.5% worse"]


def test_getting_better_never_misses() -> None:
    assert missed(0.99, before=0.50, band=0.01) == []


def test_more_false_refusals_are_worse() -> None:
    assert missed(0.10, before=0.05, band=0.01, measure="false_refusal") != []
    assert missed(0.01, before=0.05, band=0.01, measure="false_refusal") == []


def test_without_a_baseline_only_hard_thresholds_count() -> None:
    assert missed(0.5, band=0.01) == []


def test_a_group_that_was_not_measured_is_missed() -> None:
    gate = Gate.model_validate({"threshold": [{"group": "traps", "measure": "accuracy", "least": 0.9}]})
    [miss] = misses(gate, SystemSummary("assistant", {}, Latency(0, 0, 0)), None)
    assert "was not measured" in miss.said


def test_slow_answers_miss_the_gate() -> None:
    summary = SystemSummary("assistant", {}, Latency(0.1, 2.5, 100))
    assert [miss.measure for miss in misses(Gate(threshold=(), seconds_p95=2.0), summary, None)] == ["latency"]
    assert misses(Gate(threshold=(), seconds_p95=2.5), summary, None) == []


@pytest.mark.parametrize("text", ["[[threshold]]\ngroup = 1", "[[threshold]]\nleast = 2", "nonsense", "x = 1"])
def test_a_gate_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "gate.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(GateError, match=r"gate\.toml"):
        load_gate(path)


def test_the_project_s_gate_can_be_read() -> None:
    assert load_gate(ROOT / "eval" / "gate.toml").threshold
