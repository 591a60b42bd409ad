"""Which questions to start with: only such as the documents in use answer."""

from __future__ import annotations

from szassist.events import Done
from szassist.faces.web.conversation import Answers
from szassist.faces.words import Starters, starters
from szassist.schema import Language, Status


def answerable(assistant: Answers, language: Language) -> tuple[Starters, ...]:
    """The starter questions in `language` that are answered; an audience without any is left out."""
    groups = (
        Starters(group.audience, tuple(question for question in group.questions if _answered(assistant, question)))
        for group in starters(language)
    )
    return tuple(group for group in groups if group.questions)


def _answered(assistant: Answers, question: str) -> bool:
    last = list(assistant.stream(question))[-1]
    return isinstance(last, Done) and last.answer.status is Status.ANSWERED
