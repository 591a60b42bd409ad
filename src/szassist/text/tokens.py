"""The only tokenizer of lexical search: Chinese characters and their pairs, words and figures whole."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from szassist.text.script import fold

_HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
_RUN = re.compile(
    rf"(?P<han>[{_HAN}]+)"
    r"|(?P<figure>(?<![0-9a-z.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,]))"  # 1,500 is one figure
    # bim, 2025, 3.18, pm2.5; but 1.2025年 is item 1 and a year
    rf"|(?P<word>(?:(?![{_HAN}])[^\W_])+(?:\.(?!(?:19|20)\d\d年)\d+)*)"
)
# Half-width forms would merge these with their neighbours: a full-width comma parts figures (2025，2030), it does
# not group digits; a circled number is a note mark (①2020年), not a digit.
_APART = {ord("，"): "、"} | {
    code: " " for block in ((0x2460, 0x24FF), (0x2776, 0x2793)) for code in range(block[0], block[1] + 1)
}


def tokens(text: str) -> tuple[str, ...]:
    """The search tokens of `text`, in order, whatever its script, width and case.

    A run of Chinese characters gives each character and each pair of neighbours; a run of letters and digits is
    one token (`pm2.5`, `5g`, `3.18`), so a figure is found with or without its unit and a year without its 年.
    """
    folded = unicodedata.normalize("NFKC", fold(text.translate(_APART))).lower()
    return tuple(token for match in _RUN.finditer(folded) for token in _of_run(match))


def _of_run(match: re.Match[str]) -> Iterator[str]:
    run = match.group()
    if match.lastgroup == "han":
        yield from run
        yield from map("".join, pairwise(run))
    elif match.lastgroup == "figure":
        yield run.replace(",", "")
    elif run.count(".") > 1:  # 2025.12.31 is a date, not a figure
        yield from run.split(".")
    else:
        yield run
