"""szassist answers questions about government policy documents, with every word of evidence cut from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from szassist.assistant import Assistant
    from szassist.schema import Answer, Citation, Document, Fact, Hit, Turn
    from szassist.settings import Settings

__version__ = "0.1.0"
__all__ = ["Answer", "Assistant", "Citation", "Document", "Fact", "Hit", "Settings", "Turn"]

_HOME = {"Assistant": "szassist.assistant", "Settings": "szassist.settings"}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that importing the package is instant."""
    if name not in __all__:
        raise AttributeError(f"module 'szassist' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME.get(name, "szassist.schema")), name)
