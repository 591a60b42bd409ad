"""Trees add what the leaves hold that a row of features comes to."""

import json
from pathlib import Path

import numpy as np
import pytest

from szassist.answer.choosing.forest import Forest

# The first tree: x <= 1 gives 0.5, else y <= 2 gives -1, else 2; the second one: y <= 0 gives 0.25, else -0.25.
TREES = {
    "features": ["x", "y"],
    "base": -1.0,
    "depth": 2,
    "roots": [0, 5],
    "nodes": [
        [[0, 1.0, 1, 2, 0], [0, 0, 1, 1, 0.5], [1, 2.0, 3, 4, 0], [0, 0, 3, 3, -1.0], [0, 0, 4, 4, 2.0]],
        [[1, 0.0, 6, 7, 0], [0, 0, 6, 6, 0.25], [0, 0, 7, 7, -0.25]],
    ],
}


@pytest.fixture
def forest(tmp_path: Path) -> Forest:
    path = tmp_path / "trees.json"
    path.write_text(json.dumps(TREES), "utf-8")
    return Forest.read(path)


@pytest.mark.parametrize(
    ("x", "y", "odds"), [(1.0, 0.0, -0.25), (1.0, 0.1, -0.75), (1.1, 2.0, -2.25), (9.0, 3.0, 0.75)]
)
def test_log_odds_are_the_base_and_one_leaf_of_each_tree(forest: Forest, x: float, y: float, odds: float) -> None:
    assert forest.log_odds(np.array([[x, y]]))[0] == pytest.approx(odds)
    assert forest.probabilities(np.array([[x, y]]))[0] == pytest.approx(1 / (1 + np.exp(-odds)))


def test_rows_are_weighed_each_by_itself(forest: Forest) -> None:
    both = forest.log_odds(np.array([[1.0, 0.0], [9.0, 3.0]]))
    assert both.tolist() == pytest.approx([-0.25, 0.75])
    assert forest.log_odds(np.empty((0, 2))).tolist() == []
