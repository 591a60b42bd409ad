"""From the words of one message to what it asks for: each thing asked is a Query."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from szassist.answer import mentions, parts
from szassist.answer.cues import cues
from szassist.answer.lexicon import Lexicon
from szassist.answer.terms import names_something, terms
from szassist.query import Expansion, Intent, Part, Query, Term
from szassist.schema import FactKind, Language
from szassist.text.script import fold, has_chinese, language_of

_CONTROL = re.compile(r"\x1b\[[0-9;]*[a-z]|[\x00-\x1f\x7f-\x9f]")
_ODD = re.compile(r"[^\w\s%‰.,;:!?。、/+()<>=&'“”\"《》〔〕·\u3400-\u9fff-]")  # emoji and the like
_EDGES = re.compile(r"[^\w%+./\u3400-\u9fff-]+")
_ENDS = re.compile(
    r"(?<=[。!?;\n])|(?<=[,，])(?!\d{3})|(?<=[少几][,，])|(?<=[a-z]:)(?=\s)|(?<=[a-z]{3}\.)(?=\s)"
)  # I study noise. How …
_CONTRACTED = re.compile(r"\b(who|what|when|where|how|that|there|it)['’]s\b")
_AND_ALSO = re.compile(
    r"(?<=[少几][所家座个辆名位张间处项人])[、&](?=.*(?:多少|几))|(?<=多少)(?=(?:[由归]?谁|由哪|哪个部门|什么时候|何时|怎么))|(?<=负责)(?=怎么|如何|什么时候|何时)|(?<=多少)[、&]|(?<=多少)和(?=.*多少)"
)
_ACROSS = re.compile(r"多少|几")
_HOW = re.compile(
    r"(?:怎么|如何|咋)(?:去|来)?(?:做|推进|落实|实现|治|办|搞|弄|建|达到|完成)|(?:什么|哪些|啥)(?:具体)?(?:措施|办法|举措|做法)"
)
_FIGURED = (Intent.VALUE, Intent.WHO, Intent.WHEN, Intent.DIFFERENCE)
_HERE = re.compile(r"区里|区内|本区|我们区|这个区|该区|市里头|那边")  # the place was named before
_NUMBERED = re.compile(r"(?:^|(?<=[\s;,。?]))[1-9][、.)](?=[^\d\s])")  # 1、… 2、… are questions of their own
_JOINED = re.compile(
    r"还有(?:就是)?|以及|另外|然后|顺便(?:再)?(?:问(?:一下|下|问)?)?|再问|同时|和|跟|&|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])"
)
_RUN_ON = re.compile(
    r"(?:多少|几)(?:万|亿)?(?:个|[所家座辆名位件张间人倍元吨公里台套种处场项度])?(?=[\u3400-\u9fff]{2,}(?:多少|几))"
)
_SHARE = re.compile(r"(?<=[\u3400-\u9fff]{2})的?(?:占比|比重|比例)$")  # said of all the things named
_THAN = re.compile(r"\s*(?:相?比|较)(?!例|重|较|率)")  # holds what the clause before it names against something
_ASKS = re.compile("多少|几|谁|哪|什么|啥|怎|咋|何|吗|呢")
_TOPIC = re.compile(
    "^(?!.*(?:多少|几|谁|哪|什么|啥|怎|咋|何|吗|呢)).*(?:目标|指标|面积|数量|比例|占比|比重|总量|数字|数据|率)值?[,;。 ]*$"
)  # what the clause after it asks about, not a question of its own
_ENOUGH = re.compile("够不够|多不多|高不高|少不少")
_MANY = re.compile("几多")  # 几多 is said for 多少 in Cantonese
_MARKUP = re.compile(r"<[^<>]*>|\b[a-z_]+\([^()]*\)")
_NAMED_FIRST = re.compile(  # 前海管理局是哪几个行动的责任单位; what is the water authority in charge of
    r"(?:是|作为|担任|列为).{0,8}(?:责任|牵头)单位|哪.{0,3}(?:行动|工程|项目|任务)"
    r"|^(?:and |so )?(?:what|which (?:actions?|projects?|tasks?|targets?|areas?|work))\b"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")
MERGED = 0.9  # weight of a clause's own words below which those of the clauses before it count in full
TELLING = 0.35  # weight of the words that make a clause speak of something
HINT = 0.3  # what a word beside the question counts

Expand = Callable[[str], tuple[Expansion, ...]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions against the documents' words; `expand` gives official words for everyday and English ones."""

    lexicon: Lexicon
    expand: Expand
    language: Language | None = None

    def read(self, question: str) -> tuple[Query, ...]:
        """What a message asks, in order: one Query, or one for each of its several questions.

        Their `question` is the message with its misspelt words set right.
        """
        spoken = self.language or language_of(question)
        typed, question = question, self.lexicon.spelling.corrected(question, self._expressions)
        if not has_chinese(question):
            question = self.lexicon.typing.corrected(question)
        if not (self.language or has_chinese(typed)):  # all of it in pinyin
            spoken = language_of(question)
        folded = _ODD.sub(" ", _CONTROL.sub(" ", _MARKUP.sub(" ", _NUMBERED.sub(";", fold(question)))))
        for aside in (cues().reasons, cues().asides):
            folded = aside.sub(" ", folded)
        folded = _CONTRACTED.sub(r"\1 is", _MANY.sub("多少", folded))
        return tuple(
            self._query(question, spoken, clause, context) for clause, context in _asks(_without_orders(folded))
        )

    def _query(self, question: str, spoken: Language, clause: str, context: str) -> Query:
        """One Query of the clause that asks and the clauses around it."""
        whole = f"{context} {clause}".strip()
        intent = cues().intent(clause)
        documents, document_spans = mentions.documents(whole, self.lexicon)
        years, year_spans = mentions.years(_blanked(whole, document_spans))  # the 2022-2025 scheme is a name
        units, unit_spans = mentions.units(whole, self.lexicon)
        asserted = mentions.asserted(whole, year_spans)
        measure, measure_spans = mentions.measure(whole)
        figures = tuple((one.start, one.end) for one in asserted)
        shift = len(whole) - len(clause)
        spans = (*year_spans, *unit_spans, *document_spans, *figures, *measure_spans)
        own = self._content(_blanked(whole, spans)[shift:])
        around = self._content(_blanked(whole, spans)[:shift])
        found, beside = (*self._terms(own), *self._asked_for(clause, own)), self._terms(around)
        vague = intent in (Intent.MEASURES, Intent.LIST, Intent.WHETHER, Intent.OTHER) and _weight(found) < MERGED
        if _weight(found) < TELLING or (vague and beside):
            found, beside, own = (*beside, *found), (), f"{around} {own}".strip()
        named = bool(years or units or documents)
        if (
            not named
            and _weight(found) < TELLING
            and intent not in (Intent.WHO, Intent.WHEN)
            and cues().smalltalk.search(whole)
        ):
            intent = Intent.SMALLTALK
        return Query(
            question=question,
            language=spoken,
            intent=_settled(intent, units, found, clause),
            content=own,
            years=years,
            expansions=self.expand(own),
            units=units,
            terms=found,
            hints=tuple(replace(term, weight=HINT * term.weight) for term in beside),
            kind=_kind(whole),
            measure=measure,
            asserted=asserted,
            places=self._places(whole if _HERE.search(clause) else clause),
            documents=documents,
            strangers=mentions.strangers(whole, unit_spans),
            parts=self._parts(whole, _blanked(_blanked(whole, spans), year_spans, parts.YEAR), shift, intent),
        )

    def _parts(self, whole: str, blanked: str, shift: int, intent: Intent) -> tuple[Part, ...]:
        """The things that the clause from `shift` on names together; where it names none and asks for several, or for
        their sum, those that the clauses before it do.
        """
        compares = intent in (Intent.DIFFERENCE, Intent.COMPARE)
        adds = parts.sums(whole)
        asks_several = adds or parts.each(whole)
        for start, end in ((shift, len(whole)), (0, shift if asks_several else 0)):
            stretches = parts.spans(blanked[start:end], compares=compares, adds=adds)
            found = [self._part(whole[start:end], blanked[start:end], *stretch) for stretch in stretches]
            told = tuple(part for part in found if part.terms)
            if len(told) > 1:
                return told
        return ()

    def _part(self, whole: str, blanked: str, start: int, end: int) -> Part:
        stretch = blanked[start:end].replace(parts.YEAR, " ")
        if end < len(blanked):  # the stretch ends, the question does not: 率 stays
            stretch += "、"
        content = _SHARE.sub("", self._content(stretch).strip("、 "))
        return Part(content, self._terms(content), mentions.years(whole[start:end])[0])

    def _places(self, text: str) -> tuple[str, ...]:
        return mentions.places(text, self.lexicon, tuple(one.said for one in self.expand(text)))

    def _content(self, text: str) -> str:
        """`text` without scaffolding."""
        if not _HAN.search(
            text
        ):  # English cues hold words of the topic between them: its stop words are left out instead
            return " ".join(text.split())
        return " ".join(_EDGES.sub(" ", cues().bare(text)).split())

    def _expressions(self, text: str) -> tuple[str, ...]:
        """What a text holds that has an official word: everyday expressions and English."""
        return tuple(one.said for one in self.expand(text))

    def _asked_for(self, clause: str, content: str) -> tuple[Term, ...]:
        """Words that only the whole clause tells: 用多少水 asks for the water that is used."""
        across = [one for one in self.expand(clause) if _ACROSS.search(one.said)]
        return tuple(
            term for one in across for term in terms(one.said, (one,), self.lexicon) if one.said not in content
        )

    def _terms(self, content: str) -> tuple[Term, ...]:
        return terms(content, self.expand(content), self.lexicon)


