"""What rules say: the sentence that tells whether, what follows, who, where and what for, cut from the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from szassist.answer.choosing.telling import defines, name_of
from szassist.answer.compose.naming import meant
from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.ground.provisions import Provision
from szassist.answer.reading.rulings import Asked, Ruling, Said, counted_like, same_number, told
from szassist.answer.reading.rulings_onward import Onward, onward_of_a_rule
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Language, Status
from szassist.text.script import for_reader

WHO = 6  # sentences shown that say who does something
MOST = 3  # sentences shown that answer alike
PLAIN = 3  # how a sentence tells what is asked that says just this
DIRECTLY = 16  # characters between such a word and the act where it is said of just that act
LABEL = 4  # characters of a lead-in that says nothing: 注:
ITEMS = 30  # items shown of a list
NEAR = 30  # characters between a word that allows or forbids and the act
_BETWEEN = re.compile("[将把]")  # what comes between them where the act is not what is allowed
_END = re.compile("[。\n]")
_SOURCE = re.compile("哪里?来|从哪|来源|渠道|筹|预算")
_CLAUSE = re.compile("[^,;。:]+")
_ANYWHERE = (Ruling.MEANING, Ruling.PURPOSE, Ruling.SCOPE, Ruling.PAYER)  # plans tell these in sentences too
_ON_WHOLE = (Ruling.PURPOSE, Ruling.SCOPE)


@dataclass(frozen=True, slots=True)
class Found:
    """A provision that answers, with how well it does."""

    provision: Provision
    own: int  # the things of the question that the sentence itself says
    tells: int  # how plainly it says what is asked for
    literal: int = 0  # those that it says in the words of the question


def from_rules(query: Query, material: Material) -> Draft | None:
    """What a rule says of what is asked, its sentence first and alone; None where no sentence says all that the question does."""
    if query.regard or query.years or query.units or query.places:
        return None
    onward = onward_of_a_rule(query)
    if onward is None:
        return None
    if not (found := _found(onward, query, material)) and onward.other:
        onward = onward.other
        found = _found(onward, query, material)
    asked = onward.asked
    if not found:
        return None
    verdicts = {one.provision: _verdict(asked, one.provision) for one in found}
    denied = "ruled_no" in verdicts.values() and set(verdicts.values()) <= {"ruled_no", ""}
    verdict = "ruled_no" if denied else verdicts[found[0].provision] if len(set(verdicts.values())) == 1 else ""
    found = [one for one in found if not verdict or verdicts[one.provision]]
    whole = asked.ruling is Ruling.RESULT
    shown = [one for each in found for one in _shown(each.provision, query, material, whole)]
    statements: dict[object, Statement] = {}
    for one in shown:
        statements.setdefault(one.evidence or one.text, one)
    head = [Statement(phrase(query.language, verdict))] if verdict else []
    return Draft(Status.ANSWERED, (*head, *statements.values()))


def _found(onward: Onward, query: Query, material: Material) -> list[Found]:
    """The provisions that answer best what is asked."""
    return _best(onward.asked, _of_what_is_spoken_of(onward, list(_answering(onward.asked, query, material))))


def _of_what_is_spoken_of(onward: Onward, found: Sequence[Found]) -> list[Found]:
    """Of the provisions those that say most of what was spoken of before; none where none says any of it."""
    if not onward.spoken:
        return list(found)

    def held(one: Found) -> tuple[bool, int]:
        near = f"{one.provision.text} {one.provision.above} {one.provision.lead.text if one.provision.lead else ''}"
        many = sum(said.held_by(near) for said in onward.spoken)
        return many > 0 or not onward.required or any(
            said.held_by(one.provision.title) for said in onward.spoken
        ), many

    if not onward.required or not onward.spoken:
        found = [one for one in found if one.literal] or found
    told = [(held(one), one) for one in found]
    most = max((many for (said, many), _ in told if said), default=0)
    return [one for (said, many), one in told if said and many == most]


def _answering(asked: Asked, query: Query, material: Material) -> Iterator[Found]:
    """The provisions that say all that the question does, and what it asks for."""
    whole = [one.id for one in meant(query, material)] if asked.ruling in _ON_WHOLE else []
    for document in whole or material.documents:
        if query.documents and document not in query.documents:
            continue
        if (
            asked.ruling not in _ANYWHERE or query.language is Language.EN
        ) and document not in material.inventory.regulating:
            continue
        for one in material.inventory.provisions[document]:
            if found := _fits(asked, one):
                yield found


def _fits(asked: Asked, one: Provision) -> Found | None:
    if asked.ruling in _ON_WHOLE:
        return _of_the_whole(asked, one)
    if asked.ruling is Ruling.MEANING:
        return Found(one, 1, 1) if _defines(asked, one) else None
    if not asked.said:
        return None
    context = f"{one.above} {one.lead.text if one.lead else ''}"
    own = [said for said in asked.said if said.held_by(one.text)]
    rest = [said for said in asked.said if said not in own]
    topics = [said for said in asked.said if said.held_by(one.title)]
    if not all(said.held_by(context) or said in topics for said in rest):
        return None
    telling = [said for said in own if said not in topics] or (own if asked.ruling is Ruling.ACTOR else [])
    if not telling or any(said not in own and said not in topics for said in asked.behind):
        return None
    tells = _tells(asked, one, telling)
    if telling[0] in topics and tells < PLAIN:
        return None
    literal = sum(said.word in one.text for said in telling)
    return Found(one, len(set(telling) - set(topics)), tells, literal) if tells else None


def _of_the_whole(asked: Asked, one: Provision) -> Found | None:
    """A sentence that says what a document is for or applies to, where the question names nothing but the document."""
    pattern = told().purpose if asked.ruling is Ruling.PURPOSE else told().scope
    bare = told().nouns.sub("", asked.rest)
    if not pattern.search(one.text) or not all(said.held_by(one.title) for said in asked.said if said.word in bare):
        return None
    return Found(one, 1, 1)


def _defines(asked: Asked, one: Provision) -> bool:
    """Whether a sentence says what the thing means that the question names: X是指…, 本办法所称X, 以下简称X."""
    if not asked.said:
        return False
    return defines(name_of(asked.said), one.text)


def _tells(asked: Asked, one: Provision, telling: Sequence[Said]) -> int:
    """How plainly a sentence tells what is asked for; 0 where it does not."""
    said = told()
    text = one.text
    whole = f"{one.lead.text if one.lead else ''} {text}"
    match asked.ruling:
        case Ruling.RESULT:
            to_do = "办" in asked.cue and (said.allows.search(text) or said.requires.search(text))
            return 2 if to_do or said.result.search(whole) else int("办" in asked.cue)
        case Ruling.PAYER:
            paid = [found[0] for found in said.payer.finditer(text)]
            if _SOURCE.search(asked.cue):
                return 0 if not paid else 2 + bool(one.items or _SOURCE.search(text))
            return 0 if not paid else 2 + any(each[0] in "由归" for each in paid)
        case Ruling.WHERE:
            act = _act(asked, telling).told.pattern
            return 2 if re.search(rf"(?:{said.where.pattern})[^。;]{{0,30}}?(?:{act})", text) else 0
        case Ruling.ACTOR:
            act = _act(asked, telling).told.pattern
            return 3 if _labelled(act, one) else _acts(act, text)
    governed = any(_governs(pattern, telling, text) for pattern in _modal(asked.ruling))
    modal = any(pattern.search(text) for pattern in _modal(asked.ruling))
    return 3 if governed else 2 if modal else 1


def _act(asked: Asked, telling: Sequence[Said]) -> Said:
    """What is done of what a question says: the first thing behind 谁, else the last before it."""
    return next((said for said in asked.behind if said in telling), telling[-1])


def _labelled(act: str, one: Provision) -> bool:
    """Whether a sentence stands in the item that is called by an act, and says who does what: (三)复审。区民政部门…."""
    named = re.search(rf"(?:^|[)、.．\d])\s*(?:{act})[。:](?!.*[)、]\S{{2,8}}[。:])", one.above)
    return named is not None and re.match(rf"[^,。;的]{{1,24}}?{told().actor.pattern}", one.text) is not None


def _acts(act: str, text: str) -> int:
    """How plainly a sentence says who does something: 由…审核, …负责…审核; 2 where somebody stands before the act."""
    who = told().actor.pattern
    if re.search(rf"由[^,。;的]{{2,24}}?(?:{act})|负责(?!科室|部门|人)[^,。;]{{0,60}}?(?:{act})", text):
        return 3
    opens = rf"^(?:第[^条]{{1,4}}条|\([^)]{{1,3}}\)|\d+[.、])?[^,。;]{{1,30}}?{who}(?:应当?|将|负责|可|须|要|按|会同|在|对|汇总|于)[^。;]*?(?:{act})"
    done = r"(?!符合|通过|合格|不|结果|前|后)"
    return 2 if re.search(rf"{who}[^,。;]{{0,14}}?(?:{act}){done}|{opens}{done}", text) else 0


def _modal(ruling: Ruling) -> tuple[re.Pattern[str], ...]:
    """The words of rules that answer a question of a kind."""
    said = told()
    return (
        (said.forbids, said.allows, said.requires, said.exempts, said.limits)
        if ruling is not Ruling.WILL
        else (
            said.forbids,
            said.allows,
            said.requires,
            said.exempts,
            said.result,
        )
    )


def _governs(pattern: re.Pattern[str], telling: Sequence[Said], text: str) -> bool:
    """Whether a word that allows, forbids or requires stands right before an act of the question in one clause."""
    for clause in _CLAUSE.findall(text):
        for modal in pattern.finditer(clause):
            behind = clause[modal.end() :]
            for said in telling:
                found = said.told.search(behind)
                if found and found.start() <= NEAR and not _BETWEEN.search(behind[: found.start()]):
                    return True
    return False


def _best(asked: Asked, found: Sequence[Found]) -> list[Found]:
    """The provisions that answer best, in the order of the text."""
    if not found:
        return []
    number = asked.number
    ranked = [
        (
            number != "" and same_number(number, one.provision.text),
            one.own,
            number != "" and any(counted_like(number, each) for each in _acting(asked, one.provision.text)),
            one.tells,
            one.literal,
        )
        for one in found
    ]
    best = max(ranked)
    kept: dict[str, Found] = {}
    for rank, one in zip(ranked, found, strict=True):
        if rank == best:
            kept.setdefault(one.provision.text, one)
    most = 1 if asked.ruling in _ON_WHOLE else WHO if asked.ruling is Ruling.ACTOR else MOST
    return list(kept.values())[:most]


def _acting(asked: Asked, text: str) -> list[str]:
    """The clauses of a sentence in which an act of the question is."""
    return [one for one in _CLAUSE.findall(text) if any(said.held_by(one) for said in asked.behind or asked.said)]


def _verdict(asked: Asked, one: Provision) -> str:
    """The name of the phrase for yes or no, where a sentence says it of just this act and person; else nothing."""
    if asked.ruling not in (Ruling.MAY, Ruling.MUST) or asked.denied or asked.number:
        return ""
    if one.lead or one.items:
        return ""
    acts = [said for said in (asked.behind or asked.said) if not said.held_by(one.title)]
    named = all(said.held_by(one.text) or said.held_by(one.title) for said in asked.said)
    if (
        not acts
        or not named
        or not all(said.word in one.text for said in acts)
        or told().conditional.search(one.text)
    ):
        return ""
    said = told()
    names = ((said.forbids, "no"), (said.exempts, "free"), (said.allows, "yes"), (said.requires, "must"))
    alone = sum(not each.held_by(one.title) for each in asked.said) == 1
    ruled = [name for pattern, name in names if _rules_all(pattern, acts, one.text)]
    until = max(at for each in acts if (at := one.text.rfind(each.word)) >= 0)
    here = all(each.held_by(one.text[:until]) for each in asked.before if each not in acts)
    if (alone or not here) and ruled == ["yes"]:  # whoever may do it, others may not: 可以申请吗
        return ""
    answers = ("no", "yes") if asked.ruling is Ruling.MAY else ("free", "must")
    return f"ruled_{ruled[0]}" if len(ruled) == 1 and ruled[0] in answers else ""


def _rules_all(pattern: re.Pattern[str], acts: Sequence[Said], text: str) -> bool:
    """Whether one clause has the modal word and right behind it all the acts."""
    for clause in _CLAUSE.findall(text):
        for modal in pattern.finditer(clause):
            behind = clause[modal.end() :]
            if all(act.held_by(behind) for act in acts) and _governs(pattern, acts, clause):
                before = min(found.start() for act in acts if (found := act.told.search(behind)))
                return before <= DIRECTLY and not told().qualified.search(behind[:before])
    return False


def _shown(one: Provision, query: Query, material: Material, whole: bool) -> Iterator[Statement]:
    """A provision as it stands: an item below the sentence that leads into it, a lead-in with its items, counted."""
    language = query.language
    if whole:
        one = replace(one, span=_to_its_end(one.span, material))
    bullet = phrase(language, "bullet")
    if one.lead and len(one.lead.text) > LABEL:
        yield _cut(one.lead.span, query, material)
        yield _cut(one.span, query, material, bullet)
        return
    yield _cut(one.span, query, material)
    if one.items:
        counted = (Count(one.items),)
        yield Statement(phrase(language, "list_count", count=str(len(one.items))), (), counted)
        yield from (_cut(item, query, material, bullet) for item in one.items[:ITEMS])


def _to_its_end(span: Evidence, material: Material) -> Evidence:
    """A span up to the end of the sentence that it begins, where it ends at a semicolon."""
    text = material.documents[span.document_id].text
    end = _END.search(text, span.end - 1)
    return replace(span, end=end.end() if end and end[0] == "。" else span.end)


def _cut(span: Evidence, query: Query, material: Material, bullet: str = "") -> Statement:
    text = material.documents[span.document_id].text[span.start : span.end].strip()
    return Statement(bullet + for_reader(text, query.language), (span,))
