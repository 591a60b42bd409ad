"""Word files (.docx): paragraphs and tables in the order of the document."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from szassist.errors import CorpusError
from szassist.ingest.readers.spacing import tidy, without_radicals

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table


def read(path: Path) -> str:
    """The text of a Word file: one paragraph a line, a table row a line with ' | ' between cells."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError) as error:
        raise CorpusError(f"{path}: not a Word file that can be read ({error}); save it as .docx again") from error
    return "\n".join(line for line in _lines(document) if line)


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield from (tidy(without_radicals(line)).strip() for line in block.text.split("\n"))


def _rows(table: Table) -> Iterator[str]:
    """The rows of a table; a merged cell is given once."""
    for row in table.rows:
        cells: list[str] = []
        seen: list[object] = []
        for cell in row.cells:
            if not any(cell._tc is other for other in seen):
                seen.append(cell._tc)
                cells.append(tidy(without_radicals(" ".join(cell.text.split()))))
        yield " | ".join(cells) if any(cells) else ""
