from collections.abc import Callable
from pathlib import Path

import pytest

from szassist.evaluation.compare import Baseline, BaselineError, compare, load_baseline
from szassist.evaluation.scoring import Verdict

Scored = Callable[..., Verdict]


def test_questions_fixed_broken_new_and_gone_are_told_apart(scored: Scored) -> None:
    right = {name: scored({"id": name, "must": [["80%"]]}, text="80%") for name in ("A", "B", "C")}
    wrong = {name: scored({"id": name, "must": [["80%"]]}, text="70%") for name in ("D", "E")}
    before = {"A": True, "B": False, "D": True, "E": False, "G": True}
    change = compare(
        [*right.values(), *wrong.values()], Baseline(version="1", system="x", passed=before, measures={})
    )
    assert [verdict.case.id for verdict in change.fixed] == ["B"]
    assert [verdict.case.id for verdict in change.broken] == ["D"]
    assert [verdict.case.id for verdict in change.new] == ["C"]
    assert change.gone == ("G",)


def test_a_baseline_is_read_as_it_was_written(tmp_path: Path) -> None:
    baseline = Baseline(version="1", system="x", passed={"A": True}, measures={"written": {"accuracy": 0.5}})
    path = tmp_path / "baseline.json"
    path.write_text(baseline.text(), "utf-8")
    assert load_baseline(path) == baseline


@pytest.mark.parametrize(
    "text", ["", "{}", '{"format": 2, "version": "1", "system": "x", "passed": {}, "measures": {}}']
)
def test_a_file_that_is_no_baseline_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, "utf-8")
    with pytest.raises(BaselineError, match=r"baseline\.json"):
        load_baseline(path)
