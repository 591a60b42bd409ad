"""Questions with the passages that bear their evidence: what fitting and measuring search have in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from szassist.answer.talk.conversation import understand
from szassist.assistant import Assistant
from szassist.evaluation.dataset import Case, read_rows
from szassist.evaluation.register import plain
from szassist.query import Query

NEVER = 10**6  # the rank of what is not found


@dataclass(frozen=True, slots=True)
class Asked:
    """A case with its queries and the positions of the passages that hold a piece of its evidence."""

    case: Case
    queries: tuple[Query, ...]
    right: frozenset[int]


def asked_questions(path: Path, assistant: Assistant) -> list[Asked]:
    """The questions of a set that name evidence and stand alone: follow-ups need the answers before them."""
    found = []
    texts = [plain(assistant.documents[p.document_id].text[p.start : p.end]) for p in assistant.index.passages]
    for case in (row.case for row in read_rows([path])):
        if case.evidence and not case.history:
            right = positions(case.evidence, texts)
            found.append(Asked(case, tuple(understand(case.question, (), assistant.reader)), right))
    return found


def positions(evidence: Iterable[str], texts: Sequence[str]) -> frozenset[int]:
    """Where in `texts`, compared without script, width and spaces, a piece of the evidence lies."""
    pieces = [plain(piece) for piece in evidence]
    return frozenset(at for at, text in enumerate(texts) if any(piece in text for piece in pieces))


def first_rank(order: Iterable[int], right: Set[int]) -> int:
    """The rank of the first right one in `order`, counted from 1; NEVER if there is none."""
    return next((rank for rank, one in enumerate(order, start=1) if one in right), NEVER)
