"""The figure firewall's reading of one statement: each thing it names is held against what its evidence bears."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from szassist.answer.firewall.borne import YEAR, Borne, When, bound_of, clause_at, quotient_units
from szassist.answer.ground.draft import Calculation, Count, Operation, Statement
from szassist.answer.words.english import figures, without_figures
from szassist.schema import Comparator, Language
from szassist.text.english import english_name, unit_forms
from szassist.text.quantities import quantities
from szassist.text.script import fold

_NUMBER = re.compile(r"(?<![0-9.])[0-9]+(?:[.,][0-9]+)*(?![0-9])")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_GOVERNMENT = re.compile(
    r"(?:市|省|区|国家|深圳)[\u4e00-\u9fff]{1,12}?(?:局|委员会|委|厅|署|办公室|支队|管委会)(?![\u4e00-\u9fff]?[员])"
)
_GOVERNMENT_EN = re.compile(
    r"(?:[A-Z][\w'’-]*(?:,? (?:and|of|for|the|&) |,? ))*(?:Bureau|Commission|Administration|Committee|Authority|Department|Detachment)\b(?: of(?: [A-Z][\w'’-]*(?: and)?)+)?"
)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAY = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_NEGATED = re.compile(r"(?:不是|并非|而非|没有|not|isn't|instead of)\s?$")
_MAGNITUDES = tuple(Decimal(10) ** power for power in (0, 4, 8, 12))  # none, 万, 亿, 万亿
_DENIED_YEAR = re.compile(r"(?:没有|no value for )((?:19|20)[0-9]{2})")


@dataclass(frozen=True, slots=True)
class Check:
    """How many figures and years a statement has, how many are borne, and why it may not be shown; empty if it may."""

    figures: int
    borne: int
    reasons: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether the statement may be shown."""
        return not self.reasons


@dataclass(frozen=True, slots=True)
class Known:
    """What needs no evidence, folded: the question, and what an uncited statement may name (titles, missing parts)."""

    question: str
    names: str
    units: Mapping[str, str]  # folded names of all units of government -> as written
    terms: Mapping[str, tuple[str, ...]]  # English names of indicators -> folded Chinese ones
    titles: tuple[str, ...] = ()  # English titles of the documents


def check(statement: Statement, borne: Borne, known: Known, language: Language) -> Check:
    """Compare a statement with what its evidence bears; without evidence, with what the question and names bring."""
    text = fold(statement.text)
    if statement.evidence and borne.quotes(text.lstrip("•· ")):
        count = len(quantities(text)) + len(YEAR.findall(text))
        return Check(count, count)
    own = f"{known.question} {known.names}" if not statement.evidence else ""
    titles = [title[1:-1] for title in _TITLE.findall(text)]
    reasons = [f"《{title}》" for title in titles if not (borne.holds(title) or title in known.names)]
    named = statement.text if language is Language.EN else text  # without evidence, what is quoted is an example
    reasons += _governments(named if statement.evidence else _QUOTED.sub(" ", named), borne, known, language)
    english = language is Language.EN and not _chinese_after_all(text, borne)
    body, wrong = _without_computed(text, statement, borne, english=english)
    reasons += wrong
    named = body = _without_titles(body, known)
    body, wrong = _without_days(_without_names(body, statement, borne, known), borne, own)
    reasons += wrong
    dated = without_figures(body) if english else body
    years = YEAR.findall(dated)
    denied = {match[1] for match in _DENIED_YEAR.finditer(body) if match[1] in known.question}
    reasons += [y for y in years if not (y in denied or _has_number(y, (*borne.texts, *borne.plan_years, own)))]
    open_body = body if english else _unquoted(body, borne)
    found = _english(body) if english else _chinese(open_body)
    around = open_body if english else _without_figures(open_body)
    for (start, end, amounts, bases, bound), following in zip_longest(found, found[1:]):
        when = _when(dated, start, end, following[0] if following else len(body))
        clause = _in_chinese(named, start, known.terms) if english else clause_at(around, start)
        if not (
            borne.bears(amounts, bases, bound, clause, when) or _may_repeat(amounts, bases, body[:start], own, known)
        ):
            reasons.append(body[start:end].strip())
    rest = YEAR.sub(" ", "".join(" " if any(s <= i < e for s, e, *_ in found) else c for i, c in enumerate(body)))
    reasons += [n for n in _NUMBER.findall(rest) if not _has_number(n, (*borne.texts, own))]
    reasons += _odd_bounds(body, {end for _, end, *_ in found}, (*borne.texts, *borne.titles, own, known.names))
    total = len(found) + len(years)
    return Check(total, max(0, total - len(reasons)), tuple(reasons))


