"""From complaint to case: reported answers as candidate rows that a person has to complete before they count."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from szassist.evaluation.dataset import CaseError
from szassist.evaluation.register import plain
from szassist.schema import Language
from szassist.text.script import language_of

TO_BE_FILLED = "?"  # no category: a set with such a row is refused until a person has said what is right
SCRIPT = {Language.HANS: "hans", Language.HANT: "hant", Language.EN: "en"}
BAD = "bad"


class Report(BaseModel):
    """One line of `szassist feedback export`."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    question: str
    answer: str
    status: str = ""
    verdict: str
    reason: str = ""
    time: str = ""
    version: str = ""


def candidates(path: Path) -> Iterator[str]:
    """A candidate row, as a line of JSON, for each question that was reported as badly answered, asked once each.

    Category and expectation are left open; the note says what was shown and what was wrong with it.
    """
    seen = set()
    for report in _reports(path):
        key = plain(report.question)
        if report.verdict != BAD or key in seen or not key:
            continue
        seen.add(key)
        why = f" as {report.reason}" if report.reason else ""
        row: dict[str, object] = {
            "id": f"F-{sha256(key.encode()).hexdigest()[:8]}",
            "category": TO_BE_FILLED,
            "style": "",
            "script": SCRIPT[language_of(report.question)],
            "history": [],
            "question": report.question,
            "expect": "answer",
            "must": [],
            "must_not": [],
            "units": None,
            "evidence": [],
            "note": f"reported{why} {report.time} (version {report.version}); shown ({report.status}): {report.answer}",
        }
        yield json.dumps(row, ensure_ascii=False)


def _reports(path: Path) -> Iterator[Report]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: cannot be read ({error}); name a file of 'szassist feedback export'") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Report.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(map(str, first["loc"])) or "line"
            raise CaseError(
                f"{path}:{number}: {where}: {first['msg']}; name a file of 'szassist feedback export'"
            ) from error
