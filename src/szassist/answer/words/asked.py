"""What a question may call the figure, the bound or the time that it asks for, as pieces of patterns."""

from __future__ import annotations

from functools import cache

from szassist.answer.words import table


@cache
def names_asked_by() -> dict[str, str]:
    """The pieces by their names: `figure` (控制线, 考核要求), `due` (截止时间)."""
    words = table("asked")
    of, heads, alone = ("|".join(words["figure"][name].split()) for name in ("of", "heads", "alone"))
    own = words["figure"]
    end = rf"(?!{own['not_before']})(?=$|[^\u4e00-\u9fff]|{own['before']})"
    named = rf"(?:(?:{of})性?的?)+(?:{heads})+|(?:目标|指标)(?:{heads})+|(?:{alone})"
    figure = rf"(?:(?<!{own['not_behind']})的?(?:{named}){end})"
    return {"figure": figure, "due": f"(?:{'|'.join(words['time']['names'].split())})"}


@cache
def figure_words() -> frozenset[str]:
    """The single words by which a question calls a figure or a bound: 区间, 口径, 门槛."""
    words = table("asked")["figure"]
    return frozenset(word for name in ("of", "heads", "alone") for word in words[name].split())
