"""Text as HTML: the one way in which a string of a reader or of a document gets onto a page made for Markdown."""

from __future__ import annotations

import re

from szassist.schema import Language
from szassist.text.script import language_of

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # controls, also of direction
_SPECIAL = re.compile(r"[\x21-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e]")  # ASCII punctuation: all that HTML or Markdown reads
_CHINESE = re.compile(r"[\u3001-\u303f\u3400-\u9fff\uf900-\ufaff\uff01-\uff65]+")


def safe(text: str) -> str:
    """`text` as HTML that Markdown leaves alone too: nothing typed or read is ever interpreted."""
    shown = _SPECIAL.sub(lambda found: f"&#{ord(found.group())};", _UNSEEN.sub("", text))
    return shown.replace("\n", "<br>")


def safe_in(text: str, language: Language) -> str:
    """`text` escaped for a page in `language`; within English, Chinese stretches carry their own language."""
    if language is not Language.EN:
        return safe(text)
    parts, last = [], 0
    for stretch in _CHINESE.finditer(text):
        parts.append(safe(text[last : stretch.start()]))
        parts.append(f"<span lang='{language_of(stretch.group())}'>{safe(stretch.group())}</span>")
        last = stretch.end()
    return "".join([*parts, safe(text[last:])])
