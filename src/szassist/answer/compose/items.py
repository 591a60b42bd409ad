"""Titled sections as the items of a list, each cited by its title and first sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from szassist.answer.ground.draft import Count, Evidence, Statement
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.schema import Document, Language, Section
from szassist.text.script import for_reader
from szassist.text.sentences import sentences

LONGEST = 60  # rows of one list; the rest is counted


def has_body(section: Section) -> bool:
    """Whether a section says more than its heading, which alone would leave out what it says."""
    return section.end - section.start > len(section.heading) + 2


def listed(
    document: Document, above: Section, below: Sequence[Section], language: Language, lead: Evidence | None = None
) -> list[Statement]:
    """The items `below` a section, counted, under its title or, where there is one, under the sentence that leads into
    them; each cites its title with the sentence that follows.
    """
    counted = (Count(tuple(title_of(document.id, s) for s in below)),)
    count = str(len(below))
    rows = (Statement(item_name(s, language), (item(document, s),)) for s in below[:LONGEST])
    if lead:
        opening = for_reader(document.text[lead.start : lead.end], language)
        return [
            Statement(opening, (lead,)),
            Statement(phrase(language, "list_count", count=count), (), counted),
            *rows,
        ]
    named = phrase(language, "list_of", name=_list_name(document, above, language), count=count)
    return [Statement(named, (title_of(document.id, above),), counted), *rows]


def chosen(document: Document, sections: Sequence[Section], language: Language) -> list[Statement]:
    """Some of the items below a section, counted, each cited."""
    counted = Count(tuple(title_of(document.id, one) for one in sections))
    head = Statement(phrase(language, "list_count", count=str(len(sections))), (), (counted,))
    return [head, *(Statement(item_name(one, language), (item(document, one),)) for one in sections)]


def _list_name(document: Document, above: Section, language: Language) -> str:
    if language is Language.EN:
        return f"{say.title(document, language)}, {say.name(above.title, language)}"
    return for_reader(f"《{document.title}》{above.title}", language)


def item_name(section: Section, language: Language) -> str:
    """The title of an item with its number; in English its official English name alone."""
    if language is Language.EN:
        return say.name(section.title.strip(), language)
    return for_reader(f"{section.label}{section.title}".strip(), language)


def item(document: Document, section: Section) -> Evidence:
    """An item's title and, where text of its own follows it, the first sentence of that."""
    title = title_of(document.id, section)
    first = next(iter(sentences(document.text, title.end, section.own_end)), None)
    return replace(title, end=first[1]) if first else title


def opened(document: Document, section: Section, language: Language) -> list[Statement]:
    """An item by its title, then its first sentence as it stands, where it has one."""
    title = title_of(document.id, section)
    first = next(iter(sentences(document.text, title.end, section.own_end)), None)
    name = Statement(item_name(section, language), (item(document, section),))
    if first is None:
        return [name]
    span = Evidence(document.id, *first)
    return [name, Statement(for_reader(document.text[span.start : span.end].strip(), language), (span,))]


def title_of(document_id: str, section: Section) -> Evidence:
    """Where the title of a section stands."""
    return Evidence(document_id, section.start, min(section.end, section.start + len(section.heading) + 1))
