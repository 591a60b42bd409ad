"""Title, issuer, date and number of a document, read from its own text and the lines that describe it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from szassist.ingest.headings import Line, heading
from szassist.ingest.marks import marks
from szassist.ingest.pages import is_date_line, is_metadata, may_sign

_NUMERALS = {char: str(value) for value, char in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_WESTERN = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_CHINESE = re.compile(
    r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,10}[〔\[(]\d{4}[〕\])]\s?第?\d{1,4}号")
_KIND = re.compile(
    r"(?:规划|计划|方案|纲要|意见|通知|通告|公告|决定|决议|办法|规定|细则|条例|措施|指南|指引|标准|要点|攻略|批复|函|报告|通报|目录|清单|解读|制度|规则|章程|政策)"
    r"(?:\([^()]{1,20}\))*$"
)
_AUTHORITY = re.compile(r"(.{2,30}?(?:人民政府(?:办公[厅室])?|委员会|办公[厅室]|[厅局委]))关于")
_LONGEST_TITLE = 120
_SIGNERS = 4  # lines of a signature at most


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document; None where nothing says."""

    title: str | None = None
    issuer: str | None = None
    date: dt.date | None = None
    number: str | None = None


def described(banner: Iterable[Line]) -> Metadata:
    """What the descriptive lines of a page say."""
    rows = [row for line in banner for row in _rows(line)]
    known = marks()
    stamp = next((date for line in banner if (date := parse_date(line.folded))), None)
    date = next((d for key in known.metadata_date for k, v in rows if k == key and (d := parse_date(v))), None)
    return Metadata(
        title=_first(rows, known.metadata_title),
        issuer=_first(rows, known.metadata_issuer),
        date=date or stamp,
        number=_first(rows, known.metadata_number),
    )


def stated(content: Sequence[Line], title: str | None = None) -> Metadata:
    """What the lines of a document say about itself."""
    title = title or title_of(content)
    signed = [at for at, line in enumerate(content) if is_date_line(line.folded)]
    at = signed[-1] if signed else None
    issuer = _signature(content[: at or 0], title)
    if issuer is None and title and (match := _AUTHORITY.match(title)):
        issuer = match.group(1)
    head = [m for line in content[:8] if len(line.text) <= 60 and (m := _NUMBER.search(line.folded))]
    number = head[0].string[head[0].start() : head[0].end()] if head else None
    return Metadata(title, issuer, None if at is None else parse_date(content[at].folded), number)


def title_of(content: Sequence[Line]) -> str | None:
    """The title at the top of a text, put together where it runs over two or three lines; None where prose begins."""
    held = ""
    for line in content[:3]:
        if (
            len(held) + len(line.text) > _LONGEST_TITLE
            or "。" in line.folded
            or line.folded.endswith((":", ";", ","))
        ):
            break
        if heading(line) is not None:
            break
        held += line.text.strip()
        if _KIND.search(line.folded.strip()):
            return held
    first = content[0] if content else None
    plain = (
        first is not None and len(first.text) <= 60 and not re.search("[。;:,]", first.folded) and not heading(first)
    )
    return first.text.strip() if first is not None and plain else None


def parse_date(folded: str) -> dt.date | None:
    """The first full date in a folded text."""
    packed = re.sub(r"\s", "", folded)
    western, chinese = _WESTERN.search(packed), _CHINESE.search(packed)
    try:
        if western:
            return dt.date(*(int(part) for part in western.groups()))
        if chinese:
            year = int("".join(_NUMERALS[char] for char in chinese.group(1)))
            return dt.date(year, _small(chinese.group(2)), _small(chinese.group(3)))
    except ValueError:
        return None
    return None


def _small(numeral: str) -> int:
    """十七 -> 17, 二十 -> 20, 三 -> 3."""
    tens, ten, ones = numeral.rpartition("十")
    unit = int(_NUMERALS[ones]) if ones else 0
    return (int(_NUMERALS[tens]) if tens else 1) * 10 + unit if ten else unit


def _rows(line: Line) -> list[tuple[str, str]]:
    """The `key: value` pairs of a line; two blanks or more part one pair from the next."""
    rows = []
    for match in re.finditer(r"[^\s].*?(?=\s{2,}|$)", line.folded.lstrip("# ")):
        piece = match.group()
        if is_metadata(piece):
            offset = len(line.folded) - len(line.folded.lstrip("# ")) + match.start()
            key, _, value = piece.partition(":")
            start = offset + len(piece) - len(value)
            rows.append((re.sub(r"\s", "", key), line.text[start : offset + len(piece)].strip()))
    return rows


def _first(rows: Sequence[tuple[str, str]], keys: Sequence[str]) -> str | None:
    return next((value for wanted in keys for key, value in rows if key == wanted and value), None)


def _signature(above: Sequence[Line], title: str | None) -> str | None:
    """Who signed: the lines above the date, every name once; None where prose, the title or what it says of itself does."""
    names: list[str] = []
    for line in reversed(above[-_SIGNERS:]):
        if not may_sign(line.folded) or line.text.strip() == title or line.text.lstrip().startswith(("—", "(")):
            break
        names[:0] = line.text.split()
    return "、".join(names) or None
