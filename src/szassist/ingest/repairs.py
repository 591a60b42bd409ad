"""Repairs: damaged spots of a source, with what stood there and what belongs there, as data beside the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from szassist.errors import CorpusError
from szassist.ingest.traced import Traced
from szassist.schema import Repair, RepairKind


class _Row(BaseModel):
    """One line of a repairs file; what else it holds (evidence, context) is for people."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    kind: RepairKind
    start: int
    end: int
    source: str
    repaired: str
    apply: bool
    note: str = ""
    file: str | None = None


@dataclass(frozen=True, slots=True)
class SourceRepair:
    """A repair whose offsets are those of the file; `file` is None where the list leaves it to the only file."""

    repair: Repair
    file: str | None
    line: int  # in the repairs file, for messages


def parse_repairs(text: str, path: Path) -> tuple[SourceRepair, ...]:
    """The repairs of a JSON Lines text, sorted by place; a line that cannot be read is a `CorpusError`."""
    found: list[SourceRepair] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = _Row.model_validate_json(line)
        except ValidationError as error:
            what = error.errors()[0]
            field = ".".join(str(part) for part in what["loc"])
            raise CorpusError(
                f"{path}:{number}: not a repair ({f'{field}: ' if field else ''}{what['msg']}); correct the line"
            ) from error
        repair = Repair(row.id, row.kind, row.start, row.end, row.source, row.repaired, row.apply, row.note)
        found.append(SourceRepair(repair, row.file, number))
    return tuple(sorted(found, key=lambda item: (item.repair.start, item.repair.end)))


def check_repairs(repairs: Sequence[SourceRepair], source: str, path: Path) -> None:
    """Raise `CorpusError` unless every repair's `source` stands at its place and no two applied ones overlap."""
    done = 0
    for item in repairs:
        repair = item.repair
        within = 0 <= repair.start <= repair.end <= len(source)
        stands = source[repair.start : repair.end] if within else None
        if stands != repair.source:
            raise CorpusError(
                f"{path}:{item.line}: repair {repair.id} expects {repair.source!r} at {repair.start}-{repair.end}, "
                f"where the file has {stands!r}; correct the offsets or remove the line"
            )
        if repair.applied and repair.start < done:
            raise CorpusError(
                f"{path}:{item.line}: repair {repair.id} overlaps the one before it; remove one of them"
            )
        if repair.applied:
            done = repair.end


def apply_repairs(repairs: Sequence[SourceRepair], source: str) -> Traced:
    """The source with every repair that is to be applied."""
    edits = ((r.start, r.end, r.repaired) for r in (item.repair for item in repairs) if r.applied)
    return Traced.of(source).replaced(edits)


def place_repairs(repairs: Sequence[SourceRepair], built: Traced) -> tuple[Repair, ...]:
    """The repairs with offsets in the built text; an applied one spans its repaired text.

    `source` and `repaired` keep the file's own characters, so punctuation in them may be half-width.
    """
    placed: list[Repair] = []
    for r in (item.repair for item in repairs):
        start = built.at(r.start)
        end = min(start + len(r.repaired), len(built.text)) if r.applied else built.at(r.end)
        placed.append(replace(r, start=start, end=end))
    return tuple(placed)
