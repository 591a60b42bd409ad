"""A follow-up about the whole, or about a part, of what was asked: 那全市的呢, 新建的呢."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from szassist.answer.reading.cues import cues
from szassist.query import Intent, Query, Term
from szassist.text.script import fold

_PER = re.compile(
    "每[百千万十亿]+(?:名|个)?(?:人口?|户|居民)|[人户地]均|per (?:[\\d,]+|thousand|ten thousand|million) (?:people|residents)"
)
_SHARED = re.compile(
    "(?:平均|均摊|分摊|平摊|摊)(?:下来|开来?|到|给|算)?(?:每(?![百千万十])|一)(?:个|家|所|座|间|户|天|平方?米|平方公里|公里|辆|台|张|套|亩)?[\u4e00-\u9fff]{0,4}?(?=[\u4e00-\u9fff]?(?:多少|几)|能|要|得|是|呢|$)|每(?:家|所|座|间|户|辆|公里)[\u4e00-\u9fff]{0,4}?(?=[\u4e00-\u9fff]{0,2}(?:多少|几)|能|要|得|是|呢|$)"
)
_WHOLE = re.compile("全市|全深圳|所有|整个(?:深圳|市|城市)|全部|全体|(?:不分|不管|不论|无论)(?:新|公|民)")
_HEADS = re.compile(
    "(?:按|照)人头(?:来|去)?(?:算|计|分|摊)?|(?:平均|分摊|平摊|摊|匀|分|均|除)(?:下来|开来?)?(?:到|给|在)(?:每个?|一?个?)?人(?:的)?(?:头上|身上|头)?|每个?人(?:头上|身上)|(?:平均)?每个?人(?:能)?(?:摊|分|合)(?:到|上)?(?=多少|几)|人均下来"
)
SOME = 0.15  # weight of a word that makes 那水呢 another topic


def widened(earlier: Query) -> Query:
    """The earlier question about the whole of what it asked about a part of: 那全市的呢, after 新建公办养老机构."""
    parts = cues().part.findall(fold(f"{earlier.before} {earlier.question}"))
    told = tuple(term for term in earlier.terms if not any(term.word in part for part in parts))
    if not parts or not told:
        return earlier
    content = " ".join(term.word for term in told)
    return replace(earlier, question=content, clause="", content=content, terms=told, before="", whole=True)


def beside(query: Query, said: str) -> Query:
    """`query` by its words outside of a stretch."""
    terms = tuple(term for term in query.terms if term.word not in said)
    return query if terms == query.terms else replace(query, terms=terms, content=query.content.replace(said, " "))


def of_the_whole(query: Query, folded: str, earlier: Query) -> Query:
    """A question that names the whole of a thing after one about a part of it (全市所有养老机构 after 新建公办养老机构): the
    words that made the part tip no scales, and a figure of the part is none of the whole.
    """
    if not _WHOLE.search(folded) or not cues().part.search(fold(f"{earlier.before} {earlier.question}")):
        return query
    hints = tuple(term for term in query.hints if not cues().part.search(term.word))
    return replace(query, hints=hints, earlier=None, whole=True)


def part_named(query: Query) -> tuple[Term, ...]:
    """The words by which a message names a part of what was spoken of, where it names nothing else: 新建的呢."""
    found = tuple(term for term in query.terms if cues().part.fullmatch(term.word))
    others = tuple(term for term in query.terms if term not in found)
    return () if query.units or query.strangers or tells(others) else found


def narrowed(earlier: Query, part: tuple[Term, ...]) -> Query:
    """The earlier question about a part of what it was about: an answer must speak of that part."""
    whole = weight(earlier.terms)
    kept = tuple(term for term in earlier.terms if not any(term.word == one.word for one in part))
    return replace(earlier, terms=(*kept, *(replace(one, weight=whole) for one in part)))


def counted_by(query: Query, known: Callable[[str], bool]) -> tuple[Term, ...]:
    """What a message says is to be counted by (每千人多少, after 病床); none where it names anything else that is `known`."""
    told = [term for term in query.terms if term.weight >= SOME]
    by = tuple(term for term in told if _PER.fullmatch(term.word))
    beside = (term for term in told if term not in by and term.word != "平均")
    others = any(term.means or known(term.word) for term in beside)
    return () if others or query.units or len(by) > 1 else by  # 每千人还是每万人 asks by which


def shared_out(query: Query, folded: str, earlier: Query) -> tuple[Term, ...]:
    """The words of the earlier question with those by which a message has its figure shared out (平均每家医院, 平均一个月): a
    figure that is of the whole is none of these. None where it does not.
    """
    by = _SHARED.search(folded)
    asks = query.intent in (Intent.VALUE, Intent.OTHER)
    if not by or not asks or query.units or query.documents:
        return ()
    return (*earlier.terms, Term(by[0], weight(earlier.terms)))


def by_heads(question: str) -> str:
    """A message with 人均 in place of what people say for it: 摊到每个人头上, 按人头算."""
    return _HEADS.sub("人均", question)


def tells(found: tuple[Term, ...]) -> bool:
    """Whether one of the words names a topic; several that tell nothing (全市, 新建) name none."""
    return any(term.weight >= SOME for term in found)


def weight(found: tuple[Term, ...]) -> float:
    """What words tell together."""
    return sum(term.weight for term in found)
