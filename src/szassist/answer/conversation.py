"""A question in its conversation: what it leaves out is taken from what was asked before, what it states is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from szassist.answer.cues import cues
from szassist.answer.read import HINT, TELLING, Reader
from szassist.answer.refuse import LONGEST
from szassist.answer.scope import SOME, narrowed, part_named, tells, weight, widened
from szassist.answer.terms import names_something
from szassist.query import Intent, Query, Term
from szassist.schema import FactKind, Language, Turn
from szassist.text.script import fold

REMEMBERED = 12  # turns that are looked back on
_NTH = re.compile(r"第([一二三四五六七八九十]|\d{1,2})(?:个|项|条|类|大)?(?:工程|行动|项目|指标|目标)?")
_EDGES = re.compile(r"[\s,。;!?、:]+")
_THEM = re.compile(
    r"\b(of|in|to|for|at|on|by|with|from|do|does|will|can|are) (?:them|those|they|it)\b", re.IGNORECASE
)
_MARK = re.compile(r"\[\d{1,3}\]")
_VALUED = (Intent.VALUE, Intent.DIFFERENCE, Intent.WHEN, Intent.WHO, Intent.COMPARE, Intent.OTHER)
_ALONE = (Intent.SMALLTALK, Intent.OFFTOPIC)


@dataclass(frozen=True, slots=True)
class Memory:
    """The questions so far, resolved: the last one, and the last of the topic before its own."""

    last: Query | None = None
    before: Query | None = None
    years: tuple[int, ...] = ()  # named so far on the present topic

    def after(self, query: Query) -> Memory:
        """The memory once `query` is asked; a greeting is not remembered."""
        if query.intent in _ALONE:
            return self
        changed = self.last is not None and not _shares(query, self.last)
        years = query.years if changed else (*self.years, *query.years)
        return Memory(query, self.last if changed else self.before, tuple(dict.fromkeys(years)))


def understand(question: str, history: Sequence[Turn], reader: Reader) -> tuple[Query, ...]:
    """What `question` asks, in order, each thing completed from what was asked before it."""
    memory, shown = Memory(), ""
    for turn in history[-REMEMBERED:]:
        if len(turn.question) > LONGEST:  # it was refused when it was asked
            continue
        asked = _pointed(turn.question, shown)
        for query in _completed(asked, memory, reader):
            memory = memory.after(query)
        shown = shown if asked != turn.question else turn.answer  # 第二个, 第五个: of the same list
    last = fold(history[-1].answer) if history else ""
    found = _completed(_pointed(question, shown), memory, reader)
    return tuple(replace(query, shown=last) if query.more else query for query in found)


def _completed(question: str, memory: Memory, reader: Reader) -> tuple[Query, ...]:
    """The queries of one message, each completed from those before it."""
    taken_back, question = _last_word(question)
    wrong = None
    for query in reader.read(taken_back) if taken_back else ():
        wrong = resolved(query, memory)
    found: list[Query] = []
    for query in _read(question, memory, reader):
        own, query = query, corrected(query, wrong) if wrong else resolved(query, memory)
        if not own.places and query.places and _at_home(own, reader):
            query = replace(
                query,
                places=(),
                terms=tuple(term for term in query.terms if not any(place in term.word for place in query.places)),
            )
        if own.terms and query.before and not set(own.terms) & set(query.terms):
            query = _strict(query, own, reader)
        if found and own is query and _leaves_out(query):
            query = _joined(query, found[-1])
        elif found and query.intent is found[-1].intent is Intent.VALUE:  # 中小学多少所,在校学生多少人
            query = replace(query, hints=(*query.hints, *_faded(_others(found[-1].terms, query.terms))))
        memory = memory.after(query)
        found.append(query)
    return tuple(found)


def _at_home(query: Query, reader: Reader) -> bool:
    """Whether a message goes back to the documents' own place: 那深圳呢, 全市呢."""
    return any(place in query.content for place in (*reader.lexicon.places, "全市", "本市", "我市"))


def _strict(query: Query, own: Query, reader: Reader) -> Query:
    """A follow-up whose own words the documents do not know (几点开门) is not answered by what was asked before."""
    known = reader.lexicon.vocabulary.knows
    unknown = [
        one for one in own.terms if len(one.word) > 1 and one.weight >= SOME and not one.means and not known(one.word)
    ]
    whole = weight(query.terms)
    return replace(query, terms=(*query.terms, *(replace(one, weight=whole) for one in unknown)))


def _leaves_out(query: Query) -> bool:
    """Whether a question beside another leaves out what it is about: 导入率多少,什么时候开始强制用."""
    return (
        query.intent not in (*_ALONE, Intent.DUTIES, Intent.DOCUMENT)
        and not (query.units or query.documents or query.strangers)
        and not names_something(query.content)
        and not any(term.means and term.same and term.weight >= SOME for term in query.terms)
    )


