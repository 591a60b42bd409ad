"""About: what the assistant answers, from which documents, how answers are checked, how accurate they were, privacy."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from szassist.faces.web.pages import addresses
from szassist.faces.web.pages.markup import joined, link, tag
from szassist.faces.web.pages.voice import Voice
from szassist.schema import Document

MEASURE = "passed"
UNSEEN, FRESH = "set test", "set fresh"  # questions that nobody looked at who wrote rules; the others flatter
WHOLE = (UNSEEN, FRESH, "traps")
CATEGORY = f"{UNSEEN}, "


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the last evaluation: a group of questions, how many, the part answered right and its interval."""

    group: str
    questions: int
    right: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Inventory:
    """What the index holds, and the last evaluation where there is one."""

    documents: Mapping[str, Document]
    facts: int
    measured: tuple[Measured, ...]
    version: str


def about_page(inventory: Inventory, voice: Voice) -> Markup:
    """The page."""
    sections = (
        ("answers", _list(voice, "about.answers_1", "about.answers_2", "about.answers_3", "about.answers_4")),
        ("refuses", _list(voice, "about.refuses_1", "about.refuses_2", "about.refuses_3", "about.refuses_4")),
        ("checked", _list(voice, "about.checked_1", "about.checked_2", "about.checked_3", "about.checked_4")),
        ("corpus", _corpus(inventory, voice)),
        ("accuracy", _accuracy(inventory.measured, voice)),
        ("privacy", _list(voice, "about.privacy_1", "about.privacy_2", "about.privacy_3")),
        ("version", tag("p", None, voice.say("about.version_text", version=inventory.version))),
    )
    parts = [tag("h1", None, voice.say("about.title")), tag("p", {"class": "lead"}, voice.say("about.lead"))]
    for key, content in sections:
        parts += [tag("h2", {"id": key}, voice.say(f"about.{key}")), content]
    return joined(parts)


def measured(path: Path) -> tuple[Measured, ...]:
    """The last evaluation from its file, as `szassist eval --json` writes it; none where there is no such file."""
    if not path.is_file():
        return ()
    try:
        systems = json.loads(path.read_text("utf-8"))["systems"]
        groups = next(iter(systems.values()))["groups"]  # the assistant itself is the first
        return tuple(_line(name, groups[name][MEASURE]) for name in groups if MEASURE in groups[name])
    except (OSError, ValueError, KeyError, StopIteration, AttributeError, TypeError):
        return ()  # a file of another version: the page does without


def _line(name: str, told: Mapping[str, float]) -> Measured:
    return Measured(name, int(told["n"]), float(told["value"]), float(told["low"]), float(told["high"]))


def _list(voice: Voice, *keys: str) -> Markup:
    return tag("ul", None, joined(tag("li", None, voice.say(key)) for key in keys))


def _corpus(inventory: Inventory, voice: Voice) -> Markup:
    heads = joined(
        tag("th", {"scope": "col"}, voice.say(f"about.{n}")) for n in ("document", "issued", "edition", "digest")
    )
    rows = joined(_document(document, voice) for document in inventory.documents.values())
    caption = tag("caption", {"class": "unseen"}, voice.say("about.corpus"))
    table = tag(
        "table", {"class": "stacked"}, caption, tag("thead", None, tag("tr", None, heads)), tag("tbody", None, rows)
    )
    count = voice.say("about.corpus_text", n=len(inventory.documents), facts=inventory.facts)
    return joined((tag("p", None, count), table, tag("p", {"class": "note"}, voice.say("about.digest_text"))))


def _document(document: Document, voice: Voice) -> Markup:
    title = link(addresses.document(document.id), voice.label(document.title), lang=voice.label_lang(document.title))
    issued = [voice.named(document.issuer)] if document.issuer else []
    issued += (
        [tag("time", {"datetime": document.date.isoformat()}, document.date.isoformat())] if document.date else []
    )
    issued += [voice.words_of(document.number)] if document.number else []
    applied = sum(repair.applied for repair in document.repairs)
    told = [voice.count("about.repaired", applied)] if applied else []
    told += [voice.count("about.doubted", len(document.repairs) - applied)] if len(document.repairs) > applied else []
    edition: list[Markup] = [
        tag("code", None, document.source),
        *(tag("span", {"class": "note"}, text) for text in told),
    ]
    edition += [tag("span", {"class": "note"}, _told(what, voice)) for what in document.edition]
    edition += [
        tag("span", {"class": "note"}, voice.say("about.lacks"), _told(what, voice)) for what in document.missing
    ]
    cells = (
        ("document", "th", title),
        ("issued", "td", joined(issued, tag("br")) if issued else Markup("") + voice.say("about.unknown")),
        ("edition", "td", joined(edition)),
        ("digest", "td", tag("code", {"class": "digest"}, digest(document.text))),
    )
    return tag(
        "tr",
        None,
        *(
            tag(
                kind,
                {"data-label": voice.say(f"about.{key}"), "scope": "row" if kind == "th" else None},
                tag("div", None, content),
            )
            for key, kind, content in cells
        ),
    )


def _told(what: str, voice: Voice) -> Markup:
    """What is known about a document, in English where it has been put so."""
    return tag("span", {"lang": voice.label_lang(what)}, voice.label(what))


@lru_cache(maxsize=256)
def digest(text: str) -> str:
    """The SHA-256 of a document's text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def _accuracy(lines: Sequence[Measured], voice: Voice) -> Markup:
    """A line for each category of the unseen questions, after those for all of them and all that were generated."""
    shown = [line for name in WHOLE for line in lines if line.group == name]
    shown += [line for line in lines if line.group.startswith(CATEGORY)]
    if not shown:
        return tag("p", None, voice.say("about.not_measured"))
    heads = joined(tag("th", {"scope": "col"}, voice.say(f"about.{n}")) for n in ("category", "questions", "right"))
    rows = joined(_measured(line, voice) for line in shown)
    caption = tag("caption", {"class": "unseen"}, voice.say("about.accuracy"))
    body = (tag("thead", None, tag("tr", None, heads)), tag("tbody", None, rows))
    table = tag("table", {"class": "small"}, caption, *body)
    return joined((tag("p", None, voice.say("about.measured")), table))


def _measured(line: Measured, voice: Voice) -> Markup:
    bare = {UNSEEN: "unseen", FRESH: "fresh"}.get(line.group, line.group.removeprefix(CATEGORY))
    name = voice.say(f"category.{bare}") if f"category.{bare}" in voice.entries else bare
    interval = tag(
        "span", {"class": "note"}, voice.say("about.interval", low=f"{line.low:.0%}", high=f"{line.high:.0%}")
    )
    cells = (tag("td", None, str(line.questions)), tag("td", None, f"{line.right:.1%}", interval))
    return tag("tr", None, tag("th", {"scope": "row"}, name), *cells)
