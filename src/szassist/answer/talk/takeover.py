"""What a follow-up takes over from the question that it goes on from."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading.cues import cues
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.scope import tells, weight
from szassist.answer.reading.terms import names_something
from szassist.query import HINT, Intent, Part, Query, Regard, Term
from szassist.schema import FactKind, Language
from szassist.text.script import fold

_VALUED = (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN, Intent.WHO, Intent.COMPARE, Intent.OTHER)
WORDED = (Intent.MEASURES, Intent.DEFINITION, Intent.LIST, Intent.OTHER, Intent.WHETHER)  # answered in sentences

_OF_WRITTEN = re.compile("有没有|有无|有冇|写没写|提没提")
_TOLD_OF = re.compile(
    "(?:有没有|有无|有冇|(?:也|都)?有)(?:讲|说|提|写|定|数)(?:到|过|及)?(?:吗|呢|呀|啊|的)*[?。!]*$|(?:又|又是|情况)(?:如何|怎么?样|点样?|什么情况)(?:呢|呀|啊|了)*[?。!]*$"
)  # 臭氧有没有讲, 臭氧又如何: after a figure
_NTH = re.compile("第几|老几|名次|排名")
_RANKS = re.compile("(?:排名?|名次|位[居列次]|第|老几|全国|国内|全球|世界|全省)+")
_SUM = re.compile("钱|[费价款预]|[元块](?:$|[?？])|much|cost|pay|price|budget")  # no number of units
_FIGURE = re.compile(
    "数(?![量目])|[值率]|目标|指标|比例|[做达提升降增减要控]到|达成|figure|target|value"
)  # no number of units
_MEASURED = re.compile(
    "^(?:那|它|这)?(?:的|个)?(?:数字?|数值)?(?:的)?(?:单位(?:是|用)?(?:什么|啥|呢)|(?:是|用)?(?:的)?(?:什么|啥)单位)(?:来着|的|呢|啊|呀)*[?。!]*$"
)
_AGAINST = re.compile(
    "分母|(?:占|按|跟|和|与|同|以|拿|相对于?)的?(?:是)?(?:什么|啥|谁|哪(?:个|项|一?块|部分))(?:的|来|在|作为?基数|算|比|当基数)|以(?:什么|啥|谁|哪个)为基数"
    "|(?:按|是|以)?(?:每[百千万十亿]+|[人户地]均)[^,。;?!]{0,4}(?:算|计)?的?还是(?:按|以)?(?:每[百千万十亿]+[人户]?|[人户地]均|总)"
)  # what a figure is measured against
_BODIES = re.compile("[个家几]|单位|部门|局|many")
_PAYS = re.compile(
    "[谁方家门位局里](?:来|去|要|该|负责)*(?:出钱?|付|掏|交|缴|承担|支付|买单|拨)(?=$|[?？。呢啊呀钱费款])"
)
_OF_DOCUMENT = re.compile(
    "有效期|施行|生效|失效|(?:办法|规定|条例|细则|方案|规划|通知|文件|意见|指引|指南|计划)(?:的)?(?:名称|全称|文号|什么时候|何时|哪年|多少条|几条|几章|适用)"
)  # asks of a document itself
TIMES = "倍"  # how many of what was before: asked of two years
TOPIC = 2 * TELLING  # weight of words from which a message has a topic of its own, whatever pronoun is beside them


def continued(query: Query, earlier: Query, more: bool) -> Query:
    """The earlier topic, asked anew: 谁负责, 那2030年呢, 还有别的吗."""
    states = query.intent not in (Intent.OTHER, Intent.WHETHER)
    units = query.units if states or query.units else earlier.units
    duties = (
        earlier.intent is Intent.DUTIES
        and not query.units
        and query.intent in (Intent.OTHER, Intent.LIST, Intent.VALUE)
    )
    between = (
        query.intent is Intent.DIFFERENCE and len(carried_years(query, earlier)) > 1
    )  # of what is and what is to be
    goes_on = (not states or bare(earlier)) and query.kind is not FactKind.STATUS  # any document may tell what is
    who = query.intent is Intent.WHO or (query.units and query.intent is Intent.WHETHER)
    of_rows = who and not _PAYS.search(query.question)
    of_rows = of_rows and earlier.intent in (Intent.VALUE, Intent.DIFFERENCE, Intent.COMPARE)
    return replace(
        query,
        intent=query.intent if states and not duties else _carried(earlier, query),
        content=earlier.content,
        terms=earlier.terms,
        parts=tuple(replace(part, years=()) for part in earlier.parts) if query.years else earlier.parts,
        hints=(*earlier.hints, *(() if query.intent is Intent.WHO else query.terms)),
        expansions=earlier.expansions,
        years=query.years if more and tells(earlier.terms) else carried_years(query, earlier),
        units=earlier.units if duties else units,
        kind=None if between else query.kind or (None if query.years else earlier.kind),
        measure=query.measure or ("" if states else earlier.measure),
        documents=query.documents or (earlier.documents if goes_on else ()),
        places=query.places or earlier.places,
        more=more,
        regard=Regard.UNITS if of_rows else None,
        earlier=earlier if of_rows or (more and bare(query)) else None,
        whole=earlier.whole,
        onward=replace(earlier, onward=None),
        before=f"{earlier.before} {fold(earlier.question)}".strip(),
    )


def aspect(query: Query, earlier: Query, name: str) -> Query:
    """The earlier topic, asked for what a message that says nothing else names: 目标呢, 谁呢, 再往后呢, 再说一遍."""
    if name == "again":
        return replace(earlier, language=query.language)
    asks = {"value": Intent.VALUE, "who": Intent.WHO, "measures": Intent.MEASURES, "when": Intent.WHEN}
    intent = asks.get(name, earlier.intent)
    if earlier.intent is Intent.DOCUMENT and intent in (Intent.WHEN, Intent.WHO):
        return _of_document(query, earlier)
    if name == "value" and query.kind is FactKind.TARGET and earlier.intent not in _VALUED:
        intent = Intent.LIST
    own = replace(query, intent=intent, terms=(), hints=(), kind=query.kind)
    found = continued(own, earlier, False)
    return replace(found, intent=intent, years=() if name == "later" else found.years)


def carried_years(query: Query, earlier: Query) -> tuple[int, ...]:
    """The years of the question, else the earlier ones; a difference is between both (比2021年提高多少)."""
    if (query.intent is Intent.DIFFERENCE or query.measure == TIMES) and len(query.years) == 1:
        return tuple(sorted({*query.years, *earlier.years}))
    if query.moment or (not query.years and (query.kind is FactKind.STATUS or query.intent is Intent.MEASURES)):
        return query.years
    if query.kind is FactKind.TARGET and earlier.kind is not FactKind.TARGET and not query.years:
        return ()  # the year of a state says nothing of the goal
    return query.years or earlier.years


def _carried(earlier: Query, query: Query) -> Intent:
    """The earlier intent, unless the question now names another year: then a value is asked for."""
    valued = (
        earlier.intent in (Intent.WHO, Intent.DUTIES, Intent.DOCUMENT)
        and bool(query.years)
        and query.years != earlier.years
    )
    valued = valued or (earlier.intent is Intent.OTHER and bool(query.years))
    return Intent.VALUE if valued and earlier.intent is not Intent.DUTIES else earlier.intent


def varied(query: Query, earlier: Query) -> Query:
    """The earlier question about something else: 那臭氧呢. Its other words may still tip the scales (学位: 那高中呢)."""
    intent = earlier.intent if query.intent in (Intent.OTHER, Intent.WHETHER) else query.intent
    if intent is Intent.WHO and earlier.regard is Regard.UNITS and earlier.earlier and not query.units:
        row = varied(replace(query, intent=Intent.OTHER), replace(earlier.earlier, regard=None))
        return replace(query, intent=intent, regard=Regard.UNITS, earlier=replace(row, earlier=None))
    return replace(
        query,
        intent=intent,
        hints=(*query.hints, *faded(earlier.terms), *(faded(earlier.hints) if earlier.earlier else ())),
        years=query.years or (() if query.moment else earlier.years),
        kind=query.kind or earlier.kind,
        measure=query.measure or earlier.measure,
        documents=query.documents or earlier.documents,
        earlier=earlier,
    )


def faded(found: tuple[Term, ...]) -> tuple[Term, ...]:
    """Words that only tip the scales."""
    return tuple(replace(term, weight=HINT * term.weight) for term in found)


def others(beside: tuple[Term, ...], own: tuple[Term, ...]) -> tuple[Term, ...]:
    """Words that stand for nothing that `own` does: beside 医院, 看病的地方 would tip the scales to 医疗卫生机构."""
    meant = {word for term in own for word in (term.word, *term.means)}
    return tuple(term for term in beside if not meant & {term.word, *term.means})


def together(query: Query, one: Query, other: Query) -> Query:
    """What two questions were about, asked for at once: 它们加起来, 它俩都管的."""
    if one.units and other.units:
        return replace(query, intent=Intent.DUTIES, units=(*one.units, *other.units), terms=())
    parts = tuple(Part(own.content, own.terms, own.years) for own in (one, other))
    return replace(
        query,
        intent=query.intent if query.intent is Intent.DIFFERENCE else Intent.VALUE,
        content=f"{one.content} {other.content}",
        terms=tuple(dict.fromkeys((*one.terms, *other.terms))),
        parts=parts,
        measure=other.measure,
        before=f"{fold(one.question)} {fold(other.question)}",
    )


def again(query: Query, folded: str, earlier: Query) -> Query | None:
    """The earlier question once more, where a message asks why, of what year that is, how many units, or when documents
    were issued that it was about; else None.
    """
    dated = cues().dated.search(folded)
    beside = tuple(term for term in query.terms if not dated or term.word not in dated[0])
    if dated and weight(beside) < TOPIC and not query.years:
        return replace(earlier, language=query.language)
    if earlier.intent in (Intent.VALUE, Intent.DIFFERENCE) and _MEASURED.search(folded):
        return replace(earlier, language=query.language)
    figured = earlier.intent in (Intent.VALUE, Intent.DIFFERENCE, Intent.WHETHER, Intent.OTHER)
    if figured and not (query.years or query.units) and _AGAINST.search(folded) and not tells(_beside(query, folded)):
        return replace(earlier, language=query.language)
    told = query.intent in (Intent.OTHER, Intent.WHETHER) and not query.units
    if told and cues().reasons.search(folded) and (bare(query) or not names_something(query.content)):
        regard = Regard.REASON if earlier.intent in WORDED and query.language is not Language.EN else None
        return replace(earlier, language=query.language, regard=regard)
    if not bare(query):
        return None
    many = query.intent is Intent.VALUE and not (query.years or query.kind or _SUM.search(folded))
    many = (
        many and not _FIGURE.search(folded) and (earlier.regard is not Regard.UNITS or bool(_BODIES.search(folded)))
    )
    if earlier.intent is Intent.WHO and many:
        return replace(earlier, language=query.language)
    if earlier.intent is Intent.DOCUMENT and query.intent in (Intent.WHEN, Intent.WHO):
        return _of_document(query, earlier)
    if query.intent is Intent.DOCUMENT and _OF_DOCUMENT.search(f"{earlier.before} {fold(earlier.question)}"):
        return _of_document(query, earlier)
    return None


def _beside(query: Query, folded: str) -> tuple[Term, ...]:
    """The words of a message but those that ask what a figure is measured against."""
    said = "".join(found[0] for found in _AGAINST.finditer(folded))
    return tuple(term for term in query.terms if term.word not in said and term.word not in ("算", "计算"))


def _of_document(query: Query, earlier: Query) -> Query:
    """When or by whom the documents were issued that the earlier question was about."""
    own = replace(query, intent=Intent.DOCUMENT, terms=(), hints=(), before=fold(earlier.question))
    return replace(own, documents=query.documents or earlier.documents)


def bare(query: Query) -> bool:
    """Whether a question names nothing that it could be about; words for what is and what is to be (现状) name nothing, nor
    do those for what somebody does about it (哪个部门跟进), or for how it moves (等于添了多少).
    """
    if query.intent is Intent.DUTIES or query.strangers:
        return False
    named = query.units or query.places or names_something(query.content)
    return (query.intent in (Intent.WHO, Intent.DIFFERENCE) and not named) or weight(own_words(query)) < TELLING


def of_written(query: Query, folded: str, earlier: Query) -> Query:
    """`query` without the intent that 有没有 tells elsewhere, where it asks whether a year is written of (有没有写2030年的), or
    another thing after a figure (臭氧有没有讲): then it wants that thing's.
    """
    if query.intent is Intent.MEASURES and earlier.intent is Intent.VALUE and _TOLD_OF.search(folded):
        return replace(query, intent=Intent.VALUE, instead=query)
    asks = query.intent is Intent.MEASURES and query.years and bare(query) and _OF_WRITTEN.search(folded)
    return replace(query, intent=Intent.OTHER) if asks else query


def own_words(query: Query) -> tuple[Term, ...]:
    """The words of a message without those that only ask for the state, the goal or the rank, or say that somebody acts."""
    words = tuple(term for term in query.terms if not any(kind.fullmatch(term.word) for _, kind in cues().kinds))
    if query.intent is Intent.VALUE and _NTH.search(query.question):
        words = tuple(term for term in words if not _RANKS.fullmatch(term.word))
    if query.intent is not Intent.WHO or query.language is not Language.EN:
        return words
    return tuple(term for term in words if not cues().acting.fullmatch(term.word))
