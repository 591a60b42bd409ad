"""Items that stand in running text: 一是…二是…, （1）…（2）…, 1.…2.…, and steps between arrows."""

from __future__ import annotations

import re
from itertools import pairwise

from szassist.text.script import fold

_HAN = "一二三四五六七八九十"
_FORMS = (
    tuple(f"{numeral}(?:是|要)" for numeral in _HAN),
    tuple(rf"\({number}\)" for number in range(1, 21)),
    tuple(rf"\({numeral}\)" for numeral in _HAN),
    tuple(rf"(?<![\d.]){number}(?:[.、](?!\d)|(?=[\u4e00-\u9fff《“]))" for number in range(1, 21)),
    tuple(f"第{numeral}(?=[种类是,、])" for numeral in _HAN),
    tuple("①②③④⑤⑥⑦⑧⑨⑩"),
)
_ARROW = re.compile(r"\s*(?:[➱→⇒➔➜➡⟶]|-->|->|=>|——>)\s*")
_BLANK = " \t\n　"
FEWEST = 2  # items that make an enumeration


def inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items in `text[start:end]`, in order, each with its number; none where fewer than two follow one another."""
    folded = fold(text[start:end])
    for form in _FORMS:
        begins = _in_order(form, folded)
        if len(begins) >= FEWEST:
            return _spans(text, start, [*begins, len(folded)])
    return _steps(text, start, folded)


def _in_order(form: tuple[str, ...], folded: str) -> list[int]:
    """Where the numbers of one form stand, counted from the first on; each stands at the start of a clause."""
    begins: list[int] = []
    position = 0
    for number in form:
        match = re.compile(rf"(?:(?<=[:;。,])|(?<=^))\s*(?={number})").search(folded, position)
        if match is None:
            break
        begins.append(match.end())
        position = match.end() + 1
    return begins


def _spans(text: str, start: int, marks: list[int]) -> list[tuple[int, int]]:
    return [_trimmed(text, start + begin, start + end) for begin, end in pairwise(marks)]


def _steps(text: str, start: int, folded: str) -> list[tuple[int, int]]:
    """The steps between arrows, from the last colon before the first one."""
    arrows = list(_ARROW.finditer(folded))
    if len(arrows) < FEWEST:
        return []
    begin = folded.rfind(":", 0, arrows[0].start()) + 1
    stop = next((at for at in range(arrows[-1].end(), len(folded)) if folded[at] in "。;\n"), len(folded))
    starts = [begin, *(one.end() for one in arrows)]
    ends = [*(one.start() for one in arrows), stop]
    return [_trimmed(text, start + first, start + last) for first, last in zip(starts, ends, strict=True)]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _BLANK:
        start += 1
    while end > start and text[end - 1] in _BLANK:
        end -= 1
    return start, end
