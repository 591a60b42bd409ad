"""The words of the evaluation report in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from szassist.evaluation.scoring import FaultKind
from szassist.faces.words import read
from szassist.schema import Language

Words = Mapping[str, str]
# fmt: off
MEASURES = (
    "accuracy", "passed", "figure_value", "figure_unit", "figure_bound", "figure_year", "figure_exact",
    "units_precision", "units_recall", "units_f1", "citation_recall", "citation_precision", "quotes_verbatim",
    "figures_supported", "right_refusal", "false_refusal", "premise_corrected",
    "recall@1", "recall@5", "recall@10", "mrr", "ndcg@10",
)
_KEYS = frozenset((
    "title", "made", "version", "cases", "corpus", "settings", "gate_met", "gate_missed", "gate_none", "change",
    "change_none", "fixed", "broken", "new", "gone", "systems", "measure", "interval", "written", "traps", "latency",
    "groups", "group", "category", "outcome", "all", "failed", "passed", "find", "shown", "questions", "wrong",
    "expected", "got", "must", "must_not", "units", "evidence", "citations", "none", "note", "turn", "answer",
    "group_set", "group_category", "group_style", "group_script", "group_language",
))
# fmt: on


@cache
def report_words(language: Language) -> Words:
    """The words of the report in `language`."""
    wanted = _KEYS | {f"fault_{kind.value}" for kind in FaultKind} | {_key(name) for name in MEASURES}
    return read("report", language, set(wanted))


def measure_words(name: str, words: Words) -> str:
    """The name of a measure for readers; one without words, such as the latency, by its own name."""
    return words.get(_key(name), name)


def _key(measure: str) -> str:
    return f"measure_{measure.replace('@', '_')}"
