"""A small chart of one indicator as inline SVG: points with their bounds, gaps as gaps, nothing between them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

from szassist.faces.web.pages.figures import axis_unit, figure, number, sign
from szassist.faces.web.pages.markup import Attributes, joined, tag
from szassist.faces.web.pages.series import Axis, Series, Slot, statement
from szassist.faces.web.pages.voice import Voice
from szassist.schema import Comparator, Fact

LEFT, SLOT, RIGHT = 50, 76, 6
ABREAST = 60  # width of one statement among others of its year
FITTING = 5  # slots that fit into a card; a chart of more of them scrolls
TOP, BOTTOM, HEIGHT = 34, 152, 196


@dataclass(frozen=True, slots=True)
class Point:
    """Where a row stands in the chart; a range has two heights."""

    fact: Fact
    x: int
    heights: tuple[int, ...]


def chart(series: Series, name: str, key: str, voice: Voice) -> Markup:
    """The chart with its title and its description in words; empty where nothing can be drawn."""
    if series.axis is None:
        return Markup("")
    places = _places(series.slots)
    width = places[-1] + RIGHT
    title = tag("title", {"id": f"{key}-title"}, voice.say("chart.title", name=name))
    told = tag("desc", {"id": f"{key}-desc"}, described(series, voice))
    slots = zip(series.slots, pairwise(places), strict=True)
    shapes = [_grid(series.axis, width), *(_slot(s, place, series, voice) for s, place in slots)]
    unit = axis_unit(series.drawn[-1], voice)
    corner = tag("text", {"x": 4, "y": 14, "class": "unit"}, unit) if unit else Markup("")
    attributes: Attributes = {
        "viewBox": f"0 0 {width} {HEIGHT}",
        "role": "img",
        "aria-labelledby": f"{key}-title {key}-desc",
        "class": "chart",
        "style": f"max-width:{width * 1.2:.0f}px" + (f";min-width:{width}px" if len(series.slots) > FITTING else ""),
    }
    return tag("svg", attributes, title, told, corner, *shapes)


def described(series: Series, voice: Voice) -> str:
    """The chart in words: every slot with its values, the gaps, and where the axis begins."""
    told = []
    for slot in series.slots:
        values = voice.say("chart.or").join(dict.fromkeys(figure(fact, voice) for fact in slot.facts))
        told.append(
            voice.say("chart.point", slot=slot_name(slot, voice), value=values or voice.say("chart.gap_long"))
        )
    if series.axis is not None and series.axis.cut:
        told.append(voice.say("chart.cut", low=number(series.axis.low)))
    return voice.say("chart.join").join(told)


def slot_name(slot: Slot, voice: Voice) -> str:
    """A slot in words: 2021 年（現狀）."""
    kind = "status" if slot.status else slot.facts[0].kind.value if slot.facts else "target"
    return voice.say("chart.slot", year=voice.year(slot.year), kind=voice.say(f"kind.{kind}"))


def _grid(axis: Axis, width: int) -> Markup:
    parts = []
    for tick in axis.ticks:
        y = _y(tick, axis)
        css = "axis" if tick == axis.low else "grid"
        parts.append(tag("line", {"x1": LEFT, "x2": width - RIGHT, "y1": y, "y2": y, "class": css}))
        parts.append(tag("text", {"x": LEFT - 6, "y": y + 4, "class": "tick"}, number(_plain(tick))))
    if axis.cut:  # two strokes across the foot of the axis: it does not begin at 0
        path = f"M{LEFT - 4} {BOTTOM + 8}l8 -5m-8 0l8 -5"
        parts.append(tag("path", {"d": path, "class": "break"}))
    return joined(parts)


def _slot(slot: Slot, place: tuple[int, int], series: Series, voice: Voice) -> Markup:
    middle = sum(place) // 2
    kind = "status" if slot.status else slot.facts[0].kind.value if slot.facts else "target"
    labels = (
        tag("text", {"x": middle, "y": BOTTOM + 20, "class": "year"}, _year(slot.year, voice)),
        tag("text", {"x": middle, "y": BOTTOM + 38, "class": "kind"}, voice.say(f"kind.{kind}")),
    )
    if not slot.facts or series.axis is None:
        gap: Attributes = {"x": middle, "y": BOTTOM - 10, "class": "gap"}
        return tag("g", {"class": "empty"}, tag("text", gap, voice.say("chart.gap")), *labels)
    points = _points(slot, place, series, series.axis)
    return tag("g", {"class": kind}, joined(_point(point, series, voice) for point in points), *labels)


def _year(year: int | None, voice: Voice) -> str:
    return voice.say("chart.undated") if year is None else voice.year(year)


def _places(slots: Sequence[Slot]) -> list[int]:
    """Where each slot begins, and where the last one ends; different statements of a year need room side by side."""
    places = [LEFT]
    for slot in slots:
        places.append(places[-1] + max(SLOT, ABREAST * len(_told(slot))))
    return places


def _told(slot: Slot) -> list[Fact]:
    """One row for each different statement of a slot."""
    told: dict[tuple[object, ...], Fact] = {}
    for fact in slot.facts:
        told.setdefault(statement(fact), fact)
    return list(told.values())


def _points(slot: Slot, place: tuple[int, int], series: Series, axis: Axis) -> list[Point]:
    """One point for each different statement of the slot, side by side."""
    told = _told(slot)
    apart = (place[1] - place[0]) / len(told)
    return [
        Point(fact, round(place[0] + apart * (i + 0.5)), tuple(_y(h, axis) for h in series.height(fact)))
        for i, fact in enumerate(told)
    ]


def _point(point: Point, series: Series, voice: Voice) -> Markup:
    fact, x, top = point.fact, point.x, min(point.heights)
    parts: list[Markup] = []
    if series.axis is not None and not series.axis.cut:
        foot = _y(Decimal(0), series.axis)
        parts.append(tag("line", {"x1": x, "x2": x, "y1": foot, "y2": max(point.heights), "class": "stem"}))
    if len(point.heights) == 2:
        parts.append(tag("line", {"x1": x, "x2": x, "y1": top, "y2": max(point.heights), "class": "range"}))
    parts += [tag("circle", {"cx": x, "cy": y, "r": 5, "class": "dot"}) for y in point.heights]
    parts += _bound(fact, x, top, max(point.heights))
    text = f"{sign(fact)} {number(fact.value or Decimal(0), fact.unit)}".strip()
    if fact.unit != series.unit:
        text = f"{sign(fact)} {figure(replace(fact, comparator=Comparator.EQUAL), voice)}".strip()
    parts.append(tag("text", {"x": x, "y": top - 12, "class": "value"}, text))
    return joined(parts)


def _bound(fact: Fact, x: int, top: int, low: int) -> Sequence[Markup]:
    """The direction in which a bound is open: an arrow upwards for at least, downwards for at most, a ring for about."""
    if not sign(fact):
        return ()
    if fact.comparator is Comparator.AT_LEAST:
        return (tag("path", {"d": f"M{x + 12} {low + 5}v-14m-4 5l4 -5l4 5", "class": "bound"}),)
    if fact.comparator is Comparator.AT_MOST:
        return (tag("path", {"d": f"M{x + 12} {top - 5}v14m-4 -5l4 5l4 -5", "class": "bound"}),)
    return (tag("circle", {"cx": x, "cy": top, "r": 9, "class": "bound"}),)


def _y(value: Decimal, axis: Axis) -> int:
    part = (value - axis.low) / (axis.high - axis.low)
    return round(BOTTOM - float(part) * (BOTTOM - TOP))


def _plain(value: Decimal) -> Decimal:
    """A tick without trailing zeros: 2.50 is 2.5, 1E+1 is 10."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()
