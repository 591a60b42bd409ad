"""Values of the register as a reader sees them: sign, number, unit, and the words of the document beside them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup

from szassist.answer.words.english import figure_in_english, unit_in_english
from szassist.faces.web.pages.markup import joined, tag
from szassist.faces.web.pages.voice import Voice
from szassist.register.entries import Entry, EntryKind
from szassist.schema import Comparator, Fact, FactKind, Language, YearBasis
from szassist.text.numerals import grouped
from szassist.text.quantities import is_change, measure

_SIGNS = {Comparator.AT_LEAST: "≥", Comparator.AT_MOST: "≤", Comparator.APPROX: "≈"}
_ROMAN = "ⅠⅡⅢⅣⅤⅥ"
_GRADE = "类"  # grades of water are written in Roman numerals: Ⅳ类
_TIGHT = ("%", "‰", "/")  # units that stand next to their number


def sign(fact: Fact) -> str:
    """The mark that bounds a value, empty where it is stated as it is or as a change."""
    return "" if is_change(fact.comparator_word) else _SIGNS.get(fact.comparator, "")


def number(value: Decimal | tuple[Decimal, Decimal], unit: str = "") -> str:
    """A value as a reader of any language sees it: 1997, 57,080, 5.5–6, 5.5%–6% where it is in per cent; a grade in Roman numerals."""
    if isinstance(value, tuple):
        return f"{number(value[0], unit)}{'%' if unit == '%' else ''}–{number(value[1], unit)}"
    if measure(unit)[1] == _GRADE and value == int(value) and 1 <= value <= len(_ROMAN):
        return _ROMAN[int(value) - 1]
    return grouped(value)


def figure(fact: Fact, voice: Voice) -> str:
    """Sign, number and unit in one line: ≥ 84.53 歲, 5.5%–6%, 下降 50%; a dash where the text gives no value."""
    if fact.value is None:
        return voice.say("fact.no_value")
    if voice.language is Language.EN:
        return figure_in_english(fact)
    unit = voice.shown(fact.unit)
    gap = "" if not unit or unit.startswith(_TIGHT) or measure(unit)[1] == _GRADE else " "
    moved = voice.shown(fact.comparator_word) if is_change(fact.comparator_word) else ""
    return " ".join(filter(None, (moved, sign(fact), number(fact.value, fact.unit) + gap + unit)))


def figure_cell(fact: Fact | None, voice: Voice) -> Markup:
    """The value, under it the bounding word as the document writes it and what the change is measured from."""
    if fact is None or (fact.value is None and not fact.comparator_word):
        return tag("span", {"class": "quiet"}, voice.say("fact.no_value"))
    word = fact.comparator_word
    written = voice.say("fact.written", word=_as_written(fact, voice)) if word else ""
    base = fact.baseline
    since = voice.say("fact.baseline", year=base.year) if base is not None and base.year is not None else ""
    notes = [tag("span", {"class": "note"}, text) for text in (written, since) if text]
    return joined((tag("strong", {"class": "figure"}, figure(fact, voice)), *notes))


def axis_unit(fact: Fact, voice: Voice) -> str:
    """The unit in which a chart counts: 萬元, in English 10,000 yuan."""
    if voice.language is not Language.EN:
        return voice.shown(fact.unit)
    if measure(fact.unit)[0] == 1:
        return unit_in_english(fact.unit)
    return figure_in_english(replace(fact, value=Decimal(1), comparator=Comparator.EQUAL, comparator_word=""))


def _as_written(fact: Fact, voice: Voice) -> str:
    """The bounding word; for English readers, who see the unit translated, with the figure as it stands."""
    word = voice.shown(fact.comparator_word)
    return (
        f"{word} · {number(fact.value, fact.unit)}{fact.unit}"
        if voice.language is Language.EN and fact.value
        else word
    )


def year_cell(fact: Fact | Entry, voice: Voice, beside: Markup | None = None) -> Markup:
    """The year with what stands `beside` it; a missing one is said, one that governs from before is marked."""
    inherited = fact.year_basis is YearBasis.INHERITED
    note = tag("span", {"class": "note"}, voice.say("fact.inherited")) if inherited else Markup("")
    year = tag("span", {"class": "nowrap"}, voice.year(fact.year))
    return joined((year, " ", beside, note) if beside else (year, note))


def kind_badge(kind: FactKind | EntryKind, voice: Voice) -> Markup:
    """What a row says, as a small label."""
    return tag("span", {"class": f"badge badge-{kind.value}"}, voice.say(f"kind.{kind.value}"))
