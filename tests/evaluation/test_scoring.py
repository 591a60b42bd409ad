from collections.abc import Callable
from typing import Any

import pytest

from szassist.evaluation.dataset import Expect
from szassist.evaluation.scoring import FaultKind, UnitNames, Verdict, overlap
from szassist.schema import Status

Scored = Callable[..., Verdict]
TARGET: dict[str, Any] = {"question": "2025年甲指标?", "must": [["80%"]], "evidence": ["甲指标达到80%以上"]}
FIRST, SECOND = "到2025年，甲指标达到80%以上。", "到2030年，甲指标达到90%以上。"


def kinds(verdict: Verdict) -> list[FaultKind]:
    return [fault.kind for fault in verdict.faults]


def test_a_right_answer_has_no_fault_and_full_marks(scored: Scored) -> None:
    verdict = scored(TARGET, (FIRST,), text="到2025年，甲指标达到80%以上。[1]")
    assert verdict.passed
    assert set(verdict.measures.values()) == {1.0, 0.0}
    assert [name for name, value in verdict.measures.items() if value == 0] == ["false_refusal"]


def test_words_are_compared_without_script_width_case_white_space_and_marks(scored: Scored) -> None:
    verdict = scored({"must": [["gdp占比"], ["80%"]]}, text="GDP[1]佔 比，８０[2]％")
    assert verdict.right


def test_every_group_of_must_needs_one_of_its_words(scored: Scored) -> None:
    verdict = scored({"must": [["80%", "八成"], ["以上", "不低于"]]}, text="甲指标达到八成。")
    assert [fault.said for fault in verdict.faults] == ["以上 | 不低于"]


def test_a_forbidden_word_is_a_fault_though_the_rest_is_right(scored: Scored) -> None:
    verdict = scored({"must": [["80%"]], "must_not": ["90%"]}, text="80%，以后90%。")
    assert kinds(verdict) == [FaultKind.FORBIDDEN]
    assert not verdict.right


@pytest.mark.parametrize(
    ("expect", "status", "right"),
    [
        (Expect.ANSWER, Status.ANSWERED, True),
        (Expect.ANSWER, Status.PARTIAL, True),
        (Expect.ANSWER, Status.NOT_FOUND, False),
        (Expect.ANSWER, Status.CLARIFY, False),
        (Expect.REFUSE, Status.NOT_FOUND, True),
        (Expect.REFUSE, Status.DECLINED, True),
        (Expect.REFUSE, Status.CLARIFY, True),
        (Expect.REFUSE, Status.ANSWERED, False),
        (Expect.REFUSE, Status.PARTIAL, False),
        (Expect.CORRECT, Status.ANSWERED, True),
        (Expect.CLARIFY_OR_ANSWER, Status.CLARIFY, True),
        (Expect.CLARIFY_OR_ANSWER, Status.ANSWERED, True),
        (Expect.CLARIFY_OR_ANSWER, Status.NOT_FOUND, False),
    ],
)
def test_the_status_must_fit_what_is_expected(scored: Scored, expect: Expect, status: Status, right: bool) -> None:
    assert scored({"expect": expect}, text="x", status=status).right is right


def test_asking_back_needs_no_value_but_answering_does(scored: Scored) -> None:
    ambiguous = {"expect": "clarify_or_answer", "must": [["80%"]], "evidence": ["甲指标达到80%以上"]}
    assert scored(ambiguous, text="哪一项?", status=Status.CLARIFY).passed
    assert kinds(scored(ambiguous, text="不知。")) == [FaultKind.MISSING, FaultKind.EVIDENCE]


def test_a_false_premise_is_put_right_only_by_the_right_value(scored: Scored) -> None:
    premise = {"expect": "correct", "must": [["80%"]]}
    assert scored(premise, text="不是70%，是80%。").measures["premise_corrected"] == 1
    assert scored(premise, text="是的，70%。").measures["premise_corrected"] == 0


def test_right_words_without_the_evidence_are_right_but_do_not_pass(scored: Scored) -> None:
    verdict = scored(TARGET, (SECOND,), text="到2025年达到80%以上。[1]")
    assert (verdict.right, verdict.passed) == (True, False)
    assert verdict.measures["citation_recall"] == 0


def test_one_bearing_citation_of_two_is_a_precision_of_one_half(scored: Scored) -> None:
    verdict = scored(TARGET, (SECOND, FIRST), text="到2025年达到80%以上。[2]")
    assert (verdict.measures["citation_recall"], verdict.measures["citation_precision"]) == (1.0, 0.5)


def test_units_named_in_the_text_are_scored_as_a_set(scored: Scored) -> None:
    verdict = scored({"units": ["市甲局", "市乙局"]}, text="由市甲局和市丙局负责。")
    # one of two named is right: precision 1/2; one of two wanted is named: recall 1/2
    assert [verdict.measures[f"units_{name}"] for name in ("precision", "recall", "f1")] == [0.5, 0.5, 0.5]
    assert [fault.said for fault in verdict.faults] == ["- 市乙局", "+ 市丙局"]


def test_f1_is_the_harmonic_mean_of_precision_and_recall() -> None:
    # 2 of 3 named are right, 2 of 4 wanted are named: F1 = 2 * (2/3 * 1/2) / (2/3 + 1/2) = 4/7
    measures = overlap("units", {"a", "b", "c", "d"}, frozenset({"a", "b", "x"}))
    assert measures["units_precision"] == pytest.approx(2 / 3)
    assert measures["units_recall"] == pytest.approx(1 / 2)
    assert measures["units_f1"] == pytest.approx(4 / 7)


def test_naming_nobody_has_no_precision() -> None:
    assert overlap("units", {"a"}, frozenset()) == {"units_precision": 0, "units_recall": 0, "units_f1": 0}


def test_units_are_found_in_english_and_a_long_name_is_not_its_short_part() -> None:
    names = UnitNames({"市甲局": "Bureau A", "市甲局分局": "Branch of Bureau A"})
    assert names.within("byanchofbureaua,branchofbureaua") == {"市甲局", "市甲局分局"}
    assert names.within("市甲局分局") == {"市甲局分局"}


def test_a_quote_that_is_not_in_its_document_is_seen(scored: Scored) -> None:
    wrong = {"document_id": "doc", "start": 0, "end": 5, "quote": "到2026年"}
    verdict = scored({}, text="x[1]", citations=(wrong,))
    assert verdict.measures["quotes_verbatim"] == 0


def test_refusing_is_a_false_refusal_where_the_documents_say(scored: Scored) -> None:
    assert scored(TARGET, status=Status.NOT_FOUND).measures["false_refusal"] == 1
    assert "right_refusal" not in scored(TARGET, status=Status.NOT_FOUND).measures


def test_an_exception_is_a_wrong_answer_in_every_column_that_applies(scored: Scored) -> None:
    verdict = scored(TARGET | {"units": ["市甲局"]}, error="ValueError: no")
    assert kinds(verdict) == [FaultKind.ERROR]
    assert set(verdict.measures.values()) == {0.0}
    assert {"accuracy", "passed", "units_f1", "citation_recall"} <= verdict.measures.keys()
