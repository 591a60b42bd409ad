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
    figure = rf"(?:(?<!{own['not_behind']})的?(?:(?:(?:{of})性?的?)+(?:{heads})+|(?:{alone})){end})"
    return {"figure": figure, "due": f"(?:{'|'.join(words['time']['names'].split())})"}
