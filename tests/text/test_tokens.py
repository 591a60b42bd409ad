"""What lexical search sees of a text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.text.tokens import tokens


def test_a_chinese_run_gives_its_characters_then_its_pairs() -> None:
    assert tokens("深圳市") == ("深", "圳", "市", "深圳", "圳市")


def test_a_single_character_is_one_token() -> None:
    assert tokens("水") == ("水",)


def test_pairs_do_not_reach_across_punctuation() -> None:
    assert tokens("空气、水") == ("空", "气", "空气", "水")


@pytest.mark.parametrize("word", ["pm2.5", "bim", "5g", "3.18", "co2", "2025"])
def test_a_run_of_letters_and_digits_stays_whole(word: str) -> None:
    assert tokens(f"到{word}的") == ("到", word, "的")


def test_a_figure_is_found_with_or_without_its_unit_and_a_year_without_its_character() -> None:
    assert set(tokens("18微克")) == {"18", "微", "克", "微克"}
    assert set(tokens("2025年")) == {"2025", "年"}
    assert tokens("85%") == ("85",)


def test_script_width_and_case_make_no_difference() -> None:
    assert tokens("環境ＰＭ２．５") == tokens("环境pm2.5") == ("环", "境", "环境", "pm2.5")


def test_grouped_digits_are_one_figure() -> None:
    assert tokens("達1,500.5萬") == ("达", "1500.5", "万")
    assert tokens("12,345,678") == ("12345678",)


def test_a_comma_between_figures_that_groups_nothing_parts_them() -> None:
    assert tokens("2025,2030") == ("2025", "2030")
    assert tokens("5，100") == ("5", "100")


def test_a_note_mark_does_not_grow_into_the_figure_behind_it() -> None:
    assert tokens("①2020年") == ("2020", "年")


def test_the_number_of_an_item_does_not_grow_into_the_year_behind_it() -> None:
    assert tokens("1.2025年") == ("1", "2025", "年")


def test_a_date_with_points_is_taken_apart() -> None:
    assert tokens("2025.12.31") == ("2025", "12", "31")


def test_signs_for_several_letters_are_spelt_out() -> None:
    assert tokens("Ⅳ㎡") == ("ivm2",)
    assert tokens("Ⅳ類") == ("iv", "类")


def test_a_range_is_two_figures() -> None:
    assert tokens("3-5所") == ("3", "5", "所")


@pytest.mark.parametrize("text", ["", " \n", "，。！——"])
def test_a_text_without_words_has_no_tokens(text: str) -> None:
    assert tokens(text) == ()


@given(st.text(max_size=60))
def test_no_token_is_empty_or_holds_white_space(text: str) -> None:
    assert all(token and not any(char.isspace() for char in token) for token in tokens(text))


@given(st.text(alphabet="深圳市环境", max_size=40))
def test_a_chinese_run_of_n_characters_gives_2n_minus_1_tokens(text: str) -> None:
    assert len(tokens(text)) == max(0, 2 * len(text) - 1)


@pytest.mark.parametrize("unit", ["111,", "1.1", "深1", "1.2025年", "a"])
def test_the_time_grows_no_faster_than_the_text(unit: str) -> None:
    tokens(unit * 1000)
    started = time.process_time()
    tokens(unit * 50_000)
    assert time.process_time() - started < 5.0
