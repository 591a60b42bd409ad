"""Questions that cannot be taken as they are: empty, or far too long."""

from __future__ import annotations

from szassist.answer.phrases import phrase
from szassist.schema import Answer, Language, Status
from szassist.text.script import language_of

LONGEST = 1000  # characters of a question


def refusal(question: str, language: Language | None) -> Answer | None:
    """A kind word for a question without words or over `LONGEST` characters; None for any other."""
    if len(question) > LONGEST:
        return _ask_again(question[:LONGEST], "too_long", language)
    if not any(char.isalnum() for char in question):
        return _ask_again(question, "empty", language)
    return None


def _ask_again(question: str, name: str, language: Language | None) -> Answer:
    spoken = language or language_of(question)
    text = phrase(spoken, name, limit=str(LONGEST))
    return Answer(question=question, text=text, status=Status.CLARIFY, language=spoken)
