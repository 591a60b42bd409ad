"""A follow-up about the last things that were spoken of, each by itself: 这俩谁负责, 上面三样分别什么时候做到."""

from __future__ import annotations

import re
from dataclasses import replace

from szassist.answer.talk.memory import Memory
from szassist.answer.talk.takeover import bare, continued
from szassist.query import Intent, Query
from szassist.text.numerals import han_number
from szassist.text.script import fold

_SEVERAL = re.compile(
    r"(?:它们?|他们?|这|那|前后|前面|上面|上述|刚才|以上)(?:的|那|这)?(?P<many>[俩仨两二三四]|\d)(?:个|项|样|条|件|者|块|种|桩)?(?:事|指标|目标|工程|项目)?(?!\d|年|月|份)|(?P<pair>两者|二者)"
)
_WORDS = {"俩": 2, "仨": 3}
_EACH = (Intent.WHO, Intent.WHEN, Intent.MEASURES)  # what is asked of each thing, and has no sum or difference


def of_several(query: Query, memory: Memory) -> tuple[Query, ...]:
    """The query of a message for each of the last things spoken of that it points at together; none where it points at no
    such, names something itself, or so many were not spoken of.
    """
    match = _SEVERAL.search(fold(query.question))
    if not match or query.intent not in _EACH or not bare(query):
        return ()
    said = match["many"] or "俩"
    many = _WORDS.get(said) or int(han_number(said))
    topics = memory.topics()[-many:]
    if len(topics) < max(many, 2):
        return ()
    return tuple(continued(replace(query, terms=(), hints=()), one, False) for one in topics)
