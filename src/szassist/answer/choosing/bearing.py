"""Which sentences bear a question: by the words they hold, by what they are like, and by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from szassist.answer.choosing.match import coverage, specific
from szassist.answer.ground.draft import Evidence
from szassist.answer.ground.material import Material
from szassist.answer.reading.kinds import kinds_asked
from szassist.query import Intent, Query, Term
from szassist.schema import Document, Language, Section
from szassist.text.dates import TimeKind, dates
from szassist.text.quantities import quantities
from szassist.text.script import fold
from szassist.text.sentences import assigns, sentences

LISTED = 8  # list marks of a sentence that count where a list is asked for
ABOVE = 0.2  # what words in the headings above a sentence count beside those in it
OTHER = 0.4  # score that a sentence loses where the question names another document
RUN = 0.06  # what each character counts of the longest piece of the question that a sentence holds
LONGEST = 14  # characters of such a piece that count
AIM = 0.2  # what a sentence loses that tells what is to be reached, where the question asks how
QUOTED = 14  # characters that a name counts which the question puts in quotes
HELD, WORDING, LIKE = 0.65, 2, 0.2  # words, characters in a piece and cosine up to which a sentence is only near
FAR, RECITED, FAR_LIKE = 0.25, 6, 0.16  # the same up to which it has next to nothing of it
REMOTE, REMOTE_LIKE = 0.52, 0.17  # the same up to which it is no answer to a question of one clause
ON_TOPIC = (
    0.5  # part of the question that a sentence or the headings above it hold where words of the story tell of it
)
STORY = 0.6  # what such a word counts beside one of the question
LIKENED = 40  # sentences that are compared with the question as a whole, the best by their words
_QUOTED = re.compile(r"[“\"「『‘《]([^“”\"「」『』‘’《》]{2,20})[”\"」』’》]")
AIMED = re.compile(r"到20\d\d年")
_BY = re.compile(r"到(?:(20\d\d)年|本世纪)")


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that may bear a question."""

    document: Document
    section: Section
    start: int
    end: int
    score: float  # that of the search, which ranks what this room only sifts


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with how well it bears a question."""

    place: Place
    span: Evidence
    text: str  # folded
    held: float  # part of the question's weight that it or the headings above it hold
    around: float  # the part that the headings hold
    said: int  # characters of the longest piece of the question that it holds; those of a name in quotes alone
    score: float
    told: float = 0.0  # what the words told around the question tell that stand in it, where it is of what is asked
    like: float = 0.0  # the cosine with the question

    @property
    def is_near(self) -> bool:
        """Whether it only comes near the question: it has little of its words, its wording or its sense."""
        return self.held < HELD and self.said <= WORDING and self.like < LIKE

    @property
    def is_remote(self) -> bool:
        """Whether it only comes near the question, and neither half of its words nor its sense."""
        return self.held < REMOTE and self.said <= WORDING and self.like < REMOTE_LIKE

    @property
    def is_far(self) -> bool:
        """Whether it has next to nothing of the question."""
        return self.held < FAR and self.said < RECITED and self.like < FAR_LIKE


def ranked(query: Query, places: Sequence[Place], material: Material) -> list[Sentence]:
    """The sentences of `places`, best first and each wording once; headings and what is of other years left out.

    A sentence counts by the question's words in it, the rarer the more, by those in the headings above it, by its cosine with
    the question, and by what the search thought of its passage beside the best one.
    """
    best = max((place.score for place in places), default=0.0)
    found: dict[str, Sentence] = {}
    for place in places:
        above = fold(" ".join(place.document.section_path(place.start)[-2:]))
        around = specific(query.terms, above, material.lexicon.vocabulary)
        beside = place.score - best - OTHER * bool(query.documents and place.document.id not in query.documents)
        for span, text in _sentences(query, place):
            own = specific(query.terms, text, material.lexicon.vocabulary)
            hinted = sum(hint.weight * hint.held_by(text) for hint in query.hints)
            told = _told_around(query, text) if max(own, around) >= ON_TOPIC else 0.0
            said = _said(query, text)
            score = (
                own + max(hinted, told) + ABOVE * around + beside + RUN * min(said, LONGEST) + _formed(query, text)
            )
            one = Sentence(place, span, text, max(own, around) + hinted, around, said, score, told)
            if text not in found or found[text].score < one.score:
                found[text] = one
    by_words = sorted(found.values(), key=lambda one: -one.score)
    return _likened(query, by_words, material)


def _told_around(query: Query, text: str) -> float:
    """What the words of the story tell that stand in a text as they are: 麻将馆 of a complaint about noise."""
    figured = query.intent in (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN)
    return 0.0 if query.before or figured else STORY * sum(term.weight for term in query.story if term.word in text)


def _likened(query: Query, by_words: Sequence[Sentence], material: Material) -> list[Sentence]:
    """The sentences ranked again by their likeness to the question as a whole, those that are far behind left out."""
    near = by_words[:LIKENED]
    likeness = material.likeness(gist(query), [one.text for one in near])
    known = _known(query)
    scored = [
        replace(one, score=one.score + like, like=known * like) for one, like in zip(near, likeness, strict=True)
    ]
    return sorted(scored, key=lambda one: -one.score)


def gist(query: Query) -> str:
    """The question as the documents would say it: an English one by its official words."""
    if query.language is not Language.EN:
        return query.content
    return " ".join(word for term in query.terms for word in term.means[:1])


def _known(query: Query) -> float:
    """The part of an English question that its official words stand for: what is not known is like nothing."""
    if query.language is not Language.EN:
        return 1.0
    total = sum(term.weight for term in query.terms)
    return sum(term.weight for term in query.terms if term.means) / total if total else 1.0


def _formed(query: Query, text: str) -> float:
    """What a sentence has of the form that its kind of question asks for."""
    form = 0.1 * (query.intent is Intent.DEFINITION and any(cue in text for cue in ("是", "指", "为")))
    form -= AIM * (query.intent is Intent.MEASURES and bool(AIMED.match(text)))
    figures = query.intent in (Intent.VALUE, Intent.WHEN) or "targets" in kinds_asked(query)
    form += 0.1 * (figures and bool(quantities(text) or dates(text)))
    return form + 0.02 * min(text.count("、"), LISTED) * (query.intent is Intent.LIST)


def _said(query: Query, text: str) -> int:
    """How many characters the longest piece of the question has that stands in the text; a name in quotes counts whole."""
    asked = query.content
    longest = QUOTED * any(name in text for name in _QUOTED.findall(fold(query.question)))
    for at in range(len(asked)):
        while at + longest < len(asked) and (piece := asked[at : at + longest + 1]) in text and not piece.isspace():
            longest += 1
    return longest


def _sentences(query: Query, place: Place) -> Iterator[tuple[Evidence, str]]:
    """The sentences of a place with their folded texts, its heading and those of other years left out."""
    document, heading = place.document, fold(place.section.heading)
    for first, last, text in parted(document.text[place.start : place.end]):
        start, end = place.start + first, place.start + last
        if not (place.section.title and text.rstrip("。:") in heading) and not of_another_year(
            query, document, start, end
        ):
            yield Evidence(document.id, start, end), text


@lru_cache(maxsize=1 << 12)  # passages that many questions find
def parted(text: str) -> tuple[tuple[int, int, str], ...]:
    """The sentences of a passage: where they begin and end in it, and what they say, folded; who answers for something
    is in the register.
    """
    return tuple(
        (start, end, fold(text[start:end])) for start, end in sentences(text) if not assigns(text[start:end])
    )


def of_another_year(query: Query, document: Document, start: int, end: int) -> bool:
    """Whether a sentence is of years the question does not ask for: it names them, or its paragraph last named such a
    year before it; what is to be by 2035 stands under the heading of 2030.
    """
    if not query.years:
        return False
    if own := years(document.text[start:end]):
        return not covered(query.years, own)
    begin = document.text.rfind("\n", 0, start) + 1
    before = [match[1] for match in _BY.finditer(fold(document.text[begin:start]))]
    return bool(before) and not (before[-1] and int(before[-1]) in query.years)


def years(text: str, compared: bool = False) -> list[range]:
    """The years and periods that a text names, none in names and titles; with those it only compares with, if asked."""
    named = [one for one in dates(text) if compared or one.kind is not TimeKind.BASE]
    return [range(one.first_year or one.year, one.year + 1) for one in named if one.year]


def covered(asked: Sequence[int], named: Sequence[range]) -> bool:
    """Whether the named years hold one that is asked for; where either is missing, nothing speaks against it."""
    return not asked or not named or any(year in span for year in asked for span in named)


def holds_together(terms: Sequence[Term], place: Place, above: str, least: float) -> bool:
    """Whether one sentence, with the headings above it, holds the part `least` of the words: strewn about, they tell
    nothing.
    """
    found = parted(place.document.text[place.start : place.end])
    return any(coverage(terms, (text, 1.0), (above, 0.8)) >= least for _, _, text in found)
