"""What the evidence of a statement bears: figures with unit and bound, years, units of government, titles."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from szassist.answer.draft import Count, Difference, Statement
from szassist.answer.english import figures
from szassist.schema import Comparator, Document, Fact, Language
from szassist.text.english import english_name
from szassist.text.quantities import Quantity, measure, quantities
from szassist.text.script import fold

_YEAR = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9.%])")
_NUMBER = re.compile(r"(?<![0-9.])[0-9]+(?:[.,][0-9]+)*(?![0-9])")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_GOVERNMENT = re.compile(
    r"(?:市|省|区|国家|深圳)[\u4e00-\u9fff]{1,12}?(?:局|委员会|委|厅|署|办公室|支队|管委会)(?![\u4e00-\u9fff]?[员])"
)
_GOVERNMENT_EN = re.compile(
    r"(?:[A-Z][\w'’-]*(?:,? (?:and|of|for|the|&) |,? ))*(?:Bureau|Commission|Administration|Committee|Authority|Department|Detachment)\b(?: of(?: [A-Z][\w'’-]*(?: and)?)+)?"
)
_DISTANT = (
    (re.compile(r"不低于|不少于|不小于|不得低于|不得少于"), Comparator.AT_LEAST),
    (re.compile(r"不高于|不超过|不大于|不得超过|不得高于"), Comparator.AT_MOST),
)
_DENIED_YEAR = re.compile(r"(?:没有|no value for )((?:19|20)[0-9]{2})")
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
_CLAUSE = re.compile(r"[^,;。:\n]+")
_NEGATED = re.compile(r"(?:不是|并非|而非|没有|not|isn't|instead of)\s?$")
RIVAL = 0.25  # by how much more of a clause's words another figure's clause must hold for the figures to be mixed up


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the evidence with the words it stands among; `years` are those of the register row, if it is one."""

    amounts: tuple[Decimal, ...]
    base: str
    bound: Comparator
    clause: str
    row: bool = False
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Borne:
    """Everything that may stand in a statement with this evidence; texts are folded."""

    texts: tuple[str, ...]  # the spans and the headings above them
    titles: tuple[str, ...]  # of the documents they are in
    figures: tuple[Figure, ...]

    @classmethod
    def by(cls, statement: Statement, rows: Sequence[Fact], documents: Mapping[str, Document]) -> Borne:
        """What the evidence of `statement` bears; `rows` are the rows of the register that stand in it."""
        texts: list[str] = []
        for one in (*statement.evidence, *statement.rests_on):
            document = documents[one.document_id]
            texts += (document.text[one.start : one.end], *document.section_path(one.start))
        folded = tuple(dict.fromkeys(map(fold, texts)))
        titles = tuple({fold(documents[one.document_id].title) for one in statement.evidence})
        read = [_read(q, text) for text in folded for q in quantities(text)]
        return cls(folded, titles, (*(_of_row(row) for row in rows if row.value is not None), *read))

    def holds(self, text: str) -> bool:
        """Whether the evidence has `text` as it stands."""
        return any(text in one for one in (*self.texts, *self.titles))

    def bears(
        self, amounts: tuple[Decimal, ...], bases: Container[str], bound: Comparator, clause: str, years: set[int]
    ) -> bool:
        """Whether value, unit and bound stand in the evidence, among these words and for one of these years.

        A bound is neither dropped, added nor turned. Register rows decide where they hold the figure; a figure that
        the evidence gives for something else, or for another year, is not borne.
        """
        alike = [f for f in self.figures if f.amounts == amounts and f.base in bases]
        same = [f for f in alike if f.row] or alike
        same = [f for f in same if _same_bound(bound, f.bound)]
        if not same or (years and all(f.row and not (f.years & years) for f in same)):
            return False
        own = max(_shared(clause, f.clause) for f in same)
        rivals = [
            _shared(clause, f.clause)
            for f in self.figures
            if f.base in bases and f not in same and (f.row or f.amounts != amounts)
        ]
        return max(rivals, default=0.0) <= own + RIVAL


def _read(q: Quantity, text: str) -> Figure:
    clause = clause_at(text, q.start)
    return Figure(q.amounts, q.base, bound_of(q.comparator, clause), clause)


def _of_row(fact: Fact) -> Figure:
    factor, base = measure(fact.unit)
    values = fact.value if isinstance(fact.value, tuple) else (fact.value,)
    years = {fact.year, fact.baseline.year if fact.baseline else None} - {None}
    amounts = tuple(value * factor for value in values if value is not None)
    clause = fold(fact.indicator + fact.quote)
    return Figure(amounts, base, fact.comparator, clause, True, frozenset(y for y in years if y))


def clause_at(text: str, position: int) -> str:
    """The stretch between commas that `position` stands in."""
    return next((m[0] for m in _CLAUSE.finditer(text) if m.start() <= position < m.end()), "")


def bound_of(comparator: Comparator, clause: str) -> Comparator:
    """A figure's bound, also where the word for it stands further off: 不低于市级科技研发资金的30%."""
    if comparator is not Comparator.EQUAL:
        return comparator
    return next((bound for pattern, bound in _DISTANT if pattern.search(clause)), comparator)


