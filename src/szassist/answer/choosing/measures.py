"""In what measure a question wants its figure: a share, persons, money, what something costs, an area; and which figures are in it."""

from __future__ import annotations

import re

from szassist.answer.choosing.match import count_asked, is_count
from szassist.answer.reading import beside
from szassist.answer.reading.cues import asking
from szassist.query import Query
from szassist.schema import Language
from szassist.text.quantities import measure

FRACTION = re.compile(
    r"(?<![\d.])\d/\d(?![\d万])|分之[一二三四五六七八九十]|一半|过半|[一二三四五六七八九]成(?![为就立果长效])"
)
SHARE = re.compile(
    r"几成|(?<!的)几分之几|占(?![地道用线])(?:到|了)?[^,。;?多少几]{0,5}(?:多少|几)(?=$|[?,。; 呢吧啊呀])|百分之?(?:多少|几)|百分比|百分点|占比|比重|比率|(?<!男女)比例|[\u4e00-\u9fff]{2}率(?=$|[?,。是要到达为有]|多少|目标|指标)"
)
_SHARES = ("%", "‰", "成", "个百分点", "/10万", "")
_ALIKE = ("家所间座处栋", "辆台部架艘", "件宗起", "年岁", "吨立方米")  # measure words that stand for one another
HOW_MANY = re.compile(r"(?:多少|几)[个名位张家所座间台辆条件项]?")
_OF_PERSONS = re.compile(
    r"(?:多少|几)[万亿]*个?(?:小朋友|孩子|小孩|娃|老人|老师|学生|医生|医师|护士|儿童|幼儿|员工|职工|居民|市民|志愿者)(?=$|[?,。; 呢啊呀吗]|在)"
    r"|(?:出生|生|死亡|死|去世|失踪)了?(?:多少|几)[万亿]*个?(?:[\u4e00-\u9fff]{1,3})?(?=$|[?,。; ])"
    r"|(?:小朋友|孩子|小孩|娃娃?|老人|老师|学生|医生|医师|护士|员工|职工)(?:一共|总共|大概|到底|现在|共|有)*(?:多少|几)(?=$|[?,。; 呢啊呀吗])"
)
_PERSON = "人"  # 名 and 位 are read as this
_MONEY = re.compile(
    r"多少钱|金额(?:是|为|有|达|共)*(?:多少|几)|造价|(?:投资|预算|经费|成本)(?:总额)?(?:是|要|需要?|达到?|为|一?共|总共|有|大概|大约|约|到底|究竟)*(?:多少|几(?!成))"
    r"|(?:花|投|砸|掏|拨)(?:了|出|费|入|进|掉|下去)?(?:多少|几)(?:个?[万亿]|钱|$|[?,。])|(?:多少|几)(?:投资|经费|资金|预算)|(?:钱|费用|资金)(?:一共|总共|大概|到底|得|需?要|是)+(?:多少|几)"
)
_COST = re.compile(
    "(?:钱|费用|资金)(?:一共|总共|大概|到底|得|需?要|是)+(?:多少|几)|造价|投资|预算|经费|成本|[花投砸掏拨](?:了|出|费|入|进|掉|下去)*(?:多少|几)"
)
_SPENDING = re.compile("投入|投资|支出|经费|消费|预算|成本|造价|资金|花|元/")
_MYRIADS = re.compile("(?:多少|几)[个十百千]*[万亿](?![分里])")
# Names of amounts at the end of a question, each with what the measures of its figures hold.
_AMOUNT = re.compile(
    "(?:(?P<time>时长)|(?P<times>次数)|(?P<area>面积)|(?P<way>里程)|(?P<money>工资|薪资|造价|[总金投售]额|[单均股票房电水气油菜车物盘]价))"
    "(?=[?？]?$|(?:20\\d\\d年|现在|目前|目标|到底|一共|总共|[的是有为达到要会能约])*(?:多少|几|多[大长高]))"
)
_MEASURES = {
    "time": ("小时", "分钟"),
    "times": ("次",),
    "area": ("平方", "公顷", "亩"),
    "way": ("公里", "米"),
    "money": ("元",),
}
_AREA = re.compile(r"\bwhat(?:'s| is| was| will be)?(?: the)? (?:total |floor |surface |overall )*area of\b")
_DISTANCE = re.compile("多[宽深厚粗远](?=$|[?？,。; 呢啊呀])")


def answers_measure(query: Query, unit: str, name: str) -> bool:
    """Whether a figure in `unit` of what `name` says can answer in the measure that is asked for: 几成 asks for a share,
    多少人 for persons, 花多少 for money.
    """
    given = measure(unit)[1]
    if noun := _AMOUNT.search(asking(query)):
        kind = next(kind for kind, said in noun.groupdict().items() if said)
        return noun[0] in name or any(one in given for one in _MEASURES[kind])
    if _MONEY.search(asking(query)):
        return "元" in given and (not _COST.search(asking(query)) or bool(_SPENDING.search(name)))
    if _DISTANCE.search(asking(query)):
        return given.endswith(("米", "公里")) and not given.startswith(("平方", "立方"))
    if query.language is Language.EN and _AREA.search(asking(query)):
        return any(one in given for one in _MEASURES["area"])
    if query.language is Language.EN and beside.asks_money(asking(query)):
        return beside.tells_money(asking(query), given, name)
    own = query.measure and HOW_MANY.search(asking(query))  # not that of the question before: 多少家医院? 床位呢?
    if _OF_PERSONS.search(asking(query)):
        return given == _PERSON
    if own and len(query.measure) > 1 and query.measure in name:  # 多少床位 of 床位数
        return is_count(unit)
    asked = measure(query.measure)[1] if own and query.measure != "倍" else ""  # 涨了几倍 asks for both figures
    if asked in _SHARES[1:-1] or SHARE.search(asking(query)):
        return given in _SHARES
    if not asked:
        if _MYRIADS.search(asking(query)) and given in _SHARES:
            return False
        share = given in _SHARES and query.language is Language.EN and beside.tells_share(asking(query), name)
        return is_count(unit) or share or not count_asked(query)
    if not is_count(asked):
        return asked in given or given in asked or _are_alike(asked, given)
    if not is_count(unit):
        return False
    return (
        asked == given or asked == "个" or _are_alike(asked, given) or (given == "个" and name[-2:] in query.content)
    )


def asks_measure(query: Query) -> bool:
    """Whether a question tells in what measure it wants a figure: 多少吨, 几成, 多少家, 花多少."""
    folded = asking(query)
    money = _MONEY.search(folded) or (query.language is Language.EN and beside.asks_money(folded))
    return bool(query.measure or SHARE.search(folded) or money) or count_asked(query)


def _are_alike(one: str, other: str) -> bool:
    return any(one in some and other in some for some in _ALIKE) if one and other else False
