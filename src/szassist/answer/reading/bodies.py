"""Bodies and bureaus that a question names, whether or not a document assigns anything to them."""

from __future__ import annotations

from itertools import pairwise

from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.words import table
from szassist.text.script import fold


def bodies(folded: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Bodies beside the government (残联, 总工会) that a question names and no document assigns anything to."""
    return tuple(name for name in table("parts")["bodies"]["words"] if name in folded and name not in lexicon.units)


def bureaus(text: str) -> list[str]:
    """The words of a text that are bureaus by the dictionary, with their city (市税务局), whether or not the documents
    know them.
    """
    import rjieba

    words: list[str] = rjieba.cut(fold(text), False) if "局" in text else []
    found = ((before, word) for before, word in pairwise(["", *words]) if len(word) > 2 and word[-1] == "局")
    return [f"市{word}" if before.endswith("市") else word for before, word in found]
