"""How likely a sentence answers a question: a logistic model of plain features, asked where no rule finds an answer.

The log-odds are the weighted sum of the features; the weights stand in `likely.toml`, fitted by `training/fit_likely.py` on
questions whose evidence is known and on questions that the documents do not answer.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from szassist.answer.choosing.another import is_another
from szassist.answer.choosing.aspects import lacks_act, lacks_head, lacks_kind, lacks_names
from szassist.answer.choosing.bearing import Place, parted, years
from szassist.answer.choosing.errands import asks_detail, asks_errand
from szassist.answer.choosing.figured import has_figure
from szassist.answer.choosing.match import fit_series, lacks_modifier, lacks_name, spelt, total_asked
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.material import Material
from szassist.answer.reading.terms import tells_little
from szassist.query import Intent, Query, Term
from szassist.schema import Language
from szassist.text.script import fold

FEATURES = (
    "certain",  # 1: the log-odds where nothing else speaks
    "told",  # weight of the question's words in it
    "above",  # weight of those that only the headings above it hold
    "covered",  # the part of the question's weight that both hold
    "story",  # weight of the words around the question in it
    "search",  # the score of its passage in search, less that of the best one
    "behind",  # passages that search ranks before its own
    "no_figure",  # a figure is asked for, and it has none in a measure that can answer
    "other_year",  # a year is asked for, and it is of another
    "errand",  # the question asks what plans seldom tell
    "detail",  # or for a detail that they seldom have
    "nameless",  # it lacks a name that the question holds
    "lacks",  # weight of the heaviest word of the question that it lacks
    "stated",  # the question states a figure
    "who",  # the question asks who
    "list",  # the question asks for a list
    "row",  # a register row stands in it
    "row_covered",  # the part of the question's weight that the best such row holds
    "row_spelt",  # the part of its name that the question says
    "row_another",  # the row tells of another thing
    "row_narrower",  # its name lacks a word amid those it holds
    "row_total",  # a total is asked for and it is a share of people, or the other way round
    "row_year",  # it is of the year asked for
    "row_other_year",  # it is of another year
)
AGAINST = ("no_figure", "row_another", "row_narrower", "row_total")  # whatever else speaks for it
WEIGHTS_FILE = Path(__file__).with_suffix(".toml")
ABOVE = 0.6  # what a word counts that stands in the headings above a sentence
MOST = 3.0  # weight of words beyond which more of them tell no more
FEW, SUBJECT = (
    3,
    0.85,
)  # words of a question that tells no story, and what one of them must tell to be what it is about
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE)
_EXACT = (*_FIGURED, Intent.DEFINITION)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A sentence that may answer; `text` and the headings `above` it are folded."""

    place: Place
    span: Evidence
    text: str
    above: str
    behind: int


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


def candidates(query: Query, material: Material) -> Iterator[Candidate]:
    """The sentences of the passages that were found which may answer, each once."""
    seen: set[Evidence] = set()
    for behind, hit in enumerate(material.hits):
        document = material.documents[hit.document_id]
        place = Place(document, document.section_at(hit.start), hit.start, hit.end, hit.score)
        for first, last, text in parted(document.text[hit.start : hit.end]):
            span = Evidence(document.id, hit.start + first, hit.start + last)
            if span not in seen:
                seen.add(span)
                above = fold(" ".join(document.section_path(span.start)[-2:]))
                one = Candidate(place, span, text, above, behind)
                if _may_answer(query, one):
                    yield one


def ranked(query: Query, material: Material) -> list[Likely]:
    """The sentences that were found and that nothing speaks against for sure, the likeliest first."""
    weights = shipped_weights()
    best = max((hit.score for hit in material.hits), default=0.0)
    found = []
    for candidate in candidates(query, material):
        told = features(query, candidate, best, material)
        if any(told[name] for name in AGAINST):
            continue
        odds = sum(weights[name] * value for name, value in told.items())
        found.append(Likely(candidate, 1 / (1 + math.exp(-odds))))
    return sorted(found, key=lambda one: -one.probability)


