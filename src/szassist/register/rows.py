"""The rows of one sentence: indicator, comparator, value, unit, year and kind of every figure it commits to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from szassist.register.admit import admits
from szassist.register.clauses import Clause, arrival, clauses
from szassist.register.indicator import (
    around,
    completed,
    composed,
    listed,
    measured,
    noun_phrase,
    subject_of,
    without_times,
)
from szassist.register.lexicon import any_of, words
from szassist.register.years import NO_YEAR, Reading, Year
from szassist.schema import Baseline, Comparator, FactKind, YearBasis
from szassist.text.dates import TimeKind, dates
from szassist.text.quantities import DURATIONS, Quantity, is_change, measure, quantities
from szassist.text.script import fold

_REQUIREMENT = re.compile(rf"(?<![人户亩])(?:{any_of(words('phrases', 'requirement'))})")
_RECURRING = re.compile(r"每(?:年|半年|季度|月|周|两年|三年)")
_GROWING = re.compile(rf"每年[^,;。]{{0,8}}?(?:{any_of(words('phrases', 'growing'))})")
_PAST = re.compile(any_of(words("phrases", "past")))
_COMPARED_WITH_BEFORE = re.compile(r"同比|环比|[比较](?:上年|去年)")
_INTENDED = re.compile(any_of(words("phrases", "intended")))
_STANDING = re.compile(r"原则上|应当|不得|必须|严禁|每年|每半年|每季度|每月|每周")
_INTRODUCING = re.compile(rf"(?:{any_of(words('phrases', 'introducing'))})(?P<what>[^,;。:]{{2,40}})")
# 应当不低于市级科技研发资金的30%: what the share is taken from stands between the bound and the figure.
_APART = re.compile(
    r"(?P<word>不低于|不少于|不小于|不高于|不超过|不大于|超过|不得低于|不得少于|不得超过|不得高于|不得大于|达到|达)(?P<of>[^,;。]{2,30})的$"
    r"|(?P<bare>不低于|不少于|不高于|不超过|不得低于|不得少于|不得超过|不得高于)(?P<amount>[^,;。]{0,16}(?:支出|费用|投资|总额|金额|额|价|成本|标准|规模|收入|资金|面积|总量|投入|部分))$"
    r"|(?P<verb>提高[到至]|增加到|达到|不低于|不高于|为)(?P<per>每[人户亩](?:每[年月天])?)$"
)
_NOUN = re.compile(r"\s?(?![并且並])[\u4e00-\u9fffA-Za-z“]")


@dataclass(frozen=True, slots=True)
class Row:
    """A fact within its sentence; `start`..`end` are offsets into the sentence."""

    kind: FactKind
    indicator: str
    comparator: Comparator
    comparator_word: str
    value: Decimal | tuple[Decimal, Decimal] | None
    unit: str
    year: int | None
    year_basis: YearBasis | None
    baseline: Baseline | None
    start: int
    end: int

    @property
    def recurs(self) -> bool:
        """Whether the row is a frequency, a time limit or a beginning, which no calendar deadline ends."""
        return self.value is None or measure(self.unit)[1] in (*DURATIONS, "次", "场", "場")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence stands in: a chapter on the present or not, and the year it was written."""

    status: bool
    now: int | None
    rules: bool = False  # a regulation: what it states without a year is a requirement


def rows(text: str, reading: Reading, setting: Setting) -> list[Row]:
    """The rows of a sentence in the order of their figures."""
    found: list[Row] = []
    last: Clause | None = None
    read = 0  # up to where the figures have been read
    folded = fold(text)
    if _COMPARED_WITH_BEFORE.search(folded) and reading.inherited is None and not _INTENDED.search(folded):
        setting = replace(setting, status=True)
    for clause in clauses(text, folded):
        gap, read = text[min(read, clause.start) : clause.start], max(read, clause.last.outer_end)
        follows = (
            last is not None
            and bool(found)
            and re.fullmatch(r"[^,;。]*[、和及与與]\s?", text[last.last.end : clause.start])
        )
        if not admits(folded, clause, clause.last, bool(follows)):
            continue
        subject = subject_of(gap, opens=not found)
        new = list(_of_clause(text, clause, reading, setting, found[-1] if found else None, subject))
        found += new
        last = clause if new else last
    return _completed(found) or list(_introduced(text, reading))


def _completed(found: list[Row]) -> list[Row]:
    """Rows with the noun that those after them share: 95%的省级、90%的市级和70%的县级党政机关 are shares of one kind of bodies."""
    for i in range(len(found) - 2, -1, -1):
        named = completed(found[i].indicator, found[i + 1].indicator)
        if named != found[i].indicator:
            found[i] = replace(found[i], indicator=named, end=found[i + 1].end)
    return found


