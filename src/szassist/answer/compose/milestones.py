"""By when something is reached that a document gives no figure of: 确保2030年前实现碳达峰, 到2025年散煤基本清零."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from szassist.answer.ground.draft import Draft, Evidence, Statement
from szassist.answer.ground.material import Material
from szassist.query import Intent, Query
from szassist.schema import Document, Status
from szassist.text.dates import TimeKind, dates
from szassist.text.quantities import quantities
from szassist.text.script import fold, for_reader

TELLING = 0.25  # weight of a word that the clause must hold
AROUND = 12  # characters of a clause, beside its time and what it is asked by, up to which it is of that thing and of no other
_AHEAD = (TimeKind.DEADLINE, TimeKind.POINT, TimeKind.PLAN)
_CLAUSE = re.compile(r"[^,;:。\n]+")
_REACHED = re.compile(
    r"实现|达到|达峰|完成|建成|建立|形成|清零|零填埋|消除|淘汰|退出|关停|取消|停用|禁止|覆盖|替代|投用|投产|通车|开通|接轨"
)
_DEGREES = ("率先", "基本", "全面", "全部", "初步")  # what is first reached in the main is wholly reached later
_EMPTY = re.compile(
    r"确保|力争|争取|努力|顺利|如期|基本|全面|率先|全部|的?目标|我[市省国]|本[市省]|全[市省国]|目标要求|聚焦|按照|提出|《[^》]*》|[(（〔][^)）〕]*[)）〕]|[“”\"'的在]"
)


@dataclass(frozen=True, slots=True)
class _Milestone:
    """A clause that says that something is reached, with the time that it is reached by."""

    document: Document
    clause: tuple[int, int]
    time: tuple[int, int]
    beside: int  # characters that say something else


def of_milestone(query: Query, material: Material) -> Draft | None:
    """The clause that says by when what is asked for is reached, with its year; None where each speaks of more."""
    told = [term for term in query.terms if term.weight >= TELLING and term.word not in query.places]
    if query.intent is not Intent.WHEN or query.asserted or query.years or not told:
        return None
    documents = [one for one in material.documents.values() if not query.documents or one.id in query.documents]
    words = [(term.word, *term.means) for term in told]
    words += [(degree,) for degree in _DEGREES if degree in fold(query.question)]
    found = [one for document in documents for one in _found(document, material, words)]
    if not found:
        return None
    best = min(found, key=lambda one: one.beside)
    text = best.document.text
    (start, end), (first, last) = best.clause, best.time
    evidence = (Evidence(best.document.id, min(start, first), end),)
    dated = "" if first >= start else f"{text[first:last].strip()}，"
    what = for_reader(f"{dated}{text[start:end].strip()}。", query.language)
    return Draft(Status.ANSWERED, (Statement(what, evidence),))


def _found(document: Document, material: Material, words: list[tuple[str, ...]]) -> Iterator[_Milestone]:
    folded = material.inventory.folded[document.id]
    first = words[0]
    for at in {match.start() for word in first for match in re.finditer(re.escape(word), folded)}:
        start, end = _clause_at(folded, at)
        clause = folded[start:end]
        said = [next((word for word in some if word in clause), "") for some in words]
        if not all(said) or not _is_reached(clause, said) or any(not one.ordinal for one in quantities(clause)):
            continue
        opens = max(folded.rfind("\n", 0, start), folded.rfind("。", 0, start)) + 1
        times = [time for time in dates(folded[opens:end]) if time.year and time.kind in _AHEAD]
        if not times:
            continue
        time = (opens + times[-1].start, opens + times[-1].end)
        rest = clause if time[0] < start else clause.replace(folded[slice(*time)], "")
        for word in said:
            rest = rest.replace(word, "")
        beside = len(_REACHED.sub("", _EMPTY.sub("", rest)).strip())
        if beside <= AROUND and _names_all(clause, said):
            yield _Milestone(document, (start, end), time, beside)


def _is_reached(clause: str, said: list[str]) -> bool:
    """Whether a clause tells that something is reached, be it by the words for what is asked (碳排放量达到峰值)."""
    rest = clause
    for word in said:
        rest = rest.replace(word, "。")
    return bool(_REACHED.search(rest)) or any("达到" in word for word in said)


def _names_all(clause: str, said: list[str]) -> bool:
    """Whether what is asked for is the thing that is reached, and no part of a longer name: not 碳达峰试点城市."""
    named = [word for word in said if word not in _DEGREES]
    if not named:
        return False
    last = max(clause.rfind(word) + len(word) for word in named)
    after = _EMPTY.sub("", clause[last:]).strip()
    return not after or _REACHED.match(after) is not None


def _clause_at(folded: str, at: int) -> tuple[int, int]:
    """The clause around a place."""
    start = max(folded.rfind(mark, 0, at) for mark in ",;:。\n") + 1
    match = _CLAUSE.match(folded, start)
    return (start, match.end()) if match else (start, at)
