"""The words of the pages in the reader's language, and the documents' words in the reader's script."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from markupsafe import Markup

from szassist.faces.web.pages.markup import joined, tag
from szassist.schema import Language
from szassist.text.script import for_reader, language_of

WORDS = Path(__file__).parents[2] / "words"


_NUMBER = re.compile(r"^(?:第[^章节節]{1,4}[章节節]\s*|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)")


def _no_name(_: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Voice:
    """How the pages speak to one reader."""

    language: Language
    entries: Mapping[str, str]
    names: Callable[[str], str | None] = _no_name  # the English name of what documents name

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

    def label(self, text: str) -> str:
        """What a document names (a unit, an indicator, a title, a heading): in English where it has such a name."""
        return self._english(text) or self.shown(text)

    def label_lang(self, text: str) -> str | None:
        """The `lang` of the label."""
        return None if self._english(text) else self.lang(text)

    def named(self, text: str) -> Markup:
        """The label as an element, an English name with the document's words beside it."""
        english = self._english(text)
        if english is None:
            return self.words_of(text)
        return joined((english, " ", tag("span", {"class": "note", "lang": self.lang(text)}, text)))

    def _english(self, text: str) -> str | None:
        """The English name for a reader of English; a heading may be named without its number."""
        if self.language is not Language.EN:
            return None
        name = self.names(text) or self.names(_NUMBER.sub("", text))
        return name and name[:1].upper() + name[1:]

    def year(self, year: int | None) -> str:
        """A year in words; a row without one says so."""
        return self.say("fact.undated") if year is None else self.say("fact.year", year=year)


@lru_cache(maxsize=65536)
def _shown(text: str, language: Language) -> str:
    return for_reader(text, language)


@lru_cache(maxsize=65536)
def _language_of(text: str) -> Language:
    return language_of(text)


def voice(language: Language, names: Callable[[str], str | None] = _no_name) -> Voice:
    """The voice for a language, with the words of `words/pages.<language>.toml`."""
    return Voice(language, _entries(language), names)


@cache
def _entries(language: Language) -> Mapping[str, str]:
    tables = tomllib.loads((WORDS / f"pages.{language}.toml").read_text("utf-8"))
    return {f"{name}.{key}": text for name, entries in tables.items() for key, text in entries.items()}
