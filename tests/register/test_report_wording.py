"""Wordings of reports, subsidy rules and lists of indicators, each with its sentence in view."""

from collections.abc import Callable

import pytest

from szassist.register.duties import assignments
from szassist.register.extract import extract
from szassist.register.grid import grid_rows
from szassist.schema import Document, Fact, FactKind, SectionKind, YearBasis
from szassist.text.tables import lines

Paper = Callable[..., Document]
PartOf = Callable[..., object]


def said(fact: Fact) -> tuple[str, str, str, str]:
    return fact.indicator, fact.comparator_word, str(fact.value), fact.unit


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("养老机构发展到2204家。", [("养老机构", "发展到", "2204", "家")]),
        ("累计培训120万余人次。", [("累计培训", "余", "120", "万人次")]),
        ("地区生产总值跨越5000亿元。", [("地区生产总值", "跨越", "5000", "亿元")]),
        (
            "财政收入迈过千亿大关，达1330亿元，增长28.55%。",
            [("财政收入", "达", "1330", "亿元"), ("财政收入", "增长", "28.55", "%")],
        ),
        ("实现粮食生产“八连增”，达到244.5万吨。", [("粮食生产", "达到", "244.5", "万吨")]),
        ("全市实现地区生产总值7569.5亿元。", [("地区生产总值", "", "7569.5", "亿元")]),
        ("居民消费价格上涨5.9%。", [("居民消费价格", "上涨", "5.9", "%")]),
        (
            "每平方公里产出达到4亿元，比上年提高0.52亿元。",
            [("每平方公里产出", "达到", "4", "亿元"), ("每平方公里产出", "提高", "0.52", "亿元")],
        ),
        (
            "新增规上工业企业189家，总数达1053家。",
            [("新增规上工业企业", "", "189", "家"), ("规上工业企业总数", "达", "1053", "家")],
        ),
        (
            "研发经费投入年均增长10%以上，占GDP比重达到2.4%。",
            [("研发经费投入年均增长", "以上", "10", "%"), ("研发经费投入占GDP比重", "达到", "2.4", "%")],
        ),
        ("平均受教育年限11.3年。", [("平均受教育年限", "", "11.3", "年")]),
        ("招引10亿元以上项目80个。", [("招引10亿元以上项目", "", "80", "个")]),
        (
            "培育产值超百亿元企业5家以上、超十亿元企业50家。",
            [("产值超百亿元企业", "以上", "5", "家"), ("超十亿元企业", "", "50", "家")],
        ),
        (
            "装备制造、农产品加工产业产值分别突破800亿元、1200亿元。",
            [("装备制造产值", "突破", "800", "亿元"), ("农产品加工产业产值", "突破", "1200", "亿元")],
        ),
        (
            "报装时间分别压缩至5个和8个工作日以内。",
            [("报装时间", "以内", "5", "个工作日"), ("报装时间", "以内", "8", "个工作日")],
        ),
        ("按每张床位1万元给予一次性建设补贴。", [("每张床位给予一次性建设补贴", "", "1", "万元")]),
        ("对上云企业按不超过实际支出30%给予补贴。", [("上云企业给予补贴", "不超过", "30", "%")]),
        ("为6000名适龄妇女免费进行筛查。", [("适龄妇女免费进行筛查", "", "6000", "名")]),
        ("不动产一般登记3个工作日办结。", [("不动产一般登记办结", "", "3", "个工作日")]),
        ("优良天数252天，比例为68.9%。", [("优良天数", "", "252", "天"), ("优良天数比例", "为", "68.9", "%")]),
        ("选择100个城市开展试点建设。", [("城市开展试点建设", "", "100", "个")]),
        ("孕产妇死亡率为0。", [("孕产妇死亡率", "为", "0", "")]),
        ("普惠性幼儿园覆盖率巩固在85%以上。", [("普惠性幼儿园覆盖率", "以上", "85", "%")]),
        ("每年从土地出让净收益提取不低于10%的资金。", [("每年从土地出让净收益提取资金", "不低于", "10", "%")]),
        ("家庭医生应每季度至少主动联系1次签约居民。", [("家庭医生应每季度签约居民", "至少", "1", "次")]),
        ("处方用药量可放宽至3个月。", [("处方用药量", "放宽至", "3", "个月")]),
        (
            "15.血压控制率 | ≥50% | 核查健康状况。",
            [("血压控制率", "≥", "50", "%")],
        ),
        ("10.居民续约率 | 较上一年增加，力争达到80%。", [("居民续约率", "达到", "80", "%")]),
        ("安装自动监控设备1007台套。", [("安装自动监控设备", "", "1007", "台套")]),
    ],
)
def test_a_sentence_gives_its_rows(paper: Paper, sentence: str, expected: list[tuple[str, ...]]) -> None:
    assert [said(fact) for fact in extract(paper(sentence))] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "对6个月内仍未整改到位的机构予以公布。",
        "一批10亿元以上项目成功签约。",
        "运营满1年的机构可以申请。",
        "家庭成员年满18周岁，可以单独申请。",
    ],
)
def test_a_case_or_a_threshold_is_no_row(paper: Paper, sentence: str) -> None:
    assert extract(paper(sentence)) == ()


