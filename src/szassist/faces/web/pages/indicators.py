"""The indicators: a search, a list of chapters, and a card for each indicator."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.cards import Card, card_html
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.paging import pager, sheet
from szassist.faces.web.pages.tables import Setting
from szassist.schema import FactKind
from szassist.text.script import fold

CARDS = 150  # cards on one page


class Show(StrEnum):
    """Which cards a reader wants to see."""

    ALL = "all"
    TARGETS = "targets"
    DIFFERENCES = "differences"
    ATTAINED = "attained"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked of the indicators."""

    words: str = ""
    show: Show = Show.ALL
    document: str = ""
    page: int = 1

    def query(self) -> dict[str, str]:
        """As the parameters of an address, without the page."""
        return {
            "q": self.words,
            "show": self.show.value if self.show is not Show.ALL else "",
            "document": self.document,
        }


def wanted(all_cards: Sequence[Card], asked: Asked) -> list[Card]:
    """The cards that meet what was asked."""
    return [card for card in all_cards if _shows(card, asked)]


def _shows(card: Card, asked: Asked) -> bool:
    facts = card.series.facts
    kinds = {
        Show.ALL: True,
        Show.TARGETS: any(fact.kind is not FactKind.STATUS for fact in facts),
        Show.DIFFERENCES: bool(card.differences),
        Show.ATTAINED: bool(card.attained),
    }
    return (
        kinds[asked.show]
        and (not asked.document or any(fact.document_id == asked.document for fact in facts))
        and all(word in card.words for word in fold(asked.words).split())
    )


def indicators_page(all_cards: Sequence[Card], asked: Asked, setting: Setting) -> Markup:
    """The page: filters, a list of chapters, the cards chapter by chapter."""
    voice = setting.voice
    shown = wanted(all_cards, asked)
    order = [card for members in _by_chapter(shown, setting).values() for card in members]
    part = sheet(order, asked.page, CARDS)
    groups = _by_chapter(part.items, setting)
    count = voice.say("indicators.some", n=len(shown), all=len(all_cards))
    if len(shown) == len(all_cards):
        count = voice.count("indicators.count", len(shown))
    body = [_group(number, name, members, setting) for number, (name, members) in enumerate(groups.items(), 1)]
    return joined(
        (
            tag("h1", None, voice.say("indicators.title")),
            tag("p", {"class": "lead"}, voice.say("indicators.lead")),
            _form(asked, all_cards, setting),
            tag("p", {"role": "status", "class": "count"}, count),
            _legend(setting),
            _jump(groups, setting) if len(groups) > 1 else Markup(""),
            *body,
            pager(part, lambda n: addresses.indicators({**asked.query(), "page": str(n)}), voice),
            Markup("") if shown else tag("p", {"class": "empty"}, voice.say("indicators.empty")),
        )
    )


def _by_chapter(shown: Sequence[Card], setting: Setting) -> Mapping[tuple[str, str], list[Card]]:
    """Cards under document and chapter of the row they are placed by; chapters with goals first."""
    groups: dict[tuple[str, str], list[Card]] = {}
    for card in shown:
        fact = card.lead
        groups.setdefault((fact.document_id, fact.section_path[0] if fact.section_path else ""), []).append(card)
    order = list(groups)
    goals = {name for name, members in groups.items() if any(c.lead.kind is not FactKind.STATUS for c in members)}
    return {name: groups[name] for name in sorted(groups, key=lambda name: (name not in goals, order.index(name)))}


def _form(asked: Asked, all_cards: Sequence[Card], setting: Setting) -> Markup:
    voice = setting.voice
    counts = {show: len(wanted(all_cards, Asked(asked.words, show, asked.document))) for show in Show}
    shows = [
        tag(
            "option",
            {"value": show.value, "selected": show is asked.show},
            voice.say("filter.option", name=voice.say(f"show.{show.value}"), n=n),
        )
        for show, n in counts.items()
    ]
    documents = [tag("option", {"value": ""}, voice.say("filter.any_document"))]
    for id_ in dict.fromkeys(fact.document_id for card in all_cards for fact in card.series.facts):
        n = len(wanted(all_cards, Asked(asked.words, asked.show, id_)))
        name = voice.say("filter.option", name=setting.title(id_), n=n)
        documents.append(tag("option", {"value": id_, "selected": id_ == asked.document}, name))
    words = tag("input", {"id": "q", "name": "q", "type": "search", "value": asked.words, "maxlength": 100})
    fields = (
        tag("div", {"class": "field"}, tag("label", {"for": "q"}, voice.say("indicators.search")), words),
        tag(
            "div",
            {"class": "field"},
            tag("label", {"for": "show"}, voice.say("indicators.show")),
            tag("select", {"id": "show", "name": "show"}, *shows),
        ),
        tag(
            "div",
            {"class": "field"},
            tag("label", {"for": "document"}, voice.say("filter.document")),
            tag("select", {"id": "document", "name": "document"}, *documents),
        ),
    )
    button = tag("button", {"type": "submit"}, voice.say("filter.apply"))
    attributes = {"class": "filters", "method": "get", "action": "/indicators", "role": "search"}
    return tag("form", attributes, *fields, button)


def _legend(setting: Setting) -> Markup:
    voice = setting.voice
    terms = (
        ("≥", "legend.at_least"),
        ("≤", "legend.at_most"),
        ("≈", "legend.approx"),
        (voice.say("chart.gap"), "legend.gap"),
    )
    items = joined(tag("li", None, tag("strong", None, mark), " ", voice.say(key)) for mark, key in terms)
    return tag("ul", {"class": "legend", "aria-label": voice.say("legend.title")}, items)


def _jump(groups: Mapping[tuple[str, str], list[Card]], setting: Setting) -> Markup:
    voice = setting.voice
    items = []
    for number, ((document_id, chapter), members) in enumerate(groups.items(), 1):
        name = _group_name((document_id, chapter), setting)
        items.append(tag("li", None, link(f"#group-{number}", name), f" ({len(members)})"))
    return tag(
        "nav", {"aria-label": voice.say("indicators.chapters"), "class": "jump"}, tag("ul", None, joined(items))
    )


def _group_name(name: tuple[str, str], setting: Setting) -> Markup:
    """Document and chapter, each in the language it is shown in."""
    voice = setting.voice
    document = tag("span", {"lang": setting.title_lang(name[0])}, setting.title(name[0]))
    chapter = tag("span", {"lang": voice.label_lang(name[1])}, voice.label(name[1]))
    return joined((document, chapter), " › ") if name[1] else document


def _group(number: int, name: tuple[str, str], members: Sequence[Card], setting: Setting) -> Markup:
    heading = tag("h2", {"id": f"group-{number}"}, _group_name(name, setting))
    shown = joined(card_html(member, setting) for member in members)
    return tag("section", {"aria-labelledby": f"group-{number}"}, heading, tag("div", {"class": "indicators"}, shown))
