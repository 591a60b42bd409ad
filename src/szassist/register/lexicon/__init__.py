"""The vocabularies of the register, read from the data files beside this module."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One vocabulary file, as it stands."""
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text("utf-8"))


def words(name: str, key: str) -> tuple[str, ...]:
    """A list of one vocabulary file."""
    return tuple(table(name)[key])


def any_of(alternatives: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first."""
    return "|".join(map(re.escape, sorted(alternatives, key=len, reverse=True)))
