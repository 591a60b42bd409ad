"""The documents' words and phrases, looked up where they stand."""

import pytest

from szassist.answer.ground.stretches import Stretches

STRETCHES = Stretches(
    ("安全管理,水平", "权利和义务,权力,权力方面", "特色社会主义先行示范区", "每千人病床数,每万人病床数"),
    ("多少", "安全"),
    "和的",
)


@pytest.mark.parametrize(
    ("phrase", "held"),
    [
        ("安全", True),
        ("安全管理", True),
        ("全管", False),  # cut through words
        ("水平安全", False),  # not together
        ("权利和义务", True),
        ("特色社会主义先行", True),
        ("特色社会主义先行示范区", False),  # eleven characters
        ("和", False),  # a character alone is no phrase
        ("地铁", False),
    ],
)
def test_a_phrase_is_one_to_five_whole_words_that_stand_together(phrase: str, held: bool) -> None:
    assert (phrase in STRETCHES) is held


@pytest.mark.parametrize(
    ("run", "lengths"),
    [
        ("安全管理水平", [2, 4]),
        ("权利和义务", [2, 3, 5]),
        ("特色社会主义先行示范区", [2, 6, 8]),
        ("全管", []),
        ("权", []),
        ("", []),
    ],
)
def test_every_phrase_that_a_run_begins_with_is_found_at_once(run: str, lengths: list[int]) -> None:
    assert list(STRETCHES.lengths(run)) == lengths
    assert [n for n in range(len(run) + 1) if run[:n] in STRETCHES] == lengths


def test_of_phrases_that_sound_alike_the_more_frequent_comes_first() -> None:
    assert STRETCHES.alike("全力")[:2] == ["权力", "权利"]


def test_what_begins_or_ends_with_a_small_word_is_not_meant() -> None:
    assert "权利和" in STRETCHES
    assert STRETCHES.alike("权力和") == []


def test_phrases_that_have_one_character_more_amid_them() -> None:
    assert list(STRETCHES.with_one_more("每人病床数")) == ["每千人病床数", "每万人病床数"]
    assert list(STRETCHES.with_one_more("千人病床数")) == []  # it would stand before them


@pytest.mark.parametrize(
    ("pinyin", "phrase"),
    [
        ("anquan", "安全"),
        ("anquanuanli", "安全管理"),  # anquanguanli: n and g merge where the words meet
        ("quanli", "权力"),
        ("duosao", "多少"),  # a word of any question
        ("ditie", None),
    ],
)
def test_merged_pinyin_is_the_most_frequent_phrase_typed_so(pinyin: str, phrase: str | None) -> None:
    assert STRETCHES.spelt(pinyin) == phrase


def test_documents_without_chinese_hold_no_phrase() -> None:
    none = Stretches(("PM2.5",), ("多少",), "")
    assert ("安全" in none, none.alike("安全"), none.spelt("anquan"), none.spelt("duosao")) == (
        False,
        [],
        None,
        "多少",
    )
