"""English readers: the official Chinese words for what they ask, and locked names in both languages.

`to_chinese`, `english_name` and `chinese_names` know what official documents share; `Terms.load(corpus)` adds the
names that one corpus brings in its `english.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from szassist.errors import CorpusError
from szassist.query import Expansion
from szassist.text.english_apart import Apart
from szassist.text.english_phrases import FOLDER, Entry, Key, Phrases, grammar, key_of, read_toml, words_of
from szassist.text.script import fold

CORPUS_NAMES = "english.toml"
_KINDS = ("units", "indicators", "titles", "sections", "names")


class Terms:
    """Names and words in English and in the Chinese of official documents."""

    def __init__(
        self,
        words: Phrases,
        named: Phrases,
        units: Phrases,
        names: Mapping[str, str],
        spoken: Mapping[str, Sequence[str]],
        homes: Key,
    ) -> None:
        self._spoken = spoken
        self._words = words
        self._named = named
        self._units = units
        self._names = names
        self._homes = homes

    @classmethod
    def load(cls, corpus: Path | None = None) -> Terms:
        """The general terms, with the names in `english.toml` of a corpus folder if it has one."""
        path = corpus / CORPUS_NAMES if corpus else None
        if path is None or not path.is_file():
            return _general()
        try:
            own = read_toml(path)
            _check(own)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, ValueError) as error:
            raise CorpusError(f"{path}: {error}; correct it or remove the file") from error
        return _assembled(own)

    def to_chinese(self, text: str) -> tuple[Expansion, ...]:
        """The official Chinese words for each longest known phrase of an English or mixed question, in its order.

        Figures and years need no other word and are left out, as are words without content and unknown words;
        names with a figure in them and names in capital letters (C40, CCER) stand for themselves.
        """
        folded = fold(text)
        weights = grammar().weights
        found: dict[tuple[str, tuple[str, ...]], Expansion] = {}
        for first, last, entry in self._words.find(words_of(folded)):
            said = folded[first.start : last.end]
            if entry is None:
                if not _literal(text[first.start : last.end], text):
                    continue
                entry = Entry((said,), weights["literal"])
            found.setdefault((said, entry.means), Expansion(said, entry.means, entry.weight))
        return tuple(found.values())

    def said(self) -> Iterator[tuple[str, str]]:
        """Each English phrase with the first of the official words that it stands for."""
        for key, entry in self._words.exact.items():
            if entry is not None and entry.means:
                yield " ".join(key), entry.means[0]

    def apart(self, text: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
        """The known phrases whose words all stand in an English text, next to one another or not: the stems of their words,
        and the official words for them.
        """
        return tuple(self._apart.find(text))

    @cached_property
    def _apart(self) -> Apart:
        return Apart(self._words)

    def units_in(self, text: str) -> tuple[str, ...]:
        """The units of government that an English text names, as Chinese documents write them, folded."""
        entries = (entry for _, _, entry in self._units.find(words_of(fold(text))) if entry)
        return tuple(dict.fromkeys(entry.means[0] for entry in entries))

    def words(self) -> frozenset[str]:
        """Every word of the vocabulary, lower case, with those that tell nothing."""
        small = grammar()
        return frozenset((*(word for key in self._words.exact for word in key), *small.stop, *small.filler))

    def unit_forms(self, chinese: str) -> tuple[str, ...]:
        """Every English name and abbreviation of a unit, lower case: water authority, bureau of water affairs, drc."""
        name = re.sub(r"\s+", "", fold(chinese))
        forms = (
            form for known in (*self._forms(name), self._parted(name)[2]) for form in self._spoken.get(known, ())
        )
        return tuple(dict.fromkeys(forms))

    def english_name(self, chinese: str) -> str | None:
        """The one official English name of a unit, indicator, title, heading, place or other name; None if there is none."""
        name = re.sub(r"\s+|^《|》$", "", fold(chinese))
        for form in self._forms(name):
            if form in self._names:
                return self._names[form]
        return self._unit_elsewhere(name) or grammar().places.get(name)

    def chinese_names(self, english: str) -> tuple[str, ...]:
        """The Chinese names, folded, that an English name or abbreviation stands for; empty if none is known."""
        entry = self._named.of(key_of(english))
        return entry.means if entry else ()

    def _forms(self, name: str) -> Iterator[str]:
        """`name` as it may be locked: 水务局 and 深圳市水务局 are 市水务局 to this corpus; 全市常住人口 is 常住人口."""
        if self._homes:
            yield f"市{name}"
        yield name
        for home in self._homes:
            if name.startswith(home):
                bare = name.removeprefix(home)
                yield from (f"市{bare}", bare)
        yield grammar().wholes.sub("", name)

    def _unit_elsewhere(self, name: str) -> str | None:
        """The name of another place's unit: 广州市水务局, 省发展改革委, 区教育局."""
        place, tier, bare = self._parted(name)
        unit = self._names.get(bare) if place or tier else None
        if unit is None:
            return None
        return " ".join(filter(None, (grammar().places.get(place, ""), grammar().tiers.get(tier, ""), unit)))

    def _parted(self, name: str) -> tuple[str, str, str]:
        """Place, tier and bare name of a unit: 广州, 市, 水务局; empty where the name has none."""
        known = grammar()
        place = next((p for p in sorted(known.places, key=len, reverse=True) if name.startswith(p)), "")
        rest = name.removeprefix(place)
        tier = next((t for t in known.tiers if rest.startswith(t) and rest.removeprefix(t) in self._names), "")
        return place, tier, rest.removeprefix(tier)


