"""Numbers and short names of English questions in one spelling: 10k is 10,000, for every ten thousand inhabitants is per
10,000 people, research and development is R&D.
"""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"(?<![\w.,])(\d{2,}|\d+\.\d+) ?k\b", re.IGNORECASE)  # 4K is a resolution
_RESEARCH = re.compile(r"\bresearch (?:and|&) development\b", re.IGNORECASE)
_TENS = {"": 1, "a": 1, "one": 1, "ten": 10, "a hundred": 100, "one hundred": 100, "hundred": 100}
_OF_SO_MANY = re.compile(
    r"\b(?:(?:for |in |out of |among )?(?:every|each)|per|out of) "
    r"(?:(?P<figure>1[\d, ]*000)|(?P<tens>(?:a hundred|one hundred|hundred|ten|one|a)?) ?thousand)\b"
    r"(?P<people> (?:people|inhabitants|residents|persons|citizens|locals|population|heads?)\b)?",
    re.IGNORECASE,
)


def in_figures(text: str) -> str:
    """`text` with its thousands and the numbers of people that a rate is of as figures, in the words of the indicators, and
    research and development as R&D.
    """
    text = _RESEARCH.sub("R&D", text)
    text = _THOUSANDS.sub(lambda match: f"{float(match[1]) * 1000:,.0f}", text)
    return _OF_SO_MANY.sub(_per, text)


def _per(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["figure"] or "")
    number = int(digits) if digits else 1000 * _TENS[(match["tens"] or "").lower()]
    return f"per {number:,}" + (" people" if match["people"] else "")
