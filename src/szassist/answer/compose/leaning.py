"""Which way a question says that a figure goes, held against the rows: the bound that it puts on it (18以上), and whether it
rises or falls.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.words import table
from szassist.answer.words.english import figures
from szassist.answer.words.phrases import phrase
from szassist.query import Asserted, Intent, Query
from szassist.schema import Comparator, Fact, FactKind, Language, Status
from szassist.text.english import english_name
from szassist.text.quantities import is_change, measure, quantities
from szassist.text.script import fold, for_reader, has_chinese

_OPPOSITE = {Comparator.AT_LEAST: Comparator.AT_MOST, Comparator.AT_MOST: Comparator.AT_LEAST}
_AT_ANY_RATE = re.compile("控|限制在|压")  # 控制在99% may be said of either bound
_IN_DOUBT = re.compile(r"([\u4e00-\u9fff])[不没](?=\1)")  # 会不会 turns nothing round
_BEHIND = r"(?=[到至了成为咗于]|[吗么吧呢嘛咩㗎的]*(?:$|[,。;?!\s])|[是对]|\d|约|一半)"  # 提升空气质量 is said of something else
_OPEN = re.compile(
    r"多少|几|谁|哪|什么|啥|怎|咋|如何|何时|点样|为何|还是|\b(?:how|what|which|who|when|where|why|or|whether)\b"
)
_HEARD = re.compile(
    r"听说|听讲|据说|以为|记得|觉得|印象|都说|有人说|网上说|说是|应该|\b(?:thought|heard|read|told|assume)\b"
)
_NEAR = 10  # characters before a figure in which a word that bounds it may stand


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of `[leaning]` in `words/question.toml`."""

    bounds: tuple[tuple[Comparator, re.Pattern[str], re.Pattern[str]], ...]  # right before a figure, right behind it
    turned: re.Pattern[str]
    rises: re.Pattern[str]
    falls: re.Pattern[str]


@cache
def _words() -> _Words:
    found = {name: "|".join(f"(?:{one})" for one in some) for name, some in table("question")["leaning"].items()}
    least = (re.compile(f"(?:{found['least_before']})$"), re.compile(found["least_after"]))
    most = (re.compile(f"(?:{found['most_before']})$"), re.compile(found["most_after"]))
    return _Words(
        ((Comparator.AT_LEAST, *least), (Comparator.AT_MOST, *most)),
        re.compile(rf"(?:{found['turned']})\s?$"),
        re.compile(found["rises"]),
        re.compile(found["falls"]),
    )


def set_against(
    query: Query, said: Asserted, right: Sequence[Fact], rows: Sequence[Fact], material: Material
) -> Draft | None:
    """What rows say that have a stated figure, after the bound or the movement of the question that they do not bear; no
    word of consent where they leave open whether it rises or falls; None where nothing speaks against it.
    """
    fact, language = right[0], query.language
    wrong, shown = _contrary_bound(query, said, fact), [fact]
    claimed, word = _claimed(asking(query), right)
    if not wrong and claimed:
        actual, before = _moved(fact, rows, query.years)
        wrong = word if actual == -claimed else ""
        shown = [*([before] if wrong and before else []), fact]
        if not actual and fact.comparator is (Comparator.AT_MOST if claimed > 0 else Comparator.AT_LEAST):
            return Draft(Status.ANSWERED, (material.of_fact(fact, language),), (fact,))
    if not wrong:
        return None
    told = (material.of_fact(one, language) for one in shown)
    return Draft(Status.ANSWERED, (_denied(query, wrong), *dict.fromkeys(told)), tuple(shown))


def with_movement(query: Query, draft: Draft, material: Material) -> Draft:
    """`draft` with a word before it on whether the figure rises or falls as the question says (2030年会涨吧), and the row it
    starts from; as it is where the question does not say, or the rows do not.
    """
    asked = asking(query)
    sure = query.intent is Intent.WHETHER or _HEARD.search(fold(query.question))
    if draft.status is not Status.ANSWERED or query.asserted or not draft.facts or not sure or _OPEN.search(asked):
        return draft
    claimed, word = _claimed(asked, draft.facts)
    series = [one for one in material.inventory.series if set(draft.facts) <= set(one.facts)]
    if not claimed or not series:
        return draft
    last = max(query.years, default=0)
    fact = max(draft.facts, key=lambda one: (one.year == last, one.kind is not FactKind.STATUS, one.year or 0))
    actual, before = _moved(fact, series[0].facts, query.years)
    if not actual or before is None:
        return draft
    right = Statement(phrase(query.language, "claim_right"))
    lead = right if actual == claimed else _denied(query, word)
    start = () if before in draft.facts else (material.of_fact(before, query.language),)
    facts = tuple(dict.fromkeys((before, *draft.facts)))
    return replace(draft, statements=(lead, *start, *draft.statements), facts=facts)


