"""`szassist eval --register`: the register against rows and units read by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from szassist.errors import RegisterError
from szassist.evaluation.duties import load_units, unit_faults
from szassist.evaluation.register import GoldRow, RegisterScore, load_gold, score
from szassist.faces.terminal import out
from szassist.ingest.corpus import read_corpus
from szassist.register.extract import extract
from szassist.register.table import Register
from szassist.settings import Settings, project_folder

ROWS, UNITS = "register_gold.jsonl", "units_gold.json"
RECALL, PRECISION, FIELD = 0.95, 0.95, 0.98  # what the register of this corpus must reach


def register(
    files: Annotated[list[Path] | None, typer.Argument(help="files of gold rows; else that of eval/")] = None,
    json_file: Annotated[Path | None, typer.Option("--json", help="write what was measured as JSON")] = None,
    failures: Annotated[bool, typer.Option("--failures", help="print every row that is missed or wrong")] = False,
) -> None:
    """Score the register on rows and units read by hand; exit status 1 where it falls short."""
    corpus = read_corpus(Settings.load().corpus)
    facts = [fact for document in corpus.documents for fact in extract(document)]
    folder = project_folder("eval")
    gold = _rows(files or [folder / ROWS])
    result = score(gold, facts, corpus.documents)
    faults: tuple[str, ...] = ()
    if not files and (folder / UNITS).is_file():
        faults = unit_faults(load_units(folder / UNITS), Register(facts, corpus.documents))
    _show(result, faults, failures)
    if json_file is not None:
        _write(json_file, result, faults)
    fields = all(share >= FIELD for _, share in result.accuracy)
    if not (result.recall >= RECALL and result.precision >= PRECISION and fields) or faults:
        raise typer.Exit(1)


def _rows(files: Sequence[Path]) -> list[GoldRow]:
    for path in files:
        if not path.is_file():
            raise RegisterError(f"{path}: no such file; name a file of gold rows")
    return [row for path in files for row in load_gold(path)]


def _show(result: RegisterScore, faults: Sequence[str], failures: bool) -> None:
    table = Table("", "share", "of", "at least")
    table.add_row("recall", f"{result.recall:.3f}", f"{result.gold} gold rows", f"{RECALL}")
    table.add_row("precision", f"{result.precision:.3f}", f"{result.facts} rows found", f"{PRECISION}")
    for name, share in result.accuracy:
        table.add_row(name, f"{share:.3f}", "matched rows", f"{FIELD}")
    table.add_row("units of actions", "exact" if not faults else f"{len(faults)} faults", "", "exact")
    out.print(table)
    for line in faults:
        out.print(escape(line))
    if failures:
        for name in result.missed:
            out.print(escape(f"missed {name}"))
        for name in result.surplus:
            out.print(escape(f"surplus {name}"))
        for part in result.differences:
            out.print(escape(f"{part.gold} {part.fact} {part.field}: {part.found}, not {part.expected}"))


def _write(path: Path, result: RegisterScore, faults: Sequence[str]) -> None:
    measured = {
        "gold": result.gold,
        "facts": result.facts,
        "recall": result.recall,
        "precision": result.precision,
        "accuracy": dict(result.accuracy),
        "missed": result.missed,
        "surplus": result.surplus,
        "unit_faults": list(faults),
    }
    try:
        path.write_text(json.dumps(measured, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise RegisterError(f"{path}: {error.strerror or error}; name another file with --json") from error
