"""Which indicators a question may mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from szassist.answer.choosing.another import is_another
from szassist.answer.choosing.match import (
    FOUND,
    SAID,
    THING,
    Fit,
    coverage,
    fields,
    fit_series,
    is_ratio,
    lacks_modifier,
    spelt,
)
from szassist.answer.ground.inventory import Series
from szassist.answer.ground.material import Material
from szassist.answer.reading.beside import without_bystanders
from szassist.answer.reading.cues import asking, cues
from szassist.answer.reading.terms import is_head
from szassist.query import HINT, Intent, Query
from szassist.schema import FactKind, Language
from szassist.text.quantities import is_change, measure
from szassist.text.script import fold

TELLS = 0.28  # what the words of a question must tell together to name an indicator
OWN = 0.3  # part of the question that rows must hold themselves
FAIR, SEVERAL = 0.45, 5  # part of a question that such an indicator holds, and how many are looked at
OWN_NAME = 0.8  # weight of its words by which an indicator counts as named
TELLING = 0.35  # weight of a word that tells something
CALLED, LONG = 0.8, 6  # part of its name by which an indicator is called so, and the characters of a name that is one
ALL = 0.9  # the same of one that the story around calls so
MUCH = 0.5  # weight of a word that tells much
MOSTLY = 0.5  # part of the telling words around such a name that it must hold
CLOSE = 0.12  # difference in score up to which another indicator may be meant too

_COMMENT = re.compile(r"\d[^,。;?!\d]{1,9}?(?:就|才|便|,)[^\d]*$")  # 18微克就交差了: what is thought of the figure
_HAS_CHANGED = re.compile(r"(?:改善|下降|降低|减少|提高|提升|上升|增加|增长|降|涨|升|减|增)了(?:多少|几)")
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN)


@dataclass(frozen=True, slots=True)
class Choice:
    """The indicators a question may mean, best first, with how they fit."""

    series: tuple[Series, ...]
    fits: tuple[Fit, ...]


def choose(query: Query, material: Material) -> Choice:
    """The indicators that hold enough of the question's words; the best one and those as good."""
    found = _of_its_own_name(query, ranked(query, material))
    close = [(fit, series) for fit, series in found if fit.score >= found[0][0].score - CLOSE]
    close = _changed(query, found) or _state(query, close, material)
    return Choice(tuple(series for _, series in close), tuple(fit for fit, _ in close))


def _of_its_own_name(query: Query, found: list[tuple[Fit, Series]]) -> list[tuple[Fit, Series]]:
    """Where a message turns to another thing, the indicators whose names have all that it says of that, if any has: 全科的呢
    means no other figure of the same sentence, though the words before it call that one.
    """
    told = [term for term in query.terms if term.weight >= TELLING]
    if query.earlier is None or not told or any(term.means or is_head(term.word) for term in told):
        return found
    named = [pair for pair in found if all(term.held_by(pair[1].subject.name) >= SAID for term in told)]
    return named or found


def _state(query: Query, close: list[tuple[Fit, Series]], material: Material) -> list[tuple[Fit, Series]]:
    """What there is, where an English question asks for that and the indicators that hold its words only tell how many are
    to be for so many people, or to be added: how many beds do the hospitals have.
    """
    if query.kind is not FactKind.STATUS or query.language is not Language.EN or not close:
        return close
    subjects = [series.subject.name for _, series in close]
    planned = all(fact.kind is not FactKind.STATUS for _, series in close for fact in series.facts)
    if not planned or not all(is_ratio(query, name) or _is_added(query, name) for name in subjects):
        return close
    query = without_bystanders(query.by_name())
    bases = {measure(fact.unit)[1] for _, series in close for fact in series.facts}
    there_are = [
        (fit_series(query, series, material.lexicon.vocabulary), series)
        for series in _holding(query, FAIR, material)
        if all(fact.kind is FactKind.STATUS and measure(fact.unit)[1] in bases for fact in series.facts)
        and any(term.weight >= MUCH and term.held_by(series.subject.name) >= OWN_NAME for term in query.terms)
    ]
    return sorted(there_are, key=lambda pair: -pair[0].score)[:1] or close


def _changed(query: Query, found: list[tuple[Fit, Series]]) -> list[tuple[Fit, Series]]:
    """The best indicator that tells a change that has come about, where that is asked for (改善了多少) and any does."""
    if not _HAS_CHANGED.search(asking(query)):
        return []
    told = [
        pair
        for pair in found
        if any(fact.kind is FactKind.STATUS and is_change(fact.comparator_word) for fact in pair[1].facts)
    ]
    return told[:1]


def _is_added(query: Query, name: str) -> bool:
    """Whether `name` is of what is added, and the question asks for no such thing."""
    return "新增" in name and not cues().part.search(asking(query))


def ranked(query: Query, material: Material) -> list[tuple[Fit, Series]]:
    """The indicators that hold enough of the question's words, best first, with how they fit."""
    query = without_bystanders(query.by_name())
    told = [term for term in (*query.terms, *query.hints) if len(term.word) > 1 or term.means]
    if sum(term.weight for term in (*query.terms, *query.hints)) < TELLS or not told:  # 气 is no word of 空气
        return []
    vocabulary = material.lexicon.vocabulary
    meant = (series for series in _holding(query, FOUND, material) if _tells(query, series))
    fitting = [(fit_series(query, series, vocabulary), series) for series in meant]
    return sorted(fitting or _called(query, material), key=lambda pair: -pair[0].score)


