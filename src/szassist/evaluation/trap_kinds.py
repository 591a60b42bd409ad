"""The kinds of traps: each looks through the register for what can be confused, and knows the right answer."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from szassist.evaluation.dataset import Expect
from szassist.evaluation.register import plain
from szassist.evaluation.topics import Topic, figures, is_goal, look_alikes, right_forms, written
from szassist.evaluation.traps import Maker, Material, Trap, wordings
from szassist.schema import Fact
from szassist.text.script import to_hans


def _wording(facts: tuple[Fact, ...]) -> str:
    return "target" if all(map(is_goal, facts)) else "value"


def _right(topic: Topic, year: int) -> tuple[tuple[str, ...], ...]:
    return (right_forms(topic.of(year)),)


def year_traps(material: Material) -> Iterator[Trap]:
    """An indicator with figures for several years, asked for one of them."""
    for topic in material.topics:
        for year in topic.years if len(topic.years) > 1 else ():
            facts = topic.of(year)
            for wording in dict.fromkeys(("value", _wording(facts))):
                slots = {"topic": topic.name, "year": str(year)}
                yield Trap("year", wording, slots, Expect.ANSWER, _right(topic, year), facts=facts)


def gap_traps(material: Material) -> Iterator[Trap]:
    """An indicator asked for a year that the documents do not give."""
    for topic in material.topics:
        for year in material.gaps if topic.years else ():
            slots = {"topic": topic.name, "year": str(year)}
            note = f"given for {', '.join(map(str, topic.years))}"
            yield Trap("gap", "value", slots, Expect.REFUSE, note=note)


def measure_traps(material: Material) -> Iterator[Trap]:
    """The right number with a unit of measure that is easily taken for the right one."""
    for topic, year in _dated(material):
        value = written(topic.of(year)[0])
        misread = _misread(topic.of(year)[0])
        if misread and len({written(fact) for fact in topic.of(year)}) == 1:
            slots = {"topic": topic.name, "year": str(year), "value": misread}
            note = f"{value} in the documents"
            yield Trap(
                "measure", "measure", slots, Expect.CORRECT, _right(topic, year), facts=topic.of(year), note=note
            )


def _misread(fact: Fact) -> str:
    """A figure with its unit swapped for one that it is easily taken for; empty where there is none."""
    value, unit = to_hans(written(fact)), to_hans(fact.unit)
    number = value.removesuffix("".join(unit.split()))
    for right, wrong in wordings()["swap"].items():
        if unit.startswith(right) and number != value and not unit.startswith("万亿"):
            return f"{number}{wrong}{unit[len(right) :]}"
    return ""


def bureau_traps(material: Material) -> Iterator[Trap]:
    """An action or project said to be the task of a unit that is not responsible for it."""
    names = [unit.name for unit in material.register.units if "(" not in unit.name and "（" not in unit.name]
    for row in material.register.assignments:
        wrong = [name for name in names if name not in row.responsible_units]
        for name in wrong if row.responsible_units and row.title == (row.project or row.action) else ():
            slots = {"action": row.title, "unit": name}
            first, last = row.responsible_units[0], row.responsible_units[-1]
            named = material.documents[row.document_id].text[row.units_start : row.units_end]
            yield Trap("bureau", "bureau", slots, Expect.CORRECT, ((first,), (last,)), evidence=(named,))


def look_alike_traps(material: Material) -> Iterator[Trap]:
    """An indicator asked for whose look-alike has another figure for the same year."""
    for topic in material.topics:
        own = {form for fact in topic.facts for form in right_forms([fact])}
        for other in look_alikes(topic, material.topics):
            for year in sorted(set(topic.years) & set(other.years)):
                wrong = [written(fact) for fact in other.of(year)]
                if any(a in b or b in a for a in wrong for b in own):
                    continue
                facts = topic.of(year)
                slots = {"topic": topic.name, "year": str(year)}
                note = f"{other.name}: {'; '.join(wrong)}"
                yield Trap(
                    "lookalike",
                    _wording(facts),
                    slots,
                    Expect.ANSWER,
                    _right(topic, year),
                    tuple(wrong),
                    facts=facts,
                    note=note,
                )


def premise_traps(material: Material) -> Iterator[Trap]:
    """A figure that is not the indicator's: another year's, a look-alike's, or the right one moved by a tenth."""
    for topic, year in _dated(material):
        facts = topic.of(year)
        right = {form for fact in facts for form in right_forms([fact])}
        asserted = [written(fact) for fact in topic.facts if fact.year != year]
        asserted += [written(f) for other in look_alikes(topic, material.topics) for f in other.of(year)][:2]
        asserted += filter(None, [_moved(facts[0])])
        for value in dict.fromkeys(asserted):
            if not any(value in form or form in value for form in right):
                slots = {"topic": topic.name, "year": str(year), "value": value}
                yield Trap("premise", "premise", slots, Expect.CORRECT, _right(topic, year), facts=facts)
        if is_goal(facts[0]) and len(facts) == len(topic.facts):
            for wrong in material.gaps:
                slots = {"topic": topic.name, "year": str(wrong), "value": written(facts[0])}
                yield Trap("premise", "premise_year", slots, Expect.CORRECT, ((str(year),),), facts=facts)


