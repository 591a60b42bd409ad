"""HTML built from values: everything that is not markup already is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

Attributes = Mapping[str, str | int | bool | None]
Content = str | Markup

_VOID = frozenset({"br", "col", "hr", "input", "link", "meta", "path", "line", "circle", "rect", "polygon"})


def tag(name: str, attributes: Attributes | None = None, *content: Content) -> Markup:
    """An element: attributes that are None or False are left out, True ones stand bare, text is escaped."""
    shown = "".join(
        f" {key}" if value is True else f' {key}="{escape(str(value))}"'
        for key, value in (attributes or {}).items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Markup(f"<{name}{shown}/>" if name not in _HTML_VOID else f"<{name}{shown}>")
    return Markup(f"<{name}{shown}>{joined(content)}</{name}>")


_HTML_VOID = frozenset({"br", "col", "hr", "input", "link", "meta"})


def joined(parts: Iterable[Content], between: Content = "") -> Markup:
    """The parts one after another, each escaped unless it is markup."""
    return escape(between).join(escape(part) for part in parts)


def link(address: str, *content: Content, lang: str | None = None, css: str | None = None) -> Markup:
    """A link to an address of this site."""
    return tag("a", {"href": address, "lang": lang, "class": css}, *content)


def region(label: str, content: Content) -> Markup:
    """A wide block that scrolls by itself, reachable by keyboard and named for screen readers."""
    return tag("div", {"class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"}, content)
