"""What a question names: years, units of government, places, documents, figures and the measure it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.reading.cues import cues
from szassist.answer.reading.places import known_places
from szassist.answer.words.english import EnglishFigure, figures, measure_asked
from szassist.query import Asserted, Intent
from szassist.schema import Comparator
from szassist.text.dates import TimeKind, dates
from szassist.text.numerals import han_number
from szassist.text.quantities import DURATIONS, Quantity, quantities
from szassist.text.script import has_chinese

BARE = 10  # a figure without a unit or point counts as stated from here on
_BARE_YEAR = re.compile(
    r"(?<![0-9.])(?:20[0-9]{2}|19[5-9][0-9](?=[到至和跟与比对的]|\D{1,6}20[0-9]{2})|(?:(?<=\bin )|(?<=\bof )|(?<=since ))19[5-9][0-9])(?!\.?[0-9]|%)(?!年?(?:可持续|议程))"
)
# 25年底 is a year; 用了25年, 25年内 are lengths of time, and so are 二三年, 三五年.
_LENGTH = (
    r"(?<![近满约共长第过续期超上达用这])(?<!(?<!到)了)(?<!为期|至少|已有|未来|今后)",
    r"年(?![内来间期多以之限寿龄])",
)
_SHORT_YEAR = re.compile(rf"(?<![0-9.]){_LENGTH[0]}([23][0-9]){_LENGTH[1]}")
_HAN = "〇零○一二三四五六七八九"
_HAN_YEAR = re.compile(
    rf"(?<![{_HAN}十百千万亿]){_LENGTH[0]}(?:(?!二三|三五)([二三][{_HAN}]){_LENGTH[1]}|二[〇零○]([一二三四五][{_HAN}])(?![{_HAN}年]))"
)
_AGAINST = re.compile(r"20[0-9]{2} ?[对比] ?(?:20[0-9]{2}|目标)")  # 2025对2030 counts no pairs
_FROM = re.compile("[从由]$")
_IN_ORDER = re.compile(r"分别|\brespectively\b")
_OF_EACH = re.compile(
    r"一样|相同|同样|没变|不变|没动|[没冇]变|持平|[都均]是|都[要达到]|一直|\d年?[和与及跟同、](?:20)?\d\d年|\b(?:the same|both|unchanged)\b"
)
_COMPARED = re.compile(r"(?:[比较]|(?:compared (?:with|to)|than)(?: in)?)\s?$")
_OPEN_YEAR = re.compile(r"还是|定系|\d年?[到至—-]+(?:20)?\d\d|哪一?年|\bor\b|\bfrom\b")
_NUMERAL = "[一二两三四五六七八九十百千零〇]"
_SPOKEN = re.compile(  # 是两千三百六吗, 到五点五了: a numeral without a unit is claimed of something
    rf"(?<=[是系到有为达过超])(?:{_NUMERAL}*[十百千万]{_NUMERAL}*|[一二两三四五六七八九十]+点[一二三四五六七八九零]+)"
    r"(?=(?:以[上下内]|左右|了)?(?:[吗吧么嘛咩?,。]|对[吗吧不]|没错|真的|$))"
)
_RATIO = re.compile(r"(?:每|\bper|\bevery|\beach|\b(?:fortune|global|top))\s?$")  # per 1,000 people, Fortune 500
_BORN = re.compile("后(?=的|[青人群生]|$|[?？,。])")  # 90后 are people
_PLANS = {"十三五": 2020, "十四五": 2025, "十五五": 2030}
_PLAN = re.compile(r"[“\"]?(十[三四五]五)[”\"]?(?:期间|时期|规划期|末|期末)?")
_CLAIMS_EN = re.compile(  # a bare number is claimed of something where a question wants to know whether it is so
    r"^(?:and |so |but )?(?:is|are|was|were|will|do|does|did|has|have)\b(?!.*\bor\b)|\b(?:right|correct|true)\b|\bam i wrong\b|n't (?:it|they|there)\W*$"
    r"|\b(?:thought|heard|read|assumed?|told|believed?|remember|says?|said|claims?) "
)
_GIVEN_EN = re.compile(  # bus 104 is a name
    r"\b(?:be|is|was|were|are|been|reach(?:es|ed)?|hits?|at|of|to|over|than|about|around|only|just|have|has|had|gets?|become|becomes)\s$|:\s?$"
)
_ASKED = re.compile(
    r"(?:多少|(?<![好十])几(?!(?<=[了这那近前过]几)(?:年|天|日|个?月|周)))(?:个)?([\u4e00-\u9fff/]{1,6})"
)
_UNIT_END = tuple("局委办会部院署厅队区协府心行关司团联社校学所站馆")
_OF_THEIRS = re.compile("(?:[我你他她咱俺]们?|[本自]|各自)的?(?:[这那]个?)?(?:局|委|署|支队|大队|部门|系统)")
_AT_WORK = ("员", "的", "口", "这行", "战线", "队伍", "人")  # 消防员, 搞水务的
_JOINTS = tuple("、和跟与及同/&")
_BEFORE_A_NAME = "市省和跟与及同由归让找是在向给对像搞做干管的"  # a name may begin behind it
_SYSTEM = re.compile("系统(?!治理|建设|工程|质量|保护|修复|性)")  # 环境系统治理 is no bureau's work
_STRANGER = re.compile(
    rf"(?!{_OF_THEIRS.pattern})[\u4e00-\u9fff]{{2,9}}(?:委员会|管理局|监管局|[局厅署委])(?!里|内|[\u4e00-\u9fff]?[会员])"
)
_DOES = re.compile(
    "[是在来去也只都单独自己一家]*(?:管(?![理道网线控制辖养护])|负责|牵头|主管|分管|抓)(?=[\u3400-\u9fff]{2})"
)
_LEVELS = re.compile("(?:国家|中央|全国|省|区|县|街道|镇)$")
_NOT_A_UNIT = re.compile(
    r"(?:[餐客大展歌舞音乐门]厅|部署|[布格结平时邮全大棋残当骗]局|哪个?局|什么局|哪个?委|各[局委]|常委|党委|市委|省委|区委|[该本贵][局委署厅])$"
)
_WHICH = re.compile("[哪几]|多少|什么|是否")  # 是哪几个局 names none


def years(folded: str) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The years a question names, in order, and the spans they stand in; years inside names are none."""
    found: list[tuple[int, int, tuple[int, ...]]] = []
    for time in dates(folded):
        if time.year is not None:
            first = (time.first_year,) if time.first_year and time.kind is TimeKind.PERIOD else ()
            found.append((time.start, time.end, (*first, time.year)))
    taken = [(start, end) for start, end, _ in found]
    measured = {
        one.start
        for one in quantities(folded)
        if one.unit and one.base not in DURATIONS and not _AGAINST.match(folded, one.start)
    }  # 2000所
    for pattern in (_BARE_YEAR, _SHORT_YEAR, _HAN_YEAR, _PLAN):
        for match in pattern.finditer(folded):
            clear = not any(start < match.end() and match.start() < end for start, end in taken)
            if clear and match.start() not in measured:
                found.append((match.start(), match.end(), (_year_of(match),)))
                taken.append(match.span())
    found.sort()
    named = tuple(dict.fromkeys(year for _, _, some in found for year in some))
    return named, tuple((start, end) for start, end, _ in found)


