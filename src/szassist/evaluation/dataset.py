"""Question sets: JSON Lines of cases, each checked against the documents before anything is scored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from szassist.errors import SzassistError
from szassist.evaluation.register import plain
from szassist.schema import Document
from szassist.text.quantities import quantities

CATEGORIES = frozenset(
    [
        "target",
        "unit",
        "deadline",
        "obligations",
        "status",
        "measure",
        "definition",
        "list",
        "document",
        "followup",
        "refuse",
        "premise",
        "injection",
        "english",
        "compare",
        "calc",
        "ambiguous",
        "robust",
    ]
)
TRAPS = frozenset(
    f"trap-{kind}" for kind in ("year", "gap", "measure", "bureau", "lookalike", "premise", "ellipsis", "nobody")
)
COMPUTED = frozenset({"calc"})  # categories whose right value need not stand in the documents
SHOWN = 12  # faults named one by one


class CaseError(SzassistError):
    """A question set cannot be used; names file, line and what is wrong."""


class Expect(StrEnum):
    """What a right answer does."""

    ANSWER = "answer"
    REFUSE = "refuse"  # says that the documents do not say, asks back, or declines
    CORRECT = "correct"  # puts a false premise right
    CLARIFY_OR_ANSWER = "clarify_or_answer"


class Case(BaseModel):
    """One question with what its answer must and must not hold."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(min_length=1)
    category: str
    style: str = ""
    script: str = ""
    history: tuple[str, ...] = ()
    question: str = Field(min_length=1)
    expect: Expect
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    units: tuple[str, ...] | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""
    set: str = ""  # the file it was read from, without its ending; filled in on reading

    @property
    def language(self) -> str:
        """`en` or `zh`, from the script the question is written in."""
        return "en" if self.script == "en" else "zh"


@dataclass(frozen=True, slots=True)
class Row:
    """A case with the line it stands on."""

    case: Case
    path: Path
    line: int

    @property
    def place(self) -> str:
        """File and line, for a message."""
        return f"{self.path}:{self.line}"


def read_rows(paths: Sequence[Path]) -> list[Row]:
    """The cases of some files in order; every malformed line of all of them is named in one `CaseError`."""
    rows: list[Row] = []
    faults: list[str] = []
    for path in paths:
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise CaseError(f"{path}: cannot be read ({error}); name a JSON Lines file of cases") from error
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                case = Case.model_validate_json(line)
                rows.append(Row(case.model_copy(update={"set": path.stem}), path, number))
            except ValidationError as error:
                first = error.errors()[0]
                where = ".".join(map(str, first["loc"])) or "line"
                faults.append(f"{path}:{number}: {where}: {first['msg']}")
    _refuse(faults)
    return rows


def checked(rows: Sequence[Row], documents: Sequence[Document], units: Mapping[str, str]) -> list[Case]:
    """The cases of `rows`, or one `CaseError` naming each that is wrong about the documents.

    `units` holds the names of units as the documents write them, by any folded name.
    """
    text = plain("\n".join(document.text for document in documents))
    written = {plain(name) for name in units.values()}
    first: dict[str, Row] = {}
    faults = []
    for row in rows:
        before = first.setdefault(row.case.id, row)
        if before is not row:
            faults.append(f"{row.place}: id {row.case.id} stands at {before.place} already")
        faults += [f"{row.place}: {row.case.id}: {fault}" for fault in _faults(row.case, text, written)]
    _refuse(faults)
    return [row.case for row in rows]


def _faults(case: Case, text: str, units: set[str]) -> Iterator[str]:
    if case.category not in CATEGORIES | TRAPS:
        yield f"category '{case.category}' is unknown"
    for snippet in case.evidence:
        if not plain(snippet) or plain(snippet) not in text:
            yield f"evidence '{snippet}' does not stand in the documents"
    for group in case.must:
        if not _borne(group, text, case):
            yield f"must {list(group)}: none of these stands in the documents"
    for name in case.units or ():
        if plain(name) not in units:
            yield f"unit '{name}' is not a name of a responsible unit in the documents"
    if case.units is not None and len({plain(name) for name in case.units}) < len(case.units):
        yield "a unit is named twice"
    if case.expect is Expect.REFUSE and case.evidence:
        yield "a refusal cannot have evidence"
    if case.expect in (Expect.ANSWER, Expect.CORRECT) and not (case.must or case.units or case.evidence):
        yield "nothing is expected of the answer: give must, units or evidence"


def _borne(group: Sequence[str], text: str, case: Case) -> bool:
    """Whether a group can be met from the documents; words in Latin script translate what stands there."""
    if not group or not all(plain(word) for word in group):
        return False
    if case.category in COMPUTED or any(plain(word) in text for word in group):
        return True
    if any(plain(word) in plain(said) for word in group for said in (case.question, *case.history)):
        return True  # a refusal may have to name what was asked for
    if any(_is_difference(word, case.evidence) for word in group):
        return True
    return any(re.fullmatch(r"[a-z µμ.,'’/()≥≤><=-]+", word.lower()) for word in group)


def _is_difference(word: str, evidence: Sequence[str]) -> bool:
    """Whether a figure is the difference of two that the evidence states."""
    stated = [q for snippet in evidence for q in quantities(snippet)]
    differences = {(abs(a.amounts[0] - b.amounts[0]), a.base) for a in stated for b in stated if a.base == b.base}
    return any((q.amounts[0], q.base.replace("个百分点", "%")) in differences for q in quantities(word))


def _refuse(faults: Sequence[str]) -> None:
    if faults:
        more = f"; and {len(faults) - SHOWN} more" if len(faults) > SHOWN else ""
        raise CaseError("; ".join(faults[:SHOWN]) + more + "; correct the rows, nothing was scored")