def _chinese_after_all(text: str, borne: Borne) -> bool:
    """Whether a statement of an English answer is a sentence in Chinese: it has no Latin word but the evidence's own."""
    words = re.findall(r"[a-z]{2,}", _TITLE.sub(" ", text))
    return re.search(r"[\u3400-\u9fff]", text) is not None and all(map(borne.holds, words))


def _without_titles(body: str, known: Known) -> str:
    """`body` without titles of documents, whose years and numbers are names; offsets stay."""
    body = _TITLE.sub(lambda match: " " * len(match[0]), body)
    for title in known.titles:
        body = body.replace(title, " " * len(title))
    return body


def _without_names(body: str, statement: Statement, borne: Borne, known: Known) -> str:
    """`body` without English names of indicators that hold digits (8-hour ozone), where the evidence has them."""
    for name, chinese in known.terms.items():
        digits = name in body and any(char.isdigit() for char in name)
        if digits and (not statement.evidence or any(map(borne.holds, chinese))):
            body = body.replace(name, " " * len(name))
    return body


_QUOTED = re.compile(r"[“「『‘]([^“”「」『』‘’\n]{1,60})[”」』’]")
_ALIKE = str.maketrans("「『‘」』’", "“““”””")


def _unquoted(body: str, borne: Borne) -> str:
    """`body` with the figures within quotation marks laid open, but for names that the evidence quotes too (“20+8”)."""
    there = " ".join(borne.texts).translate(_ALIKE)
    return _QUOTED.sub(
        lambda match: match[0] if match[0].translate(_ALIKE) in there else f" {match[1]} ",
        body,
    )


def _without_figures(body: str) -> str:
    """`body` without its figures and their bounds, so that what is left of a clause tells what the figure is of."""
    for one in quantities(body):
        body = body[: one.outer_start] + " " * (one.outer_end - one.outer_start) + body[one.outer_end :]
    return body


_BOUND = re.compile(r"[\u4e00-\u9fff]{2}(?=以上|以下|以内|以外)(?P<word>..)")


def _odd_bounds(body: str, ends: Container[int], texts: Iterable[str]) -> list[str]:
    """Bounds that belong to a name and not to a figure (规模以上工业), and that the evidence does not have so."""
    told = [match for match in _BOUND.finditer(body) if match.start("word") not in ends]
    return [match[0] for match in told if not any(match[0] in text for text in texts)]


_STOP = re.compile(r"[;。\n]|\.\s")


def _when(body: str, start: int, end: int, following: int) -> When:
    """The years given for the figure at `start`..`end`: before it in its sentence, else behind it, else earlier on."""
    begin = max((match.end() for match in _STOP.finditer(body, 0, start)), default=0)
    stop = _STOP.search(body, end, following)
    behind = body[end : stop.start() if stop else following]
    if not stop and following < len(body):  # a year right before the next figure is that one's
        behind = behind[: max(behind.rfind(","), behind.rfind(")"), 0)]
    for text, inherited in (
        (body[begin:start], False),
        (behind, False),
        (body[:begin], True),
    ):
        years = frozenset(int(year) for year in YEAR.findall(_DENIED_YEAR.sub(" ", text)))
        if years:
            return When(years, inherited)
    return When(frozenset())


Read = tuple[int, int, tuple[Decimal, ...], Container[str], Comparator]


def _chinese(body: str) -> list[Read]:
    return [
        (q.start, q.end, q.amounts, (q.base,), bound_of(q.comparator, clause_at(body, q.start)))
        for q in quantities(body)
        if not q.ordinal
    ]


def _english(body: str) -> list[Read]:
    return [(f.start, f.end, f.amounts, f.bases or _UNSPOKEN, f.comparator) for f in figures(body)]


class _Unspoken(Container[str]):
    """The measure words that English may leave out (个, 家, 件), and no unit at all."""

    def __contains__(self, base: object) -> bool:
        return isinstance(base, str) and len(base) <= 1 and base not in ("%", "‰", "元", "岁", "吨", "米")


_UNSPOKEN = _Unspoken()


def _in_chinese(body: str, start: int, terms: Mapping[str, tuple[str, ...]]) -> str:
    """The English words before a figure, back to the last one, with the Chinese names of the indicators among them."""
    before = re.split(r"[;.,]\s", body[:start])[-1]
    return " ".join((before, *(one for english, chinese in terms.items() if english in before for one in chinese)))


def _without_days(body: str, borne: Borne, own: str) -> tuple[str, list[str]]:
    """An English statement without its days, and those that the evidence does not name: 17 January 2023."""
    wrong = []
    for match in _DAY.finditer(body):
        if not borne.holds(f"{match[3]}年{_MONTHS.index(match[2]) + 1}月{match[1]}日") and match[0] not in own:
            wrong.append(match[0])
    return _DAY.sub(lambda match: " " * len(match[0]), body), wrong


