"""Written and spoken turns of a Chinese question put in plain words: 由何单位承担 is 由哪些单位承担, 民政口 the bureau 民政局."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from szassist.answer.words import table
from szassist.answer.words.asked import names_asked_by
from szassist.text.script import fold


def in_plain_chinese(text: str, units: Container[str]) -> str:
    """`text` with each turn of `words/plain.toml` in plain words; `units` are the folded names of units of government."""
    for turn, plain in _turns():
        text = _put(text, turn, plain)
    for match in reversed(list(_line().finditer(fold(text)))):
        text = _named(text, match, units)
    return text


def _named(text: str, match: re.Match[str], units: Container[str]) -> str:
    """`text` with a line of work as the bureau of that name, which may have some of the words before it: 是民政口."""
    of = match["of"]
    names = (f"{of[at:]}{body}" for at in range(len(of) - 1) for body in table("plain")["bodies"])
    name = next((name for name in names if name in units), "")
    return f"{text[: match.end('of') - len(name) + 1]}{name}{text[match.end() :]}" if name else text


def _put(text: str, turn: re.Pattern[str], plain: str) -> str:
    """`text` with `plain` where a turn stands in it, in whichever script."""
    made, done = "", 0
    for match in turn.finditer(fold(text)):
        made += text[done : match.start()] + match.expand(plain)
        done = match.end()
    return made + text[done:]


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    figure = names_asked_by()["figure"]
    return tuple((re.compile(turn.replace("{figure}", figure)), plain) for turn, plain in table("plain")["turns"])


@cache
def _line() -> re.Pattern[str]:
    return re.compile(table("plain")["line"])
