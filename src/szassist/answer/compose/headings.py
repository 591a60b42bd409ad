"""Lists that stand below the headings a question names, or after a sentence that leads into them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from szassist.answer.choosing.match import FOUND, THING, coverage, named, words
from szassist.answer.choosing.opposite import is_opposite
from szassist.answer.compose.items import chosen, has_body, listed, opened
from szassist.answer.ground.draft import Draft
from szassist.answer.ground.inventory import Heading
from szassist.answer.ground.material import Material
from szassist.answer.ground.runs import Run
from szassist.answer.reading.cues import asking
from szassist.answer.reading.kinds import kinds
from szassist.query import Intent, Query, Term
from szassist.schema import Document, Language, Status
from szassist.text.numerals import han_number
from szassist.text.script import fold

TELLING = 0.5  # weight of a word that tells something else
FEW = 5  # items that make a list worth filtering
MEANT = 0.75  # part of a heading's name that the question must say
HELD = 0.8  # part of the question that a heading must hold with those above it
_CALLED = r"[“\"「『‘]{name}[”\"」』’]|{name}(?:[这那]一?|一)(?:节|章|部分|段|块|小节)"
_IN_IT = re.compile("关于|有关|涉及|相关|是不是|有没有")
_CLOSE = re.compile(r"(?:如下|以下)?[。:;,]*$")
_NUMBER = re.compile(
    r"([二两三四五六七八九]|十[一二三四五六七八九]?|(?<!\d)\d{1,2})(?:个|大|项|条|类|点|种|座|家|所|方面)"
)
_LISTING = (Intent.LIST, Intent.OTHER, Intent.DEFINITION, Intent.MEASURES, Intent.WHETHER)
_QUOTES = re.compile("[“”\"'‘’「」]")
_NOTHING = re.compile("^(?:大|的|什么|啥|咩)+")
_OF_THEM = re.compile(
    "(?:里|中|当中|之[中一]|内|第|每|各|与|和|跟|的(?!名|叫|内容|标题|清单|全|具体|$|[^\u4e00-\u9fff]))"
)
_AIMS = ("目标", "目的", "愿景")
_YEAR = re.compile(r"20\d\d年")
_AND = re.compile("[与和及、]")  # 总体思路与目标 speaks of more than aims
SHORT = 6  # characters of a heading that only names its parts: 基本原则
_KIND_ASKED = re.compile(
    r"(?:哪|几)(?:些|几)?(?:个|条|项|点|类|种|大)?(?:方面)?的?([\u4e00-\u9fff]{2})(?=$|[?。,;!呢呀啊吗来])"
)
_LEADING = re.compile("^(?:存在|面临|主要|重点|总体|基本)的?")  # 存在问题 is asked for as 哪些问题
_PARTS = re.compile(r"几个?(?:大|方面|部分|块|类|条|项|点)|哪些方面|分[为成](?:哪|几|什么)")


def from_headings(query: Query, material: Material) -> Draft | None:
    """What stands below the headings that the question names: 基本原则有哪些, 保障措施, 存在的问题."""
    if called := _called(query, material):
        return Draft(Status.ANSWERED, tuple(one for heading in called for one in _below(heading, query).statements))
    vocabulary, things = material.lexicon.vocabulary, _things(query)
    meant: list[tuple[float, Heading]] = []
    for heading in material.inventory.headings_holding.of(things, HELD):
        if len(heading.below) < 2 or (query.documents and heading.document.id not in query.documents):
            continue
        covered = coverage(things, (heading.name, 1.0), (heading.around, 0.5))
        if covered >= HELD and (share := named(heading.name, query, vocabulary)) >= MEANT:
            meant.append((covered + share, heading))
    meant = meant or [(1.0, heading) for heading in _parted(query, material)]
    if not meant:
        return _filtered(query, material) or _from_runs(query, material)
    best = max(score for score, _ in meant)
    lists = [_below(heading, query) for score, heading in meant if score >= best - 0.05]
    return Draft(Status.ANSWERED, tuple(one for rows in lists for one in rows.statements))


def _called(query: Query, material: Material) -> list[Heading]:
    """The headings that a question calls so, by their whole name: in quotation marks (「戰略定位」共有哪幾個區) or as a part of a
    document (存在问题那节); none where it asks for something in them, or of something else unless it asks for a list.
    """
    folded = fold(query.question)
    if query.intent not in _LISTING or query.units or query.years or query.places or _IN_IT.search(folded):
        return []
    found = [
        heading
        for heading in material.inventory.headings
        if len(heading.below) > 1
        and _of(query, heading.document)
        and re.search(_CALLED.format(name=re.escape(heading.name)), folded)
    ]
    beside = [
        term for term in query.terms if term.weight >= TELLING and all(term.word not in one.name for one in found)
    ]
    return found if query.intent is Intent.LIST or not beside else []


def _below(heading: Heading, query: Query) -> Draft:
    return Draft(Status.ANSWERED, tuple(listed(heading.document, heading.section, heading.below, query.language)))


def of_number(query: Query, material: Material) -> Draft | None:
    """The list that a question calls by how many it has and what they are (四个战略定位, 五座“之城”), whatever else it tells;
    None where it asks for something of them.
    """
    if query.intent not in _LISTING or query.units or query.places:
        return None
    for number, rest in numbers_said(query):
        for heading in material.inventory.headings:
            if len(heading.below) == number and is_just(heading.name, rest) and _of(query, heading.document):
                return _below(heading, query)
        for run in material.inventory.runs:
            if (
                len(run.items) == number
                and _of(query, run.document)
                and any(is_just(one, rest) for one in _ends(run))
            ):
                return Draft(Status.ANSWERED, tuple(listed(run.document, run.parent, run.items, query.language)))
    return None


def numbers_said(query: Query) -> list[tuple[int, str]]:
    """The numbers of things that a question says (四个, 六大), each with what it goes on with."""
    said = _QUOTES.sub("", asking(query))
    found = _NUMBER.finditer(said)
    return [(int(han_number(match[1])), _NOTHING.sub("", said[match.end() :])) for match in found]


def _of(query: Query, document: Document) -> bool:
    return not query.documents or document.id in query.documents


def is_just(name: str, rest: str) -> bool:
    """Whether a question goes on after a number with a name as a word of its own, and asks for nothing of it."""
    after = rest[len(name) :]
    return rest.startswith(name) and not _OF_THEM.match(after) and (len(name) > 1 or _first_word(rest) == name)


def _first_word(text: str) -> str:
    import rjieba

    found: list[str] = rjieba.cut(text, False)
    return found[0]


def _ends(run: Run) -> list[str]:
    """What all titles of a run end with, from two characters on (之城) and by its last one (城); not the name of a kind of
    things of which there are many lists (工程).
    """
    titles = [fold(one.title).strip() for one in run.items]
    alike = takewhile(lambda chars: len(set(chars)) == 1, zip(*(title[::-1] for title in titles), strict=False))
    same = "".join(chars[0] for chars in alike)[::-1]
    return [same, same[-1]] if len(same) > 1 and not any(same in some for some in kinds().values()) else []


def aims(query: Query, material: Material) -> Draft | None:
    """What the documents that a question names aim at as a whole: the parts of their heading of aims (主要目标, 总体目标), each
    with its first sentence; None where there is no such heading.
    """
    drafts = []
    for document in (material.documents[one] for one in query.documents):
        headings = [one for one in material.inventory.headings if one.document is document and len(one.below) > 1]
        if found := [one for one in headings if one.name.endswith(_AIMS)]:
            heading = min(found, key=lambda one: (bool(_AND.search(one.name)), len(document.ancestors(one.section))))
            head, *_ = listed(document, heading.section, heading.below, query.language)
            drafts += [head, *(row for part in heading.below for row in opened(document, part, query.language))]
    return Draft(Status.ANSWERED, tuple(drafts)) if drafts else None


def dated_aims(documents: Sequence[Document], material: Material, language: Language) -> Draft | None:
    """The goals of the documents by year: the parts of a heading of aims that all name one (2025年发展目标), counted."""
    rows = [
        row
        for one in material.inventory.headings
        if one.document in documents and one.name.endswith(_AIMS) and len(one.below) > 1
        if all(_YEAR.search(fold(part.title)) for part in one.below)
        for row in listed(one.document, one.section, one.below, language)
    ]
    return Draft(Status.ANSWERED, tuple(rows)) if rows else None


def _parted(query: Query, material: Material) -> list[Heading]:
    """The headings whose parts a question asks for, by their whole name (重点任务分几块) or by how many there are and what
    their name ends with (四大原则): those with the longest name.
    """
    folded = fold(query.question).replace("的", "")
    told = query.closest or query.terms
    number, things = _number_asked(folded), [term for term in told if term.weight >= THING]
    kind = _KIND_ASKED.search(asking(query))
    if number is None and not kind and not _PARTS.search(folded):
        return []
    found = [
        heading
        for heading in material.inventory.headings
        if len(heading.below) > 1
        and (not query.documents or heading.document.id in query.documents)
        and number in (None, len(heading.below))
        and all(term.held_by(heading.name) > 0 for term in things)
        and (
            _is_said(heading, folded)
            or _are_aims_of(query, heading.name)
            or (kind and query.documents and _LEADING.sub("", heading.name) == kind[1])
            or (number and len(heading.name) <= SHORT and any(heading.name.endswith(term.word) for term in things))
        )
    ]
    longest = max((len(heading.name) for heading in found if _is_said(heading, folded)), default=0)
    return [heading for heading in found if not longest or len(heading.name) == longest]


def _are_aims_of(query: Query, name: str) -> bool:
    """Whether a question asks for the aims of the year that a heading of aims names: 2030年发展目标."""
    years = {int(year[:4]) for year in _YEAR.findall(name)}
    asked = "目标" in fold(query.question) and asks_parts(query)
    return asked and name.endswith(_AIMS) and years == set(query.years) != set()


def asks_parts(query: Query) -> bool:
    """Whether a question asks how many parts something has: 重点任务有几项."""
    return bool(_PARTS.search(fold(query.question)))


def _is_said(heading: Heading, folded: str) -> bool:
    return len(heading.name) > 3 and heading.name.replace("的", "") in folded


def _things(query: Query) -> tuple[Term, ...]:
    """The words of a question for a list that name something: 归纳, 方面 and the like do not."""
    things = tuple(term for term in query.terms if term.weight >= THING)
    return things if things and query.intent is Intent.LIST else tuple(query.terms)


def _from_runs(query: Query, material: Material) -> Draft | None:
    """The titled paragraphs that a sentence leads into with what is asked for (面临诸多挑战。一是…), or that all have it in
    their titles (五个之城); where the question says how many, only as many.
    """
    things = _things(query)
    if query.intent is not Intent.LIST or not any(term.weight >= THING for term in things):
        return None
    number = _number_asked(fold(query.question))
    for run in material.inventory.runs:
        if (query.documents and run.document.id not in query.documents) or number not in (None, len(run.items)):
            continue
        leads = run.lead is not None and _leads_into(run, things) and not is_opposite(run.said, asking(query))
        if leads or all(term.held_by(fold(one.title)) >= 1 for term in things for one in run.items):
            lead = run.lead if leads else None
            return Draft(Status.ANSWERED, tuple(listed(run.document, run.parent, run.items, query.language, lead)))
    return None


def _leads_into(run: Run, things: Sequence[Term]) -> bool:
    """Whether the sentence before a run ends with one of the things, and it or the title above holds the others."""
    end = _CLOSE.sub("", run.said)
    names = [word for term in things for word in (term.word, *term.means)]
    return end.endswith(tuple(names)) and all(term.held_by(f"{run.name} {run.said}") > 0 for term in things)


def _number_asked(folded: str) -> int | None:
    """How many things a question says there are: 哪三方面, 五个."""
    match = _NUMBER.search(folded)
    return int(han_number(match[1])) if match else None


def _filtered(query: Query, material: Material) -> Draft | None:
    """Of the items below a heading that the question names, those that hold its other words: 依据里关于健康的条例."""
    folded = fold(query.question)
    for heading in material.inventory.headings:
        if len(heading.below) < FEW or (query.documents and heading.document.id not in query.documents):
            continue
        said = [word for word in words(heading.name) if word in folded]
        rest = tuple(term for term in query.terms if term.word not in heading.name)
        if len(said) < 2 or not sum(term.weight for term in rest) >= FOUND / 2:
            continue
        items = [s for s in heading.below if coverage(rest, (fold(s.title), 1.0)) >= FOUND]
        if len(items) > 1 or (items and not has_body(items[0])):
            return Draft(Status.ANSWERED, tuple(chosen(heading.document, items, query.language)))
    return None
