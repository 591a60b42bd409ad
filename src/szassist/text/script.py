"""Simplified and Traditional script: conversion for readers, length-keeping folding for comparison."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from szassist.schema import Language

if TYPE_CHECKING:
    from opencc import OpenCC

_ENGLISH = re.compile(
    r"(?<![A-Za-z0-9.])(?![A-Z0-9.]+\b)[A-Za-z]{2,}(?![0-9.]\d)"
)  # a word, not a name like PM2.5, BIM or 5G
SHORT = 800  # characters of a text whose folded form is remembered
_CJK = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@cache
def _converter(name: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(name)


def to_hans(text: str) -> str:
    """`text` in Simplified script, one character for one character."""
    return _keep_length(text, str(_converter("t2s").convert(text)))


def to_hant(text: str) -> str:
    """`text` in Traditional script, one character for one character."""
    return _keep_length(text, str(_converter("s2t").convert(text)))


def _keep_length(text: str, converted: str) -> str:
    """`converted`, or character by character where a phrase conversion changed the length."""
    return converted if len(converted) == len(text) else text


def fold(text: str) -> str:
    """`text` for comparison: Simplified, half-width, lower case; offsets stay those of `text`.

    A character whose NFKC or lower-case form is longer than one character is kept as it is.
    """
    return _folded_short(text) if len(text) <= SHORT else _folded(text)


def _folded(text: str) -> str:
    return to_hans("".join(map(_fold_char, text)))


_folded_short = lru_cache(8192)(_folded)  # names, sentences and passages, which every question is compared with


@cache
def _fold_char(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char


def for_reader(text: str, language: Language) -> str:
    """`text` in the reader's script; readers of English see the document's own characters.

    What is Traditional already is not converted again: its own choice of characters (范, 範) stays.
    """
    if language is Language.HANS:
        return to_hans(text)
    if language is Language.HANT and language_of(text) is not Language.HANT:
        return to_hant(text)
    return text


def well_formed(text: str) -> str:
    """`text` with "?" in place of each half of a surrogate pair, which stands for no character and cannot be encoded."""
    return text.encode("utf-8", "replace").decode("utf-8")


def has_chinese(text: str) -> bool:
    """Whether a Chinese character stands in `text`."""
    return bool(_CJK.search(text))


def is_either(text: str) -> bool:
    """Whether a Chinese text is written alike in both scripts."""
    return to_hans(text) == text == to_hant(text)


def language_of(text: str) -> Language:
    """The language and script a text is written in; Chinese without any telling character is Simplified.

    Chinese characters decide even in a mixed text: 'PM2.5 target 是多少' is Chinese. A Traditional-only character
    weighs double, for many Simplified ones (后, 里, 台, 干) are used in Traditional texts too.
    """
    if not _CJK.search(text):
        return Language.EN if _ENGLISH.search(text) else Language.HANS
    traditional = sum(a != b for a, b in zip(text, to_hans(text), strict=True))
    simplified = sum(a != b for a, b in zip(text, to_hant(text), strict=True))
    return Language.HANT if 2 * traditional > simplified else Language.HANS
