"""How many times as much, and how much for each: one register row divided by another, both shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from szassist.answer.choosing.match import coverage
from szassist.answer.compose.computing import is_level
from szassist.answer.ground.draft import Calculation, Draft, Operation, Statement
from szassist.answer.ground.inventory import Series
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.terms import is_head, tells_little
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query, Term
from szassist.schema import Fact, FactKind, Language, Status
from szassist.text.quantities import measure
from szassist.text.script import fold, for_reader

HELD = 0.8  # part of what a question names that an indicator must hold whose price it asks for
TIMES = "倍"
_PRICE = re.compile(
    r"均价|单价|平均价格?|(?:平均|每|一)(?:一|每)?[吨件辆平]\w{0,4}(?:多少|几)(?:块?钱|元|块)|平均\w{0,4}(?:多少|几)(?:块?钱|元|块)一[吨件辆]"
)
_COMPARED = re.compile(
    r"(?:相当于|等于|比(?![例重率值])|(?<![还但要不])是|约为|达到)(?P<base>[\u4e00-\u9fff]{2,12}?)(?:水平)?的?(?:要|会|还|能)?(?:高|多|大|低|少)?(?:出|了)?(?:几分之[几一]|百分之几|[多少几]+成|多少个?倍|几多?倍|多少分之一)"
)
_AVERAGE = re.compile("均价|平均|单价|成交|累计|合(?=[多几])|折合|算下来|算起来")
_NOW = re.compile("现在|目前|如今|眼下|当前|最新")
_TIMED = re.compile(r"\d{4}年|现在|目前|当年|当时|之前|原来|以前|去年|[多少几]")  # the same at another time
_PLAIN = re.compile("(?:的?(?:平均|水平|均值))+$|^(?:深圳|全市)$")
_OF_PRICE = frozenset(
    ("均价", "单价", "价格", "平均价", "平均", "卖", "值", "钱", "块", "元", "一吨", "每吨", "成交价", "算")
)
_AMOUNT, _VOLUME = "额", "量"  # 成交额 by 成交量 is the price of one
_MONEY = "元"


def for_each(query: Query, material: Material) -> Draft | None:
    """The average price of something, from what was paid for all of it and how much that was; None where no price is asked,
    or where the documents do not give both.
    """
    if not _PRICE.search(asking(query)) or query.places or query.language is Language.EN:
        return None
    folded = asking(query)
    if _NOW.search(folded) or not (
        query.years or _AVERAGE.search(folded)
    ):  # an average of years is no price of today
        return None
    things = [term for term in query.terms if not (is_head(term.word) or tells_little(term.word) or _prices(term))]
    found = [
        (paid, much)
        for one, other in _pairs(material.inventory.series)
        if things and coverage(things, (one.subject.name, 1.0)) >= HELD
        for paid in one.facts
        for much in other.facts
        if _go_together(paid, much) and (not query.years or paid.year in query.years)
    ]
    if len(found) != 1:
        return None
    paid, much = found[0]
    unit = measure(much.unit)[1]
    computed = Calculation(Operation.QUOTIENT, (_amount(paid), _amount(much)))
    text = phrase(
        query.language,
        "for_each",
        amount=f"{computed.value:f}{_MONEY}/{for_reader(unit, query.language)}",
        first=say.bounded(paid, query.language),
        second=say.bounded(much, query.language),
    )
    told = (material.of_fact(fact, query.language) for fact in (paid, much))
    return Draft(
        Status.ANSWERED, (Statement(text, material.evidence([paid, much]), (computed,)), *told), (paid, much)
    )


def times(query: Query, facts: Sequence[Fact], material: Material) -> Draft | None:
    """How many times as much an indicator is at one time as at another, both shown; None where the question does not ask
    that, or the rows do not give both in one unit.
    """
    if query.measure != TIMES or query.language is Language.EN:
        return None
    levels = [fact for fact in facts if is_level(fact) and (not query.years or fact.year in query.years)]
    dated = sorted((fact for fact in levels if fact.year), key=lambda fact: fact.year or 0)
    if len({fact.year for fact in dated}) != 2:
        return None
    pair = dated[0], dated[-1]
    if measure(pair[0].unit)[1] != measure(pair[1].unit)[1] or not _amount(pair[0]):
        return None
    computed = Calculation(Operation.QUOTIENT, (_amount(pair[1]), _amount(pair[0])))
    text = phrase(query.language, "times", times=f"{computed.value:f}")
    told = (material.of_fact(fact, query.language) for fact in pair)
    return Draft(Status.ANSWERED, (*told, Statement(text, material.evidence(pair), (computed,))), pair)


def of_another(query: Query, name: str) -> bool:
    """Whether a question asks how a figure compares with that of something which the indicator `name` does not tell: 全国平均
    的几倍, 相当于特区内的几分之几.
    """
    found = _COMPARED.search(asking(query))
    if not found or _TIMED.search(found["base"]):
        return False
    base = _PLAIN.sub("", found["base"])
    return bool(base) and base[-2:] not in name


def _pairs(series: Sequence[Series]) -> list[tuple[Series, Series]]:
    """Each series of money paid with the one of how much it was paid for."""
    by_name = {fold(one.facts[0].indicator): one for one in series}
    return [
        (one, by_name[name[:-1] + _VOLUME])
        for name, one in by_name.items()
        if name.endswith(_AMOUNT) and name[:-1] + _VOLUME in by_name
    ]


def _go_together(paid: Fact, much: Fact) -> bool:
    """Whether two rows are of one time, and the first is of money."""
    return (
        is_level(paid)
        and is_level(much)
        and (paid.year, paid.kind is FactKind.STATUS) == (much.year, much.kind is FactKind.STATUS)
        and measure(paid.unit)[1] == _MONEY != measure(much.unit)[1]
        and _amount(much) > 0
    )


def _prices(term: Term) -> bool:
    return term.word in _OF_PRICE


def _amount(fact: Fact) -> Decimal:
    assert isinstance(fact.value, Decimal)
    return fact.value * measure(fact.unit)[0]
