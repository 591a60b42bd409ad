"""`szassist feedback export`: what readers thought of answers."""

from __future__ import annotations

import json

import typer

from szassist.faces.feedback import export as exported
from szassist.settings import Settings

feedback = typer.Typer(help="What readers thought of answers.", no_args_is_help=True)


@feedback.callback()
def group() -> None:
    """What readers thought of answers."""


@feedback.command()
def export() -> None:
    """Print every verdict as JSON Lines, oldest first."""
    file = Settings.load().feedback
    for row in exported(file) if file else ():
        typer.echo(json.dumps(row, ensure_ascii=False))
