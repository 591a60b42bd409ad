"""The figures in the README are those of the stored baseline."""

from benchmarks.accuracy_table import ROOT, shown, table
from szassist.evaluation.compare import load_baseline


def test_the_table_in_the_readme_is_that_of_the_baseline() -> None:
    told = shown((ROOT / "README.md").read_text("utf-8"))
    assert told == table(load_baseline(ROOT / "eval" / "baseline.json")), "run 'make baseline'"
