"""Places of a sequence by the marks that follow one another there."""

import numpy as np
import pytest

from szassist.answer.ground.sequence import PairIndex

TEXT = "abcabdab\n\n\n\n"
NUMBERS = {mark: number for number, mark in enumerate("abcd\n")}
MARKS = np.array([NUMBERS[mark] for mark in TEXT], np.int32)
INDEX = PairIndex(NUMBERS, MARKS, MARKS, np.arange(len("abcabdab")))


@pytest.mark.parametrize(
    ("marks", "places"), [("a", [0, 3, 6]), ("ab", [0, 3, 6]), ("abd", [3]), ("abc" * 2, []), ("ax", []), ("x", [])]
)
def test_marks_are_found_wherever_they_follow_one_another(marks: str, places: list[int]) -> None:
    assert INDEX.find(marks).tolist() == places


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ("abda", [(2, [0, 3, 6]), (3, [3]), (4, [3])]),
        ("abdd", [(2, [0, 3, 6]), (3, [3])]),
        ("abx", [(2, [0, 3, 6])]),
        ("ba", []),
        ("a", []),
        ("", []),
    ],
)
def test_ever_more_marks_are_followed_as_long_as_they_stand_somewhere(
    marks: str, found: list[tuple[int, list[int]]]
) -> None:
    assert [(many, at.tolist()) for many, at in INDEX.narrowed(marks)] == found
