"""Which figures make a row: commitments and facts, not scopes, durations in passing, ranks or counts in names."""

from __future__ import annotations

import re

from szassist.register.clauses import Clause
from szassist.register.indicator import without_times
from szassist.register.lexicon import any_of, words
from szassist.schema import Comparator
from szassist.text.quantities import DURATIONS, Quantity
from szassist.text.script import fold

_MAKING = re.compile(rf"(?:{any_of((*words('phrases', 'making'), *words('phrases', 'having')))})(?:了|约|近|的)?$")
_PREDICATE = re.compile(any_of(words("phrases", "predicates")))
_RANK = re.compile(any_of(words("phrases", "ranks")))
_NOUN = re.compile(r"\s?(?![并且])[\u4e00-\u9fffa-z“]")
_INTENT = re.compile(rf"(?:{any_of(words('phrases', 'leading'))})$")
_CAPACITY = re.compile(r"的[^,;。]{0,14}(?:能力|规模|产能|容量|装机)$")  # 形成392吨/日的医废处置能力
_COUNTERS = frozenset("个家所座项人处条件辆台套户艘张场次村门种类站只支宗间栋批眼口")
_COMPARED = re.compile(r"(?<!不)(?<!不得)(?:高于|低于|快于|高出)[^,;。]{1,14}(?<!的)$")  # 高于全国平均水平2.3个百分点
_FORMULA = "=×*/÷"
_CONDITION = re.compile(r"的[\s”」]*$")  # 未在3个月内退回的, 租赁期限超过二十年的: a case, not a commitment
_LOOSE = re.compile(r"完成|至少|约|近|增加|减少")  # may open a noun phrase: 完成5家企业搬迁
_GRANTED = re.compile(any_of(words("phrases", "granted")))
_DONE = re.compile(rf"(?:内)?(?:{any_of(words('phrases', 'done'))})")
_SPAN = re.compile(rf"(?:{any_of(words('phrases', 'spans'))})(?:为|是|达到|约)?$")
_WHOLE = re.compile(rf"(?:{any_of(words('phrases', 'places'))}|我市|我省|本市|全区|全县)(?:的|各)?$")
_FULL = re.compile(r"(?:年满|已满|未满|不满|期满|届满|满)$")  # 年满18周岁的: whom it concerns
_UNDONE = re.compile(r"[^,;。]{0,6}(?:仍未|尚未|未)[^,;。]{1,14}的")  # 对6个月内仍未整改到位的…: a case
_LARGE_COUNT = 50  # 等1894家企业 counts more than the names before it; 等4项 only sums them up


def admits(folded: str, clause: Clause, figure: Quantity, follows: bool) -> bool:
    """Whether `figure` is a row of the sentence `folded`; `follows` says that it continues a list whose last figure is one."""
    before, after = folded[clause.start : clause.first.outer_start], folded[clause.last.outer_end : clause.end]
    written = folded[figure.start : figure.end]
    predicate = bool(folded[figure.outer_start : figure.start].strip())
    if clause.inside and not predicate:
        return False
    around = folded[figure.start - 1 : figure.start], folded[figure.end : figure.end + 1]
    if _RANK.search(before) or _COMPARED.search(before) or ":" in around or (around[0] and around[0] in _FORMULA):
        return False
    if _CONDITION.search(folded[figure.outer_end : clause.end]):
        return False
    if not _is_measure(figure, written, before):
        return False
    if not written[0].isdigit() and not _counts(figure, written, before):
        return False
    if figure.base in ("岁", "周岁", *DURATIONS) and _FULL.search(before):
        return False
    if figure.base in DURATIONS and not _is_limit(folded, figure, predicate):
        return False
    if not _NOUN.match(after) or figure.base in DURATIONS:
        return True
    return _in_noun_phrase(figure, before, after, predicate, follows)


def _is_measure(figure: Quantity, written: str, before: str) -> bool:
    """A share, or an amount with a unit; a bare number or a fraction only where a word bounds it."""
    bounded = figure.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
    if not figure.unit:
        return bounded or (("." in written or written == "0") and bool(figure.comparator_word))
    return not (figure.base == "倍" and before.rstrip("约为是").endswith("的"))


def _counts(figure: Quantity, written: str, before: str) -> bool:
    """A numeral in characters is a row where a word bounds it or it says how often (每半年一次)."""
    if written.startswith(("百分之", "千分之")) or figure.unit in ("类", "類", "番"):
        return True
    often = figure.base in ("次", "场") and "每" in before
    return (
        often
        or figure.comparator in (Comparator.AT_LEAST, Comparator.AT_MOST)
        or figure.base in ("成", "倍", "个百分点")
    )


def _is_limit(folded: str, figure: Quantity, predicate: bool) -> bool:
    """A duration is a row as a limit (30日内) or a measured value (达到20天), not in passing (连续9年)."""
    if _UNDONE.match(folded, figure.outer_end):
        return False
    if _DONE.match(folded, figure.outer_end) or _SPAN.search(folded[: figure.outer_start]):
        return True
    if "内" in folded[figure.end : figure.outer_end]:
        return not folded[: figure.outer_start].endswith(("近", "前"))
    return predicate and figure.comparator is not Comparator.APPROX


def _in_noun_phrase(figure: Quantity, before: str, after: str, predicate: bool, follows: bool) -> bool:
    """A figure followed by a noun: 培育100家试点企业 is a row, 综合能耗超过1万吨的数据中心 and 17项目标 are not."""
    before = without_times(before)
    before = _WHOLE.sub("", before)
    if figure.base in ("元", "%") and _GRANTED.match(after):
        return True
    made = bool(_MAKING.search(before)) or not before
    if fold(figure.comparator_word) == "实现":  # 实现85%居住用地…可达公园, but not 实现17项目标
        return figure.base in ("%", "‰")
    if predicate and figure.comparator_word and not _LOOSE.search(fold(figure.comparator_word)):
        return made
    if before.endswith("等"):
        return not isinstance(figure.value, tuple) and figure.value >= _LARGE_COUNT
    if figure.base in ("%", "‰") or _CAPACITY.match(after):
        return True
    if figure.comparator_word:
        threshold = "及以" in figure.comparator_word and figure.base not in _COUNTERS
        return not threshold and (figure.base in _COUNTERS or made or bool(_INTENT.search(before)))
    if follows and not before:
        return True
    return bool(_MAKING.search(before)) or (figure.base in _COUNTERS and bool(_PREDICATE.search(after)))
