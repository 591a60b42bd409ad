"""One indicator as a card: its rows laid out, chart, table, sources, and what the documents say differently."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Card:
    """One indicator: its rows laid out, the rows that differ, the targets that its status already meets."""

    series: Series
    differences: tuple[FactPair, ...]
    attained: tuple[FactPair, ...]
    words: str  # all that a search looks at, folded

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
    groups: Sequence[Sequence[Fact]],
    differences: Sequence[FactPair],
    attained: Sequence[FactPair],
    issuers: Mapping[str, str],
) -> tuple[Card, ...]:
    """A card for each indicator that has a value, in the order given; `issuers` maps documents to who issued them.

    A year many targets of an issuer are set for has a place in every chart of that issuer's indicators.
    """
    kept = [tuple(group) for group in groups if any(fact.value is not None for fact in group)]
    own = {issuer: milestones(_of_issuer(kept, issuer, issuers)) for issuer in set(issuers.values())}
    made = []
    for group in kept:
        years = sorted({year for fact in group for year in own.get(issuers.get(fact.document_id, ""), ())})
        words = fold("\n".join(text for f in group for text in (f.indicator, f.quote, *f.section_path)))
        made.append(Card(lay_out(group, years), _among(group, differences), _among(group, attained), words))
    return tuple(made)


def _of_issuer(groups: Sequence[Sequence[Fact]], issuer: str, issuers: Mapping[str, str]) -> list[list[Fact]]:
    return [[fact for fact in group if issuers.get(fact.document_id) == issuer] for group in groups]


def _among(group: Sequence[Fact], pairs: Sequence[FactPair]) -> tuple[FactPair, ...]:
    ids = {fact.id for fact in group}
    return tuple(pair for pair in pairs if pair.first.id in ids and pair.second.id in ids)


def card_html(shown: Card, setting: Setting) -> Markup:
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
