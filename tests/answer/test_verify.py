"""The figure firewall: a statement whose figures or years its evidence does not bear is not shown."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest

from szassist.answer.firewall.verify import verify
from szassist.answer.ground.draft import Calculation, Count, Draft, Evidence, Operation, Statement
from szassist.answer.ground.inventory import Inventory
from szassist.query import Intent, Query
from szassist.schema import Document, Fact, Language, Section, SectionKind, Status

TEXT = "到2025年，再生水利用率提升至80%以上，全社會用水總量控制在23.93億立方米內。〔責任單位：市水務局〕"
DOCUMENT = Document(
    id="d",
    title="某市節水方案",
    issuer=None,
    date=dt.date(2023, 1, 17),
    number=None,
    source="d.txt",
    url=None,
    text=TEXT,
    sections=(Section(0, None, SectionKind.ROOT, "", "某市節水方案", 0, len(TEXT), len(TEXT)),),
)
UNITS = {"市水务局": "市水務局", "水利局": "市水務局", "市教育局": "市教育局"}


class NoRows:
    """A register without rows."""

    assignments = ()
    unit_names = UNITS

    def all_series(self) -> tuple[tuple[Fact, ...], ...]:
        return ()


INVENTORY = Inventory({"d": DOCUMENT}, NoRows())
QUERY = Query("再生水利用率2025年是多少", Language.HANS, Intent.VALUE, "再生水利用率", (2025,))
WHOLE = (Evidence("d", 0, len(TEXT)),)


def shown(*statements: Statement) -> tuple[str, Status]:
    answer = verify(Draft(Status.ANSWERED, statements), (QUERY,), INVENTORY)
    return answer.text, answer.status


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，再生水利用率提升至80%以上。",
        "再生水利用率：百分之八十以上。",
        "用水总量控制在23.93亿立方米内。",
        "用水总量控制在239300万立方米内。",
    ],
)
def test_a_figure_borne_by_value_and_unit_is_shown_however_it_is_written(text: str) -> None:
    assert shown(Statement(text, WHOLE)) == (f"{text}[1]", Status.ANSWERED)


@pytest.mark.parametrize(
    "text",
    [
        "再生水利用率提升至85%以上。",
        "到2030年，再生水利用率提升至80%以上。",
        "用水总量控制在23.93万立方米内。",
        "用水总量控制在23.93亿吨内。",
        "再生水利用率提升至80个百分点。",
        "再生水利用率提升至80%。",
        "再生水利用率控制在80%以下。",
        "再生水利用率为80%左右。",
        "由市教育局负责，再生水利用率提升至80%以上。",
        "由市节水管理局负责。",
        "《节水条例》要求再生水利用率提升至80%以上。",
    ],
)
def test_a_changed_figure_year_magnitude_or_unit_is_not_shown(text: str) -> None:
    assert shown(Statement(text, WHOLE)) == ("文件中没有说明这一点。", Status.NOT_FOUND)


def test_one_false_statement_does_not_take_the_true_one_with_it() -> None:
    false = Statement("再生水利用率提升至85%以上。", WHOLE)
    true = Statement("再生水利用率提升至80%以上。", WHOLE)
    assert shown(false, true) == ("再生水利用率提升至80%以上。[1]", Status.PARTIAL)


def test_a_statement_is_judged_by_its_own_evidence_only() -> None:
    head = Evidence("d", 0, 7)
    assert shown(Statement("提升至80%以上。", (head,)))[1] is Status.NOT_FOUND


def test_the_assistant_s_own_words_hold_no_figure_the_question_did_not_bring() -> None:
    assert shown(Statement("没有2025年的数值。"))[0] == "没有2025年的数值。"
    assert shown(Statement("没有2026年的数值。"))[1] is Status.NOT_FOUND


def test_trust_counts_the_figures_and_quotes_that_were_checked() -> None:
    statement = Statement("到2025年，再生水利用率提升至80%以上。", WHOLE)
    trust = verify(Draft(Status.ANSWERED, (statement,)), (QUERY,), INVENTORY).trust
    assert (trust.quotes, trust.quotes_verified, trust.figures, trust.figures_verified) == (1, 1, 2, 2)


def test_a_unit_of_government_is_borne_by_its_name_in_the_evidence() -> None:
    assert shown(Statement("责任单位：市水务局。", WHOLE))[1] is Status.ANSWERED
    assert shown(Statement("责任单位：市水务局。", (Evidence("d", 0, 20),)))[1] is Status.NOT_FOUND


PLACES = "新增义务教育学位67.3万个，普高学位11万个，幼儿园学位12.5万个；覆盖率由65%提升至80%。"


def worked_out(text: str, operation: Operation, *operands: str) -> Status:
    """How an answer of one calculation over `PLACES` fares."""
    inventory = Inventory({"d": replace(DOCUMENT, text=PLACES)}, NoRows())
    computed = Calculation(operation, tuple(map(Decimal, operands)))
    statement = Statement(text, (Evidence("d", 0, len(PLACES)),), (computed,))
    return verify(Draft(Status.ANSWERED, (statement,)), (QUERY,), inventory).status


def test_a_sum_is_worked_out_again_from_borne_operands_in_one_unit() -> None:
    assert worked_out("合计78.3万个（67.3 + 11）。", Operation.SUM, "67.3", "11") is Status.ANSWERED
    assert worked_out("合计90.8万个（67.3 + 11 + 12.5）。", Operation.SUM, "67.3", "11", "12.5") is Status.ANSWERED
    assert worked_out("合计78.4万个（67.3 + 11）。", Operation.SUM, "67.3", "11") is Status.NOT_FOUND
    assert worked_out("合计78.3个（67.3 + 11）。", Operation.SUM, "67.3", "11") is Status.NOT_FOUND
    assert worked_out("合计78.3万人（67.3 + 11）。", Operation.SUM, "67.3", "11") is Status.NOT_FOUND
    assert worked_out("合计78.3万个以上（67.3 + 11）。", Operation.SUM, "67.3", "11") is Status.NOT_FOUND
    assert worked_out("合计77.3万个（67.3 + 10）。", Operation.SUM, "67.3", "10") is Status.NOT_FOUND
    assert worked_out("合计147.3（67.3 + 80）。", Operation.SUM, "67.3", "80") is Status.NOT_FOUND


def test_a_difference_is_worked_out_again_and_percentages_differ_by_points() -> None:
    assert worked_out("相差56.3万个（67.3 − 11）。", Operation.DIFFERENCE, "67.3", "11") is Status.ANSWERED
    assert worked_out("提高15个百分点（80 − 65）。", Operation.DIFFERENCE, "80", "65") is Status.ANSWERED
    assert worked_out("提高15%（80 − 65）。", Operation.DIFFERENCE, "80", "65") is Status.NOT_FOUND
    assert worked_out("相差16个百分点（80 − 65）。", Operation.DIFFERENCE, "80", "65") is Status.NOT_FOUND


def test_a_difference_may_have_a_unit_with_a_number_in_it() -> None:
    text = "孕产妇死亡率从7.5/10万降到6.5/10万。"
    inventory = Inventory({"d": replace(DOCUMENT, text=text)}, NoRows())
    computed = Calculation(Operation.DIFFERENCE, (Decimal("7.5"), Decimal("6.5")))
    statement = Statement("下降1.0/10万（7.5 − 6.5）。", (Evidence("d", 0, len(text)),), (computed,))
    assert verify(Draft(Status.ANSWERED, (statement,)), (QUERY,), inventory).status is Status.ANSWERED


def test_a_count_is_the_number_of_places_counted() -> None:
    two = Count((Evidence("d", 0, 7), Evidence("d", 8, 20)))
    assert shown(Statement("共2项：", (), (two,)))[0] == "共2项："
    assert shown(Statement("共3项：", (), (two,)))[1] is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("text", "borne"),
    [
        ("By 2025: reclaimed water use: at least 80%.", True),
        ("By 2025: reclaimed water use: 80% or more.", True),
        ("By 2025: reclaimed water use: 80%.", False),
        ("By 2025: reclaimed water use: at most 80%.", False),
        ("By 2030: reclaimed water use: at least 80%.", False),
        ("By 2025: total water use: within 2.393 billion cubic metres.", True),
        ("By 2025: total water use: within 2.393 million cubic metres.", False),
        ("By 2025: total water use: within 2.393 billion square metres.", False),
        ("The Shenzhen Space Bureau is responsible.", False),
    ],
)
def test_english_is_held_to_the_same(text: str, borne: bool) -> None:
    query = replace(QUERY, question="reclaimed water", language=Language.EN)
    answer = verify(Draft(Status.ANSWERED, (Statement(text, WHOLE),)), (query,), INVENTORY)
    assert (answer.status is Status.ANSWERED) is borne


@pytest.mark.parametrize(
    "text",
    [
        "再生水利用率提升至80%",  # cut from the text, with its bound cut off
        "文件写的是“再生水利用率80%”。",  # quotation marks hide nothing
        "再生水利用率提升至80‰-80%。",
        "再生水利用率控制在23.93亿立方米内。",  # the figure of another indicator
        "再生水利用率提升至80%以上，2030年实现。",
        "再生水利用率的目标是80%以上（2030年）。",
        "规模以上企业的再生水利用率提升至80%以上。",
    ],
)
def test_a_figure_is_held_to_its_bound_its_indicator_and_its_year_wherever_they_stand(text: str) -> None:
    assert shown(Statement(text, WHOLE))[1] is Status.NOT_FOUND


@pytest.mark.parametrize(
    "text", ["再生水利用率的目标是80%以上（2025年）。", "再生水利用率提升至80%以上", "“再生水利用率提升至80%以上”"]
)
def test_the_same_figure_said_truly_is_shown(text: str) -> None:
    assert shown(Statement(text, WHOLE))[1] is Status.ANSWERED


def test_a_count_is_neither_bounded_nor_measured() -> None:
    two = Count((Evidence("d", 0, 7), Evidence("d", 8, 20)))
    assert shown(Statement("共有2个：", (), (two,)))[1] is Status.ANSWERED
    assert shown(Statement("至少2个：", (), (two,)))[1] is Status.NOT_FOUND
    assert shown(Statement("共有2%：", (), (two,)))[1] is Status.NOT_FOUND


def test_a_denied_figure_of_the_question_keeps_its_unit() -> None:
    query = replace(QUERY, question="再生水利用率是60%吧")
    for text, status in (("不是60%，再生水利用率提升至80%以上。", Status.ANSWERED), ("不是60‰。", Status.NOT_FOUND)):
        answer = verify(Draft(Status.ANSWERED, (Statement(text, WHOLE),)), (query,), INVENTORY)
        assert answer.status is status
