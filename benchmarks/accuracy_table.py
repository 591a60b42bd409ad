"""Write the table of the README from the stored baseline: `make baseline` calls it."""

from pathlib import Path

from szassist.evaluation.compare import Baseline, load_baseline

ROOT = Path(__file__).parent.parent
START, END = "<!-- measured: eval/baseline.json -->", "<!-- end -->"
ROWS = (
    ("set test", "accuracy", "right (status and words)"),
    ("set test", "passed", "right, with exact units and the evidence cited"),
    ("set fresh", "accuracy", "right of those written last, to be unlike all others"),
    ("traps", "accuracy", "right in the trap exam"),
    ("set test", "figure_exact", "figures exact in value, unit, bound and year"),
    ("set test", "units_f1", "responsible units, F1"),
    ("set test", "right_refusal", "refused where the documents do not say"),
    ("set test", "false_refusal", "refused where they do (lower is better)"),
    ("set test", "premise_corrected", "right value shown against a false premise"),
    ("set test", "recall@5", "search: evidence among the first five"),
    ("set test", "mrr", "search: reciprocal rank"),
)


def table(baseline: Baseline) -> str:
    """The table of the README."""
    names = list(baseline.systems)
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    for group, measure, words in ROWS:
        cells = [baseline.systems[name].groups[group][measure] for name in names]
        told = [f"{100 * c.value:.1f} % [{100 * c.low:.1f}–{100 * c.high:.1f}]" for c in cells]
        lines.append(f"| {words} | " + " | ".join(told) + " |")
    speeds = " | ".join(f"{1000 * baseline.systems[name].latency['p50']:.1f} ms" for name in names)
    return "\n".join((*lines, f"| median time of an answer | {speeds} |"))


def shown(text: str) -> str:
    """The table that a README shows."""
    return text[text.index(START) + len(START) : text.index(END)].strip()


def main() -> None:
    """Replace the table in the README."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf-8")
    made = table(load_baseline(ROOT / "eval" / "baseline.json"))
    readme.write_text(f"{text[: text.index(START)]}{START}\n{made}\n{text[text.index(END) :]}", "utf-8")


if __name__ == "__main__":
    main()
