"""The words of the faces in the reader's language: one file a language, the same keys in each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from szassist.schema import Language

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class FrameWords:
    """The words around every page; each field is a key of `words/frame.<language>.toml`."""

    name: str  # of the language itself, as its readers write it
    product: str
    skip: str
    menu: str  # label of the navigation
    chat: str
    register: str
    indicators: str
    documents: str
    about: str
    languages: str  # label of the language links
    dark: str  # on the button that turns the page dark
    light: str
    footer: str
    privacy: str


@dataclass(frozen=True, slots=True)
class ChatWords:
    """The words of the chat page; each field is a key of `words/chat.<language>.toml`."""

    heading: str
    lead: str
    starters: str  # label of the starter questions
    script_needed: str
    conversation: str  # label of the log
    asked: str
    understood: str  # while searching
    thinking: str
    found: str  # while composing; {count} passages
    writing: str  # under the part of an answer that is there already
    stopped: str
    failed: str
    question: str
    hint: str
    next: str  # in the empty box, once there is a conversation
    ask: str
    stop: str
    fresh: str
    suggestions: str
    sources: str
    source: str  # before a source's number, for readers who listen
    open_source: str
    new_tab: str
    quotes: str
    figures: str
    phrased: str  # with {engine}, where a chat model put the answer into words
    partial: str
    clarify: str
    not_found: str
    declined: str
    copy: str
    copied: str
    share: str
    shared: str
    print: str
    good: str
    bad: str
    why: str
    reason_number: str
    reason_source: str
    reason_unanswered: str
    reason_other: str
    thanks: str
    not_kept: str
    kept: str  # what happens with feedback, said beside the reasons


@dataclass(frozen=True, slots=True)
class Starters:
    """Questions to start with, for one audience."""

    audience: str
    questions: tuple[str, ...]


@cache
def chat_words(language: Language) -> ChatWords:
    """The words of the chat page in `language`."""
    return ChatWords(**read("chat", language, {field.name for field in fields(ChatWords)}))


@cache
def starters(language: Language) -> tuple[Starters, ...]:
    """The starter questions by audience; the same questions at the same places in every language."""
    found = tomllib.loads((FOLDER / f"starters.{language.value}.toml").read_text("utf-8"))
    return tuple(Starters(group["name"], tuple(group["questions"])) for group in found["audience"])


@dataclass(frozen=True, slots=True)
class StarterPattern:
    """How questions to start with are made from the documents in hand, where most of the written ones are not answered."""

    audience: str
    target: str  # with {indicator} and {year}
    general: tuple[str, ...]  # what any document may answer


@cache
def starter_pattern(language: Language) -> StarterPattern:
    """The pattern in `language`."""
    found = tomllib.loads((FOLDER / f"starters.{language.value}.toml").read_text("utf-8"))["register"]
    return StarterPattern(found["name"], found["target"], tuple(found["general"]))


@cache
def frame_words(language: Language) -> FrameWords:
    """The words of the frame in `language`."""
    return FrameWords(**read("frame", language, {field.name for field in fields(FrameWords)}))


def read(name: str, language: Language, wanted: set[str]) -> dict[str, str]:
    """The words of `<name>.<language>.toml` in this folder; a missing or unknown key is a `KeyError` that names it."""
    file = FOLDER / f"{name}.{language.value}.toml"
    found = tomllib.loads(file.read_text("utf-8"))
    if wrong := wanted ^ found.keys():
        raise KeyError(f"{file.name}: missing or unknown keys {sorted(wrong)}")
    return {key: str(value) for key, value in found.items()}
