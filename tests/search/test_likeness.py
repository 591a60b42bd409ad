"""Likeness of texts by their vectors."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from szassist.search.likeness import Likeness

VECTORS = {"噪声": (1.0, 0.0), "麻将馆": (0.6, 0.8), "养老": (0.0, 1.0), "": (0.0, 0.0)}


class Counting:
    """An embedder of four texts that keeps what it was asked to embed."""

    name = fingerprint = "counting"
    dimension = 2

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.embedded += texts
        return np.array([VECTORS[text] for text in texts], np.float32)


def test_likeness_is_the_cosine_with_each_text() -> None:
    likeness = Likeness(Counting())
    assert likeness("噪声", ["麻将馆", "养老", "", "麻将馆"]) == pytest.approx([0.6, 0.0, 0.0, 0.6])
    assert likeness("噪声", []) == []


def test_a_text_is_embedded_once() -> None:
    embedder = Counting()
    likeness = Likeness(embedder)
    likeness("噪声", ["麻将馆", "养老"])
    likeness("养老", ["麻将馆", "养老"])
    assert embedder.embedded == ["噪声", "麻将馆", "养老", "养老"]
