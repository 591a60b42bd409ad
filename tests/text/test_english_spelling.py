"""Slips of typing in English questions."""

import pytest

from szassist.text.english_spelling import EnglishSpelling

SPELLING = EnglishSpelling(
    ["what", "about", "target", "reclaimed", "water", "leakage", "volunteers", "others", "window", "rate"],
    ["yulongkeng"],
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("taget", "target"),  # a letter left out
        ("tarrget", "target"),  # a letter too many
        ("waht", "what"),  # two letters swapped
        ("abuot", "about"),
        ("leakege", "leakage"),  # a wrong letter
        ("volunters", "volunteers"),
        ("reclaimd", "reclaimed"),
        ("reclamed", "reclaimed"),
    ],
)
def test_a_slip_of_typing_is_set_right(typed: str, meant: str) -> None:
    assert SPELLING.corrected(f"the {typed}?") == f"the {meant}?"


@pytest.mark.parametrize("word", ["otters", "widow", "later", "rats"])
def test_another_english_word_is_no_slip_of_one_of_the_vocabulary(word: str) -> None:
    assert SPELLING.corrected(f"how many {word}") == f"how many {word}"


def test_vowels_are_confused_more_easily_than_other_letters() -> None:
    spelling = EnglishSpelling(["primary", "primer"])
    assert spelling.corrected("a primery school") == "a primary school"


def test_names_figures_and_short_words_are_left() -> None:
    text = "Is Watar in Yulongkeng, PM2.5, 5G or wat a tarket3?"
    assert SPELLING.corrected(text) == text


def test_a_word_far_from_all_or_as_near_to_two_is_left() -> None:
    assert SPELLING.corrected("the qwrtzp") == "the qwrtzp"
    two = EnglishSpelling(["zorbax", "zorbux"])
    assert two.corrected("the zorbix") == "the zorbix"


def test_the_first_word_of_a_sentence_keeps_its_capital() -> None:
    assert SPELLING.corrected("Waht is it? Taget?") == "What is it? Target?"
