"""A follow-up that names a year and nothing else: 再往前,2020定的, 把年份换成2030再查一遍."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.reading.cues import cues, spoken
from szassist.answer.reading.intents import TELLING
from szassist.answer.reading.scope import SOME
from szassist.answer.reading.terms import is_one_word
from szassist.answer.talk.takeover import continued
from szassist.answer.words.asked import figure_words
from szassist.query import Intent, Query, Term
from szassist.schema import Language

_PLAIN = (Intent.VALUE, Intent.OTHER, Intent.LIST, Intent.WHETHER, Intent.DEFINITION)
_DONE = re.compile(  # one verb with what it comes to: 换成, 定到, 再查
    "[再又也都就才先还只请没不]*[\u4e00-\u9fff](?:到|成|为|出|过|了|下|回|去|来|着|完|给|在|进|起|上)*|[再又也都就才先还只请没不][\u4e00-\u9fff]"
)
_TURNS = re.compile(
    "[往向朝再更最靠稍]*(?:前|后|早|晚|近|远|回)(?:一?[点些]|期|面|推|移|看|数|走|头)?"
)  # where in time


def only_of_a_year(query: Query) -> bool:
    """Whether a message names a year, and for the rest only turns to it or calls the figure a figure."""
    named = query.units or query.places or query.strangers or query.documents or query.parts or query.asserted
    if not query.years or query.moment or query.measure or named or query.language is Language.EN:
        return False
    return query.intent in _PLAIN and all(_is_filler(term) for term in query.terms if term.weight >= SOME)


def of_that_year(query: Query, folded: str, earlier: Query) -> Query | None:
    """The figure asked for last, of the year that a message names and says nothing else; None where it says more."""
    valued = earlier.intent in (Intent.VALUE, Intent.DIFFERENCE) and not earlier.units and not earlier.regard
    if not valued or not only_of_a_year(query) or cues().part.search(folded) or cues().whole.search(folded):
        return None
    return continued(replace(query, intent=Intent.VALUE, terms=(), hints=()), earlier, False)


def _is_filler(term: Term) -> bool:
    word = term.word
    if word in figure_words() or (term.weight < TELLING and not is_one_word(word)):  # 上要
        return True
    return any(said.fullmatch(word) for said in (_DONE, _TURNS, spoken().talking))
