"""Who is named as responsible, in which role, and for what."""

from collections.abc import Callable

import pytest

from szassist.register.duties import assignments
from szassist.register.extract import extract
from szassist.register.names import same_unit
from szassist.register.unit_names import Role, read_units, split_names
from szassist.register.units import namings
from szassist.schema import Document, SectionKind, UnitsScope

Paper = Callable[..., Document]
PartOf = Callable[..., object]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市水務局、前海管理局、各區(新區,深汕特別合作區)", ("市水務局", "前海管理局", "各區(新區,深汕特別合作區)")),
        ("省发展改革委、省能源局等", ("省发展改革委", "省能源局")),
        (
            "省碳达峰领导小组办公室，有关市、县〔区〕人民政府等",
            ("省碳达峰领导小组办公室", "有关市、县〔区〕人民政府"),
        ),
        ("市规划和自然资源局、市工业和信息化局", ("市规划和自然资源局", "市工业和信息化局")),
        ("省级有关部门，各市、县、区政府", ("省级有关部门", "各市、县、区政府")),
    ],
)
def test_names_are_kept_whole(text: str, names: tuple[str, ...]) -> None:
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("責任單位:甲局、乙局", [("甲局", Role.RESPONSIBLE), ("乙局", Role.RESPONSIBLE)]),
        ("责任单位：甲厅，配合单位：乙厅、丙局等", [("甲厅", Role.RESPONSIBLE), ("乙厅", Role.SUPPORT), ("丙局", Role.SUPPORT)]),
        ("牵头单位：甲委；责任单位：乙局", [("甲委", Role.LEAD), ("乙局", Role.RESPONSIBLE)]),
        ("甲委牵头，乙局、丙局配合", [("甲委", Role.LEAD), ("乙局", Role.SUPPORT), ("丙局", Role.SUPPORT)]),
        ("甲委、乙局等按职责分工负责", [("甲委", Role.RESPONSIBLE), ("乙局", Role.RESPONSIBLE)]),
        ("甲办牵头，各市、各部门按职责分工负责", [("甲办", Role.LEAD), ("各市", Role.RESPONSIBLE), ("各部门", Role.RESPONSIBLE)]),
        ("责任单位：甲厅，各市人民政府负责落实。以下均需落实", [("甲厅", Role.RESPONSIBLE), ("各市人民政府", Role.RESPONSIBLE)]),
    ],
)  # fmt: skip
def test_labels_and_verbs_give_the_role(text: str, roles: list[tuple[str, Role]]) -> None:
    assert [(unit.name, unit.role) for unit in read_units(text)] == roles


def test_a_closing_bracket_answers_for_the_whole_action_and_its_projects(paper: Paper, part: PartOf) -> None:
    document = paper(
        part(1, SectionKind.SUBSECTION, "（一）", "节水行动", "投入应当不低于5%。"),
        part(2, SectionKind.ITEM, "1.", "管网工程", "到2025年，漏损率控制在7%以内。"),
        part(2, SectionKind.ITEM, "2.", "宣传工程", "加强宣传。"),
        part(2, SectionKind.CLOSING, "", "", "〔责任单位：市水务局、各区（新区，合作区）〕"),
    )
    rule, target = extract(document)
    assert target.responsible_units == ("市水务局", "各区（新区，合作区）")
    assert (target.units_scope, target.action, target.project) == (UnitsScope.ACTION, "节水行动", "管网工程")
    assert (rule.units_scope, rule.action, rule.project) == (UnitsScope.ACTION, "节水行动", None)
    assert [(a.title, a.project, a.responsible_units[0]) for a in assignments(document)] == [
        ("节水行动", None, "市水务局"),
        ("管网工程", "管网工程", "市水务局"),
        ("宣传工程", "宣传工程", "市水务局"),
    ]


def test_a_bracket_answers_for_the_sentences_since_the_one_before(paper: Paper) -> None:
    document = paper("到2025年，甲率达到1%。（责任单位：甲局）乙率达到2%。（乙局、丙局按职责分工负责）丙率达到3%。")
    assert [f.responsible_units for f in extract(document)] == [("甲局",), ("乙局", "丙局"), ()]
    assert extract(document)[0].units_scope is UnitsScope.SENTENCE


def test_lines_below_an_item_answer_for_it_and_give_its_deadline(paper: Paper, part: PartOf) -> None:
    document = paper(
        part(1, SectionKind.ITEM, "1．", "清单", "100个高频事项实现一次办。\n牵头单位：甲厅\n责任单位：乙厅\n完成时限：2019年12月底前"),
        part(1, SectionKind.ITEM, "2．", "目录", "网上可办率不低于90%。\n牵头单位：丙厅\n完成时限：持续推进"),
    )  # fmt: skip
    first, second = extract(document)
    assert (first.responsible_units, first.units_scope, first.year) == (("甲厅", "乙厅"), UnitsScope.PROJECT, 2019)
    assert (second.responsible_units, second.year) == (("丙厅",), None)


def test_a_lead_named_in_a_sentence_answers_for_that_sentence(paper: Paper) -> None:
    document = paper("由市发改委牵头编制报告，覆盖率达到90%。满意率达到80%。")
    assert [f.responsible_units for f in extract(document)] == [("市发改委",), ()]
    assert namings(document)[0].units[0].role is Role.LEAD


def test_nobody_is_named_where_the_text_names_nobody(paper: Paper) -> None:
    (fact,) = extract(paper("到2025年，甲率达到1%（含新区）。"))
    assert (fact.responsible_units, fact.units_scope) == ((), None)


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("市科创委", "市科技創新委"),
        ("发改委", "市發展改革委"),
        ("环保局", "市生態環境局"),
        ("人社局", "市人力資源保障局"),
        ("城管局", "市城管和綜合執法局"),
        ("深圳市教育局", "市教育局"),
        ("海事局", "深圳海事局"),
        ("各区", "各區(新區,深汕特別合作區)"),
    ],
)
def test_old_and_short_names_mean_the_unit(asked: str, written: str) -> None:
    assert same_unit(asked, written)


@pytest.mark.parametrize(
    ("asked", "written"), [("市发展改革委", "省发展改革委"), ("市水务局", "市财政局"), ("公安局", "各区")]
)
def test_other_units_are_not_meant(asked: str, written: str) -> None:
    assert not same_unit(asked, written)


def test_roles_and_the_title_of_a_later_part_are_kept(paper: Paper) -> None:
    text = "（1）能源领域。优化结构。（牵头单位：市发改委；配合单位：市统计局）（2）工业领域。推动减排。（市经信局牵头，市科技局配合）"
    first, second = assignments(paper(text))
    assert (first.lead_units, first.support_units) == (("市发改委",), ("市统计局",))
    assert (second.title, second.lead_units, second.support_units) == ("工业领域", ("市经信局",), ("市科技局",))
