"""The vocabulary of `marks.toml`: words by which parts of official documents and pages are known."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Marks:
    """Words in folded form: Simplified, half-width, lower case."""

    preface: tuple[str, ...]
    closing: tuple[str, ...]
    navigation: tuple[str, ...]
    banner: tuple[str, ...]
    issue: tuple[str, ...]
    metadata_title: tuple[str, ...]
    metadata_issuer: tuple[str, ...]
    metadata_date: tuple[str, ...]
    metadata_number: tuple[str, ...]
    metadata_other: tuple[str, ...]


@cache
def marks() -> Marks:
    """The shipped vocabulary."""
    table = tomllib.loads(files("szassist.ingest").joinpath("marks.toml").read_text("utf-8"))
    metadata = table.pop("metadata")
    flat = table | {f"metadata_{key}": words for key, words in metadata.items()}
    return Marks(**{key: tuple(words) for key, words in flat.items()})
