"""Where sentences end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from szassist.text.sentences import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_sentences_end_at_stops_and_line_breaks() -> None:
    assert cut("一、目标\n到2025年建成。力争更好！能否？") == ["一、目标", "到2025年建成。", "力争更好！", "能否？"]


def test_a_semicolon_ends_a_clause() -> None:
    assert cut("甲达到80%；乙达到90%。") == ["甲达到80%；", "乙达到90%。"]


def test_marks_within_quotes_titles_and_brackets_end_nothing() -> None:
    assert cut("落实“放管服。一网通办”改革，见《意见。试行》（含附件；共三页）。完。") == [
        "落实“放管服。一网通办”改革，见《意见。试行》（含附件；共三页）。",
        "完。",
    ]


def test_decimals_and_figures_stay_whole() -> None:
    assert cut("PM2.5降至18.5微克,共1,500人。") == ["PM2.5降至18.5微克,共1,500人。"]


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    assert cut("规划“十四五。第二句。\n第三句。") == ["规划“十四五。", "第二句。", "第三句。"]


def test_a_part_of_the_text_gives_offsets_of_the_whole() -> None:
    assert sentences("甲。乙。丙。", 2, 6) == [(2, 4), (4, 6)]


@given(st.text(alphabet="甲乙。；！“”《》（）\n 1.，", max_size=200))
def test_sentences_hold_every_visible_character_in_order(text: str) -> None:
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
    spans = sentences(text)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
