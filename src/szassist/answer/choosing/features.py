"""What speaks for and against a sentence as the answer to a question, in figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from szassist.answer.choosing.another import is_another
from szassist.answer.choosing.aspects import lacks_act, lacks_head, lacks_kind, lacks_names, lacks_neighbour
from szassist.answer.choosing.bearing import gist, years
from szassist.answer.choosing.candidates import Candidate, meanings
from szassist.answer.choosing.errands import asks_detail, asks_errand, does_errand, tells_detail
from szassist.answer.choosing.figured import with_figures
from szassist.answer.choosing.forest import Numbers
from szassist.answer.choosing.match import fit_series, lacks_modifier, lacks_name, spelt, total_asked
from szassist.answer.ground.material import Material
from szassist.query import Intent, Meant, Query, Term
from szassist.schema import FactKind, SectionKind
from szassist.text.dates import dates

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
    "meant",  # how close the question comes to what people say for an expression of the sentence,
    "meant_part",  # the part of that to the closest of all expressions,
    "meant_row",  # and the same where the name of a row in it holds the expression
    "meant_best",  # how close it comes to the closest
    "meant_lead",  # how much closer than to any expression that the sentence does not hold
    "explained",  # the part of the question's weight that the sentence holds or that people say for what it means
    "unexplained",  # weight of the heaviest word that neither holds
    *(
        f"{name}_behind" for name in ("told", "covered", "like", "row_spelt", "row_covered")
    ),  # less that of the best one
)
ABOVE = 0.6  # what a word counts that stands in the headings above a sentence
MOST = 3.0  # weight of words beyond which more of them tell no more
FEW, SUBJECT = (
    3,
    0.85,
)  # words of a question that tells no story, and what such a one must tell to be what it is about
FIGURED = 0.2  # part of the question's weight below which a figure is of another thing
CLOSE = 0.85  # part of the closest meaning from which a sentence is taken to be what the question means
FAINT = 6.0  # how close a meaning must come to be one: nearer than by a single pair of characters or English word
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE)
EXACT = (*_FIGURED, Intent.DEFINITION)


def features(query: Query, found: Sequence[Candidate], material: Material) -> Numbers:
    """What speaks for and against each sentence: a row for each, a column for each of `FEATURES`."""
    best = max((hit.score for hit in material.hits), default=0.0)
    likeness = material.likeness(gist(query), [one.text for one in found])
    asked, meant = _of_question(query), meanings(query, material)
    told = []
    for one, like in zip(found, likeness, strict=True):
        close = close_to(meant, one)
        nearer = read_by(query, close, one)
        of_it = {
            **_of_sentence(query, nearer, one),
            **_of_row(query, nearer, one, material),
            **_of_meaning(meant, one, material),
            **_explained(query, close, meant, one),
        }
        told.append({**asked, **of_it, "like": like, "search": one.place.score - best})
    own = [name for name in FEATURES if not name.endswith("_behind")]
    values = np.array([[row[name] for name in own] for row in told], dtype=np.float64)
    beside = values[:, [own.index(name.removesuffix("_behind")) for name in FEATURES[len(own) :]]]
    return np.concatenate((values, beside - beside.max(axis=0)), axis=1)


def read_by(query: Query, close: Sequence[Meant], candidate: Candidate) -> Query:
    """The question by the words that a sentence holds, those that no meaning of the sentence explains, and that meaning."""
    if not close:
        return query
    text = f"{candidate.text} {candidate.above}"
    kept = (term for term in query.terms if term.held_by(text) > 0 or not any(one.explains(term) for one in close))
    return replace(query, terms=(*kept, Term(close[0].official, 1.0)), closest=())


def close_to(meant: Sequence[Meant], candidate: Candidate) -> list[Meant]:
    """The expressions of a sentence that the question comes about as close to as to any."""
    least = max(FAINT, CLOSE * max((one.score for one in meant), default=0.0))
    return [one for one in meant if one.score >= least and one.official in candidate.text]


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


def _of_sentence(query: Query, nearer: Query, candidate: Candidate) -> dict[str, float]:
    """What a sentence and the headings above it hold and lack of the question, and of that as `nearer` reads it."""
    text, above = candidate.text, candidate.above
    everything = f"{text} {above}"
    total = sum(term.weight for term in query.terms)
    told = _weight(query.terms, text)
    both = sum(term.weight * max(term.held_by(text), ABOVE * term.held_by(above)) for term in query.terms)
    lacks = _lacks(query.terms, candidate)
    figures = with_figures(query, text) if query.intent in _FIGURED else ""
    figured = _part(nearer.terms, f"{figures} {above}") if figures else 0.0
    missed = lacks if query.intent is Intent.DEFINITION else _lacks(nearer.terms, candidate)
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
        "figured": _part(query.terms, figures),
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
        "no_subject": float(query.intent in EXACT and len(query.terms) <= FEW and missed >= SUBJECT),
        "lacks": lacks,
    }


def _explained(
    query: Query, close: Sequence[Meant], meant: Sequence[Meant], candidate: Candidate
) -> dict[str, float]:
    """How much of the question a sentence holds or its meaning explains; an official expression that is asked about by its
    name, and that the sentence lacks, no other explains.
    """
    text = f"{candidate.text} {candidate.above}"
    named = any(one.official in query.content and one.official not in text for one in meant)
    total = sum(term.weight for term in query.terms)
    left = [
        term.weight * (1 - term.held_by(text)) for term in query.terms if not any(one.explains(term) for one in close)
    ]
    return {"explained": 1 - sum(left) / total if total else 0.0, "unexplained": max((*left, float(named)))}


def _lacks(terms: Sequence[Term], candidate: Candidate) -> float:
    """The weight of the heaviest word that neither a sentence nor the headings above it hold."""
    text, above = candidate.text, candidate.above
    return max((term.weight * (1 - max(term.held_by(text), term.held_by(above))) for term in terms), default=0.0)


def _part(terms: Sequence[Term], text: str) -> float:
    """The part of the weight of words that a text holds."""
    total = sum(term.weight for term in terms)
    return _weight(terms, text) / total if total else 0.0


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


def _of_row(query: Query, nearer: Query, candidate: Candidate, material: Material) -> dict[str, float]:
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
    closest = replace(nearer, terms=nearer.closest or nearer.terms)  # what a story says makes it no other thing
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


def _of_meaning(meant: Sequence[Meant], candidate: Candidate, material: Material) -> dict[str, float]:
    """How close the question comes to what a sentence, or a row in it, is about."""
    names = [
        series.subject.name
        for fact in material.inventory.within([candidate.span])
        if (series := material.inventory.series_of.get(fact.id))
    ]
    best = max((one.score for one in meant), default=0.0)
    held = max((one.score for one in meant if one.official in candidate.text), default=0.0)
    named = max((one.score for one in meant if any(one.official in name for name in names)), default=0.0)
    other = max((one.score for one in meant if one.official not in candidate.text), default=0.0)
    return {
        "meant": held,
        "meant_part": held / best if best else 0.0,
        "meant_row": named / best if best else 0.0,
        "meant_best": best,
        "meant_lead": held - other,
    }
