"""Reranking: what a question asks for, compared with what a passage offers, as a weighted sum of plain features.

Every feature is a number from 0 to 1; their weights stand in `rerank.toml`, fitted by `training/fit_reranker.py`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import mul
from pathlib import Path

from szassist.query import Intent, Query, Term

FEATURES = (
    "lexical",  # its score in lexical search
    "near",  # the cosine of its vector
    "covered",  # the part of the question's words that it and its headings hold
    "heading",  # the part that its headings hold
    "hinted",  # the part of the words around the question
    "year",  # the asked years in it
    "year_above",  # the asked years in its headings
    "figure",  # a figure is asked for: the part held by its best sentence that gives one
    "assigns",  # asked who: it names the units responsible
    "unit",  # the asked units in it
    "document",  # it stands in the document that the question names
    "opening",  # asked about the documents: a title or a notice
    "opens",  # it opens its section
)
WEIGHTS_FILE = Path(__file__).with_suffix(".toml")
FIGURES = frozenset((Intent.VALUE, Intent.DIFFERENCE, Intent.COMPARE))
UNITS = frozenset((Intent.WHO, Intent.DUTIES))
_FIGURE = re.compile(r"\d[\d.,]*\s?(?:[%‰℃]|[\u4e00-\u9fffⅠ-Ⅹ](?<!年)(?<!月))|百分之")
_SENTENCE = re.compile(r"[^。;；!?！？\n]+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage as the reranker sees it; texts are folded."""

    position: int
    text: str
    heading: str  # the headings above the passage and its own
    document_id: str
    opens: bool  # begins with the heading of its section
    assigns: bool  # names the units responsible for something
    opening: bool  # belongs to a document's title, or to a document that issues others
    lexical: float  # score in lexical search beside that of the best passage
    near: float  # cosine of the angle between its vector and the question's


def features(query: Query, candidate: Candidate) -> dict[str, float]:
    """What of a question a passage holds and offers, in the order of `FEATURES`."""
    whole = f"{candidate.heading}\n{candidate.text}"
    years = [str(year) for year in query.years]
    return {
        "lexical": candidate.lexical,
        "near": candidate.near,
        "covered": _held(query.terms, whole),
        "heading": _held(query.terms, candidate.heading),
        "hinted": _held(query.hints, whole),
        "year": _share(years, candidate.text),
        "year_above": _share(years, candidate.heading),
        "figure": _figure(query, candidate.text),
        "assigns": float(query.intent in UNITS and candidate.assigns),
        "unit": _share(query.units, candidate.text),
        "document": float(candidate.document_id in query.documents),
        "opening": float(query.intent is Intent.DOCUMENT and candidate.opening),
        "opens": float(candidate.opens),
    }


def _held(terms: Sequence[Term], text: str) -> float:
    """Which part of the weight of `terms` a text holds."""
    total = held = 0.0
    for term in terms:
        total += term.weight
        held += term.weight * term.held_by(text)
    return held / total if total else 0.0


def _together(terms: Sequence[Term], parts: Sequence[str], text: str) -> float:
    """The largest part of the weight of `terms` that one of the parts of a text holds."""
    some = [term for term in terms if term.held_by(text)]  # no part holds what the text does not
    if not some:
        return 0.0
    best = max((sum(term.weight * term.held_by(part) for term in some) for part in parts), default=0.0)
    return best / sum(term.weight for term in terms)


def _share(words: Sequence[str], text: str) -> float:
    return sum(word in text for word in words) / len(words) if words else 0.0


def _figure(query: Query, text: str) -> float:
    """For a question that asks for a figure, the held part of it in the best sentence that gives one of its measure."""
    if query.intent not in FIGURES and not query.measure:
        return 0.0
    giving = [part for part in _giving(text) if query.measure in part]
    return _together(query.terms, giving, text)


@lru_cache(maxsize=4096)
def _giving(text: str) -> tuple[str, ...]:
    """The sentences of a text that give a figure."""
    return tuple(part for part in _SENTENCE.findall(text) if _FIGURE.search(part))


@cache
def shipped_weights() -> Mapping[str, float]:
    """The fitted weight of every feature."""
    data = tomllib.loads(WEIGHTS_FILE.read_text("utf-8"))
    return {name: float(weight) for name, weight in data["weights"].items()}


def rerank(
    query: Query, candidates: Sequence[Candidate], weights: Mapping[str, float] | None = None
) -> list[tuple[Candidate, float]]:
    """The candidates with their scores, best first; of equals the earlier first."""
    worth = shipped_weights() if weights is None else weights
    weighed = [worth.get(name, 0.0) for name in FEATURES]
    scored = [(candidate, sum(map(mul, weighed, features(query, candidate).values()))) for candidate in candidates]
    return sorted(scored, key=lambda pair: -pair[1])
