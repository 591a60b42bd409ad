"""The frame of every page: head, header with navigation and languages, footer. Pure functions from values to HTML."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from urllib.parse import parse_qsl, urlencode

from szassist.faces.words import frame_words
from szassist.schema import Language

SITE = Path(__file__).parent / "site"  # style sheet, scripts, icon: served under /site
TEMPLATES = Path(__file__).parent / "templates"
MENU = {
    "chat": "/",
    "register": "/register",
    "indicators": "/indicators",
    "documents": "/documents",
    "about": "/about",
}


def page(language: Language, *, title: str, here: str, main: str, query: str = "") -> str:
    """A whole HTML document around `main`, which is HTML already; `title` is plain text.

    `here` is the key of MENU that the page belongs to (anything else marks none); `query` is the query string of the
    page's address, kept by the language links.
    """
    return (
        f'<!doctype html>\n<html lang="{language.value}">\n<head>\n{head(language, title)}</head>\n<body>\n'
        f'{top(language, here, query)}<main id="main" class="width" tabindex="-1">\n{main}\n</main>\n'
        f"{bottom(language)}</body>\n</html>\n"
    )


def head(language: Language, title: str) -> str:
    """What every page has in its <head>."""
    whole = f"{title} · {frame_words(language).product}" if title else frame_words(language).product
    return _filled("head", {"title": escape(whole), "version": version()})


def top(language: Language, here: str, query: str = "", skip_to: str = "#main") -> str:
    """Skip link and header: brand, languages, light and dark, navigation with `here` marked as the current page."""
    words = {name: escape(value) for name, value in asdict(frame_words(language)).items()}
    menu = "".join(
        f'<li><a href="{address}"{" aria-current=page" if name == here else ""}>{words[name]}</a></li>'
        for name, address in MENU.items()
    )
    links = "".join(_language_link(other, language, query) for other in Language)
    filled = _filled("top", words | {"menu_links": menu, "language_links": links})
    return filled.replace('href="#main"', f'href="{escape(skip_to)}"', 1)


def bottom(language: Language) -> str:
    """The footer."""
    words = frame_words(language)
    return _filled("bottom", {"footer": escape(words.footer), "privacy": escape(words.privacy)})


@cache
def version() -> str:
    """A digest of the style sheet and the scripts: their addresses change when they do."""
    digest = hashlib.sha256()
    for file in sorted(SITE.iterdir()):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _language_link(other: Language, current: Language, query: str) -> str:
    kept = [pair for pair in parse_qsl(query) if pair[0] != "lang"]
    address = escape("?" + urlencode([*kept, ("lang", other.value)]))
    mark = " aria-current=true" if other is current else ""
    return (
        f'<li><a href="{address}" lang="{other.value}" hreflang="{other.value}"{mark}>'
        f"{escape(frame_words(other).name)}</a></li>"
    )


@cache
def _template(name: str) -> Template:
    return Template((TEMPLATES / f"{name}.html").read_text("utf-8"))


def _filled(name: str, values: dict[str, str]) -> str:
    return _template(name).substitute(values)
