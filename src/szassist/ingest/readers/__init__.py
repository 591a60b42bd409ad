"""Readers: one file format each, `read(path) -> str` with one paragraph a line; a `CorpusError` names a bad file.

What a format says about its document beside the text (a page's meta tags, a file's front matter) comes first, in lines
such as `# 标题: …`, which are known as descriptive and are not part of the document.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from szassist.errors import CorpusError
from szassist.ingest.readers import docx, html, markdown, pdf, text

READERS: dict[str, Callable[[Path], str]] = {
    ".txt": text.read,
    ".md": markdown.read,
    ".html": html.read,
    ".htm": html.read,
    ".docx": docx.read,
    ".pdf": pdf.read,
}


def read(path: Path) -> str:
    """The text of a file by the reader of its kind."""
    try:
        return READERS[path.suffix.lower()](path)
    except OSError as error:
        raise CorpusError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
