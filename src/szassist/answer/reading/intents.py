"""What the intent that a cue tells comes to, beside the years and the units that a clause names."""

from __future__ import annotations

import re

from szassist.answer.reading.cues import cues
from szassist.answer.reading.scope import SOME, weight
from szassist.query import Intent, Term

_NAMED_FIRST = re.compile(  # 前海管理局是哪几个行动的责任单位; what is the water authority in charge of
    r"(?:是|作为|担任|列为).{0,8}(?:责任|牵头)单位|哪.{0,3}(?:行动|工程|项目|任务)"
    r"|^(?:and |so )?(?:what|which (?:actions?|projects?|tasks?|targets?|areas?|work))\b"
)
_MOVES = re.compile(  # 2020到2025降多少, 还得再添多少, 要多盖多少; 降到多少 asks for the figure
    r"(?:[降升涨增减扩缩添提]|提高|提升|增加|减少|下降|上升|降低|压减|扩大|收紧|放宽|压缩|压低|拉高|抬高|调高|调低|下滑|回落|攀升)(?:了|出|掉)?(?:多少|几)"
    r"|(?:[再多少]|往[上下])(?:要|得|需要?|会|能)?[^\W\d到至达成为是有]{1,2}(?:了|出)?(?:多少|几)"
)
_OTHERS = re.compile(
    "(?:还有|此外|除此以?之?外|另外|其他|其余)(?:的|就|都)?(?:呢|谁|哪(?:些|几)?(?:个|家)?)?[? ]*$"
)  # 组织部、人社,还有?
_COUNTED = re.compile("行动|工程|项目|任务|指标|目标|工作|事|action|project|target|task|indicator|dut")
_BY_WHEN = re.compile(
    "(?:什么时候|几时|何时|哪年|什么时间|啥时候|多久)[^,。;?!]{0,6}(?:做|干|完成|落实|办)(?:完|好|成|到)?(?:哪|什么|啥)|(?:哪些|什么|啥|几项)(?:任务|工作|事情?)[^,。;?!]{0,6}(?:什么时候|几时|何时|什么时间|啥时候)"
)
TELLING = 0.35  # weight of the words that make a clause speak of something


def asks_duties(clause: str, intent: Intent) -> bool:
    """Whether a clause asks what the units named have to do: 被列入哪几项行动; 应参与的工程 where nothing else is asked."""
    if intent is Intent.WHEN and _BY_WHEN.search(clause):  # 要在什么时候完成哪些任务
        return True
    if intent in (Intent.WHEN, Intent.DIFFERENCE, Intent.COMPARE):
        return False
    alone = intent in (Intent.OTHER, Intent.LIST, Intent.MEASURES, Intent.DEFINITION, Intent.DUTIES)
    return bool(cues().duties.search(clause) or (alone and cues().duties_told.search(clause)))


def without_duties(text: str) -> str:
    """A text without the words that ask for duties."""
    for said in (cues().duties, cues().duties_told, cues().duties_verbs):
        text = said.sub(" ", text)
    return text


def moving(intent: Intent, years: tuple[int, ...], clause: str) -> Intent:
    """The intent of the cue; by how much something moves between two years asks for a difference."""
    return Intent.DIFFERENCE if intent is Intent.VALUE and len(years) > 1 and _MOVES.search(clause) else intent


def settled(intent: Intent, units: tuple[str, ...], found: tuple[Term, ...], clause: str, question: str) -> Intent:
    """The intent of the cue, unless a unit is named and nothing else: then its duties are asked for."""
    telling = tuple(term for term in found if term.weight >= SOME)  # many small words name nothing
    alone = units and weight(telling) < TELLING
    if units and not alone and _OTHERS.search(question):
        return Intent.WHO
    if alone and intent is Intent.WHO and _NAMED_FIRST.search(clause):
        return Intent.DUTIES
    told = (Intent.LIST, Intent.MEASURES, Intent.OTHER, Intent.DEFINITION, Intent.WHETHER)
    counted = intent is Intent.VALUE and _COUNTED.search(clause)
    if alone and (counted or intent in told):
        return Intent.DUTIES
    return intent
