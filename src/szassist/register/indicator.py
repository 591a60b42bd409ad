"""The noun phrase a figure belongs to, and the key by which the same indicator lines up across documents."""

from __future__ import annotations

import re
from functools import cache

from szassist.register.lexicon import any_of, table, words
from szassist.text.dates import dates
from szassist.text.quantities import change_words, is_change
from szassist.text.script import fold

_LEADING = re.compile(rf"^(?:\s|{any_of(words('phrases', 'leading'))})(?=.)")
_TRAILING = re.compile(rf"(?:\s|{any_of(words('phrases', 'trailing'))})$")
_HAVING = re.compile(rf"(?:{any_of(words('phrases', 'having'))})$")
_PLACE = re.compile(rf"^(?:{any_of(words('phrases', 'places'))})$")
_PLACED = re.compile(rf"^(?:{any_of(words('phrases', 'places'))})")
# What sums up a list before its shared tail: 等4项主要污染物…, 四项主要污染物排放量.
_SUM = (
    r"(?:等(?:\d+|[一二三四五六七八九十]+)?[项种类个]?|(?:\d+|[一二三四五六七八九十]+)[项种类个](?=主要|重点|指标))"
)
_KEEP_TAIL = re.compile(r"(?:目的|(?<!分别)累计|有的)$")
_TIED = re.compile(
    r"^(?:有效|有机|有害|有毒|有线|有色|有关|将军|要素|要害|或有|及时|及格|建成区|对外|对口|对象|对接|于是|探索性|应急|应用|应对|应届|应收|在线|在园|在校|在建|在册|在职|在岗|共享|共同|共建|均衡|均等|和谐|实现率|完成率|达到率|形成率|为主|为民|保障性|保障房|建设用地|建设项目|建设工程|另类|支持力度)"
)


_EDGES = "| ,，、;；:：\t\n"


def without_times(text: str) -> str:
    """`text` without its time expressions and what joins them to it."""
    for time in reversed(dates(text)):
        text = text[: time.start] + text[time.end :]
    return re.sub(
        r"^(?:\(\d+\)|（\d+）|[①-⑳]|第[一二三四五六七八九十百零\d]{1,6}[条款项]|[|=≥≤]+|\d{1,2}[.．、](?!\d)|[和及与與](?=累))",
        "",
        text.strip(_EDGES),
    ).strip(_EDGES)


def noun_phrase(before: str) -> str:
    """What stands before a figure, less time, connectives, verbs of intent and adverbs: an indicator as written."""
    phrase = without_times(before)
    for _ in range(12):
        folded = fold(phrase)
        head = None if _TIED.match(folded) else _LEADING.match(folded)
        tail = None if _KEEP_TAIL.search(folded) else _TRAILING.search(folded)
        if not head and not tail:
            break
        phrase = phrase[head.end() if head else 0 : tail.start() if tail else len(phrase)].strip(" ,，、;；:：。")
    folded = fold(phrase)
    own = re.match(r"(?:全年|全市|全省|全区|全县|我市|我省|本市)(?:现|共|累计)?(?:拥有|有|实现|完成)(?=.)", folded)
    return "" if folded in (*words("phrases", "leading"), "每年", "逐年") else phrase[own.end() if own else 0 :]


def subject_of(gap: str, opens: bool) -> str:
    """What the clause just before a figure is about: 粮食生产 of 实现粮食生产“八连增”,达到244.5万吨.

    Only at the start of a sentence (`opens`) or after a semicolon; elsewhere the figure belongs to the row before.
    """
    if not (opens or re.search("[;；|]", gap)):
        return ""
    for piece in reversed(re.split(r"[,，;；:：|]", gap)[:-1]):
        phrase = noun_phrase(piece)
        folded = fold(phrase)
        cut = re.search(any_of(words("phrases", "turns")), folded)
        phrase = phrase[: cut.start()] if cut else phrase
        if re.search(r"[\u4e00-\u9fff]{2}", phrase) and not folded.startswith(words("phrases", "comparing")):
            return phrase.rstrip("“\"'")
        if "|" not in gap:
            break
    return ""


def around(before: str, after: str) -> str:
    """The indicator of a figure inside its noun phrase: 具备5%左右的尖峰负荷响应能力, 培育100家试点企业."""
    head = noun_phrase(before)
    folded = fold(head)
    if folded.endswith("等"):
        head = ""
    elif match := re.search(r"(?:新建成|具备|具有|形成|建成|拥有|达到|完成)$", folded):
        head = noun_phrase(head[: match.start()])
    tail = re.sub(r"^(?:以上)?的", "", after.strip())
    return head + tail.rstrip(" 。;；,，")