def _denied(query: Query, words: str) -> Statement:
    at = fold(query.question).find(words)
    typed = query.question[at : at + len(words)] if at >= 0 else words
    opened, closed = phrase(query.language, "quote_open"), phrase(query.language, "quote_close")
    said = f"{opened}{for_reader(typed.strip(), query.language)}{closed}"
    return Statement(phrase(query.language, "claim_wrong", asserted=said))


def _contrary_bound(query: Query, said: Asserted, fact: Fact) -> str:
    """The words with which a question bounds a figure from the other side than a row; "" where it does not."""
    folded = asking(query)
    english = query.language is Language.EN and not has_chinese(folded)
    found = _bounded_in_english(folded, said) if english else _bounded(folded, said)
    opposite = _OPPOSITE.get(fact.comparator)
    return next((words for bound, words in found if opposite and bound is opposite), "")


def _bounded_in_english(folded: str, said: Asserted) -> Iterator[tuple[Comparator, str]]:
    for one in figures(folded):
        if folded[one.start : one.end].endswith(said.text):
            turned = _words().turned.search(folded[: one.start].rstrip())
            start = turned.start() if turned else one.start
            yield (
                (_OPPOSITE.get(one.comparator, one.comparator) if turned else one.comparator),
                folded[start : one.end],
            )


def _bounded(folded: str, said: Asserted) -> Iterator[tuple[Comparator, str]]:
    """The bounds that a Chinese question puts on a figure, with their words."""
    words = _words()
    for one in quantities(folded):
        if folded[one.start : one.end] != said.text:
            continue
        bound, start, end = one.comparator, one.outer_start, one.outer_end
        if one.comparator_word and _AT_ANY_RATE.match(one.comparator_word):
            bound = Comparator.EQUAL
        for own, before, behind in words.bounds:
            if match := before.search(folded, max(0, start - _NEAR), start):
                bound, start = own, match.start()
            if match := behind.match(folded, end):
                bound, end = own, match.end()
        if bound is Comparator.AT_LEAST and words.falls.search(folded[start : one.start]):
            continue  # 至少降到18
        if turned := words.turned.search(_IN_DOUBT.sub("\0\0", folded[:start])):
            bound, start = _OPPOSITE.get(bound, bound), turned.start()
        yield bound, folded[start:end]


def _claimed(asked: str, facts: Sequence[Fact]) -> tuple[int, str]:
    """Whether a question says that something rises (1) or falls (-1), and its word; 0 where it says neither, or both. Words
    within the names of indicators say nothing.
    """
    for name in {
        form for fact in facts for form in (fold(fact.indicator), (english_name(fact.indicator) or "").lower())
    }:
        asked = asked.replace(name, "\0" * len(name)) if name else asked
    marked = _IN_DOUBT.sub("\0\0", asked)
    found: dict[int, str] = {}
    for sign, pattern in ((1, _words().rises), (-1, _words().falls)):
        for match in pattern.finditer(marked):
            if has_chinese(match[0]) and not re.compile(_BEHIND).match(marked, match.end()):
                continue
            turned = _words().turned.search(marked[: match.start()])
            found.setdefault(
                -sign if turned else sign, asked[turned.start() if turned else match.start() : match.end()]
            )
    return next(iter(found.items())) if len(found) == 1 else (0, "")


def _moved(fact: Fact, rows: Sequence[Fact], years: Sequence[int]) -> tuple[int, Fact | None]:
    """Whether a row lies above (1) or below (-1) all rows before it, and the last of them; 0 where they do not tell."""
    if is_change(fact.comparator_word):
        return (1 if _words().rises.search(fold(fact.comparator_word)) else -1), None
    mine = _amount(fact)
    before = [one for one in rows if one != fact and _amount(one) is not None and _is_before(one, fact)]
    if len(years) > 1 and any(one.year == min(years) for one in before):
        before = [one for one in before if one.year == min(years)]
    signs = {
        (mine > amount) - (mine < amount)
        for one in before
        if mine is not None and (amount := _amount(one)) is not None
    }
    sign = signs.pop() if len(signs) == 1 else 0
    return sign, max(before, key=lambda one: one.year or 0) if sign else None


def _is_before(one: Fact, fact: Fact) -> bool:
    if measure(one.unit)[1] != measure(fact.unit)[1] or is_change(one.comparator_word):
        return False
    now = one.kind is FactKind.STATUS and one.year is None and fact.kind is not FactKind.STATUS
    return now or ((one.year or 0) < (fact.year or 0) and one.year is not None)


def _amount(fact: Fact) -> Decimal | None:
    value = fact.value[0] if isinstance(fact.value, tuple) else fact.value
    return None if value is None else value * measure(fact.unit)[0]
