"""Whether two names mean the same unit of government: aliases, old names and everyday short forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from szassist.register.lexicon import table
from szassist.text.script import fold

_PREFIX = re.compile(
    r"(?:全|我|本)?(?P<level>[省市区县])(?=[^委政府属直级]{2}|政府[\u4e00-\u9fff]{2}(?!办))|(?:[\u4e00-\u9fff]{2,3})(?P<placed>[省市])(?=[^,]{2})"
)


_FIRM = re.compile(r"(?:公司|集团|银行|[分支]行|铁路局)$")  # 国网江西电力公司 for 国网江西省电力公司


@dataclass(frozen=True, slots=True)
class UnitKey:
    """A unit's level (省, 市, 区, 县; empty where the name does not say) and its one name without it."""

    level: str
    name: str


@cache
def unit_key(name: str) -> UnitKey:
    """The key of a unit's name: 市科创委, 深圳市科技创新委员会 and 市科技创新委 share one."""
    folded = re.sub(r"\([^()]*\)|〔[^〔〕]*〕|〈[^〈〉]*〉|\s", "", fold(name))
    aliases = _aliases()
    if folded in aliases:
        return UnitKey("", aliases[folded])
    match = _PREFIX.match(folded)
    if not match:
        return UnitKey("", folded)
    rest = folded[match.end() :]
    return UnitKey(match["level"] or match["placed"], aliases.get(rest, rest))


def same_unit(asked: str, written: str) -> bool:
    """Whether a name as asked for means the unit written in a document; a level named on both sides must agree."""
    one, other = unit_key(asked), unit_key(written)
    if one.level and other.level and one.level != other.level:
        return False
    if one.name == other.name:
        return True
    return len(one.name) >= 3 and not one.level and other.name.endswith(one.name)


@cache
def _aliases() -> dict[str, str]:
    entries: dict[str, list[str]] = table("units")["aliases"]
    return {fold(other): fold(name) for name, others in entries.items() for other in (name, *others)}


def spoken_names(written: str) -> tuple[str, ...]:
    """The folded names by which people may call a unit: as written, without 市, and every alias, with and without 市."""
    unit = unit_key(written)
    folded = re.sub(r"\([^()]*\)", "", fold(written))
    others = [alias for alias, name in _aliases().items() if name == unit.name]
    inner = (
        re.sub(r"(?<=[\u4e00-\u9fff]{2})[省市](?=[\u4e00-\u9fff]{2})", "", folded) if _FIRM.search(folded) else folded
    )
    names = (folded, inner, unit.name, *others, *(f"{unit.level}{other}" for other in others if unit.level))
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))
