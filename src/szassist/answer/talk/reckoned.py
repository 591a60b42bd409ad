"""Years that are counted from one spoken of (五年后, ten years on from that) or from a document's last (规划期末)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from szassist.answer.ground.lexicon import Lexicon
from szassist.text.script import fold

_DIGITS = {word: number for number, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_ENGLISH = {word: number for number, word in enumerate(_WORDS, 1)}
_MANY, _MANY_EN = (
    r"(?P<many>[一二两三四五六七八九十]|\d{1,2})个?年",
    rf"(?P<many>{'|'.join(_WORDS)}|\d{{1,2}}) years?",
)
_LATER = re.compile(
    rf"(?:(?:再|又)?(?:往后|向后|推后|晚|迟)(?:推|数|看|过)?(?:上|个)?|(?:再|又)(?:过|隔|等)(?:上|个|了)?)(?:{_MANY})(?:之后|以后|过后|后)?"
    rf"|(?<![\d近这前第未来])(?:过|隔)?了?{_MANY.replace('many', 'many2')}(?:之后|以后|过后|后)"
)
_LATER_EN = re.compile(
    rf"\b(?:(?:in )?(?:another|a further) {_MANY_EN}(?: later| on)?|(?:in )?(?P<many2>{'|'.join(_WORDS)}|\d{{1,2}}) years? "
    r"(?:later|after(?:wards?)?|further on|down the (?:line|road)|on)(?: (?:from |after )?(?:that|then|there|this))?)\b"
)
_BEFORE = re.compile(
    rf"(?:再|又|还)?(?:往前|向前|往回|倒回去?|倒退|早)(?:推|数|看|倒|翻|退)?(?:上|个)?{_MANY}|提前{_MANY.replace('many', 'many2')}(?=$|[的看呢?,。])"
)
_BEFORE_EN = re.compile(rf"\b{_MANY_EN} (?:earlier|before (?:that|then))\b")
_END = re.compile(
    r"(?P<kind>规划|方案|计划)?(?:期|周期|时期)(?:的)?(?:结束|期|最)?末(?:尾|期|年)?|(?P<kind2>规划|方案|计划)(?:期)?(?:最后一年|末年|(?:结束|到期|收官|收尾|期满|完成)(?:之?时|的?时候|那年|那一年|那会儿?|当年))"
)
_END_EN = re.compile(
    r"\b(?:by |at |until )?(?:the )?(?:very )?(?:end|close|last year|final year) of (?:the |this )?(?P<kind>plan|scheme|planning|programme|period)(?: period)?\b"
    r"|\bwhen (?:the |this )?(?P<kind2>plan|scheme|planning period|period) (?:ends|finishes|expires|runs out|is over)\b"
)
_DECADE = re.compile(r"\b(?:by |at )?(?:the )?end of (?:the|this) decade\b|这个?十年(?:的)?(?:末|底|结束)")
_SPAN = re.compile(r"20\d\d年?\s?[-—–~至]{1,2}\s?(20\d\d)")


def reckoned(question: str, spoken_of: Sequence[int], lexicon: Lexicon) -> str:
    """`question` with a year counted from the last of those `spoken_of`, or from the end of a document, written out."""
    folded = fold(question)
    last = spoken_of[-1] if spoken_of else None
    for said, year in _ways(last, lexicon):
        if (match := said.search(folded)) and (found := year(match)):
            written = f" in {found} " if folded.isascii() else f"{found}年"
            return f"{question[: match.start()]}{written}{question[match.end() :]}"
    return question


def _ways(last: int | None, lexicon: Lexicon) -> list[tuple[re.Pattern[str], Callable[[re.Match[str]], int | None]]]:
    """The expressions, and the year that each stands for."""
    ways: list[tuple[re.Pattern[str], Callable[[re.Match[str]], int | None]]] = [
        (said, lambda match: _end(match["kind"] or match["kind2"] or "", lexicon)) for said in (_END, _END_EN)
    ]
    if last is None:
        return ways
    later = [(said, lambda match: last + _many(match)) for said in (_LATER, _LATER_EN)]
    earlier = [(said, lambda match: last - _many(match)) for said in (_BEFORE, _BEFORE_EN)]
    return [*ways, *later, *earlier, (_DECADE, lambda match: last // 10 * 10 + 10)]


def _many(match: re.Match[str]) -> int:
    said = next(text for name, text in match.groupdict().items() if name.startswith("many") and text)
    return int(said) if said.isdigit() else _DIGITS.get(said) or _ENGLISH[said]


def _end(kind: str, lexicon: Lexicon) -> int | None:
    """The last year of the document of a kind, else of the one that ends last; None where no title gives its years."""
    ids = lexicon.kinds.get(kind, tuple(lexicon.titles))
    ends = [int(found[1]) for one in ids if (found := _SPAN.search(lexicon.titles[one]))]
    return max(ends, default=None)
