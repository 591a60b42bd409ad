"""Whether search finds the evidence: recall, reciprocal rank and nDCG, computed by ir-measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from szassist.evaluation.register import plain
from szassist.evaluation.scoring import Verdict
from szassist.schema import Document

CUTOFFS = (1, 5, 10)
THE_ONE = (
    "evidence"  # any one bearing passage suffices, so each question has one relevant thing: to be shown evidence
)


def ranking(verdict: Verdict, documents: Mapping[str, Document]) -> list[str]:
    """What was found, best first: `evidence` for the first passage that bears it, other names for the rest."""
    names, wanted = [], [plain(snippet) for snippet in verdict.case.evidence]
    for rank, passage in enumerate(verdict.reply.found or (), 1):
        text = plain(documents[passage.document_id].text[passage.start : passage.end])
        bears = THE_ONE not in names and any(snippet in text for snippet in wanted)
        names.append(THE_ONE if bears else f"other-{rank}")
    return names


def retrieval_measures(
    verdicts: Sequence[Verdict], documents: Mapping[str, Document]
) -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    """recall@1, @5, @10, the reciprocal rank and nDCG@10, by system and case; cases that were not searched lack them."""
    searched: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        if verdict.reply.found is not None:
            searched.setdefault(verdict.reply.system, []).append(verdict)
    return {system: _measured(held, documents) for system, held in searched.items()}


def _measured(verdicts: Sequence[Verdict], documents: Mapping[str, Document]) -> dict[str, dict[str, float]]:
    import ir_measures
    from ir_measures import RR, R, nDCG

    wanted = {RR @ 10: "mrr", nDCG @ 10: "ndcg@10"} | {R @ cutoff: f"recall@{cutoff}" for cutoff in CUTOFFS}
    qrels = {verdict.case.id: {THE_ONE: 1} for verdict in verdicts}
    run = {
        verdict.case.id: {name: 1 / rank for rank, name in enumerate(ranking(verdict, documents), 1)}
        for verdict in verdicts
    }
    found: dict[str, dict[str, float]] = {
        verdict.case.id: dict.fromkeys(wanted.values(), 0.0) for verdict in verdicts
    }
    for metric in ir_measures.iter_calc(list(wanted), qrels, {name: held for name, held in run.items() if held}):
        found[metric.query_id][wanted[metric.measure]] = float(metric.value)
    return found
