"""Rows of the register as a table that stacks on a narrow screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.figures import figure_cell, kind_badge, year_cell
from szassist.faces.web.pages.filters import Column, Filters, Row
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.titles import short_titles
from szassist.faces.web.pages.voice import Voice
from szassist.register.entries import Entry, EntryKind
from szassist.register.names import unit_key
from szassist.register.table import UnitDuties
from szassist.schema import Assignment, Document, Fact, Language, UnitsScope

FEW = 3  # units that are shown without opening a list


@dataclass(frozen=True, slots=True)
class Setting:
    """What a table of rows needs besides the rows: who reads, and which documents there are."""

    voice: Voice
    documents: Mapping[str, Document]

    def title(self, document_id: str) -> str:
        """The short title of a document in the reader's script."""
        title = self.documents[document_id].title
        if self.voice.label_lang(title) is None and self.voice.language is Language.EN:
            return self.voice.label(title)
        return self.voice.shown(short_titles(tuple(self.documents.values()))[document_id])

    def title_lang(self, document_id: str) -> str | None:
        """The `lang` of that title on the page."""
        return self.voice.label_lang(self.documents[document_id].title)


def fact_table(rows: Sequence[Row], setting: Setting, caption: str, filters: Filters | None = None) -> Markup:
    """The rows as a table; with `filters`, its columns can be sorted by links."""
    voice = setting.voice
    heads = joined(_head(name, column, voice, filters) for name, column in _COLUMNS)
    body = joined(_row(row, setting) for row in rows)
    return tag(
        "table",
        {"class": "stacked"},
        tag("caption", {"class": "unseen"}, caption),
        tag("thead", None, tag("tr", None, heads)),
        tag("tbody", None, body),
    )


_COLUMNS = (
    ("column.indicator", Column.INDICATOR),
    ("column.value", Column.VALUE),
    ("column.year", Column.YEAR),
    ("column.units", None),
    ("column.source", Column.PLACE),
)


def _head(name: str, column: Column | None, voice: Voice, filters: Filters | None) -> Markup:
    if column is None or filters is None:
        return tag("th", {"scope": "col"}, voice.say(name))
    chosen = filters.sort is column
    direction = ("descending" if filters.down else "ascending") if chosen else None
    arrow = tag("span", {"aria-hidden": "true", "class": "arrow"}, ("↓" if filters.down else "↑") if chosen else "↕")
    address = addresses.register(filters.sorted_by(column).query()) + "#rows"
    return tag("th", {"scope": "col", "aria-sort": direction}, link(address, voice.say(name), arrow))


def _row(row: Row, setting: Setting) -> Markup:
    fact, voice = row.entry, setting.voice
    name = tag("strong", None, _name(fact, voice))
    cells = (
        ("column.indicator", "th", joined((name, " ", kind_badge(fact.kind, voice)))),
        ("column.value", "td", figure_cell(row.fact, voice)),
        ("column.year", "td", year_cell(fact, voice)),
        ("column.units", "td", units_cell(row, voice)),
        ("column.source", "td", source_cell(fact, setting)),
    )
    return tag(
        "tr",
        {"id": addresses.anchor("row", fact.id)},
        joined(_cell(voice.say(label), kind, content) for label, kind, content in cells),
    )


def _name(fact: Entry, voice: Voice) -> Markup:
    """What a row is about; an action leads to its page."""
    if fact.kind is EntryKind.ACTION:
        return link(addresses.named_action(fact.document_id, fact.indicator), voice.named(fact.indicator))
    return voice.named(fact.indicator)


def _cell(label: str, kind: str, content: Markup) -> Markup:
    inner = tag("div", None, content)
    return tag(kind, {"data-label": label, "scope": "row" if kind == "th" else None}, inner)


