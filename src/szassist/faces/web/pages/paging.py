"""Long lists page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from szassist.faces.web.pages.filters import BadRequestError
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.voice import Voice

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list: its items, its number from 1, and how many pages there are."""

    items: Sequence[T]
    number: int
    pages: int


def number_of(query: Mapping[str, str]) -> int:
    """The page an address asks for: `?page=`, else the first."""
    asked = query.get("page", "") or "1"
    if not (asked.isascii() and asked.isdecimal() and int(asked[:9]) >= 1):
        raise BadRequestError("page", asked)
    return int(asked[:9])


def sheet(items: Sequence[T], number: int, size: int) -> Sheet[T]:
    """The page `number` of `items`, `size` to a page; BadRequestError beyond the last."""
    pages = max(1, -(-len(items) // size))
    if number > pages:
        raise BadRequestError("page", str(number))
    return Sheet(items[(number - 1) * size : number * size], number, pages)


def pager(shown: Sheet[T], address: Callable[[int], str], voice: Voice) -> Markup:
    """Links to the page before and after; nothing where there is one page alone."""
    if shown.pages == 1:
        return Markup("")
    parts: list[Markup] = []
    if shown.number > 1:
        parts.append(link(address(shown.number - 1), voice.say("paging.before")))
    parts.append(tag("span", {"aria-current": "page"}, voice.say("paging.here", n=shown.number, all=shown.pages)))
    if shown.number < shown.pages:
        parts.append(link(address(shown.number + 1), voice.say("paging.after")))
    return tag("nav", {"aria-label": voice.say("paging.label"), "class": "pager"}, joined(parts))
