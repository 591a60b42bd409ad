"""The assistant's own words, in the reader's language."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from szassist.schema import Language


@cache
def _phrases(language: Language) -> dict[str, str]:
    path = files("szassist.answer").joinpath(f"words/{language.value}.toml")
    phrases: dict[str, str] = tomllib.loads(path.read_text("utf-8"))
    return phrases


def phrase(language: Language, name: str, /, **values: str) -> str:
    """The phrase `name` with its variables filled in; a missing phrase or variable is a `KeyError`."""
    return _phrases(language)[name].format_map(values)
