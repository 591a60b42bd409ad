"""Which clause lays down the time or the amount that a question asks for: one of another act, or for somebody else, is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from szassist.answer.choosing.match import words
from szassist.answer.ground.inventory import Inventory
from szassist.answer.ground.limits import Limit, Measured, Value
from szassist.answer.reading.cues import asking
from szassist.answer.reading.places import names_place
from szassist.answer.reading.wanted import Act, Wanted, acts_known, provision_words
from szassist.answer.words.procedures import tells
from szassist.query import Query, Term
from szassist.schema import FactKind
from szassist.text.script import fold

HEAVY = 0.12  # what a word must tell to be missed by itself
LEAST, MOST = (
    0.25,
    0.7,
)  # between which a word's weight is held: in a short document the rarest word is not the whole question
BESIDE, AROUND, ABOVE, CHAPTER = (
    0.97,
    0.9,
    0.7,
    0.4,
)  # what a word counts in a clause beside the value's, elsewhere in its sentence, above it, in its chapter
ACT = 0.35  # what an act counts that no word of the question tells
ENOUGH = 0.72  # part of the question that a clause must hold
CLOSE = 0.06  # by how much others may hold less than the best
MEANT = 0.92  # what it counts that a clause says a word in other words
DONE = 0.1  # what it counts that the act itself is said to be done
PIECE, LONGEST = 0.04, 6  # what each character counts of the longest piece of the question, and how many do
CLOSELY = 0.9  # how far each word of a question is held by the clause of a share or an area
UNIT = 0.15  # what the unit counts that is asked for: 几年
_SPANS = {  # in what a term is counted that answers how many of a unit: those of the unit itself first
    "年": ("年", "学年", ""),
    "月": ("月", "年", "天", "日", "工作日", ""),
    "周": ("周", "星期", "天", "日", "工作日", ""),
    "天": ("天", "日", "工作日", "自然日", "周", "星期", "月", "小时", ""),
    "小时": ("小时", "分钟", "天", "日", "工作日", ""),
}
_OWN = {"年": 2, "月": 1, "周": 2, "天": 4, "小时": 2}  # how many of them are the unit itself
_ALIKE = ("个人名位", "个所家间座班", "个套间", "个份项件张本页", "个户", "个条", "个辆台", "次")
_DUE = re.compile(r"内|前|后$")
_NUMBERS = re.compile(r"(?<![a-z\d.])\d+(?:\.\d+)?(?![\d年])")
_NOW = re.compile("现在|目前|如今|眼下|当前|已经?|截至|截止|做到")
_YEARS = re.compile(r"((?:19|20)\d\d)年")
_STOPS = re.compile("[,:]")


@dataclass(frozen=True, slots=True)
class Laid:
    """A limit with how much it holds of what is asked, and the value that tells it."""

    limit: Limit
    value: Value
    score: float
    after: bool = False  # whether only the sentence before it says what it is about


def laid_down(query: Query, asked: Wanted, inventory: Inventory) -> list[Laid]:
    """The limits that lay down what is asked, in the order of the text; the best, and those that hold as much."""
    named = asked.terms or (asked.acts and not asked.is_time)
    if not named or (not asked.is_time and (query.asserted or (query.years and not asked.is_part))):
        return []
    if asked.is_part and _NOW.search(asking(query)):  # what is to be is not what is
        return []
    found = [laid for one in _of_documents(query, inventory) if (laid := _held(query, asked, one))]
    ruled = [laid for laid in found if asked.is_part and laid.limit.document.id in inventory.regulating]
    found = ruled or [laid for laid in found if asked.is_time or not _is_of_row(laid, inventory)]
    best = max((laid.score for laid in found), default=0.0)
    return list({laid.limit.text: laid for laid in found if laid.score >= best - CLOSE}.values())


def _is_of_row(laid: Laid, inventory: Inventory) -> bool:
    """Whether the register has what a limit says as a target or a state, which is told with its year."""
    rows = inventory.within([laid.limit.span])
    return any(row.kind is not FactKind.REQUIREMENT and row.year for row in rows)


def _of_documents(query: Query, inventory: Inventory) -> Iterable[Limit]:
    """The limits of the documents, places and years that a question names."""
    for one in inventory.limits:
        around = f"{one.text} {one.above} {fold(one.document.title)}"
        if (
            query.documents
            and one.document.id not in query.documents
            and one.document.adopted_by not in query.documents
        ):
            continue
        if all(names_place(around, place) for place in query.places) and all(
            str(year) in around for year in query.years
        ):
            yield one


def _held(query: Query, asked: Wanted, one: Limit) -> Laid | None:
    """How much a limit holds of what is asked, None where that is too little or an act is not its own."""
    fitting = [value for value in one.values if answers(asked, value, one.text)]
    if not set(_NUMBERS.findall(asking(query))) <= set(_NUMBERS.findall(one.text)):  # 降到15还要多久
        return None
    others = (act for act in acts_known() if act.only and act not in asked.acts)
    if any(act.told.search(one.text) for act in others):
        return None
    if not fitting or not all(act.told.search(one.text) for act in asked.acts if act.must):
        return None
    title = fold(one.document.title)
    laid = None
    for value in fitting:
        clause = _reach(one, value)
        if _is_of_another(query, asked, clause[0][0]):
            continue
        fields = (*clause, (one.above, ABOVE), (title, ABOVE), (one.chapter, CHAPTER))
        if asked.is_part and not _is_its_own(query, asked, one, value):
            continue
        score, after = _score(query, asked, fields), one.onward
        if one.before and (after or score < ENOUGH):
            told = one.document.text[one.before.start : one.before.end]
            score, after = _score(query, asked, (*fields, (fold(told), ABOVE))), True
        if score < ENOUGH:
            continue
        score += _formed(asked, value) + DONE * _is_done(asked, one.text) + PIECE * _piece(query, one.text)
        score -= UNIT * (_is_denied(one.text[value.start :]) and not _is_denied_in(asking(query)))
        if laid is None or score > laid.score:
            laid = Laid(one, value, score, after)
    return laid


def _score(query: Query, asked: Wanted, fields: Sequence[tuple[str, float]]) -> float:
    """The part of the question's words and acts that the fields hold; 0 where they lack one that tells much."""
    total = held = 0.0
    told: set[str] = set()
    for term in asked.terms:
        acts = [act for act in asked.acts if act.said.search(term.word)]
        told |= {act.said.pattern for act in acts}
        part = max(worth * _holds(query, term, acts, text) for text, worth in fields)
        if part < 0.5 and term.weight >= HEAVY:
            return 0.0
        weight = min(MOST, max(LEAST, term.weight))
        total += weight
        held += weight * part
    for act in asked.acts:
        if act.said.pattern not in told:
            total += ACT
            held += ACT * max((worth for text, worth in fields if act.told.search(text)), default=0.0)
    return held / total if total else 0.0


