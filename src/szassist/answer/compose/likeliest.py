"""Where no rule finds an answer: the sentence that most likely answers, and the question read by what that sentence holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from szassist.answer.choosing.aspects import FEW, NAMED
from szassist.answer.choosing.candidates import meanings
from szassist.answer.choosing.features import close_to
from szassist.answer.choosing.likely import Likely, ranked
from szassist.answer.choosing.match import THING, about, coverage
from szassist.answer.compose.placed import as_it_stands, time_of
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material, units_statement
from szassist.answer.reading.places import names_place
from szassist.answer.words.phrases import phrase
from szassist.query import Intent, Meant, Query, Term
from szassist.schema import Language, Status
from szassist.text.dates import dates
from szassist.text.script import fold

LEAST, SURE = 0.4, 0.65  # probability from which a sentence is shown, and from which it is not called only related
MEANT = 1.0  # weight of an expression that a question means as a whole
BESIDE, MOST = 0.5, 3  # part of the best one's probability that others shown with it have, and how many are shown
TITLED = 0.2  # part of an English question that the title of a project must hold whose units are told
OWN = 0.5  # part of the words of a follow-up itself that its likeliest answer must hold
_FIGURED = (Intent.VALUE, Intent.DIFFERENCE)
_DONE = (Status.ANSWERED, Status.PARTIAL)


def from_likeliest(
    query: Query, material: Material, answered: Callable[[Query, Material], Draft], least: float = LEAST
) -> Draft | None:
    """The answer to the question without the words that the likeliest sentence lacks, which were told around it, if it draws
    on that sentence; else the likely sentences themselves. None where no sentence is likely enough.
    """
    found = [one for one in ranked(query, material) if one.probability >= least]
    if not found:
        return None
    best, nearer = found[0], _narrowed(query, found[0], meanings(query, material))
    told = sum(term.weight for term in nearer.terms) >= THING and not _narrower(query, nearer)
    draft = answered(nearer, material) if told else None
    if draft is None or draft.status not in _DONE or not _draws_on(draft, best):
        who = query.intent is Intent.WHO
        shown = _units(query, best, material) if who else _sentences(query, found)
        if not shown:
            return None
        draft = Draft(Status.ANSWERED, shown)
    text = f"{best.candidate.text} {best.candidate.above}"
    if (
        best.probability >= SURE
        and _holds_thing(query, text)
        and all(names_place(text, place) for place in query.places)
    ):
        return draft
    lead = Statement(phrase(query.language, "related"))
    return replace(draft, status=Status.PARTIAL, statements=(lead, *draft.statements))


def _holds_thing(query: Query, text: str) -> bool:
    """Whether a text holds anything of what is asked of a place: what tells of 前海 tells nothing of 前海扩区."""
    things = [term for term in about(query) if term.weight >= THING and term.word not in query.places]
    return not query.places or not things or any(term.held_by(text) for term in things)


def of_its_own(query: Query, draft: Draft, material: Material) -> bool:
    """Whether an answer holds what a follow-up itself says, and not only what was spoken of before."""
    own = tuple(term for term in query.terms if term.word not in query.before)
    places = next((statement.evidence for statement in draft.statements if statement.evidence), ())
    told = " ".join(material.documents[one.document_id].text[one.start : one.end] for one in places)
    return not (query.before and own) or bool(query.asserted) or coverage(own, (fold(told), 1.0)) >= OWN


def _narrowed(query: Query, best: Likely, meant: Sequence[Meant]) -> Query:
    """The question by the words that a sentence or the headings above it hold, those of its story as good as any, and by the
    expression in the sentence that is meant.
    """
    text = f"{best.candidate.text} {best.candidate.above}"
    held = tuple(term for term in (*query.terms, *query.story) if term.held_by(text) > 0)
    close = next(iter(close_to(meant, best.candidate)), None)
    if close and not any(close.official in (term.word, *term.means) for term in held):
        held = (*(term for term in held if not close.explains(term)), Term(close.official, MEANT))
    return replace(query, terms=held, closest=(), hints=(), parts=(), instead=None)


def _narrower(query: Query, nearer: Query) -> bool:
    """Whether a short English question for a figure names something beside what is left of it: lorries among new vehicles."""
    if query.language is not Language.EN or query.intent not in _FIGURED or len(query.terms) > FEW:
        return False
    left = {term.word for term in nearer.terms}
    return any(term.means and term.weight >= NAMED and term.word not in left for term in query.terms)


def _draws_on(draft: Draft, best: Likely) -> bool:
    span = best.span
    return any(
        one.document_id == span.document_id and one.start < span.end and span.start < one.end
        for statement in draft.statements
        for one in statement.evidence
    )


def _units(query: Query, best: Likely, material: Material) -> tuple[Statement, ...]:
    """The units that answer for what the sentence stands in; in English, where its title says anything of what is asked."""
    duty = material.duty_at(best.span)
    if duty is None or (query.language is Language.EN and coverage(query.terms, (duty.subject.name, 1.0)) < TITLED):
        return ()
    return (units_statement(duty.assignment, query.language),)


def _sentences(query: Query, found: list[Likely]) -> tuple[Statement, ...]:
    likely = [one for one in found if one.probability >= BESIDE * found[0].probability]
    told = {one.candidate.text: one for one in reversed(likely)}  # each wording once, the likeliest place of it
    best = sorted(told.values(), key=lambda one: -one.probability)[:MOST]
    dated = query.intent is not Intent.WHEN or dates(best[0].candidate.text)
    return (
        *(() if dated else time_of(best[0], query.language)),
        *(as_it_stands(one, query.language) for one in best),
    )
