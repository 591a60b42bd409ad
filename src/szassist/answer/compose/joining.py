"""The answers to several questions as one, and what is left of one beyond what was shown before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from szassist.answer.compose.items import LONGEST
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.words.phrases import phrase
from szassist.query import Query
from szassist.schema import Status
from szassist.text.script import fold


def joined(drafts: Sequence[Draft]) -> Draft:
    """One draft of the answers to one or several questions; it is answered where all are, else in part. That what one of them
    knows is right answers nothing.
    """
    drafts = [replace(draft, statements=_merged(draft.statements)) for draft in drafts]
    if len(drafts) == 1:
        return drafts[0]
    states = {draft.status for draft in drafts if not draft.confirms} or {drafts[0].status}
    answered = states & {Status.ANSWERED, Status.PARTIAL}
    status = states.pop() if len(states) == 1 else Status.PARTIAL if answered else drafts[0].status
    return Draft(
        status,
        tuple(dict.fromkeys(statement for told in _each_once(drafts) for statement in told)),
        tuple(dict.fromkeys(fact for draft in drafts for fact in draft.facts)),
        tuple(dict.fromkeys(one for draft in drafts for one in draft.suggestions)),
    )


def _merged(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, those that follow one of the same wording joined to it with their evidence."""
    found: list[Statement] = []
    for one in statements:
        if found and found[-1].text == one.text and found[-1].computed == one.computed:
            both = dict.fromkeys((*found[-1].evidence, *one.evidence))
            found[-1] = replace(one, evidence=tuple(both))
        else:
            found.append(one)
    return tuple(found)


def _each_once(drafts: Sequence[Draft]) -> Iterator[Sequence[Statement]]:
    """The statements of drafts; a refusal whose nearest rows were all told before it is left with its first sentence."""
    said: set[Statement] = set()
    for draft in drafts:
        borne = {one for one in draft.statements if one.evidence}
        known = draft.status is Status.NOT_FOUND and borne and borne <= said
        yield draft.statements[:1] if known and not draft.statements[0].evidence else draft.statements
        said |= borne


def beyond(query: Query, draft: Draft) -> Draft:
    """What is left of an answer without what was shown before, a counted list being left whole; where nothing is left,
    that there is no more, and once more what there is.
    """
    if draft.status not in (Status.ANSWERED, Status.PARTIAL) or len(draft.statements) > LONGEST:
        return draft
    left = tuple(one for one in draft.statements if fold(one.text).lstrip("•· ") not in query.shown)
    if not any(one.evidence for one in left):
        lead = Statement(phrase(query.language, "no_more"))
        return replace(draft, statements=(lead, *draft.statements))
    counted = any(one.computed for one in draft.statements)
    return draft if counted else replace(draft, statements=left)
