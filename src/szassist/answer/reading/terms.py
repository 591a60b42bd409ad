"""The words of a question that tell what it is about, and how much each of them tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.words import table
from szassist.query import Expansion, Term
from szassist.text.english_phrases import grammar, is_filler, stems, told_by

_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z0-9][a-z0-9.+&/-]*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_MIXED = re.compile(r"[a-z0-9+]+[\u3400-\u9fff]")  # i深圳, which would be taken for a letter and a place
_SCRAP = re.compile("[a-z]{2}")  # po, eh: an unknown word of two letters is none
_NUMBERED = re.compile("第[一二三四五六七八九十]+[^一二三四五六七八九十百千万亿个次]+")  # 第三方 is no number
_SIDE = re.compile("[东西南北中]部")  # of a city is a part of it
_NOUNS = "njei"  # first letters of the tags of nouns, short names, foreign words, set phrases
_CAN = "能可要会得该"  # what begins a guess is no part of it: 能领
_PROPER = ("nr", "nt", "nz")  # the tags of persons, organisations and other names
UNKNOWN = 0.4  # what is left of the weight of a verb or the like that the documents do not know: 路上跑的, 拿到手
COMMON = 0.5  # what is left of the weight of a word that every document is full of: expand, public, first
PLACE = 0.3  # weight of a place in English: what an answer is about must be of that place anyway
COMPOUND = 4  # characters of the shortest compound
FURTHER, WIDEST = 0.3, 1.6  # what each further word of an English phrase adds to its weight, and the most of it
SPELT = 2  # characters of a name from which its letter may be written by ear
LEAST = 0.3  # part of its weight that a word keeps however often the documents use it


def terms(content: str, expansions: Sequence[Expansion], lexicon: Lexicon) -> tuple[Term, ...]:
    """The words of `content` with their weights; what an expansion explains is one word with its official names."""
    found: list[Term] = []
    coined = [name for name in lexicon.coined if _MIXED.search(name)]
    names = [Expansion(said, (name,), 1.0) for name in coined for said in _as_heard(name) if said in content]
    for stretch, expansion in _parted(content, (*expansions, *names)):
        if expansion is not None:
            found += [term for term in [_explained(expansion, lexicon)] if term.weight > 0]
        else:
            found += [term for term in _plain(stretch, lexicon) if term.weight > 0]
    return tuple({term.word: term for term in found}.values())


def _as_heard(name: str) -> list[str]:
    """A name with a letter before Chinese, and as that is written by ear: 爱深圳 for i深圳."""
    sounds = table("spelling")["letters"].get(name[0], "") if len(name) > SPELT and name[1] > "\u3000" else ""
    return [name, *(f"{sound}{name[1:]}" for sound in sounds)]


def _parted(content: str, expansions: Sequence[Expansion]) -> list[tuple[str, Expansion | None]]:
    """`content` cut into the stretches that an expansion explains, the longest first, and those between them."""
    parts: list[tuple[str, Expansion | None]] = []
    position = 0
    found = [(match.start(), one) for one in expansions for match in re.finditer(re.escape(one.said), content)]
    places = sorted(found, key=lambda place: (place[0], -len(place[1].said)))
    for at, expansion in places:
        if at < position:
            continue
        parts += [(content[position:at], None), (expansion.said, expansion)]
        position = at + len(expansion.said)
    return [*parts, (content[position:], None)]


def _explained(expansion: Expansion, lexicon: Lexicon) -> Term:
    """One word for an expression; known to the documents by any of its names, it weighs what the rarest known one does."""
    vocabulary = lexicon.vocabulary
    known = [vocabulary.rarity(word) for word in (expansion.said, *expansion.means) if vocabulary.knows(word)]
    weak, low = _weak()
    if any(word in lexicon.places for word in expansion.means):
        return Term(expansion.said, 0.0, expansion.means, same=expansion.same)
    empty = expansion.said in weak or expansion.means[0] in weak
    weight = low if empty else (LEAST + (1 - LEAST) * max(known, default=1.0)) * _breadth(expansion.said)
    if not empty and (expansion.weight <= grammar().weights["common"] or told_by(expansion.said) < 1):
        weight *= COMMON
    if expansion.means[0] in grammar().places:
        weight = min(weight, PLACE)
    within = tuple(word for one in (expansion.said, *expansion.means) for word in _within().get(one, ()))
    return Term(
        expansion.said, weight, expansion.means, same=expansion.same, stem=_stem(expansion.said), within=within
    )


def _breadth(said: str) -> float:
    """How many times the weight of one word an English phrase has: each further word of it is one that is held."""
    return min(WIDEST, 1 + FURTHER * max(0, len(stems(said)) - 1)) if said.isascii() else 1.0


def _plain(stretch: str, lexicon: Lexicon) -> list[Term]:
    found = []
    for run in _RUN.findall(stretch):
        for word, part in (one for tagged in _tagged(run) for one in _known_parts(*tagged, lexicon)):
            if word in lexicon.places or (_SCRAP.fullmatch(word) and not lexicon.vocabulary.knows(word)):
                continue
            part = "b" if _NUMBERED.fullmatch(word) else "s" if _SIDE.fullmatch(word) else part
            weight = _weights().get(part[:1] if part not in _weights() else part, 0.5)
            if len(word) == 1 and _HAN.match(word):
                weight *= 0.5
            weak, low = _weak()
            if word in weak:
                weight = min(weight, low)
            noun = part[:1] in _NOUNS and not (part == "eng" and word.endswith(_modifiers()))
            if not lexicon.vocabulary.knows(word) and (not noun or _is_guess(word)):
                weight *= UNKNOWN
            if part == "eng":
                weight = min(weight, told_by(word))
            rarity = lexicon.vocabulary.rarity(word)
            named = part in _PROPER and word not in weak  # 白白 is tagged as a name
            proper = named and not lexicon.vocabulary.knows(word) and not _is_guess(word)
            told = weight * (LEAST + (1 - LEAST) * rarity)
            found.append(Term(word, told, proper=proper, stem=_stem(word), within=_within().get(word, ())))
    return found


def _tagged(run: str) -> list[tuple[str, str]]:
    """The words of `run` with their parts of speech; figures alone tell nothing."""
    if not _HAN.match(run):
        bare = run.rstrip(".-'")
        silent = bare.replace(".", "").isdigit() or all(_is_silent(part) for part in re.split("[-/]", bare))
        return [] if silent else [(bare, "eng")]
    import rjieba

    tagged: list[tuple[str, str]] = rjieba.tag(run)
    joined: list[tuple[str, str]] = []
    for word, part in tagged:
        if joined and joined[-1][0] == "之" and len(word) == 1:  # 之城 closes a name: 绿色低碳之城
            joined[-1] = (f"之{word}", "n")
        elif joined and part == "c" and joined[-1][1] == "f" and _is_guess(joined[-1][0]):  # 碳中 和
            joined[-1] = (joined[-1][0] + word, "n")
        else:
            joined.append((word, part))
    return joined


def _known_parts(word: str, part: str, lexicon: Lexicon) -> list[tuple[str, str]]:
    """A compound that the documents do not have as its words, where they have each of them: 臭氧浓度 is 臭氧 and 浓度;
    what only the segmentation joins to a word for being able (能领) without that.
    """
    if len(word) > 1 and word[0] in _CAN and not lexicon.vocabulary.knows(word) and _is_guess(word):
        return _tagged(word[1:])
    if len(word) < COMPOUND or not _HAN.match(word) or lexicon.vocabulary.knows(word):
        return [(word, part)]
    import rjieba

    found: list[str] = rjieba.cut_for_search(word)
    parts = [one for one in found if one != word]
    if "".join(parts) != word or not all(len(one) > 1 and lexicon.vocabulary.knows(one) for one in parts):
        return [(word, part)]
    return [(one, part) for one in parts]


def compounds(content: str, terms: Sequence[Term]) -> list[tuple[Term, Term]]:
    """The terms that stand side by side in Chinese `content`, the first a noun and the second a noun or an act: 数据交易."""
    words = {term.word: term for term in terms}
    tagged = [one for run in _HAN.findall(content) for one in (*_tagged(run), ("", ""))]
    return [
        (words[one], words[other])
        for (one, part), (other, _) in pairwise(tagged)
        if part[:1] == "n" and len(one) > 1 < len(other) and one in words and other in words
    ]


def names_something(content: str) -> bool:
    """Whether `content` holds a noun or a name that tells something; 强制用, 全市准备培育 and 金额 leave out what they are about."""
    return any(
        not _HAN.match(run) or any(_names(word, part) for word, part in _tagged(run)) for run in _RUN.findall(content)
    )


def _names(word: str, part: str) -> bool:
    return len(word) > 1 and part[:1] in _NOUNS and word not in _weak()[0] | _heads() and not _is_guess(word)


def has_subject(content: str) -> bool:
    """Whether `content` holds a noun that a figure may be said of, be it of the story (外婆) or of no document (国标); words
    for the figure itself (目标, 数字) are none.
    """
    plain = table("parts")["weak"]["words"]
    return any(
        not _HAN.match(run) or (len(word) > 1 and part[:1] in _NOUNS and word not in plain and not is_head(word))
        for run in _RUN.findall(content)
        for word, part in _tagged(run)
    )


def tells_little(word: str) -> bool:
    """Whether a word is one of those that tell little about any topic: 文件, 国家."""
    return word in _weak()[0]


def is_head(word: str) -> bool:
    """Whether a word says of what kind a figure is and not of what: 总额, 年均, 面积."""
    return word in _heads()


def _stem(word: str) -> str:
    """The stem of an English word between blanks; empty for several words, and for Chinese."""
    found = stems(word)
    return f" {found[0]} " if len(found) == 1 else ""


def _is_silent(word: str) -> bool:
    return len(word) < 2 or word in _stop() or is_filler(word)


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = table("parts")["weights"]
    return weights


@cache
def _within() -> dict[str, tuple[str, ...]]:
    """Words of one character, each with the words that have it in them and not its meaning."""
    return {char: tuple(words.split()) for char, words in table("parts")["within"].items()}


@cache
def _modifiers() -> tuple[str, ...]:
    """Endings of English words that are verbs, adverbs or adjectives."""
    return tuple(table("parts")["modifiers"]["endings"].split())


def is_one_word(word: str) -> bool:
    """Whether a Chinese word stands in the dictionary as one: 动物园, and no 大雨老是水浸."""
    return word > "\u3000" and not _is_guess(word)


def is_name(word: str) -> bool:
    """Whether a Chinese word is one of the dictionary, or is put together of nouns from its second word on: 外卖盒子塑料."""
    return is_one_word(word) or (word > "\u3000" and all(part[:1] in _NOUNS for _, part in _tagged(word)[1:]))


def _is_guess(word: str) -> bool:
    """Whether a word is only put together by the segmentation (人能, 水算) and stands in no dictionary."""
    import rjieba

    return word > "\u3000" and len(rjieba.cut(word, False)) > 1


@cache
def _heads() -> frozenset[str]:
    return frozenset(table("parts")["heads"]["words"])


@cache
def _stop() -> frozenset[str]:
    """English words that tell nothing."""
    return frozenset(table("parts")["stop"]["words"].split()) | grammar().stop


@cache
def _weak() -> tuple[frozenset[str], float]:
    """Words that tell little, and what they weigh."""
    weak = table("parts")["weak"]
    return frozenset((*weak["words"], *weak["narrative"], *weak["english"])), float(weak["weight"])
