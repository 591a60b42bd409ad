"""The listed register: facts, actions and projects as lines of one form."""

from collections.abc import Callable

from szassist.register.entries import EntryKind
from szassist.register.extract import extract
from szassist.register.table import Register
from szassist.schema import Document, SectionKind, jsonable

Paper = Callable[..., Document]
PartOf = Callable[..., object]


def register_of(paper: Paper, part: PartOf) -> Register:
    document = paper(
        part(1, SectionKind.SUBSECTION, "（一）", "节水行动", "改善供水。"),
        part(2, SectionKind.ITEM, "1.", "管网工程", "到2025年，漏损率控制在7%以内。"),
        part(2, SectionKind.ITEM, "2.", "再生水工程", "建设水厂。"),
        part(2, SectionKind.CLOSING, "", "", "〔牵头单位：市水务局；配合单位：市财政局〕"),
    )
    return Register(extract(document), [document])


def test_an_action_stands_before_its_projects_and_they_before_their_facts(paper: Paper, part: PartOf) -> None:
    entries = register_of(paper, part).entries()
    assert [(e.kind.value, e.indicator) for e in entries] == [
        ("action", "节水行动"),
        ("project", "管网工程"),
        ("target", "漏损率"),
        ("project", "再生水工程"),
    ]
    assert len({e.id for e in entries}) == 4


def test_every_line_is_a_slice_of_the_document_and_carries_the_roles(paper: Paper, part: PartOf) -> None:
    register = register_of(paper, part)
    (document,) = {e.document_id for e in register.entries()}
    assert document == "doc"
    for entry in register.entries():
        assert entry.lead_units == ("市水务局",)
        assert entry.support_units == ("市财政局",)
    action, project, *_ = register.entries()
    assert action.quote == "（一）节水行动。改善供水。"
    assert project.quote == "1.管网工程。到2025年，漏损率控制在7%以内。"


def test_a_fact_keeps_all_its_fields(paper: Paper, part: PartOf) -> None:
    register = register_of(paper, part)
    (entry,) = register.entries(kind=EntryKind.TARGET)
    fact = jsonable(register[0])
    assert {name: jsonable(entry)[name] for name in fact} == fact


def test_entries_are_found_by_any_name_of_a_unit_and_by_year(paper: Paper, part: PartOf) -> None:
    register = register_of(paper, part)
    assert len(register.entries(unit="水利局")) == 4
    assert register.entries(unit="市教育局") == ()
    assert [e.kind for e in register.entries(year=2025)] == [EntryKind.TARGET]


def test_a_unit_is_named_by_alias_or_english_name_or_not_at_all(paper: Paper, part: PartOf) -> None:
    register = register_of(paper, part)
    assert register.unit_named("深圳市水务局") == "市水务局"
    assert register.unit_named("财政委") == "市财政局"
    assert register.unit_named("市教育局") is None
    assert "市水务局" in register.near_units("市水务处")


def test_the_series_of_a_fact_holds_it(paper: Paper, part: PartOf) -> None:
    register = register_of(paper, part)
    assert register.series_of(register[0]) == (register[0],)
    assert register.all_series() == (register.series_of(register[0]),)
