"""Actions and projects with the units that answer for them: obligations even where they hold no figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from szassist.register.unit_names import Role
from szassist.register.units import Naming, items_below, namings
from szassist.schema import Assignment, Document, Section, SectionKind, UnitsScope
from szassist.text.script import fold


@dataclass(frozen=True, slots=True)
class Place:
    """The action and the project a stretch of text belongs to, by their titles."""

    action: str | None
    project: str | None


def title_of(document: Document, section: Section) -> str:
    """A section's title without its closing mark; where it has none, the first clause of its text."""
    if title := re.sub(r"[。:：\s]+$", "", section.title):
        return title
    own = document.text[section.start + len(section.label) : section.own_end].strip()
    return first_clause(own) or section.heading


LONGEST = 40  # characters of a title that is cut from a text
_CUT = re.compile(r"[，。；;,\n]")
_LED_IN = re.compile(  # says on what ground or by what means, and what is to be done only behind it
    r"^(?:根据|按照?|依据|依托(?!“)|针对|围绕|聚焦|结合|通过|对|在(?!线)|与|并|为(?!期)|以(?!上|下|内)|自|到\d{4}年|\d{4}年)|(?:为(?:重点|抓手|核心|目标|契机|导向|基础)|基础上|要求|结合实际|部署|情况下|过程中|期间|年底?前?)$"
)


def first_clause(text: str) -> str:
    """The first clause of a text that says what is to be done, without closing mark; a long one up to a mark in it."""
    clauses = [clause.strip() for clause in _CUT.split(text) if clause.strip()]
    telling = (clause for clause in clauses[:4] if len(clause) > 3 and not _LED_IN.search(clause))
    clause = next(telling, clauses[0] if clauses else "")
    return (
        clause
        if len(clause) <= LONGEST
        else clause[: clause.rfind("、", 8, LONGEST) + 1].rstrip("、") or clause[:LONGEST]
    )


def place_of(document: Document, section: Section, actions: frozenset[int], projects: frozenset[int]) -> Place:
    """Where `section` stands: in which action, and in which numbered project of it or item with units of its own."""
    action = project = None
    for above in document.ancestors(section):
        if above.index in actions:
            action = title_of(document, above)
        elif (action is not None and project is None and above.kind is SectionKind.ITEM) or above.index in projects:
            project = title_of(document, above)
    return Place(action, project)


def assigned(named: tuple[Naming, ...]) -> tuple[frozenset[int], frozenset[int]]:
    """The sections assigned as whole actions, and those assigned as single projects."""
    return (
        frozenset(n.section for n in named if n.scope is UnitsScope.ACTION),
        frozenset(n.section for n in named if n.scope is UnitsScope.PROJECT),
    )


def assignments(document: Document) -> tuple[Assignment, ...]:
    """The actions and projects of a document in its order, each with its units; a project without units of its
    own has those of its action, in the scope `action`.
    """
    named = namings(document)
    actions, projects = assigned(named)
    listed = [naming for naming in named if naming.end > naming.covers_end - 1]
    told = [
        one for one in named if one not in listed and _OFFICE.match(fold(one.names[0])) and not _within(one, listed)
    ]
    found = [_row(document, naming, actions, projects) for naming in (*listed, *told)]
    own = {n.section for n in named if n.scope is not UnitsScope.ACTION}
    items = items_below(document)
    for naming in named:
        if naming.scope is UnitsScope.ACTION:
            free = [item for item in items.get(naming.section, ()) if item.index not in own]
            found += _projects_below(document, naming, free)
    return tuple(sorted(found, key=lambda a: (a.start, -a.end)))


_OFFICE = re.compile(r"(?:[省市区县国各]|[\u4e00-\u9fff]{2,3}[省市区县])[\u4e00-\u9fff]")


def _within(told: Naming, listed: list[Naming]) -> bool:
    """Whether what a sentence gives to units (由市教育局牵头…) stands in something whose units they are among."""
    around = [one for one in listed if one.covers_start <= told.start < one.end or told.section == one.section]
    return any(set(told.names) & set(one.names) for one in around)


def _row(document: Document, naming: Naming, actions: frozenset[int], projects: frozenset[int]) -> Assignment:
    """The obligation one naming of units makes."""
    section = document.sections[naming.section]
    place = place_of(document, section, actions, projects)
    whole = naming.scope is not UnitsScope.SENTENCE
    title = _of_cell(naming.title) if naming.title else _title(document, section, naming)
    return Assignment(
        document.id,
        title,
        place.action if whole or place.action else None,
        place.project,
        naming.names,
        naming.scope,
        naming.covers_start,
        naming.covers_end,
        naming.start,
        naming.end,
        naming.year,
        naming.named(Role.LEAD),
        naming.named(Role.SUPPORT),
    )


def _title(document: Document, section: Section, naming: Naming) -> str:
    """The title of what is assigned: of a later part of a section its own first clause, for the heading names the first."""
    own = document.text[naming.covers_start : naming.covers_end].strip()
    own = re.sub(r"^[。；;，,、\s]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))?", "", own)
    first = first_clause(own)
    later = naming.scope is not UnitsScope.ACTION and naming.covers_start > section.start
    return first if later and len(first) > 1 else title_of(document, section)


def _of_cell(text: str) -> str:
    """The title that a cell of a table gives: all of a short one, without its closing mark."""
    whole = text.strip().rstrip("。:：")
    return whole if len(whole) <= LONGEST else first_clause(whole)


def _projects_below(document: Document, naming: Naming, items: list[Section]) -> list[Assignment]:
    """The numbered projects of an action, those of them that have no units of their own."""
    action = document.sections[naming.section]
    return [
        Assignment(
            document.id,
            title_of(document, item),
            title_of(document, action),
            title_of(document, item),
            naming.names,
            UnitsScope.ACTION,
            item.start,
            min(item.end, naming.start) if item.start < naming.start else item.end,
            naming.start,
            naming.end,
            naming.year,
            naming.named(Role.LEAD),
            naming.named(Role.SUPPORT),
        )
        for item in items
    ]
