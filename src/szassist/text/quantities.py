"""Figures as Chinese official documents write them: value, unit and bound, each with its place in the text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from szassist.schema import Comparator
from szassist.text.numerals import POWERS, counts, han_number
from szassist.text.quantity import Quantity as Quantity
from szassist.text.quantity import shared, spanning
from szassist.text.script import fold

_ROMAN = {c: i + 1 for i, c in enumerate("ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ")}
_BEFORE = 12  # characters to look back for a bounding word: 至少建设一家 needs a verb between


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The vocabularies of `quantities.toml`, compiled."""

    figure: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    bounds: dict[str, Comparator]
    aliases: dict[str, str]
    change: frozenset[str]
    units: frozenset[str]


_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d+)(?:\.\d+)?"
_HAN = r"[零〇一二两三四五六七八九十百千万亿]"
_MAGNITUDE = r"(?:[十百千]?[万亿]{1,2}|[百千](?![克瓦米伏分]))"  # 千克, 千瓦 are units of their own
_DASH = r"(?:\s?[-—–~－～]{1,2}\s?|至|到)"
_BOUND = {
    "at_least": Comparator.AT_LEAST,
    "at_most": Comparator.AT_MOST,
    "approx": Comparator.APPROX,
    "equal": Comparator.EQUAL,
}


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


@cache
def _grammar() -> _Grammar:
    data: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    units = [fold(unit) for unit in data["units"]]
    one = f"(?!对[吧吗么嘛咩不])(?:{_any(units)})(?![a-z0-9])"  # 是9万对吧 counts no pairs
    per = rf"(?:[/·](?:{one}|\d*[十百千万亿]+(?:{_any(units)})?))"
    unit = rf"(?:{_MAGNITUDE}?(?:{one}{per}{{0,2}}|{per})|(?:[百千]?[万亿]{{1,2}}))"
    counter = _any(map(fold, data["counters"]))
    figure = "|".join(
        (
            rf"(?P<per>百分之|千分之)(?P<pernum>{_HAN}+(?:点{_HAN}+)?|{_NUMBER})",
            rf"(?<!{_HAN})(?P<den>{_HAN}{{1,9}})分之(?P<num>{_HAN}{{1,9}})",
            r"翻(?P<fold>[一两二三四])番",
            r"(?P<half>一半)(?=以|左右|及以|或以)",
            r"(?P<roman>[ⅠⅡⅢⅣⅤⅥ])(?P<grade>类)",
            rf"(?<![a-z\d.°′″+/])(?P<a>\d+)/(?P<b>\d+)(?![\d十百千万亿.])(?!{one})",
            rf"(?<![a-z\d.°′″+])(?P<low>{_NUMBER})\s?(?P<lowunit>{unit})?(?P<dash>{_DASH})"
            rf"(?P<high>{_NUMBER})\s?(?P<more2>[多余几])?(?P<highunit>{unit})?(?![°′\d])",
            rf"(?<![a-z\d.°′″+])(?P<value>{_NUMBER})\s?(?P<more>[多余几])?(?P<unit>{_MAGNITUDE}[多余]{one}|{unit})?(?![°′+])",
            rf"(?<!{_HAN})(?P<han>{_HAN}{{1,15}})(?P<hanmore>[多余])?(?P<hanunit>{counter})",
        )
    )
    bounds = {w: _BOUND[kind] for kind in _BOUND for w in data["before"][kind]}
    after = {w: _BOUND[kind] for kind in ("at_least", "at_most", "approx") for w in data["after"][kind]}
    return _Grammar(
        re.compile(figure),
        re.compile(
            rf"(?P<word>{_any(bounds)})(?:了|有)?(?P<near>约|近)?[\s:]?$|(?P<least>至少)[\u4e00-\u9fff]{{1,5}}$"
        ),
        re.compile(rf"\s?(?P<word>{_any(after)})|(?P<within>内)"),
        bounds | after | {"至少": Comparator.AT_LEAST},
        {fold(k): fold(v) for k, v in data["aliases"].items()},
        frozenset(data["change"]["words"]),
        frozenset(units),
    )


