"""How well something fits a question: which part of the question's words it holds, and how much of its name is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from szassist.answer.ground.inventory import Series, Subject
from szassist.answer.ground.vocabulary import Vocabulary
from szassist.answer.reading.cues import asking
from szassist.answer.reading.terms import LEAST
from szassist.answer.words.english import same_measure
from szassist.query import Asserted, Intent, Query, Term
from szassist.schema import Language
from szassist.text.english_phrases import stems
from szassist.text.quantities import is_change, measure, quantities
from szassist.text.script import fold

SAID, AROUND = 0.95, 0.6  # what a word counts that stands in the text or above it, and not in the name
MODIFIER = 0.6  # weight of a word that makes a difference between indicators
ENGLISH = 0.8  # what the words of an English name count beside those of the Chinese one
COVERED = 0.6  # what a text holds of an expression that lacks the official word in it: 城中村 of 自建房排查
THING = 0.25  # what a word must tell to be one of the things a question speaks of
FOUND = 0.6  # part of the question's weight that must be held for an answer
_PER = re.compile(
    r"(?:每一?|/|平均一?)(?:[百千万十亿]|\d[\d,]*)+(?:名|个)?(?:人|户)"
    r"|\bper (?:[\d,]+|hundred|thousand|ten thousand|million) (?:people|persons|residents|inhabitants|households)"
)
_TOTAL = re.compile(
    r"加起来|拢共|统共|总数|总[量和]|(?:多少|几[十百千]?)[万亿](?!分)|总共|一共|全市(?:有|共|的)?(?:多少|几)|合计|全部"
)
_EACH_ONE = re.compile("人均|平均(?:每|一)(?:天|日|年|个?月)?每?一?个?人|(?:每|一)个?人(?:每|一)(?:天|日|年|个?月)")
_EACH_HOME = re.compile("户均|每一?户|(?:每|一)家(?:子|人|人子)?(?:每|一)(?:年|个?月)")
_OF_ONE = re.compile("人均|每[百千万十]*人|个人|/人|寿命|工资|标准.*元/月")
# What a ratio is measured by: 占GDP比重, 万元GDP…, 每千人…
_BASE = re.compile(r"占[^占]{2,12}(?=比重|比例|比率)|(?:单位|[万亿]元)(?:gdp|地区生产总值|国内生产总值|工业增加值)")
_OF_PEOPLE = re.compile(r"每[百千万十亿]+(?:名|个)?(?:人口?|户)")
_HOW_MANY = re.compile(
    r"(?:多少|几多?)(?:个(?!百分|月|小时)|[家所座项名位间处条辆艘台套人册张件](?!率|均|口|才))|how many (?!percent|years|hours|square|sq|cubic|ki?lo|km|met|hectares?|tonnes?|tons?|micrograms?|yuan|minutes|days)"
)
_OF_WHOM = re.compile(
    r"[人者员师生民童户]有(?:多少|几)(?=$|[?,。; 呢啊呀吗])|(?:企业|公司|学校|医院|机构)有(?:多少|几)(?=$|[?,。; 呢啊呀吗])"
)
_OF_A_WHOLE = re.compile(r"how many of (?:the|all)\b|\b(?:per ?cent|percentages?|proportion|share|fraction)\b")
_OF_SO_MANY = re.compile(r"每[百千万十亿\d]|\bper (?:[\d,]+|hundred|thousand|million)")
_AMOUNT = re.compile(r"[%‰元米克吨升亩瓦]|公里|公顷|百分点|倍|年|岁|小时|分钟|天|分贝")
_RANK = re.compile(r"\d+强|百强")  # 世界500强企业
_CAPITALS = re.compile(r"\b(?:of|at|by|from|for|does|did|has) ([A-Z][a-z]{2,})\b|\b([A-Z]{3,6})\b")
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9.]+")
_FILLER = re.compile(r"全市|我市|本市|全省|深圳|的|达到|年均|总体|数量|数")


@dataclass(frozen=True, slots=True)
class Fit:
    """How a candidate fits: `covered` is the held part of the question's weight, `named` the asked part of its name."""

    covered: float
    named: float
    score: float


def coverage(terms: Sequence[Term], *fields: tuple[str, float]) -> float:
    """Which part of the weight of `terms` the fields hold; each field is a text with what a word in it counts."""
    total = sum(term.weight for term in terms)
    if not total:
        return 0.0
    return sum(term.weight * max(worth * term.held_by(text) for text, worth in fields) for term in terms) / total