def moment(folded: str, start: int) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The first year counted from today that stands from `start` on (明年), "" where none does, and where it stands."""
    match = cues().relative.search(folded, start)
    return (match[0], (match.span(),)) if match else ("", ())


def _year_of(match: re.Match[str]) -> int:
    if match.re is _PLAN:
        return _PLANS[match[1]]
    if match.re is _HAN_YEAR:
        tens, ones = ("〇" if char in "零○" else char for char in match[1] or match[2])
        return 2000 + 10 * "〇一二三四五六七八九".index(tens) + "〇一二三四五六七八九".index(ones)
    return 2000 + int(match[1]) if match.re is _SHORT_YEAR else int(match[0])


def units(folded: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The units of government a question names, as the documents write them, and the spans they stand in.

    A short name that is a common word too (水务, 城管) counts only before 局, 部门 and the like, beside another unit
    (组织部、人社), or of somebody at work whose bureau is spoken of (他是消防员, 他们支队); within a longer word of the
    documents (水环境) it is none.
    """
    found: dict[str, None] = {}
    spans: list[tuple[int, int]] = []
    at_work = _AT_WORK if _OF_THEIRS.search(folded) else ()
    for name in sorted((name for name in lexicon.units if name in folded), key=len, reverse=True):
        at = folded.find(name)
        while at >= 0:
            end = at + len(name)
            beside = any(folded[stop:at] in _JOINTS or folded[end:start] in _JOINTS for start, stop in spans)
            people = folded.startswith(("部门", "单位", "那边", "口子", *at_work), end) or _SYSTEM.match(folded, end)
            whole = (
                name.endswith(_UNIT_END)
                or ((people or beside) and not _is_in_a_word(folded, at, end, lexicon))
                or (name.isascii() and _alone(folded, at, end))
            )
            elsewhere = whole and _is_elsewhere(folded[:at], lexicon)
            if whole and not elsewhere and not any(start < end and at < stop for start, stop in spans):
                found[lexicon.units[name]] = None
                spans.append((at, end))
            at = folded.find(name, end)
    order = dict(zip(found, spans, strict=False))
    return tuple(sorted(found, key=lambda unit: order.get(unit, (0, 0)))), tuple(spans)


