"""The words of the pages in the reader's language, and the documents' words in the reader's script."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from markupsafe import Markup

from szassist.faces.web.pages.markup import tag
from szassist.schema import Language
from szassist.text.script import for_reader, language_of

WORDS = Path(__file__).parents[2] / "words"


@dataclass(frozen=True, slots=True)
class Voice:
    """How the pages speak to one reader."""

    language: Language
    entries: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The words under `key` (`register.title`) with `values` put in; a missing one is a KeyError."""
        return self.entries[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """`number` things in words: languages that have a singular keep it under `<key>_one`."""
        one = f"{key}_one"
        return self.say(one if number == 1 and one in self.entries else key, n=number)

    def shown(self, text: str) -> str:
        """A document's words in the reader's script; readers of English see the document's own characters."""
        return _shown(text, self.language)

    def lang(self, text: str) -> str | None:
        """The `lang` a document's words need on this page; None where the page's own is right."""
        return str(_language_of(text)) if self.language is Language.EN else None

    def words_of(self, text: str) -> Markup:
        """A document's words as an element that names their language where it is not the page's."""
        lang = self.lang(text)
        return tag("span", {"lang": lang}, self.shown(text)) if lang else Markup("") + self.shown(text)

    def year(self, year: int | None) -> str:
        """A year in words; a row without one says so."""
        return self.say("fact.undated") if year is None else self.say("fact.year", year=year)


@lru_cache(maxsize=65536)
def _shown(text: str, language: Language) -> str:
    return for_reader(text, language)


@lru_cache(maxsize=65536)
def _language_of(text: str) -> Language:
    return language_of(text)


@cache
def voice(language: Language) -> Voice:
    """The voice for a language, read from `words/pages.<language>.toml`."""
    tables = tomllib.loads((WORDS / f"pages.{language}.toml").read_text("utf-8"))
    return Voice(
        language, {f"{name}.{key}": text for name, entries in tables.items() for key, text in entries.items()}
    )