def _joined(query: Query, beside: Query) -> Query:
    """`query` about what the question before it in the same message is about; its own words count too."""
    return replace(
        query,
        content=f"{beside.content} {query.content}",
        terms=tuple({term.word: term for term in (*beside.terms, *query.terms)}.values()),
        expansions=(*beside.expansions, *query.expansions),
        years=query.years if query.intent is Intent.WHEN else query.years or beside.years,
        places=query.places or beside.places,
        documents=query.documents or beside.documents,
        before=fold(beside.question),
    )


def _last_word(question: str) -> tuple[str, str]:
    """What a message takes back (不对), "" where nothing, and what it says in its place."""
    folded = fold(question)
    start = max((found.end() for found in cues().dropped.finditer(folded)), default=0)
    if not _EDGES.sub("", folded[start:]):
        return "", question
    breaks = [found for found in cues().corrected.finditer(folded) if found.start() > start]
    if not breaks or not _EDGES.sub("", folded[breaks[-1].end() :]):
        return "", question[start:]
    return question[start : breaks[-1].start()], question[breaks[-1].end() :]


def corrected(query: Query, taken_back: Query) -> Query:
    """`query` with what it leaves out of the question that it puts right."""
    return _continued(query, taken_back, False) if _bare(query) else _varied(query, taken_back)


def _read(question: str, memory: Memory, reader: Reader) -> tuple[Query, ...]:
    """What a message asks; an English one that names a topic of its own has the earlier one in place of its pronoun:
    how many kids go to them, after kindergartens.
    """
    found = reader.read(question)
    earlier = memory.last
    if earlier is None or found[0].language is not Language.EN or all(map(_bare, found)):
        return found
    topic = " ".join(term.word for term in earlier.terms)
    named = _THEM.sub(rf"\1 {topic}", question, count=1) if topic else question
    return found if named == question else reader.read(named)


def _pointed(question: str, shown: str) -> str:
    """`question` with 第三个 replaced by the third item of the list that was shown last."""
    match = _NTH.search(fold(question))
    if not match:
        return question
    number = int(match[1]) if match[1].isdigit() else "一二三四五六七八九十".index(match[1]) + 1
    items = _items(shown)
    if not 0 < number <= len(items):
        return question
    return question[: match.start()] + items[number - 1] + question[match.end() :]


def _items(shown: str) -> list[str]:
    """The items of the list in an answer: one a line, or one line of names after a colon."""
    lines = [_MARK.sub("", line).strip(" •·。") for line in shown.split("\n") if line.strip()]
    if len(lines) == 1 and "：" in lines[0]:
        return [name.strip("“”‘’") for name in lines[0].split("：", 1)[1].split("、")]
    return [line.split("（", 1)[0] for line in lines[1:]] if lines and lines[0].endswith("：") else []


def resolved(query: Query, memory: Memory) -> Query:
    """`query` with what it leaves out; a change of topic takes nothing over."""
    folded = fold(query.question)
    earlier = memory.before if memory.before and cues().back.search(folded) else memory.last
    if earlier is None or query.intent in _ALONE:
        return query
    if cues().whole.search(folded):
        earlier = widened(earlier)
    elif part := part_named(query):
        return _continued(replace(query, terms=()), narrowed(earlier, part), False)
    if aspect := cues().aspect(folded):
        return _aspect(query, earlier, aspect)
    if cues().reasons.search(folded) and _bare(query) and query.intent in (Intent.OTHER, Intent.WHETHER):
        return replace(earlier, language=query.language)
    goes_on = cues().opening.search(folded) or folded.rstrip("?？!。 ").endswith(("呢", "吗呢"))
    another = goes_on and query.intent is Intent.OTHER and not query.years and tells(query.terms)
    more = cues().more.search(folded) is not None
    if goes_on and query.documents and query.documents != earlier.documents and _names_another(query):
        return replace(_continued(query, earlier, more), question=earlier.question, clause=earlier.clause)
    if (_bare(query) and not another) or (more and any(term.word in earlier.content for term in query.terms)):
        if query.intent is Intent.DIFFERENCE and not query.years and len(memory.years) > 1:
            query = replace(query, years=memory.years[-2:])
        return _continued(query, earlier, more)
    if goes_on and query.intent in (Intent.OTHER, Intent.WHETHER, Intent.DUTIES):
        return _varied(query, earlier)
    if cues().pronouns.search(folded) and weight(query.terms) < 2 * TELLING:
        return replace(_continued(query, earlier, False), hints=query.terms)
    return query