def specific(terms: Sequence[Term], text: str, vocabulary: Vocabulary) -> float:
    """As `coverage` of one text, but an official word tells no more than it is rare: of a question about a 棋牌室,
    麻将馆 holds more than 噪声 does, and of one about 自建房排查 what names 自建房.
    """
    total = sum(term.weight for term in terms)
    return sum(_told(term, text, vocabulary) for term in terms) / total if total else 0.0


def _told(term: Term, text: str, vocabulary: Vocabulary) -> float:
    """The weight of a word as far as the text holds it."""
    held = term.weight * term.held_by(text)
    if not held or term.word in text:
        return held
    named = [word for word in term.means if word in term.word and vocabulary.knows(word)]
    if named and not any(word in text for word in named):
        held *= COVERED
    rarities = [vocabulary.rarity(word) for word in term.means if word in text]
    return min(held, LEAST + (1 - LEAST) * max(rarities)) if rarities else held


def fields(subject: Subject) -> tuple[tuple[str, float], ...]:
    """The texts of a subject with what a word in each counts."""
    return (subject.name, 1.0), (subject.said, SAID), (subject.around, AROUND), (subject.english, SAID)


def named(name: str, query: Query, vocabulary: Vocabulary) -> float:
    """Which part of the weight of a name the question says, itself or by what it means: by the name's words or by its
    pairs of characters, whichever is more.
    """
    asked = _said(query)
    bare = _FILLER.sub(" ", name)
    pairs = [a + b for run in _RUN.findall(bare) if run > "\u3000" and len(run) > 1 for a, b in pairwise(run)]
    whole = [run for run in _RUN.findall(bare) if run <= "\u3000" or len(run) == 1]
    return max(_share((*pairs, *whole), asked, vocabulary), _share(words(bare), asked, vocabulary))


def spelt(name: str, query: Query) -> float:
    """Which part of the characters of a name the question says, at least two together, itself or by what it means."""
    asked = _said(query)
    bare = _FILLER.sub(" ", name)
    told = {
        at + step
        for at, pair in enumerate(map("".join, pairwise(bare)))
        for step in (0, 1)
        if " " not in pair and pair in asked
    }
    return len(told) / (len(bare) - bare.count(" ") or 1)


def _said(query: Query) -> str:
    """What a question says, with the official words for it."""
    words = (word for term in (*query.terms, *query.hints) for word in (term.word, *term.means[:3]))
    asked = fold(query.question) if query.before else asking(query)
    return " ".join((asked, query.before, query.content, *words))


def _named_in_english(subject: Subject, query: Query) -> float:
    """Which part of the words of its English names the question says, in any form."""
    own = subject.english.split()
    asked = stems(query.question, derived=True)
    return sum(stem in asked for stem in own) / len(own) if own else 0.0