# What looks like a figure but names something: dates, document numbers, list numbers, titles, codes, coordinates.
_NAMES = re.compile(
    r"《[^《》\n]{1,90}》|[“「『‘][^”」』’\n]{0,14}[”」』’]|[〔\[(]\d{4}[〕\])]\s?第?\d+号"
    r"|(?:19|20)\d\d(?:\s?[-—–~至、]{1,2}\s?(?:19|20)\d\d){0,6}\s?年(?:\s?\d{1,2}\s?月)?(?:\s?\d{1,2}\s?[日号])?"
    r"|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}"
    r"|(?<![\d.个])\d{1,2}月(?:份|底|末|初|前|\d{1,2}[日号])?|pm\s?(?:2\.5|10)|从0到1|(?<!\d)\d{1,6}(?:\+[\dn]{1,6}){1,9}"
    r"|(?:(?<=[\s。;:])|^)\d{1,2}[.、](?!\d(?!\d\d\d年))|[①-⑳]|\d{1,3}°\d{0,2}[′']?\d{0,2}|每\d{1,6}[万千百]|0\d{2,3}-\d{7,8}"
)
_MARKS = str.maketrans({"，": "；", **{chr(c): " " for c in range(0x2460, 0x2474)}})


def _masked(text: str) -> str:
    """`text` folded, with names blanked out; offsets stay."""
    return _NAMES.sub(lambda m: "\x00" * len(m.group()), fold(text.translate(_MARKS)))


def quantities(text: str) -> list[Quantity]:
    """The figures of `text` in order; dates, document numbers and figures inside names are left out."""
    return list(_quantities(text))


@lru_cache(4096)  # sentences of the documents, which many answers are checked against
def _quantities(text: str) -> tuple[Quantity, ...]:
    masked = _masked(text)
    found = [q for m in _grammar().figure.finditer(masked) for q in _read(m, masked, text)]
    return tuple(spanning(shared(found, masked), text))


def _read(match: re.Match[str], masked: str, text: str) -> list[Quantity]:
    """The figure of one match: none where it is a name after all, two where a dash joins no range."""
    group = match.groupdict()
    start, end = match.span()
    if group["low"] is not None:
        return _range(match, masked, text)
    if group["value"] is not None:
        value, (unit, more) = _number(group["value"]), _without_more(_slice(text, match, "unit"))
        if not unit and (re.match("[a-z]", masked[end : end + 1]) or _is_year(group["value"])):
            return []
        return [_bounded(masked, text, start, end, value, unit, group["more"] or more)]
    if group["han"] is not None:
        return _han(match, masked, text)
    if group["per"] is not None:
        number = group["pernum"]
        value = _number(number) if number[0].isdigit() else han_number(number)
        return [_bounded(masked, text, start, end, value, "%" if group["per"] == "百分之" else "‰", None)]
    if group["roman"] is not None:
        return [
            _bounded(masked, text, start, end, Decimal(_ROMAN[group["roman"]]), _slice(text, match, "grade"), None)
        ]
    if group["fold"] is not None:
        times = _bounded(masked, text, start, end, han_number(group["fold"]), "番", None)
        return [times if times.comparator_word else replace(times, comparator_word=text[start])]
    if group["half"] is not None:
        return [_bounded(masked, text, start, end, Decimal("0.5"), "", None)]
    above, below = (
        (_number(group["a"]), _number(group["b"]))
        if group["a"] is not None
        else (han_number(group["num"]), han_number(group["den"]))
    )
    return [_bounded(masked, text, start, end, above / below, "", None)] if below else []


def _without_more(unit: str) -> tuple[str, str | None]:
    """万余人次 without the 余 in it, and the 余."""
    match = re.search(r"(?<=[万亿千百萬億])[多余餘]", unit)
    return (unit[: match.start()] + unit[match.end() :], match[0]) if match else (unit, None)


def _range(match: re.Match[str], masked: str, text: str) -> list[Quantity]:
    """5.5%-6% as one pair; two figures where the first is not the lower one or 从 … 到 … is a change."""
    low, high = _number(match["low"]), _number(match["high"])
    start, end = match.span()
    low_unit, high_unit = _slice(text, match, "lowunit"), _slice(text, match, "highunit")
    change = match["dash"] in "至到" and re.search(r"[从由自][^,;。\s]{0,6}$", masked[max(0, start - 8) : start])
    mixed = low_unit and high_unit and measure(low_unit)[1] != measure(high_unit)[1]
    if low < high and not change and not mixed and (high_unit or low_unit or "." in match["low"] + match["high"]):
        return [_bounded(masked, text, start, end, (low, high), high_unit or low_unit, match["more2"])]
    first_end = match.end("lowunit") if match["lowunit"] else match.end("low")
    pair = [
        _bounded(masked, text, start, first_end, low, low_unit or high_unit, None),
        _bounded(masked, text, match.start("high"), end, high, high_unit, match["more2"]),
    ]
    return [q for q in pair if q.unit or not (_is_year(str(q.value)) or q.value == 0)]