def _literal(word: str, text: str) -> bool:
    """Whether a word is a name in Chinese texts too: letters with a figure, or capitals in a text not all capitals."""
    if any(map(str.isdigit, word)):
        return any(map(str.isalpha, word))
    return len(word) > 1 and sum(map(str.isupper, word)) > 1 and text != text.upper()


def _check(own: dict[str, Any]) -> None:
    """ValueError for a table or value that a corpus' file of names cannot have."""
    for kind, table in own.items():
        if kind == "homes":
            if not (isinstance(table, list) and all(isinstance(home, str) for home in table)):
                raise ValueError("`homes` must be a list of names")
        elif kind not in _KINDS:
            raise ValueError(f"unknown table [{kind}]; there are {', '.join(_KINDS)}")
        elif not all(isinstance(v, str) or (isinstance(v, list) and v) for v in table.values()):
            raise ValueError(f"[{kind}] must map each Chinese name to an English one, or to a list of them")


@cache
def _general() -> Terms:
    return _assembled({})


def _assembled(own: dict[str, Any]) -> Terms:
    """The general vocabulary with a corpus' own names before it."""
    weights = grammar().weights
    words, named, units = Phrases(), Phrases(), Phrases()
    names: dict[str, str] = {}
    spoken: dict[str, list[str]] = {}
    for kind, chinese, english in _all_names(own):
        names.setdefault(chinese, english[0])
        home = f"市{chinese}"  # the general 水务局 is this corpus' 市水务局
        means = (home, chinese) if kind == "units" and home in names else (chinese,)
        for phrase in english:
            for form in (phrase, *_orders(phrase)) if kind == "units" else (phrase,):
                if kind == "units":
                    spoken.setdefault(means[0], []).append(form.lower())
                for table in (words, named, units) if kind == "units" else (words, named):
                    table.add(form, means, weights["name" if kind == "units" or form == english[0] else "alias"])
    for path in sorted(FOLDER.glob("terms_*.toml")):
        for level, entries in read_toml(path).items():
            for said, official in entries.items():
                for phrase in said.split("|"):
                    words.add(phrase, official.split(), weights[level])
    homes = tuple(sorted((fold(home) for home in own.get("homes", ())), key=len, reverse=True))
    return Terms(words, named, units, names, spoken, homes)


def _all_names(own: dict[str, Any]) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Kind, folded Chinese and English names of everything that has a locked name, a corpus' own first."""
    for source in (own, read_toml(FOLDER / "names.toml")):
        for kind in _KINDS:
            for chinese, given in source.get(kind, {}).items():
                folded = re.sub(r"\s+", "", fold(chinese)) if source is own else chinese
                yield kind, folded, [given] if isinstance(given, str) else given


def _orders(name: str) -> Iterator[str]:
    """Other ways to say a bureau's name: Education Bureau, Bureau of Education, Department of Education."""
    bare = re.sub(r" of \w+ Municipality$|^\w+ Municipal |^Municipal ", "", name)
    words = bare.split()
    heads = grammar().heads
    if len(words) > 1 and words[-1].lower() in heads:
        core = " ".join(words[:-1])
        yield from (bare, f"{core} people", f"{core} folks")
        for head in heads:
            yield from (f"{core} {head}", f"{head} of {core}")


_spoken: ContextVar[Terms | None] = ContextVar("terms", default=None)


@contextmanager
def speaking(terms: Terms) -> Iterator[None]:
    """Within this block, and this thread, the functions below know `terms` instead of the general ones alone."""
    token = _spoken.set(terms)
    try:
        yield
    finally:
        _spoken.reset(token)


def to_chinese(text: str) -> tuple[Expansion, ...]:
    """`Terms.to_chinese` with the terms spoken here."""
    return (_spoken.get() or _general()).to_chinese(text)


def apart(text: str) -> tuple[tuple[frozenset[str], tuple[str, ...]], ...]:
    """`Terms.apart` with the terms spoken here."""
    return (_spoken.get() or _general()).apart(text)


def english_name(chinese: str) -> str | None:
    """`Terms.english_name` with the terms spoken here."""
    return (_spoken.get() or _general()).english_name(chinese)


def chinese_names(english: str) -> tuple[str, ...]:
    """`Terms.chinese_names` with the terms spoken here."""
    return (_spoken.get() or _general()).chinese_names(english)


def unit_forms(chinese: str) -> tuple[str, ...]:
    """`Terms.unit_forms` with the terms spoken here."""
    return (_spoken.get() or _general()).unit_forms(chinese)


def english_words() -> frozenset[str]:
    """`Terms.words` of the terms spoken here."""
    return (_spoken.get() or _general()).words()
