"""Web pages: the main text without navigation, tables as lines with ' | ' between cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from szassist.errors import CorpusError
from szassist.ingest.readers.spacing import tidy, without_radicals

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.element import Tag

_DROPPED = [
    "script",
    "style",
    "noscript",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "iframe",
    "svg",
]
_BLOCKS = frozenset(
    {
        "address",
        "article",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
    }
    | {"figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_PROSE = re.compile("[，。；]")
_MAIN_SHARE = 0.9  # of the page's prose, which its main text holds at least

# Meta tags of Chinese government sites and the descriptive line each becomes.
_META = {"ArticleTitle": "标题", "PubDate": "发布日期", "ContentSource": "来源", "Url": "来源"}
_TABLE_KEYS = ("发布机构", "发文机关", "制定机关", "成文日期", "发文日期", "印发日期", "文号", "发文字号", "索引号")


def read(path: Path) -> str:
    """The main text of a page, its descriptive lines first."""
    from bs4 import BeautifulSoup

    content = path.read_bytes()
    if b"\x00" in content[:1000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise CorpusError(f"{path}: not a web page (it holds zero bytes); save it as .html again or remove it")
    page = BeautifulSoup(content, "html.parser")
    for tag in page(_DROPPED):
        tag.decompose()
    about = list(_described(page))
    return "\n".join([*about, *_lines(_main(page))])


def _described(page: BeautifulSoup) -> Iterator[str]:
    """What meta tags, the table above a text and the page's title say about it."""
    metas = {str(tag.get("name")): str(tag.get("content") or "").strip() for tag in page("meta")}
    for name, key in _META.items():
        if metas.get(name):
            yield f"# {key}: {metas[name]}"
    if not metas.get("ArticleTitle") and page.title is not None:
        title = re.split(r"\s*[-_—|]{1,2}\s*(?=[^-_—|]*$)", page.title.get_text().strip())[0]
        if title:
            yield f"# 标题: {title}"
    strings = [re.sub(r"\s+", "", text) for text in page.get_text("\n").split("\n")]
    strings = [text for text in strings if text]
    for label, value in pairwise(strings):
        key = label.rstrip("：:")
        if key != label and key in _TABLE_KEYS and not value.endswith(("：", ":")) and len(value) < 80:
            yield f"# {key}: {value}"


def _main(page: BeautifulSoup) -> Tag:
    """The smallest element that holds nearly all of the page's prose."""
    best: Tag = page.body or page
    total = len(_PROSE.findall(best.get_text()))
    deeper: Tag | None = best
    while deeper is not None:
        best = deeper
        children = best.find_all(["div", "article", "section", "main", "td", "table", "tbody", "tr"], recursive=False)
        marks = {id(child): len(_PROSE.findall(child.get_text())) for child in children}
        deeper = next((child for child in children if total and marks[id(child)] >= _MAIN_SHARE * total), None)
    return best


def _lines(root: Tag) -> Iterator[str]:
    held: list[str] = []
    for piece in _pieces(root):
        if piece != "\n":
            held.append(piece)
            continue
        line = _line("".join(held))
        held.clear()
        if line:
            yield line
    if line := _line("".join(held)):
        yield line


def _line(raw: str) -> str:
    return tidy(without_radicals(re.sub(r"[ \t\xa0]+", " ", raw.replace("\u200b", "")).strip(" \u3000")))


def _pieces(node: Tag) -> Iterator[str]:
    """The texts below a node, with a line end around every block and for every <br>."""
    from bs4.element import Comment, NavigableString, Tag

    for child in node.children:
        if isinstance(child, Tag):
            if child.name == "br":
                yield "\n"
            elif child.name == "table" and _is_grid(child):
                yield "\n"
                for row in _rows(child):
                    yield row
                    yield "\n"
            elif child.name in _BLOCKS:
                yield "\n"
                yield from _pieces(child)
                yield "\n"
            else:
                yield from _pieces(child)
        elif isinstance(child, NavigableString) and not isinstance(child, Comment):
            yield _joined(str(child))


def _joined(text: str) -> str:
    """A text node with the line ends of its source taken out: they mean nothing in HTML, and nothing in Chinese."""
    return re.sub(r"(?<=[!-~])\s*[\r\n]\s*(?=[!-~])", " ", text).replace("\r", "").replace("\n", "")


def _is_grid(table: Tag) -> bool:
    """Whether a table is one, not a layout: no table in it, and rows of more than one cell."""
    return table.find("table") is None and any(len(row.find_all(["td", "th"])) > 1 for row in table.find_all("tr"))


def _rows(table: Tag) -> Iterator[str]:
    for row in table.find_all("tr"):
        cells = [" ".join(_line(cell.get_text(" ")).split()) for cell in row.find_all(["td", "th"])]
        cells = [
            re.sub(r"(?<=[\u3400-\u9fff，。；：、（）]) (?=[\u3400-\u9fff，。；：、（）])", "", cell)
            for cell in cells
        ]
        if any(cells):
            yield " | ".join(cells)
