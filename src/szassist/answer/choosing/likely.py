"""How likely a sentence answers a question: boosted trees over plain features, asked where no rule finds an answer.

The trees stand in `likely.json`, grown by `training/fit_likely.py` on questions whose evidence is known and on questions that
the documents do not answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from szassist.answer.choosing.another import lacks_part, lacks_share
from szassist.answer.choosing.aspects import splits_compound
from szassist.answer.choosing.bearing import Place
from szassist.answer.choosing.candidates import Candidate, candidates
from szassist.answer.choosing.features import EXACT, FEATURES, features
from szassist.answer.choosing.forest import Forest, Numbers
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.inventory import Subject
from szassist.answer.ground.material import Material
from szassist.query import Intent, Query

AGAINST = (
    "no_act",
    "no_detail",
    "no_head",
    "no_kind",
    "no_names",
    "no_neighbour",
    "row_narrower",
)  # whatever else speaks for a sentence
DOUBTFUL = (
    "no_time",
    "no_figure",
    "no_subject",
    "row_another",
    "row_total",
)  # what a sentence must be sure to outweigh, where a figure, a meaning or a time is asked for
OVERRULED = 0.85  # the probability from which it is
UNTOLD = 0.5  # weight of a word, neither held nor explained, from which nothing outweighs them
TOLD_BESIDE = 0.6  # the probability that a sentence needs which leaves such a word untold
TREES_FILE = Path(__file__).with_suffix(".json")


@dataclass(frozen=True, slots=True)
class Likely:
    """A sentence with the probability that it answers."""

    candidate: Candidate
    probability: float

    @property
    def place(self) -> Place:
        """The passage that the sentence stands in."""
        return self.candidate.place

    @property
    def span(self) -> Evidence:
        """The sentence."""
        return self.candidate.span


def ranked(query: Query, material: Material) -> list[Likely]:
    """The sentences that were found, but for those that something speaks against, the likeliest first."""
    found = list(candidates(query, material))
    if not found:
        return []
    values = features(query, found, material)
    probable = shipped_trees().probabilities(values)
    exact = asks_exactly(query)
    against = struck(values, probable, exact=exact)
    texts = {
        one.text
        for one, no in zip(found, against, strict=True)
        if no or (exact and _of_a_whole(query, one.text)) or splits_compound(query, f"{one.text} {one.above}")
    }  # wherever it stands
    left = (Likely(one, float(p)) for one, p in zip(found, probable, strict=True) if one.text not in texts)
    return sorted(left, key=lambda one: -one.probability)


def _of_a_whole(query: Query, text: str) -> bool:
    """Whether a sentence tells of a whole where a figure of a part of it is asked for: of women, of what is of three stars."""
    return lacks_part(query, text) or lacks_share(query, Subject(text, "", ""))


def asks_exactly(query: Query) -> bool:
    """Whether a question asks for a figure, a meaning or a time."""
    return query.intent in (*EXACT, Intent.WHEN)


def struck(values: Numbers, probable: NDArray[np.float64], *, exact: bool) -> NDArray[np.bool_]:
    """Which sentences something speaks against, whatever their probability, or more than that outweighs."""
    against, doubtful = (
        np.any(values[:, [FEATURES.index(name) for name in names]], axis=1) for names in (AGAINST, DOUBTFUL)
    )
    untold = values[:, FEATURES.index("unexplained")] >= UNTOLD
    doubted = np.where(untold, doubtful | (probable < TOLD_BESIDE), doubtful & (probable < OVERRULED))
    return np.asarray(against | doubted if exact else against, dtype=bool)


@cache
def shipped_trees() -> Forest:
    """The fitted trees."""
    return Forest.read(TREES_FILE)
