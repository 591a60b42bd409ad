from collections.abc import Callable
from dataclasses import replace

import pytest

from szassist.evaluation.retrieval import ranking, retrieval_measures
from szassist.evaluation.run import Found
from szassist.evaluation.scoring import Verdict
from tests.evaluation.conftest import DOCUMENT, TEXT

Scored = Callable[..., Verdict]
DOCUMENTS = {"doc": DOCUMENT}
BEARING, ALSO = "到2025年，甲指标达到80%以上。", "甲指标达到80%"
OTHER, ANOTHER = "到2030年，甲指标达到90%以上。", "乙指标约100万辆。"


def found(scored: Scored, *passages: str) -> Verdict:
    """A verdict on a search that found these passages of the document."""
    spans = tuple(Found(document_id="doc", start=TEXT.index(p), end=TEXT.index(p) + len(p)) for p in passages)
    return scored({"evidence": ["甲指標達到 80％"]}, text="x", found=spans)


def measured(verdict: Verdict) -> dict[str, float]:
    return dict(retrieval_measures([verdict], DOCUMENTS)["assistant"]["C-1"])


def test_evidence_in_third_place_is_worth_a_third_and_one_half(scored: Scored) -> None:
    # reciprocal rank 1/3; nDCG with one relevant passage 1 / log2(1 + 3) = 1/2
    assert measured(found(scored, OTHER, ANOTHER, BEARING, ALSO)) == {
        "mrr": pytest.approx(1 / 3),
        "ndcg@10": pytest.approx(1 / 2),
        "recall@1": 0,
        "recall@5": 1,
        "recall@10": 1,
    }


def test_a_second_bearing_passage_adds_nothing(scored: Scored) -> None:
    assert ranking(found(scored, BEARING, ALSO), DOCUMENTS) == ["evidence", "other-2"]


@pytest.mark.parametrize("passages", [(), (OTHER, ANOTHER)])
def test_evidence_that_is_not_found_is_worth_nothing(scored: Scored, passages: tuple[str, ...]) -> None:
    assert set(measured(found(scored, *passages)).values()) == {0.0}


def test_a_case_that_was_not_searched_is_not_measured(scored: Scored) -> None:
    verdict = found(scored)
    unsearched = replace(verdict, reply=verdict.reply.model_copy(update={"found": None}))
    assert retrieval_measures([unsearched], DOCUMENTS) == {}
