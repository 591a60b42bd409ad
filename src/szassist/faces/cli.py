"""The command line: `szassist build | ask | search | documents | serve | doctor`.

Exit status: 0 done, 1 an operator's error (one line on standard error), 2 wrong usage.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from szassist.errors import SzassistError
from szassist.faces import terminal
from szassist.schema import Language
from szassist.settings import Settings

app = typer.Typer(
    name="szassist",
    help="Answers questions about government policy documents, with passages cut from them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.command()
def build() -> None:
    """Bring the index up to date with the corpus."""
    from szassist.build import build as build_index

    settings = Settings.load()
    with terminal.progress("embedding passages") as progress:
        report = build_index(settings, progress=progress)
    typer.echo(
        f"{settings.index}: {report.passages} passages, {report.embedded} embedded, "
        f"{report.reused} reused, {report.removed} removed"
    )


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="the question, in Chinese or English")],
    as_json: Annotated[bool, typer.Option("--json", help="print the answer as JSON")] = False,
    lang: Annotated[Language | None, typer.Option(help="language of the answer; else that of the question")] = None,
) -> None:
    """Answer one question."""
    from szassist.assistant import Assistant

    settings = Settings.load()
    if lang is not None:
        settings = settings.model_copy(update={"language": lang})
    with Assistant.open(settings) as assistant:
        answer = assistant.ask(question)
    if as_json:
        typer.echo(json.dumps(answer.to_dict(), ensure_ascii=False, indent=2))
    else:
        terminal.show_answer(answer)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="words to look for")],
    limit: Annotated[int, typer.Option(min=1, max=100, help="how many passages at most")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="print the hits as JSON")] = False,
) -> None:
    """Find passages, best first."""
    from szassist.assistant import Assistant
    from szassist.schema import jsonable

    with Assistant.open() as assistant:
        hits = assistant.search(query, limit=limit)
        titles = {name: document.title for name, document in assistant.documents.items()}
    if as_json:
        typer.echo(json.dumps(jsonable(hits), ensure_ascii=False, indent=2))
    else:
        terminal.show_hits(hits, titles)


@app.command()
def documents(as_json: Annotated[bool, typer.Option("--json", help="print as JSON")] = False) -> None:
    """List the documents of the corpus."""
    from szassist.assistant import Assistant

    with Assistant.open() as assistant:
        listed = tuple(assistant.documents.values())
    if as_json:
        typer.echo(json.dumps([terminal.description(document) for document in listed], ensure_ascii=False, indent=2))
    else:
        terminal.show_documents(listed)


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="address to listen on; else SZASSIST_HOST")] = None,
    port: Annotated[int | None, typer.Option(min=1, max=65535, help="port; else SZASSIST_PORT")] = None,
) -> None:
    """Serve the web chat."""
    from szassist.faces.web.serve import serve as serve_web

    settings = Settings.load()
    changed = {name: value for name, value in (("host", host), ("port", port)) if value is not None}
    serve_web(settings.model_copy(update=changed))


@app.command()
def doctor() -> None:
    """Check settings, corpus, model, index and port; say what to do about what is wrong."""
    from szassist.faces.doctor import examine

    findings = examine(Settings.load())
    terminal.show_findings(findings)
    if not all(finding.sound for finding in findings):
        raise typer.Exit(1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an operator's error ends in one line on standard error and exit status 1."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="szassist")
    except SzassistError as error:
        sys.stderr.write(f"szassist: {error}\n")
        raise SystemExit(1) from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
