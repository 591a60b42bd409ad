"""Turns of everyday English in plain words."""

import tomllib

import pytest

from szassist.text.english_idioms import in_plain_words
from szassist.text.english_phrases import FOLDER


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Which bureaus are on the hook for clean air?", "Which bureaus are responsible for clean air?"),
        ("Who carries the can for clean air?", "who is responsible for clean air?"),
        ("What slice of the waste should be reused?", "what share of the waste should be reused?"),
        ("Is there a cap on leakage?", "what is the limit on leakage?"),
        ("the goal for mid-decade", "the goal for 2025"),
        ("What's in store for mangroves?", "what is planned for mangroves?"),
    ],
)
def test_turns_are_put_in_plain_words_in_any_form_of_their_words(said: str, plain: str) -> None:
    assert in_plain_words(said) == plain


def test_a_single_word_is_a_turn_only_as_it_is_written() -> None:
    assert in_plain_words("whats the target") == "what is the target"
    assert in_plain_words("what did the papers mean") == "what did the papers mean"


def test_what_is_no_turn_stays_as_it_is() -> None:
    assert in_plain_words("How many   GPs, by 2025?") == "How many   GPs, by 2025?"


def test_no_turn_stands_twice() -> None:
    seen: set[str] = set()
    for table in tomllib.loads((FOLDER / "idioms.toml").read_text("utf-8")).values():
        for turns in table.values():
            for turn in (one.strip() for one in turns.split("|")):
                assert turn == turn.lower()
                assert turn not in seen, turn
                seen.add(turn)
