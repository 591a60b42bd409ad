"""A figure that a follow-up gives for what was asked, and names nothing else: 同事非说是8立方米以内,谁对; or another unit or
year that it had supposed: 难道不是水务局, 我还以为到2035年.
"""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading import mentions
from szassist.answer.reading.asking import EDGES
from szassist.answer.reading.cues import cues, spoken
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.mentions import blanked
from szassist.answer.reading.read import Reader
from szassist.answer.reading.scope import weight
from szassist.answer.reading.terms import has_subject
from szassist.answer.talk.memory import ALONE, Memory
from szassist.answer.talk.takeover import continued
from szassist.query import Intent, Query, Regard, Term
from szassist.text.script import fold

_FIGURE = "\0"  # stands for one
_SUPPOSABLE = (Intent.WHO, Intent.WHEN, Intent.DOCUMENT)
_PLAIN = (Intent.OTHER, Intent.WHETHER, Intent.LIST, Intent.DEFINITION)
_NAMED = re.compile("[表图章节号附件]$")  # 表1
_CLAUSES = re.compile(r"[,;?!。]\s*|\.\s+")


def claimed(question: str, memory: Memory, reader: Reader) -> Query | None:
    """The query of a message that gives a figure for what was asked last; None where it gives none, asks for something, or
    says what it is a figure of.
    """
    earlier = memory.last
    if earlier is None or earlier.intent in (*ALONE, Intent.DOCUMENT, Intent.DEFINITION):
        return None
    folded = fold(question)
    if spoken().unmet.search(folded):  # 还没到80%?
        return None
    years, spans = mentions.years(folded)
    said = mentions.asserted(folded, spans, any_size=True)
    figures = tuple(one for one in said if not _NAMED.search(folded[: one.start]))
    if not figures:
        return None
    marked = blanked(folded, [(one.start, one.end) for one in figures], _FIGURE)
    clauses = [spoken().reported.sub(" ", clause) for clause in _CLAUSES.split(marked) if clause]
    if any(cues().intent(clause) not in (Intent.OTHER, Intent.WHETHER) for clause in clauses):
        return None
    own = reader.read(question)
    if len(own) > 1 or own[0].places or _names(clauses, reader):
        return None
    alone = replace(
        own[0], intent=Intent.WHETHER, terms=(), hints=(), parts=(), units=(), asserted=figures, years=years
    )
    again = continued(alone, earlier, False)
    return replace(
        again, intent=Intent.WHETHER, regard=Regard.CLAIM, earlier=replace(earlier, language=own[0].language)
    )


def _names(clauses: list[str], reader: Reader) -> bool:
    """Whether clauses name something that the figures in them may be of: a noun beside one, or words of the documents in
    those without.
    """
    beside = " ".join(cues().bare(clause.replace(_FIGURE, " ")) for clause in clauses if _FIGURE in clause)
    around = " ".join(clause for clause in clauses if _FIGURE not in clause)
    if has_subject(beside) or spoken().others.search(beside) or weight(_terms(beside, reader)) >= TELLING:
        return True
    known = reader.lexicon.vocabulary.knows
    return any(term.weight >= TELLING and (term.means or known(term.word)) for term in _terms(around, reader))


def _terms(text: str, reader: Reader) -> tuple[Term, ...]:
    return reader.read(text)[0].terms if EDGES.sub("", text) else ()


def supposed(question: str, memory: Memory, reader: Reader) -> Query | None:
    """The query of a message that supposes a unit or a year to be the answer to the question asked last, and names nothing
    else: whether the unit answers for that, else what was asked once more; None where it asks for something.
    """
    earlier, folded = memory.last, fold(question)
    if earlier is None or earlier.intent not in _SUPPOSABLE or not spoken().supposed.search(folded):
        return None
    rest = spoken().supposed.sub(" ", folded)
    own = reader.read(rest)[0] if EDGES.sub("", rest) else None
    if own is None or cues().duties.search(folded) or own.intent not in (*_PLAIN, Intent.DUTIES):
        return None
    named = own.units or own.strangers if earlier.intent is Intent.WHO else own.years
    others = tuple(term for term in own.terms if not any(term.word in one for one in own.strangers))
    if not named or own.places or weight(others) >= TELLING:
        return None
    again = replace(earlier, language=own.language)
    if not own.units:
        return again
    alone = replace(own, question=question, intent=Intent.WHETHER, terms=(), hints=(), parts=())
    return replace(continued(alone, earlier, False), intent=Intent.WHETHER, instead=again)
