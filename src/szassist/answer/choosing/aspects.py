"""What a question wants to know about the thing it names: an act, a kind, a place; who only names the thing tells nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

from szassist.answer.choosing.bearing import Sentence
from szassist.answer.choosing.errands import asks_detail, tells_detail
from szassist.answer.choosing.match import THING, about, words
from szassist.answer.reading.cues import asking
from szassist.answer.reading.places import names_place
from szassist.answer.reading.terms import compounds, tells_little
from szassist.query import Intent, Query, Term
from szassist.schema import Language
from szassist.text.script import fold

ACT = 0.15  # what a word must tell of an act
WORD = 0.6  # the same of either word of an English one
HEAD = 0.9  # what the noun that closes a compound must tell to be missed
STRANGE = 0.95  # the same of the word before it, which no document has: 宠物 of 宠物医院
TALE = 24  # characters of a clause that tells a tale
NEIGHBOUR = 0.7  # what either of two words side by side must tell for both to be of a figure
HELD = 0.5  # how far a text holds a word that it has, and not only a piece of it
NAMED, FEW = 0.75, 5  # what a word must tell to be missed in a text, and how many words a short question has at most
KIND = 0.6  # what a noun must tell whose kind a question asks for
_SCOPE = ("城市", "全市", "社会", "国家", "公共", "政府", "市民", "居民", "群众")  # which tell of no kind
_NEXT = re.compile("(?:的|里|有|到底|究竟|一共|总共|要|共)*(?:(?:多少|几)[个名位家所座张间台辆万亿]*)?")
_STORY = re.compile(r"[,.;!?。]\s*(?=\S)")
_CLAUSES = re.compile("[,;。]")
_ABLE = re.compile(
    r"(?:能不能|可不可以|能否|可否)([^,。;?!]{1,12}?)(?=[吗么]?(?:$|[?？,。!]))"
    r"|(?:可以|(?<![智可功性职技潜节储效氢核才产热体动势机])能)([^,。;?!能]{1,12}?)(?:吗|(?:么|不|嘛)(?=$|[?？,。!]))"
    r"|(?:要不要|用不用|需不需要)([^,。;?!]{1,6})(?=$|[?？,。!])|(?<!只)(?:需要?|要|用)([^,。;?!要用]{2,4})(?:吗|么|不|嘛)(?=$|[?？,。!])"
)
_BETTER = re.compile("[点些更好快]|方便|便宜|放心|安心|舒服|改善|解决|缓解|保证|保障|达到|实现|完成")
_KIND = re.compile(
    r"(?:(?<![没无为凭])什么|(?<![没无为凭])啥|哪[种类款]|有没有|有冇)(?:样的?)?([\u4e00-\u9fff]{2,4})(?=$|[?？,。!呢啊呀的])"
)
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE)
_EXACT = (*_FIGURED, Intent.WHEN, Intent.OTHER)
_LISTS = r"[\u4e00-\u9fff]{{2}}{0}(?:[^、,;。]{{0,6}}、|等)|、[^、,;。的]{{2,}}{0}"
# Kinds of things whose names end in the word for the kind.
_NAMED = re.compile(
    r"哪(?:几|[二两三四五六七八九十]|\d{1,2})[个家所座条间处片]([\u4e00-\u9fff]{0,2}?)(村|小区|社区|街道|大学|学院|中学|小学|医院|公园|图书馆|博物馆|河|水库|站|地铁线|线路|隧道|大桥|湾|岛)"
)


_WHICH_EN = r"\bwhich (?:(?:of the )?(?:[\w-]+ ){{0,5}})(?:{0})\b"
_NAMED_EN = [
    (re.compile(_WHICH_EN.format(said)), kind)
    for said, kind in (
        ("schools|universities|unis|colleges", "(?:大学|学院|学校)"),
        ("neighbou?rhoods|villages|communities|streets", "(?:社区|街道|村|路)"),
        ("rivers|streams", "河"),
        ("stations|lines", "(?:站|线)"),
    )
]


class Told(Protocol):
    """What is said in a sentence, folded."""

    @property
    def text(self) -> str: ...


def lacks_kind(query: Query, lead: Told) -> bool:
    """Whether the best sentence lacks the noun whose kind is asked for, or whether there is any: 吃什么午餐, 有没有食堂."""
    asked = [match[1] for match in _KIND.finditer(fold(query.question))]
    nouns = [term for term in query.terms if term.weight >= KIND and any(one.startswith(term.word) for one in asked)]
    return any(not term.held_by(lead.text) for term in nouns)


def lacks_names(query: Query, text: str) -> bool:
    """Whether a sentence lists no places or schools, where the question asks which ones: 哪几个城中村, 哪几所大学."""
    folded = fold(query.question)
    asked = [(f"{match[1]}{match[2]}" if match[1] else "。", match[2]) for match in _NAMED.finditer(folded)]
    asked += [("。", kind) for told, kind in _NAMED_EN if told.search(folded)]
    return any(not re.search(_LISTS.format(kind), text.replace(said, "。")) for said, kind in asked)


def lacks_head(query: Query, lead: Told) -> bool:
    """Whether the best sentence holds one word of a compound and not the other: 电动 of 电动自行车, 医院 of 宠物医院, parks of
    dog parks.
    """
    found = [(at, term) for term in query.terms if (at := query.content.find(term.word)) >= 0]
    placed = sorted(found, key=lambda pair: pair[0])
    for (at, one), (behind, head) in pairwise(placed):
        between = query.content[at + len(one.word) : behind]
        held, head_held = one.held_by(lead.text) > 0, head.held_by(lead.text) > 0
        if query.language is Language.EN:
            joined = between in (" ", "-") and f"{one.word}{head.word}".isascii()
            missed = joined and min(one.weight, head.weight) >= WORD and held != head_held
        else:
            missed = not between and head.weight >= HEAD and held and not head_held
            strange = one.weight >= STRANGE and one.word not in query.places
            missed = missed or (not between and strange and head_held and not held)
        if missed:
            return True
    return False


def lacks_neighbour(query: Query, text: str) -> bool:
    """Whether a text that holds one of two words side by side, or of a thing and what of it is counted, lacks the other, which
    tells of what a figure is: 缺口 of 学位缺口, 研究员 of 实验室有多少研究员. Examples of a thing are none of it, and in a long
    tale, or where both are everyday words (带娃逛博物馆), what stands side by side need not belong together.
    """
    if (query.intent not in _FIGURED and not _is_bare(query)) or query.language is Language.EN:
        return False
    examples = {hint.word for hint in query.hints}
    told = [term for term in query.terms if term.weight >= NEIGHBOUR and term.word not in examples]
    clauses = (clause for clause in _STORY.split(asking(query)) if len(clause) <= TALE)
    return any(
        not (one.means and other.means) and (one.held_by(text) >= HELD) != (other.held_by(text) >= HELD)
        for clause in clauses
        for one, other in _side_by_side(clause, told)
    )


def _is_bare(query: Query) -> bool:
    """Whether a question is nothing but a compound of two words: 高考移民."""
    words = [term.word for term in query.terms]
    return query.intent is Intent.OTHER and len(words) == 2 and fold(query.question).strip("?。 ") == "".join(words)


def splits_compound(query: Query, text: str) -> bool:
    """Whether a text that speaks of the second of two nouns side by side lacks the first, which tells what kind of it is meant,
    where it is asked who answers for that: 证券交易 is no 数据交易.
    """
    return (
        query.intent is Intent.WHO
        and not query.before
        and any(
            one.word not in _SCOPE and not one.held_by(text) and other.held_by(text) > 0
            for one, other in compounds(query.content, query.terms)
        )
    )


def _side_by_side(clause: str, terms: Sequence[Term]) -> Iterator[tuple[Term, Term]]:
    """Those of the words that stand side by side in a clause, or with how many between them."""
    found = [(at, term) for term in terms if len(term.word) > 1 and (at := clause.find(term.word)) >= 0]
    for (at, one), (behind, other) in pairwise(sorted(found, key=lambda pair: pair[0])):
        end = at + len(one.word)
        if _NEXT.fullmatch(clause, end, max(behind, end)):
            yield one, other


def lacks_known(query: Query, text: str) -> bool:
    """Whether a text lacks a thing that a short English question names: women in what share goes to women researchers."""
    if query.language is not Language.EN or query.intent not in _EXACT or query.measure or len(query.terms) > FEW:
        return False
    return any(term.weight >= NAMED and not term.held_by(text) for term in query.terms)


def lacks_asked(query: Query, text: str) -> bool:
    """Whether a text lacks the act, the names or one of two words side by side that are asked for."""
    return lacks_act(query, text) or lacks_names(query, text) or lacks_neighbour(query, text)


def lacks_act(query: Query, text: str) -> bool:
    """Whether a sentence has nothing of what a question wants to know if one can do: 公园里能搭帐篷吗. What is only
    wished to be better or easier is no such act, nor what ends a story, and an official word of the place where it is done tells nothing of it.
    """
    folded = fold(query.question)
    if query.before or len(_STORY.split(folded)) > 1:
        return False
    acts = (next(filter(None, match.groups())) for match in _ABLE.finditer(folded))
    for act in (one for one in acts if not _BETTER.search(one)):
        within = [all(piece in act for piece in term.word.split()) for term in query.terms]
        done = [term for term, of_act in zip(query.terms, within, strict=True) if of_act and term.weight >= ACT]
        rest = [term for term, of_act in zip(query.terms, within, strict=True) if not of_act]
        own = {word for term in rest for word in (term.word, *term.means)}
        named = [word for word in words(act) if not tells_little(word) and word not in own]
        meant = (replace(term, means=tuple(word for word in term.means if word not in own)) for term in done)
        if done and not any(word in text for word in named) and not any(term.held_by(text) for term in meant):
            return True
    return False


def tells_asked(query: Query, one: Sentence) -> bool:
    """Whether a sentence tells of the places that the question names and the details it asks for, if any."""
    if _is_bare(query) and lacks_neighbour(query, f"{one.text} {one.place.section.title}"):
        return False
    return _tells_of_places(query, one) and tells_detail(query, one.text) and _tells_of_thing(query, one)


def _tells_of_thing(query: Query, one: Sentence) -> bool:
    """Whether a sentence that tells a detail which English asks for is of the thing itself: the place of one university."""
    if query.language is not Language.EN or not asks_detail(query):
        return True
    things = sorted((term for term in query.terms if term.weight >= THING), key=lambda term: -term.weight)
    return not things or things[0].held_by(one.text) > 0


def _tells_of_places(query: Query, one: Sentence) -> bool:
    """Whether a sentence tells of the places that the question names, or stands below headings that do."""
    path = fold(" ".join(one.place.document.section_path(one.span.start)))
    return all(names_place(path, place) or _tells_of(query, one.text, place) for place in query.places)


def _tells_of(query: Query, text: str, place: str) -> bool:
    """Whether a clause that names a place holds something else that the question speaks of."""
    things = [term for term in about(query) if term.weight >= THING]
    clauses = [clause for clause in _CLAUSES.split(text) if names_place(clause, place)]
    return any(not things or any(term.held_by(clause) for term in things) for clause in clauses)
