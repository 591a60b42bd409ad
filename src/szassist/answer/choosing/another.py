"""Whether a row tells another thing than a question asks for: of another whole or part, in another measure."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from szassist.answer.choosing.errands import does_errand
from szassist.answer.choosing.match import (
    fields,
    is_count,
    lacks_name,
    of_another_measure,
    of_base,
    total_asked,
)
from szassist.answer.choosing.measures import HOW_MANY, SHARE, answers_measure
from szassist.answer.choosing.narrower import only_planned
from szassist.answer.ground.inventory import Series, Subject
from szassist.answer.reading import beside
from szassist.answer.reading.cues import asking, cues
from szassist.answer.words import table
from szassist.query import Intent, Query, Term
from szassist.schema import FactKind, Language
from szassist.text.pinyin import letters
from szassist.text.quantities import is_change, measure

# Weight of a word that makes what stands beside it another thing: 老师 of 幼儿园老师, and before it: 厨余 in 厨余垃圾.
TELLING, MODIFYING = 0.5, 0.3
SCRAP = 0.4  # how far a word is held that shares but some characters: 水产品 of 农产品
COUNTED = 0.3  # the same of a word for what is counted
_JOINT = re.compile(r"(?:[里中上]?面?[的之]|[内外])?")
_WITHIN = re.compile(r"[数量]?的?(?:里[面头]?|当中|之中|其中|中间|入面|中(?![小学心国央长期医高级]))的?")
_CHANGE = re.compile("增(?!加值)|[升涨降减]|提高|grow|rise|fall|increase|(?:re)?duc")
_GAINED = re.compile("新增|净增|每年(?:增加|多)")
_RATE = re.compile(r"([\u4e00-\u9fff]{2})(?<!比)率(?!先|领)")
_OF_UNIT = re.compile(r"[局委办院署队会](?:里|现在|目前|一共|总共|到底|大概|现|共)*有(?:多少|几)")
_SEXES = tuple(
    (re.compile(rf"{one}(?!{other})(?:[性人生士的]|职工|同胞|居民|市民)|\b(?:{english})\b"), re.compile(told))
    for one, other, english, told in (
        ("男", "女", "men|males?|boys?", "男"),
        ("女", "儿", "wom[ae]n|females?|girls?", "[女妇母]|孕产"),
    )
)
_OF_AGE = re.compile(r"(\d+周?岁)(?:及?以[上下内])?(?:的(?!目标|要求|标准|水平|寿命|预期)|[老居人群])|(\d0后)")
_ADDED = re.compile("新增|新建|新改扩建")
_IN_ALL = re.compile("(?:总共|一共|总计|合计|拢共)(?:就|是|能)?有(?:了)?(?:多少|几)(?!.*[新增加])|总数(?:是|有|为)")
_EACH_AREA = re.compile(r"每(?:个|一个)?(?:区|街道|社区|镇|县)")
_SPENT = re.compile(r"\b(?:spend|spends|spent|spending|expenditures?|outlays?)\b")
_AREA = re.compile(r"[区县镇]|街道|每|各|\b(?:district|county|counties|town|community|communities|each|every)")


def is_another(query: Query, series: Series) -> bool:
    """Whether a series lacks a name or the whole that the question holds, is a ratio where a total or only its base is
    asked for, tells of each district where the city is asked about, or is counted or measured otherwise.
    """
    subject = series.subject
    units = [fact.unit for fact in series.facts]
    money = "多少钱" if any("元" in unit for unit in units) else ""
    measures = " ".join(measure(unit)[1] for unit in units)
    text = f"{subject.name} {subject.said} {subject.around} {measures} {money}"
    return (
        lacks_name(query, text)
        or of_another_measure(query, series)
        or _of_the_city(query, series)
        or not does_errand(query, text)
        or total_asked(query, f"{subject.name} {' '.join(units)}")
        or all(of_base(query, name) for name in subject.name.split(" "))
        or bool(_EACH_AREA.search(subject.name) and not _AREA.search(f"{query.before} {asking(query)}"))
        or _of_a_part(query, subject)
        or lacks_part(query, text)
        or _of_another_rate(query, text)
        or _of_a_sibling(query, subject)
        or lacks_neighbour(query, subject)
        or lacks_share(query, subject)
        or _only_grows(query, series)
        or _lacks_increase(query, series)
        or beside.tells_another(query, subject, units)
        or _only_counts(query, series)
        or only_planned(query, series)
        or _lacks_counted(query, subject)
        or not any(answers_measure(query, unit, subject.name) for unit in units)
    )


def _of_a_part(query: Query, subject: Subject) -> bool:
    """Whether a row tells of a part (公办) where the whole is asked for that the question before named the part of, or of
    what is added where a question asks how many there are in all.
    """
    added = _ADDED.search(subject.name) and _IN_ALL.search(asking(query))
    return bool(added) or (query.whole and bool(cues().part.search(subject.name)))


def _of_the_city(query: Query, series: Series) -> bool:
    """Whether rows tell the state of the city where a question is about a unit of government: its staff."""
    about_unit = bool(query.units) and (query.language is Language.EN or bool(_OF_UNIT.search(asking(query))))
    return about_unit and all(fact.kind is FactKind.STATUS for fact in series.facts)


def lacks_part(query: Query, text: str) -> bool:
    """Whether `text` speaks only of a whole of which the question names a part (进出口 of 进口, 中小学 of 小学), or of the
    opposite of what it names (收入 of 支出), or of all where it names men or women.
    """
    asked = asking(query)
    if query.language is Language.EN:
        spent = " 支出" if _SPENT.search(asked) else ""
        asked = " ".join(word for term in query.terms for word in term.means) + spent
    for whole, parts in _wholes():
        named = [part for part in parts if part in asked.replace(whole, " ")]
        if (
            named
            and whole in text
            and whole not in asked
            and not any(part in text.replace(whole, " ") for part in named)
        ):
            return True
    if any(said.search(asking(query)) and not told.search(text) for said, told in _SEXES):
        return True
    if any((match[1] or match[2]) not in text for match in _OF_AGE.finditer(asking(query))):
        return True
    for kinds in _opposites():
        named = [kind for kind in kinds if kind in asked]
        if named and any(kind in text for kind in kinds) and not any(kind in text for kind in named):
            return True
    return False


def lacks_neighbour(query: Query, subject: Subject) -> bool:
    """Whether something lacks a telling word that stands right before or behind one it holds: a row about 生活垃圾 is none
    about 厨余垃圾, nor one about 幼儿园 about 幼儿园老师.
    """
    if query.language is Language.EN:
        return False
    return any(
        (not other.word.startswith("每") and _lacks(one, subject, MODIFYING) and _is_joined(other, subject.name, 0))
        or (
            _lacks(other, subject, COUNTED if one.word.startswith("每") else TELLING)
            and _is_joined(one, subject.name, -1)
        )
        for one, other in _beside(query)
    )


def _is_joined(term: Term, name: str, end: int) -> bool:
    """Whether a word that a name holds makes a compound with what stands before (`end` 0) or behind it (-1): it stands in the name
    itself, or the word at that end of it is no verb, as in 逛博物馆.
    """
    import rjieba

    if term.word in name or not term.held_by(name):
        return term.word in name
    return not any(part.startswith("v") for _, part in rjieba.tag(rjieba.cut(term.word, False)[end]))


def lacks_share(query: Query, subject: Subject) -> bool:
    """Whether the question asks for a part of what a subject is about, by a word that it lacks: 零售总额里网上的占多少."""
    asked = asking(query)
    wholes = [
        found.end()
        for term in query.terms
        if term.word in asked and term.held_by(subject.name) > 0
        for found in [_WITHIN.match(asked, asked.find(term.word) + len(term.word))]
        if found
    ]
    return any(
        _lacks(term, subject, COUNTED) for start in wholes for term in query.terms if term.word in asked[start:]
    )


def _lacks_increase(query: Query, series: Series) -> bool:
    """Whether the question asks how many are added and the rows tell how many there are."""
    there_are = all(fact.kind is FactKind.STATUS and not is_change(fact.comparator_word) for fact in series.facts)
    return there_are and bool(_GAINED.search(asking(query))) and not _GAINED.search(series.subject.said)


def _only_grows(query: Query, series: Series) -> bool:
    """Whether rows tell only by how much something grows where the question asks what share it has."""
    asked = asking(query)
    return bool(
        SHARE.search(asked)
        and not _CHANGE.search(asked)
        and all(is_change(fact.comparator_word) for fact in series.facts)
    )


def _only_counts(query: Query, series: Series) -> bool:
    """Whether rows tell only how many there are of what an English question asks whether it is going to do something."""
    if query.language is not Language.EN or query.intent is not Intent.WHETHER or query.asserted:
        return False
    counts = all(fact.kind is FactKind.STATUS and is_count(fact.unit) for fact in series.facts)
    return counts and beside.is_planned(asking(query))


def _of_a_sibling(query: Query, subject: Subject) -> bool:
    """Whether a heading names a word of the question beside another that alone is in the row's name: 药品抽检合格率 is not
    told by the row about 食品 under 食品药品安全.
    """
    asked, own = asking(query), f"{subject.name} {subject.said}"
    siblings = [
        sibling
        for term in query.terms
        if term.weight >= TELLING and term.word > "\u3000" and not term.held_by(own)
        for match in re.finditer(rf"(?:(..)[、和与及]?)?{re.escape(term.word)}(?:[、和与及]?(..))?", subject.around)
        for sibling in match.groups()
        if sibling
    ]
    return any(sibling in subject.name and sibling not in asked for sibling in siblings)


def _of_another_rate(query: Query, text: str) -> bool:
    """Whether the question names a rate by a word that `text` does not have: 管理率 is not told by a 死亡率."""
    held = [term.word for term in query.terms if term.means and term.held_by(text) > 0]
    told = {letters(rate) for rate in _RATE.findall(text)}  # 楼损率 is heard for 漏损率
    rates = [rate for rate in _RATE.findall(asking(query)) if rate in query.content and letters(rate) not in told]
    return any(rate not in text and not any(rate[-1] in word for word in held) for rate in rates)


def _lacks_counted(query: Query, subject: Subject) -> bool:
    """Whether the question asks how many of something there are that a subject does not speak of: 学院招多少学生."""
    folded = asking(query)
    behind = [match.end() for match in HOW_MANY.finditer(folded)]
    counted = (term for term in query.terms if any(folded.startswith(term.word, at) for at in behind))
    return any(_lacks(term, subject, COUNTED) for term in counted if len(term.word) > 1)


def _beside(query: Query) -> list[tuple[Term, Term]]:
    """The words of a question that stand side by side, or joined by 的."""
    found = [(query.content.find(term.word), term) for term in query.terms]
    placed = sorted(((at, term) for at, term in found if at >= 0), key=lambda pair: pair[0])
    return [
        (one, other)
        for (at, one), (behind, other) in pairwise(placed)
        if _JOINT.fullmatch(query.content, at + len(one.word), max(behind, at + len(one.word)))
    ]


def _lacks(term: Term, subject: Subject, least: float = TELLING) -> bool:
    """Whether a word of at least the weight `least` is nowhere in a subject; one that tells much, nor most of it."""
    if len(term.word) == 1 and term.word > "\u3000":  # half of a word that was cut apart: 岗 of 在岗
        return False
    if len(term.word) > 2 and term.word.endswith("级") and term.word[:-1] in subject.name:  # 国家级 of 国家
        return False
    scrap = SCRAP if term.weight >= TELLING else 0.0
    if term.weight < least or any(term.held_by(text) > scrap for text, _ in fields(subject)):
        return False
    return len(term.word) == 1 or letters(term.word) not in letters(subject.name)  # 官网 is heard for 管网


@cache
def _wholes() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words that name a whole, each with the parts it names."""
    return tuple((whole, tuple(parts)) for whole, parts in table("parts")["wholes"].items())


@cache
def _opposites() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(kinds.split()) for kinds in table("parts")["opposites"]["kinds"])