def _asks(folded: str) -> list[tuple[str, str]]:
    """The clauses that ask, each with the clauses before it that do not; the last one has those after it too."""
    clauses = [
        one.strip()
        for clause in _ENDS.split(folded)
        for part in _AND_ALSO.split(clause)
        for one in _run_on(part)
        if one.strip()
    ] or [folded]
    asking = [_is_asking(clause) for clause in clauses]
    for i, (before, clause) in enumerate(pairwise(clauses), 1):  # 占比多少,怎么推进
        asking[i] |= asking[i - 1] and bool(_HOW.search(clause)) and cues().intent(before) in _FIGURED
    asking = [
        asks and not (_TOPIC.search(clause) and (_says_nothing(after) or _THAN.match(after)))
        for clause, asks, after in zip(clauses, asking, (*clauses[1:], ""), strict=True)
    ]
    if not any(asking):
        return [(folded.strip(), "")]
    if sum(asking) < 2:
        at = next((i for i, asks in enumerate(asking) if asks), len(clauses) - 1)
        return [(clauses[at], " ".join((*clauses[:at], *clauses[at + 1 :])))]
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


def _says_nothing(clause: str) -> bool:
    """Whether a clause asks and names nothing to ask about: 归哪个局负责 after 场馆面积的目标."""
    return _is_asking(clause) and not _EDGES.sub("", cues().bare(clause))