def units_cell(row: Row, voice: Voice) -> Markup:
    """The responsible units as links, and whether the document names them for the whole action."""
    if not row.units:
        return tag("span", {"class": "quiet"}, voice.say("fact.no_units"))
    scope = Markup("")
    fact = row.entry
    if fact.units_scope is UnitsScope.ACTION and fact.action and fact.kind is not EntryKind.ACTION:
        whole = link(
            addresses.named_action(fact.document_id, fact.action),
            voice.label(fact.action),
            lang=voice.label_lang(fact.action),
        )
        scope = tag("span", {"class": "note"}, voice.say("fact.of_action"), whole)
    return joined((*_by_part(row, voice), scope))


def _by_part(row: Row, voice: Voice) -> list[Markup]:
    """The units of a row: in one list, or those that lead, are responsible and support apart where the document tells them."""
    lead, support = (set(map(unit_key, names)) for names in (row.entry.lead_units, row.entry.support_units))
    if not lead and not support:
        return [unit_links(row.units, voice)]
    parts: dict[str, list[str]] = {"lead": [], "responsible": [], "support": []}
    for name in row.units:
        parts["lead" if unit_key(name) in lead else "support" if unit_key(name) in support else "responsible"].append(
            name
        )
    told: list[Markup] = []
    for part, names in parts.items():
        told += [tag("span", {"class": "note"}, voice.say(f"fact.{part}")), unit_links(names, voice)] if names else []
    return told


def unit_links(names: Sequence[str], voice: Voice) -> Markup:
    """Links to the pages of units; more than a few of them fold into a list that opens."""
    items = tag("ul", {"class": "units"}, joined(tag("li", None, unit_link(name, voice)) for name in names))
    if len(names) <= FEW:
        return items
    return tag("details", None, tag("summary", None, voice.count("fact.units", len(names))), items)


def unit_link(name: str, voice: Voice) -> Markup:
    """A link to the page of a unit."""
    return link(addresses.unit(name), voice.label(name), lang=voice.label_lang(name))


def source_cell(entry: Entry, setting: Setting) -> Markup:
    """The link to the passage, the document it stands in, and the words that stand there."""
    voice = setting.voice
    document = tag(
        "span", {"class": "note", "lang": setting.title_lang(entry.document_id)}, setting.title(entry.document_id)
    )
    quote = tag("q", {"lang": voice.lang(entry.quote), "class": "quote"}, voice.shown(entry.quote))
    return joined((source_link(entry, setting), document, Markup("") if entry.is_obligation else quote))


def source_link(row: Entry | Fact, setting: Setting, more: Markup | None = None) -> Markup:
    """The link to the passage a row was read from, by the heading it stands under."""
    voice = setting.voice
    if not row.section_path:
        return link(
            addresses.fact(row), setting.title(row.document_id), more or "", lang=setting.title_lang(row.document_id)
        )
    heading = row.section_path[-1]
    return link(addresses.fact(row), voice.label(heading), more or "", lang=voice.label_lang(heading))


def duty_counts(duties: UnitDuties, voice: Voice) -> str:
    """What a unit answers for in numbers: 3 项行动、18 个工程、36 个指标."""
    counts = (
        ("unit.actions", len(duties.actions)),
        (projects_key(duties.projects), len(duties.projects)),
        ("unit.rows", len(duties.facts)),
    )
    return voice.say("unit.and").join(voice.count(key, number) for key, number in counts if number)


def projects_key(projects: Sequence[Assignment]) -> str:
    """The words for what a unit answers for one by one: projects of actions, or tasks where there are no actions."""
    return "unit.projects" if any(project.action for project in projects) else "unit.tasks"


def action_list(actions: Sequence[Assignment], setting: Setting) -> Markup:
    """Actions as links to their pages, each with its number of units."""
    voice = setting.voice
    return tag("ul", {"class": "plain"}, joined(_action_item(action, setting, voice) for action in actions))


def _action_item(action: Assignment, setting: Setting, voice: Voice) -> Markup:
    title = link(addresses.action(action), voice.label(action.title), lang=voice.label_lang(action.title))
    count = voice.count("fact.units", len(action.responsible_units))
    return tag(
        "li",
        None,
        title,
        tag(
            "span",
            {"class": "note"},
            f"{count} · ",
            tag("span", {"lang": setting.title_lang(action.document_id)}, setting.title(action.document_id)),
        ),
    )
