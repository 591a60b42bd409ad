"""The answers to several questions as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from szassist.answer.ground.draft import Draft, Statement
from szassist.schema import Status


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of the answers to several questions; it is answered where all are, else in part."""
    if len(drafts) == 1:
        return drafts[0]
    states = {draft.status for draft in drafts}
    answered = states & {Status.ANSWERED, Status.PARTIAL}
    status = states.pop() if len(states) == 1 else Status.PARTIAL if answered else drafts[0].status
    return Draft(
        status,
        tuple(dict.fromkeys(statement for told in _each_once(drafts) for statement in told)),
        tuple(dict.fromkeys(fact for draft in drafts for fact in draft.facts)),
        tuple(dict.fromkeys(one for draft in drafts for one in draft.suggestions)),
    )


def _each_once(drafts: Sequence[Draft]) -> Iterator[Sequence[Statement]]:
    """The statements of drafts; a refusal whose nearest rows were all told before it is left with its first sentence."""
    said: set[Statement] = set()
    for draft in drafts:
        borne = {one for one in draft.statements if one.evidence}
        known = draft.status is Status.NOT_FOUND and borne and borne <= said
        yield draft.statements[:1] if known and not draft.statements[0].evidence else draft.statements
        said |= borne
