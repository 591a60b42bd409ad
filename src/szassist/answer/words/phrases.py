"""The assistant's own words, in the reader's language."""

from __future__ import annotations

from functools import cache

from szassist.answer.words import table
from szassist.schema import Language


@cache
def _phrases(language: Language) -> dict[str, str]:
    return table(language.value)


def phrase(language: Language, name: str, /, **values: str) -> str:
    """The phrase `name` with its variables filled in; a missing phrase or variable is a `KeyError`."""
    return _phrases(language)[name].format_map(values)
