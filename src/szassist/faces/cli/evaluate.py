"""`szassist eval`: how right the answers are, on what, and since when."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from szassist.evaluation.dataset import CaseError
from szassist.faces import terminal
from szassist.settings import Settings, project_folder

SETS = ("dev.jsonl", "test.jsonl")
ASK = "ask"  # what `szassist eval` does where no other of its commands is named


class _AskByDefault(TyperGroup):
    """Takes `eval FILE…` for `eval ask FILE…`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Name the command that was left out."""
        return super().parse_args(ctx, args if args and args[0] in self.commands else [ASK, *args])


app = typer.Typer(
    name="eval", cls=_AskByDefault, help="Measure the answers: ask every question of the sets and score."
)


@app.command(name=ASK)
def evaluate(
    files: Annotated[list[Path] | None, typer.Argument(help="question sets; else those of eval/")] = None,
    only: Annotated[list[str] | None, typer.Option(help="only this category; may be given again")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="write what was measured as JSON")] = None,
    systems: Annotated[
        str, typer.Option(help="what is compared, the first is what reports are about: assistant,template,bm25,dense")
    ] = "assistant",
    failures: Annotated[bool, typer.Option("--failures", help="print every question that fails, and why")] = False,
) -> None:
    """Ask every question of the sets and score the answers."""
    from szassist.assistant import Assistant
    from szassist.evaluation.measure import make_run, read_cases
    from szassist.evaluation.result import as_json, result_of
    from szassist.evaluation.systems import open_systems
    from szassist.faces.scores import show_failures, show_scores
    from szassist.ingest.corpus import read_corpus

    settings = Settings.load()
    digests = read_corpus(settings.corpus).digests
    with Assistant.open(settings) as assistant:
        cases = read_cases(files or _sets(), assistant)
        if only:
            cases = [case for case in cases if case.category in only]
        if not cases:
            raise CaseError(f"--only {' '.join(only or ())}: no case is of this category; nothing was scored")
        with open_systems(systems.split(","), assistant, settings) as opened, terminal.progress("asking") as progress:
            run = make_run(cases, assistant, opened, settings, digests, progress)
        result = result_of(run, assistant.documents, digests)
    if json_file is not None:
        _write(json_file, json.dumps(as_json(result), ensure_ascii=False, indent=1) + "\n")
    if failures:
        show_failures(result)
    show_scores(result)


def _sets() -> list[Path]:
    """The question sets of the project that are there."""
    folder = project_folder("eval")
    found = [folder / name for name in SETS if (folder / name).is_file()]
    if not found:
        raise CaseError(f"{folder}: holds none of {', '.join(SETS)}; name a file of cases")
    return found


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise CaseError(f"{path}: cannot be written ({error.strerror or error}); name another file") from error
