"""Words as data: the vocabularies that questions are read by, and the assistant's own words in three languages."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The file `name` of this folder, read once; nobody changes it."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))
