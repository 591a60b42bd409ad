from collections.abc import Callable
from pathlib import Path

import pytest

from szassist.evaluation.compare import Baseline, BaselineError, Figure, Figures, compare, load_baseline
from szassist.evaluation.scoring import Verdict

Scored = Callable[..., Verdict]


def test_questions_fixed_broken_new_and_gone_are_told_apart(scored: Scored) -> None:
    right = {name: scored({"id": name, "must": [["80%"]]}, text="80%") for name in ("A", "B", "C")}
    wrong = {name: scored({"id": name, "must": [["80%"]]}, text="70%") for name in ("D", "E")}
    before = {"A": True, "B": False, "D": True, "E": False, "G": True}
    change = compare([*right.values(), *wrong.values()], Baseline(version="1", systems={}, passed=before))
    assert [verdict.case.id for verdict in change.fixed] == ["B"]
    assert [verdict.case.id for verdict in change.broken] == ["D"]
    assert [verdict.case.id for verdict in change.new] == ["C"]
    assert change.gone == ("G",)


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    figure = Figure(value=0.5, low=0.4, high=0.6, n=10)
    figures = Figures(latency={"p50": 0.1, "p95": 0.2}, groups={"written": {"accuracy": figure}})
    baseline = Baseline(version="1", systems={"assistant": figures}, passed={"A": True})
    path = tmp_path / "baseline.json"
    path.write_text(baseline.text(), "utf-8")
    assert load_baseline(path) == baseline


def test_the_baseline_keeps_what_the_first_system_had() -> None:
    figure = Figure(value=0.5, low=0.4, high=0.6, n=10)
    first, second = ({"latency": {}, "groups": {"written": {"passed": figure}}} for _ in range(2))
    baseline = Baseline(
        version="1",
        systems={"assistant": Figures.model_validate(first), "bm25": Figures.model_validate(second)},
        passed={},
    )
    assert baseline.value("written", "passed") == 0.5
    assert baseline.value("traps", "passed") is None


@pytest.mark.parametrize("text", ["", "{}", '{"format": 2, "version": "1", "systems": {}, "passed": {}}'])
def test_a_file_that_is_no_baseline_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match=r"baseline\.json"):
        load_baseline(path)
