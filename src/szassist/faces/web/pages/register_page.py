"""The register: filters with counts, downloads of what is shown, and the rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.filters import LONGEST, UNDATED, Column, Filters, Option, Row, options, select
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.paging import pager, sheet
from szassist.faces.web.pages.tables import Setting, action_list, duty_counts, fact_table, unit_link
from szassist.faces.web.pages.voice import Voice
from szassist.register.table import UnitDuties
from szassist.schema import Assignment

ROWS = 300  # lines on one page
FORMS = ("csv", "xlsx", "ics", "json")


@dataclass(frozen=True, slots=True)
class RegisterView:
    """All rows of the register, its units and actions, and what the reader asked for."""

    rows: tuple[Row, ...]
    units: tuple[UnitDuties, ...]
    actions: tuple[Assignment, ...]
    filters: Filters
    page: int = 1


def register_page(view: RegisterView, setting: Setting) -> Markup:
    """The page: heading, filters, downloads, table."""
    voice, filters = setting.voice, view.filters
    chosen = select(view.rows, filters)
    shown = sheet(chosen, view.page, ROWS)
    table = fact_table(shown.items, setting, voice.say("register.caption"), filters)
    turn = pager(shown, lambda n: addresses.register({**filters.query(), "page": str(n)}) + "#rows", voice)
    return joined(
        (
            tag("h1", None, voice.say("register.title")),
            tag("p", {"class": "lead"}, voice.say("register.lead")),
            _browse(view, setting),
            _form(view, setting),
            tag("h2", {"id": "rows"}, _summary(len(chosen), len(view.rows), voice)),
            _chosen(filters, setting),
            downloads(filters, voice) if chosen else Markup(""),
            table if chosen else tag("p", {"class": "empty"}, voice.say("register.empty")),
            turn,
        )
    )


def _browse(view: RegisterView, setting: Setting) -> Markup:
    """Lists of units and of actions that lead to their pages."""
    voice = setting.voice
    units = joined(
        tag("li", None, unit_link(unit.name, voice), " ", tag("span", {"class": "note"}, duty_counts(unit, voice)))
        for unit in view.units
    )
    lists = (
        ("register.units_title", len(view.units), tag("ul", {"class": "columns"}, units)),
        ("register.actions_title", len(view.actions), action_list(view.actions, setting)),
    )
    found = joined(
        tag("details", None, tag("summary", None, voice.say("filter.option", name=voice.say(key), n=n)), content)
        for key, n, content in lists
        if n
    )
    return tag("div", {"class": "browse"}, found) if found else found


def downloads(filters: Filters, voice: Voice) -> Markup:
    """Links to the rows under a filter as files."""
    items = [
        tag("li", None, link(addresses.download(filters.query(), form), voice.say(f"download.{form}")))
        for form in FORMS
    ]
    label = tag("p", {"id": "downloads"}, voice.say("download.title"))
    return tag("div", {"class": "downloads"}, label, tag("ul", {"aria-labelledby": "downloads"}, joined(items)))


def _summary(shown: int, all_rows: int, voice: Voice) -> str:
    return (
        voice.count("register.all", shown) if shown == all_rows else voice.say("register.some", n=shown, all=all_rows)
    )


def _form(view: RegisterView, setting: Setting) -> Markup:
    voice, filters = setting.voice, view.filters
    fields = [_select(name, view, setting) for name in ("unit", "year", "kind", "document")]
    topic = _field(
        "topic",
        voice.say("filter.topic"),
        tag(
            "input", {"id": "topic", "name": "topic", "type": "search", "value": filters.topic, "maxlength": LONGEST}
        ),
    )
    order = Markup("")
    if filters.sort is not Column.PLACE or filters.down:
        hidden = {"sort": filters.sort.value, "order": "desc" if filters.down else "asc"}
        order = joined(tag("input", {"type": "hidden", "name": n, "value": v}) for n, v in hidden.items())
    button = tag("button", {"type": "submit"}, voice.say("filter.apply"))
    content = (topic, *fields, order, button)
    return tag("form", {"class": "filters", "method": "get", "action": "/register", "role": "search"}, *content)


def _field(name: str, label: str, control: Markup) -> Markup:
    return tag("div", {"class": "field"}, tag("label", {"for": name}, label), control)


def _select(name: str, view: RegisterView, setting: Setting) -> Markup:
    voice = setting.voice
    now = str(getattr(view.filters, name))
    every = tag("option", {"value": ""}, voice.say(f"filter.any_{name}"))
    found = _ordered(name, options(view.rows, view.filters, name))
    items = [
        tag(
            "option",
            {"value": o.value, "selected": o.value == now},
            voice.say("filter.option", name=value_name(name, o.value, setting), n=o.count),
        )
        for o in found
    ]
    return _field(name, voice.say(f"filter.{name}"), tag("select", {"id": name, "name": name}, every, *items))


def _ordered(name: str, found: Sequence[Option]) -> Sequence[Option]:
    """Years in order, those without last; units by how much they answer for; the rest as they come."""
    if name == "year":
        return sorted(found, key=lambda option: (option.value == UNDATED, option.value))
    return sorted(found, key=lambda option: -option.count) if name == "unit" else found


def value_name(name: str, value: str, setting: Setting) -> str:
    """The value of a condition in the reader's words."""
    voice = setting.voice
    if name == "kind":
        return voice.say(f"kind.{value}")
    if name == "year":
        return voice.year(None if value == UNDATED else int(value))
    return setting.title(value) if name == "document" else voice.label(value)


def _chosen(filters: Filters, setting: Setting) -> Markup:
    """What the rows are filtered by, each with a link that takes it away."""
    voice = setting.voice
    if filters.empty:
        return Markup("")
    chips = []
    for name in ("topic", "unit", "year", "kind", "document"):
        if value := str(getattr(filters, name)):
            shown = value if name == "topic" else value_name(name, value, setting)
            rest = {k: v for k, v in filters.query().items() if k != name}
            gone = voice.say("filter.remove", what=f"{voice.say(f'filter.{name}')} {shown}")
            cross = tag("span", {"aria-hidden": "true"}, " ×")
            address = addresses.register(rest) + "#rows"
            chips.append(
                tag("li", None, tag("a", {"href": address, "aria-label": gone, "class": "chip"}, shown, cross))
            )
    unit = (
        tag("li", None, link(addresses.unit(filters.unit), voice.say("register.unit_page")))
        if filters.unit
        else Markup("")
    )
    clear = tag("li", None, link("/register", voice.say("filter.clear")))
    return tag("ul", {"class": "chips", "aria-label": voice.say("filter.chosen")}, *chips, clear, unit)
