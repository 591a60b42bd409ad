"""The figures in the README are those of the stored baseline."""

from pathlib import Path

from szassist.evaluation.compare import Baseline, load_baseline

ROOT = Path(__file__).parent.parent.parent
START, END = "<!-- measured: eval/baseline.json -->", "<!-- end -->"
ROWS = (
    ("written", "accuracy", "right (status and words)"),
    ("written", "passed", "right, with exact units and the evidence cited"),
    ("traps", "accuracy", "right in the trap exam"),
    ("written", "figure_exact", "figures exact in value, unit, bound and year"),
    ("written", "units_f1", "responsible units, F1"),
    ("written", "right_refusal", "refused where the documents do not say"),
    ("written", "false_refusal", "refused where they do (lower is better)"),
    ("written", "premise_corrected", "right value shown against a false premise"),
    ("written", "recall@5", "search: evidence among the first five"),
    ("written", "mrr", "search: reciprocal rank"),
)


def table(baseline: Baseline) -> str:
    """The table of the README."""
    names = list(baseline.systems)
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for group, measure, words in ROWS:
        cells = [baseline.systems[name].groups[group][measure] for name in names]
        told = [f"{100 * c.value:.1f} % [{100 * c.low:.1f}–{100 * c.high:.1f}]" for c in cells]
        lines.append(f"| {words} | " + " | ".join(told) + " |")
    speeds = " | ".join(f"{1000 * baseline.systems[name].latency['p50']:.0f} ms" for name in names)
    return "\n".join((*lines, f"| median time of an answer | {speeds} |"))


def test_the_table_in_the_readme_is_that_of_the_baseline() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    shown = text[text.index(START) + len(START) : text.index(END)].strip()
    assert shown == table(load_baseline(ROOT / "eval" / "baseline.json"))
