"""The trap exam: questions made from the register on which a careless answerer stumbles, as many as asked for."""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from szassist.evaluation.dataset import Case, Expect
from szassist.evaluation.register import plain
from szassist.evaluation.topics import Topic, gap_years, topics
from szassist.register.table import Register
from szassist.schema import Document, Fact
from szassist.text.english import english_name
from szassist.text.quantities import quantities
from szassist.text.script import to_hans, to_hant

SCRIPTS = ("hans", "hant", "en")


@cache
def wordings() -> dict[str, Any]:
    """The tables of `traps.toml`."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Material:
    """What traps are made of."""

    topics: tuple[Topic, ...]
    gaps: tuple[int, ...]  # years the documents do not speak of
    register: Register
    assigned: tuple[str, ...]  # the text, made plain, of each action and project with responsible units
    documents: Mapping[str, Document]

    @classmethod
    def of(cls, register: Register, documents: Mapping[str, Document]) -> Material:
        """The topics of a register and what its documents leave out."""
        rows = [row for row in register.assignments if row.responsible_units]
        assigned = tuple(plain(documents[row.document_id].text[row.start : row.end]) for row in rows)
        return cls(
            tuple(topics(register)), gap_years(tuple(documents.values()), register), register, assigned, documents
        )


@dataclass(frozen=True, slots=True)
class Trap:
    """A question before it is put into words: which wordings, with what filled in, and what is right."""

    kind: str
    wording: str  # key of the wordings of the question
    slots: dict[str, str]
    expect: Expect
    must: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    units: tuple[str, ...] | None = None
    facts: tuple[Fact, ...] = ()  # whose quotes are the evidence
    evidence: tuple[str, ...] = ()  # where it is no row's
    before: tuple[tuple[str, dict[str, str]], ...] = ()  # earlier turns: wordings and what is filled in
    note: str = ""


def in_words(trap: Trap, script: str) -> Iterator[Case]:
    """The trap in every wording of a script; none where a name has no English."""
    texts = wordings()[script]
    slots = _spoken(trap.slots, script)
    earlier = [(texts.get(key, ()), _spoken(filled, script)) for key, filled in trap.before]
    if slots is None or any(filled is None or not choices for choices, filled in earlier):
        return
    for number, text in enumerate(texts.get(trap.wording, ())):
        history = tuple(
            choices[number % len(choices)].format(**filled) for choices, filled in earlier if filled is not None
        )
        question = text.format(**slots)
        digest = sha256("\n".join((*history, question)).encode()).hexdigest()[:8]
        yield Case(
            id=f"{trap.kind}-{digest}",
            category=f"trap-{trap.kind}",
            style="terse" if "？" not in question and "?" not in question else "formal",
            script=script,
            history=history,
            question=question,
            expect=trap.expect,
            must=_musts(trap.must, script),
            must_not=trap.must_not if script != "en" else (),
            units=trap.units,
            evidence=trap.evidence or tuple(dict.fromkeys(fact.quote for fact in trap.facts)),
            note=trap.note,
        )


def _spoken(slots: dict[str, str], script: str) -> dict[str, str] | None:
    """What is filled in, in the script of the question; None where English has no name for it."""
    if script != "en":
        convert = to_hans if script == "hans" else to_hant
        return {name: convert(text) for name, text in slots.items()}
    names = {name: text if text.isascii() else english_name(text) for name, text in slots.items()}
    return {name: text for name, text in names.items() if text} if all(names.values()) else None


def _musts(must: tuple[tuple[str, ...], ...], script: str) -> tuple[tuple[str, ...], ...]:
    """What must be shown; in English the number alone, in any of the ways of writing a large one."""
    if script != "en":
        return must
    return tuple(tuple(dict.fromkeys(form for word in group for form in english_forms(word))) for group in must)


def english_forms(word: str) -> Iterator[str]:
    """The number of a figure as English may write it: 100萬輛 is 100, 1,000,000 or 1 million; other words stay."""
    figures = quantities(word)
    if not figures:
        yield word
    for figure in figures[:1]:
        if isinstance(figure.value, tuple):
            low, high = figure.value
            sign = "%" if figure.base == "%" else ""
            yield from (
                f"{low}{a}{dash}{high}{sign}" for a in dict.fromkeys(("", sign)) for dash in ("-", "–", " to ")
            )
            return
        yield "".join(char for char in word if char.isascii() and (char.isdigit() or char in ".,%-"))
        for amount in figure.amounts[:1] if figure.magnitude != 1 else ():
            yield f"{amount.normalize():,f}"
            for name, size in _LARGE.items():
                if amount >= size:
                    yield f"{(amount / size).normalize():f} {name}"


_LARGE = {"million": Decimal(10**6), "billion": Decimal(10**9), "trillion": Decimal(10**12)}


Maker = Callable[[Material], Iterator[Trap]]


def exam(material: Material, makers: dict[str, Maker], count: int, seed: int) -> list[Case]:
    """At most `count` different questions, as evenly over the kinds, and within each over its topics, as there are."""
    chooser = random.Random(seed)
    stock = {kind: _stock(maker(material), chooser) for kind, maker in makers.items()}
    chosen: list[Case] = []
    seen: set[tuple[str, ...]] = set()
    while len(chosen) < count and any(stock.values()):
        for cases in stock.values():
            case = _next(cases, seen)
            if case is not None and len(chosen) < count:
                chosen.append(case)
    return sorted(chosen, key=lambda case: (case.category, case.id))


def _stock(traps: Iterator[Trap], chooser: random.Random) -> list[Case]:
    """All questions of a kind in an order in which topics, wordings and scripts take turns; the next one stands last."""
    by_topic: defaultdict[tuple[str, str, str], list[Case]] = defaultdict(list)
    for trap in traps:
        for script in SCRIPTS:
            by_topic[_about(trap), trap.wording, script].extend(in_words(trap, script))
    queues = list(by_topic.values())
    for queue in queues:
        chooser.shuffle(queue)
    chooser.shuffle(queues)
    rounds = max(map(len, queues), default=0)
    ordered = [queue[turn] for turn in range(rounds) for queue in queues if turn < len(queue)]
    return ordered[::-1]


def _about(trap: Trap) -> str:
    """The indicator or action that a trap is about, of a follow-up the one asked about before."""
    slots = trap.before[0][1] if trap.before else trap.slots
    return slots.get("topic") or slots.get("action", "")


def _next(cases: list[Case], seen: set[tuple[str, ...]]) -> Case | None:
    """The next question of a kind that no kind has asked yet."""
    while cases:
        case = cases.pop()
        asked = (*case.history, case.question)
        if asked not in seen:
            seen.add(asked)
            return case
    return None
