"""A question in its conversation: what it leaves out is taken from what was asked before, what it states is its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from szassist.answer.ground.spelling import in_standard_words
from szassist.answer.reading.cues import cues, spoken
from szassist.answer.reading.mentions import years
from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import (
    SOME,
    beside,
    by_heads,
    counted_by,
    narrowed,
    of_the_whole,
    part_named,
    shared_out,
    tells,
    weight,
    widened,
)
from szassist.answer.reading.terms import names_something
from szassist.answer.talk.back import gone_back, recalled
from szassist.answer.talk.claimed import claimed, supposed
from szassist.answer.talk.counting import by_its_name
from szassist.answer.talk.memory import ALONE, Memory, after_messages, shares
from szassist.answer.talk.own import held_to_own, of_no_whole, of_the_other
from szassist.answer.talk.pointing import Pointed, pointed, told_of
from szassist.answer.talk.readings import both_readings, in_its_state, turned
from szassist.answer.talk.reckoned import reckoned
from szassist.answer.talk.regarding import regarding, sought_among
from szassist.answer.talk.several import of_several
from szassist.answer.talk.takeover import (
    TOPIC,
    again,
    aspect,
    bare,
    continued,
    faded,
    of_written,
    others,
    together,
    varied,
)
from szassist.answer.talk.whom import of_its_units
from szassist.answer.talk.yearly import of_that_year
from szassist.query import LONGEST, Intent, Query, Regard, Term
from szassist.schema import Language, Turn
from szassist.text.script import fold, has_chinese, is_either, language_of

_LATIN = re.compile(r"[A-Za-z]{3,}")
REMEMBERED = 12  # turns that are looked back on
_EDGES = re.compile(r"[\s,。;!?、:]+")
_CLAUSES = re.compile(r"[,;?!。]\s*|\.\s+")
_OF_WHAT = re.compile(
    r"\bhow (?:many|much)(?: (?:is|are|will be|would be|is there|are there))? (?:for|among|within)\b(?! it\b| them\b| that\b| this\b)"
)  # how many of what is left out
_BESIDE_IT = re.compile(
    "(?:和|跟|与|同)(?:它|这个|那个|这|那)(?:一起|并列|同时|一块儿?|配套|同一句)"
)  # names another
_SAID_FIRST = re.compile(r"^(?:so|but|well|ok(?:ay)?|and)\s+|^(?:所以|不过|但是?)")
_THEM = re.compile(
    r"\b(of|in|to|for|at|on|by|with|from|do|does|will|can|are) (?:them|those|they|it)\b", re.IGNORECASE
)


def understand(question: str, history: Sequence[Turn], reader: Reader) -> tuple[Query, ...]:
    """What `question` asks, in order, each thing completed from what was asked before it."""
    memory, shown, told, before, spoken = Memory(), "", "", "", reader.language
    for turn in history[-REMEMBERED:]:
        if len(turn.question) > LONGEST:  # it was refused when it was asked
            continue
        said = in_standard_words(turn.question)
        asked = pointed(said, shown, before)
        found = _found(asked, memory, before, _speaking(turn.question, spoken, reader))
        for query in found:
            memory = memory.after(query)
        if not asked.item and found[-1].intent not in ALONE:  # 第二个, 第五个: of the same list
            shown = turn.answer
        told = f"{told if found[-1].more else ''}\n{fold(turn.answer)}"
        spoken, before = found[-1].language, turn.answer
    asked = pointed(in_standard_words(question), shown, before)
    queries = _found(asked, memory, before, _speaking(question, spoken, reader))
    talked = tuple(fold(turn.question) for turn in reversed(history[-REMEMBERED:]))
    queries = tuple(after_messages(query, talked) for query in queries)
    return tuple(replace(query, shown=told) if query.more else query for query in queries)


def _found(asked: Pointed, memory: Memory, answer: str, reader: Reader) -> tuple[Query, ...]:
    """The queries of a message that follows `answer`: what the item says that it points at, else what it asks."""
    if memory.last and (told := told_of(asked, memory.last, reader)):
        return (told,)
    return _completed(reckoned(asked.question, _years_told(memory, answer), reader.lexicon), memory, reader)


def _years_told(memory: Memory, answer: str) -> tuple[int, ...]:
    """The years spoken of last: those of the last question, else the one that the answer to it gives."""
    asked = memory.last.years if memory.last else ()
    told = () if asked else years(fold(answer))[0]
    return asked or (told if len(told) == 1 else ())


def _speaking(message: str, before: Language | None, reader: Reader) -> Reader:
    """`reader` in the language of a message or, where nothing in it tells (2030?), of those before it."""
    if reader.language:
        return reader
    if has_chinese(message):
        same_as_before = before not in (None, Language.EN) and is_either(message)
        return replace(reader, language=before if same_as_before else language_of(message))
    return reader if _LATIN.search(message) else replace(reader, language=before)


def _completed(question: str, memory: Memory, reader: Reader) -> tuple[Query, ...]:
    """The queries of one message, each completed from those before it."""
    if memory.last:
        question = _without_reaction(question)
    known = reader.lexicon.vocabulary.knows
    taken_back, question, whole = *_last_word(question), question
    dropped = len(question) < len(whole)  # 算了,换个问题
    wrong = memory.last if taken_back is not None else None
    for query in reader.read(taken_back) if taken_back else ():
        wrong = resolved(query, memory, known)
    if not wrong and (said := _of_the_answer(question, memory, reader)):
        return (said,)
    sought = sought_among(fold(question), memory)
    found: list[Query] = []
    read = _read(question, memory, reader)
    if not wrong and len(read) == 1 and (each := of_several(read[0], memory)):
        return each
    for own in read:
        own = of_the_other(own, memory, reader)
        query = corrected(own, wrong) if wrong else resolved(own, memory, known)
        query = held_to_own(query, own, reader)
        if not (wrong or dropped or found):
            query = both_readings(query, own, memory.last, reader)
            if _goes_on(fold(own.question)):
                query = in_its_state(turned(query, memory.last), own, memory.last)
            query = replace(query, instead=regarding(question, memory, reader, surely=False) or query.instead)
        if query.asserted and query.regard is None and spoken().others.search(fold(query.question)):
            query = _unjudged(query)
        if found and own is query and _leaves_out(query):
            query = _joined(query, found[-1])
        elif found and query.intent is found[-1].intent is Intent.VALUE:  # 中小学多少所,在校学生多少人
            query = replace(query, hints=(*query.hints, *faded(others(found[-1].terms, query.terms))))
        if sought:
            query = replace(query, regard=Regard.AMONG, sought=sought, earlier=memory.last)
        memory, sought = memory.after(query), ""
        found.append(query)
    return tuple(found)


def _of_the_answer(question: str, memory: Memory, reader: Reader) -> Query | None:
    """The query of a message about the answer before it, or about another that it has for the same question."""
    ways = (claimed, supposed, regarding)
    return next((said for way in ways if (said := way(question, memory, reader))), None)


def _unjudged(query: Query) -> Query:
    """`query` whose figure is of somebody else (国家标准是35吧): nothing spoken of before is right or wrong of it."""
    other = query.instead
    if other and other.before:
        query = replace(query, instead=replace(other, asserted=()))
    return replace(query, asserted=()) if query.before else query


def _without_reaction(question: str) -> str:
    """A message without the word it begins with on the answer before it: 这么多?现在多少."""
    reaction = cues().reaction.match(fold(question))
    return question[reaction.end() :] if reaction else question


def _leaves_out(query: Query) -> bool:
    """Whether a question beside another leaves out what it is about: 导入率多少,什么时候开始强制用."""
    return (
        query.intent not in (*ALONE, Intent.DUTIES, Intent.DOCUMENT)
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


def _last_word(question: str) -> tuple[str | None, str]:
    """What a message takes back (不对), None where nothing, "" where what was asked before it; and what it says in its
    place.
    """
    folded = fold(question)
    start = max((found.end() for found in cues().dropped.finditer(folded)), default=0)
    if not _EDGES.sub("", folded[start:]):
        return None, question
    breaks = [found for found in cues().corrected.finditer(folded) if found.start() >= start]
    if not breaks or cues().back.search(folded) or not _EDGES.sub("", folded[breaks[-1].end() :]):
        return None, question[start:]
    return question[start : breaks[-1].start()], question[breaks[-1].end() :]


def corrected(query: Query, taken_back: Query) -> Query:
    """`query` with what it leaves out of the question that it puts right."""
    if name := cues().aspect(fold(query.question)):
        return aspect(query, taken_back, name)
    return continued(query, taken_back, False) if bare(query) else varied(query, taken_back)


def _read(question: str, memory: Memory, reader: Reader) -> tuple[Query, ...]:
    """What a message asks; an English one that names a topic of its own has the earlier one in place of its pronoun:
    how many kids go to them, after kindergartens.
    """
    question = by_heads(question) if memory.last else question
    found = reader.read(question)
    earlier = memory.last
    if earlier and len(found) == 1 and (whole := by_its_name(found[0], earlier, question, reader)):
        return reader.read(whole)
    if earlier is None or found[0].language is not Language.EN or all(map(bare, found)):
        return found
    topic = " ".join(term.word for term in earlier.terms)
    named = _THEM.sub(rf"\1 {topic}", question, count=1) if topic else question
    return found if named == question else reader.read(named)


def resolved(query: Query, memory: Memory, known: Callable[[str], bool]) -> Query:
    """`query` with what it leaves out; a change of topic takes nothing over."""
    folded = fold(query.question)
    earlier = recalled(query, folded, memory)
    if earlier and (named := gone_back(query, folded, memory)):
        return named
    if back := cues().back.search(folded):
        query = replace(query, terms=tuple(term for term in query.terms if term.word not in back[0]))
    if earlier is None or query.intent in ALONE:
        return query
    query = of_written(query, folded, earlier)
    if asked := of_its_units(query, folded, earlier, known):
        return asked
    if whole := of_no_whole(query, folded, earlier) or of_that_year(query, folded, earlier):
        return whole
    if query.intent is Intent.DEFINITION and (query.kind or query.years) and bare(query):  # what is it now
        query = replace(query, intent=Intent.OTHER)
    pair = memory.asked[-2:]
    if len(pair) > 1 and not shares(*pair) and cues().both.search(folded) and bare(query):
        return together(query, *pair)
    if whole_said := cues().whole.search(folded):
        earlier = widened(earlier)
        if earlier.whole and bare(beside(query, whole_said[0])):
            return replace(continued(query, earlier, False), question=earlier.question, clause=earlier.clause)
    elif part := part_named(query):
        return replace(continued(replace(query, terms=()), narrowed(earlier, part), False), onward=None)
    if name := cues().aspect(folded) or (bare(query) and cues().aspect(_plainly(folded))) or "":
        return aspect(query, earlier, name)
    if shared := shared_out(query, folded, earlier):
        return replace(continued(query, earlier, False), terms=shared, onward=None)
    if by := counted_by(query, known):
        each = (replace(one, weight=weight(earlier.terms)) for one in by)  # a total is none of it
        return replace(continued(query, earlier, False), terms=(*earlier.terms, *each), hints=earlier.hints)
    if once_more := again(query, folded, earlier):
        return once_more
    return _going_on(query, folded, earlier, memory)


def _going_on(query: Query, folded: str, earlier: Query, memory: Memory) -> Query:
    """`query` as one that goes on from `earlier`, where it leaves something out or says that it goes on; else as it is."""
    also = spoken().also.search(folded) is not None
    if also and query.intent is Intent.MEASURES:
        query = replace(query, intent=Intent.OTHER, instead=query)
    goes_on = also or _goes_on(folded)
    if query.intent is Intent.VALUE and _OF_WHAT.search(folded) and tells(query.terms) and not query.parts:
        return varied(query, earlier)
    another = goes_on and query.intent is Intent.OTHER and not query.years and tells(query.terms)
    more = cues().more.search(folded) is not None
    if more and query.intent is Intent.VALUE and bare(query):  # 就这几个?
        query = replace(query, intent=Intent.OTHER, measure="")
    if goes_on and query.documents and query.documents != earlier.documents and "呢" in folded:  # 那规划那份呢
        return replace(continued(query, earlier, more), question=earlier.question, clause=earlier.clause)
    if (bare(query) and not another) or (more and any(term.word in earlier.content for term in query.terms)):
        if query.intent is Intent.DIFFERENCE and not query.years:
            query = replace(query, years=memory.years[-2:])
        return continued(query, earlier, more)
    points = cues().pronouns.search(_BESIDE_IT.sub("", folded)) is not None
    if (goes_on or points) and query.places and not tells(_beside_places(query)):  # the same of another place: 香港呢
        return continued(replace(query, terms=()), earlier, more)
    if goes_on and query.intent in (Intent.OTHER, Intent.WHETHER, Intent.DUTIES):
        return of_the_whole(varied(query, earlier), folded, earlier)
    if points and weight(query.terms) < TOPIC and not query.asserted:
        return replace(continued(query, earlier, False), hints=query.terms)
    return query


def _plainly(folded: str) -> str:
    """A message without politeness and what it goes back to: 我想知道牵头的部门, 最开始那个再报一遍."""
    for said in (cues().asides, cues().back, cues().scaffolding):
        folded = said.sub("", folded)
    return _EDGES.sub("", folded)


def _goes_on(folded: str) -> bool:
    """Whether a message, or the last clause of one that first tells something, goes on from what was asked."""
    last = _SAID_FIRST.sub("", _CLAUSES.split(folded.rstrip("?？!。. "))[-1])
    return bool(
        cues().opening.search(folded) or cues().opening.search(last) or folded.rstrip("?？!。 ").endswith("呢")
    )


def _beside_places(query: Query) -> tuple[Term, ...]:
    """The words of a message that are no names of the places it names."""
    return tuple(term for term in query.terms if not any(place in (term.word, *term.means) for place in query.places))
