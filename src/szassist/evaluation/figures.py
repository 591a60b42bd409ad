"""Figures of answers: read again, compared with those expected, and looked for in the passages cited."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from szassist.text.dates import TimeExpression, dates
from szassist.text.quantities import Quantity, quantities
from szassist.text.script import to_hans

REMEMBERED = 4096  # passages that many answers cite
_MARK = re.compile(r"\[\d{1,3}\]")
_ENGLISH = re.compile(
    r"(?<![A-Za-z\d_.])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[\s-]?(?P<scale>thousand|million|billion|trillion)\b)?"
    r"(?P<rank>st|nd|rd|th)?",
    re.IGNORECASE,
)
_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# What an answer counts in the documents is its own: 12个单位, 11 indicators.
_TALLY = re.compile(
    r"\d+\s?(?:个|项|份|处|条)(?:责任)?(?:单位|工程|项目|指标|行动|文件|任务|区|内容|表述|条目)|共\d+\s?(?:个|项|份|处|条)"
    r"|\b\d+ (?:more |other )?(?:units?|actions?|projects?|indicators?|documents?|tasks?|statements?|in all)\b|\bper (?:1|10|100)(?:,?000| million| billion)\b"
    r"|表\s?\d+|[①-⑳]|(?:还有|另有|其余)\d+(?:个|项|份|处|条)"
    r"|\((?:Revised )?\d{4}(?:[–-]\d{4})?\)|^\d{1,2}\. ",
    re.IGNORECASE | re.MULTILINE,
)
_WORKING = re.compile(r"[(（]\d+(?:\.\d+)?(?:(?: − \d+(?:\.\d+)?)+|(?: \+ \d+(?:\.\d+)?)+)[)）]")
_NAMES = re.compile(r"PM\s?(?:2\.5|10)|《[^《》\n]*》|“[^”\n]{1,90}”|\b20\+8\b|\b(?:SDG|Goal)s?\s\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigureMatch:
    """How an expected figure fares in an answer, each 0 or 1; None where the question leaves it open."""

    value: float
    unit: float | None
    bound: float | None
    year: float | None

    @property
    def exact(self) -> float:
        """1 only where everything that is expected is right."""
        return float(all(part in (1.0, None) for part in (self.value, self.unit, self.bound, self.year)))


def without_marks(text: str) -> str:
    """`text` without its citation marks."""
    return _MARK.sub("", text)


def match_figures(
    must: Sequence[Sequence[str]], evidence: Sequence[str], question: str, text: str, english: bool
) -> list[FigureMatch]:
    """One match for each group of `must` that holds a figure, against the answer's `text`.

    The bound expected is the evidence's for the same figure; the year is that of the question if it names just one,
    and is right where a line of the answer holds it together with the value.
    """
    lines = without_marks(text).splitlines()
    asked = _years(question)
    match = _match_english if english else _match
    matches = []
    for group in must:
        expected = [q for word in group for q in quantities(word)]
        if expected and any(re.search(r"\d", word) for word in group):
            matches.append(match(expected, lines, evidence, asked if len(asked) == 1 else set()))
    return matches


def _match(
    expected: Sequence[Quantity], lines: Sequence[str], evidence: Sequence[str], asked: set[int]
) -> FigureMatch:
    valued = [
        (e, s, line)
        for line in lines
        for s in quantities(line)
        for e in expected
        if e.value == s.value or e.amounts == s.amounts
    ]
    same = [(s, line) for e, s, line in valued if _same_unit(e, s)]
    bounds = {q.comparator for snippet in evidence for q in quantities(snippet) if _is_one_of(q, expected)}
    bound = float(any(s.comparator in bounds for s, _ in same)) if bounds else None
    year = float(any(asked <= _years(line) for *_, line in valued)) if asked else None
    return FigureMatch(float(bool(valued)), float(bool(same)), bound, year)


def _match_english(
    expected: Sequence[Quantity], lines: Sequence[str], evidence: Sequence[str], asked: set[int]
) -> FigureMatch:
    """Value and year alone: units and bounds are translated."""
    valued = [line for line in lines if any(_english_meets(q, set(english_amounts(line))) for q in expected)]
    year = float(any(asked <= _years(line) for line in valued)) if asked else None
    return FigureMatch(float(bool(valued)), None, None, year)


def _years(text: str) -> set[int]:
    """The years a text names, in figures, whatever follows."""
    return {int(year) for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)}


def _same_unit(expected: Quantity, shown: Quantity) -> bool:
    """Whether the unit is the expected one, which may be given in part: 微克 for 微克/立方米."""
    return shown.base.startswith(expected.base) and expected.amounts == shown.amounts


def _is_one_of(figure: Quantity, expected: Iterable[Quantity]) -> bool:
    return any(_same_unit(e, figure) for e in expected)


def unsupported(text: str, borne: Sequence[str], said: Sequence[str], english: bool) -> tuple[list[str], int]:
    """The figures and years of `text` that nothing in `borne` holds, and how many figures and years it has in all.

    `borne` is what the citations show. What the reader said may be repeated; a count of what the documents list is
    borne, and so is a sum or difference whose working stands beside it, with figures that are borne: 96万平方米 (376 − 280).
    """
    shown = _TALLY.sub("", _NAMES.sub("", to_hans(without_marks(text))))
    known = [q for words in borne for q in _figures_of(words)]
    repeated = [q for words in said for q in _figures_of(words)]
    years = {str(y) for words in (*borne, *said) for t in _times_of(words) for y in (t.year, t.first_year) if y}
    years |= {year for words in said for year in re.findall(r"(?:19|20)\d\d", words)}  # CCER成交额 2027
    if english:
        amounts = {amount for q in (*known, *repeated) for reading in _readings(q) for amount in reading}
        amounts |= {Decimal(t.day) for words in borne for t in _times_of(words) if t.day}
        amounts |= {Decimal(year) for year in years} | {value for words in said for value in _bare(words)}
        figures = list(english_amounts(shown))
        amounts |= {result for result, *numbers in _workings(shown) if amounts.issuperset(numbers)}
        return [str(f) for f in figures if f not in amounts], len(figures)
    figures_shown = quantities(shown)
    told = [str(time.year) for time in dates(shown) if time.year]
    results = _results(shown, known)
    wrong = [shown[q.start : q.end] for q in figures_shown if not _borne(q, known, repeated, results)]
    wrong += [year for year in told if year not in years]
    return wrong, len(figures_shown) + len(told)


@lru_cache(REMEMBERED)
def _figures_of(words: str) -> tuple[Quantity, ...]:
    return tuple(quantities(words))


@lru_cache(REMEMBERED)
def _times_of(words: str) -> tuple[TimeExpression, ...]:
    return tuple(dates(words))


def _borne(
    figure: Quantity, known: Sequence[Quantity], repeated: Sequence[Quantity], results: Sequence[tuple[Decimal, str]]
) -> bool:
    for other in (*known, *repeated):
        if other.amounts == figure.amounts and other.base == figure.base:
            return True
        if not figure.unit and other.value == figure.value:  # an operand: 436 − 376
            return True
    return (figure.value, figure.base) in results


def _results(text: str, known: Sequence[Quantity]) -> list[tuple[Decimal, str]]:
    """The sums and differences worked out in `text` of figures that are known in one unit, with that unit."""
    found = []
    for result, *numbers in _workings(text):
        units = [{q.base for q in known if q.value == number} for number in numbers]
        found += [(result, base) for base in set.intersection(*units)]
    points = [(result, "个百分点") for result, base in found if base == "%"]  # percentages differ by points
    return [*found, *points]


def _workings(text: str) -> Iterator[tuple[Decimal, ...]]:
    """The results of the sums and differences that a text shows, each with the figures it is worked out from."""
    for match in _WORKING.finditer(text):
        first, *others = (Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", match[0]))
        yield first + sum(others) if "+" in match[0] else first - sum(others), first, *others


def english_amounts(text: str) -> Iterator[Decimal]:
    """The numbers of an English text with their scale words: 1 million is 1000000."""
    for match in _ENGLISH.finditer(text):
        yield Decimal(match["number"].replace(",", "")) * _SCALE.get((match["scale"] or "").lower(), 1)


def _english_meets(figure: Quantity, values: set[Decimal]) -> bool:
    return any(set(reading) <= values for reading in _readings(figure))


def _readings(figure: Quantity) -> tuple[tuple[Decimal, ...], ...]:
    """The value as written and in base units."""
    written = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return written, figure.amounts


def _bare(text: str) -> Iterator[Decimal]:
    yield from (Decimal(number) for number in re.findall(r"\d+(?:\.\d+)?", text.replace(",", "")))
