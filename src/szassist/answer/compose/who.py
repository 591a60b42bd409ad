"""Who answers for something: the units of the project or action that it stands in, or that nobody is named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.choosing.aspects import splits_compound
from szassist.answer.choosing.choice import choose, likely
from szassist.answer.choosing.errands import asks_detail
from szassist.answer.choosing.match import FOUND, coverage, fields
from szassist.answer.choosing.tasks import by_piece, by_title, by_words, titled
from szassist.answer.compose.parted import of_leading, whether_parted
from szassist.answer.compose.passages import from_passages
from szassist.answer.compose.premise import as_typed
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.inventory import Duty, Series
from szassist.answer.ground.material import Material, count_units, units_evidence, units_statement
from szassist.answer.reading import parts
from szassist.answer.reading.intents import TELLING
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Query
from szassist.schema import Fact, FactKind, Language, Status
from szassist.text.script import fold

_DENIED = re.compile(
    r"(?<![管归是要用该属负])不(?:用|需要|应该?|会)?(?:由|归|负责|管|牵头|参与|承担)|(?:is|are|does|do)(?:n't| not) (?:responsible|in charge|lead)"
)
_ALONE = re.compile(
    r"(?:只|仅|光|单单|就)(?:是|有|由|归|靠|要)*[^,。;?!]{2,14}(?:局|委|办|队|部|单位|部门|一家)(?:一家)?(?:单独|独自|自己)?(?:在|来)?(?:[管做抓干]|负责|承担|$)"
    r"|(?:独家|单独|独自|一家(?!人))(?:在|来|去)*(?:[管做抓干扛包]|负责|承担|牵头|搞|办)|一家的?(?:事|活|任务|责任)|全(?:由|归|是)|(?:只|仅)[归由属]|\b(?:alone|solely|by itself|on its own)\b"
)  # and no 一家来, 只归
_BODY = re.compile(
    "(?:委员会|领导小组|联席会议|指挥部|两委”?|党委)[^,，。;；]{0,8}(?:指导|代行|负责|统筹|作用|领导|承担|职责)"
)
_YES_OR_NO = re.compile("是否|有没有|在不在|包不包括|是不是|属不属于|算不算|[吗么](?=$|[?？。])|对吧|之一吧|之列")
_ASKED = re.compile(
    "谁|哪|什么|啥|咩|乜|边个|何|多少|几[个家项]|怎|咋|如何|点样|\\b(?:who|what|which|how|when|where|why)\\b"
)
_ELSE = re.compile(r"(?:还|另外|其他|其余)[有是的]*(?:谁|边个|哪一?[些几]?[个家]?)[^,。;?!]*|\bwho else\b[^,.;?!]*")
OTHERWISE = 0.5  # weight of words beside a title from which a question says something else of what it names
THING, THINGS = 0.5, 2  # weight of a word that names a thing, and of how many a sentence speaks that is about them
MENTIONED = 0.4  # part of a question that a sentence holds which mentions what it asks about
MEANT = 0.9  # how far a word is held that stands in a text itself, or by an official word for it
NAMED = 0.3  # part of the question that a project holds which does not only cover what it asks about
WHOLE = 0.95  # part of the question that the name of an indicator holds if it is about just that


def from_duties(query: Query, material: Material) -> Draft | None:
    """The units that answer for what the question names, for each thing apart where it asks so (A和B分别由谁负责); None
    where the documents do not speak of it.
    """
    together = query.units and len(by_title(query, material)) < 2  # 水务部门和公安部门都负责…吗
    if len(query.parts) < 2 or together or not parts.each(fold(query.question)):
        return _of_one(query, material)
    told: list[Draft] = []
    for part in query.parts:
        own = replace(query, content=part.content, terms=part.terms, parts=())
        draft = _of_one(own, material) or Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "not_found")),))
        topic = " ".join(term.word for term in part.terms) if query.language is Language.EN else part.content
        topic = say.quoted(as_typed(query, topic), query.language)
        about = Statement(phrase(query.language, "about_part", topic=topic))
        told.append(replace(draft, statements=(about, *draft.statements)))
    states = {draft.status for draft in told}
    status = states.pop() if len(states) == 1 else Status.PARTIAL
    return Draft(status, tuple(one for draft in told for one in draft.statements), (), told[0].suggestions)


def of_titled(query: Query, material: Material) -> Draft | None:
    """Who answers for what an action or project is called by, even where its words ask for a detail elsewhere: 评估报告谁来编."""
    named = query.intent is Intent.WHO and not query.units and titled(query, material) >= FOUND
    return from_duties(query, material) if named and asks_detail(query) else None


def of_claimed(query: Query, material: Material) -> Draft | None:
    """Whether units answer for an action or project that a question calls by its title, in whatever words it says so
    (这块找市商务局没错吧); None where it asks for something, or says something else of it.
    """
    folded = fold(query.question)
    found = by_title(query, material) if query.units and not _ASKED.search(_ELSE.sub("", folded)) else []
    if not found or query.places or query.years or query.asserted or query.intent in (Intent.COMPARE, Intent.LIST):
        return None
    names = " ".join((*(duty.subject.name for duty in found), *map(fold, query.units)))
    if sum(term.weight for term in query.terms if term.held_by(names) < MEANT) >= OTHERWISE:
        return None
    return _whether_each(query, found, material)


def _whether_each(query: Query, found: Sequence[Duty], material: Material) -> Draft:
    """Whether the units of a question answer for each of the things that it names, those with the same units together."""
    apart: dict[tuple[str, ...], Duty] = {}
    for duty in found:
        apart.setdefault(duty.assignment.responsible_units, duty)
    told: list[Statement] = []
    for duty in apart.values():
        topic = say.quoted(duty.assignment.title, query.language)
        about = Statement(phrase(query.language, "about_part", topic=topic), units_evidence(duty.assignment))
        told += [*([about] if len(apart) > 1 else []), *whether(query, duty, material).statements]
    return Draft(Status.ANSWERED, tuple(told))


def _of_one(query: Query, material: Material) -> Draft | None:
    """The units for one thing: for the project or indicator that the clause nearest to one which only asks who names, else
    for all that is said, else for what has a piece of it in its own words.
    """
    if query.closest not in ((), query.terms):
        nearer = replace(query, terms=query.closest, closest=())
        if by_title(nearer, material) or _by_indicator(nearer, material) or titled(nearer, material) >= FOUND:
            return _of_words(nearer, material)
    draft = _of_words(query, material)
    told = query.places or (draft and draft.status is Status.ANSWERED) or _unassigned(query, material)
    pieces = [] if told else by_piece(query, material)
    return _of_duties(pieces, None, query) if pieces else draft


def _of_words(query: Query, material: Material) -> Draft | None:
    named = by_title(query, material) or _coined(query, material)
    row = None if named else _by_indicator(query, material)
    own = material.duty_of(row) if row else None
    found = named or ([own] if own else [] if _unassigned(query, material) else by_words(query, material))
    if not all(_in_place(duty, query) for duty in found):
        return None
    if found and not (named or row or not all(splits_compound(query, duty.subject.said) for duty in found)):
        return None
    if not found:
        return _nobody(query, material)
    draft = _units(query, found, row, material, named)
    sure = named or row or (_names(query, found) and _holds_each(query, found))
    return draft if sure else _related(query, draft)


def _coined(query: Query, material: Material) -> list[Duty]:
    """The projects or actions about the names that the documents coin (i深圳) among the question's words, whatever is to be
    done with these.
    """
    names = tuple(term for term in query.terms if material.lexicon.coined.intersection(term.means[:1]))
    return by_words(replace(query, terms=names), material) if names else []


def _related(query: Query, draft: Draft) -> Draft:
    """An answer that is only said to be related."""
    lead = Statement(phrase(query.language, "related"))
    return replace(draft, status=Status.PARTIAL, statements=(lead, *draft.statements))


def _names(query: Query, found: Sequence[Duty]) -> bool:
    """Whether a project or action names what the question asks about, and does not only cover it, as 医疗保险 covers 种植牙."""
    terms = query.by_name().terms
    return any(coverage(terms, *fields(duty.subject)) >= NAMED for duty in found)


def _holds_each(query: Query, found: Sequence[Duty]) -> bool:
    """Whether one of them holds every telling word: what speaks of 房屋 alone does not answer for 房屋租赁."""
    if query.language is Language.EN:  # whose adjectives are words of their own
        return True
    telling = [term for term in query.terms if term.weight >= TELLING]
    return any(all(coverage((term,), *fields(duty.subject)) for term in telling) for duty in found)


def _units(
    query: Query, found: Sequence[Duty], row: Fact | None, material: Material, named: Sequence[Duty] = ()
) -> Draft:
    """The units of projects or actions, or whether one that is named is among them; with the row of the indicator asked about."""
    if query.units and (query.intent is not Intent.WHO or _YES_OR_NO.search(fold(query.question))):
        if named:
            return _whether_each(query, named, material)
        own = (duty for duty in found if set(query.units) & set(duty.assignment.responsible_units))
        return whether(query, next(own, found[0]), material)
    return _of_duties(found, material.of_fact(row, query.language) if row else None, query)


def _of_duties(found: Sequence[Duty], row: Statement | None, query: Query) -> Draft:
    statements = list(dict.fromkeys(units_statement(duty.assignment, query.language) for duty in found))
    statements += of_leading(query, [duty.assignment for duty in found])
    if row:
        statements.append(row)
    lead = found[0].assignment
    ask = phrase(query.language, "ask_how", project=say.quoted(lead.title, query.language))
    return Draft(Status.ANSWERED, tuple(statements), (), (ask,))


def _in_place(duty: Duty, query: Query) -> bool:
    """Whether a project or action speaks of every place that the question names: none is told of 广州."""
    return all(place in duty.subject.said for place in query.places)


def _by_indicator(query: Query, material: Material) -> Fact | None:
    """The row, with units, of the indicator that the question names: by most of its name, or by words of it that no
    project or action has in its title.
    """
    choice = choose(query, material)
    if not choice.series or choice.fits[0].covered < 0.8:
        return None
    if choice.fits[0].named < 0.5 and titled(query, material) >= FOUND:
        return None
    others = (
        one
        for one in (*choice.series, *likely(query, material))
        if coverage(query.terms, (one.subject.name, 1.0)) >= WHOLE and _is_head(query, one)
    )
    meant = (*(choice.series[:1] if choice.fits[0].named >= 0.5 else ()), *others)
    facts = (fact for series in meant for fact in series.facts)
    return next((fact for fact in facts if fact.responsible_units and material.duty_of(fact)), None)


def _is_head(query: Query, series: Series) -> bool:
    """Whether the name of an indicator has a word of the question in what it is of, not only in what tells it from others:
    知识产权 is not what 拥有自主知识产权的团队 counts.
    """
    return any(
        term.held_by(name.rpartition("的")[2]) > 0 for name in series.subject.name.split() for term in query.terms
    )


def _unassigned(query: Query, material: Material) -> bool:
    """Whether the question names an indicator that nobody answers for, and no project of the same name."""
    choice = choose(query, material)
    if not choice.series or choice.fits[0].covered < FOUND or choice.fits[0].named < 0.4:
        return False
    facts = choice.series[0].facts
    if all(fact.kind is FactKind.STATUS for fact in facts) and by_words(query, material):
        return False  # how many there are is no task of anybody; what is planned for them is
    return titled(query, material) < FOUND and not any(fact.responsible_units for fact in facts)


def whether(query: Query, duty: Duty, material: Material) -> Draft:
    """市水务局负责这个吗: yes or no, with all units."""
    row = duty.assignment
    held = [unit for unit in query.units if unit in row.responsible_units]
    if parted := whether_parted(query, duty, _DENIED.search(fold(query.question)) is not None):
        return parted
    if held and (len(query.units) > len(held) or query.strangers):
        some = phrase(query.language, "unit_some", unit=say.names(held, query.language))
        lead = Statement(some, units_evidence(row))
        return Draft(Status.ANSWERED, (lead, units_statement(row, query.language)))
    denied = _DENIED.search(fold(query.question)) is not None
    form = ("unit_yes_after_all" if denied else "unit_yes") if held else ("unit_not" if denied else "unit_no")
    if query.intent is Intent.DUTIES and not held:
        form = "unit_absent"
    if held and not denied and len(row.responsible_units) > len(held) and _ALONE.search(fold(query.question)):
        alone = {"unit": say.names(held, query.language), "count": str(len(row.responsible_units))}
        text = phrase(query.language, "unit_not_alone", **alone)
        lead = Statement(text, units_evidence(row), (count_units(row),))
        return Draft(Status.ANSWERED, (lead, units_statement(row, query.language)))
    lead = Statement(phrase(query.language, form, unit=say.names(query.units, query.language)), units_evidence(row))
    lead = next(iter(of_leading(query, [row])), lead) if held else lead
    return Draft(Status.ANSWERED, (lead, units_statement(row, query.language)))


def _names_who(query: Query, statement: Statement, material: Material) -> bool:
    """Whether a cut sentence is about what the question names and says which body acts: 居民委员会代行…职责."""
    texts = [fold(material.documents[e.document_id].text[e.start : e.end]) for e in statement.evidence]
    return any(_BODY.search(text) and coverage(query.terms, (text, 1.0)) >= FOUND for text in texts)


def _cut(spoken: Sequence[Statement], material: Material) -> str:
    """What sentences are cut from, folded."""
    places = (place for one in spoken for place in one.evidence)
    return " ".join(fold(material.documents[one.document_id].text[one.start : one.end]) for one in places)


def _at_length(query: Query, spoken: Sequence[Statement], material: Material) -> Duty | None:
    """The project or action whose sentences, as they are cut, speak of several of the things that the question names, and so
    not in passing.
    """
    places = [place for one in spoken for place in one.evidence]
    duty = material.duty_at(places[-1]) if places else None
    if duty is None or not (duty.assignment.responsible_units and _in_place(duty, query)):
        return None
    text = _cut(spoken, material)
    held = [term for term in query.terms if term.weight >= THING and term.held_by(text) >= MEANT]
    return duty if len(held) >= THINGS else None


def _of_its_kind(query: Query, duty: Duty) -> bool:
    """Whether a project or action is named by the head of something asked about: 噪声 of 建筑施工噪声."""
    telling = (term for term in query.terms if term.weight >= THING)
    return any(word[-2:] in duty.subject.name for term in telling for word in (term.word, *term.means))


def _nobody(query: Query, material: Material) -> Draft | None:
    """The documents speak of it and assign it to nobody."""
    choice = choose(query, material)
    if choice.series and choice.fits[0].named >= 0.4:
        facts = choice.series[0].facts[:1]
        if facts[0].responsible_units and (within := material.duty_of(facts[0])):
            return _related(query, _units(query, [within], facts[0], material))
        spoken = tuple(material.of_fact(fact, query.language) for fact in facts)
    else:
        draft = from_passages(query, material)
        if draft is None:
            return None
        if acting := [one for one in draft.statements if _names_who(query, one, material)]:
            bullet = phrase(query.language, "bullet")
            return Draft(Status.ANSWERED, tuple(replace(one, text=one.text.removeprefix(bullet)) for one in acting))
        spoken = draft.statements[:2]
        if coverage(query.terms, (_cut(spoken, material), 1.0)) < MENTIONED:
            return None
        if duty := _at_length(query, spoken, material):
            return _units(query, [duty], None, material)
        above = [duty for one in spoken for place in one.evidence if (duty := material.duty_at(place))]
        own = [duty for duty in above if set(query.units) & set(duty.assignment.responsible_units)]
        if named := [duty for duty in above if _of_its_kind(query, duty)] or own:
            return _related(query, _units(query, named[:1], None, material))
        written = set(material.lexicon.units.values())
        if any(
            unit in material.documents[e.document_id].text[e.start : e.end]
            for s in spoken
            for e in s.evidence
            for unit in written
        ):
            return Draft(Status.ANSWERED, spoken)
    return Draft(Status.NOT_FOUND, (Statement(phrase(query.language, "nobody")), *spoken))
