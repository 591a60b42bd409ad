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