def _run_on(clause: str) -> list[str]:
    """The questions that run into one another: 幼儿园多少所来着还有中小学多少所."""
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
    told = cues().intent(after) is not Intent.VALUE or names_something(cues().bare(after))
    return told and names_something(cues().bare(before))


def _is_asking(clause: str) -> bool:
    """Whether a clause asks something by itself: 有什么办法 after 雾霾怎么治 does not."""
    intent = cues().intent(clause)
    if _ENOUGH.search(clause):
        return True
    if intent in (Intent.MEASURES, Intent.LIST, Intent.DEFINITION):
        return bool(_EDGES.sub("", cues().bare(clause)))
    if intent is Intent.OTHER and clause.rstrip("?!。, ").endswith("呢"):
        return bool(_EDGES.sub("", cues().bare(clause)))
    return intent not in (Intent.OTHER, Intent.WHETHER)


def _without_orders(folded: str) -> str:
    """The question without the clauses that give the assistant orders; they are text, not commands."""
    clauses = [clause for clause in _ENDS.split(folded) if clause.strip()]
    kept = []
    for clause in clauses:
        orders = list(cues().orders.finditer(clause))
        kept.append(clause[orders[-1].end() :] if orders else clause)
    return "".join(kept)


def _blanked(text: str, spans: tuple[tuple[int, int], ...], blank: str = " ") -> str:
    """`text` with blanks in place of `spans`."""
    for start, end in spans:
        text = text[:start] + blank * (end - start) + text[end:]
    return text


def _settled(intent: Intent, units: tuple[str, ...], found: tuple[Term, ...], clause: str) -> Intent:
    """The intent of the cue, unless a unit is named and nothing else: then its duties are asked for."""
    if units and _weight(found) < TELLING and intent is Intent.WHO and _NAMED_FIRST.search(clause):
        return Intent.DUTIES
    if (
        units
        and _weight(found) < TELLING
        and intent in (Intent.LIST, Intent.MEASURES, Intent.OTHER, Intent.DEFINITION, Intent.VALUE)
    ):
        return Intent.DUTIES
    return intent


def _weight(found: tuple[Term, ...]) -> float:
    return sum(term.weight for term in found)


def _kind(folded: str) -> FactKind | None:
    """Whether the question asks for what is or for what is to be; None where it says neither, or both."""
    said = cues().kinds_said(folded)
    return said[0] if len(said) == 1 else None
