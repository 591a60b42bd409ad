"""Answers from what documents enumerate: conditions, papers, steps, circumstances, who may apply, of what parts something is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from szassist.answer.choosing.match import named, spelt
from szassist.answer.choosing.opposite import is_opposite
from szassist.answer.compose.headings import numbers_said
from szassist.answer.compose.items import title_of
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.enumerations import Enumeration, Item
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking, cues
from szassist.answer.reading.enumerated import Kind, Wanted, enumerated, holding_nouns, same_words, wanted
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.reading.terms import terms
from szassist.answer.reading.wanted import without_asking
from szassist.answer.words.phrases import phrase
from szassist.answer.words.procedures import tells
from szassist.query import Intent, Query, Term
from szassist.schema import Language, Status
from szassist.text.numerals import han_number
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

TELLS = 0.15  # weight from which a word has to be held
ABOVE, TITLE = 0.5, 0.9  # what a word counts that only stands in the headings above, or in the title of the document
OWN = 0.4  # what it counts how much of its words the question says
SENTENCE, BODY = 0.3, 0.1  # how far sentences that enumerate by themselves, and plain sections, stand behind lists
SAME = 0.05  # score within which lists of several documents all answer
LONGEST = 160  # characters of an item of several sentences
NAMED, WHOLLY = (
    0.6,
    0.75,
)  # part of a heading that a question for its parts has to say, for projects or units below it
MOST = 6  # lists shown
_PARTS = "parts"
_ANSWERING = (Intent.LIST, Intent.MEASURES, Intent.DEFINITION, Intent.OTHER, Intent.WHETHER, Intent.WHO, Intent.VALUE)
_SUMMED = re.compile(r"等(\d+|[二三四五六七八九十]+)[个项大类种家座]")
_ONLY = re.compile(
    "(?:分别|具体|都|各)?(?:有|是|包括|指|叫)?的?(?:哪|什么|啥|几)?[一二三四五六七八九十两]*[些个项大]?[? 。]*"
)
_HAN = re.compile("[\u4e00-\u9fff]+")
_LEADING = re.compile("^(?:主要|重点|总体|基本|具体)")
_JOINED = re.compile("[及和与、]")
_DIVIDED = re.compile("载明|列明|注明|分为|包括|包含|主要有|划分为|组成")


@dataclass(frozen=True, slots=True)
class _Found:
    score: float
    enumeration: Enumeration


def from_enumerations(query: Query, material: Material) -> Draft | None:
    """The enumeration of the kind that is asked for, whole and in order; None where none holds all that the question names."""
    if not _may_be_asked(query):
        return None
    for one in wanted(query):
        if one.kind.name != _PARTS and (found := _best(query, one, material)):
            return Draft(Status.ANSWERED, tuple(_shown(found.enumeration, query.language)))
    return None


def from_parts(query: Query, material: Material) -> Draft | None:
    """What stands below the heading that a question asks the parts of, be they titled or not."""
    if not _may_be_asked(query) or query.intent is Intent.WHO:
        return None
    if numbered := _numbered(query, material):
        return numbered
    for one in wanted(query):
        if one.kind.name == _PARTS and (found := _ranked(query, one, material)):
            alike = [other for other in found if other.score >= found[0].score - SAME]
            whole = alike if all(other.enumeration.items for other in alike) else alike[:1]
            rows = (row for other in whole[:MOST] for row in _shown(other.enumeration, query.language, named=True))
            return Draft(Status.ANSWERED, tuple(rows))
    return None


def _numbered(query: Query, material: Material) -> Draft | None:
    """The only list of as many things as the question says, all of which are called so: 十大行动是哪十个."""
    actions = sum(duty.whole_action for duty in material.inventory.duties)
    for number, rest in numbers_said(query):
        if number == actions and "actions" in kinds_asked(query):  # the register lists them
            return None
        found = [
            one
            for one in material.inventory.enumerations
            if len(one.items) == number and len(rest) > 1 and _all_end_with(one, rest[:2])
        ]
        if len(found) == 1 and _ONLY.fullmatch(rest[2:]):
            return Draft(Status.ANSWERED, tuple(_shown(found[0], query.language, named=True)))
    return None


def _all_end_with(one: Enumeration, end: str) -> bool:
    text = one.document.text
    titles = [fold(text[item.place.start : item.place.start + item.title]) for item in one.items]
    return all(title.endswith(end) for title in titles)


def _may_be_asked(query: Query) -> bool:
    plain = not (query.units or query.years or query.places or query.strangers or query.asserted or query.moment)
    return plain and query.intent in _ANSWERING and query.language is not Language.EN


def _best(query: Query, asked: Wanted, material: Material) -> _Found | None:
    return next(iter(_ranked(query, asked, material)), None)


def _ranked(query: Query, asked: Wanted, material: Material) -> list[_Found]:
    """The enumerations that hold all words of the question, best first; without any words those below the only heading of
    the kind.
    """
    told = _told(query, asked, material)
    ours = [
        one for one in material.inventory.enumerations if not query.documents or one.document.id in query.documents
    ]
    if not told and query.intent is Intent.WHO:
        return []
    if not told:
        only = [one for one in ours if one.name and asked.kind.lead.pattern and asked.kind.lead.search(one.name)]
        return [_Found(1.0, only[0])] if len({one.section for one in only}) == 1 else []
    found = [
        _Found(score, one)
        for one in ours
        if _is_of(asked.kind, one) and (score := _score(query, asked, told, one, material)) > 0
    ]
    return sorted(found, key=lambda one: -one.score)


def _told(query: Query, asked: Wanted, material: Material) -> Sequence[Term]:
    """The words that an enumeration has to hold: those of the question without the ones that ask, of a follow-up also
    those it goes on from.
    """
    rest = asked.rest if asked.kind.name == _PARTS else cues().bare(asked.rest)
    own = [term for term in terms(rest, query.expansions, material.lexicon) if term.weight >= TELLS]
    if asked.kind.name == _PARTS and any(term.word not in holding_nouns() for term in own):
        own = [term for term in own if term.word not in holding_nouns()]
    words = {term.word for term in own}
    said = without_asking(query.before)
    taken = [term for term in query.terms if term.word in said]
    kinds = [kind.lead for kind in enumerated() if kind.lead.pattern]
    onward = [
        term
        for term in taken
        if term.weight >= TELLS and term.word not in words and not any(form.search(term.word) for form in kinds)
    ]
    return (*own, *onward)


def _is_of(kind: Kind, one: Enumeration) -> bool:
    """Whether it is of a kind: by its heading or the sentence that leads into it, or by what such a sentence names."""
    if one.direct:
        return kind.name in one.direct
    if kind.name == _PARTS:
        return bool(one.name)
    return bool(kind.lead.search(one.leading)) and (bool(one.items) or one.asked)


def _score(query: Query, asked: Wanted, told: Sequence[Term], one: Enumeration, material: Material) -> float:
    """How well an enumeration fits; 0 where it lacks a word of the question, or tells the opposite of what is asked."""
    own, said = _own(one), asking(query)
    weights = [_held(term, own, one, material) for term in told]
    if not all(weights) or is_opposite(one.told, said):
        return 0.0
    vocabulary = material.lexicon.vocabulary
    share = max((named(text, query, vocabulary) for text in (one.name, one.said) if text), default=0.0)
    if asked.kind.name == _PARTS and not _is_called(query, asked, own, one):
        return 0.0
    if (one.asked and min(weights) < 1) or (not one.name and max(weights) < 1):
        return 0.0
    total = sum(term.weight for term in told)
    covered = sum(term.weight * held for term, held in zip(told, weights, strict=True)) / total
    behind = 0.0 if one.counted and one.items else BODY if one.items else SENTENCE
    return covered + OWN * share - behind


def _own(one: Enumeration) -> str:
    """The words that say of what it is; of a sentence that names parts those before its verb, or with their number."""
    if not one.direct & {_PARTS, "contents"}:
        return one.told
    summed, divided = _SUMMED.search(one.said), _DIVIDED.search(one.said)
    if summed:
        return one.said[summed.start() :]
    return one.said[: divided.start()] if divided else one.said


def _is_called(query: Query, asked: Wanted, own: str, one: Enumeration) -> bool:
    """Whether a question for parts calls a heading or sentence by its name, ends with what they are, and does not say
    another number of them.
    """
    if not one.direct and not one.counted:
        return False
    numbers = {number for number, _ in numbers_said(query)}
    summed = _SUMMED.search(one.said) if one.direct else None
    if numbers and one.counted and numbers != {int(han_number(summed[1])) if summed else len(one.items)}:
        return False
    end = _HAN.findall(asked.rest.rstrip("? 。呢啊呀"))
    if not end or (end[-1][-2:] not in own and (end[-1][-2:] not in holding_nouns() or not one.items)):
        return False
    least = WHOLLY if kinds_asked(query) & {"projects", "units"} else NAMED
    names = [_LEADING.sub("", name) for name in _JOINED.split(one.name)]
    return not one.items or max((spelt(name, query) for name in names if name), default=0.0) >= least


def _held(term: Term, own: str, one: Enumeration, material: Material) -> float:
    """What a word counts: it stands in the words of its own, above them, or nowhere."""
    places = ((own, 1.0), (one.title, TITLE), (one.around, ABOVE))
    return next((worth for text, worth in places if _holds(term, text, material)), 0.0)


def _holds(term: Term, text: str, material: Material) -> bool:
    """Whether a text has a word, one that means the same, or what the word is short for (停发: 停止发放); of an everyday
    expression each of its words.
    """
    if _has(term, text):
        return True
    if not term.means and term.same:
        return False
    parts = [one for one in terms(term.word, (), material.lexicon) if one.word != term.word and one.weight >= TELLS]
    return len(parts) > 1 and all(_has(one, text) for one in parts)


def _has(term: Term, text: str) -> bool:
    term = term if term.same else replace(term, means=())
    if (
        term.held_by(text) >= 0.5
        or tells(term.word, text)
        or any(word in text for word in same_words().get(term.word, ()))
    ):
        return True
    word = term.word
    return len(word) == 2 and word > "\u3000" and re.search(f"{word[0]}[\u4e00-\u9fff]{word[1]}", text) is not None


def _shown(one: Enumeration, language: Language, *, named: bool = False) -> Iterator[Statement]:
    """An enumeration: the sentence that leads into it or its heading, how many things there are, then each of them, only
    `named` where it has a title.
    """
    document = one.document
    title = title_of(document.id, one.section)
    counted = (Count(tuple(item.place for item in one.items)),)
    count = str(len(one.items))
    name = for_reader(f"《{document.title}》{one.section.title.strip()}", language)
    if one.lead:
        yield Statement(_text(one, one.lead, language), (one.lead,))
        if one.items and one.counted:
            yield Statement(phrase(language, "list_count", count=count), (), counted)
    elif one.counted:
        yield Statement(phrase(language, "list_of", name=name, count=count), (title,), counted)
    else:
        yield Statement(
            phrase(language, "from_document", title=document.title, section=one.section.title.strip()), ()
        )
    for item in one.items:
        yield from _row(one, item, language, named=named)


def _row(one: Enumeration, item: Item, language: Language, *, named: bool) -> Iterator[Statement]:
    """An item with its first sentences, then what is enumerated below it."""
    place = _opening(one, item)
    title = replace(place, end=place.start + item.title)
    yield Statement(_text(one, title if named and item.title else place, language), (place,))
    for part in item.below:
        yield Statement(phrase(language, "bullet") + _text(one, part, language), (part,))


def _opening(one: Enumeration, item: Item) -> Evidence:
    """As many of the sentences of an item as are short together, at least the first that is more than its title."""
    place, text = item.place, one.document.text
    end = place.start
    for _, last in sentences(text, place.start, place.end):
        if end > place.start + item.title + 2 and last - place.start > LONGEST:
            break
        end = last
    return Evidence(place.document_id, place.start, end)


def _text(one: Enumeration, place: Evidence, language: Language) -> str:
    return for_reader(one.document.text[place.start : place.end].strip(), language)
