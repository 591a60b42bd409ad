"""Fault injection: answers made from the real register, altered in one place, are all caught; unaltered ones all pass."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from szassist import Assistant
from szassist.answer.firewall.verify import checked
from szassist.answer.ground import evidence
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import units_statement
from szassist.answer.words import say
from szassist.query import Intent, Query
from szassist.schema import Fact, Language
from szassist.text.english import speaking

Alter = Callable[[str, Fact], str | None]


@pytest.fixture(autouse=True)
def names_of_the_corpus(assistant: Assistant) -> Iterator[None]:
    """English names as the assistant itself has them."""
    with speaking(assistant.terms):
        yield


def statements(assistant: Assistant, language: Language) -> Iterator[tuple[Fact, Statement]]:
    """One statement for every row with a value."""
    for fact in assistant.register:
        if fact.value is not None:
            yield fact, Statement(say.sentence(fact, language), evidence.of_fact(fact, assistant.documents))


def passes(assistant: Assistant, fact: Fact, statement: Statement, language: Language) -> bool:
    query = Query("问", language, Intent.VALUE, "")
    draft = Draft(status="answered", statements=(statement,), facts=(fact,))  # type: ignore[arg-type]
    return checked(draft, (query,), assistant.inventory)[0].passed


def another_figure(text: str, fact: Fact) -> str | None:
    """The last digit of the value changed."""
    value = fact.value[1] if isinstance(fact.value, tuple) else fact.value
    at = text.rfind(f"{value:f}")
    if at < 0:
        return None
    end = at + len(f"{value:f}")
    return text[: end - 1] + str((int(text[end - 1]) + 1) % 10) + text[end:]


def another_year(text: str, fact: Fact) -> str | None:
    return text.replace(str(fact.year), str((fact.year or 0) + 2), 1) if str(fact.year) in text else None


def another_bound(text: str, _: Fact) -> str | None:
    """The bound turned round, or dropped."""
    turned = {
        "或以上": "以下",
        "及以上": "以下",
        "以上": "以下",
        "以下": "以上",
        "以内": "以上",
        "左右": "以上",
        "不高于": "不低于",
        "不低于": "不高于",
        "不少于": "不超过",
        "超过": "不超过",
        "突破": "低于",
        "at least": "at most",
        "at most": "at least",
        "no more than": "at least",
        "no higher than": "no lower than",
        "no lower than": "no higher than",
        "no less than": "no more than",
        "more than": "less than",
        "about": "at least",
        "within": "over",
    }
    simplified = text.translate(str.maketrans("內於", "内于"))
    for word, other in turned.items():
        if word in simplified:
            return simplified.replace(word, other)
    return None


def dropped_bound(text: str, _: Fact) -> str | None:
    found = re.search(
        r"或以上|及以上|以上|以下|以内|左右|不高于|不高於|不低于|不低於|at least |no higher than |about ", text
    )
    return text.replace(found.group(), "").replace("控制在", "达到") if found else None


def another_unit(text: str, _: Fact) -> str | None:
    swaps = {
        "%": "‰",
        "‰": "%",
        "立方米": "平方米",
        "平方公里": "公里",
        "萬": "億",
        "万": "亿",
        "million": "billion",
        "vehicles": "beds",
        "square": "cubic",
    }
    for one, other in swaps.items():
        if one in text:
            return text.replace(one, other)
    return None


def _parted(text: str, fact: Fact, language: Language) -> tuple[str, str, str]:
    """A statement cut before and after the indicator's name: an alteration of the name is none of the figure."""
    return text.partition(say.name(fact.indicator, language))


@pytest.mark.parametrize("language", list(Language))
def test_no_unaltered_answer_is_blocked(assistant: Assistant, language: Language) -> None:
    blocked = [s.text for fact, s in statements(assistant, language) if not passes(assistant, fact, s, language)]
    assert blocked == []


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("alter", [another_figure, another_year, another_bound, dropped_bound, another_unit])
def test_every_altered_answer_is_caught(assistant: Assistant, alter: Alter, language: Language) -> None:
    through, tried = [], 0
    for fact, statement in statements(assistant, language):
        head, name, tail = _parted(statement.text, fact, language)
        changed = alter(tail, fact) if alter is not another_year else alter(head, fact)
        if changed is None:
            continue
        altered = head + name + changed if alter is not another_year else changed + name + tail
        if altered == statement.text:
            continue
        tried += 1
        if passes(assistant, fact, replace(statement, text=altered), language):
            through.append((statement.text, altered))
    assert tried > 20
    assert through == []


@pytest.mark.parametrize("language", list(Language))
def test_a_bureau_put_in_the_place_of_another_is_caught(assistant: Assistant, language: Language) -> None:
    fact = assistant.register[0]
    every = {unit for row in assistant.register.assignments for unit in row.responsible_units}
    for row in assistant.register.assignments:
        statement = units_statement(row, language)
        assert passes(assistant, fact, statement, language)
        for unit in row.responsible_units:
            stranger = next(iter(sorted(every - set(row.responsible_units))))
            altered = statement.text.replace(say.name(unit, language), say.name(stranger, language))
            assert not passes(assistant, fact, replace(statement, text=altered), language)
