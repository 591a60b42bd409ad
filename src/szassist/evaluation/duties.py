"""How exactly the register assigns units: actions with their units and projects, and units with their actions, as read by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from szassist.evaluation.register import GoldError, plain
from szassist.register.table import Register


class GoldUnits(BaseModel):
    """The units of each action in the order of the text, and the titles of its projects."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    actions: dict[str, tuple[str, ...]]
    projects: dict[str, tuple[str, ...]]


def load_units(path: Path) -> GoldUnits:
    """The gold file of units; `GoldError` where it is malformed."""
    try:
        return GoldUnits.model_validate_json(path.read_text("utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        raise GoldError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}; correct the file") from error


def unit_faults(gold: GoldUnits, register: Register) -> tuple[str, ...]:
    """Where the register parts from the gold: action by action, project by project, unit by unit; empty where nowhere."""
    return tuple(_faults(gold, register))


def _faults(gold: GoldUnits, register: Register) -> Iterator[str]:
    found = {row.title: tuple(map(plain, row.responsible_units)) for row in register.actions}
    for action in gold.actions.keys() | found.keys():
        wanted = tuple(map(plain, gold.actions.get(action, ())))
        if wanted != found.get(action, ()):
            yield f"{action}: units {'、'.join(found.get(action, ()))}, not {'、'.join(wanted)}"
    for action, titles in gold.projects.items():
        mine = tuple(row.title for row in register.projects if row.action == action)
        if mine != titles:
            yield f"{action}: projects {'、'.join(mine)}, not {'、'.join(titles)}"
    index = {plain(unit.name): {row.title for row in unit.actions} for unit in register.units}
    for unit in {plain(name) for units in gold.actions.values() for name in units} | index.keys():
        due = {action for action, units in gold.actions.items() if unit in map(plain, units)}
        if due != index.get(unit, set()):
            yield f"{unit}: actions {'、'.join(sorted(index.get(unit, set())))}, not {'、'.join(sorted(due))}"
