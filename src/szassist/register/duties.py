"""Actions and projects with the units that answer for them: obligations even where they hold no figure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from szassist.register.unit_names import Role
from szassist.register.units import Naming, items_below, namings
from szassist.schema import Assignment, Document, Section, SectionKind, UnitsScope


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
    return re.split(r"[，。；;,\n]", own, maxsplit=1)[0][:40] or section.heading


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
    found = [_row(document, naming, actions, projects) for naming in named if naming.end > naming.covers_end - 1]
    own = {n.section for n in named if n.scope is not UnitsScope.ACTION}
    items = items_below(document)
    for naming in named:
        if naming.scope is UnitsScope.ACTION:
            free = [item for item in items.get(naming.section, ()) if item.index not in own]
            found += _projects_below(document, naming, free)
    return tuple(sorted(found, key=lambda a: (a.start, -a.end)))


def _row(document: Document, naming: Naming, actions: frozenset[int], projects: frozenset[int]) -> Assignment:
    """The obligation one naming of units makes."""
    section = document.sections[naming.section]
    place = place_of(document, section, actions, projects)
    whole = naming.scope is not UnitsScope.SENTENCE
    title = naming.title or _title(document, section, naming, whole)
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


def _title(document: Document, section: Section, naming: Naming, whole: bool) -> str:
    """The title of what is assigned: of a later part of a section its own first clause, for the heading names the first."""
    own = document.text[naming.covers_start : naming.covers_end].strip()
    own = re.sub(r"^[。；;，,、\s]*(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d))?", "", own)
    first = re.split(r"[，。；;,\n]", own, maxsplit=1)[0].strip()[:40]
    later = not whole and naming.covers_start > section.start
    return first if later and len(first) > 1 else title_of(document, section)


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
