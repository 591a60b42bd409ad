"""A figure with its unit and bound, and figures that belong together: 3.0和5.0人, 1万元以上5万元以下."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from szassist.schema import Comparator


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text. `text[start:end]` is the number with its unit, `text[outer_start:outer_end]` also the
    bounding words around it (不低于 … , … 以上).
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    value: Decimal | tuple[Decimal, Decimal]
    unit: str  # as written, with its magnitude: 万亿元; "%" for 百分之…, empty for a bare number
    base: str  # one spelling of the unit, without magnitude: 元
    magnitude: Decimal  # what the unit's 万, 亿 multiply by
    comparator: Comparator
    comparator_word: str  # as written; empty where the text has none
    ordinal: bool  # a rank or place (前50名, 第90, 500强), not an amount

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The value, or both ends of a range, in base units: 3.07万亿元 is 3070000000000."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return tuple(value * self.magnitude for value in values)


def shared(found: list[Quantity], masked: str) -> list[Quantity]:
    """3.0和5.0人, 20个、10个百分点: a figure joined to the next one takes the unit it lacks from it."""
    for i in range(len(found) - 2, -1, -1):
        here, following = found[i], found[i + 1]
        between = masked[here.outer_end : following.outer_start]
        lacks = not here.unit or (
            here.unit in ("个", "個") and following.base.startswith("个") and len(following.base) > 1
        )
        if lacks and between in ("、", "和", "及", "与") and following.unit and not here.ordinal:
            found[i] = replace(here, unit=following.unit, base=following.base, magnitude=following.magnitude)
    return found


def spanning(found: list[Quantity], text: str) -> list[Quantity]:
    """1万元以上5万元以下 is one range; so is 不低于3%不高于5%."""
    merged: list[Quantity] = []
    for here in found:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.outer_end == here.outer_start
            and (last.comparator, here.comparator) == (Comparator.AT_LEAST, Comparator.AT_MOST)
            and (last.base == here.base or not last.unit)
            and not isinstance(last.value, tuple)
            and not isinstance(here.value, tuple)
            and last.value * (last.magnitude / here.magnitude) < here.value
        ):
            low = last.value * (last.magnitude / here.magnitude) if last.unit else last.value
            word = text[last.end : last.outer_end] or last.comparator_word
            whole = replace(here, start=last.start, outer_start=last.outer_start, value=(low, here.value))
            merged[-1] = replace(whole, comparator=Comparator.RANGE, comparator_word=word)
        else:
            merged.append(here)
    return merged