def _holds(query: Query, term: Term, acts: Sequence[Act], text: str) -> float:
    """How far a text holds a word, by itself, by an official word that names it, or by what clauses say for it."""
    if term.word in text and len(term.word) > 1:
        return 1.0
    if tells(term.word, text) or any(act.told.search(text) and _rest(act, term.word) in text for act in acts):
        return MEANT
    if (
        len(term.word) > 2
        and term.word[-1] == "期"
        and re.search(f"{re.escape(term.word[:-1])}(?:时间|期限|时限)", text)
    ):
        return MEANT
    if len(term.word) == 1 and term.word > "\u3000":  # 班 of 中班 is no other class
        at = query.content.find(term.word)
        before = query.content[max(0, at - 1) : at + 1]
        return float(len(before) > 1 and before in text) if acts or not before[:1].strip() else float(before in text)
    if term.same and any(word in text for word in term.means if word[-1] == term.word[-1]):
        return MEANT
    parts = words(term.word) if len(term.word) > 3 else ()
    return MEANT * (len(parts) > 1 and re.search("[^,。;]{0,8}".join(map(re.escape, parts)), text) is not None)


def _is_its_own(query: Query, asked: Wanted, one: Limit, value: Value) -> bool:
    """Whether the share or area of a sentence is of all that a question says: in the value's clause or the one before it, or
    as the subject in front or the heading; and of the year that is asked for, which is the last one named before it.
    """
    years = _YEARS.findall(one.text[: value.start])
    if query.years and (not years or int(years[-1]) not in query.years):
        return False
    (clause, _), (beside, _), (sentence, _) = _reach(one, value)
    above = f"{one.above} {fold(one.document.title)} {one.chapter}"
    near = any(
        re.search(group, asking(query)) and re.search(group, clause) for group in provision_words()["each"]["groups"]
    )
    for term in asked.terms:
        acts = [act for act in asked.acts if act.said.search(term.word)]
        if max(_holds(query, term, acts, text) for text in (sentence, above)) < CLOSELY:
            return False
        near = near or _holds(query, term, acts, clause) >= CLOSELY or _holds(query, term, acts, beside) >= CLOSELY
    return near