def _called(query: Query, material: Material) -> list[tuple[Fit, Series]]:
    """The indicators that a question calls by (nearly) their full names, though it says more that they do not hold: a
    story before it, and how it came to ask. Most telling words of the clause that asks, and of the nearest that names
    something where that one does not, they must hold.
    """
    own = tuple(term for term in query.closest if term in query.terms) or query.terms
    if query.asserted or query.intent not in _FIGURED:
        return []
    asked = replace(query, terms=own)
    told = tuple(term for term in own if term.weight >= TELLING and term.word not in query.places)
    found = []
    for series in material.inventory.series_holding.of(told, MOSTLY):
        texts = (series.subject.name, 1.0), (series.subject.said, SAID)
        long = [name for name in series.subject.name.split(" ") if len(name) >= LONG]
        if not long or coverage(told, *texts) < MOSTLY or not _in_place(query, series):
            continue
        fit = fit_series(asked, series, material.lexicon.vocabulary)
        by = (
            query if coverage(told, *texts) >= ALL else asked
        )  # the story may call it, where it holds all that is asked
        share = max(spelt(name, by) for name in long)
        other = lacks_modifier(asked, series.subject) or is_another(asked, series)
        if max(fit.named, share) >= CALLED and not other:
            found.append((fit, series))
    return found


def near(query: Query, material: Material) -> tuple[Series, ...]:
    """The indicators that hold enough of the question's words and all tell another thing, best first; none where one
    answers it.
    """
    query = without_bystanders(query.by_name())
    close = [series for series in _holding(query, FOUND, material) if _is_about(query, series)]
    if any(_tells(query, series) for series in close):
        return ()
    return tuple(sorted(close, key=lambda one: -fit_series(query, one, material.lexicon.vocabulary).score))


def _tells(query: Query, series: Series) -> bool:
    """Whether a series that holds enough of the question's words tells what it asks for."""
    lacking = lacks_modifier(query, series.subject) or _lacks_half(query, series)
    return _is_about(query, series) and not lacking and not is_another(query, series)


def _lacks_half(query: Query, series: Series) -> bool:
    """Whether an English question tells two things and the rows and what stands above them lack one: green of green land."""
    told = [term for term in query.terms if term.weight >= TELLING]
    two = query.language is Language.EN and len(told) == 2
    return two and any(not any(term.held_by(text) for text, _ in fields(series.subject)) for term in told)


def _holding(query: Query, least: float, material: Material) -> list[Series]:
    """The series that hold the part `least` of the question's words, of the places it names."""
    terms = tuple(term for term in query.terms if term.word not in query.places)
    return [
        series
        for series in material.inventory.series_holding.of(terms, least)
        if coverage(terms, *fields(series.subject)) >= least and _in_place(query, series)
    ]


def _is_about(query: Query, series: Series) -> bool:
    """Whether the rows themselves hold some of the question, not only the headings above them, and of what it names."""
    texts = (series.subject.name, 1.0), (series.subject.said, SAID)
    things = [term for term in query.terms if not is_head(term.word)]
    named = not things or sum(term.weight for term in things) < THING or coverage(things, *texts) >= OWN
    return named and coverage(query.terms, *texts) >= OWN


def likely(query: Query, material: Material) -> tuple[Series, ...]:
    """Indicators that hold a fair part of the question, for a stated figure to be compared with those in its unit."""
    query = without_bystanders(query.by_name())
    vocabulary = material.lexicon.vocabulary
    fitting = [(fit_series(query, series, vocabulary), series) for series in _holding(query, FAIR, material)]
    fair = [(fit, series) for fit, series in fitting if fit.named >= FAIR]
    return tuple(series for _, series in sorted(fair, key=lambda pair: -pair[0].score)[:SEVERAL])


def clear(query: Query, material: Material) -> tuple[Series, ...]:
    """Indicators that hold each word of a question which tells much, for a stated figure in their own unit to be compared
    with: 压到20微克就算达标 of PM2.5.
    """
    query = without_bystanders(query.by_name())
    comment = _COMMENT.search(fold(query.question))
    told = tuple(
        term
        for term in query.terms
        if term.weight >= MUCH and term.word not in query.places and not (comment and term.word in comment[0])
    )
    found = [
        (fit_series(query, series, material.lexicon.vocabulary), series)
        for series in material.inventory.series_holding.of(told, MOSTLY)
        if told
        and all(term.held_by(series.subject.name) > 0 for term in told)
        and _in_place(query, series)
        and _tells(query, series)
    ]
    return tuple(series for _, series in sorted(found, key=lambda pair: -pair[0].score)[:SEVERAL])


def _in_place(query: Query, series: Series) -> bool:
    """Whether every place that the question names is one the figures are about: in their name, in a word that means it
    (港企 for 香港公司), in the sentence of an indicator that the question names, or any district, where each is told of.
    """
    name, said = series.subject.name, series.subject.said
    every = any(word in f"{name} {said}" for word in ("每个区", "各区"))
    if every and len(query.places) <= 2:
        return True
    held = [term for term in query.terms if term.word not in query.places and term.held_by(name) > 0]
    named = sum(term.weight for term in held) >= OWN_NAME
    return all(
        place in name or any(place in term.word for term in held) or (named and place in said)
        for place in query.places
    )


def where_it_asks(query: Query) -> Query | None:
    """A question whose words are those of all its clauses, by those alone that stand where it asks."""
    own = tuple(term for term in query.closest if term in query.terms)
    if query.intent not in (*_FIGURED, Intent.MEASURES) or not own or len(own) == len(query.terms):
        return None
    around = tuple(replace(term, weight=HINT * term.weight) for term in query.terms if term not in own)
    return replace(query, terms=own, hints=(*query.hints, *around), closest=())
