"""One measurement from end to end: the sets read and checked, the questions answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from szassist.assistant import Assistant
from szassist.evaluation.answering import Progress, answer_all
from szassist.evaluation.dataset import Case, checked, read_rows
from szassist.evaluation.run import Run, now
from szassist.evaluation.systems import System
from szassist.evaluation.trap_kinds import KINDS
from szassist.evaluation.traps import Material, exam
from szassist.settings import Settings
from szassist.text.english import english_name, speaking


def read_cases(paths: Sequence[Path], assistant: Assistant) -> list[Case]:
    """The cases of some files, checked against the assistant's documents."""
    return checked(read_rows(paths), tuple(assistant.documents.values()), assistant.register.unit_names)


def trap_cases(count: int, seed: int, assistant: Assistant) -> list[Case]:
    """At most `count` questions made from the assistant's register; the same seed gives the same ones."""
    with speaking(assistant.terms):
        return exam(Material.of(assistant.register, assistant.documents), KINDS, count, seed)


def make_run(
    cases: Sequence[Case],
    assistant: Assistant,
    systems: Mapping[str, System],
    settings: Settings,
    corpus: Mapping[str, str],
    progress: Progress | None = None,
) -> Run:
    """Every case asked of every system, kept with the configuration; `corpus` holds the digests of its files."""
    from szassist import __version__

    return Run(
        version=__version__,
        made=now(),
        settings=_kept(settings),
        corpus=corpus,
        units=_units(assistant),
        systems=tuple(systems),
        cases=tuple(cases),
        replies=answer_all(cases, systems, progress),
    )


def _units(assistant: Assistant) -> dict[str, str]:
    """Every responsible unit with its English name, empty where it has none."""
    with speaking(assistant.terms):
        return {unit.name: english_name(unit.name) or "" for unit in assistant.register.units}


def _kept(settings: Settings) -> dict[str, str]:
    """Every setting as text, without those that are secret."""
    return {name: str(value) for name, value in settings.model_dump().items()}
