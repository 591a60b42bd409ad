"""Turns of English questions with a gap in them put in plain words: on whose desk does X land is who is responsible for X."""

from __future__ import annotations

import re
from functools import cache

from szassist.text.english_phrases import FOLDER, read_toml


def in_plain_shape(text: str) -> str:
    """`text` with each turn of `english/shapes.toml` that stands in it put in the plain words for it."""
    for shape, plain in _shapes():
        text = shape.sub(plain, text)
    return text


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """The turns in the order of the file, with the plain words for each."""
    data = read_toml(FOLDER / "shapes.toml")
    words = data.pop("words")
    found = [pair for group in data.values() for pair in group["shapes"]]
    return tuple((re.compile(_filled(shape, words), re.IGNORECASE), plain) for shape, plain in found)


def _filled(shape: str, words: dict[str, str]) -> str:
    for name, forms in words.items():
        shape = shape.replace(f"{{{name}}}", forms)
    return shape
