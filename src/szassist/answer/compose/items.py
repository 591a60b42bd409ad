"""Titled sections as the items of a list, each cited by its title and first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from szassist.answer.ground.draft import Count, Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Document, Language, Section, Status
from szassist.text.script import fold, for_reader
from szassist.text.sentences import sentences

LONGEST = 60  # rows of one list; the rest is counted
MOST = 6  # sentences of one item
_QUOTES = re.compile("[“”‘’\"'「」『』 。;]")


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


def of_item(query: Query, material: Material) -> Draft | None:
    """What stands below the title of an item that the query seeks: its sentences, then the titles below it; None where no
    section is called so, or it says no more than its title.
    """
    told = query.documents or tuple(material.documents)
    for document in (material.documents[one] for one in told):
        for section in document.sections:
            if _bare(fold(section.title)) == _bare(query.sought) and has_body(section):
                return Draft(Status.ANSWERED, tuple(_whole(document, section, query.language)))
    return None


def _bare(title: str) -> str:
    return _QUOTES.sub("", title)


def _whole(document: Document, section: Section, language: Language) -> Iterator[Statement]:
    """A section by its title, with its first sentences as they stand and the titles of its parts."""
    yield from opened(document, section, language)
    spans = sentences(document.text, title_of(document.id, section).end, section.own_end)
    for span in list(spans)[1:MOST]:
        text = for_reader(document.text[slice(*span)].strip(), language)
        yield Statement(phrase(language, "bullet") + text, (Evidence(document.id, *span),))
    below = [one for one in document.sections if one.parent == section.index and one.title.strip()]
    if len(below) > 1:
        yield from listed(document, section, below, language)
