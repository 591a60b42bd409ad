"""`szassist chat | verify-quote`: a conversation in the terminal, and quotes checked against the documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from szassist.errors import QuoteError
from szassist.faces import terminal
from szassist.faces.quotes import check, read_quotes
from szassist.schema import Language, Turn

KEPT = 12  # turns that go with the next question
ENDS = ("quit", "exit", "退出", "再见", ":q")


def chat(
    lang: Annotated[Language | None, typer.Option(help="language of answers; else that of each question")] = None,
) -> None:
    """Talk in the terminal: a question a line, each understood in the conversation; an empty line changes nothing."""
    from szassist.assistant import Assistant

    turns: list[Turn] = []
    with Assistant.open() as assistant:
        for question in _lines():
            answer = assistant.ask(question, turns, lang)
            turns = [*turns, Turn(question, answer.text)][-KEPT:]
            terminal.show_answer(answer)
            for number, suggestion in enumerate(answer.suggestions[:3], start=1):
                terminal.out.print(f"  {number}. {suggestion}", style="dim", markup=False)
            terminal.out.print()


def _lines() -> Iterator[str]:
    """The questions typed, until the input ends or the reader says so; a prompt only where somebody types."""
    asking = sys.stdin.isatty()
    while True:
        try:
            line = input("> " if asking else "").strip()
        except EOFError:
            return
        if line.lower() in ENDS:
            return
        if line:
            yield line


def verify_quote(
    file: Annotated[
        Path, typer.Argument(help="an answer as JSON ('szassist ask --json'), or a text with a quote a line")
    ],
) -> None:
    """Check that every quote of a file stands in the documents, character for character; exit status 1 if one does not."""
    from szassist.assistant import Assistant

    quotes = read_quotes(file)
    with Assistant.open() as assistant:
        found = [check(quote, assistant.documents) for quote in quotes]
    for one in found:
        terminal.out.print(one.line(), markup=False)
    wrong = sum(not one.sound for one in found)
    if wrong:
        raise QuoteError(f"{file}: {wrong} of {len(found)} quotes do not stand in the documents as written")
