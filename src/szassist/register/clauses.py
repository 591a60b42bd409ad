"""A sentence taken apart: which words belong to which figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from szassist.text.quantities import Quantity, quantities
from szassist.text.sentences import sentences

_OPEN, _CLOSE = "([{〔【", ")]}〕】"
_LONGEST_BRACKET = 300
_DATED = r"(?:\s?\d{4}\s?年[底末]?的?)?"  # 由2015年的80.5%提高到2020年的88.6%
_FROM = re.compile(rf"[从由]{_DATED}$")
_TO = re.compile(rf"(?P<verb>[\u4e00-\u9fff]{{0,2}}[至到为]){_DATED}$")
_JOIN = ("、", "和", "及", "与", "以及", "或")


def arrival(between: str) -> re.Match[str] | None:
    """The verb that ends 从 A … B, with a year after it or not: 提高到2020年的."""
    return _TO.search(between)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of text with the figures that say one thing: one figure, a 分别 group, or 从 A 增至 B."""

    start: int
    end: int
    figures: tuple[Quantity, ...]
    from_to: bool = False
    inside: bool = False  # stands in brackets

    @property
    def first(self) -> Quantity:
        """The figure that stands first."""
        return self.figures[0]

    @property
    def last(self) -> Quantity:
        """The figure that stands last."""
        return self.figures[-1]


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`; a semicolon ends none, for a year before it holds after it too."""
    left = None
    for begin, stop in sentences(text, start, end):
        left = begin if left is None else left
        if text[stop - 1] not in ";；":
            yield left, stop
            left = None
    if left is not None:
        yield left, end


def clauses(sentence: str, folded: str) -> list[Clause]:
    """The clauses of a sentence that hold a figure, in the order of their figures; figures that only limit a
    noun (21个断面…达到Ⅳ类) belong to it and are not among them.
    """
    figures = [q for q in quantities(sentence) if not q.ordinal]
    enclosed = _enclosed(folded) if figures else []
    sides = {inside: [q for q in figures if enclosed[q.start] == inside] for inside in (False, True)}
    starts = {inside: [q.start for q in side] for inside, side in sides.items()}
    found: list[Clause] = []
    for start, end, inside in _pieces(folded, enclosed):
        low, high = bisect_left(starts[inside], start), bisect_left(starts[inside], end)
        for left, right, groups in _parted(folded, start, end, sides[inside][low:high]):
            found.append(_main(folded, left, right, groups, inside))
    return sorted(found, key=lambda c: c.first.start)


def _enclosed(folded: str) -> list[bool]:
    """For each character whether it stands inside brackets; a bracket that is not closed soon encloses nothing."""
    marks = [0] * (len(folded) + 1)
    opened: list[int] = []
    for i, char in enumerate(folded):
        if char in _OPEN:
            opened.append(i)
        elif char in _CLOSE and opened:
            start = opened.pop()
            if i - start <= _LONGEST_BRACKET:
                marks[start + 1] += 1
                marks[i] -= 1
    return [depth > 0 for depth in accumulate(marks)]


def _pieces(folded: str, enclosed: list[bool]) -> Iterator[tuple[int, int, bool]]:
    """Stretches between commas, outside brackets and inside them; an outer one runs across its brackets."""
    if not enclosed:
        return
    outer, inner = 0, 0
    for i, char in enumerate(folded):
        if enclosed[i] and not enclosed[i - 1]:
            inner = i
        ratio = char == ":" and folded[i - 1 : i].isdigit() and folded[i + 1 : i + 2].isdigit()
        if char in ",;。:!?|" and not ratio:
            yield (inner if enclosed[i] else outer), i, enclosed[i]
            inner, outer = (i + 1, outer) if enclosed[i] else (inner, i + 1)
        if enclosed[i] and not enclosed[i + 1]:
            yield inner, i + 1, True
    yield outer, len(folded), False


def _parted(
    folded: str, start: int, end: int, figures: list[Quantity]
) -> Iterator[tuple[int, int, list[list[Quantity]]]]:
    """A piece cut where 、 or 和 joins two statements; figures joined directly stay together as one group."""
    groups: list[list[Quantity]] = []
    left = start
    for figure in figures:
        if not groups:
            groups = [[figure]]
            continue
        before = groups[-1][-1]
        between = folded[before.outer_end : figure.outer_start]
        if between in _JOIN and (before.base == figure.base or "分别" in folded[start : before.start]):
            groups[-1].append(figure)
            continue
        cut = _cut(between, before.outer_end)
        if cut is None:
            groups.append([figure])
            continue
        yield left, cut[0], groups
        left, groups = cut[1], [[figure]]
    if groups:
        yield left, end, groups


def _cut(between: str, offset: int) -> tuple[int, int] | None:
    """Where the text between two figures parts two statements: (end of the first, start of the second)."""
    if match := re.match(r"\s*(、|和|及|与|并|以及)", between):
        return offset, offset + match.end()
    if match := re.search(r"(、|和|及|与|以及)[\u4e00-\u9fff]{0,2}$", between):
        return offset + match.start(), offset + match.end(1)
    return None


def _main(folded: str, start: int, end: int, groups: list[list[Quantity]], inside: bool) -> Clause:
    """The clause's own figures: 从 A 增至 B, else the last ones a comparator binds or that end it, else the first."""
    for before, after in pairwise(groups):
        head = folded[max(start, before[0].outer_start - 12) : before[0].outer_start]
        if _FROM.search(head) and _TO.search(folded[before[-1].outer_end : after[0].start]):
            return Clause(start, end, (before[-1], after[0]), from_to=True, inside=inside)
    bound = [g for g in groups if g[0].comparator_word]

    def closes(group: list[Quantity]) -> bool:
        return not re.match(r"的?(?![并且])[\u4e00-\u9fff]", folded[group[-1].outer_end : end])

    closing = [g for g in bound if closes(g)] or [g for g in groups if closes(g)]
    shares = [g for g in groups if g[0].base in ("%", "‰")]
    chosen = (closing or bound or shares or groups)[-1 if closing or bound else 0]
    return Clause(start, end, tuple(chosen), inside=inside)
