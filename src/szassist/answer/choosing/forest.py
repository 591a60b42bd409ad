"""Gradient-boosted decision trees: the log-odds of something by its features (Friedman 2001, https://doi.org/10.1214/aos/1013203451).

Only their evaluation: they are grown by `training/fit_likely.py` and kept as JSON.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees as nodes in a row. A node asks whether `feature` is at most `threshold` and goes to `left`, else to `right`; a leaf
    goes to itself and adds its `value`. `roots` are the trees, `depth` the most questions of one, `base` what all start from.
    """

    features: tuple[str, ...]
    feature: Indices
    threshold: Numbers
    left: Indices
    right: Indices
    value: Numbers
    roots: Indices
    depth: int
    base: float

    @classmethod
    def read(cls, path: Path) -> Forest:
        """The forest that a file holds."""
        data = json.loads(path.read_text("utf-8"))
        nodes = np.array([node for tree in data["nodes"] for node in tree], dtype=np.float64)
        feature, left, right = (nodes[:, column].astype(np.int64) for column in (0, 2, 3))
        return cls(
            tuple(data["features"]),
            feature,
            nodes[:, 1],
            left,
            right,
            nodes[:, 4],
            np.array(data["roots"], dtype=np.int64),
            int(data["depth"]),
            float(data["base"]),
        )

    def log_odds(self, values: Numbers) -> Numbers:
        """The log-odds of each row of `values`, whose columns are `features`."""
        rows = np.arange(len(values))[:, None]
        at = np.repeat(self.roots[None, :], len(values), axis=0)
        for _ in range(self.depth):
            goes_left = values[rows, self.feature[at]] <= self.threshold[at]
            at = np.where(goes_left, self.left[at], self.right[at])
        found: Numbers = self.base + self.value[at].sum(axis=1)
        return found

    def probabilities(self, values: Numbers) -> Numbers:
        """The probability of each row, 0 to 1."""
        found: Numbers = 1 / (1 + np.exp(-self.log_odds(values)))
        return found
