"""Years and terms as official documents state them, and what they say: a deadline, a start, a base year …"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from szassist.text.script import fold


class TimeKind(StrEnum):
    """What a time expression does in its sentence."""

    DEADLINE = "deadline"  # 到2025年, 2030年前, 2019年12月底前
    START = "start"  # 2023年开始, 2022年起
    AS_OF = "as_of"  # 截至2021年底
    POINT = "point"  # 2021年, 2021年末, 2022年11月
    PERIOD = "period"  # 1979年至2021年, 2021-2025年
    PLAN = "plan"  # “十四五”时期
    BASE = "base"  # 比2020年下降, 以2015年为基准
    TERM = "term"  # 近期, 中期, 远期: the document says which years
    VAGUE = "vague"  # 本世纪中叶: no year can be named


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression with its place in the text; `year` is the one it names, of a period the last one."""

    start: int
    end: int
    kind: TimeKind
    year: int | None
    first_year: int | None = None  # of a period
    month: int | None = None
    day: int | None = None


_FIVE_YEAR = {
    "十五": 2005,
    "十一五": 2010,
    "十二五": 2015,
    "十三五": 2020,
    "十四五": 2025,
    "十五五": 2030,
    "十六五": 2035,
}
_HAN_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})"
_DASH = r"\s?[-—–~至到]{1,2}\s?"
_CLOSE = r"(?:\s?(?P<month>\d{1,2})\s?月(?:份|\s?(?P<day>\d{1,2})\s?[日号])?)?(?P<edge>年?(?:底(?!线)|末|初(?![中级步等创诊]))|上半年|下半年)?"
# A number of four digits is a year only with 年 after it, alone or at the end of a list (2020、2025和2030年).
_TIME = re.compile(
    r"(?P<base>比|较|相较于?|相比于?|与|同|以|在|从|由)?"
    r"(?:(?P<lead>截至到?|截止到?|力争到|确保到|争取到|到|至|于|自)\s?)?"
    r"(?:“?(?P<plan>十[一二三四五六]?五)”?(?=时期|期间|以来|末|中期|前|初|后)(?:时期|期间|以来|末|中期|初)?"
    rf"|(?P<first>{_YEAR})\s?年?{_DASH}(?P<last>{_YEAR})\s?年(?:期间)?"
    rf"|(?P<year>{_YEAR})\s?年{_CLOSE}"
    rf"|(?P<listed>{_YEAR})(?=(?:[、和,]{_YEAR}){{1,4}}年)"
    r"|(?P<vague>本世纪中叶|本世纪末|本世纪)|“?(?P<joined>十[一二三四五六]?五)”?(?=[和、及与]“?十[一二三四五六]?五”?(?:时期|期间))|(?P<term>近期|中期|远期)(?=为|到|目标|规划|[:(,至]))"
    r"(?P<tail>之前|以前|前(?!沿|后|列|夕|海|提)|开始|起|以来|后)?(?P<upon>的?基础上|相比)?"
)
# Documents and programmes named after a year: the year names them and dates nothing.
_TITLES = re.compile(r"《[^《》\n]{1,90}》")
_NAMED = re.compile(
    r"(?:[^,;。、《》\s\d]{0,10}?)(?:议程|远景目标纲要|规划纲要|年度目标责任|指标值)|(?:修订|修正|版)[)〕]|(?:规划|纲要|计划|方案)"
)
_CHANGE = re.compile(
    r"[^,;。]{0,8}?(?:下降|上升|增长|增加|减少|提高|降低|提升|翻|相比|为基准|为基数|的?数据为基|基础上|水平|的[0-9])"
)


def dates(text: str) -> list[TimeExpression]:
    """The time expressions of `text` in order; years inside titles and names are left out."""
    folded = fold(text)
    hidden = _TITLES.sub(lambda m: "\x00" * len(m.group()), folded)
    return list(_read_all(hidden))


def _read_all(folded: str) -> Iterator[TimeExpression]:
    for match in _TIME.finditer(folded):
        if _NAMED.match(folded, match.end()) and not match["tail"]:
            continue
        yield _read(match, folded)


def _read(match: re.Match[str], folded: str) -> TimeExpression:
    start, end = match.span()
    kind = _kind(match, folded)
    if match["base"] and kind is not TimeKind.BASE:  # 在2025年, 从2020年: the word before is no part of it
        start = match.end("base")
    if plan := match["plan"] or match["joined"]:
        year = _FIVE_YEAR[plan]
        return TimeExpression(start, end, kind, year, year - 4)
    if match["last"]:
        return TimeExpression(start, end, kind, _year(match["last"]), _year(match["first"]))
    if match["vague"] or match["term"]:
        return TimeExpression(start, end, kind, None)
    year_text = match["year"] or match["listed"]
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    valid = month is None or 1 <= month <= 12
    return TimeExpression(start, end, kind, _year(year_text), None, month if valid else None, day if valid else None)


def _kind(match: re.Match[str], folded: str) -> TimeKind:
    """What the words around the year make of it."""
    lead, tail = match["lead"] or "", match["tail"] or ""
    if match["vague"]:
        return TimeKind.VAGUE
    if match["term"]:
        return TimeKind.TERM
    if _is_base(match, folded):
        return TimeKind.BASE
    if tail in ("开始", "起", "以来", "后") or lead == "自":
        return TimeKind.START
    if lead.startswith(("截至", "截止")):
        return TimeKind.AS_OF
    if match["plan"] or match["joined"]:
        return TimeKind.DEADLINE if lead.endswith("到") or tail else TimeKind.PLAN
    if tail or lead.endswith(("到", "至")):
        return TimeKind.DEADLINE
    return TimeKind.PERIOD if match["last"] else TimeKind.POINT


def _is_base(match: re.Match[str], folded: str) -> bool:
    word = match["base"]
    if match["upon"] or word in ("比", "较", "相较", "相较于", "相比", "相比于"):
        return True
    if word in ("从", "由"):  # 由2020年的7.8%提升至10%
        return re.match(r"[底末初]?的\s?\d", folded[match.end() : match.end() + 5]) is not None
    if word in ("与", "同", "以", "在"):
        return _CHANGE.match(folded, match.end()) is not None
    return False


def _year(written: str) -> int:
    return int("".join(_HAN_DIGITS.get(c, c) for c in written))
