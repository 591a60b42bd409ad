"""Exact search in a few vectors whose cosines are known, and against a plain sort."""

import numpy as np
import pytest
from numpy.typing import NDArray

from szassist.search.exact import Neighbour, Scan


def rows(*vectors: list[float]) -> NDArray[np.float32]:
    return np.array(vectors, dtype=np.float32)


def test_neighbours_come_best_first_with_the_cosine_whatever_their_lengths() -> None:
    scan = Scan(["north", "northeast", "east"], rows([0, 5], [3, 4], [2, 0]))
    found = scan.query(rows([10, 0])[0], 2)
    assert [near.id for near in found] == ["east", "northeast"]
    assert [near.similarity for near in found] == pytest.approx([1.0, 0.6])


def test_of_equals_the_earlier_comes_first_and_a_row_of_zeros_is_like_nothing() -> None:
    scan = Scan(["b", "zero", "a"], rows([1, 0], [0, 0], [2, 0]))
    assert scan.query(rows([1, 0])[0], 9) == [Neighbour("b", 1.0), Neighbour("a", 1.0), Neighbour("zero", 0.0)]
    assert scan.query(rows([1, 0])[0], 1) == [Neighbour("b", 1.0)]


def test_what_is_found_are_the_first_of_all_sorted() -> None:
    random = np.random.default_rng(1)
    vectors = random.normal(size=(500, 8)).astype(np.float32)
    scan = Scan([str(number) for number in range(500)], vectors)
    for question in random.normal(size=(20, 8)).astype(np.float32):
        cosines = vectors @ question / np.linalg.norm(vectors, axis=1)
        wanted = [str(number) for number in np.argsort(-cosines)[:7]]
        assert [near.id for near in scan.query(question, 7)] == wanted


def test_no_vectors_have_no_neighbours() -> None:
    assert Scan([], np.zeros((0, 1), dtype=np.float32)).query(rows([1, 0])[0], 3) == []


def test_a_question_of_another_dimension_is_refused() -> None:
    with pytest.raises(ValueError, match="dimension 2, the question's has 3"):
        Scan(["a"], rows([1, 0])).query(rows([1, 0, 0])[0], 1)