def test_a_heading_with_a_past_year_dates_the_report_below_it(paper: Paper, part: PartOf) -> None:
    section = part(1, SectionKind.SECTION, "一、", "2022年工作回顾", "新增就业岗位18.5万个。")
    (fact,) = extract(paper(section))
    assert (fact.kind, fact.year, fact.year_basis) == (FactKind.STATUS, 2022, YearBasis.INHERITED)


def test_a_change_from_a_past_level_keeps_the_governing_deadline(paper: Paper) -> None:
    base, goal, later = extract(paper("到2025年，云上率超过90%。占比由2020年的7.8%提升至10%。基站总数达15万个。"))[1:]
    assert (base.kind, base.year, str(base.value)) == (FactKind.STATUS, 2020, "7.8")
    assert (goal.kind, goal.year, goal.baseline and goal.baseline.year) == (FactKind.TARGET, 2025, 2020)
    assert later.year == 2025


def test_what_grows_every_year_is_a_target_and_what_is_done_every_year_a_requirement(paper: Paper) -> None:
    kinds = [fact.kind for fact in extract(paper("2022—2025年，每年新增普惠床位1500张以上。每年开展1次评估。"))]
    assert kinds == [FactKind.TARGET, FactKind.REQUIREMENT]


@pytest.mark.parametrize(
    ("closing", "units", "year"),
    [
        ("（预期性指标，牵头单位：市发改委；责任单位：市统计局，以下均需各区落实，不再逐一列出）", ("市发改委", "市统计局"), None),
        ("（省大数据局牵头；省直各部门、各市政府配合；2023年12月底前完成）", ("省大数据局", "省直各部门", "各市政府"), 2023),
        ("省大数据局牵头，省通信管理局、省发展改革委按职责分工负责，2024年6月底前完成。", ("省大数据局", "省通信管理局", "省发展改革委"), 2024),
    ],
)  # fmt: skip
def test_units_are_read_beside_notes_and_deadlines(
    paper: Paper, closing: str, units: tuple[str, ...], year: int | None
) -> None:
    document = paper(f"数据共享率达到99%以上。{closing}")
    (fact,) = extract(document)
    assert fact.responsible_units == units
    assert fact.year == year
    (duty,) = assignments(document)
    assert (duty.responsible_units, duty.year) == (units, year)


def test_a_digit_that_belongs_to_the_name_of_a_table_row_stays() -> None:
    text = "指标名称 | 单位 | 2025年目标\n5G基站数 | 万个 | 15\n7农村生活污水治理率 | % | 60\n"
    names = [row.indicator for line in lines(text) for row in grid_rows(text, line, 2023)]
    assert names == ["5G基站数", "农村生活污水治理率"]


def test_a_plan_to_complete_is_a_target_though_it_speaks_of_completing(paper: Paper) -> None:
    (fact,) = extract(paper("力争三年累计完成投资1200亿元。"))
    assert fact.kind is FactKind.TARGET


def test_a_table_row_owes_no_year_to_the_row_above(paper: Paper) -> None:
    facts = extract(paper("培养医生 | 到2025年，培养不少于3500名医生。\n预留号源 | 预留30%的号源。\n"))
    assert [fact.year for fact in facts] == [2025, None]


def test_a_sentence_that_compares_with_the_year_before_tells_what_is(paper: Paper) -> None:
    facts = extract(paper("PM2.5平均浓度为42微克/立方米，同比下降10.6%；优良天数比例为68.9%。"))
    assert {fact.kind for fact in facts} == {FactKind.STATUS}
