"""The command line, a file for each kind of user: reading, the register, operating, evaluation, feedback.

Exit status: 0 done, 1 an operator's error (one line on standard error), 2 wrong usage.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from szassist.errors import SzassistError
from szassist.faces.cli import answers, evaluate, operate, register, talk
from szassist.faces.cli.feedback import feedback

app = typer.Typer(
    name="szassist",
    help="Answers questions about government policy documents, with passages cut from them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    operate.build,
    answers.ask,
    talk.chat,
    answers.search,
    answers.documents,
    register.register,
    operate.add,
    talk.verify_quote,
    operate.serve,
    operate.doctor,
)
for command in COMMANDS:
    app.command()(command)
app.add_typer(evaluate.app)
app.add_typer(feedback, name="feedback")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; an operator's error ends in one line on standard error and exit status 1."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="szassist")
    except SzassistError as error:
        sys.stderr.write(f"szassist: {error}\n")
        raise SystemExit(1) from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
