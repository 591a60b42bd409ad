"""How Chinese characters sound and look: what a hand or an ear takes for one another comes out the same."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))  # sounds that many speakers do not tell apart
_INITIAL = re.compile("^l(?=[aeiouv])")  # 蓝 and 南
_SYLLABLES = re.compile(
    "(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    "(?:[iu]ang|iong|[aeio]ng|i?ao|[iu]an|uai|[ae]i|[aeiu]n|er|ia|[iuv]e|iu|ou|ua|ui|uo|[aoeiuv]))+"
)


@cache
def _first_of() -> dict[str, str]:
    """Each character that has look-alikes, with the first of them."""
    groups = tomllib.loads(files("szassist.text").joinpath("lookalikes.toml").read_text("utf-8"))["groups"]
    return {char: group[0] for group in reversed(groups.split()) for char in group}


def looks(text: str) -> str:
    """`text` with one character for all that look like it: 末 for 未."""
    first = _first_of()
    return "".join(first.get(char, char) for char in text)


def sounds(text: str) -> tuple[str, ...]:
    """The usual Mandarin sound of each character, without tones: 红数林 and 红树林 are both hon, su, nin."""
    return tuple(map(_sound, text))


@lru_cache(maxsize=1 << 15)
def _sound(char: str) -> str:
    return _INITIAL.sub("n", merged(letters(char)))


def is_double(one: str, other: str) -> bool:
    """Whether two characters have the very same sound but for the tone, or look alike."""
    return letters(one) == letters(other) or looks(one) == looks(other)


@lru_cache(maxsize=1 << 12)
def is_homophone(one: str, other: str) -> bool:
    """Whether two words have the very same sound, tones and all: 幼儿圆 and 幼儿园, but not 研究员 and 研究院."""
    from pypinyin import Style, lazy_pinyin

    read = [lazy_pinyin(word, style=Style.TONE) for word in (one, other)]
    return bool(read[0] == read[1])


@lru_cache(maxsize=1 << 15)
def letters(word: str) -> str:
    """A word in the letters of its pinyin, as a reader would type it."""
    from pypinyin import lazy_pinyin

    return "".join(lazy_pinyin(word))


def is_pinyin(word: str) -> bool:
    """Whether a Latin word could be pinyin: its letters make up syllables."""
    return _SYLLABLES.fullmatch(word) is not None


def merged(pinyin: str) -> str:
    """`pinyin` with sounds that many speakers do not tell apart spelt alike: zhongguo is zonguo."""
    for written, heard in _MERGED:
        pinyin = pinyin.replace(written, heard)
    return pinyin
