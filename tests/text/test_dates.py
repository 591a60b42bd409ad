"""Years and terms, and what the words around them make of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.text.dates import TimeExpression, TimeKind, dates


def one(text: str) -> TimeExpression:
    found = dates(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "year"),
    [
        ("到2025年,建成", TimeKind.DEADLINE, 2025),
        ("2030年前实现碳达峰", TimeKind.DEADLINE, 2030),
        ("2019年12月底前完成", TimeKind.DEADLINE, 2019),
        ("到2019年年底前", TimeKind.DEADLINE, 2019),
        ("2023年開始,全市", TimeKind.START, 2023),
        ("2022年起新建", TimeKind.START, 2022),
        ("截至2021年底", TimeKind.AS_OF, 2021),
        ("2021年末,全市常住人口", TimeKind.POINT, 2021),
        ("2022年11月,", TimeKind.POINT, 2022),
        ("1979年至2021年,", TimeKind.PERIOD, 2021),
        ("2017-2030年,", TimeKind.PERIOD, 2030),
        ("“十四五”时期", TimeKind.PLAN, 2025),
        ("“十五五”期間", TimeKind.PLAN, 2030),
        ("比2020年下降14%", TimeKind.BASE, 2020),
        ("在2020年基础上提高", TimeKind.BASE, 2020),
        ("以2015年的數據為基準年", TimeKind.BASE, 2015),
        ("到本世紀中葉", TimeKind.VAGUE, None),
        ("中期為", TimeKind.TERM, None),
        ("二〇三五年基本实现", TimeKind.POINT, 2035),
    ],
)
def test_the_words_around_a_year_say_what_it_does(text: str, kind: TimeKind, year: int | None) -> None:
    found = one(text)
    assert (found.kind, found.year) == (kind, year)


def test_a_period_keeps_both_years_and_a_day_keeps_its_month() -> None:
    assert one("规划期限为2017-2030年").first_year == 2017
    day = one("2023年1月17日")
    assert (day.year, day.month, day.day) == (2023, 1, 17)


def test_a_list_of_years_gives_each_year() -> None:
    assert [t.year for t in dates("2020、2025、2030年数值")] == [2020, 2025, 2030]


@pytest.mark.parametrize(
    "text",
    [
        "《深圳市可持续发展规划（2017-2030年）（2022年修订）》",
        "落实联合国2030年可持续发展议程",
        "“健康中国2030”",
        "实施2025百杰计划",
        "“十四五”规划",
        "1997平方公里",
        "连续9年",
    ],
)
def test_years_in_names_and_titles_date_nothing(text: str) -> None:
    assert dates(text) == []


@given(st.one_of(st.text(), st.text(alphabet="0129年月日到至-比前底末〇二五十“”、和以中期截《》\n", max_size=60)))
def test_any_text_can_be_read(text: str) -> None:
    for found in dates(text):
        assert 0 <= found.start < found.end <= len(text)
