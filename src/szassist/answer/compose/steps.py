"""Who takes a step that a rule names in a heading of its own: (二)初审, and below it the sentences that say who does what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.answer.reading.rulings import Ruling, Said, asked_of_a_rule, said_in, told
from szassist.query import Intent, Query
from szassist.schema import Document, Section, SectionKind, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

SHORTEST, LONGEST = 2, 10  # characters of the name of a step
_ACTS = re.compile("[审核办做管递交送报定弄搞负责]{1,2}|名单|结果|最后|部门|单位|负责|(?:递|交|报)?上去|材料|申请")


def of_steps(query: Query, material: Material) -> Draft | None:
    """The sentences below the step that a question names in which a body acts, the first that do; None where it asks for
    something else, or says of the step what neither its sentences nor the document does.
    """
    asked = asked_of_a_rule(query)
    if query.intent is not Intent.WHO and (asked is None or asked.ruling is not Ruling.ACTOR):
        return None
    if query.regard or query.years or query.units or query.places or query.strangers:
        return None
    folded = asking(query)
    steps = [one for one in _steps(query, material) if fold(one[1].title).strip() in folded]
    if not steps:
        return None
    longest = max(len(section.title) for _, section in steps)
    said = list(asked.said) if asked else said_in(folded, query)
    shown: list[Statement] = []
    for document, section in steps:
        if len(section.title) == longest and _is_meant(said, document, section):
            shown += _acting(document, section, query)
    return Draft(Status.ANSWERED, tuple(shown)) if shown else None


def _steps(query: Query, material: Material) -> Iterator[tuple[Document, Section]]:
    for name in material.inventory.regulating:
        document = material.documents[name]
        if query.documents and name not in query.documents:
            continue
        for section in document.sections:
            named = SHORTEST <= len(section.title.strip()) <= LONGEST
            if named and section.kind not in (SectionKind.CHAPTER, SectionKind.CLOSING):
                yield document, section


def _is_meant(said: list[Said], document: Document, section: Section) -> bool:
    """Whether all that a question says is said of the step: by its name, its sentences or what it stands below."""
    above = " ".join(one.title for one in document.ancestors(section))
    known = fold(f"{above} {document.text[section.start : section.own_end]}")
    return all(one.held_by(known) or _ACTS.fullmatch(one.word) for one in said)


def _acting(document: Document, section: Section, query: Query) -> list[Statement]:
    """The first sentences below a step of which a body is the subject, up to one that it is not."""
    body = rf"(?:^|[,;])(?:由)?[^,。;的]{{0,24}}?(?:{told().actor.pattern})(?:应当?|将|负责|可(?!以?在)|须|要(?!求)|按|会同|根据|对(?!外)|汇总|核查|进行|提交|审)"
    found: list[Statement] = []
    for start, end in sentences(document.text, section.start, section.own_end):
        text = fold(document.text[start:end])
        if re.search(body, text) and not text.startswith("不符合"):
            shown = for_reader(document.text[start:end].strip(), query.language)
            found.append(Statement(shown, (Evidence(document.id, start, end),)))
        elif found:
            break
    return found[:2]
