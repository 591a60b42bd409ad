import pytest

from szassist.evaluation.figures import FigureMatch, english_amounts, match_figures, unsupported

EVIDENCE = ["甲指标达到80%以上"]


def match(text: str, must: str = "80%", question: str = "2025年甲指标?", english: bool = False) -> FigureMatch:
    [found] = match_figures([[must]], EVIDENCE, question, text, english)
    return found


def test_value_unit_bound_and_year_are_right_together() -> None:
    assert match("到2025年，甲指标达到80%以上。[1]") == FigureMatch(1, 1, 1, 1)


def test_a_longer_number_that_holds_the_digits_is_not_the_value() -> None:
    assert match("到2025年达到180%以上。").value == 0


def test_the_same_number_in_another_unit_is_not_exact() -> None:
    found = match("到2025年达到80‰以上。")
    assert (found.value, found.unit, found.exact) == (1, 0, 0)


def test_a_value_without_its_bound_is_not_exact() -> None:
    found = match("到2025年达到80%。")
    assert (found.unit, found.bound, found.exact) == (1, 0, 0)


def test_an_answer_for_another_year_is_not_exact() -> None:
    found = match("到2030年达到80%以上。")
    assert (found.bound, found.year, found.exact) == (1, 0, 0)


def test_the_right_year_beside_another_value_is_not_the_year_of_this_one() -> None:
    assert match("到2030年达到80%以上。\n2025年另有目标。").year == 0
    assert match("2025年另有目标。\n到2025年达到80%以上。").year == 1


def test_the_year_of_a_terse_question_counts() -> None:
    assert match("到2030年达到80%以上。", question="甲指标 2025").year == 0


def test_a_question_without_a_year_leaves_the_year_open() -> None:
    assert match("达到80%以上。", question="甲指标?") == FigureMatch(1, 1, 1, None)


def test_a_unit_given_in_part_and_another_magnitude_of_it_match() -> None:
    assert match("约100万辆。", must="100万").unit == 1
    assert match("约1000000辆。", must="100万辆").unit == 1


def test_groups_of_must_without_a_figure_are_left_out() -> None:
    assert match_figures([["市水务局"], ["以上"]], EVIDENCE, "?", "市水务局", english=False) == []


def test_english_numbers_count_with_their_scale_words() -> None:
    assert list(english_amounts("about 1.5 million of 2,843 km, PM2.5")) == [1_500_000, 2843]
    assert match("By 2025: about 1 million vehicles.", must="100万辆", english=True).value == 1
    assert match("By 2025: about 1 billion vehicles.", must="100万辆", english=True).value == 0


@pytest.mark.parametrize(
    ("text", "wrong", "total"),
    [
        ("到2025年达到80%以上。", [], 2),
        ("到2026年达到80%以上。", ["2026"], 2),
        ("到2025年达到81%以上。", ["81%"], 2),
        ("到2025年达到80万元。", ["80万元"], 2),
        ("提高20个百分点（100 − 80）。", [], 3),
        ("提高30个百分点。", ["30个百分点"], 1),
        ("共12个单位，《规划（2017-2030年）》。", [], 0),  # a tally and a title
    ],
)
def test_figures_and_years_that_nothing_cited_bears_are_found(text: str, wrong: list[str], total: int) -> None:
    assert unsupported(text, ["到2025年，甲达到80%以上，乙达到100%。"], ["甲?"], english=False) == (wrong, total)


def test_what_the_reader_said_may_be_repeated() -> None:
    assert unsupported("没有2027年的数值，不是70%。", [], ["2027年是70%吗?"], english=False) == ([], 2)
    assert unsupported("没有2027年的数值。", [], ["甲 2027"], english=False) == ([], 1)


def test_english_figures_are_looked_for_by_value() -> None:
    quote = "到2025年，乙约100万辆。"
    assert unsupported("By 2025: about 1 million vehicles.", [quote], [], english=True) == ([], 2)
    assert unsupported("By 2025: about 2 million vehicles.", [quote], [], english=True) == (["2000000"], 2)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("合计78.3万个（67.3 + 11）。", []),
        ("合计78.3万个。", ["78.3万个"]),  # the operands must stand beside it
        ("合计77.3万个（67.3 + 10）。", ["77.3万个", "10"]),
        ("合计78.3万人（67.3 + 11）。", ["78.3万人"]),
        ("提高15个百分点（80 − 65）。", []),
        ("提高15个百分点。", ["15个百分点"]),
        ("合计132.3（67.3 + 65）。", ["132.3"]),  # 万个 and %
    ],
)
def test_a_worked_out_figure_is_borne_by_its_operands_alone(text: str, wrong: list[str]) -> None:
    quote = "新增义务教育学位67.3万个，普高学位11万个；覆盖率由65%提升至80%。"
    assert unsupported(text, [quote], [], english=False)[0] == wrong


def test_in_english_too_a_worked_out_figure_needs_its_operands() -> None:
    quote = "居民人均可支配收入7.08万元，达到10万元。"
    assert unsupported("It rises by 29,200 yuan (100000 − 70800).", [quote], [], english=True) == ([], 3)
    assert unsupported("It rises by 29,200 yuan.", [quote], [], english=True) == (["29200"], 1)