def _bare(query: Query) -> bool:
    """Whether a question names nothing that it could be about."""
    return weight(query.terms) < TELLING and query.intent is not Intent.DUTIES and not query.strangers


def _continued(query: Query, earlier: Query, more: bool) -> Query:
    """The earlier topic, asked anew: 谁负责, 那2030年呢, 还有别的吗."""
    states = query.intent not in (Intent.OTHER, Intent.WHETHER)
    units = query.units if states or query.units else earlier.units
    duties = (
        earlier.intent is Intent.DUTIES
        and not query.units
        and query.intent in (Intent.OTHER, Intent.LIST, Intent.VALUE)
    )
    return replace(
        query,
        intent=query.intent if states and not duties else _carried(earlier, query),
        content=earlier.content,
        terms=earlier.terms,
        parts=tuple(replace(part, years=()) for part in earlier.parts) if query.years else earlier.parts,
        hints=(*earlier.hints, *query.terms),
        expansions=earlier.expansions,
        years=query.years if more and tells(earlier.terms) else _years(query, earlier),
        units=earlier.units if duties else units,
        kind=query.kind or (None if query.years else earlier.kind),
        measure=query.measure or ("" if states else earlier.measure),
        documents=query.documents or ((), earlier.documents)[not states or _bare(earlier)],
        places=query.places or earlier.places,
        more=more,
        before=f"{earlier.before} {fold(earlier.question)}".strip(),
    )


def _aspect(query: Query, earlier: Query, aspect: str) -> Query:
    """The earlier topic, asked for what a message that says nothing else names: 目标呢, 谁呢, 再往后呢."""
    asks = {"value": Intent.VALUE, "who": Intent.WHO, "measures": Intent.MEASURES, "when": Intent.WHEN}
    intent = asks.get(aspect, earlier.intent)
    if aspect == "value" and query.kind is FactKind.TARGET and earlier.intent not in _VALUED:
        intent = Intent.LIST
    bare = replace(query, intent=intent, terms=(), hints=(), kind=query.kind)
    found = _continued(bare, earlier, False)
    return replace(found, intent=intent, years=() if aspect == "later" else found.years)


def _years(query: Query, earlier: Query) -> tuple[int, ...]:
    """The years of the question, else the earlier ones; a difference is between both (比2021年提高多少)."""
    if query.intent is Intent.DIFFERENCE and len(query.years) == 1:
        return tuple(sorted({*query.years, *earlier.years}))
    if query.moment or (query.kind is FactKind.STATUS and not query.years):
        return query.years
    if query.kind is FactKind.TARGET and earlier.kind is not FactKind.TARGET and not query.years:
        return ()  # the year of a state says nothing of the goal
    return query.years or earlier.years


def _carried(earlier: Query, query: Query) -> Intent:
    """The earlier intent, unless the question now names another year: then a value is asked for."""
    valued = (
        earlier.intent in (Intent.WHO, Intent.DUTIES, Intent.DOCUMENT)
        and query.years
        and query.years != earlier.years
    )
    return Intent.VALUE if valued and earlier.intent is not Intent.DUTIES else earlier.intent


def _varied(query: Query, earlier: Query) -> Query:
    """The earlier question about something else: 那臭氧呢. Its other words may still tip the scales (学位: 那高中呢)."""
    return replace(
        query,
        intent=earlier.intent if query.intent in (Intent.OTHER, Intent.WHETHER) else query.intent,
        hints=(*query.hints, *_faded(earlier.terms)),
        years=query.years or (() if query.moment else earlier.years),
        kind=query.kind or earlier.kind,
        measure=query.measure or earlier.measure,
        documents=query.documents or earlier.documents,
    )


def _faded(found: tuple[Term, ...]) -> tuple[Term, ...]:
    """Words that only tip the scales."""
    return tuple(replace(term, weight=HINT * term.weight) for term in found)


def _others(beside: tuple[Term, ...], own: tuple[Term, ...]) -> tuple[Term, ...]:
    """Words that stand for nothing that `own` does: beside 医院, 看病的地方 would tip the scales to 医疗卫生机构."""
    meant = {word for term in own for word in (term.word, *term.means)}
    return tuple(term for term in beside if not meant & {term.word, *term.means})


def _names_another(query: Query) -> bool:
    """Whether a message first names another document to ask the same of it: 那规划那份呢."""
    return "呢" in fold(query.question)


def _shares(query: Query, earlier: Query) -> bool:
    """Whether two questions speak of the same thing."""
    return bool({term.word for term in query.terms} & {term.word for term in earlier.terms}) or (
        bool(query.units) and query.units == earlier.units
    )
