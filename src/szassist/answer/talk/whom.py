"""A follow-up that asks, in whatever words, whom that falls to which was asked about: 谁拍板, 水务局扛大旗的吧."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from szassist.answer.reading.cues import cues, spoken
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.scope import SOME, tells, weight
from szassist.answer.talk.takeover import continued
from szassist.query import Intent, Query


def of_its_units(query: Query, folded: str, earlier: Query, known: Callable[[str], bool]) -> Query | None:
    """Whom that falls to which was asked about: whether to a unit that the message names (水务局负责吗), or to whom at all
    (谁拍板, 挂在谁名下), where it names nothing that a document knows; else None.
    """
    if not tells(earlier.terms) or earlier.units or earlier.intent in (Intent.DUTIES, Intent.DOCUMENT):
        return None
    acts = " ".join(one[0] for one in cues().answers.finditer(folded))
    own = [one for one in query.terms if one.weight >= SOME and len(one.word) > 1 and one.word not in acts]
    if any(term.means or known(term.word) for term in own) or query.places or query.strangers:
        return None
    said = query.intent is Intent.WHO or (acts and not cues().duties.search(folded))
    asked = query.intent in (Intent.WHO, Intent.DUTIES, Intent.WHETHER, Intent.OTHER)
    if query.units and said and asked and weight(tuple(own)) < TELLING:
        whole = replace(query, intent=Intent.WHETHER)
    elif not query.units and query.intent in (Intent.OTHER, Intent.WHETHER) and spoken().whom.search(folded):
        whole = replace(query, intent=Intent.WHO)
    else:
        return None
    return replace(continued(replace(whole, terms=(), hints=()), earlier, False), intent=whole.intent)
