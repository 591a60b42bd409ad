"""How likely a sentence answers a question: boosted trees over plain features, asked where no rule finds an answer.

The trees stand in `likely.json`, grown by `training/fit_likely.py` on questions whose evidence is known and on questions that
the documents do not answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np

from szassist.answer.choosing.another import is_another
from szassist.answer.choosing.aspects import lacks_act, lacks_head, lacks_kind, lacks_names, lacks_neighbour
from szassist.answer.choosing.bearing import Place, gist, parted, years
from szassist.answer.choosing.errands import asks_detail, asks_errand, does_errand, tells_detail
from szassist.answer.choosing.figured import with_figures
from szassist.answer.choosing.forest import Forest, Numbers
from szassist.answer.choosing.match import fit_series, lacks_modifier, lacks_name, spelt, total_asked
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.material import Material
from szassist.answer.reading.places import names_place
from szassist.answer.reading.terms import tells_little
from szassist.query import Intent, Query, Term
from szassist.schema import FactKind, SectionKind
from szassist.text.dates import dates
from szassist.text.script import fold

FEATURES = (
    "told",  # weight of the question's words in it
    "above",  # weight of those that only the headings above it hold
    "covered",  # the part of the question's weight that both hold
    "literal",  # weight of the words that stand in it as they are asked
    "held",  # how many of the question's words it holds
    "story",  # weight of the words around the question in it
    "like",  # its cosine with the question
    "search",  # the score of its passage in search, less that of the best one
    "behind",  # passages that search ranks before its own
    "length",  # characters, in hundreds, at most two
    "dated",  # it has a time
    "closing",  # it stands in what only closes a document
    "no_time",  # a time is asked for, and neither it nor what precedes it or stands above it has one
    "no_figure",  # a figure is asked for, and it has none in a measure that can answer
    "figured",  # the part of the question's weight that its clauses with such a figure hold
    "other_year",  # a year is asked for, and it is of another
    "year",  # it names a year that is asked for
    "other_document",  # a document is asked about, and it stands in another
    "errand",  # the question asks what plans seldom tell
    "no_errand",  # and it does not tell that
    "detail",  # the question asks for a detail that they seldom have
    "no_detail",  # and it does not tell that
    "no_act",  # it lacks the act that is asked about,
    "no_kind",  # the kind of thing,
    "no_head",  # a word of a compound,
    "no_names",  # the names,
    "no_neighbour",  # the word beside another,
    "no_place",  # a place that the question names,
    "nameless",  # or a name
    "no_subject",  # a figure or a meaning is asked for in few words, and it lacks one that tells what of
    "lacks",  # weight of the heaviest word of the question that it lacks
    "asked",  # weight of all words of the question
    "around",  # weight of the words around it
    "stated",  # the question states a figure
    "who",  # the question asks who,
    "list",  # for a list,
    "value",  # for a figure,
    "topic",  # or names a topic alone
    "kind",  # 1: it asks for what is; 2: for what is to be
    "units",  # units of government that it names
    "row",  # a register row stands in the sentence
    "row_covered",  # the part of the question's weight that the best such row holds
    "row_spelt",  # the part of its name that the question says
    "row_another",  # the row tells of another thing
    "row_narrower",  # its name lacks a word amid those it holds
    "row_total",  # a total is asked for and it is a share of people, or the other way round
    "row_year",  # it is of the year asked for
    "row_other_year",  # it is of another year
    *(
        f"{name}_behind" for name in ("told", "covered", "like", "row_spelt", "row_covered")
    ),  # less that of the best one
)
AGAINST = (
    "no_act",
    "no_detail",
    "no_head",
    "no_kind",
    "no_names",
    "no_neighbour",
    "row_narrower",
)  # what a sentence must be sure to outweigh
DOUBTFUL = (
    "no_time",
    "no_figure",
    "no_subject",
    "row_another",
    "row_total",
)  # the same where a figure, a meaning or a time is asked for
OVERRULED = 0.75  # the probability from which it is
TREES_FILE = Path(__file__).with_suffix(".json")
ABOVE = 0.6  # what a word counts that stands in the headings above a sentence
MOST = 3.0  # weight of words beyond which more of them tell no more
FEW, SUBJECT = (
    3,
    0.85,
)  # words of a question that tells no story, and what such a one must tell to be what it is about
FIGURED = 0.2  # part of the question's weight below which a figure is of another thing
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE)
_EXACT = (*_FIGURED, Intent.DEFINITION)
_WORDED = (Intent.MEASURES, Intent.WHETHER, Intent.OTHER)


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
    """The sentences that were found, but for those that something speaks against, the likeliest first."""
    found = list(candidates(query, material))
    if not found:
        return []
    values = features(query, found, material)
    probable = shipped_trees().probabilities(values)
    against, doubtful = (
        np.any(values[:, [FEATURES.index(name) for name in names]], axis=1).tolist() for names in (AGAINST, DOUBTFUL)
    )
    exact = query.intent in (*_EXACT, Intent.WHEN)
    struck = {
        one.text  # wherever it stands
        for one, p, no, doubt in zip(found, probable, against, doubtful, strict=True)
        if p < OVERRULED and (no or (exact and doubt))
    }
    left = (Likely(one, float(p)) for one, p in zip(found, probable, strict=True) if one.text not in struck)
    return sorted(left, key=lambda one: -one.probability)


def _may_answer(query: Query, candidate: Candidate) -> bool:
    """Whether a sentence or the headings above it hold a word that tells something, and each place that the question names."""
    text = f"{candidate.text} {candidate.above}"
    told = any(term.held_by(text) for term in (*query.terms, *query.hints) if not tells_little(term.word))
    return told and _in_place(query, text)


def _in_place(query: Query, text: str) -> bool:
    """Whether a text names the places that a question does: one of them is enough where no figure is asked for, since a story
    of one place may be told in another.
    """
    named = [names_place(text, place) for place in query.places]
    return all(named) or (any(named) and query.intent in _WORDED)


def features(query: Query, found: Sequence[Candidate], material: Material) -> Numbers:
    """What speaks for and against each sentence: a row for each, a column for each of `FEATURES`."""
    best = max((hit.score for hit in material.hits), default=0.0)
    likeness = material.likeness(gist(query), [one.text for one in found])
    asked = _of_question(query)
    told = [
        {**asked, **_of_sentence(query, one), **_of_row(query, one, material)}
        | {"like": like, "search": one.place.score - best}
        for one, like in zip(found, likeness, strict=True)
    ]
    own = [name for name in FEATURES if not name.endswith("_behind")]
    values = np.array([[row[name] for name in own] for row in told], dtype=np.float64)
    beside = values[:, [own.index(name.removesuffix("_behind")) for name in FEATURES[len(own) :]]]
    return np.concatenate((values, beside - beside.max(axis=0)), axis=1)


def _of_question(query: Query) -> dict[str, float]:
    """What is so of every sentence, since the question is asked so."""
    return {
        "errand": float(asks_errand(query)),
        "detail": float(asks_detail(query)),
        "asked": sum(term.weight for term in query.terms),
        "around": sum(term.weight for term in query.hints),
        "stated": float(bool(query.asserted)),
        "who": float(query.intent is Intent.WHO),
        "list": float(query.intent is Intent.LIST),
        "value": float(query.intent is Intent.VALUE),
        "topic": float(query.intent is Intent.OTHER),
        "kind": 0.0 if query.kind is None else 1.0 if query.kind is FactKind.STATUS else 2.0,
        "units": float(len(query.units)),
    }


def _of_sentence(query: Query, candidate: Candidate) -> dict[str, float]:
    """What a sentence and the headings above it hold and lack of the question."""
    text, above = candidate.text, candidate.above
    everything = f"{text} {above}"
    total = sum(term.weight for term in query.terms)
    told = _weight(query.terms, text)
    both = sum(term.weight * max(term.held_by(text), ABOVE * term.held_by(above)) for term in query.terms)
    lacking = [term.weight * (1 - max(term.held_by(text), term.held_by(above))) for term in query.terms]
    lacks = max(lacking, default=0.0)
    figures = with_figures(query, text) if query.intent in _FIGURED else ""
    figured = _weight(query.terms, f"{figures} {above}") / total if figures and total else 0.0
    return {
        "told": min(MOST, told),
        "above": min(MOST, both - told),
        "covered": both / total if total else 0.0,
        "literal": sum(term.weight for term in query.terms if term.word in text),
        "held": float(sum(term.held_by(text) > 0 for term in query.terms)),
        "story": min(MOST, _weight(query.story, text)),
        "behind": candidate.behind / 10,
        "length": min(2.0, len(text) / 100),
        "dated": float(bool(dates(text))),
        "closing": float(candidate.place.section.kind is SectionKind.CLOSING),
        "no_time": float(query.intent is Intent.WHEN and not dates(f"{_before(candidate)} {above}")),
        "no_figure": float(query.intent in _FIGURED and (not figures or (bool(total) and figured < FIGURED))),
        "figured": _weight(query.terms, with_figures(query, text)) / total
        if total and query.intent in _FIGURED
        else 0.0,
        "other_year": float(_of_other_years(query, candidate)),
        "year": float(any(str(year) in text for year in query.years)),
        "other_document": float(bool(query.documents) and candidate.span.document_id not in query.documents),
        "no_errand": float(not does_errand(query, text)),
        "no_detail": float(not tells_detail(query, text)),
        "no_act": float(lacks_act(query, everything)),
        "no_kind": float(lacks_kind(query, candidate)),
        "no_head": float(lacks_head(query, candidate)),
        "no_names": float(lacks_names(query, text)),
        "no_neighbour": float(lacks_neighbour(query, everything)),
        "no_place": float(not all(place in everything for place in query.places)),
        "nameless": float(lacks_name(query, everything)),
        "no_subject": float(query.intent in _EXACT and len(query.terms) <= FEW and lacks >= SUBJECT),
        "lacks": lacks,
    }


def _weight(terms: Sequence[Term], text: str) -> float:
    return sum(term.weight * term.held_by(text) for term in terms)


def _of_other_years(query: Query, candidate: Candidate) -> bool:
    """Whether years are asked for, and the sentence, what precedes it in its paragraph and the headings name none of them."""
    if not query.years:
        return False
    named = [*years(_before(candidate)), *years(candidate.above)]
    return not any(year in span for year in query.years for span in named)


def _before(candidate: Candidate) -> str:
    """A sentence with what precedes it in its paragraph."""
    text = candidate.place.document.text
    return text[text.rfind("\n", 0, candidate.span.start) + 1 : candidate.span.end]


def _of_row(query: Query, candidate: Candidate, material: Material) -> dict[str, float]:
    """What the register row that fits best says of a sentence."""
    names = [name for name in FEATURES if name.startswith("row") and not name.endswith("_behind")]
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
def shipped_trees() -> Forest:
    """The fitted trees."""
    return Forest.read(TREES_FILE)
