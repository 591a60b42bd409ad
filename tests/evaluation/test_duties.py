"""Units of actions against those read by hand."""

from pathlib import Path

import pytest

from szassist.evaluation.duties import GoldUnits, load_units, unit_faults
from szassist.evaluation.register import GoldError
from szassist.register.table import Register
from szassist.schema import Document, Section, SectionKind

TEXT = "（一）节水行动。\n1.管网工程。改造管网。\n2.再生水工程。建设水厂。\n〔责任单位：市水务局、市财政局〕\n"
STARTS = [0, TEXT.index("1."), TEXT.index("2."), TEXT.index("〔"), len(TEXT)]
DOCUMENT = Document(
    "plan", "规划", None, None, None, "f", None, TEXT,
    (
        Section(0, None, SectionKind.ROOT, "", "规划", 0, 0, len(TEXT)),
        Section(1, 0, SectionKind.SUBSECTION, "（一）", "节水行动。", 0, STARTS[1], len(TEXT)),
        Section(2, 1, SectionKind.ITEM, "1.", "管网工程。", STARTS[1], STARTS[2], STARTS[2]),
        Section(3, 1, SectionKind.ITEM, "2.", "再生水工程。", STARTS[2], STARTS[3], STARTS[3]),
        Section(4, 1, SectionKind.CLOSING, "", "", STARTS[3], STARTS[4], STARTS[4]),
    ),
)  # fmt: skip
REGISTER = Register((), [DOCUMENT])
RIGHT = GoldUnits(actions={"节水行动": ("市水务局", "市财政局")}, projects={"节水行动": ("管网工程", "再生水工程")})


def test_the_register_as_read_by_hand_has_no_fault() -> None:
    assert unit_faults(RIGHT, REGISTER) == ()


def test_a_unit_too_many_is_a_fault_of_the_action_and_of_the_unit() -> None:
    gold = RIGHT.model_copy(update={"actions": {"节水行动": ("市水务局",)}})
    assert unit_faults(gold, REGISTER) == (
        "节水行动: units 市水务局、市财政局, not 市水务局",
        "市财政局: actions 节水行动, not ",
    )


def test_a_missing_project_is_a_fault() -> None:
    gold = RIGHT.model_copy(update={"projects": {"节水行动": ("管网工程", "再生水工程", "节水工程")}})
    assert unit_faults(gold, REGISTER) == (
        "节水行动: projects 管网工程、再生水工程, not 管网工程、再生水工程、节水工程",
    )


def test_a_malformed_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "units.json"
    path.write_text('{"actions": {}}', "utf-8")
    with pytest.raises(GoldError, match=r"units\.json: projects"):
        load_units(path)
