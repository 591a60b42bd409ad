"""The register of the seed corpus against the rows and units read by hand."""

import json
from pathlib import Path

import pytest

from szassist.evaluation.register import load_gold, plain, score
from szassist.ingest.corpus import read_corpus
from szassist.register.extract import extract
from szassist.register.table import Register
from szassist.schema import Document

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    return read_corpus(ROOT / "corpus").documents


def test_the_seed_register_finds_the_gold_rows_and_no_others(documents: tuple[Document, ...]) -> None:
    facts = [fact for document in documents for fact in extract(document)]
    result = score(load_gold(ROOT / "eval" / "register_gold.jsonl"), facts, documents)
    assert result.recall >= 0.95, result.missed
    assert result.precision >= 0.95, result.surplus
    assert all(share >= 0.98 for _, share in result.accuracy), result.differences


def test_the_units_of_all_actions_and_their_projects_are_exact(documents: tuple[Document, ...]) -> None:
    gold = json.loads((ROOT / "eval" / "units_gold.json").read_text("utf-8"))
    register = Register([fact for document in documents for fact in extract(document)], documents)
    actions = {a: [plain(unit) for unit in units] for a, units in gold["actions"].items()}
    assert {row.title: [plain(unit) for unit in row.responsible_units] for row in register.actions} == actions
    projects: dict[str | None, list[str]] = {}
    for row in register.projects:
        projects.setdefault(row.action, []).append(row.title)
    assert projects == gold["projects"]
    index = {plain(unit.name): {row.title for row in unit.actions} for unit in register.units}
    names = {name for units in actions.values() for name in units}
    assert index == {name: {a for a, units in actions.items() if name in units} for name in names}
    assert len(index) == 28
