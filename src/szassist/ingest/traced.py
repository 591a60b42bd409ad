"""A text that remembers where in its source every character came from."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Traced:
    """A text made from a source: its character `i` stands for `source[origin[i]:origin[i + 1]]`.

    `origin` never falls, starts at 0 and has one element more than the text, the length of the source. A stretch of the
    source that was left out (spaces around a line, say) belongs to the character before it. Of a replacement, the last
    character stands for all that was replaced.
    """

    text: str
    origin: Sequence[int]

    @classmethod
    def of(cls, source: str) -> Traced:
        """`source` itself, every character from its own place."""
        return cls(source, range(len(source) + 1))

    def with_text(self, text: str) -> Traced:
        """The same places under a text of the same length."""
        if len(text) != len(self.text):
            raise ValueError("the text must keep its length")
        return Traced(text, self.origin)

    def lines(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """The spans of this text, in order, as lines; what lies between two of them becomes the line break."""
        parts: list[str] = []
        origin: list[int] = []
        last = 0
        for start, end in spans:
            if parts:
                origin.append(self.origin[last])
            parts.append(self.text[start:end])
            origin.extend(self.origin[start:end])
            last = end
        if origin:
            origin[0] = 0
        return Traced("\n".join(parts), [*origin, self.origin[len(self.text)]])

    def replaced(self, edits: Iterable[tuple[int, int, str]]) -> Traced:
        """The text with each `start:end` replaced, edits given in order."""
        parts: list[str] = []
        origin: list[int] = []
        done = 0
        for start, end, new in edits:
            parts += (self.text[done:start], new)
            origin.extend(self.origin[done:start])
            origin.extend([self.origin[start]] * len(new))
            done = end
        parts.append(self.text[done:])
        origin.extend(self.origin[done:])
        origin[0] = 0
        return Traced("".join(parts), origin)

    def at(self, source_offset: int) -> int:
        """The first offset of this text that stands at or after a place of the source."""
        return min(bisect_left(self.origin, source_offset), len(self.text))
