"""Items of the list that was shown last, spoken of by their number: 第三个, the third one, 最后一个."""

from __future__ import annotations

import re

from szassist.text.script import fold

_NTH = re.compile(r"第([一二三四五六七八九十]|\d{1,2})(?:个|项|条|类|大)?(?:工程|行动|项目|指标|目标)?")
_KIND = re.compile(r"(?:第(?:[一二三四五六七八九十]|\d{1,2})|最[后尾]一?)(?:个|项|条|类|大)?(工程|行动|项目)")
_NTH_EN = re.compile(
    r"\b(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|action|project|item|target|point))?\b(?! (?:batch|phase|stage|time|half|quarter|year|industry|of all))"
)
_LAST = re.compile(r"(?:最[后尾]|末尾|倒数第一)(?:的)?那?一?(?:个|项|条)(?:工程|行动|项目|指标|目标)?")
_NUMBERS = "一二三四五六七八九十"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last")
_MARK = re.compile(r"\[\d{1,3}\]")


def pointed(question: str, shown: str, newer: str = "") -> str:
    """`question` with 第三个 replaced by the third item of the list that was shown last; where the question names a kind of
    things that only a `newer` list has (第一个工程, of an action's projects), by that of this one.
    """
    folded = fold(question)
    items = _items(shown)
    if (kind := _KIND.search(folded)) and not _all_of(items, kind[1]) and _all_of(_items(newer), kind[1]):
        items = _items(newer)
    found = _NTH.search(folded), _NTH_EN.search(folded), _LAST.search(folded)
    match = next((one for one in found if one), None)
    number = _number(match, len(items)) if match else 0
    if not match or not 0 < number <= len(items):
        return question
    return question[: match.start()] + items[number - 1] + question[match.end() :]


def _all_of(items: list[str], kind: str) -> bool:
    """Whether the items of a list are called by one word: projects, actions."""
    return len(items) > 1 and all(fold(one).strip('“”"').endswith(kind) for one in items)


def _number(match: re.Match[str], many: int) -> int:
    """Which of `many` items an expression names."""
    if match.re is _LAST or match[1] == "last":
        return many
    if match.re is _NTH_EN:
        return _ORDINALS.index(match[1]) + 1
    return int(match[1]) if match[1].isdigit() else _NUMBERS.index(match[1]) + 1


def _items(shown: str) -> list[str]:
    """The items of the list in an answer: one a line, or one line of names after a colon."""
    lines = [_MARK.sub("", line).strip(" •·。") for line in shown.split("\n") if line.strip()]
    if len(lines) == 1 and "：" in lines[0]:
        return [name.strip("“”‘’") for name in lines[0].split("：", 1)[1].split("、")]
    return [line.split("（", 1)[0] for line in lines[1:]] if lines and lines[0].endswith((":", "：")) else []
