"""Tables: values under years, and units in a column."""

from decimal import Decimal

from szassist.register.duties import assignments
from szassist.register.extract import extract
from szassist.schema import Comparator, FactKind, YearBasis

from .conftest import make

INDICATORS = """
类别 | 指标名称 | 单位 | 2020年 | 2025年目标 | 属性
环境质量 | 1.森林覆盖率 | % | 11.7 | ≥12 | 约束性
2.PM2.5浓度 | 微克/立方米 | 49 | 40左右 | 约束性
研发 | 3.研发投入占比（%） | - | 4.9 | 5.5-6 | 预期性
"""
TASKS = """
序号 | 任务 | 牵头单位 | 配合单位
1 | 新建学校5所，覆盖率达到90% | 市教育局 | 市财政局、各区（新区，合作区）
2 | 加强宣传 | 市委宣传部 | 各部门
"""


def test_values_stand_under_their_years_with_the_unit_of_their_row() -> None:
    facts = extract(make(INDICATORS, year=2021))
    assert [(f.indicator, f.value, f.unit, f.year, f.kind) for f in facts] == [
        ("森林覆盖率", Decimal("11.7"), "%", 2020, FactKind.STATUS),
        ("森林覆盖率", Decimal(12), "%", 2025, FactKind.TARGET),
        ("PM2.5浓度", Decimal(49), "微克/立方米", 2020, FactKind.STATUS),
        ("PM2.5浓度", Decimal(40), "微克/立方米", 2025, FactKind.TARGET),
        ("研发投入占比", Decimal("4.9"), "%", 2020, FactKind.STATUS),
        ("研发投入占比", (Decimal("5.5"), Decimal(6)), "%", 2025, FactKind.TARGET),
    ]
    assert [f.comparator for f in facts[1::2]] == [Comparator.AT_LEAST, Comparator.APPROX, Comparator.RANGE]
    assert {f.year_basis for f in facts} == {YearBasis.INHERITED}
    assert facts[1].quote == "1.森林覆盖率 | % | 11.7 | ≥12"


def test_a_column_of_units_answers_for_its_row() -> None:
    document = make(TASKS)
    units = ("市教育局", "市财政局", "各区（新区，合作区）")
    assert [(f.indicator, f.responsible_units) for f in extract(document)] == [("新建学校", units), ("覆盖率", units)]
    assert [(a.title, a.responsible_units) for a in assignments(document)] == [
        ("新建学校5所，覆盖率达到90%", units),
        ("加强宣传", ("市委宣传部", "各部门")),
    ]


def test_a_table_without_years_or_units_is_read_as_text() -> None:
    assert extract(make("甲 | 乙\n丙 | 丁")) == ()
