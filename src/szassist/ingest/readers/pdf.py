"""PDF files with a text layer: page numbers and running heads dropped, broken lines joined to paragraphs."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from szassist.errors import CorpusError
from szassist.ingest.readers.spacing import tidy, without_radicals

_PAGE_NUMBER = re.compile(r"[-—–－―·\s]*(?:第\s*)?\d{1,4}(?:\s*页|\s*/\s*\d{1,4})?[-—–－―·\s]*(?:共\s*\d+\s*页)?$")
_ENDS = tuple("。！？；：!?;:")
_HEADING = re.compile(
    r"第[一二三四五六七八九十百零\d]{1,4}[编編章节節条條]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,3}[.．、](?!\d)|[①-⑳]|附件|附表|专栏\s?\d|專欄\s?\d|[表图圖]\s?\d|[〔【]"
)
_EDGE_LINES = 2  # running heads and page numbers stand within so many lines from a page's edge
_FULL = 0.88  # of the usual width: a shorter line ends its paragraph


def read(path: Path) -> str:
    """The text of a PDF, one paragraph a line; a `CorpusError` where it has no text layer or cannot be opened."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.ERROR)
    try:
        pages = [page.extract_text().split("\n") for page in PdfReader(path).pages]
    except (PyPdfError, DependencyError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CorpusError(f"{path}: not a PDF that can be read ({error}); print it to PDF again") from error
    lines = joined_pages([[without_radicals(line) for line in page if line.strip()] for page in pages])
    if not lines:
        raise CorpusError(f"{path}: has no text layer (scanned pages?); run it through OCR, or give its text as .txt")
    return "\n".join(tidy(line) for line in paragraphs(lines))


def joined_pages(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines of all pages without page numbers and running heads.

    A bare number at a page's edge is the page's only where such numbers rise with the pages; elsewhere it is a figure.
    """
    edges = [
        (number, at, line.strip())
        for number, page in enumerate(pages)
        for at, line in enumerate(page)
        if at < _EDGE_LINES or at >= len(page) - _EDGE_LINES
    ]
    counts = Counter((line, number) for number, _, line in edges)
    repeated = Counter(line for line, _ in counts)
    heads = {
        line for line, count in repeated.items() if count >= max(3, 0.3 * len(pages)) and not line.endswith(_ENDS)
    }
    offsets = Counter(value - number for number, _, line in edges if (value := _bare_number(line)) is not None)
    usual, count = offsets.most_common(1)[0] if offsets else (0, 0)
    dropped = set()
    for number, at, line in edges:
        value = _bare_number(line)
        numbered = value is not None and count >= max(2, 0.4 * len(pages)) and value - number == usual
        if line in heads or numbered or (value is None and _PAGE_NUMBER.match(line)):
            dropped.add((number, at))
    return [line for number, page in enumerate(pages) for at, line in enumerate(page) if (number, at) not in dropped]


def _bare_number(line: str) -> int | None:
    return int(line) if line.isascii() and line.isdigit() else None


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Lines put together where one breaks off because it is full."""
    widths = sorted(_width(line.strip()) for line in lines)
    usual = widths[int(0.9 * (len(widths) - 1))]
    spaced = sum(line.endswith(" ") for line in lines)
    marked = (
        0.02 * len(lines) < spaced < 0.6 * len(lines)
    )  # a blank before the line end marks a paragraph's last line
    found: list[str] = []
    previous: str | None = None
    for line in lines:
        if previous is None or (_breaks(previous, line, usual, marked) and not _open(found[-1])):
            found.append(line.strip())
        else:
            found[-1] += _glue(found[-1], line.strip()) + line.strip()
        previous = line
    return found


def _breaks(before: str, after: str, usual: int, marked: bool) -> bool:
    """Whether a paragraph ends between two lines."""
    text = before.strip()
    if _HEADING.match(after.strip()) and (text.endswith(_ENDS) or _width(text) < _FULL * usual):
        return True
    if marked and before.endswith(" ") and text.endswith((*_ENDS, "）", "〕", ")")):
        return True
    if _HEADING.match(text) and not text.endswith(("，", "、", ",")) and _width(text) < 0.75 * usual:
        return True
    return _width(text) < _FULL * usual


def _open(paragraph: str) -> bool:
    """Whether a 《title》 or a bracket is still open at the end, so that the next line belongs to it."""
    tail = paragraph[-120:]
    return any(tail.rfind(opening) > tail.rfind(closing) for opening, closing in ("《》", "（）", "〔〕", "“”"))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _glue(before: str, after: str) -> str:
    """A blank between two Latin words, nothing between Chinese ones or within a figure."""
    return (
        " " if before[-1:].isascii() and before[-1:].isalpha() and after[:1].isascii() and after[:1].isalpha() else ""
    )
