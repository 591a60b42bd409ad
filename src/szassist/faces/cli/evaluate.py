"""`szassist eval`: how right the answers are, on what, and since when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from szassist.evaluation.dataset import CaseError
from szassist.faces import terminal
from szassist.faces.cli import register_scores
from szassist.schema import Language
from szassist.settings import Settings, project_folder

if TYPE_CHECKING:
    from szassist.assistant import Assistant
    from szassist.evaluation.compare import Change
    from szassist.evaluation.dataset import Case
    from szassist.evaluation.gate import Miss
    from szassist.evaluation.result import Result

SETS = ("dev.jsonl", "test.jsonl", "fresh.jsonl")
REGISTER = "--register"
ASK = "ask"  # what `szassist eval` does where no other of its commands is named


class _AskByDefault(TyperGroup):
    """Takes `eval FILE…` for `eval ask FILE…`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Name the command that was left out; --register stands for the command `register`."""
        if REGISTER in args:
            args = ["register", *(one for one in args if one != REGISTER)]
        return super().parse_args(ctx, args if args and args[0] in self.commands else [ASK, *args])


app = typer.Typer(
    name="eval", cls=_AskByDefault, help="Measure the answers: ask every question of the sets and score."
)
app.command(name="register")(register_scores.register)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is written of a measurement, and what it is held against."""

    json: Path | None
    html: Path | None
    junit: Path | None
    baseline: Path | None
    save_baseline: Path | None
    gate: Path | None
    language: Language


@app.command(name=ASK)
def ask(
    files: Annotated[list[Path] | None, typer.Argument(help="question sets; else those of eval/")] = None,
    only: Annotated[list[str] | None, typer.Option(help="only this category; may be given again")] = None,
    systems: Annotated[
        str,
        typer.Option(
            help="what is compared, the first is what reports are about: assistant,template,bm25,dense,model"
        ),
    ] = "assistant",
    traps: Annotated[int, typer.Option(min=0, help="how many trap questions to make from the register")] = 0,
    seed: Annotated[int, typer.Option(help="which trap questions")] = 1,
    json_file: Annotated[Path | None, typer.Option("--json", help="write what was measured as JSON")] = None,
    html: Annotated[Path | None, typer.Option(help="write the report as one HTML file")] = None,
    junit: Annotated[Path | None, typer.Option(help="write the verdicts as JUnit XML")] = None,
    baseline: Annotated[Path | None, typer.Option(help="name what was fixed and broken since this baseline")] = None,
    save_baseline: Annotated[Path | None, typer.Option(help="write the outcomes as a baseline")] = None,
    gate: Annotated[Path | None, typer.Option(help="thresholds; where one is missed the exit status is 1")] = None,
    run: Annotated[Path | None, typer.Option(help="score this stored run instead of asking")] = None,
    save: Annotated[Path | None, typer.Option(help="store the run: the answers with all that scoring needs")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="print every question that fails, and why")] = False,
    lang: Annotated[Language | None, typer.Option(help="language of the HTML report")] = None,
) -> None:
    """Ask every question of the sets and score the answers; --run scores a stored run again."""
    from szassist.assistant import Assistant
    from szassist.evaluation.systems import without_model

    settings = Settings.load()
    wanted = Wanted(json_file, html, junit, baseline, save_baseline, gate, lang or settings.language or Language.EN)
    with Assistant.open(without_model(settings)) as assistant:
        if run is not None:
            result = _stored(run, assistant, settings)
        else:
            cases = _cases(files, only, traps, seed, assistant)
            result = _asked(cases, systems.split(","), assistant, settings, save)
    _report(result, wanted, failures)


@app.command(name="candidates")
def candidates(
    file: Annotated[Path, typer.Argument(help="written by 'szassist feedback export'")],
) -> None:
    """Print a candidate row for each question reported as badly answered; a person completes it before it counts."""
    from szassist.evaluation.candidates import candidates as rows

    for row in rows(file):
        typer.echo(row)


