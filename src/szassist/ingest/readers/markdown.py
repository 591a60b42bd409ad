"""Markdown files: the text without its markup, tables as lines with ' | ' between cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from szassist.ingest.readers import text

_RULE = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}$|\s{0,3}=+\s*$|\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*$")
_BLOCK = re.compile(r"\s{0,3}(?:#{1,6}\s+|>\s?|[-*+]\s+)+")
_BREAKS_AHEAD = re.compile(r"\s{0,3}(?:#{1,6}\s|>|[-*+]\s|\||\d{1,3}[.)、．]|[一二三四五六七八九十]{1,3}、|[(（])")
_ENDS = tuple("。！？；：:!?;")


def read(path: Path) -> str:
    """The text of a Markdown file; front matter becomes descriptive lines."""
    return "\n".join(_lines(text.read(path)))


def _lines(source: str) -> Iterator[str]:
    front, body = _front_matter(source)
    yield from (f"# {line.strip()}" for line in front.splitlines() if ":" in line)
    held = ""
    for line in body.splitlines():
        plain = _plain(line)
        if held and (
            not plain or _BREAKS_AHEAD.match(line) or held.endswith(_ENDS) or line.startswith(("\u3000", "\t"))
        ):
            yield held
            held = ""
        if plain and line.lstrip().startswith(("#", "|", ">")):
            yield plain
        elif plain:
            held = held + _glue(held, plain) + plain
    if held:
        yield held


def _front_matter(source: str) -> tuple[str, str]:
    match = re.match(r"\ufeff?---\r?\n(.*?)\r?\n---\r?\n", source, re.DOTALL)
    return (match.group(1), source[match.end() :]) if match else ("", source)


def _glue(before: str, after: str) -> str:
    """A blank between Latin words of two lines, nothing between Chinese ones."""
    return " " if before and before[-1].isascii() and after[0].isascii() else ""


def _plain(line: str) -> str:
    if _RULE.match(line) or line.lstrip().startswith("```"):
        return ""
    line = _BLOCK.sub("", line, count=1)
    line = re.sub(r"!?\[([^\[\]]*)\]\([^()\s]*\)", r"\1", line)
    line = re.sub(r"(\*\*|__|~~|`)(.+?)\1", r"\2", line)
    if line.lstrip().startswith("|"):
        line = " | ".join(cell.strip() for cell in line.strip().strip("|").split("|"))
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!|])", r"\1", line).strip()