def _share(pieces: Sequence[str], asked: str, vocabulary: Vocabulary) -> float:
    weights = [(vocabulary.rarity(piece), piece in asked) for piece in pieces]
    total = sum(weight for weight, _ in weights)
    return sum(weight for weight, said in weights if said) / total if total else 0.0


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of `text`, without single characters."""
    import rjieba

    found: list[str] = rjieba.cut(text)
    return tuple(word for word in found if len(word) > 1)


def fit(query: Query, subject: Subject, vocabulary: Vocabulary) -> Fit:
    """How `subject` fits the words of `query`; hints only tip the scales."""
    covered = coverage(query.terms, *fields(subject))
    share = max(named(name, query, vocabulary) for name in subject.name.split(" ") or [""])
    if query.language is Language.EN:
        share = max(share, ENGLISH * _named_in_english(subject, query))
    hinted = sum(
        term.weight * max(term.held_by(text) * worth for text, worth in fields(subject)) for term in query.hints
    )
    return Fit(covered, share, covered + 0.4 * share + 0.4 * hinted)


def about(query: Query) -> Sequence[Term]:
    """The words of the question but for the places it names, which tell where and not what, unless it has no others."""
    return [term for term in query.terms if term.word not in query.places] or query.terms


def lacks_modifier(query: Query, subject: Subject) -> bool:
    """Whether the name of something lacks a word that the question has amid words it holds: 实用新型 in
    每万人实用新型专利拥有量 makes it another indicator.
    """
    holds = [(query.content.find(term.word), term) for term in query.terms]
    placed = sorted(((at, term) for at, term in holds if at >= 0), key=lambda pair: pair[0])
    for before, (at, term), after in zip(placed, placed[1:], placed[2:], strict=False):
        joined = before[0] + len(before[1].word) == at and at + len(term.word) == after[0]
        if joined and term.weight >= MODIFIER and not _anywhere(term, subject):
            return _anywhere(before[1], subject) and _anywhere(after[1], subject)
    return False


def lacks_name(query: Query, text: str) -> bool:
    """Whether `text` lacks a name that a question holds: in Chinese in Latin letters or digits (PM10, 6G; target tells too little), or of somebody;
    in English an unknown one in capitals (LGBT, Tencent), where not all of the question is, and one with a number (bus 104).
    """
    if query.language is Language.EN:
        loud = query.question.istitle() or query.question.isupper()
        names = {name.lower() for found in _CAPITALS.findall(query.question) for name in found if name and not loud}
        return any(
            (term.proper or (term.word in names and not term.means)) and not term.held_by(text)
            for term in query.terms
        )
    ranks = _RANK.findall(query.content)
    return any(rank not in text for rank in ranks) or any(
        (term.proper or (term.word < "\u3000" and not (term.means and term.weight < THING)))
        and not term.held_by(text)
        for term in query.terms
    )


def of_base(query: Query, name: str) -> bool:
    """Whether the question speaks only of what an indicator is measured by: GDP is not what 万元GDP用水量 tells."""
    of_people = [] if _PER.search(asking(query)) else _OF_PEOPLE.finditer(name)
    bases = [match.span() for match in (*_BASE.finditer(name), *of_people)]
    if not bases:
        return False
    rest = "".join(char for at, char in enumerate(name) if not any(start <= at < end for start, end in bases))
    held = [term for term in query.terms if term.held_by(name) > 0]
    told = [name[start:end] for start, end in bases]
    return bool(held) and all(
        term.held_by(rest) == 0 and any(term.held_by(base) > 0 for base in told) for term in held
    )


def total_asked(query: Query, name: str) -> bool:
    """Whether the question asks for a total and `name` is a share of people (每万人), or the other way round; or for what one
    person has, and `name` is of all, or a household, and `name` is of one person.
    """
    folded = asking(query)
    if (_EACH_ONE.search(folded) and not _OF_ONE.search(name)) or (_EACH_HOME.search(folded) and "人均" in name):
        return True
    per, asked = _PER.search(name), _PER.search(folded)
    return bool(asked) if not per else bool(not asked and _TOTAL.search(folded))


def is_ratio(query: Query, name: str) -> bool:
    """Whether `name` is so many for so many people (每万人) and the question asks for no such thing."""
    return bool(_PER.search(name)) and not _PER.search(asking(query))


def _anywhere(term: Term, subject: Subject) -> bool:
    return any(term.held_by(text) > 0 for text, _ in fields(subject))


def count_asked(query: Query) -> bool:
    """Whether the question asks how many there are of something that is counted, and not of so many or of a whole: 多少家,
    how many, but not how many of the beds, nor how many days as a percentage.
    """
    folded = asking(query)
    counts = _HOW_MANY.search(folded) or _OF_WHOM.search(folded)
    return bool(counts) and not (_OF_SO_MANY.search(folded) or _OF_A_WHOLE.search(folded))


def is_count(unit: str) -> bool:
    """Whether figures in `unit` count something: 家, 个, 万人; shares, lengths, sums of money and the like do not."""
    return not _AMOUNT.search(measure(unit)[1])


def of_another_measure(query: Query, series: Series) -> bool:
    """Whether an English question names a measure that no row of the series is in: square metres of a share of land."""
    asked = query.measure if query.language is Language.EN else ""
    return bool(asked) and not any(same_measure(asked, measure(fact.unit)[1]) for fact in series.facts)


def in_name(said: Asserted, name: str) -> bool:
    """Whether a figure that a question states is one that a folded name has: 三百一十条 of 310条河流."""
    stated = [(one.value, one.base) for one in quantities(said.text)]
    return said.text in name or any((one.value, one.base) in stated for one in quantities(name))


def _grows(series: Series) -> bool:
    """Whether rows say by how much something moves, and not where it stands."""
    return all(is_change(fact.comparator_word) for fact in series.facts)


def fit_series(query: Query, series: Series, vocabulary: Vocabulary) -> Fit:
    """How a series of rows fits: its words, and whether it has the year, the kind and the measure that are asked for."""
    base = fit(query, series.subject, vocabulary)
    bonus = 0.0
    if query.years and any(fact.year in query.years for fact in series.facts):
        bonus += 0.08
    if query.kind and any(fact.kind is query.kind for fact in series.facts):
        bonus += 0.06
    if query.intent is Intent.DIFFERENCE and len(query.years) < 2 and _grows(series):
        bonus += 0.13
    if query.measure and any(measure(fact.unit)[1] == measure(query.measure)[1] for fact in series.facts):
        bonus += 0.15
    if any(in_name(said, series.subject.name) for said in query.asserted):
        bonus += 0.15
    return Fit(base.covered, base.named, base.score + bonus)
