"""The indicators: one card for each, with chart, table, sources and what the documents say differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.chart import FITTING, chart
from szassist.faces.web.pages.figures import figure, figure_cell, kind_badge, year_cell
from szassist.faces.web.pages.markup import joined, link, region, tag
from szassist.faces.web.pages.series import Series, lay_out, milestones, statement
from szassist.faces.web.pages.tables import Setting, source_link
from szassist.register.series import FactPair
from szassist.schema import Fact, FactKind
from szassist.text.script import fold


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


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator: its rows laid out, the rows that differ, the targets that its status already meets."""

    series: Series
    differences: tuple[FactPair, ...]
    attained: tuple[FactPair, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Its names as the documents write them, the goals' first."""
        ordered = sorted(self.series.facts, key=lambda fact: fact.kind is FactKind.STATUS)
        return tuple({fold(fact.indicator): fact.indicator for fact in reversed(ordered)}.values())[::-1]

    @property
    def lead(self) -> Fact:
        """The row by which the card is placed: the first goal, else the first row."""
        goals = [fact for fact in self.series.facts if fact.kind is not FactKind.STATUS]
        return (goals or list(self.series.facts))[0]


def cards(
    groups: Sequence[Sequence[Fact]], differences: Sequence[FactPair], attained: Sequence[FactPair]
) -> tuple[Card, ...]:
    """A card for each indicator that has a value, in the order given."""
    years = milestones(groups)
    kept = [tuple(group) for group in groups if any(fact.value is not None for fact in group)]
    return tuple(Card(lay_out(g, years), _among(g, differences), _among(g, attained)) for g in kept)


def _among(group: Sequence[Fact], pairs: Sequence[FactPair]) -> tuple[FactPair, ...]:
    ids = {fact.id for fact in group}
    return tuple(pair for pair in pairs if pair.first.id in ids and pair.second.id in ids)


def wanted(all_cards: Sequence[Card], asked: Asked) -> list[Card]:
    """The cards that meet what was asked."""
    return [card for card in all_cards if _shows(card, asked)]


def _shows(card: Card, asked: Asked) -> bool:
    facts = card.series.facts
    words = fold("\n".join(text for f in facts for text in (f.indicator, f.quote, *f.section_path)))
    kinds = {
        Show.ALL: True,
        Show.TARGETS: any(fact.kind is not FactKind.STATUS for fact in facts),
        Show.DIFFERENCES: bool(card.differences),
        Show.ATTAINED: bool(card.attained),
    }
    return (
        kinds[asked.show]
        and (not asked.document or any(fact.document_id == asked.document for fact in facts))
        and all(word in words for word in fold(asked.words).split())
    )


def indicators_page(all_cards: Sequence[Card], asked: Asked, setting: Setting) -> Markup:
    """The page: filters, a list of chapters, the cards chapter by chapter."""
    voice = setting.voice
    shown = wanted(all_cards, asked)
    groups = _by_chapter(shown, setting)
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
    shown = joined(card(member, setting) for member in members)
    return tag("section", {"aria-labelledby": f"group-{number}"}, heading, tag("div", {"class": "indicators"}, shown))


def card(shown: Card, setting: Setting) -> Markup:
    """One indicator: name, badges, chart, table."""
    voice, series = setting.voice, shown.series
    name, *others = shown.names
    key = addresses.anchor("i", shown.lead.id)
    badges = (
        [tag("li", {"class": "badge badge-difference"}, voice.say("indicators.differs"))] if shown.differences else []
    )
    badges += (
        [tag("li", {"class": "badge badge-attained"}, voice.say("indicators.attained"))] if shown.attained else []
    )
    label = voice.say("indicators.table", name=voice.label(name))
    drawing = chart(series, voice.label(name), key, voice)
    return tag(
        "article",
        {"class": "indicator", "id": key, "aria-labelledby": f"{key}-name"},
        tag("h3", {"id": f"{key}-name", "lang": voice.label_lang(name)}, voice.named(name)),
        tag("ul", {"class": "badges"}, *badges) if badges else Markup(""),
        _other_names(others, setting),
        region(voice.say("chart.title", name=voice.label(name)), drawing) if len(series.slots) > FITTING else drawing,
        tag("p", {"class": "note"}, voice.say("chart.apart")) if series.apart and series.axis else Markup(""),
        _table(series, label, setting),
        _remarks(shown, setting),
    )


def _other_names(others: Sequence[str], setting: Setting) -> Markup:
    if not others:
        return Markup("")
    voice = setting.voice
    names = joined((voice.words_of(other) for other in others), voice.say("indicators.and"))
    return tag("p", {"class": "note"}, voice.say("indicators.also"), names)


def _table(series: Series, label: str, setting: Setting) -> Markup:
    """One line for each statement: what several passages say alike stands once, with a link to each of them."""
    voice = setting.voice
    heads = joined(tag("th", {"scope": "col"}, voice.say(f"column.{n}")) for n in ("year", "value", "source"))
    alike: dict[tuple[object, ...], list[Fact]] = {}
    for fact in series.facts:
        wording = (fact.kind, fact.year, statement(fact), fold(fact.comparator_word))
        alike.setdefault(wording, []).append(fact)
    caption = tag("caption", {"class": "unseen"}, label)
    rows = joined(_line(facts, setting) for facts in alike.values())
    head = tag("thead", None, tag("tr", None, heads))
    return tag("table", {"class": "small"}, caption, head, tag("tbody", None, rows))


def _line(facts: Sequence[Fact], setting: Setting) -> Markup:
    voice, first = setting.voice, facts[0]
    year = year_cell(first, voice, kind_badge(first.kind, voice))
    groups: dict[str, list[Fact]] = {}
    for fact in facts:
        groups.setdefault(fact.document_id, []).append(fact)
    sources = joined(_sources(id_, members, setting) for id_, members in groups.items())
    head = tag("th", {"scope": "row"}, year)
    return tag("tr", None, head, tag("td", None, figure_cell(first, voice)), tag("td", None, sources))


def _sources(document_id: str, facts: Sequence[Fact], setting: Setting) -> Markup:
    """The document, and links to the passages in it."""
    title = tag("span", {"class": "note", "lang": setting.title_lang(document_id)}, setting.title(document_id))
    links = joined(tag("li", None, _source(fact, setting)) for fact in facts)
    return joined((title, tag("ul", {"class": "sources"}, links)))


def _source(fact: Fact, setting: Setting) -> Markup:
    """The link to the passage a value was read from."""
    voice = setting.voice
    value = voice.say("indicators.source_of", year=voice.year(fact.year), value=figure(fact, voice))
    return source_link(fact, setting, tag("span", {"class": "unseen", "lang": str(voice.language)}, f" ({value})"))


def _remarks(shown: Card, setting: Setting) -> Markup:
    """What the documents say differently, both as they write it, and which targets are met already."""
    voice = setting.voice
    items = []
    for pair in shown.differences:
        sides = [
            joined((_quoted(f, setting), f" ({setting.title(f.document_id)})")) for f in (pair.first, pair.second)
        ]
        items.append(
            tag(
                "li",
                None,
                voice.say("indicators.difference", year=voice.year(pair.first.year)),
                joined(sides, voice.say("indicators.versus")),
            )
        )
    met = [
        voice.say(
            "indicators.met",
            status=figure(pair.first, voice),
            year=voice.year(pair.second.year),
            target=figure(pair.second, voice),
        )
        for pair in shown.attained
    ]
    items += [tag("li", None, text) for text in dict.fromkeys(met)]
    return tag("ul", {"class": "remarks"}, joined(items)) if items else Markup("")


def _quoted(fact: Fact, setting: Setting) -> Markup:
    voice = setting.voice
    return link(addresses.fact(fact), tag("q", None, voice.shown(fact.quote)), lang=voice.lang(fact.quote))
