"""What a question names."""

import pytest

from szassist import Assistant
from szassist.answer.reading import mentions
from szassist.text.script import fold


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("What must the DRC do?", ("市發展改革委",)),
        ("What must the Department of Education do?", ("市教育局",)),
        ("Is the Water Authority responsible?", ("市水務局",)),
        ("How much of hydrcarbon is allowed?", ()),  # no drc within a word
    ],
)
def test_a_unit_is_named_by_any_english_name_as_a_whole_word(
    assistant: Assistant, question: str, units: tuple[str, ...]
) -> None:
    (query,) = assistant.reader.read(question)
    assert query.units == units


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("建成区绿化覆盖率25年不能低于多少", (2025,)),
        ("二五年底要到多少", (2025,)),
        ("二零三零目标多少", (2030,)),
        ("２０２５年的目标", (2025,)),
        ("十四五末到多少", (2025,)),
        ("从21年到25年", (2021, 2025)),
        ("25年内能完成吗", ()),
        ("连续用了25年", ()),
        ("三五年能完成吗", ()),
        ("有2000所幼儿园吗", ()),
    ],
)
def test_years_are_read_however_they_are_written_and_lengths_of_time_are_none(
    question: str, years: tuple[int, ...]
) -> None:
    assert mentions.years(fold(question))[0] == years


def test_the_base_of_a_ratio_is_no_stated_figure() -> None:
    for question in ("how many beds per 1,000 people", "每1000人有多少病床", "a fortune 500 company"):
        assert mentions.asserted(question, ()) == ()
    assert [one.text for one in mentions.asserted("每万人有1600人吗", ())] == ["1600人"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("明年要降到多少", "明年"),
        ("what was it last year", "last year"),
        ("孩子明年上幼儿园", ""),
        ("2025年要降到多少", ""),
    ],
)
def test_a_year_counted_from_today_is_none_of_the_askers_own_life(question: str, told: str) -> None:
    assert mentions.moment(question, 0)[0] == told