def _rest(act: Act, word: str) -> str:
    """What a word says beside an act: 合同 of 租房合同."""
    rest = act.said.sub("", word)
    return rest if len(rest) > 1 else ""


def _is_of_another(query: Query, asked: Wanted, clause: str) -> bool:
    """Whether the clause of a value names what it is of (公示时间为20日), and that is nothing of what is asked about; or is of
    one person, where what one home has is asked for.
    """
    groups = [re.compile(group) for group in provision_words()["each"]["groups"]]
    own = [bool(group.search(asking(query))) for group in groups]
    if any(own) and any(group.search(clause) for group, said in zip(groups, own, strict=True) if not said):
        return True
    label = re.search(provision_words()["label"]["ends"], clause)
    told = (*(act.told.pattern for act in asked.acts), *(re.escape(term.word) for term in asked.terms))
    named = any(re.search(one, clause) for one in told) or any(tells(term.word, clause) for term in asked.terms)
    return label is not None and not named


def _reach(one: Limit, value: Value) -> list[tuple[str, float]]:
    """The clause of a value, those beside it and the whole sentence, with what a word in each counts."""
    edges = [0, *(match.end() for match in _STOPS.finditer(one.text)), len(one.text)]
    at = max(number for number, edge in enumerate(edges[:-1]) if edge <= value.start)
    clause = one.text[edges[at] : edges[at + 1]]
    beside = one.text[edges[max(0, at - 1)] : edges[min(len(edges) - 1, at + 2)]]
    return [(clause, 1.0), (beside, BESIDE), (one.text, AROUND)]


def answers(asked: Wanted, value: Value, text: str) -> bool:
    """Whether a value in a text is of a kind that is asked for: by when is told by a term only as far as something is due
    within it, and how many are counted in what is asked for, of the things that are asked for.
    """
    if value.kind not in asked.kinds:
        return False
    told = provision_words()["exact"]["told"]
    if asked.exact and (value.kind is Measured.SPAN or not re.search(told, text[value.start : value.end])):
        return False
    if value.kind is Measured.SPAN and asked.kinds[0] is Measured.DAY:
        return bool(_DUE.search(text[value.start : value.end + 1]))
    if value.kind is Measured.SPAN and asked.unit in _SPANS:
        return value.unit in _SPANS[asked.unit]
    if value.kind is Measured.DAY and asked.kinds[0] is Measured.SPAN:
        return not asked.unit and any(char.isdigit() for char in text[value.start : value.end])
    if value.kind is not Measured.COUNT or not asked.unit:
        return True
    if not any(asked.unit in alike and value.unit in alike for alike in _ALIKE):
        return False
    if not re.search(provision_words()["rule"]["words"], text[max(0, value.start - 12) : value.start]):
        return False
    things = text[max(0, value.start - 12) : value.end + 16]
    return not asked.counted or words(asked.counted)[:1] == () or words(asked.counted)[0] in things


def _piece(query: Query, text: str) -> int:
    """How many characters the longest piece of the question has that a text holds, few of them counted."""
    content, longest = query.content, 0
    for at in range(len(content)):
        while longest < LONGEST and at + longest < len(content) and content[at : at + longest + 1] in text:
            longest += 1
    return longest


def _is_denied(text: str) -> bool:
    """Whether the clauses after a value say that something is not or no longer done."""
    return re.search(provision_words()["not"]["words"], ",".join(text.split(",")[:3])) is not None


def _is_denied_in(asked: str) -> bool:
    return re.search(provision_words()["not"]["asked"], asked) is not None


def _is_done(asked: Wanted, text: str) -> bool:
    """Whether a text says of the act or the thing asked about that it is done, or its time: 启动电脑派位, 报名时间."""
    done = provision_words()["done"]
    told = [act.told.pattern for act in asked.acts] + [re.escape(term.word) for term in asked.terms]
    whole = "|".join(told)
    return bool(whole) and re.search(f"{done['before']}(?:{whole})|(?:{whole}){done['behind']}", text) is not None


def _formed(asked: Wanted, value: Value) -> float:
    """What a value counts that is of the kind that is named first, in the unit named."""
    own = _SPANS.get(asked.unit, ())[: _OWN.get(asked.unit, 0)]
    return UNIT * (value.kind is asked.kinds[0]) + UNIT * (value.kind is Measured.SPAN and value.unit in own)
