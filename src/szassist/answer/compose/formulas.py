"""How a figure is computed, where a document writes its formula out: 续约率是拿什么除以什么."""

from __future__ import annotations

import re

from szassist.answer.ground.draft import Draft, Statement
from szassist.answer.ground.material import Material
from szassist.answer.reading.cues import asking
from szassist.query import Query
from szassist.schema import Status
from szassist.text.script import for_reader

_LEFT = re.compile(r"\s*(?:计?算|统计|核算)?(?:出来)?的?$")
LEFT_OUT, SHORTEST = 3, 4  # characters of a name that a question may leave out, and how many it must have
_ASKED = re.compile(
    r"(?:拿|用|是)?(?:什么|啥|谁|哪个|几)(?:去)?(?:除以?|比|乘以?)(?:上)?(?:什么|啥|谁|哪个|几)?|(?:怎么|怎样|如何|咋|点样)(?:去|来|样)?(?:计算|算|统计|核算)(?!作|是|不)"
    r"|计算(?:公式|方法|方式|口径)|公式|算法|分子|分母|统计口径|\bformula\b|how (?:is|are|do you) .{1,80}(?:calculated|computed|worked out)"
)


def of_formulas(query: Query, material: Material) -> Draft | None:
    """The formulas of what a question names, word for word; None where it asks for no computation or none is written out."""
    folded = asking(query)
    if not _ASKED.search(folded) or query.years or query.asserted:
        return None
    held = [
        one
        for one in material.inventory.formulas
        if (not query.documents or one.span.document_id in query.documents) and _is_named(one.name, query)
    ]
    longest = max((len(one.name) for one in held), default=0)
    statements: dict[str, Statement] = {}
    for one in held:
        if len(one.name) == longest:
            text = material.documents[one.span.document_id].text[one.span.start : one.span.end].strip()
            statements.setdefault(text, Statement(for_reader(f"{text}。", query.language), (one.span,)))
    return Draft(Status.ANSWERED, tuple(statements.values())) if statements else None


def _is_named(name: str, query: Query) -> bool:
    """Whether a question has a name, or all but a few characters of it in their order: 签约覆盖率 for 签约服务覆盖率."""
    if name in asking(query) or name in query.before:
        return True
    said = _LEFT.sub("", _ASKED.sub("", query.content)).replace(" ", "")
    if not SHORTEST <= len(said) < len(name) <= len(said) + LEFT_OUT:
        return False
    rest = iter(name)
    return all(char in rest for char in said)