def _may_answer(query: Query, candidate: Candidate) -> bool:
    """Whether a sentence or the headings above it hold a word that tells something, each place that the question names, in Chinese
    each Latin name, what a short question is about, and what is asked about a thing beside the thing itself.
    """
    text = f"{candidate.text} {candidate.above}"
    latin = query.language is not Language.EN
    named = (term for term in query.terms if latin and term.word < "\u3000")
    told = any(term.held_by(text) for term in (*query.terms, *query.hints) if not tells_little(term.word))
    held = told and all(place in text for place in query.places) and all(term.held_by(text) for term in named)
    lacking = lacks_act(query, text) or lacks_kind(query, candidate) or lacks_head(query, candidate)
    return held and not (lacking or lacks_names(query, candidate.text) or _lacks_subject(query, text))


def _lacks_subject(query: Query, text: str) -> bool:
    """Whether a figure or a meaning is asked for in few words, and a text lacks one that tells what of: 楼梯灯拥有量."""
    subjects = (term for term in query.terms if term.weight >= SUBJECT)
    few = query.intent in _EXACT and len(query.terms) <= FEW
    return few and any(not term.held_by(text) for term in subjects)


def features(query: Query, candidate: Candidate, best: float, material: Material) -> dict[str, float]:
    """What speaks for and against a sentence, in the order of `FEATURES`; `best` is the score of the best passage."""
    text, above = candidate.text, candidate.above
    total = sum(term.weight for term in query.terms)
    told = _weight(query.terms, text)
    both = sum(term.weight * max(term.held_by(text), ABOVE * term.held_by(above)) for term in query.terms)
    return {
        "certain": 1.0,
        "told": min(MOST, told),
        "above": min(MOST, both - told),
        "covered": both / total if total else 0.0,
        "story": min(MOST, _weight(query.story, text)),
        "search": candidate.place.score - best,
        "behind": candidate.behind / 10,
        "no_figure": float(query.intent in _FIGURED and not has_figure(query, text)),
        "other_year": float(_of_other_years(query, candidate)),
        "errand": float(asks_errand(query)),
        "detail": float(asks_detail(query)),
        "nameless": float(lacks_name(query, f"{text} {above}")),
        "lacks": max(
            (term.weight * (1 - max(term.held_by(text), term.held_by(above))) for term in query.terms), default=0.0
        ),
        "stated": float(bool(query.asserted)),
        "who": float(query.intent is Intent.WHO),
        "list": float(query.intent is Intent.LIST),
        **_of_row(query, candidate, material),
    }


def _weight(terms: Sequence[Term], text: str) -> float:
    return sum(term.weight * term.held_by(text) for term in terms)


def _of_other_years(query: Query, candidate: Candidate) -> bool:
    """Whether years are asked for, and the sentence, what precedes it in its paragraph and the headings name none of them."""
    if not query.years:
        return False
    text = candidate.place.document.text
    begin = text.rfind("\n", 0, candidate.span.start) + 1
    named = [*years(text[begin : candidate.span.end]), *years(candidate.above)]
    return not any(year in span for year in query.years for span in named)


def _of_row(query: Query, candidate: Candidate, material: Material) -> dict[str, float]:
    """What the register row that fits best says of a sentence."""
    names = FEATURES[FEATURES.index("row") :]
    rows = [
        (fit_series(query, series, material.lexicon.vocabulary), series, fact)
        for fact in material.inventory.within([candidate.span])
        if (series := material.inventory.series_of.get(fact.id))
    ]
    if not rows:
        return dict.fromkeys(names, 0.0)
    fit, series, fact = max(rows, key=lambda row: row[0].covered + row[0].named)
    of_year = bool(query.years) and fact.year in query.years
    closest = replace(query, terms=query.closest or query.terms)  # what a story says makes it no other thing
    told = (
        True,
        fit.covered,
        max(spelt(name, query) for name in series.subject.name.split(" ") or [""]),
        is_another(closest, series),
        lacks_modifier(closest, series.subject),
        total_asked(query, series.subject.name),
        of_year,
        bool(query.years) and not of_year,
    )
    return dict(zip(names, map(float, told), strict=True))


@cache
def shipped_weights() -> Mapping[str, float]:
    """The fitted weight of every feature."""
    data = tomllib.loads(WEIGHTS_FILE.read_text("utf-8"))
    return {name: float(data["weights"].get(name, 0.0)) for name in FEATURES}
