"""Where sentences end in Chinese official prose."""

from __future__ import annotations

_ENDS = frozenset("。！？；!?;\n")
_OPEN = dict(zip("（(《〈“‘「『〔【[", "）)》〉”’」』〕】]", strict=True))
_CLOSE = frozenset(_OPEN.values())
_LONGEST_BRACKET = 120  # an opening mark that is not closed within so many characters does not count


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Spans of the sentences in `text[start:end]`, with their closing marks; together they cover it without blanks.

    An end mark inside brackets, quotes or a 《title》 ends nothing; closing marks right after an end belong to it.
    """
    stop = len(text) if end is None else end
    found: list[tuple[int, int]] = []
    begin = position = start
    while position < stop:
        char = text[position]
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
