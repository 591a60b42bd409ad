"""Times and amounts that a message supposes a clause to lay down, beside what the clause lays down: 听说公示要30天."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from szassist.answer.choosing.laid_down import Laid, laid_down
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.limits import Measured, Value, values
from szassist.answer.ground.material import Material
from szassist.answer.reading.wanted import SMALL, Wanted, acts_known, provision_words
from szassist.answer.words.phrases import phrase
from szassist.query import Query, Term
from szassist.schema import Language, Status
from szassist.text.numerals import han_number
from szassist.text.script import fold, for_reader

MOST = 2  # clauses that may lay down what a message supposes; of more it is not known which is meant
LEAST = 0.3  # weight of the words that say what a supposed time or amount is of
_CLAUSE = re.compile(r"[^,。;?!]+")
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|半|[一二两三四五六七八九十百]+")
_RANGE = re.compile(r"[-—–~～至到]")
_IN = {"年": ("月", 12), "学年": ("月", 12), "月": ("月", 1), "周": ("天", 7), "星期": ("天", 7), "日": ("天", 1)}
_KINDS = (Measured.AGE, Measured.SPAN, Measured.MONEY, Measured.SHARE, Measured.SIZE, Measured.COUNT)
_UNIT = {"日": "天", "自然日": "天", "工作日": "天", "星期": "周", "学年": "年"}


@dataclass(frozen=True, slots=True)
class _Supposed:
    """What a message supposes: a value in one clause of it, and the words of that clause beside it."""

    clause: str
    value: Value

    @property
    def said(self) -> str:
        """The value as the message has it."""
        return self.clause[self.value.start : self.value.end]

    @property
    def rest(self) -> str:
        """The clause without the value."""
        return f"{self.clause[: self.value.start]} {self.clause[self.value.end :]}"


def of_supposed(query: Query, material: Material) -> Draft | None:
    """Whether a clause lays down the time or amount that a message supposes, and what it lays down; None where the message
    supposes none, no clause speaks of just that, or it cannot be compared.
    """
    if query.language is Language.EN or query.strangers or query.places or query.regard:
        return None
    supposed = _supposed(fold(query.question))
    if supposed is None or not (wanted := _wanted(query, supposed)):
        return None
    blank = replace(query, question=supposed.rest, clause=supposed.rest, content=supposed.rest, years=(), asserted=())
    found = laid_down(blank, wanted, material.inventory)
    verdicts = {_agrees(supposed, laid) for laid in found}
    if not found or len(found) > MOST or len(verdicts) > 1 or None in verdicts:
        return None
    right = verdicts.pop()
    told = [
        Statement(
            for_reader(one.limit.document.text[one.limit.span.start : one.limit.span.end].strip(), query.language),
            (one.limit.span,),
        )
        for one in found
    ]
    name = "claim_right" if right else "claim_wrong"
    said = for_reader(supposed.said, query.language)
    lead = Statement(phrase(query.language, name) if right else phrase(query.language, name, asserted=said))
    return Draft(Status.ANSWERED, (lead, *told), confirms=bool(right))


def says_more(draft: Draft, supposed: Draft) -> bool:
    """Whether an answer says something that stands nowhere in the clauses that put a supposed value right."""
    told = [span for one in supposed.statements for span in one.evidence]
    own = [span for one in draft.statements for span in one.evidence]
    same = any(
        one.document_id == span.document_id and one.start < span.end and span.start < one.end
        for one in own
        for span in told
    )
    return draft.status is Status.ANSWERED and not same


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(one) for name, one in provision_words()["supposing"].items()}


def _supposed(folded: str) -> _Supposed | None:
    """The one value that a clause of a message supposes; what somebody says of himself supposes nothing."""
    words = _words()
    if words["own"].search(folded):
        return None
    clauses = [match[0].strip() for match in _CLAUSE.finditer(folded)]
    for at, clause in enumerate(clauses):
        found = [value for value in values(clause) if value.kind in _KINDS]
        if len(found) != 1:
            continue
        behind = clause[found[0].end :]
        asked = at + 1 < len(clauses) and words["ends"].search(clauses[at + 1]) and len(clauses[at + 1]) <= MOST * 2
        if (
            words["begins"].search(clause)
            or words["ends"].search(clause)
            or asked
            or (words["asks"].search(behind) and behind[-1:] in tuple("吗么嘛吧"))
            or (words["follows"].search(behind) and at + 1 < len(clauses))
        ):
            return _Supposed(clause, found[0])
    return None


def _wanted(query: Query, supposed: _Supposed) -> Wanted | None:
    """What a clause has to hold to lay down what is supposed."""
    soft = re.compile(provision_words()["soft"]["words"])
    told = (*query.terms, *(query.premise.terms if query.premise else ()), *query.hints)
    terms = {
        term.word: term
        for term in told
        if term.weight >= SMALL and _stands(term, supposed.rest) and not soft.fullmatch(term.word)
    }
    acts = tuple(act for act in acts_known() if act.said.search(supposed.rest))
    if sum(term.weight for term in terms.values()) < LEAST and not acts:
        return None
    kind, unit = supposed.value.kind, supposed.value.unit
    unit = _UNIT.get(unit, unit) if kind is Measured.SPAN else unit
    return Wanted((kind,), unit, tuple(terms.values()), acts)


def _stands(term: Term, text: str) -> bool:
    return term.word in text


def _agrees(supposed: _Supposed, laid: Laid) -> bool | None:
    """Whether a limit is what is supposed; None where that cannot be told."""
    mine = _measure(supposed.said, supposed.value)
    text = laid.limit.text
    theirs = _measure(text[laid.value.start : laid.value.end], laid.value)
    if mine is None or theirs is None or _RANGE.search(text[laid.value.start : laid.value.end]):
        return None
    if mine == theirs:
        return True
    others = (one for one in laid.limit.values if one.kind is laid.value.kind and one != laid.value)
    if mine[1] != theirs[1] or any(_measure(text[one.start : one.end], one) == mine for one in others):
        return None
    return False


def _measure(text: str, value: Value) -> tuple[Decimal, str] | None:
    """A value as a number of one unit."""
    number = _NUMBER.search(text)
    if number is None:
        return None
    said = number[0].replace(",", "")
    amount = Decimal("0.5") if said == "半" else Decimal(said) if said[0].isdigit() else han_number(said)
    if value.kind is Measured.SPAN:
        unit, many = _IN.get(value.unit, (value.unit, 1))
        return amount * many, unit
    if value.kind in (Measured.AGE, Measured.COUNT):
        return amount, value.unit
    return amount, text[number.end() :].strip()
