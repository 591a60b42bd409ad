"""The documents that a question names, by their titles or the kind of document that they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from szassist.answer.ground.lexicon import Lexicon
from szassist.text.english_phrases import grammar, is_filler, told_by
from szassist.text.inflection import stem

_ANY = "city municipal government local policy master construction public implementation development shenzhen"
_OF_ANY = frozenset(map(stem, _ANY.split()))  # words that may stand before the kind of any document
_OF = re.compile(r" (?:of|for) (?=[a-z])")
_WORD = re.compile(r"([a-z]+)(?:['’]s)?\s*")
_TITLE = re.compile("《[^《》]*》")
_PERIOD = re.compile(r"(20\d\d)年?[-—~–到至]+(20\d\d)年?的?(?:[这那该](?:份|个|本)?)?(?:建设)?$")
_MARKS = re.compile(r"[《》“”\"()\d的年\s-]")
_DOCUMENT_EN = r"\b(?:the|this|that|which) (?:[\w–-]+ ){{0,2}}?{kind}\b|\bin the {kind}\b"
_NAMED = "{first}(?:的?[这那哪]?一?[个份]?){last}(?:的?(?:转载|版本|网站|网页|那份|那个|那边|那里|那))?(?:里面?|中|上)?"  # 转载的那页
_DOCUMENT = r"(?:《[^》]*{kind}[^》]*》|(?:这|该|本|那)(?:个|份|部|本)?(?:建设|发展)?{kind}(?:(?:这|那)(?:个|份|边))?|(?:建设|发展)?{kind}(?:这|那)(?:一)?(?:份|个|本|边)|(?:建设|发展)?{kind}(?:[里入][头边面]?|当中|中|上|内|文件|正文|末尾|结尾|末了|最后|开头|自己|承认|(?=的?(?:篇章|章节|目录|前言|附件|标题|落款|[“\"「『]))|对|提出|要求|规定|的目标|说|写|提到|有没有|一共|总共|分|共|第[一二三四五六七八九十\d])|^(?:那么?)?(?:建设|发展)?{kind}(?=呢|的|依据|根据|按照|参[照考阅]|(?:只|仅|光|也|能)?(?:管(?!理|道|网|控)|覆盖|涵盖|适用|包括|包含)|最[早初先开后]|原[来先]|当初|何时|何年|什么时候|哪一?年|几时|修[订编]|编制|制[定订]|期限|范围|正文|附件|前言|全文|主要|总体|整体|想|为什么|怎么|是|有|对|打算|要|由(?:哪|几|多少)|期(?=[是到至从为多有几])|划|部署|安排|共|都|(?:从|[管到至]|覆盖|涵盖|适用于?|实施|执行)*(?:什么时候|何时|哪|多久|几年|多大)))"
TITLED = 3  # characters of a document's title from which they name it before the kind of document that it is


def documents(folded: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """The ids of the documents a question speaks of (这份规划, 方案里, 示范区建设方案), and the spans where it does."""
    found: dict[str, None] = {}
    spans: list[tuple[int, int]] = []
    quotes = quoted(folded)
    for kind, ids in lexicon.kinds.items():
        pattern = _DOCUMENT_EN if kind.isascii() else _DOCUMENT
        titles = [lexicon.titles[one] for one in ids]
        for match in re.finditer(pattern.format(kind=kind), folded):
            if any(match[0].endswith(f" {longer}") for longer in lexicon.kinds if longer.endswith(f" {kind}")):
                continue  # the construction plan is no plan
            within = next((folded[a:b] for a, b in quotes if a <= match.start() < b), match[0])
            if kind.isascii() and not _is_of_topic(match[0], kind, ids, lexicon):
                found |= dict.fromkeys(ids)
                spans.append((match.start(), _title_end(folded, match.end(), ids, lexicon)))
            elif not kind.isascii() and not _names_another(within, kind, titles):
                found |= dict.fromkeys(ids)
                spans.append((_title_start(folded, match.start(), titles), match.end()))
        for match in () if kind.isascii() else re.finditer(kind, folded):
            start = _title_start(folded, match.start(), titles)
            taken = any(one <= start < end for one, end in (*spans, *quotes))
            if match.start() - start >= TITLED and not taken:
                found |= dict.fromkeys(ids)
                spans.append((start, match.end()))
    for name, one in lexicon.named.items():
        for match in re.finditer(_NAMED.format(first=name[:-1], last=name[-1]), folded):
            found[one] = None
            spans.append(match.span())
    return tuple(found), tuple(spans)


def quoted(folded: str) -> tuple[tuple[int, int], ...]:
    """Where a question writes out the title of a document, with its marks."""
    return tuple(match.span() for match in _TITLE.finditer(folded))


def _names_another(said: str, kind: str, titles: Sequence[str]) -> bool:
    """Whether a title in its marks is none of `titles`, even shortened: its words up to its kind are not theirs in order."""
    if not said.startswith("《"):
        return False
    own = _MARKS.sub("", said.rpartition(kind)[0])
    return not any(_in_order(own, title) for title in titles)


def _in_order(part: str, whole: str) -> bool:
    left = iter(whole)
    return all(char in left for char in part)


def _title_start(folded: str, end: int, titles: Sequence[str]) -> int:
    """Where the words of a title begin that stand before its kind: 可持续发展 before 规划, or its years (2022到2025年那份)."""
    period = _PERIOD.search(folded[:end])
    if period and any(period[1] in title and period[2] in title for title in titles):
        return period.start()
    start = end
    while start and any(folded[start - 1 : end] in title for title in titles):
        start -= 1
    return start if folded[start:end] and folded[start - 1 : start] != "《" else end


def _is_of_topic(said: str, kind: str, ids: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a mention has a word before the kind of document that tells a topic and is in none of their titles, nor said of
    any document: the noise reduction scheme, but not the new sustainable development plan.
    """
    own = _OF_ANY.union(*(lexicon.titled[one] for one in ids))
    return any(
        word.isalpha() and not (is_filler(word) or told_by(word) < 1 or stem(word) in own)
        for word in said.removesuffix(kind).split()[1:]
    )


def _title_end(folded: str, end: int, ids: Sequence[str], lexicon: Lexicon) -> int:
    """Where a mention that ends at `end` does with the words of its title after it: the construction plan of the
    demonstration zone.
    """
    of = _OF.match(folded, end)
    own = frozenset().union(*(lexicon.titled[one] for one in ids))
    at, told = (of.end(), end) if of else (len(folded), end)
    while word := _WORD.match(folded, at):
        if stem(word[1]) in own:
            told = word.end(1)
        elif word[1] not in grammar().silent and stem(word[1]) not in _OF_ANY:
            break
        at = word.end()
    return told
