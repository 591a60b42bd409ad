"""`szassist register`: the register as a table or as a file."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from szassist.errors import RegisterError
from szassist.faces import terminal
from szassist.faces.export import Format, export, register_words, script_of
from szassist.register.entries import EntryKind
from szassist.register.table import Register
from szassist.schema import Language
from szassist.settings import Settings


class Shown(StrEnum):
    """How the register is printed."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    ICS = "ics"


def register(
    unit: Annotated[str | None, typer.Option(help="a responsible unit, by any of its names")] = None,
    year: Annotated[int | None, typer.Option(help="due in, or describing, this year")] = None,
    kind: Annotated[EntryKind | None, typer.Option(help="only rows of this kind")] = None,
    topic: Annotated[str | None, typer.Option(help="a word in indicator, quotation or section")] = None,
    document: Annotated[str | None, typer.Option(help="id of a document, see 'szassist documents'")] = None,
    form: Annotated[Shown, typer.Option("--format", help="table, or a file of this kind")] = Shown.TABLE,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="write here; else standard output")] = None,
    lang: Annotated[Language | None, typer.Option(help="language of headers; else that of the documents")] = None,
) -> None:
    """List targets, status figures, requirements, actions and projects: how much, by when, who."""
    from szassist.assistant import Assistant

    settings = Settings.load()
    language = lang or settings.language
    with Assistant.open(settings) as assistant:
        documents, rows = assistant.documents, assistant.register
    if document is not None and document not in documents:
        raise RegisterError(f"--document {document}: no such document; there are {', '.join(documents)}")
    if unit is not None:
        check_unit(unit, rows)
    lines = rows.entries(unit, year, kind, topic, document)
    if form is not Shown.TABLE:
        _write(export(lines, Format(form.value), documents, language), output, form)
        return
    words = register_words(language or script_of(documents))
    if output is None:
        terminal.show_register(lines, words, language)
        return
    _write("".join(f"{line}\n" for line in terminal.register_lines(lines, words, language)).encode(), output, form)


def check_unit(asked: str, rows: Register) -> None:
    """End in one line with near names if no unit is called `asked`."""
    if rows.unit_named(asked) is None:
        near = "、".join(rows.near_units(asked))
        raise RegisterError(
            f"--unit {asked}: no unit of this name is responsible for anything in the documents; "
            + (f"near it: {near}" if near else "'szassist register' lists all")
        )


def _write(content: bytes, output: Path | None, form: Shown) -> None:
    if output is not None:
        try:
            output.write_bytes(content)
        except OSError as error:
            raise RegisterError(f"{output}: {error.strerror or error}; name another file with --output") from error
    elif form is Shown.XLSX and sys.stdout.isatty():
        raise RegisterError("--format xlsx: a workbook cannot be shown on a terminal; name a file with --output")
    else:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
