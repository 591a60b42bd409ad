"""Whether a chat model's statements still hold the direct answer: its figures, years and units of government."""

from __future__ import annotations

from collections.abc import Sequence

from szassist.answer.firewall.borne import YEAR
from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.words.english import figures, without_figures
from szassist.query import Intent, Query
from szassist.schema import Language
from szassist.text.english import english_name
from szassist.text.quantities import quantities
from szassist.text.script import fold

_LISTED = (Intent.LIST, Intent.DUTIES)


def complete(kept: Sequence[Statement], draft: Draft, query: Query, units: Sequence[str]) -> bool:
    """Whether `kept` says what the first cited statement of `draft` says, and of a list every item."""
    cited = [s for s in draft.statements if s.evidence]
    lead = cited[0]
    spans = {span for s in kept for span in s.evidence}
    if query.intent in _LISTED or (draft.statements[0].computed and not draft.statements[0].evidence):
        return all(spans & set(s.evidence) for s in cited)
    if not spans & set(lead.evidence):
        return False
    if not (draft.facts or query.intent is Intent.WHO):
        return True
    text = "\n".join(s.text for s in kept)
    there = _telling(text, query.language, units)
    return _telling(lead.text, query.language, units) - _telling(query.question, query.language, ()) <= there


def _telling(text: str, language: Language, units: Sequence[str]) -> frozenset[object]:
    """The figures with their amounts, the years and the units of government that `text` names."""
    folded = fold(text)
    if language is Language.EN:
        amounts: list[tuple[object, ...]] = [(*one.amounts, one.comparator) for one in figures(text)]
        named = [unit for unit in units if (english_name(unit) or unit) in text]
        years = YEAR.findall(without_figures(folded))
    else:
        amounts = [(*one.amounts, one.base) for one in quantities(folded) if not one.ordinal]
        named = [unit for unit in units if fold(unit) in folded]
        years = YEAR.findall(folded)
    return frozenset((*amounts, *years, *named))
