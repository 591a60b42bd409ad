"""Which year a figure belongs to: the one its sentence states, or one that governs it from before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from szassist.register.lexicon import any_of, words
from szassist.schema import Document, Section, SectionKind, YearBasis
from szassist.text.dates import TimeExpression, TimeKind, dates
from szassist.text.script import fold

_GOAL = re.compile(any_of(words("phrases", "goal_titles")))
_STATUS = re.compile(any_of(words("phrases", "status_titles")))
_AHEAD = (TimeKind.DEADLINE, TimeKind.PLAN, TimeKind.POINT, TimeKind.PERIOD)


@dataclass(frozen=True, slots=True)
class Year:
    """The year of one figure, where it comes from, and the words that give it."""

    year: int | None
    basis: YearBasis | None
    kind: TimeKind | None
    first_year: int | None = None


NO_YEAR = Year(None, None, None)


@dataclass(slots=True)
class Timeline:
    """Reads a document's sentences in order and remembers which deadline governs what follows.

    到2025年 governs the sentences after it until another time expression or the end of its section; at the head of a
    section, or in one on goals, also the sections below. A past year governs its own sentence only.
    """

    document: Document
    now: int | None
    _governing: dict[int, tuple[TimeExpression | None, bool]] = field(default_factory=dict)
    _headings: dict[int, TimeExpression | None] = field(default_factory=dict)
    _period: tuple[int, TimeExpression] | None = None
    _past: dict[int, bool] = field(default_factory=dict)
    _sentence: int = 0
    _read: Counter[int] = field(default_factory=Counter)  # sentences of each section, its heading being the first

    def enter(self, section: Section, times: list[TimeExpression], row: bool = False) -> Reading:
        """Take in one sentence; the result answers for the figures in it. A table `row` owes no year to the row above."""
        if row:
            self._governing.pop(section.index, None)
        self._sentence += 1
        self._read[section.index] += 1
        period = self._period[1] if self._period and self._period[0] == self._sentence - 1 else None
        stated = [t for t in times if t.kind not in (TimeKind.BASE, TimeKind.TERM)]
        inherited = self._told(section) if self.tells_status(section) else self._inherited(section)
        reading = Reading(times, stated, inherited, period)
        self._remember(section, times)
        return reading

    def _inherited(self, section: Section) -> TimeExpression | None:
        node: Section | None = section
        while node is not None:
            if node.index in self._governing:
                time, below = self._governing[node.index]
                if node is section or below:
                    return time
            if (heading := self._heading(node)) is not None:
                return heading
            node = None if node.parent is None else self.document.sections[node.parent]
        return None

    def _told(self, section: Section) -> TimeExpression | None:
        """The past year that a heading above names for all below it: 2023年工作回顾."""
        for above in reversed(self.document.ancestors(section)):
            found = [t for t in dates(above.title) if t.year and t.kind is TimeKind.POINT]
            if len(found) == 1 and not self._is_ahead(found[0]):
                return found[0]
        return None

    def _on_goals(self, section: Section) -> bool:
        return _GOAL.search(fold(section.title)) is not None

    def tells_status(self, section: Section) -> bool:
        """Whether a section says what is, not what is to be: by its headings, else by the years in its text."""
        for above in reversed(self.document.ancestors(section)):
            if above.kind is SectionKind.PARAGRAPH:
                continue
            title = fold(above.title)
            if _GOAL.search(title):
                return False
            if _STATUS.search(title):
                return True
        return self._looks_back(section)

    def _looks_back(self, section: Section) -> bool:
        """Whether the nearest text that names years, from `section` upwards, names past ones only."""
        if self.now is None or section.kind is SectionKind.ROOT:
            return False
        if section.index not in self._past:
            own = self.document.text[section.start : section.own_end]
            years = [t.year for t in dates(own) if t.year and t.kind not in (TimeKind.BASE, TimeKind.START)]
            above = None if section.parent is None else self.document.sections[section.parent]
            self._past[section.index] = (
                max(years) < self.now if years else above is not None and self._looks_back(above)
            )
        return self._past[section.index]

    def _heading(self, section: Section) -> TimeExpression | None:
        if section.index not in self._headings:
            found = [] if section.kind is SectionKind.ROOT else dates(section.title)
            ahead = [t for t in found if t.year and t.kind in _AHEAD and self._is_ahead(t)]
            alone = len(ahead) == 1 and not self.tells_status(section)
            self._headings[section.index] = ahead[0] if alone else None
        return self._headings[section.index]

    def _remember(self, section: Section, times: list[TimeExpression]) -> None:
        for time in times:
            if time.kind in (TimeKind.BASE, TimeKind.START, TimeKind.TERM) or time.day is not None:
                continue
            if time.kind is TimeKind.PERIOD and time.first_year is not None:
                self._period = (self._sentence, time)
            governs = time.kind in (TimeKind.DEADLINE, TimeKind.PLAN, TimeKind.POINT) and self._is_ahead(time)
            opening = self._read[section.index] <= 2 and time.kind is TimeKind.DEADLINE
            below = governs and section.kind is not SectionKind.ROOT and (opening or self._on_goals(section))
            self._governing[section.index] = (time if governs else None, below)

    def _is_ahead(self, time: TimeExpression) -> bool:
        """到2020年 announces a goal in whatever year it is read; a bare year only where it is not over yet."""
        if time.kind is TimeKind.DEADLINE:
            return True
        return self.now is not None and time.year is not None and time.year >= self.now


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence's time expressions and what governs it from before."""

    times: list[TimeExpression]
    stated: list[TimeExpression]  # those that can be a figure's own year
    inherited: TimeExpression | None
    period: TimeExpression | None

    def year_at(self, position: int, from_to: bool = False) -> Year:
        """The year of a figure at `position`: the last one stated before it, else the governing one."""
        before = bisect_left(self.stated, position, key=lambda t: t.start)
        if before:
            time = self.stated[before - 1]
            if time.kind in (TimeKind.START, TimeKind.VAGUE):
                return Year(None, None, time.kind)
            return Year(time.year, YearBasis.STATED, time.kind, time.first_year)
        if from_to and self.period:
            return Year(self.period.year, YearBasis.INHERITED, self.period.kind, self.period.first_year)
        if self.inherited and self.inherited.year:
            return Year(self.inherited.year, YearBasis.INHERITED, self.inherited.kind, self.inherited.first_year)
        return NO_YEAR

    def base_at(self, start: int, end: int) -> int | None:
        """The year a change in `start`..`end` is measured from (比2020年)."""
        low = bisect_left(self.times, start, key=lambda t: t.start)
        high = bisect_left(self.times, end, key=lambda t: t.start)
        return next((t.year for t in self.times[low:high] if t.kind is TimeKind.BASE), None)
