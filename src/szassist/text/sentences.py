"""Where sentences end in Chinese official prose."""

from __future__ import annotations

import re

_ENDS = frozenset("。！？；!?;\n")
_OPEN = dict(zip("（(《〈“‘「『〔【[", "）)》〉”’」』〕】]", strict=True))
_CLOSE = frozenset(_OPEN.values())
_NOTED = re.compile(
    r"(?<=[。！？!?])[（(〔【](?![一二三四五六七八九十百\d]{1,4}[)）〕】])"
)  # （一） opens what follows
_ASSIGNED = re.compile(
    r"[（(〔【]\s?(?:[^:：，。；（(]{0,14}(?:单位|部门|主体|處室|处室|單位|部門|主體)\s?[:：]|[^。]*(?:负责|負責|落实|落實|牵头|牽頭|配合|实施|實施|分工)等?\s?[)）〕】]。?$)[^。]*$"
)
_LONGEST_NOTE = 900  # characters of a bracket behind a full stop: （责任单位：…）
_LONGEST_BRACKET = 120  # an opening mark that is not closed within so many characters does not count


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, with their closing marks; together they cover it without blanks.

    An end mark inside brackets, quotes or a 《title》 ends nothing; closing marks right after an end belong to it. A bracket
    right behind a full stop is a note on what stands before it, and a span of its own.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = position = start
    while position < stop:
        char = text[position]
        if position == begin and (note := _note(text, position, stop)):
            _add(found, text, begin, note)
            begin = position = note
            continue
        if char in _OPEN:
            position = _skip(text, position, stop)
            continue
        position += 1
        if char in _ENDS:
            while position < stop and text[position] in _CLOSE:
                position += 1
            _add(found, text, begin, position)
            begin = position
    _add(found, text, begin, stop)
    return found


def assigns(sentence: str) -> bool:
    """Whether a sentence is only a bracket that says who answers for what stands before it: （责任单位：…）, （…负责）."""
    return sentence[:1] in "（(〔【" and _ASSIGNED.match(sentence.strip()) is not None


def _note(text: str, position: int, stop: int) -> int | None:
    """Where a bracket ends that stands behind a full stop, with a mark that closes it; None where none does. Where the text
    before it is not known, it must say who answers for that.
    """
    if text[position] not in "（(〔【" or (position > 0 and not _NOTED.match(text, position)):
        return None
    depth = 0
    for at in range(position, min(stop, position + _LONGEST_NOTE)):
        if text[at] == "\n":
            return None
        depth += (text[at] in "（(〔【[〈") - (text[at] in "）)〕】]〉")
        if depth == 0:
            end = at + 2 if text[at + 1 : min(stop, at + 2)] == "。" else at + 1
            return end if position > 0 or assigns(text[position:end]) else None
    return None


def _skip(text: str, position: int, stop: int) -> int:
    """The place after the bracket opened at `position`, or the next character where it is never closed."""
    limit = min(stop, position + _LONGEST_BRACKET)
    close = text.find(_OPEN[text[position]], position + 1, limit)
    line = text.find("\n", position + 1, limit)
    return position + 1 if close < 0 or 0 <= line < close else close + 1


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Keep the span without blanks at its ends, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