def _of_clause(
    text: str, clause: Clause, reading: Reading, setting: Setting, previous: Row | None, subject: str
) -> Iterator[Row]:
    """The rows of one clause; an indicator left out is the `subject` just named, else that of the row before."""
    after = text[clause.last.outer_end : clause.end]
    inner = bool(_NOUN.match(after)) and not clause.from_to
    phrase, indicators = _indicators(text, clause, inner, previous)
    if subject and not phrase and not inner:
        phrase, indicators, previous = subject, [subject] * len(clause.figures), None
    if not re.search(r"[\u4e00-\u9fffA-Za-z]{2}", indicators[0]):
        return
    carried = previous is not None and not inner and indicators[0] != phrase and len(clause.figures) == 1
    opening = without_times(text[clause.start : clause.first.outer_start]) if inner else phrase
    start = previous.start if previous and carried else _begin(text, clause, opening)
    end = clause.start + len(text[clause.start : clause.end].rstrip()) if inner else clause.last.outer_end
    for number, figure in enumerate(clause.figures):
        year = _year(text, reading, clause, number, previous if carried else None)
        comparator, word = _comparator(text, clause, figure)
        if clause.from_to:
            comparator, word = (
                (comparator if number else Comparator.EQUAL),
                _arrival(text, clause, word) if number else "",
            )
        if inner and fold(word) == "为":  # 为6000名妇女检查: a preposition
            comparator, word = Comparator.EQUAL, ""
        kind = _kind(text[clause.start : end], replace(figure, comparator=comparator), year, setting, clause)
        if clause.from_to and not number:
            kind = FactKind.STATUS
        baseline = _baseline(text, clause, number, reading, previous if carried else None)
        indicator = indicators[number] + _displaced(text, figure, word)
        standing = figure.base in DURATIONS or _STANDING.search(fold(text[clause.start : end]))
        if kind is FactKind.REQUIREMENT and year.basis is YearBasis.INHERITED and standing:
            year = NO_YEAR  # a standing rule does not end with the plan's year
        basis = year.basis if year.year is not None else None
        yield Row(
            kind, indicator, comparator, word, figure.value, figure.unit, year.year, basis, baseline, start, end
        )


def _indicators(text: str, clause: Clause, inner: bool, previous: Row | None) -> tuple[str, list[str]]:
    """The clause's own noun phrase, and the indicator of each of its figures."""
    before, after = text[clause.start : clause.first.outer_start], text[clause.last.outer_end : clause.end]
    share = clause.first.base in ("%", "‰") or _changes(text, clause.first)
    earlier = measured(previous.indicator, share) if previous else ""
    count = len(clause.figures)
    if apart := _APART.search(fold(before)):
        before = before[: apart.start()]
    if inner:
        phrase = around(before, after)
        return phrase, [phrase or earlier] * count
    phrase = noun_phrase(before)
    if clause.first.base == "类":
        phrase = re.sub(r"[达達]到.{0,4}$", "", phrase)
    if count > 1 and not clause.from_to:
        return phrase, [composed(one, earlier) or earlier for one in listed(before, count)]
    return phrase, [composed(phrase, earlier) or earlier] * count


def _year(text: str, reading: Reading, clause: Clause, number: int, carried: Row | None) -> Year:
    """A figure's year; 从 A is that of the period's beginning, and 年均增长 after 从 A 增至 B has that of B."""
    year = reading.year_at(clause.figures[number].start, clause.from_to)
    if clause.from_to and not number:
        near = dates(text[max(0, clause.first.outer_start - 8) : clause.first.outer_start])
        return replace(year, year=year.first_year or (near[-1].year if near else None))
    if year.year is None and year.kind is None and carried and carried.year is not None:
        return replace(year, year=carried.year, basis=YearBasis.INHERITED, kind=TimeKind.PERIOD)
    return year


def _baseline(text: str, clause: Clause, number: int, reading: Reading, carried: Row | None) -> Baseline | None:
    """What a change is measured from: 比2020年, the A of 从 A 增至 B, or that of the change carried on."""
    if clause.from_to:
        first = clause.first.value
        year = _year(text, reading, clause, 0, None).year
        return Baseline(first if isinstance(first, Decimal) else None, clause.first.unit, year) if number else None
    if base := reading.base_at(clause.start, clause.first.start):
        return Baseline(None, "", base)
    again = carried is not None and is_change(carried.comparator_word) and _changes(text, clause.first)
    return carried.baseline if carried and again else None