def _han(match: re.Match[str], masked: str, text: str) -> list[Quantity]:
    """A numeral in characters counts where it is more than 一 or a word bounds it (至少一家, 每月一次)."""
    numeral = match["han"]
    if not counts(numeral):
        return []
    found = _bounded(
        masked, text, *match.span(), han_number(numeral), _slice(text, match, "hanunit"), match["hanmore"]
    )
    bounded = found.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    head = masked[max(0, found.start - 14) : found.start]
    each = re.search(r"(至少)?每[^,;。、]{1,12}$", head) if found.base in ("次", "场") else None
    if each and each[1]:
        word = text[found.start - len(head) + each.start() :][:2]
        return [replace(found, comparator=Comparator.AT_LEAST, comparator_word=word)]
    return [found] if found.ordinal or numeral != "一" or bounded or each else []


def _bounded(
    masked: str,
    text: str,
    start: int,
    end: int,
    value: Decimal | tuple[Decimal, Decimal],
    unit: str,
    more: str | None,
) -> Quantity:
    """A figure together with the words that bound it on either side."""
    grammar = _grammar()
    head = masked[max(0, start - _BEFORE) : start]
    before, after = grammar.before.search(head), grammar.after.match(masked, end)
    magnitude, base = measure(unit)
    if after and after["within"] and not _within(masked, end, base):
        after = None
    left, right = start, after.end() if after else end
    word, bound = "", Comparator.EQUAL
    if before:
        name = "word" if before["word"] else "least"
        bound = grammar.bounds[before[name]]
        left = start - len(head) + before.start(name)
        word = text[left : left + len(before[name])]
        if before["near"]:
            bound, word = Comparator.APPROX, text[start - len(head) + before.start("near")]
    if after:
        name = "word" if after["word"] else "within"
        word = text[after.start(name) : after.end(name)]
        bound = grammar.bounds.get(after[name], Comparator.AT_MOST)
    elif more and bound in (Comparator.EQUAL, Comparator.APPROX):
        bound, word = Comparator.AT_LEAST, more
    if isinstance(value, tuple):
        bound = Comparator.RANGE
    return Quantity(
        start, end, left, right, value, unit, base, magnitude, bound, word, _is_ordinal(masked, start, end, base)
    )


def _within(masked: str, end: int, base: str) -> bool:
    """Whether 内 after a figure closes it (控制在7%内。 3年内取消 …) and does not open a word (内部)."""
    follows = masked[end + 1 : end + 2]
    return base in DURATIONS or not follows or not ("\u4e00" <= follows <= "\u9fff")


_TIME = "年 个月 月 天 日 周 小时 个小时 分钟 个季度 季度 个工作日 工作日"
DURATIONS = frozenset(_TIME.split())


def _is_ordinal(masked: str, start: int, end: int, base: str) -> bool:
    head = masked[max(0, start - 3) : start]
    if head.endswith("第") or re.search(r"(?:^|[^目之以日提年])前[列]?$", head):
        return True
    if base == "期" and head.endswith(("(", "（")):  # 深圳国家基因库(二期)
        return True
    return masked[end : end + 1] in ("强", "号", "届") or (base in ("%", "") and masked[end : end + 3] == "百分位")


def units() -> frozenset[str]:
    """The units and measure words that may follow a figure, folded."""
    return _grammar().units


def measure(unit: str) -> tuple[Decimal, str]:
    """The magnitude of a unit as written and its one spelling: 萬億元 is (10**12, 元)."""
    folded = re.sub(r"\s", "", fold(unit))
    match = re.match(_MAGNITUDE, folded)
    head = match.group() if match else ""
    factor = Decimal(1)
    for char in head:
        factor *= POWERS[char]
    parts = folded[len(head) :].split("/")
    aliases = _grammar().aliases
    return factor, "/".join(aliases.get(part, part) for part in parts)


def is_change(word: str) -> bool:
    """Whether a comparator word says how much an indicator moves (下降, 同比增长) and not where it stands."""
    return fold(word) in _grammar().change


def change_words() -> str:
    """A regular expression for any change word in a folded text."""
    return _any(_grammar().change)


def _slice(text: str, match: re.Match[str], name: str) -> str:
    return text[match.start(name) : match.end(name)].strip() if match[name] else ""


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")