def _shared(clause: str, other: str) -> float:
    """Which part of a clause's pairs of characters another has; 0 for a clause without any."""
    pairs = {a + b for run in re.findall(r"[\u3400-\u9fff]+", clause) for a, b in pairwise(run)}
    return sum(pair in other for pair in pairs) / len(pairs) if pairs else 0.0


def _same_bound(one: Comparator, other: Comparator) -> bool:
    return one is other or {one, other} <= {Comparator.EQUAL, Comparator.RANGE}


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
    if statement.evidence and borne.holds(text.lstrip("•· ").strip()):
        count = len(quantities(text)) + len(_YEAR.findall(text))
        return Check(count, count)
    own = f"{known.question} {known.names}" if not statement.evidence else ""
    titles = [title[1:-1] for title in _TITLE.findall(text)]
    reasons = [f"《{title}》" for title in titles if not (borne.holds(title) or title in known.names)]
    reasons += _governments(statement.text if language is Language.EN else text, borne, known, language)
    body, wrong = _without_computed(text, statement, borne)
    reasons += wrong
    body = _TITLE.sub(lambda match: " " * len(match[0]), body)
    for title in known.titles:
        body = body.replace(title, " " * len(title))
    named = body
    for name, chinese in known.terms.items():
        if (
            name in body
            and any(char.isdigit() for char in name)
            and (not statement.evidence or any(map(borne.holds, chinese)))
        ):
            body = body.replace(name, " " * len(name))
    body, wrong = _without_days(body, borne)
    reasons += wrong
    years = _YEAR.findall(body)
    denied = {match[1] for match in _DENIED_YEAR.finditer(body) if match[1] in known.question}
    reasons += [year for year in years if not (year in denied or _has_number(year, (*borne.texts, own)))]
    found = _english(body) if language is Language.EN else _chinese(body)
    for start, end, amounts, bases, bound in found:
        before = {int(year) for year in _YEAR.findall(_DENIED_YEAR.sub(" ", body[:start]))}
        clause = _in_chinese(named, start, known.terms) if language is Language.EN else clause_at(body, start)
        if not (borne.bears(amounts, bases, bound, clause, before) or _may_repeat(amounts, body[:start], own, known)):
            reasons.append(body[start:end].strip())
    rest = _YEAR.sub(" ", "".join(" " if any(s <= i < e for s, e, *_ in found) else c for i, c in enumerate(body)))
    reasons += [n for n in _NUMBER.findall(rest) if not _has_number(n, (*borne.texts, own))]
    total = len(found) + len(years)
    return Check(total, max(0, total - len(reasons)), tuple(reasons))


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


def _without_days(body: str, borne: Borne) -> tuple[str, list[str]]:
    """An English statement without its days, and those that the evidence does not name: 17 January 2023."""
    wrong = []
    for match in _DAY.finditer(body):
        if not borne.holds(f"{match[3]}年{_MONTHS.index(match[2]) + 1}月{match[1]}日"):
            wrong.append(match[0])
    return _DAY.sub(lambda match: " " * len(match[0]), body), wrong


def _may_repeat(amounts: tuple[Decimal, ...], before: str, own: str, known: Known) -> bool:
    """A figure of the question may be said again where it is denied (不是25微克) or nothing is claimed."""
    if not (_NEGATED.search(before) or own):
        return False
    asked = {q.amounts for q in quantities(known.question)} | {f.amounts for f in figures(known.question)}
    return amounts in asked or (bool(own) and any(amounts == q.amounts for q in quantities(known.names)))


def _without_computed(text: str, statement: Statement, borne: Borne) -> tuple[str, list[str]]:
    """`text` without the numbers that `computed` accounts for; a difference needs both its operands in the evidence."""
    wrong = []
    amounts = {amount for figure in borne.figures for amount in figure.amounts}
    for one in statement.computed:
        if not isinstance(one, Count) and not all(
            any(_close(o, a) for a in amounts) for o in (one.later, one.earlier)
        ):
            wrong.append(f"{one.later} - {one.earlier}")
        shown = f"({one.later:f} − {one.earlier:f})" if isinstance(one, Difference) else ""
        text = text.replace(shown, " ") if shown else text
        written = f"{one.value:f}"
        match = re.search(rf"(?<![0-9.]){re.escape(written)}(?![0-9.])", text)
        if match:
            text = text[: match.start()] + " " + text[match.end() :]
    return text, wrong


def _close(one: Decimal, amount: Decimal) -> bool:
    """Whether an operand is an amount of the evidence, in its own magnitude or in the base unit."""
    return any(
        one * factor == amount for factor in (Decimal(1), Decimal(10) ** 4, Decimal(10) ** 8, Decimal(10) ** 12)
    )


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
    return name in known.question or any(
        fold(unit) == name and alias in known.question for alias, unit in known.units.items()
    )


def _has_number(number: str, texts: Iterable[str]) -> bool:
    """Whether a text holds the number by itself, not as a part of a longer one."""
    pattern = re.compile(rf"(?<![0-9.]){re.escape(number)}(?![0-9]|\.[0-9])")
    return any(pattern.search(text) for text in texts)