def listed(before: str, count: int) -> list[str]:
    """The `count` indicators of a 分别 list: 先进制造业、高技术制造业占…比重 gives both the shared tail."""
    phrase = noun_phrase(before)
    shared = re.search(_SUM, fold(phrase))
    parts = _split(phrase)
    if len(parts) == count + 1 and parts[0].endswith(("市", "省")):
        parts = parts[1:]
    if len(parts) != count:
        return [phrase] * count
    head = _shared_tail(parts, shared is not None)
    common = parts[-1][head:] if head < len(parts[-1]) else ""
    last = parts[-1][:head] if shared is not None else parts[-1]
    last = re.sub(_SUM + ".*$", "", last) + common if shared else parts[-1]
    return [part + common for part in parts[:-1]] + [last]


def _split(phrase: str) -> list[str]:
    """A list cut at 、和及与 outside brackets."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(phrase):
        depth += (char in "(（〔") - (char in ")）〕")
        if char in "、和及与與" and depth == 0 and i > start:
            parts.append(phrase[start:i])
            start = i + 1
    return [*parts, phrase[start:]]


def _shared_tail(parts: list[str], enumerated: bool) -> int:
    """Where in the last member of a list the part shared by all begins; its length where nothing is shared."""
    last = fold(parts[-1])
    heads = words("indicators", "shared_heads")
    whole = any(fold(parts[0]).endswith(head) for head in (*heads, "率", "数", "gdp"))
    if whole or (
        not enumerated and fold(parts[0]).endswith("量")
    ):  # 化学需氧量、氨氮等4项主要污染物减排量 shares a tail
        return len(last)
    if enumerated and (match := re.search(_SUM + r"(?:主要)?(?:污染物|指标|领域|行业)?", last)):
        return match.end()
    if last.rfind(")") > 0:
        return last.rfind(")") + 1
    found = [last.find(head) for head in heads if last.find(head) > 0]
    return min(found) if found else len(last)


def composed(phrase: str, previous: str) -> str:
    """An indicator cut short by the one before it: 成交额 after X配额成交量, 市县级 after 省级事项网上可办率."""
    previous = without_change(previous)
    folded, before = fold(phrase), fold(previous)
    if not previous:
        return phrase
    if folded.startswith("占") and "占" not in before:
        return previous + phrase
    if _PLACE.match(folded):
        match = _PLACED.match(before)
        return phrase + previous[match.end() if match else 0 :]
    if folded.startswith(("人均", "地均")) and (
        place := re.match(r"[^占]{2,12}?(?:地区(?!生产)|片区|区域)(?=.)", before)
    ):
        return previous[: place.end()] + phrase
    if folded in words("indicators", "siblings"):
        for sibling in words("indicators", "siblings"):
            if before.endswith(sibling):
                return previous[: -len(sibling)] + phrase
    if folded in words("indicators", "totals"):
        return re.sub(r"^(?:新增|新建|新建成|新改建|净增)", "", previous) + phrase
    if folded in words("indicators", "dependents"):
        return previous + phrase
    return phrase


def completed(indicator: str, following: str) -> str:
    """An indicator that only names a level, with the noun of the one after it: 省级 before 县级党政机关."""
    match = _PLACED.match(fold(following)) if _PLACE.match(fold(indicator)) else None
    return indicator + following[match.end() :] if match else indicator


def without_change(indicator: str) -> str:
    """An indicator without the change word that closes it: 研发投入 of 研发投入年均增长."""
    match = re.search(rf"(?<=..)(?:{change_words()})$", fold(indicator))
    return indicator[: match.start()] if match else indicator


def measured(previous: str, share: bool) -> str:
    """The indicator a later figure takes over: after X占Y比重, an amount (not a share) belongs to X."""
    at = fold(previous).find("占")
    return previous if share or at < 2 else previous[:at]


def key(indicator: str, comparator_word: str = "") -> str:
    """The key of an indicator: wordings that mean the same share one, look-alikes do not; a change has its own."""
    folded = re.sub(r"\([^()]*\)|[\s“”\"《》]", "", fold(indicator))
    for pattern, word in _synonyms():
        folded = pattern.sub(word, folded)
    folded = re.sub(any_of(words("indicators", "filler")), "", folded)
    folded = re.sub(r"(?<![指系参倍])数(?![字据码智学控])|(?<=[千万亿]人)口", "", folded)  # 基站数, 每千人口
    change = fold(comparator_word) if is_change(comparator_word) else ""
    return f"{folded}|{change}" if change else folded


@cache
def _synonyms() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(any_of(fold(word) for word in group)), fold(group[0]))
        for group in table("indicators")["synonyms"]
    )
