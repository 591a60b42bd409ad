"""Which questions to start with: only such as the documents in use answer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from szassist.events import Done
from szassist.faces.web.conversation import Answers
from szassist.faces.words import Starters, starter_pattern, starters
from szassist.schema import FactKind, Language, Status
from szassist.text.english import english_name
from szassist.text.script import for_reader

MADE = 4  # questions made from the register
TRIED = 12


def answerable(assistant: Answers, language: Language) -> tuple[Starters, ...]:
    """The starter questions in `language` that are answered; an audience without any is left out.

    Where none is left, as with documents of other places, the register gives the questions.
    """
    groups = tuple(
        Starters(group.audience, tuple(question for question in group.questions if _answered(assistant, question)))
        for group in starters(language)
    )
    left = tuple(group for group in groups if group.questions)
    if left:
        return left
    made = (
        question for question in islice(_from_register(assistant, language), TRIED) if _answered(assistant, question)
    )
    questions = tuple(islice(made, MADE))
    return (Starters(starter_pattern(language).audience, questions),) if questions else ()


def _from_register(assistant: Answers, language: Language) -> Iterator[str]:
    """A question for each indicator that has a target with value and year."""
    seen = set()
    for fact in assistant.register:
        if fact.kind is not FactKind.TARGET or fact.value is None or fact.year is None or fact.indicator in seen:
            continue
        seen.add(fact.indicator)
        name = english_name(fact.indicator) if language is Language.EN else for_reader(fact.indicator, language)
        if name:
            yield starter_pattern(language).target.format(indicator=name, year=fact.year)


def _answered(assistant: Answers, question: str) -> bool:
    last = list(assistant.stream(question))[-1]
    return isinstance(last, Done) and last.answer.status is Status.ANSWERED
