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

MADE = 6  # questions made from the documents in hand
FIRST = 2  # of them at most before those that any document may answer
TRIED = 24
LONGEST, LONGEST_EN = 16, 60  # characters of an indicator that a question names


def answerable(assistant: Answers, language: Language) -> tuple[Starters, ...]:
    """The starter questions in `language` that are answered; an audience without any is left out.

    Where most are not, as with documents of other places, what the documents hold gives the questions: targets of the
    register, units, what the documents say of themselves; the written ones that are, where it gives none.
    """
    written = starters(language)
    groups = tuple(
        Starters(group.audience, tuple(question for question in group.questions if _answered(assistant, question)))
        for group in written
    )
    left = tuple(group for group in groups if group.questions)
    if 2 * sum(len(group.questions) for group in left) > sum(len(group.questions) for group in written):
        return left
    made = (question for question in islice(_made(assistant, language), TRIED) if _answered(assistant, question))
    questions = tuple(islice(made, MADE))
    return (Starters(starter_pattern(language).audience, questions),) if questions else left


def _made(assistant: Answers, language: Language) -> Iterator[str]:
    """Questions made from the documents in hand: the first targets, then what any document may tell, then more targets."""
    targets = _from_register(assistant, language)
    yield from islice(targets, FIRST)
    yield from starter_pattern(language).general
    yield from targets


def _from_register(assistant: Answers, language: Language) -> Iterator[str]:
    """A question for each indicator that has a target with value and year."""
    seen = set()
    for fact in assistant.register:
        if fact.kind is not FactKind.TARGET or fact.value is None or fact.year is None or fact.indicator in seen:
            continue
        seen.add(fact.indicator)
        name = english_name(fact.indicator) if language is Language.EN else for_reader(fact.indicator, language)
        if name and len(name) <= (LONGEST_EN if language is Language.EN else LONGEST):
            yield starter_pattern(language).target.format(indicator=name, year=fact.year)


def _answered(assistant: Answers, question: str) -> bool:
    last = list(assistant.stream(question))[-1]
    return isinstance(last, Done) and last.answer.status is Status.ANSWERED
