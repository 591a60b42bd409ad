"""What an answer may draw on, and the statements that every kind of answer makes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from szassist.answer.ground import evidence
from szassist.answer.ground.draft import Count, Evidence, Statement
from szassist.answer.ground.inventory import Duty, Inventory
from szassist.answer.ground.lexicon import Lexicon
from szassist.answer.ground.roles import by_part, tells_parts
from szassist.answer.words import say
from szassist.answer.words.phrases import phrase
from szassist.query import Meant, Query
from szassist.schema import Assignment, Document, Fact, Hit, Language, UnitsScope
from szassist.text.sentences import sentences

Likeness = Callable[
    [str, Sequence[str]], Sequence[float]
]  # of a text to others, each -1 to 1: the cosines of their vectors
Nearest = Callable[
    [str, str], Sequence[Meant]
]  # the official expressions that a folded text with some content may mean, the closest first
Search = Callable[[Query], Sequence[Hit]]  # the passages found for a question, best first


@dataclass(frozen=True, slots=True)
class Material:
    """The passages found for one question, and everything the documents hold."""

    hits: Sequence[Hit]
    inventory: Inventory
    lexicon: Lexicon
    likeness: Likeness
    nearest: Nearest
    search: Search

    @property
    def documents(self) -> Mapping[str, Document]:
        """The documents by id."""
        return self.inventory.documents

    def evidence(self, facts: Iterable[Fact]) -> tuple[Evidence, ...]:
        """The sentences that state `facts`, and the places their years come from."""
        return tuple(dict.fromkeys(one for fact in facts for one in evidence.of_fact(fact, self.documents)))

    def of_fact(self, fact: Fact, language: Language) -> Statement:
        """A row as one cited sentence."""
        return Statement(say.sentence(fact, language), self.evidence([fact]))

    def enumerating(self, names: Sequence[str], document_id: str) -> tuple[Evidence, ...]:
        """The sentence of a document that names most of `names`, if it names at least two thirds of them."""
        document = self.documents[document_id]
        best, count = None, 2 * len(names) / 3
        for start, end in sentences(document.text):
            held = sum(name in document.text[start:end] for name in names)
            if held >= count and held > 1:
                best, count = Evidence(document_id, start, end), held + 1
        return (best,) if best else ()

    def duty_of(self, fact: Fact) -> Duty | None:
        """The project, else the action, that a row stands in."""
        return self.duty_at(Evidence(fact.document_id, fact.start, fact.end))

    def duty_at(self, place: Evidence) -> Duty | None:
        """The project, else the action, that a place stands in."""
        within = [
            duty
            for duty in self.inventory.duties
            if duty.assignment.document_id == place.document_id
            and duty.assignment.start <= place.start < duty.assignment.end
        ]
        return min(within, key=lambda duty: duty.assignment.end - duty.assignment.start, default=None)

    def whole(self, duty: Duty) -> Assignment:
        """The action that a project belongs to, else the obligation itself."""
        row = duty.assignment
        above = [
            other.assignment
            for other in self.inventory.duties
            if other.whole_action
            and other.assignment.document_id == row.document_id
            and other.assignment.action == row.action
        ]
        return above[0] if above and row.units_scope is UnitsScope.ACTION else row


def units_evidence(row: Assignment) -> tuple[Evidence, ...]:
    """Where the units of an obligation are named."""
    return (Evidence(row.document_id, row.units_start, row.units_end),) if row.units_end > row.units_start else ()


def units_statement(row: Assignment, language: Language) -> Statement:
    """The units of an obligation, with what the text assigns them to."""
    values = {"count": str(len(row.responsible_units)), "units": say.names(row.responsible_units, language)}
    figured = any(char.isdigit() for char in row.title)  # 依托12320开通专线: its figures stand in its own words
    title = (_title_span(row),) if row.project or figured else ()
    if tells_parts(row):
        about = {"project": say.quoted(row.title, language), "parts": parts_said(row, language)}
        return Statement(phrase(language, "units_by_part", **about), (*units_evidence(row), *title))
    form = "units"
    if row.units_scope is UnitsScope.ACTION and row.project and row.action:
        form = "project_of_action"
        values |= {"project": say.quoted(row.project, language), "action": say.quoted(row.action, language)}
    elif row.units_scope is UnitsScope.ACTION and row.action:
        form, values["action"] = "action_units", say.quoted(row.action, language)
    elif row.project or row.title:
        form, values["project"] = "units_of_project", say.quoted(row.title or row.project or "", language)
    return Statement(phrase(language, form, **values), (*units_evidence(row), *title), (count_units(row),))


def parts_said(row: Assignment, language: Language) -> str:
    """The units of an obligation, apart by what the text makes of them."""
    told = (
        phrase(language, f"{part}_units", units=say.names(units, language)) for part, units in by_part(row).items()
    )
    return phrase(language, "and").join(told)


def count_units(row: Assignment) -> Count:
    """The number of units that an obligation names."""
    return Count(tuple(Evidence(row.document_id, row.units_start, row.units_end) for _ in row.responsible_units))


def _title_span(row: Assignment) -> Evidence:
    """The first words of an obligation: its number and title."""
    return Evidence(row.document_id, row.start, min(row.end, row.start + len(row.title) + 3))
