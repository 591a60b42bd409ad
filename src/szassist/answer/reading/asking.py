"""Which clauses of a message ask, each with what the clauses around it say; one message may ask several things."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from szassist.answer.reading import mentions
from szassist.answer.reading.cues import cues
from szassist.answer.reading.known import with_also, without_known
from szassist.answer.reading.terms import names_something
from szassist.query import Intent
from szassist.text.script import has_chinese

EDGES = re.compile(r"[^\w%+./\u3400-\u9fff-]+")  # what stands between words and before and behind them
CLAUSES = re.compile(r"[,;。!?\n]|(?<=[\u3400-\u9fff]):")
_ACROSS = re.compile("多少|几")
_ENDS = re.compile(
    r"(?<=[。!?;\n])|(?<=[,，])(?!\d{3}(?!\d))|(?<=[少几][,，])|(?<=[\u3400-\u9fff]呢)(?=\s)|(?<=[a-z]:)(?=\s)|(?<=[\u3400-\u9fff]:)|(?<=[a-z]{2}\.)(?<!\b(?:no|mr|dr|st|vs)\.)(?=\s)|(?<=[0-9%]\.)(?=\s+[a-z])|(?<=[\u3400-\u9fff]{4})(?=\s+[\u3400-\u9fff]{4})"
)  # I study noise. How …
_FRONTED = re.compile(
    r"\s*(?:(?:and|so|but) )?(?:in|for|of|among|within|across|at|on|inside|under|by|from|with|when it comes to|as (?:for|to|regards)) "
    r"(?!how (?:much|many)\b)[a-z][^\u3400-\u9fff?!.;]*,$"
)
_EMBEDDED = re.compile(  # a mate asked what the minimum wage was
    "|".join(
        rf"(?<=\b{verb})\s(?=(?:what|how(?! to\b)|which|who|where)\b)"
        for verb in ("asked", "asks", "wonder", "wondering", "know", "find out")
    )
)
_LISTED = re.compile(
    r"\s*(?!(?:(?:and|so|but|or|then|oh) )*(?:how|what|which|who|whose|whom|when|where|why|is|isn't|are|was|were|do|does|did|will|would|can"
    r"|could|should|has|have|had|i|i'\w+|we|you|they|he|she|it|there|that|this|please|tell|give|show|my|our|right|correct|true|any"
    r"|the [a-z]+ (?:is|are|was|were|will|would|won't|has|have|can|can't|doesn't|isn't))\b)(?:and |or )?[a-z]"
)
_AND_ALSO = re.compile(
    r"(?<=[少几][所家座个辆名位张间处项人吨件册条])[、&](?=.*(?:多少|几))|(?<=多少)(?=(?:[由归]?谁|由哪|哪个部门|什么时候|何时|怎么))|(?<=负责)(?=怎么|如何|什么时候|何时)|(?<=多少)[、&]|(?<=多少)和(?=.*多少)"
)
_LIST = re.compile(r"(?<=[\u3400-\u9fff]、)(?=[\d.])")  # 145家医院、6.4万张床位
_WORDED = re.compile(  # of a figure asked for before or behind it: 官方怎么写的
    r"[,;。 ]*(?:官方|政府|市里|上面|上头|文件|规划|方案|原文|文|里)*(?:面|头|上|中)?(?:是|都|又)*(?:怎么|如何|咋|怎样)(?:个)?(?:写|说|讲|定|规定|表述|提|要求|交代)(?:法)?(?:的|到)?[呢呀啊吗]*[,;:。?! ]*"
)
_HOW = re.compile(
    r"(?:怎么|如何|咋)(?:去|来)?(?:做|推进|落实|实现|治|办|搞|弄|建|达到|完成)|(?:什么|哪些|啥)(?:具体)?(?:措施|办法|举措|做法)"
)
_FIGURED = (Intent.VALUE, Intent.WHO, Intent.WHEN, Intent.DIFFERENCE)
_JOINED = re.compile(
    r"还有(?:就是)?|、(?=[里其当入][面头中])|以及|另外|然后|顺便(?:再)?(?:问(?:一下|下|问)?)?|再问|同时|和|跟|&|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
)
_RUN_ON = re.compile(
    r"(?:多少|几)(?:万|亿)?(?:个|[所家座辆名位件张间人倍元吨公里台套种处场项度])?(?=[\u3400-\u9fff]{2,}(?:多少|几))"
)
_COUNTED = re.compile(
    r"(?:多少|(?<![哪那好])几)[万亿]?(?:[所家座张个名位辆台条间处项件][\u3400-\u9fff]{2,6}?)(?=[、和跟与及]?(?:多少|(?<![哪那好])几)[万亿]?[所家座张个名位辆台条间处项件][\u3400-\u9fff]{2})"
)
_THAN = re.compile(r"\s*(?:相?比|较)(?!例|重|较|率)")  # holds what the clause before it names against something
_ASKS = re.compile("多少|几|谁|哪|什么|啥|怎|咋|何|吗|呢")
_TOPIC = re.compile(
    "^(?!.*(?:多少|几|谁|哪|什么|啥|怎|咋|何|吗|呢)).*(?:目标|指标|面积|数量|比例|占比|比重|总量|数字|数据|率)值?[,;:。 ]*$"
)  # what the clause after it asks about, not a question of its own
_OPEN = re.compile(
    r"何[年时]|哪一?年|几几年|谁|哪[个家]|([\u4e00-\u9fff])[不没]\1"
)  # asks of the topic before it by itself: 定于何年实现
_OWN = re.compile(
    "[多少哪什么啥谁何几][^,。;!?]{0,9}我们?(?:都|也|已经?|早就?)*(?:知道|晓得|清楚|明白|查到|看到|有)了?[,。;]? *$"
)
_MAY_BE = re.compile(r"[\u3400-\u9fff]{4}(?:吗|没有?|不)[?？]\s*$")  # 要建吗?谁负责
_FULL_NAMES = re.compile(
    r"(?:请|并|也|再|把|都|帮我|给我|一并|逐[项一个条]|完整)*(?:列|写|报|说|念|抄)(?:出来?|一下|明|全)?(?:它们|各自|其)?的?(?:全称|全名|名称|名字)(?:都|也|一并)?(?:列|写|报|说|念|抄)?(?:出来?|一下|明)?[。.!?]*"
)
_ENOUGH = re.compile("够不够|多不多|高不高|少不少")
_NEVER_KNOWN = re.compile(r"(?:整天|天天|老是?|总是?|每次都?|从来都?|永远|都|又)不(?:知|晓得|清楚)")  # a complaint

_AMOUNT = "(?:总数|总量|数量|人数|个数|金额|绝对数|比例|占比|比率|目标|现状)"
_MEANT = re.compile(
    rf"(?:我|咱)们?(?:想|要)?(?:说|问|指|讲|知道|要)的?(?:就|都|其实)?是{_AMOUNT}[,;。! ]*(?:(?:而)?不是[^,;?]*)?"
)  # in what measure, which the clause beside it asks for: 我说的是总数不是比例
_THESE = re.compile(r"[这那][^,。;?多少哪]{0,4}几[个家所座位]?[,。;、]? *$")  # 这东边几个: some that are named
_NOT_MEANT = re.compile(r"\((?:而|并|可)?(?:不是|非|不要|别给)[^()]{1,20}\)")  # (不是“基本实现”)
_POINTS = re.compile("那[些种类个]")
_TO_WRITE = re.compile(
    r"(?:怎么|咋|如何|怎样)(?:去|来)?(?:填|答|回答|回复|汇报|交代|交差)(?=$|[\s?。,;!呢啊呀吧])"
)  # 这格怎么填


def asked(folded: str) -> list[tuple[str, str]]:
    """The clauses of a folded message that ask, each with what the clauses around it say; orders are left out, and what is
    said in brackets not to be meant.
    """
    folded = _NOT_MEANT.sub(" ", folded)
    return [one for pair in _asking_clauses(_without_orders(folded)) for one in _of_one_time(*pair)]


def wording(folded: str) -> str:
    """The clause of a message that asks how the rest of it is written (2030年要多少,官方怎么写的); "" where none does."""
    return next((clause for clause in _ENDS.split(folded) if _WORDED.fullmatch(clause)), "")


def only_tells(context: str) -> bool:
    """Whether Chinese clauses around the one that asks ask nothing."""
    return has_chinese(context) and cues().intent(context) is Intent.OTHER


def _asking_clauses(folded: str) -> list[tuple[str, str]]:
    """The clauses that ask, each with the clauses before it that do not; the last one has those after it too."""
    clauses = [
        one.strip()
        for clause in _without_commas(_ENDS.split(folded))
        for own in _EMBEDDED.split(clause)
        for part in _AND_ALSO.split(own)
        for one in _run_on(part)
        if one.strip() and not _MEANT.fullmatch(one.strip())
    ] or [folded]
    clauses = with_also(clauses)
    asking = [_is_asking(clause) for clause in clauses]
    for i, (before, clause) in enumerate(pairwise(clauses), 1):  # 占比多少,怎么推进
        asking[i] |= asking[i - 1] and bool(_HOW.search(clause)) and cues().intent(before) in _FIGURED
        asking[i] &= not (asking[i - 1] and _only_lists(before, clause))
        asking[i - 1] = (asking[i - 1] or _leads_to(before, clause)) and not _only_wants(before, clauses)
    if sum(asking) > 1:  # 那些船,一年捞到多少
        asking = [asks and not _only_points(clause) for asks, clause in zip(asking, clauses, strict=True)]
    asking = [
        asks and not (_TOPIC.search(clause) and (_says_nothing(after) or _THAN.match(after) or _OPEN.search(after)))
        for clause, asks, after in zip(clauses, asking, (*clauses[1:], ""), strict=True)
    ]
    others = [asks and not _WORDED.fullmatch(clause) for clause, asks in zip(clauses, asking, strict=True)]
    asking = others if any(others) else asking
    clauses, asking = without_known(clauses, asking)
    if not any(asking):
        main = _main_clause(clauses)
        if several := _claims(clauses):
            return several
        if main is not None and has_chinese(folded):  # what is said behind the figure is said of it: 是吗, 我赢了没
            return [("".join(clauses[main:]), "".join(clauses[:main]))]
        return [(folded.strip(), "")] if main is None else [_with_context(clauses, main)]
    if sum(asking) < 2:
        return [_with_context(clauses, asking.index(True))]
    found: list[tuple[str, str]] = []
    context: list[str] = []
    for clause, asks in zip(clauses, asking, strict=True):
        if asks:
            found.append((clause, " ".join(context)))
            context = []
        else:
            context.append(clause)
    clause, before = found[-1]
    found[-1] = (clause, " ".join((before, *context)).strip())
    return found


def _leads_to(before: str, clause: str) -> bool:
    """Whether a clause asks whether something is to be, and the one after it only who answers for it: 要建吗?谁负责."""
    return bool(_MAY_BE.search(before)) and cues().intent(clause) is Intent.WHO and _says_nothing(clause)


def _only_wants(clause: str, clauses: Sequence[str]) -> bool:
    """Whether a clause only tells what is wanted, and another asks it: 想找对口部门推产品 of which units are responsible,
    想核对一个数据 of a figure.
    """
    intent = cues().intent(clause)
    if _ASKS.search(clause) or intent not in _FIGURED or not has_chinese(clause):
        return False
    if intent is not Intent.WHO and names_something(cues().bare(clause)):
        return False
    return any(_ASKS.search(other) and cues().intent(other) is intent for other in clauses if other is not clause)


def _without_commas(clauses: Sequence[str]) -> list[str]:
    """Clauses with what English puts before them and a comma (in care homes, how many beds have to be …), and with its
    lists whole (museums, libraries and the like).
    """
    found: list[str] = []
    for clause in clauses:
        listed = _LISTED.match(clause) and not has_chinese(clause) and found and found[-1].endswith(",")
        if found and (_FRONTED.match(found[-1]) or listed):
            found[-1] += clause
        else:
            found.append(clause)
    return found


def _main_clause(clauses: Sequence[str]) -> int | None:
    """Which of several clauses without a cue is the one to answer: the one that states a figure, else of English ones the
    only one with a question mark; None where none is.
    """
    if len(clauses) < 2:
        return None
    figured = [i for i, clause in enumerate(clauses) if mentions.asserted(clause, mentions.years(clause)[1])]
    marked = [i for i, clause in enumerate(clauses) if clause.endswith("?")]
    only = figured if len(figured) == 1 or has_chinese("".join(clauses)) else marked
    return only[0] if len(only) == 1 else None


def _claims(clauses: Sequence[str]) -> list[tuple[str, str]]:
    """Clauses, and what is listed in them, of which each names something and states a figure of it, with what is said
    behind the last; else none.
    """
    clauses = [piece for clause in clauses for piece in _LIST.split(clause)]
    figured = [i for i, clause in enumerate(clauses) if mentions.asserted(clause, mentions.years(clause)[1])]
    told = has_chinese(clauses[0]) and all(names_something(cues().bare(clauses[i])) for i in figured)
    if len(figured) < 2 or not told:
        return []
    starts = [0, *figured[1:], len(clauses)]
    return [("".join(clauses[start:end]), "") for start, end in pairwise(starts)]


def _with_context(clauses: Sequence[str], at: int) -> tuple[str, str]:
    """A clause with all the others as what is said around it."""
    return clauses[at], " ".join((*clauses[:at], *clauses[at + 1 :]))


def _of_one_time(clause: str, context: str) -> list[tuple[str, str]]:
    """What a clause asks with the clauses before it; where those state a figure of another time (现在是18, before
    2030年降到多少), that is a question of its own, and they tell the other no more than the topic.
    """
    years, year_spans = mentions.years(context)
    figures = [(one.start, one.end) for one in mentions.asserted(context, year_spans)]
    own = {*mentions.years(clause)[0], *cues().kinds_said(clause)}
    before = {*years, *cues().kinds_said(context)}
    if not figures or not own or not before or own & before or cues().intent(clause) is not Intent.VALUE:
        return [(clause, context)]
    topic = mentions.blanked(context, (*year_spans, *figures))
    for _, said in cues().kinds:
        topic = said.sub(" ", topic)
    return [(context, ""), (clause, topic)]


def _says_nothing(clause: str) -> bool:
    """Whether a clause asks and names nothing to ask about: 归哪个局负责 after 场馆面积的目标."""
    return _is_asking(clause) and not EDGES.sub("", cues().bare(clause))


def _only_points(clause: str) -> bool:
    """Whether a clause that looks like a question for a list only points at some things: 那些 may stand for 哪些."""
    return bool(_POINTS.search(clause)) and not _ASKS.search(clause) and cues().intent(clause) is Intent.LIST


def _only_lists(before: str, clause: str) -> bool:
    """Whether a clause only says in which form the list is wanted that the clause before it asks for: 请逐项列出名称."""
    if cues().intent(before) is Intent.LIST and _FULL_NAMES.fullmatch(clause):
        return True
    lists = cues().intent(before) is cues().intent(clause) is Intent.LIST
    return lists and not _ASKS.search(clause) and not names_something(cues().bare(clause))


def _run_on(clause: str) -> list[str]:
    """The questions that run into one another: 幼儿园多少所来着还有中小学多少所."""
    if match := _COUNTED.search(clause):  # 几家医院几张床位: of what stands before both
        head, after = clause[: match.start()], clause[match.end() :].lstrip("、和跟与及")
        return [clause[: match.end()], *_run_on(head + after)]
    for match in _JOINED.finditer(clause):
        before, after = clause[: match.start()], clause[match.end() :]
        asking = all(_ASKS.search(part) and _is_asking(part) for part in (before, after))
        if asking and (match[0].strip() or _stand_alone(before, after)):
            return [before, *_run_on(after)]
    for match in _RUN_ON.finditer(clause):  # 幼儿园多少所中小学多少所
        before, after = clause[: match.end()], clause[match.end() :]
        if _stand_alone(before, after):
            return [before, *_run_on(after)]
    return [clause]


def _stand_alone(before: str, after: str) -> bool:
    """Whether two questions side by side are no halves of one: each names what it asks for, or the second asks who or when."""
    own = cues().bare(after)
    each = bool(_ACROSS.search(before) and _ACROSS.match(after) and EDGES.sub("", own))  # 多少所幼儿园 多少个娃在读
    told = each or cues().intent(after) is not Intent.VALUE or names_something(own)
    return told and names_something(cues().bare(before))


def _is_asking(clause: str) -> bool:
    """Whether a clause asks something by itself: 有什么办法 after 雾霾怎么治 does not."""
    intent = cues().intent(clause)
    if _ENOUGH.search(clause):
        return True
    if _THESE.search(clause) or _NEVER_KNOWN.search(clause) or _TO_WRITE.search(clause) or _OWN.search(clause):
        return False
    if intent in (Intent.MEASURES, Intent.LIST, Intent.DEFINITION):
        return bool(EDGES.sub("", cues().bare(clause)))
    if intent is Intent.OTHER and clause.rstrip("?!。, ").endswith("呢"):
        return bool(EDGES.sub("", cues().bare(clause)))
    return intent not in (Intent.OTHER, Intent.WHETHER)


def _without_orders(folded: str) -> str:
    """The question without the clauses that give the assistant orders; they are text, not commands."""
    clauses = [clause for clause in _ENDS.split(folded) if clause.strip()]
    kept = []
    for clause in clauses:
        orders = list(cues().orders.finditer(clause))
        kept.append(clause[orders[-1].end() :] if orders else clause)
    return "".join(kept)