def _moved(fact: Fact) -> str:
    """The figure a tenth larger, at as many digits; empty for a range and where that changes nothing."""
    if not isinstance(fact.value, Decimal):
        return ""
    found = figures(fact)[0]
    moved = (fact.value * Decimal("1.1")).quantize(fact.value)
    number = format(fact.value, "f")
    text = written(fact)
    return (
        text.replace(number, format(moved, "f"), 1) if moved != fact.value and number in text and found.unit else ""
    )


def ellipsis_traps(material: Material) -> Iterator[Trap]:
    """A follow-up that leaves out what was asked before: another year, another indicator, who answers for it."""
    for topic, year in _dated(material):
        asked = (("value", {"topic": topic.name, "year": str(year)}),)
        for other in topic.years:
            if other != year:
                slots = {"year": str(other)}
                yield Trap(
                    "ellipsis",
                    "then_year",
                    slots,
                    Expect.ANSWER,
                    _right(topic, other),
                    facts=topic.of(other),
                    before=asked,
                )
        for gap in material.gaps[:2]:
            yield Trap("ellipsis", "then_year", {"year": str(gap)}, Expect.REFUSE, before=asked)
        for alike in look_alikes(topic, material.topics):
            if alike.of(year):
                slots = {"topic": alike.name}
                yield Trap(
                    "ellipsis",
                    "then_topic",
                    slots,
                    Expect.ANSWER,
                    _right(alike, year),
                    facts=alike.of(year),
                    before=asked,
                )
        if topic.units:
            yield Trap(
                "ellipsis", "then_who", {}, Expect.ANSWER, ((topic.units[0],),), units=topic.units, before=asked
            )


def nobody_traps(material: Material) -> Iterator[Trap]:
    """Who answers for an indicator for which the documents name nobody."""
    for topic in material.topics:
        name = plain(topic.name)
        spoken_of = any(part in text for text in material.assigned for part in (name[2:], name[:-2]))
        if topic.unassigned and not spoken_of and any(map(is_goal, topic.facts)):
            yield Trap("nobody", "who", {"topic": topic.name}, Expect.REFUSE, note="no unit is named")


def _dated(material: Material) -> Iterator[tuple[Topic, int]]:
    """Each topic with each of the years it has a figure for."""
    for topic in material.topics:
        for year in topic.years:
            yield topic, year


KINDS: dict[str, Maker] = {
    "year": year_traps,
    "gap": gap_traps,
    "measure": measure_traps,
    "bureau": bureau_traps,
    "lookalike": look_alike_traps,
    "premise": premise_traps,
    "ellipsis": ellipsis_traps,
    "nobody": nobody_traps,
}