def _may_repeat(amounts: tuple[Decimal, ...], bases: Container[str], before: str, own: str, known: Known) -> bool:
    """A figure of the question may be said again where it is denied (不是25微克) or nothing is claimed."""
    if not (_NEGATED.search(before) or own):
        return False
    asked = [(q.amounts, frozenset({q.base})) for q in quantities(known.question)]
    asked += [(f.amounts, f.bases) for f in figures(known.question)]
    said = any(amounts == one and (not some - {""} or any(b in bases for b in some)) for one, some in asked)
    return said or (bool(own) and any(amounts == q.amounts for q in quantities(known.names)))


def _without_computed(text: str, statement: Statement, borne: Borne, *, english: bool) -> tuple[str, list[str]]:
    """`text` without the numbers that `computed` accounts for; a calculation needs all its operands in the evidence."""
    wrong = []
    for one in statement.computed:
        if isinstance(one, Count):
            text = _without_count(text, one, english=english)
            continue
        scales = _scales(one, borne)
        if not scales:
            wrong.append(one.working)
        text = text.replace(f"({one.working})", " ")
        found = _english(text) if english else _chinese(text)
        result = next((read for read in found if any(_is_result(read, one, *scale) for scale in scales)), None)
        if result:
            text = f"{text[: result[0]]} {text[result[1] :]}"
    return text, wrong


def _without_count(text: str, one: Count, *, english: bool) -> str:
    found = _english(text) if english else _chinese(text)
    for match in re.finditer(rf"(?<![0-9.]){re.escape(f'{one.value:f}')}(?![0-9.])", text):
        here = [read for read in found if read[0] <= match.start() < read[1]]
        if _counts(here):
            return text[: match.start()] + " " + text[max([match.end(), *(read[1] for read in here)]) :]
    return text


def _scales(one: Calculation, borne: Borne) -> list[tuple[Decimal, str]]:
    """The magnitudes and units in which the evidence has every operand."""
    given = {(figure.base, amount) for figure in borne.figures for amount in figure.amounts}
    if one.operation is Operation.QUOTIENT:
        return [(Decimal(1), unit) for unit in quotient_units(*one.operands[:2], given=given)]
    bases = dict.fromkeys(figure.base for figure in borne.figures)
    return [
        (factor, base)
        for base in bases
        for factor in _MAGNITUDES
        if all((base, operand * factor) in given for operand in one.operands)
    ]


def _is_result(read: Read, one: Calculation, factor: Decimal, base: str) -> bool:
    """Whether a figure is the result of a calculation in the unit of its operands (percentages differ by points), or
    without a unit; it has no bound.
    """
    unit = "个百分点" if base == "%" and one.operation is Operation.DIFFERENCE else base
    return read[4] is Comparator.EQUAL and (
        (unit in read[3] and read[2] == (one.value * factor,)) or ("" in read[3] and read[2] == (one.value,))
    )


def _counts(here: Sequence[Read]) -> bool:
    """Whether a number counts things and nothing bounds or measures it: 12个, not 12% and not 至少12个."""
    bases = {base for _, _, _, some, _ in here for base in (some if isinstance(some, frozenset | tuple) else ())}
    return all(read[4] is Comparator.EQUAL for read in here) and all(base in _UNSPOKEN for base in bases)


def _governments(text: str, borne: Borne, known: Known, language: Language) -> list[str]:
    """Units of government in a statement that its evidence does not name and nobody asked about."""
    written = set(known.units.values())
    if language is not Language.EN:
        told = {match[0] for match in _GOVERNMENT.finditer(text)} | {
            fold(unit) for unit in written if fold(unit) in text
        }
        return sorted(name for name in told if not borne.holds(name) and not _asked(name, known))
    english = {name: fold(unit) for unit in written if (name := english_name(unit))}
    wrong, left = [], text
    for name in sorted(english, key=len, reverse=True):
        if name in left:
            left = left.replace(name, " ")
            if not borne.holds(english[name]) and not (
                name.lower() in known.question or _asked(english[name], known)
            ):
                wrong.append(name)
    wrong += [fold(unit) for unit in written if unit in left and not borne.holds(fold(unit))]
    return wrong + [match[0] for match in _GOVERNMENT_EN.finditer(left) if " " in match[0].strip()]


def _asked(name: str, known: Known) -> bool:
    """Whether the question names a unit, by any of its names."""
    aliases = (alias for alias, unit in known.units.items() if fold(unit) == name)
    return any(form in known.question for form in (name, *aliases, *unit_forms(name)))


def _has_number(number: str, texts: Iterable[str]) -> bool:
    """Whether a text holds the number by itself, not as a part of a longer one."""
    pattern = re.compile(rf"(?<![0-9.]){re.escape(number)}(?![0-9]|\.[0-9])")
    return any(pattern.search(text) for text in texts)
