"""What plans seldom tell: how an errand is run, who a person or a contractor is, what is the case today."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache

from szassist.answer.reading.cues import asking
from szassist.answer.words import table
from szassist.query import Query
from szassist.text.script import fold

# What a story says of a cost or the like; nobody asks how much it is.
_COMPLAINED = re.compile(
    r"[\u4e00-\u9fff]{2}(?:实在|真的?|这么|那么|太|越来越|又|老是?|一直|年年|月月|天天|都|要)*(?:贵(?!吗|不贵|么)|涨价?(?=[,。;]|$|得|了(?![吗没么不]))|降不下来|吃不消|[交付出掏]不起)|乱(?:收费|罚款|收钱|涨价)"
)

NAMES = 0.3  # what a word must tell to name what a clause is about
_CLAUSE = re.compile("[^,、;。]+")


def asks_errand(query: Query) -> bool:
    """Whether a question is about an errand (办理, 预约, 票价) or a detail, which plans seldom speak of."""
    folded = query.asks or fold(query.question)
    english = bool(_in_english().search(folded))
    return english or asks_detail(query) or bool(_asked_words(folded))


def does_errand(query: Query, text: str) -> bool:
    """Whether a text speaks of what an errand needs (办理, 票价) and tells a detail (中标), where the question asks for one."""
    folded = _own_words(query)
    return (
        not _in_english().search(folded)
        and all(word in text or _meant(query, word, text) for word in _asked_words(folded))
        and _tells_all(folded, text)
    )


def tells_detail(query: Query, text: str) -> bool:
    """Whether a sentence tells each detail that a question asks for: what it costs is not told by the sentence beside it."""
    folded = _own_words(query)
    return _tells_all(folded, text) and all(
        any(
            told.search(clause) and any(term.held_by(clause) for term in query.terms if term.weight >= NAMES)
            for clause in _CLAUSE.findall(text)
        )
        for asked, told in _shared()
        if asked.search(folded)
    )


def _own_words(query: Query) -> str:
    """The folded words that ask, with what a message says behind them (要几天); all of it, where a question goes on from another
    one of it.
    """
    whole = fold(query.question)
    if query.before == whole:
        return whole
    return whole[whole.find(query.asks) :] if query.asks and query.asks in whole else query.asks or asking(query)


def _tells_all(folded: str, text: str) -> bool:
    """Whether a text tells each detail asked for, and its figures for what they are asked."""
    told_for = (told.search(text) for asked, told in _shared() if asked.search(folded))
    return all(told_for) and all(_tells(match, told, text) for match, told in _asked_details(folded))


def _tells(match: re.Match[str], told: re.Pattern[str] | None, text: str) -> bool:
    """Whether a text tells a detail: it has the office or the act that the question names, else words that tell one."""
    if named := [name for name in match.groupdict().values() if name]:
        return all(name in text for name in named)
    return bool(told and told.search(text))


def _meant(query: Query, word: str, text: str) -> bool:
    """Whether a text has the official name of an expression that holds the word: 碳普惠 of 低碳有奖励."""
    return any(
        word in term.word and term.word != word and any(one in text for one in term.means) for term in query.terms
    )


@lru_cache(maxsize=64)  # asked of every text that may answer a question
def _asked_words(folded: str) -> tuple[str, ...]:
    """The words of errands in a question, but for what it complains of: 电费太贵,…."""
    told = _COMPLAINED.sub(" ", folded)
    return tuple(word for word in _words() if word in told)


@lru_cache(maxsize=64)
def _asked_details(folded: str) -> tuple[tuple[re.Match[str], re.Pattern[str] | None], ...]:
    """Where a question asks for details, each with how a text says that tells it."""
    return tuple(
        (match, told)
        for asked, told, unless in _details()
        if (match := asked.search(folded)) and not (unless and unless.search(folded))
    )


def asks_detail(query: Query) -> bool:
    """Whether a question asks for a detail: a person, a contractor, an hour, a procedure, or the state of a day or month."""
    return bool(_asked_details(_own_words(query)))


def without_detail(query: Query) -> Query:
    """The question without the words that ask for a detail, for what stands nearest to it."""
    folded = fold(query.question)
    for asked, _, _ in _details():
        folded = asked.sub(" ", folded)
    left = tuple(term for term in query.terms if term.word in folded)
    return replace(query, question=folded, clause="", terms=left or query.terms[:-1])  # 院长 of 儿童医院院长


def asks_moment(query: Query) -> bool:
    """Whether a question asks for the state of a day, a week, a month or part of a year: 今天空气怎么样."""
    return bool(_details()[0][0].search(fold(query.question)))


@cache
def _words() -> frozenset[str]:
    return frozenset(table("parts")["errands"]["words"])


@cache
def _in_english() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('parts')['errands']['english'])})\b")


@cache
def _details() -> tuple[tuple[re.Pattern[str], re.Pattern[str] | None, re.Pattern[str] | None], ...]:
    """How each detail is asked for, how a text says that tells it, and with what else no detail is asked for; the moment first."""
    found = table("parts")["details"]
    return tuple(
        (re.compile("|".join(one["asked"])), _pattern(one["told"]), _pattern(one.get("unless", "")))
        for one in (found["moment"], *(found[name] for name in found if name != "moment"))
    )


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words) if words else None


@cache
def _shared() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """For what figures are asked in English (per household), each with how a text says it."""
    return tuple((re.compile(asked), re.compile(told)) for asked, told in table("parts")["shared"].values())
