"""Documents made by hand for the register's tests."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from szassist.schema import Document, Section, SectionKind


@dataclass(frozen=True)
class Part:
    """A section to put into a document: its depth below the root, its kind, heading and own text."""

    depth: int
    kind: SectionKind
    label: str
    title: str
    body: str = ""


@dataclass
class _Open:
    """A section while its document is being made."""

    parent: int | None
    kind: SectionKind
    label: str
    title: str
    start: int


def make(*parts: Part | str, year: int = 2023) -> Document:
    """A document of the parts in order; a plain string is the root's own text."""
    text, path = "", [0]
    made = [_Open(None, SectionKind.ROOT, "", "某市规划", 0)]
    for part in parts:
        if isinstance(part, str):
            text += part + "\n"
            continue
        del path[part.depth :]
        made.append(_Open(path[-1], part.kind, part.label, part.title, len(text)))
        text += part.body + "\n" if part.kind is SectionKind.CLOSING else f"{part.label}{part.title}。{part.body}\n"
        path.append(len(made) - 1)
    starts = [one.start for one in made] + [len(text)]

    def below(index: int, above: int) -> bool:
        parent = made[index].parent
        return parent is not None and (parent == above or below(parent, above))

    built = []
    for index, one in enumerate(made):
        last = max(i for i in range(len(made)) if i == index or below(i, index))
        span = one.start, starts[index + 1], starts[last + 1]
        built.append(Section(index, one.parent, one.kind, one.label, one.title, *span))
    date = dt.date(year, 1, 17)
    return Document("doc", "某市规划", None, date, None, "doc.txt", None, text, tuple(built))


@pytest.fixture
def paper() -> Callable[..., Document]:
    """`paper(*parts, year=2023)` builds a document issued in `year`."""
    return make


@pytest.fixture
def part() -> type[Part]:
    """`part(depth, kind, label, title, body)` is one section of a paper."""
    return Part