@app.command(name="export")
def export(
    run: Annotated[Path, typer.Argument(help="a run stored with --save")],
    folder: Annotated[Path, typer.Option("--to", help="folder to write into")] = Path("reports/export"),
) -> None:
    """Write a stored run for other tools: BEIR and TREC files, and the fields of ragas."""
    from szassist.evaluation.interchange import files
    from szassist.evaluation.run import load_run
    from szassist.ingest.corpus import read_corpus

    corpus = read_corpus(Settings.load().corpus)
    stored = load_run(run)
    stored.check_corpus(corpus.digests)
    for name, content in files(stored, {document.id: document for document in corpus.documents}).items():
        _write(folder / name, content)
        typer.echo(str(folder / name))


def _cases(
    files: list[Path] | None, only: list[str] | None, traps: int, seed: int, assistant: Assistant
) -> list[Case]:
    """The questions of the sets and the trap exam, of the categories wanted."""
    from szassist.evaluation.measure import read_cases, trap_cases

    cases = read_cases(files or _sets(), assistant) + trap_cases(traps, seed, assistant)
    if only:
        cases = [case for case in cases if case.category in only]
    if not cases:
        raise CaseError(f"--only {' '.join(only or ())}: no question is of this category; nothing was scored")
    return cases


def _asked(
    cases: Sequence[Case], systems: Sequence[str], assistant: Assistant, settings: Settings, save: Path | None
) -> Result:
    """The questions answered, the run stored if it is to be, and scored."""
    from szassist.evaluation.measure import make_run
    from szassist.evaluation.result import result_of
    from szassist.evaluation.systems import open_systems
    from szassist.ingest.corpus import read_corpus

    digests = read_corpus(settings.corpus).digests
    with open_systems(systems, assistant, settings) as opened, terminal.progress("asking") as progress:
        made = make_run(cases, assistant, opened, settings, digests, progress)
    if save is not None:
        _write(save, made.model_dump_json() + "\n")
    return result_of(made, assistant.documents, digests)


def _stored(path: Path, assistant: Assistant, settings: Settings) -> Result:
    from szassist.evaluation.result import result_of
    from szassist.evaluation.run import load_run
    from szassist.ingest.corpus import read_corpus

    return result_of(load_run(path), assistant.documents, read_corpus(settings.corpus).digests)


def _report(result: Result, wanted: Wanted, failures: bool) -> None:
    """Write and print what is wanted; exit status 1 where a threshold is missed."""
    from szassist.evaluation.compare import baseline_of, compare, load_baseline
    from szassist.evaluation.gate import load_gate, misses
    from szassist.faces.scores import show_change, show_failures, show_misses, show_scores

    before = None if wanted.baseline is None else load_baseline(wanted.baseline)
    change = None if before is None else compare(result.of(result.main), before)
    missed = None if wanted.gate is None else misses(load_gate(wanted.gate), result.summaries[0], before)
    _write_files(result, change, missed, wanted)
    if failures:
        show_failures(result)
    show_scores(result)
    if change is not None:
        show_change(change)
    if wanted.save_baseline is not None:
        _write(wanted.save_baseline, baseline_of(result).text())
    if missed is not None:
        show_misses(missed)
    if missed:
        raise typer.Exit(1)


def _write_files(result: Result, change: Change | None, missed: Sequence[Miss] | None, wanted: Wanted) -> None:
    from szassist.evaluation.junit import junit
    from szassist.evaluation.result import as_json
    from szassist.faces.report import html_report

    if wanted.json is not None:
        _write(wanted.json, json.dumps(as_json(result), ensure_ascii=False, indent=1) + "\n")
    if wanted.html is not None:
        _write(wanted.html, html_report(result, change, missed, wanted.language))
    if wanted.junit is not None:
        _write(wanted.junit, junit(result))


def _sets() -> list[Path]:
    """The question sets of the project that are there."""
    folder = project_folder("eval")
    found = [folder / name for name in SETS if (folder / name).is_file()]
    if not found:
        raise CaseError(f"{folder}: holds none of {', '.join(SETS)}; name a file of questions")
    return found


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as error:
        raise CaseError(f"{path}: cannot be written ({error.strerror or error}); name another file") from error
