"""Numbers and short names of English questions in one spelling: 10k is 10,000, for every ten thousand inhabitants is per
10,000 people, research and development is R&D.
"""

from __future__ import annotations

import re

from szassist.text.numerals import grouped

_THOUSANDS = re.compile(r"(?<![\w.,])(\d{2,}|\d+\.\d+) ?k\b", re.IGNORECASE)  # 4K is a resolution
_PEOPLED = re.compile(
    r"\b(has|had|have|is home to|was home to|houses|counts|counted) ((?:over |about |around |some |nearly |only )?\d[\d.,]*(?: (?:million|thousand))?) "
    r"(?:people|residents|inhabitants|souls)\b",
    re.IGNORECASE,
)
_LARGE = re.compile(
    r"(?<![\w.,])(\d[\d,.]*) ?(mn?|bn|tn)\b(?= (?:yuan|rmb|people|residents|cubic|square|tonnes|tons|dollars|us))",
    re.IGNORECASE,
)
_SIZES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_ONE = re.compile(r"\b(?:a|one) (million|billion|trillion)\b", re.IGNORECASE)
_RESEARCH = re.compile(r"\bresearch (?:and|&) development\b", re.IGNORECASE)
_TENS = {
    "": 1,
    "a": 1,
    "one": 1,
    "1": 1,
    "ten": 10,
    "10": 10,
    "a hundred": 100,
    "one hundred": 100,
    "hundred": 100,
    "100": 100,
}
_OF_SO_MANY = re.compile(
    r"\b(?:(?:for |in |out of |among )?(?:every|each)|per|out of|(?:for|among)(?= (?:[\d,]+|[a-z]+|[a-z]+ [a-z]+) (?:people|inhabitants|residents|persons|citizens)\b)) "
    r"(?P<money>(?:rmb|yuan|cny) )?(?:(?P<figure>1[\d, ]*000)|(?P<tens>(?:a hundred|one hundred|hundred|ten|one|a|1|10|100)?) ?thousand)\b"
    r"(?P<people> (?:people|inhabitants|residents|persons|citizens|locals|population|heads?)\b)?",
    re.IGNORECASE,
)


def in_figures(text: str) -> str:
    """`text` with its thousands, its large numbers (2.5bn yuan), its inhabitants and the numbers of people that a rate is of as figures, in the words of the indicators, and
    research and development as R&D.
    """
    text = _RESEARCH.sub("R&D", text)
    text = _THOUSANDS.sub(lambda match: grouped(round(float(match[1]) * 1000)), text)
    text = _LARGE.sub(lambda match: f"{match[1]} {_SIZES[match[2].lower()]}", text)
    text = _ONE.sub(r"1 \1", text)
    text = _PEOPLED.sub(r"\1 a resident population of \2 people", text)
    return _OF_SO_MANY.sub(_per, text)


def _per(match: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", match["figure"] or "")
    number = int(digits) if digits else 1000 * _TENS[(match["tens"] or "").lower()]
    return f"per {grouped(number)}" + (" people" if match["people"] else " yuan" if match["money"] else "")