def _begin(text: str, clause: Clause, phrase: str) -> int:
    """Where the quote starts: at the indicator, else at the clause's first word."""
    first = clause.first.outer_start
    at = text.find(phrase, clause.start, first) if phrase else -1
    if at >= 0 or not text[clause.start : first].strip():
        return at if at >= 0 else first
    times = [t.end for t in dates(text[clause.start : first])]
    piece = text[clause.start + max(times, default=0) : first]
    return first - len(piece.lstrip(" ,，、"))


def _comparator(text: str, clause: Clause, figure: Quantity) -> tuple[Comparator, str]:
    """A figure's comparator; members of a 分别 list share the bound written once (分别控制在…和…以下)."""
    comparator, word = figure.comparator, figure.comparator_word
    before = text[clause.start : clause.first.outer_start]
    if not word and (apart := _APART.search(fold(before))):
        name = next(name for name in ("word", "bare", "verb") if apart[name])
        word = before[apart.start(name) : apart.end(name)]
        comparator = next(q.comparator for q in quantities(f"{word}1%"))
    if len(clause.figures) == 1 or clause.from_to:
        return comparator, word
    closed = text[clause.last.end : clause.last.outer_end].strip()
    own = text[figure.end : figure.outer_end].strip()
    if closed and not own and "分别" in fold(before):
        comparator, word = clause.last.comparator, clause.last.comparator_word
    elif not word:
        comparator, word = clause.first.comparator, clause.first.comparator_word
    return (Comparator.RANGE if isinstance(figure.value, tuple) else comparator), word


def _arrival(text: str, clause: Clause, word: str) -> str:
    """The comparator word of B in 从 A 增至 B; a year may stand between the verb and the figure."""
    between = text[clause.first.outer_end : clause.last.start]
    match = None if word else arrival(fold(between))
    return between[match.start("verb") : match.end("verb")] if match else word


def _changes(text: str, figure: Quantity) -> bool:
    return is_change(text[figure.outer_start : figure.start].strip())


def _displaced(text: str, figure: Quantity, word: str) -> str:
    """下降12%左右: the change word, where another word is the comparator, stays with the indicator."""
    verb = text[figure.outer_start : figure.start].strip()
    return verb if is_change(verb) and word != verb else ""


def _kind(clause_text: str, figure: Quantity, year: Year, setting: Setting, clause: Clause) -> FactKind:
    """Status, target or requirement, by the year's words, the chapter and the clause."""
    folded = fold(clause_text)
    limit = figure.base in DURATIONS and figure.comparator is Comparator.AT_MOST
    if year.kind is TimeKind.AS_OF:
        return FactKind.STATUS
    if clause.from_to and year.kind is not TimeKind.PLAN:
        gone = year.year is not None and (setting.now is None or year.year < setting.now)
        return FactKind.STATUS if setting.status or gone or _past(folded) else FactKind.TARGET
    ahead = year.kind is TimeKind.DEADLINE and (year.year or 0) >= (setting.now or 0)
    if setting.status and not ahead:
        return FactKind.STATUS
    ruled = _RECURRING.sub("", folded) if _GROWING.search(folded) else folded
    if _REQUIREMENT.search(ruled) or limit or year.kind is TimeKind.START:
        return FactKind.REQUIREMENT
    if year.kind in (TimeKind.DEADLINE, TimeKind.PLAN) and not (
        setting.now and year.year and year.year < setting.now and year.kind is TimeKind.PLAN
    ):
        return FactKind.TARGET
    if year.year is not None:
        return FactKind.STATUS if setting.now and year.year < setting.now else FactKind.TARGET
    if _past(folded):
        return FactKind.STATUS
    return FactKind.REQUIREMENT if setting.rules else FactKind.TARGET


def _past(folded: str) -> bool:
    """Whether a clause tells of what has been reached, and not of what is meant to be (力争累计完成)."""
    return bool(_PAST.search(folded)) and not _INTENDED.search(folded)


def _introduced(text: str, reading: Reading) -> Iterator[Row]:
    """2023年开始,…全面实施…: a requirement without figure and deadline; the year is its start."""
    match = _INTRODUCING.search(fold(text))
    if not match or not any(t.kind is TimeKind.START and t.start < match.start() for t in reading.times):
        return
    start = min(t.start for t in reading.times if t.kind is TimeKind.START)
    what = text[match.start("what") : match.end("what")].strip()
    yield Row(FactKind.REQUIREMENT, what, Comparator.EQUAL, "", None, "", None, None, None, start, match.end())
