"""What the documents in hand can be asked about, by example: an indicator, a project or part of them, a unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from szassist.answer.ground.inventory import Inventory
from szassist.schema import Document, FactKind, Language, SectionKind
from szassist.text.english import english_name
from szassist.text.script import fold, for_reader

MOST = 3
LONGEST = 14  # characters of a Chinese name that serves as an example
LONGEST_EN = 48
SHORTEST = 3
_GENERAL = (
    "总则",
    "附则",
    "总体要求",
    "基本原则",
    "指导思想",
    "前言",
    "目标",
    "组织",
    "保障",
    "要求",
    "思路",
)  # in any document


def examples(inventory: Inventory, language: Language) -> tuple[str, ...]:
    """Up to three names out of the documents: one of each kind as far as there are any, else more of the others."""
    kinds = [
        list(islice(_fit(names, language), MOST))
        for names in (_indicators(inventory), _projects(inventory), _units(inventory))
    ]
    parts = list(islice(_fit(_parts(inventory.documents.values()), language), MOST))
    first = [name for kind in kinds for name in kind[:1]]
    return tuple(islice(dict.fromkeys((*first, *parts, *chain(*kinds))), MOST))


def _fit(names: Iterable[str], language: Language) -> Iterator[str]:
    """The names that a reader of the language may be shown."""
    for name in dict.fromkeys(names):
        if any(map(str.isdigit, name)):
            continue
        if language is Language.EN:
            english = english_name(name)
            if english and len(english) <= LONGEST_EN:
                yield english
        elif SHORTEST <= len(name) <= LONGEST:
            yield for_reader(name, language)


def _indicators(inventory: Inventory) -> Iterator[str]:
    """The indicators that have a target with value and year, in the documents' order."""
    for series in inventory.series:
        for fact in series.facts:
            if fact.kind is FactKind.TARGET and fact.value is not None and fact.year:
                yield fact.indicator.strip("“”")


def _projects(inventory: Inventory) -> Iterator[str]:
    return (duty.assignment.title.strip("“”。") for duty in inventory.duties if not duty.whole_action)


def _units(inventory: Inventory) -> Iterator[str]:
    """The units that answer for something, those that do for most first."""
    counted = Counter(unit for duty in inventory.duties for unit in duty.assignment.responsible_units)
    return (unit for unit, _ in counted.most_common())


def _parts(documents: Iterable[Document]) -> Iterator[str]:
    """The titles of the parts of documents that tell what these are about, chapters first; not those which any document has."""
    titled = [section for document in documents for section in document.sections if section.title]
    for kind in (SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION):
        for section in titled:
            if section.kind is kind and not any(word in fold(section.title) for word in _GENERAL):
                yield section.title.strip("“”。")
