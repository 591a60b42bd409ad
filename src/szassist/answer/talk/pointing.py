"""Items of the list that was shown last, spoken of by their place in it: 第三个, 头一条, 倒数第二项, the third one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from szassist.answer.reading.asking import EDGES
from szassist.answer.reading.cues import cues
from szassist.answer.reading.kinds import kinds_asked
from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import tells
from szassist.answer.talk.takeover import WORDED
from szassist.query import Intent, Query, Regard
from szassist.text.numerals import han_number
from szassist.text.script import fold, has_chinese

_ONE = "(?:个|项|条|类|大|点|样|种|款|块|则|座|位|方面)"
_CALLED = "(?:工程|行动|项目|指标|目标|原则|定位|挑战|机遇|问题|任务|措施)"
_NUMBER = r"[一二三四五六七八九十]|\d{1,2}"
_WHERE = "(?:的|面|头|边|边的|面的|头的|那里)?[这那]?一?"
_AND = (
    "(?=$|[\\s,。?!、的是讲说呢具展详啊呀])"  # what follows a number without a measure word: 第三方 is no third one
)
_NTH = re.compile(rf"第({_NUMBER})(?:{_ONE}{_CALLED}?|{_CALLED}|{_AND})")
_FROM_LAST = re.compile(rf"(?:倒数|倒着数|从后往前数?)第?({_NUMBER}){_ONE}{_CALLED}?")
_FIRST = re.compile(
    rf"(?:头|打头|排头|开头|起头|最[前上]|排(?:在)?最前){_WHERE}{_ONE}{_CALLED}?(?!(?:我|咱)?[问聊])(?<!最前一个)(?<!最上一个)"
)
_LAST = re.compile(rf"(?:最[后尾末]|末[尾了]?|尾巴上?|收尾|压轴|倒数第一|垫底){_WHERE}{_ONE}{_CALLED}?")
_KIND = re.compile(rf"(?:第(?:{_NUMBER})|最[后尾末]一?|头一?)(?:个|项|条|类|大)?(工程|行动|项目)")
_NTH_EN = re.compile(
    r"\b(?:the )?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?: (?:one|action|project|item|target|point))?\b(?! (?:batch|phase|stage|time|half|quarter|year|industry|of all))"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last")
_MARK = re.compile(r"\[\d{1,3}\]")
_LABEL = re.compile(r"^(?:\d{1,2}[.、]\s*|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]{1,2}(?:是|、))")
_OPEN = "那呢的啊呀 "  # around an item, they ask nothing of their own


@dataclass(frozen=True, slots=True)
class Pointed:
    """A message with the item that it points at written out, and that item; "" where it points at none."""

    question: str
    item: str = ""


def pointed(question: str, shown: str, newer: str = "") -> Pointed:
    """`question` with 第三个 replaced by the third item of the list that was shown last; where the question names a kind of
    things that only a `newer` list has (第一个工程, of an action's projects), by that of this one.
    """
    folded = fold(question)
    items = _items(shown)
    if (kind := _KIND.search(folded)) and not _all_of(items, kind[1]) and _all_of(_items(newer), kind[1]):
        items = _items(newer)
    ways = (_FROM_LAST, _NTH, _NTH_EN, _LAST, _FIRST)
    match = next((found for said in ways if (found := said.search(folded))), None)
    back = cues().back.search(folded)  # 回到第一个问题 goes back to no item
    number = _number(match, len(items)) if match else 0
    if not match or (back and back.start() < match.start() < back.end()) or not 0 < number <= len(items):
        return Pointed(question)
    item = items[number - 1]
    return Pointed(question[: match.start()] + item + question[match.end() :], item)


def told_of(found: Pointed, earlier: Query, reader: Reader) -> Query | None:
    """The query of a message that only wants to be told what an item of a list says: 第三条展开讲; None where it points at
    none, or asks for anything else, be it only what was asked of another item: 第五个呢, after 第二个谁负责.
    """
    if not found.item or not has_chinese(found.item):
        return None
    rest = cues().more.sub(" ", fold(found.question).replace(fold(found.item), " "))
    if not EDGES.sub("", rest).strip(_OPEN) and earlier.intent not in WORDED:
        return None
    own = reader.read(rest)[0] if EDGES.sub("", rest) else None
    if own and (own.intent not in WORDED or tells(own.terms) or own.years or own.units or kinds_asked(own)):
        return None
    query = reader.read(found.item)[0]
    return replace(
        query, intent=Intent.MEASURES, regard=Regard.ITEM, sought=fold(found.item), documents=earlier.documents
    )


def _all_of(items: list[str], kind: str) -> bool:
    """Whether the items of a list are called by one word: projects, actions."""
    return len(items) > 1 and all(fold(one).strip('“”"').endswith(kind) for one in items)


def _number(match: re.Match[str], many: int) -> int:
    """Which of `many` items an expression names."""
    if match.re is _FIRST:
        return 1
    if match.re is _LAST or match[1] == "last":
        return many
    if match.re is _NTH_EN:
        return _ORDINALS.index(match[1]) + 1
    number = int(han_number(match[1]))
    return many + 1 - number if match.re is _FROM_LAST else number


def _items(shown: str) -> list[str]:
    """The items of the list in an answer, without their numbers: one a line below one that ends with a colon, or one line of
    names after a colon.
    """
    lines = [_MARK.sub("", line).strip(" •·。") for line in shown.split("\n") if line.strip()]
    if len(lines) == 1 and "：" in lines[0]:
        return [name.strip("“”‘’") for name in lines[0].split("：", 1)[1].split("、")]
    head = next((at for at, line in enumerate(lines[:2]) if line.endswith((":", "："))), None)
    return [_LABEL.sub("", line.split("（", 1)[0]) for line in lines[head + 1 :]] if head is not None else []