def doing(folded: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans of units with the word behind each that only says that it answers for what follows: 管 of 水务局管水环境."""
    ends = ((start, end, _DOES.match(folded, end)) for start, end in spans)
    return [(start, does.end() if does else end) for start, end, does in ends]


def _is_elsewhere(before: str, lexicon: Lexicon) -> bool:
    """Whether the words before the name of a unit make it one of the state, of a district or of another city: 省教育厅."""
    if before.endswith(tuple(lexicon.places)):
        return False
    return bool(_LEVELS.search(before)) or before.removesuffix("市").endswith(known_places())


def _is_in_a_word(folded: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a short name is the end of a longer word that the documents have: 环境 of 水环境, 建设 of 设施建设."""
    before = folded[start - 1 : start]
    apart = not has_chinese(before) or before in _BEFORE_A_NAME or folded[:start].endswith(tuple(lexicon.places))
    return not apart and lexicon.vocabulary.knows(folded[start - 1 : end])


def _alone(folded: str, start: int, end: int) -> bool:
    """Whether a stretch of letters is no part of a longer word."""
    return not (folded[start - 1 : start].isalnum() or folded[end : end + 1].isalnum())


def strangers(folded: str, known: tuple[tuple[int, int], ...]) -> tuple[str, ...]:
    """Names of units of government that no document names."""
    import rjieba

    found = []
    for match in _STRANGER.finditer(folded):
        if (
            any(start < match.end() and match.start() < end for start, end in known)
            or _NOT_A_UNIT.search(match[0])
            or match[0][-2] == "的"
            or _WHICH.search(match[0])
        ):
            continue
        words = [word for word, part in rjieba.tag(match[0]) if part[:1] not in "rpcudmq"]
        name = "".join(words)
        if len(name) > 2:
            found.append(name)
    return tuple(found)


def _is_written_out(figure: str, asks: bool) -> bool:
    """Whether a figure claims something: 50%, 百分之五十, 三万, 十个 where a question asks whether it is so; 五个工程 only says
    how many a list has.
    """
    return any(char.isdigit() or char in "百千万亿成倍" or (asks and char == "十") for char in figure)


def _is_telling(one: EnglishFigure) -> bool:
    """Whether an English figure without a unit is large, has a fraction or is bounded."""
    bounded = one.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    return bounded or one.amounts[0] >= BARE or bool(one.amounts[0] % 1)


def measure(folded: str, start: int = 0) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The measure word that the question asks for from `start` on, else before it, as its one spelling (多少辆 asks for 辆),
    and where it stands.
    """
    if said := measure_asked(folded):
        return said[0], (said[1],)
    match = _ASKED.search(folded, start) or _ASKED.search(folded)
    read = quantities(f"1{match[1]}") if match else []
    if (
        not match
        or match[0].endswith("个位")
        or match[1].startswith(("升到", "升至"))
        or not read
        or read[0].start
        or _goes_on(match[1], read[0].end - 1)
    ):
        return "", ()
    return read[0].base, ((match.start(1), match.start(1) + read[0].end - 1),)


def _goes_on(text: str, end: int) -> bool:
    """Whether the first word of `text` is longer than the measure word that ends at `end`: 位子 is no 位."""
    import rjieba

    words: list[str] = rjieba.cut(text, False)
    return len(words[0]) > end


def _without_bound(said: str) -> str:
    """An English figure from its number on: exceed 120,000 yuan denied would be a bound, not exceed 120,000 yuan."""
    return re.sub(r"^\D*", "", said).strip()


def _within(one: Quantity | EnglishFigure | Asserted, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < one.end and one.start < end for start, end in taken)


def asserted(folded: str, taken: tuple[tuple[int, int], ...], any_size: bool = False) -> tuple[Asserted, ...]:
    """The figures a question states, outside of `taken` (its years), each with the years it is stated for (a bare numeral in
    Chinese characters that is said to be so, as digits: 2360 of 是两千三百六吗); durations,
    ranks and the base of a ratio are none, nor are small numbers (五个), unless those of `any_size` are meant.
    """
    told = _stated(folded, taken, any_size)  # of 从25降到18是2025年的目标 the first is of no year
    found = tuple(one for one in told if one is told[-1] or not (taken and _FROM.search(folded, 0, one.start)))
    return tuple(replace(one, years=own) for one, own in zip(found, _years_of(folded, found), strict=True))


def _years_of(folded: str, found: Sequence[Asserted]) -> list[tuple[int, ...]]:
    """The years each figure is stated for: those in the same order (分别), the one before it, several where it is said of
    each (和2025年一样); none of one figure where that is all, or left open (2025年还是2030年).
    """
    named, spans = years(folded)
    if len(named) == len(found) > 1 and _IN_ORDER.search(folded):
        return [(year,) for year in named]
    if len(found) != 1:
        ends = [0, *(one.end for one in found)]
        return [years(folded[end : one.start])[0][-1:] for one, end in zip(found, ends, strict=False)]
    before = [
        one
        for one in spans
        if one[1] <= found[0].start
        and not _COMPARED.search(folded[: one[0]] + folded[slice(*one)].rstrip("年0123456789"))
    ]
    if len(named) < 2 or len(named) != len(spans) or not before or _OPEN_YEAR.search(folded):
        return [()]
    return [named if _OF_EACH.search(folded) else years(folded[slice(*before[-1])])[0]]


def _stated(folded: str, taken: tuple[tuple[int, int], ...], any_size: bool) -> tuple[Asserted, ...]:
    if not any(char > "\u3000" for char in folded):
        claims = _CLAIMS_EN.search(folded)
        return tuple(
            Asserted(_without_bound(folded[one.start : one.end]), one.start, one.end)
            for one in figures(folded)
            if (
                any_size
                or one.bases
                or folded.startswith("0.", one.start)
                or (claims and _GIVEN_EN.search(folded[: one.start]) and _is_telling(one))
            )
            and not _RATIO.search(folded[: one.start])
            and not _within(one, taken)
        )
    asks = cues().intent(folded) is Intent.WHETHER
    spoken = [Asserted(f"{han_number(one[0]):f}", *one.span(), spoken=one[0]) for one in _SPOKEN.finditer(folded)]
    return tuple(one for one in spoken if not _within(one, taken)) + tuple(
        Asserted(folded[one.start : one.end], one.start, one.end)
        for one in quantities(folded)
        if not one.ordinal
        and not _BORN.match(folded, one.end)
        and not _RATIO.search(folded[: one.start])
        and (any_size or _is_written_out(folded[one.start : one.end], asks))
        and (
            any_size
            or one.unit
            or "." in folded[one.start : one.end]
            or (not isinstance(one.value, tuple) and one.value >= BARE)
        )
        and one.base not in DURATIONS
        and not _within(one, taken)
    )


def blanked(text: str, spans: Sequence[tuple[int, int]], blank: str = " ") -> str:
    """`text` with blanks in place of `spans`."""
    for start, end in spans:
        text = text[:start] + blank * (end - start) + text[end:]
    return text
