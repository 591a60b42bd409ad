"""What a question asks of a rule: whether something may or must be done, what follows, who does it; and about what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from szassist.answer.reading.cues import asking
from szassist.answer.words import table
from szassist.answer.words.procedures import everyday, is_everyday
from szassist.answer.words.procedures import told as official_words
from szassist.query import Query
from szassist.schema import Language
from szassist.text.quantities import quantities

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9][a-z0-9.+%-]*")
_GREETING = re.compile("^(?:请问|你好|您好|想问一?下?|我想知道|问一?下)[,。 ]*")
_QUESTION = re.compile(r"[,。;?! ]+")
_DENIED = re.compile("不(?![一同论管])|没|未|别")
_NUMBER = re.compile(
    r"(?:\d+|[一二两三四五六七八九十百]+)(?:周岁|岁|年|个月|月|天|日|套|个|所|次|人|平方米|平方|元|万元|%|份|家|户|名|孩)"
)
_MONEY = re.compile("^(?:钱|资金|经费|费用)")
_COUNTED = re.compile("[个套所间处家份]")
_SO_MANY = re.compile(r"(?:\d+|[一二两三四五六七八九十])[个套所间处家份]")
_NOT = ("不", "没", "未", "没有")
_FOUR = 4  # characters of two words written as one


class Ruling(StrEnum):
    """What is asked of a rule."""

    PURPOSE = "purpose"  # why it was made
    SCOPE = "scope"  # whom and what it applies to
    MEANING = "meaning"  # what a word of it means
    PAYER = "payer"  # who pays, where the money comes from
    RESULT = "result"  # what follows, what is to be done then
    WHERE = "where"  # where to go, to whom
    ACTOR = "actor"  # who does it
    MUST = "must"  # whether it has to be done
    MAY = "may"  # whether it may be done
    WILL = "will"  # whether it happens


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a question says, and what texts say for it."""

    word: str
    told: re.Pattern[str]

    def held_by(self, text: str) -> bool:
        """Whether a folded text says it."""
        if self.told.search(text):
            return True
        return len(self.word) == _FOUR and self.word[:2] in text and self.word[2:] in text  # 易燃易爆 of 易燃、易爆


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about a rule: of what kind, the things said before its cue and those behind it."""

    ruling: Ruling
    before: tuple[Said, ...]
    behind: tuple[Said, ...]
    rest: str  # what stands beside the cue
    cue: str  # the words that ask
    number: str = ""  # a quantity that it names: 20年
    denied: bool = False  # asks of not doing something

    @property
    def said(self) -> tuple[Said, ...]:
        """All that it says."""
        return (*self.before, *self.behind)


@dataclass(frozen=True, slots=True)
class Told:
    """What the sentences of a rule say that answers a question of a kind."""

    forbids: re.Pattern[str]
    allows: re.Pattern[str]
    requires: re.Pattern[str]
    exempts: re.Pattern[str]
    limits: re.Pattern[str]
    result: re.Pattern[str]
    actor: re.Pattern[str]
    payer: re.Pattern[str]
    where: re.Pattern[str]
    purpose: re.Pattern[str]
    scope: re.Pattern[str]
    qualified: re.Pattern[str]
    conditional: re.Pattern[str]
    nouns: re.Pattern[str]


@cache
def told() -> Told:
    """The words of rules as the vocabulary file has them."""
    return Told(**{name: re.compile(one) for name, one in table("rulings")["told"].items()})


def asked_of_a_rule(query: Query) -> Asked | None:
    """What a question asks of a rule; None where it asks nothing of the kind."""
    folded = _GREETING.sub("", asking(query))
    for ruling, cue in _asks():
        if match := cue.search(folded):
            return _about(query, ruling, match)
    return None


def _about(query: Query, ruling: Ruling, cue: re.Match[str]) -> Asked:
    before, behind = cue.string[: cue.start()], cue.string[cue.end() :]
    rest = _QUESTION.sub(" ", f"{before} {behind}").strip()
    number = _NUMBER.search(rest)
    if query.language is Language.EN:
        named = tuple(_of_terms(query))
        return Asked(ruling, (), named, rest, cue[0], number[0] if number else "")
    if ruling is Ruling.PAYER and (money := _MONEY.search(cue[0])):  # 公租房的钱从哪来
        before += money[0]
    first, then = (tuple(said_in(_NUMBER.sub(" ", part), query)) for part in (before, behind))
    return Asked(ruling, first, then, rest, cue[0], number[0] if number else "", bool(_DENIED.search(rest)))


def _of_terms(query: Query) -> list[Said]:
    """The words of an English question by the official ones for them."""
    filler = _filler()
    return [
        Said(term.word, _any(tuple(map(re.escape, (term.word, *term.means)))))
        for term in query.terms
        if term.word not in filler and (term.means or term.weight > 0)
    ]


def said_in(text: str, query: Query) -> list[Said]:
    """The things that a folded text says, each with what official texts say for it; filler is left out."""
    names = {one.said: one.means[:3] for one in query.expansions if one.same and " " not in one.said}
    found: list[Said] = []
    pieces = _cut(text)
    for before, piece in zip(("", *pieces), pieces, strict=False):
        if piece in _NOT:
            continue
        if before in _NOT and not is_everyday(piece) and piece not in _filler():  # 不达标 is not what 达标 tells
            found.append(
                Said(before + piece, re.compile(f"[不未没非无](?:有|能|予)?[^,。;]{{0,4}}{re.escape(piece)}"))
            )
        elif official := official_words(piece):
            found.append(Said(piece, official))
        elif piece not in _filler():
            found.append(Said(piece, _any((re.escape(piece), *map(re.escape, names.get(piece, ()))))))
    return list({one.word: one for one in found}.values())


@lru_cache(maxsize=512)
def _cut(text: str) -> tuple[str, ...]:
    """A text as its everyday expressions, the longest first, and the words between them."""
    import rjieba

    found: list[str] = []
    at = 0
    for start, end in everyday(text):
        found += [word for run in _RUN.findall(text[at:start]) for word in rjieba.cut(run)]
        found.append(text[start:end])
        at = end
    return (*found, *(word for run in _RUN.findall(text[at:]) for word in rjieba.cut(run)))


def same_number(number: str, text: str) -> bool:
    """Whether a folded text has a quantity that a question names, however it is written."""
    return number in text or any(
        one.value == other.value and one.base == other.base
        for one in quantities(number)
        for other in quantities(text)
    )


def counted_like(number: str, text: str) -> bool:
    """Whether a folded text says of how many things it speaks, where a question names a number of things: 1套 for 两个."""
    return bool(_COUNTED.search(number) and _SO_MANY.search(text))


@cache
def _asks() -> tuple[tuple[Ruling, re.Pattern[str]], ...]:
    found = table("rulings")["asks"]
    return tuple((Ruling(name), _any(tuple(cues))) for name, cues in found.items())


@cache
def _filler() -> frozenset[str]:
    words = table("rulings")["filler"]
    return frozenset((*words["words"].split(), *words["english"].split()))


def _any(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))
