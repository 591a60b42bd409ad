from collections.abc import Callable
from dataclasses import replace

import pytest

from szassist.evaluation.retrieval import ranking, retrieval_measures
from szassist.evaluation.run import Cited
from szassist.evaluation.scoring import Verdict

Scored = Callable[..., Verdict]


def found(scored: Scored, *quotes: str) -> Verdict:
    passages = tuple(Cited(document_id="doc", start=0, end=1, quote=quote) for quote in quotes)
    return scored({"evidence": ["甲指标达到80%"]}, text="x", found=passages)


def measured(verdict: Verdict) -> dict[str, float]:
    return dict(retrieval_measures([verdict])["assistant"]["C-1"])


def test_evidence_in_third_place_is_worth_a_third_and_one_half(scored: Scored) -> None:
    verdict = found(scored, "无", "也无", "其中甲指標達到80%以上", "甲指标达到80%")
    # reciprocal rank 1/3; nDCG with one relevant passage 1 / log2(1 + 3) = 1/2
    assert measured(verdict) == {
        "mrr": pytest.approx(1 / 3),
        "ndcg@10": pytest.approx(1 / 2),
        "recall@1": 0,
        "recall@5": 1,
        "recall@10": 1,
    }


def test_a_second_bearing_passage_adds_nothing(scored: Scored) -> None:
    assert ranking(found(scored, "甲指标达到80%", "甲指标达到80%")) == ["evidence", "other-2"]


@pytest.mark.parametrize("quotes", [(), ("无", "也无")])
def test_evidence_that_is_not_found_is_worth_nothing(scored: Scored, quotes: tuple[str, ...]) -> None:
    assert set(measured(found(scored, *quotes)).values()) == {0.0}


def test_a_case_that_was_not_searched_is_not_measured(scored: Scored) -> None:
    verdict = found(scored)
    assert retrieval_measures([replace(verdict, reply=verdict.reply.model_copy(update={"found": None}))]) == {}
