"""`szassist ask | search | documents`: what a reader asks of the corpus."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from szassist.faces import terminal
from szassist.faces.describe import description
from szassist.schema import Language
from szassist.settings import Settings


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


def documents(as_json: Annotated[bool, typer.Option("--json", help="print as JSON")] = False) -> None:
    """List the documents of the corpus."""
    from szassist.assistant import Assistant

    with Assistant.open() as assistant:
        listed = tuple(assistant.documents.values())
    if as_json:
        typer.echo(json.dumps([description(document) for document in listed], ensure_ascii=False, indent=2))
    else:
        terminal.show_documents(listed)
