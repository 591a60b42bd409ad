"""`szassist build | add | serve | doctor`: what an operator does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from szassist.faces import terminal
from szassist.settings import Settings


def build() -> None:
    """Bring the index up to date with the corpus."""
    _build(Settings.load())


def add(
    files: Annotated[list[Path], typer.Argument(help="documents: .txt .md .html .docx .pdf")],
) -> None:
    """Add documents to the corpus folder, then build; nothing there is overwritten."""
    from szassist.ingest.add import add_files

    settings = Settings.load()
    for path in add_files(files, settings.corpus):
        typer.echo(f"{path}: added")
    _build(settings)


def _build(settings: Settings) -> None:
    from szassist.build import build as build_index

    with terminal.progress("embedding passages") as progress:
        report = build_index(settings, progress=progress)
    typer.echo(
        f"{settings.index}: {report.passages} passages, {report.embedded} embedded, "
        f"{report.reused} reused, {report.removed} removed"
    )


def serve(
    host: Annotated[str | None, typer.Option(help="address to listen on; else SZASSIST_HOST")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="port; else SZASSIST_PORT")] = None,
) -> None:
    """Serve the web chat."""
    from szassist.faces.web.serve import serve as serve_web

    settings = Settings.load()
    changed = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    serve_web(settings.model_copy(update=changed))


def doctor() -> None:
    """Check settings, corpus, model, index and port; say what to do about what is wrong."""
    from szassist.faces.doctor import examine

    findings = examine(Settings.load())
    terminal.show_findings(findings)
    if not all(finding.sound for finding in findings):
        raise typer.Exit(1)
