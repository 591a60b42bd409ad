"""The pages of one responsible unit and of one action."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.filters import Filters, Row
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.reading import Reading, blocks
from szassist.faces.web.pages.register_page import downloads
from szassist.faces.web.pages.tables import Setting, action_list, duty_counts, fact_table, projects_key, unit_link
from szassist.faces.web.pages.voice import Voice
from szassist.register.names import unit_key
from szassist.register.table import UnitDuties
from szassist.schema import Assignment, UnitsScope


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action: its projects, the rows in it, and the actions beside it in the same document."""

    action: Assignment
    projects: tuple[Assignment, ...]
    rows: tuple[Row, ...]
    actions: tuple[Assignment, ...]


def unit_page(duties: UnitDuties, rows: Sequence[Row], setting: Setting) -> Markup:
    """Everything the documents make one unit answer for, counted and listed."""
    voice = setting.voice
    parts: list[Markup] = [
        back(voice),
        tag("h1", {"lang": voice.label_lang(duties.name)}, voice.named(duties.name)),
        tag("p", {"class": "lead"}, voice.say("unit.total", total=duty_counts(duties, voice))),
        tag("p", None, voice.say("unit.scope")) if _by_scope(rows, duties) else Markup(""),
        downloads(Filters(unit=duties.name), voice) if rows else Markup(""),
    ]
    if duties.actions:
        parts += [_heading("unit.actions", len(duties.actions), voice), action_list(duties.actions, setting)]
    if duties.projects:
        heading = _heading(projects_key(duties.projects), len(duties.projects), voice)
        parts += [heading, _by_action(duties, setting)]
    if rows:
        parts += [_heading("unit.rows", len(rows), voice), fact_table(rows, setting, voice.say("register.caption"))]
    return joined(parts)


def action_page(view: ActionView, setting: Setting) -> Markup:
    """One action: who answers for it, what it holds, its text."""
    voice, action = setting.voice, view.action
    address = addresses.passage(action.document_id, action.start, action.end)
    source = link(address, setting.title(action.document_id), lang=setting.title_lang(action.document_id))
    units = tag(
        "ul", {"class": "units wide"}, joined(tag("li", None, unit_link(n, voice)) for n in action.responsible_units)
    )
    parts: list[Markup] = [
        back(voice),
        tag("h1", {"lang": voice.label_lang(action.title)}, voice.named(action.title)),
        tag("p", {"class": "lead"}, voice.say("action.from"), source),
        _heading("action.units", len(action.responsible_units), voice),
        units,
    ]
    if view.projects:
        items = joined(_project(project, setting) for project in view.projects)
        parts += [_heading("unit.projects", len(view.projects), voice), tag("ol", {"class": "projects"}, items)]
    if view.rows:
        table = fact_table(view.rows, setting, voice.say("register.caption"))
        parts += [_heading("unit.rows", len(view.rows), voice), table]
    document = setting.documents[action.document_id]
    text = blocks(Reading(document, voice), action.start, action.end, level=3)
    lang = voice.lang(document.text[:400])
    parts += [tag("h2", None, voice.say("action.text")), tag("div", {"class": "text", "lang": lang}, text)]
    parts.append(_beside(view, setting))
    return joined(parts)


def _by_scope(rows: Sequence[Row], duties: UnitDuties) -> bool:
    """Whether the unit has anything only because it answers for the whole action."""
    below = (*(row.entry.units_scope for row in rows), *(project.units_scope for project in duties.projects))
    return UnitsScope.ACTION in below


def back(voice: Voice) -> Markup:
    """The way back to the register."""
    return tag("p", {"class": "back"}, link("/register", voice.say("register.back")))


def _heading(key: str, number: int, voice: Voice) -> Markup:
    return tag("h2", None, voice.count(key, number))


def _by_action(duties: UnitDuties, setting: Setting) -> Markup:
    """Projects under the actions they belong to, else under their headings, in the order of the documents."""
    voice = setting.voice
    groups: dict[tuple[str, str], list[Assignment]] = {}
    for project in duties.projects:
        above = project.action or _above(project, setting)
        groups.setdefault((project.document_id, above), []).append(project)
    parts: list[Markup] = []
    for (_, action), members in groups.items():
        if action:
            parts.append(tag("h3", {"lang": voice.label_lang(action)}, voice.label(action)))
        parts.append(
            tag("ol", {"class": "projects"}, joined(_project(member, setting, duties.name) for member in members))
        )
    return joined(parts)


def _above(project: Assignment, setting: Setting) -> str:
    """The heading that a task stands under, which may be a section of its own."""
    document = setting.documents[project.document_id]
    titles = (section.title.strip(" 。:：") for section in document.ancestors(document.section_at(project.start)))
    return next((title for title in reversed(tuple(titles)) if title and title != project.title), "")


def _project(project: Assignment, setting: Setting, unit: str = "") -> Markup:
    """A project as a link to its text, with the part that `unit` has in it where it leads or only supports."""
    voice, key = setting.voice, unit_key(unit)
    address = addresses.passage(project.document_id, project.start, project.end)
    title = link(address, voice.named(project.title), lang=voice.label_lang(project.title))
    parts = {"lead": project.lead_units, "support": project.support_units} if unit else {}
    own = [part for part, names in parts.items() if any(unit_key(name) == key for name in names)]
    notes = (tag("span", {"class": "note"}, voice.say(f"unit.as_{part}")) for part in own[:1])
    return tag("li", None, title, *notes)


def _beside(view: ActionView, setting: Setting) -> Markup:
    """The other actions of the register."""
    others = [action for action in view.actions if action != view.action]
    if not others:
        return Markup("")
    return joined((tag("h2", None, setting.voice.say("action.others")), action_list(others, setting)))
