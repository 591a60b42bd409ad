import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from szassist import Assistant
from szassist.evaluation.dataset import TRAPS, Case, Expect, Row, checked
from szassist.evaluation.measure import trap_cases
from szassist.evaluation.trap_kinds import KINDS
from szassist.evaluation.traps import Material, english_forms, in_words


@pytest.fixture(scope="module")
def exam(assistant: Assistant) -> list[Case]:
    return trap_cases(1000, 1, assistant)


def one(exam: list[Case], category: str, *words: str) -> Case:
    return next(case for case in exam if case.category == category and all(word in case.question for word in words))


def test_a_thousand_different_questions_are_made_on_demand(exam: list[Case]) -> None:
    assert len(exam) == len({case.id for case in exam}) == 1000
    assert len({(case.history, case.question) for case in exam}) == 1000


def test_kinds_come_in_equal_shares_as_far_as_there_are_questions(exam: list[Case]) -> None:
    counts = Counter(case.category for case in exam)
    assert counts.keys() == TRAPS
    assert max(counts.values()) <= 160
    assert min(counts.values()) >= 60
    assert Counter(case.script for case in exam).keys() == {"hans", "hant", "en"}


def test_the_same_seed_gives_the_same_exam_and_another_one_another(assistant: Assistant) -> None:
    first, again, other = (trap_cases(60, seed, assistant) for seed in (3, 3, 4))
    assert first == again
    assert first != other


def test_the_exam_is_the_same_in_every_process(tmp_path: Path) -> None:
    code = (
        "from szassist import Assistant; from szassist.evaluation.measure import trap_cases\n"
        "with Assistant.open() as assistant: print([case.id for case in trap_cases(200, 1, assistant)])"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed, "SZASSIST_INDEX": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert told[0] == told[1]


def test_what_a_trap_expects_stands_in_the_documents(exam: list[Case], assistant: Assistant) -> None:
    rows = [Row(case, Path("traps"), number) for number, case in enumerate(exam, 1)]
    assert checked(rows, tuple(assistant.documents.values()), assistant.register.unit_names) == exam


def test_a_year_the_documents_do_not_speak_of_is_to_be_refused(exam: list[Case]) -> None:
    asked = [case for case in exam if case.category == "trap-gap"]
    assert {case.expect for case in asked} == {Expect.REFUSE}
    # 2020, 2025 and 2030 have goals, 2022, 2023, 2026 and 2035 are spoken of
    told = ("2020", "2022", "2023", "2025", "2026", "2030", "2035")
    assert not [case.question for case in asked if any(year in case.question for year in told)]


def test_a_wrong_unit_of_measure_is_to_be_put_right(assistant: Assistant) -> None:
    traps = KINDS["measure"](Material.of(assistant.register, assistant.documents))
    cases = [case for trap in traps for case in in_words(trap, "hans")]
    case = next(case for case in cases if case.question == "2030年PM2.5年均浓度是15毫克/立方米吗？")
    assert case.expect is Expect.CORRECT
    assert case.must == (("15微克/立方米", "15微克"),)


def test_a_bureau_that_is_not_responsible_is_never_one_of_those_that_are(
    exam: list[Case], assistant: Assistant
) -> None:
    case = one(exam, "trap-bureau")
    [row] = [row for row in assistant.register.assignments if row.units_start and _named(row.title, case.question)][
        :1
    ]
    assert case.must == ((row.responsible_units[0],), (row.responsible_units[-1],))


def _named(title: str, question: str) -> bool:
    from szassist.text.script import to_hans

    return to_hans(title) in to_hans(question)


def test_a_follow_up_leaves_out_the_indicator(exam: list[Case]) -> None:
    asked = [case for case in exam if case.category == "trap-ellipsis"]
    assert all(case.history for case in asked)
    years = [case for case in asked if case.expect is Expect.ANSWER and case.question.startswith(("那20", "And for"))]
    assert years
    assert all(len(case.question) < 14 for case in years)


def test_nobody_is_expected_where_the_documents_name_nobody(exam: list[Case], assistant: Assistant) -> None:
    asked = [case for case in exam if case.category == "trap-nobody"]
    assert {case.expect for case in asked} == {Expect.REFUSE}
    assert not [case for case in asked if "PM2.5" in case.question]  # its 2025 goal is an action's


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("100萬輛", {"100", "1,000,000", "1 million"}),
        ("3.07萬億元", {"3.07", "3,070,000,000,000", "3070000 million", "3070 billion", "3.07 trillion"}),
        ("40%", {"40%"}),
        ("市水務局", {"市水務局"}),
    ],
)
def test_a_large_number_may_be_written_in_several_ways_in_english(word: str, forms: set[str]) -> None:
    assert set(english_forms(word)) == forms


def test_a_range_may_be_joined_in_several_ways_in_english() -> None:
    assert {"5.5%-6%", "5.5–6%", "5.5 to 6%"} <= set(english_forms("5.5%-6%"))
