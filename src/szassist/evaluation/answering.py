"""Generation: every case asked of every system, turn by turn; nothing is judged here."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from szassist.evaluation.dataset import Case
from szassist.evaluation.run import Cited, Found, Reply
from szassist.evaluation.systems import System
from szassist.schema import Hit, Turn

Progress = Callable[[int, int], None]
KEPT = 10  # passages kept of a search


def answer_all(
    cases: Sequence[Case], systems: Mapping[str, System], progress: Progress | None = None
) -> tuple[Reply, ...]:
    """The reply of each system to each case, system by system."""
    replies: list[Reply] = []
    total = len(cases) * len(systems)
    for name, system in systems.items():
        for case in cases:
            replies.append(reply(name, system, case))
            if progress:
                progress(len(replies), total)
    return tuple(replies)


def reply(name: str, system: System, case: Case) -> Reply:
    """One system's reply to one case: earlier turns are asked first, its own answers to them are its history."""
    history: list[Turn] = []
    try:
        for earlier in case.history:
            history.append(Turn(earlier, system.ask(earlier, tuple(history)).text))
        start = time.perf_counter()
        answer = system.ask(case.question, tuple(history))
        seconds = time.perf_counter() - start
        found = system.search(case.question, KEPT) if case.evidence and not case.history else None
    except Exception as error:  # noqa: BLE001  a question that ends in an exception is a wrong answer, and is named
        return Reply(system=name, case=case.id, error=f"{type(error).__name__}: {error}")
    return Reply(
        system=name,
        case=case.id,
        turns=tuple(turn.answer for turn in history),
        text=answer.text,
        status=answer.status,
        language=answer.language,
        citations=tuple(
            Cited(document_id=c.document_id, start=c.start, end=c.end, quote=c.quote) for c in answer.citations
        ),
        trust=answer.trust,
        engine=answer.engine,
        seconds=round(seconds, 6),
        found=None if found is None else tuple(map(_kept, found)),
    )


def _kept(hit: Hit) -> Found:
    return Found(document_id=hit.document_id, start=hit.start, end=hit.end)
