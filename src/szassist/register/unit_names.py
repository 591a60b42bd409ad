"""Names of units as official documents list them: split exactly, each with the role its label or verb gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from szassist.register.lexicon import any_of, table
from szassist.text.script import fold

OPEN, CLOSE = "([{〔【〈《", ")]}〕】〉》"


class Role(StrEnum):
    """What the text makes of a unit."""

    LEAD = "lead"
    RESPONSIBLE = "responsible"  # named without saying who leads
    SUPPORT = "support"


@dataclass(frozen=True, slots=True)
class AssignedUnit:
    """A unit by its exact name, and its role."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class UnitWords:
    """The vocabulary of `lexicon/units.toml`, compiled."""

    label: re.Pattern[str]
    noted: re.Pattern[str]  # a label after a note: 预期性指标,牵头单位:
    verb: re.Pattern[str]
    closing: re.Pattern[str]
    name: re.Pattern[str]
    roles: dict[str, Role]
    deadline: frozenset[str]


@cache
def unit_words() -> UnitWords:
    """The words by which documents assign duties to units."""
    data = table("units")
    roles = {word: Role(role) for kind in ("labels", "verbs") for role in Role for word in data[kind][role]}
    labels = [word for words in data["labels"].values() for word in words]
    verbs = any_of(word for words in data["verbs"].values() for word in words)
    return UnitWords(
        re.compile(rf"(?P<label>{any_of(labels)})\s?[:：]"),
        re.compile(rf"[^,;:。、]{{2,10}}[,;]\s?(?:{any_of(labels)})\s?[:：]"),
        re.compile(rf"(?:等|共同|分别|要)?(?P<verb>{verbs})(?:等)?$"),
        re.compile(rf"(?:{verbs})[。;\s]?$"),
        re.compile(rf"(?:{any_of(data['names']['endings'])})(?:\([^()]*\)|〔[^〔〕]*〕)?等?$"),
        roles,
        frozenset(data["labels"]["deadline"]),
    )


_JOINT = re.compile(
    r"(?:各|有关|相关)?(?:设区|地级)?[市区州盟](?:\([^()]{0,8}\))?、(?:自治)?[县市区旗](?:[(〔][^()〔〕]{1,6}[)〕])?(?:、[区县市旗]){0,2}(?=人民政府|政府|党委|管委会|有关|相关)"
)
_NOT_NAMES = re.compile(r"以下|下同|不再|其中|具体|按|\D{0,4}\d{4}年|完成时[限间]|长期|持续")
_TAIL = re.compile(r"等(?:[省市区县][级直属]?)?(?:各|有关|相关)*(?:部门|单位|各方|机构)*$")


def split_names(text: str) -> tuple[str, ...]:
    """The units listed in `text`, exact names: only commas outside brackets part them."""
    folded = fold(text)
    joint = {i for m in _JOINT.finditer(folded) for i in range(*m.span()) if folded[i] == "、"}
    names, depth, start = [], 0, 0
    for i, char in enumerate(folded + "、"):
        if char in OPEN:
            depth += 1
        elif char in CLOSE:
            depth = max(0, depth - 1)
        elif char in "、,;" and i not in joint and (depth == 0 or i == len(folded)):
            names.append(_clean(text[start:i]))
            start = i + 1
    return tuple(name for name in names if name)


def _clean(name: str) -> str:
    """A name without line breaks, 等 behind it and joining words before it."""
    whole = re.sub(r"\s+", "", name).strip("。.:：")
    folded = fold(whole)
    head = re.match(r"(?:由|会同|以及|并由|并会同)", folded)
    tail = _TAIL.search(folded)
    cut = tail.start() if tail and tail.start() > 1 else len(whole)
    name = whole[head.end() if head else 0 : cut]
    return (
        name if len(whole) <= 40 and not _NOT_NAMES.match(folded) and re.search(r"[\u4e00-\u9fff]{2}", name) else ""
    )


def read_units(text: str) -> tuple[AssignedUnit, ...]:
    """The units of a bracket or line, by its labels (责任单位：…；配合单位：…) or closing verbs (…牵头，…配合)."""
    folded = fold(text)
    marks = list(unit_words().label.finditer(folded))
    units: list[AssignedUnit] = []
    bounds = [m.start() for m in marks] + [len(text)]
    if not marks or (marks[0].start() > 0 and names_units(folded[: marks[0].start()].strip(",;，；"))):
        units += _by_verbs(text[: bounds[0]], Role.RESPONSIBLE)
    for mark, stop in zip(marks, bounds[1:], strict=True):
        if mark["label"] not in unit_words().deadline:
            units += _by_verbs(text[mark.end() : stop], unit_words().roles[mark["label"]])
    return tuple(dict.fromkeys(units))


def _by_verbs(text: str, role: Role) -> list[AssignedUnit]:
    """Names up to the first full stop; a verb closing a part gives its role to the names of that part."""
    text = re.split(r"[。\n]", text, maxsplit=1)[0].rstrip(" ;；,，")
    units: list[AssignedUnit] = []
    given = role
    for part in reversed(parts_of(text)):
        verb = unit_words().verb.search(fold(part))
        if verb:
            given = unit_words().roles[verb["verb"]]
        names = split_names(part[: verb.start()] if verb else part)
        units = [AssignedUnit(name, given) for name in names] + units
    return units


def parts_of(text: str) -> list[str]:
    """`text` cut at commas and semicolons outside brackets."""
    parts, depth, start = [], 0, 0
    for i, char in enumerate(fold(text)):
        depth += (char in OPEN) - (char in CLOSE)
        if char in ",;" and depth <= 0:
            parts.append(text[start:i])
            start = i + 1
    return [*parts, text[start:]]


def names_units(inner: str) -> bool:
    """Whether a folded text begins with the name of a unit, by the endings that such names have."""
    first = re.split(r"[、,;]", inner, maxsplit=1)[0]
    verb = unit_words().verb.search(first)
    return bool(unit_words().name.search(first[: verb.start()] if verb else first)) and "。" not in inner
