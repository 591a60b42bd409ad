"""Where a question names several things together: A和B分别, A、B各, A加B, A比B, A & B."""

from __future__ import annotations

import re
from collections.abc import Iterator

YEAR = "\x00"  # stands in a clause in place of every character of a year
_AND = (
    r"[、;]|(?<![a-z])&|&(?![a-z])|以及|还有|(?<![总饱缓调温平共])和(?![谐平解睦])|(?<![参给])与(?![会否])|(?<![普涉以危])及(?![时格其以])"
    r"|跟(?![踪进])|\b(?:and|versus|vs)\b"
)
_THAN = r"|(?<![占对同环之相配])(?:相)?比(?![例重率较值])|\b(?:than|compared (?:to|with)|outnumbers?|exceeds?)\b"
_ADDED = r"(?<![增参更添附追叠和与及、,\s])加(?:上)?(?![埋强快大速入工固深装盟班起在氢油气注密征])"  # and no 加氢站
_PLUS = rf"|\+|{_ADDED}|\bplus\b"
_SUM = re.compile(
    r"加起来|加埋|合起来|[加合凑并拢算](?:在|到|成|做)?一(?:起|块儿?|堆)|一共|总共|合计|总计|共计|拢共|统共|总和|之和|相加"
    rf"|(?<=[\u3400-\u9fffa-z0-9]){_ADDED}(?=[\u3400-\u9fffa-z0-9]{{2,}}.*(?:多少|几))|\b(?:in total|together|altogether|combined|sum of|plus|total (?:number|amount|area) of)\b"
)
_SO_MANY = r"[这那共等]?[两二三四五六几](?:样|者|项|类|种|个|处|块|档)的?"
_OF_EACH = re.compile(
    rf"(?P<thing>[\u3400-\u9fffa-z0-9.]{{2,10}}?)(?:{_SO_MANY}|的|各自的?|分别的?)(?P<of>[\u3400-\u9fff]{{2,8}})"
)
_COUNTED = re.compile(rf"{_SO_MANY}$")
_ALL_OF_THEM = re.compile(rf"^{_SO_MANY}")
_EACH = re.compile(
    r"分别|各(?:自)?(?:是|为|有|占|要|达|多|几|由|归|该)|各(?=[^类种级区项地]{0,4}(?:多少|几))|\b(?:respectively|each|both)\b"
)

_HOW_FAR = re.compile(
    r"(?:[要会将能再]|大概|大约)?(?:提高|增加|上升|提升|增长|下降|降低|减少|[涨多少高低大小长短差降升])(?:[了出到]|到底)?(?:多少|几|多大)"
    r"|(?:相?差|区别|差别|不同)(?:在|了)?(?:哪|多少|多大|几|什么)"
)


_ASPECT = re.compile("(?:的|之)?(?:累计)?(?:[上下]限|[降增涨升减]幅|幅度|目标|指标|现状)值?")


def is_aspect(name: str) -> bool:
    """Whether a name is none of a thing of its own, but of what is told of the thing before it: 上限及降幅."""
    return _ASPECT.fullmatch(name) is not None


def of_each(last: str) -> tuple[str, str] | None:
    """The last of several things and what is said of all of them behind it: 公办高中三样新增学位, 小学的在校学生."""
    found = _OF_EACH.fullmatch(last.strip())
    return (found["thing"], found["of"]) if found else None


def uncounted(last: str) -> str:
    """The last of several things without how many they are: 公办普高三样."""
    return _COUNTED.sub("", last.strip())


def of_all(said: str) -> str:
    """What a clause beside several things says of all of them: 三样新增学位."""
    return _ALL_OF_THEM.sub("", said.strip())


def sums(folded: str) -> bool:
    """Whether a question asks for a sum: 一共, 加起来, in total."""
    return _SUM.search(folded) is not None


def each(folded: str) -> bool:
    """Whether a question says that it asks for several figures: 分别, 各多少."""
    return _EACH.search(folded) is not None


def spans(text: str, *, compares: bool, adds: bool) -> Iterator[tuple[int, int]]:
    """The stretches of a clause between the words that join things; 比 does where it compares, 加 where it adds."""
    joins = (
        rf"(?<!{YEAR})(?:{_AND}{_THAN if compares else ''}{_PLUS if adds else ''})|(?<={YEAR})(?:{_AND})(?!{YEAR})"
    )
    end = (compares and (far := _HOW_FAR.search(text)) and far.start()) or len(text)
    start = 0
    for match in re.finditer(joins, text[:end]):
        yield start, match.start()
        start = match.end()
    yield start, end
