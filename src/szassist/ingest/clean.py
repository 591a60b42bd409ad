"""Cleaning: one paragraph a line, and Chinese punctuation in its full width; no other character is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from szassist.ingest.traced import Traced

_LONG_LINE = 400  # a line longer than this may hold many paragraphs whose breaks were lost
_LONGEST_LABEL = 12
_SPACE = re.compile(r"[\s\u200b\ufeff]+")
_ENDS = "。！？!?；;：:〕】"  # what ends a paragraph
_MAY_END = "》〉）)”"  # what ends a title, or a word in a sentence
_RUNNING = re.compile("[，,。；;]")
_SPACED_FIGURE = re.compile(r"\d[\d.,%]*\s(?!\d)")
_LONGEST_TITLE = 90
_LABEL_ALONE = re.compile(
    r"(?:第[一二三四五六七八九十百零〇\d]{1,5}[編编章節节條条篇部]|附[件錄录表]\d{0,2}|[表圖图]\s?\d{1,3}|專欄|专栏)$"
)
_LABEL_AHEAD = re.compile(
    r"(?:\d{1,3}[.．、](?!\d)|[(（〔①-⑳]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}[章節节])"
)
_TITLE = re.compile(r"《[^《》]{0,120}》")

_CHINESE = "\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uffef“”‘’…—"
_IS_CHINESE = re.compile(f"[{_CHINESE}]")
_MACHINE = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+")
_WIDE = str.maketrans(",:;?!()", "，：；？！（）")


def paragraphs(traced: Traced) -> Traced:
    """One paragraph a line, without blank lines and the spaces around a line.

    A long line whose spaces mostly follow closing marks lost its line breaks; they are put back at those spaces.
    """
    return traced.lines(_paragraph_spans(traced.text))


def _paragraph_spans(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\r\n\v\f\x85\u2028\u2029]+", text):
        start, end = _stripped(text, match.start(), match.end())
        if start == end:
            continue
        if end - start > _LONG_LINE and _breaks_lost(text[start:end]):
            yield from _rebuilt(text, start, end)
        else:
            yield start, end


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and _SPACE.match(text, start):
        start += 1
    while end > start and _SPACE.match(text, end - 1):
        end -= 1
    return start, end


def _breaks_lost(line: str) -> bool:
    """Whether at least two of five spaces follow a closing mark or precede a number; those around figures do not count."""
    spaces = [m.span() for m in _SPACE.finditer(line)]
    likely = sum(line[start - 1] in _ENDS + _MAY_END or bool(_LABEL_AHEAD.match(line, end)) for start, end in spaces)
    doubtful = sum(not _beside_latin(line, start, end) for start, end in spaces)
    return likely > 0 and 5 * likely >= 2 * doubtful


def _beside_latin(line: str, start: int, end: int) -> bool:
    before, after = line[start - 1], line[end]
    return (before.isascii() and before.isalnum()) or (after.isascii() and after.isalnum())


def _rebuilt(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a line whose breaks became spaces."""
    titles = [m.span() for m in _TITLE.finditer(text, start, end)]
    done, upcoming = start, 0
    for space in _SPACE.finditer(text, start, end):
        while upcoming < len(titles) and titles[upcoming][1] <= space.start():
            upcoming += 1
        in_title = upcoming < len(titles) and titles[upcoming][0] < space.start()
        if not in_title and _is_break(text, done, space, end):
            yield done, space.start()
            done = space.end()
    if done < end:
        yield done, end


def _is_break(text: str, done: int, space: re.Match[str], end: int) -> bool:
    """Whether a space between the paragraph begun at `done` and what follows stands for a line break."""
    before = text[space.start() - 1]
    if before in _ENDS or _LABEL_AHEAD.match(text, space.end()):
        return True
    if (before.isascii() and before.isalnum()) or _SPACED_FIGURE.match(text, space.end()):
        return False  # BIM 技术, 2025 年
    if space.start() - done == 1 and _SPACE.search(text, space.end(), min(space.end() + 2, end)):
        return False  # 前 言
    if space.start() - done <= _LONGEST_LABEL and _LABEL_ALONE.fullmatch(text, done, space.start()):
        return False  # 第一章 發展現狀
    return space.start() - done <= _LONGEST_TITLE and not _RUNNING.search(text, done, space.start())


def widen(text: str) -> str:
    """Half-width , : ; ? ! ( ) that stand in Chinese become full-width; the length stays.

    Marks between figures, in Latin phrases and in addresses stay as they are.
    """
    chars = list(text)
    machine = [False] * len(text)
    for match in _MACHINE.finditer(text):
        machine[match.start() : match.end()] = [True] * (match.end() - match.start())
    open_at: list[int] = []
    for match in re.finditer(r"[,:;?!()\n]", text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            open_at.clear()
        elif mark == "(":
            open_at.append(at)
        elif mark == ")" and open_at:
            _widen_pair(text, chars, open_at.pop(), at)
        elif not machine[at] and _in_chinese(text, at):
            chars[at] = mark.translate(_WIDE)
    return "".join(chars)


def _widen_pair(text: str, chars: list[str], opening: int, closing: int) -> None:
    inner = _IS_CHINESE.search(text, opening + 1, closing)
    if inner or _in_chinese(text, opening) or _in_chinese(text, closing):
        chars[opening], chars[closing] = "（", "）"


def _in_chinese(text: str, at: int) -> bool:
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if _IS_CHINESE.match(before) or _IS_CHINESE.match(after):
        return True
    return before in "%)℃°‰" and _IS_CHINESE.search(text, max(at - 20, 0), at + 20) is not None
