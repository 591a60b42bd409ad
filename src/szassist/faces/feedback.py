"""What readers thought of answers, kept in one local SQLite file: no address, no cookie, nothing about the reader."""

from __future__ import annotations

import datetime as dt
import json
import secrets
import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Any

from szassist import __version__
from szassist.errors import FeedbackError
from szassist.schema import Answer

REMEMBERED = 500  # answers that can still be judged; a judgement of an older one is not kept
COLUMNS = ("question", "answer", "status", "citations", "verdict", "reason", "time", "version")
TABLE = """CREATE TABLE IF NOT EXISTS feedback (
  token TEXT PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL, status TEXT NOT NULL, citations TEXT NOT NULL,
  verdict TEXT NOT NULL, reason TEXT NOT NULL, time TEXT NOT NULL, version TEXT NOT NULL)"""


class Verdict(StrEnum):
    """What the reader thought of an answer."""

    GOOD = "good"
    BAD = "bad"


class Reason(StrEnum):
    """What was wrong with it."""

    NONE = ""
    NUMBER = "number"
    SOURCE = "source"
    UNANSWERED = "unanswered"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reader's verdict on the answer that was shown under `token`."""

    token: str
    verdict: Verdict
    reason: Reason = Reason.NONE


class Feedback:
    """Remembers the last answers under random tokens and keeps judgements of them; safe between threads."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._shown: OrderedDict[str, Answer] = OrderedDict()
        self._lock = Lock()

    def show(self, answer: Answer) -> str:
        """A token under which `answer` can be judged for as long as it is among the last REMEMBERED ones."""
        token = secrets.token_hex(8)
        with self._lock:
            self._shown[token] = answer
            if len(self._shown) > REMEMBERED:
                self._shown.popitem(last=False)
        return token

    def keep(self, judgement: Judgement) -> bool:
        """Write a judgement down, in the place of an earlier one of the same answer; False for an unknown token."""
        with self._lock:
            answer = self._shown.get(judgement.token)
        if answer is None:
            return False
        citations = [f"{c.document_id}#c{c.start}-{c.end}" for c in answer.citations]
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        row = (
            judgement.token,
            answer.question,
            answer.text,
            answer.status.value,
            json.dumps(citations),
            judgement.verdict.value,
            judgement.reason.value,
            now,
            __version__,
        )
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self._file)) as store, store:
                store.execute(TABLE)
                store.execute("INSERT OR REPLACE INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        except (sqlite3.Error, OSError) as error:
            raise _unusable(self._file, error) from error
        return True


def export(file: Path) -> Iterator[dict[str, Any]]:
    """Every judgement of `file`, oldest first; none where nobody has judged yet."""
    if not file.exists():
        return
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as store:
            rows = store.execute(f"SELECT {', '.join(COLUMNS)} FROM feedback ORDER BY time, rowid").fetchall()
    except sqlite3.Error as error:
        raise _unusable(file, error) from error
    for row in rows:
        named = dict(zip(COLUMNS, row, strict=True))
        yield named | {"citations": json.loads(named["citations"])}


def _unusable(file: Path, error: Exception) -> FeedbackError:
    return FeedbackError(
        f"{file}: feedback cannot be kept or read ({error}); set SZASSIST_FEEDBACK to another file, or to off"
    )
