"""One golden test for each way a figure is worded, with its sentence in view."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from szassist.register.extract import extract
from szassist.schema import Comparator, Document, Fact, FactKind, YearBasis

Paper = Callable[..., Document]


def said(fact: Fact) -> tuple[str, str, str, str, str, int | None]:
    value = "-".join(str(v) for v in fact.value) if isinstance(fact.value, tuple) else str(fact.value)
    return fact.indicator, fact.comparator.value, fact.comparator_word, value, fact.unit, fact.year


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到2025年,公共文化設施總面積達到376萬平方米。",
            ("公共文化設施總面積", "=", "達到", "376", "萬平方米", 2025),
        ),
        ("到2025年，再生水利用率提升至80%以上。", ("再生水利用率", ">=", "以上", "80", "%", 2025)),
        ("到2025年，优良天数比例保持在97.5%或以上。", ("优良天数比例", ">=", "或以上", "97.5", "%", 2025)),
        ("到2025年，綠化覆蓋率不低于40%。", ("綠化覆蓋率", ">=", "不低于", "40", "%", 2025)),
        ("到2025年，居民人均可支配收入超過9萬元。", ("居民人均可支配收入", ">=", "超過", "9", "萬元", 2025)),
        ("到2025年，每萬人擁有5G基站數超30個。", ("每萬人擁有5G基站數", ">=", "超", "30", "個", 2025)),
        ("到2025年，PM2.5浓度控制在18微克/立方米以下。", ("PM2.5浓度", "<=", "以下", "18", "微克/立方米", 2025)),
        ("到2025年，用水总量控制在23.93亿立方米内。", ("用水总量", "<=", "内", "23.93", "亿立方米", 2025)),
        ("到2025年，新能源汽车保有量达到100万辆左右。", ("新能源汽车保有量", "approx", "左右", "100", "万辆", 2025)),
        ("到2025年，研发投入占GDP比重达到5.5%-6%。", ("研发投入占GDP比重", "range", "达到", "5.5-6", "%", 2025)),
        ("到2025年，培育100家以上试点企业。", ("试点企业", ">=", "以上", "100", "家", 2025)),
        ("到2025年，力爭3-5所高校進入全國前50名。", ("高校進入全國前50名", "range", "", "3-5", "所", 2025)),
        ("到2025年，新增幼兒園學位12.5萬個。", ("新增幼兒園學位", "=", "", "12.5", "萬個", 2025)),
        ("到2025年，實現85%居住用地步行500米可達公園。", ("居住用地步行500米可達公園", "=", "實現", "85", "%", 2025)),
        ("到2025年，电网具备5%左右的负荷响应能力。", ("电网负荷响应能力", "approx", "左右", "5", "%", 2025)),
        ("到2025年，柴油货车排放量下降12%左右。", ("柴油货车排放量下降", "approx", "左右", "12", "%", 2025)),
        ("到2025年，海铁联运箱量翻一番。", ("海铁联运箱量", "=", "翻", "1", "番", 2025)),
        ("到2025年，主要河流水質達到Ⅳ類及以上。", ("主要河流水質", ">=", "及以上", "4", "類", 2025)),
        ("到2025年，水耗下降百分之十五。", ("水耗", "=", "下降", "15", "%", 2025)),
        ("“十四五”时期，单位能耗下降15%。", ("单位能耗", "=", "下降", "15", "%", 2025)),
        ("市政府投入的资金应当不低于科技研发资金的30%。", ("市政府投入的资金", ">=", "不低于", "30", "%", None)),
        ("到2025年，每个区至少建设一家养老机构。", ("每个区养老机构", ">=", "至少", "1", "家", 2025)),
        (
            "到2025年，100万人以上的城市绿色出行比例不低于70%。",
            ("100万人以上的城市绿色出行比例", ">=", "不低于", "70", "%", 2025),
        ),
    ],
)
def test_a_sentence_gives_its_row(paper: Paper, sentence: str, expected: tuple[object, ...]) -> None:
    facts = extract(paper(sentence))
    assert [said(fact) for fact in facts] == [expected]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("每千人口擁有醫師數、每萬人口擁有全科醫生數分別達到3.0和5.0人。", [("每千人口擁有醫師數", "3.0", "人"), ("每萬人口擁有全科醫生數", "5.0", "人")]),
        ("孕產婦死亡率和嬰兒死亡率分別控制在6.5/10萬和2.5‰以下。", [("孕產婦死亡率", "6.5", "/10萬"), ("嬰兒死亡率", "2.5", "‰")]),
        ("绿色防控、统防统治覆盖率分别达到60%、50%。", [("绿色防控覆盖率", "60", "%"), ("统防统治覆盖率", "50", "%")]),
        ("先进制造业、高技术制造业占工业增加值比重分别达67.6%、63.3%。", [("先进制造业占工业增加值比重", "67.6", "%"), ("高技术制造业占工业增加值比重", "63.3", "%")]),
        ("氨氮、氮氧化物等2项主要污染物重点工程减排量分别达到0.69万吨、8.3万吨。", [("氨氮重点工程减排量", "0.69", "万吨"), ("氮氧化物重点工程减排量", "8.3", "万吨")]),
        ("溶剂型涂料、油墨使用比例分别降低20个、10个百分点。", [("溶剂型涂料使用比例", "20", "个百分点"), ("油墨使用比例", "10", "个百分点")]),
    ],
)  # fmt: skip
def test_fenbie_pairs_indicators_and_values_in_order(
    paper: Paper, sentence: str, values: list[tuple[str, ...]]
) -> None:
    assert [(f.indicator, str(f.value), f.unit) for f in extract(paper(sentence))] == values


def test_fenbie_shares_the_bound_written_once(paper: Paper) -> None:
    facts = extract(paper("到2025年，甲死亡率和乙死亡率分别控制在6.5‰和2.5‰以下。"))
    assert [(f.comparator, f.comparator_word) for f in facts] == [(Comparator.AT_MOST, "以下")] * 2


def test_from_a_to_b_gives_two_rows_and_a_baseline(paper: Paper) -> None:
    first, second, growth = extract(
        paper("1979年至2021年，地区生产总值从1.96亿元增至3.07万亿元，年均增长24.9%。", year=2023)
    )
    assert (first.value, first.unit, first.year) == (Decimal("1.96"), "亿元", 1979)
    assert (second.value, second.unit, second.year, second.comparator_word) == (
        Decimal("3.07"),
        "万亿元",
        2021,
        "增至",
    )
    assert second.baseline is not None
    assert (second.baseline.value, second.baseline.year) == (Decimal("1.96"), 1979)
    assert (growth.indicator, growth.comparator_word, growth.year) == ("地区生产总值", "年均增长", 2021)
    assert {f.kind for f in (first, second, growth)} == {FactKind.STATUS}


def test_from_a_to_b_may_name_a_year_for_each(paper: Paper) -> None:
    first, second = extract(paper("优良天数比率由2015年的80.5%提高到2020年的88.6%。", year=2023))
    assert (first.indicator, first.year, first.comparator_word) == ("优良天数比率", 2015, "")
    assert (second.indicator, second.year, second.comparator_word) == ("优良天数比率", 2020, "提高到")


def test_a_case_or_a_comparison_is_no_commitment(paper: Paper) -> None:
    assert extract(paper("租赁期限超过二十年的，超过部分无效。")) == ()
    assert len(extract(paper("2022年，投资1200亿元，高于全国平均水平2.3个百分点。", year=2023))) == 1


def test_a_change_names_its_base_year_and_the_stretch_goal_keeps_it(paper: Paper) -> None:
    facts = extract(paper("到2025年，全省单位能耗比2020年下降14%，力争下降14.5%。"))
    assert [(f.indicator, f.value, f.baseline and f.baseline.year) for f in facts] == [
        ("全省单位能耗", Decimal(14), 2020),
        ("全省单位能耗", Decimal("14.5"), 2020),
    ]


def test_an_indicator_left_out_is_the_one_before(paper: Paper) -> None:
    facts = extract(paper("到2025年，生活垃圾资源化利用率提升至60%左右，到2030年提升至70%。"))
    assert [(f.indicator, f.year) for f in facts] == [("生活垃圾资源化利用率", 2025), ("生活垃圾资源化利用率", 2030)]
    assert facts[1].quote == "生活垃圾资源化利用率提升至60%左右，到2030年提升至70%"


@pytest.mark.parametrize(
    "sentence",
    [
        "培育“20+8”产业集群，实施医疗卫生“三名工程”。",
        "落实2030年可持续发展议程，实现17项可持续发展目标。",
        "推进9项重点工程建设及自然灾害综合风险普查工作。",
        "出口总额连续二十九年位居国内城市首位，连续9年全国前十。",
        "成为国内第三个GDP突破3万亿的城市。",
        "实施“2025百杰计划”，进入世界500强。",
        "位于东经113°46′至114°37′，见深府〔2023〕5号。",
        "《健康深圳行动计划（2021-2030年）》提出20条措施。",
        "将年综合能耗超过1万吨标准煤的数据中心纳入监测系统。",
        "到本世纪中叶，建成竞争力、创新力卓著的全球标杆城市。",
    ],
)
def test_ranks_names_scopes_and_counts_of_works_give_no_row(paper: Paper, sentence: str) -> None:
    assert extract(paper(sentence)) == ()


def test_a_start_is_no_deadline_but_a_requirement(paper: Paper) -> None:
    (fact,) = extract(paper("2023年開始,全市所有新建工程項目(投資額1000萬以上)全面實施BIM技術應用。"))
    assert (fact.kind, fact.indicator, fact.value, fact.year) == (FactKind.REQUIREMENT, "BIM技術應用", None, None)


def test_a_time_limit_is_a_requirement_without_year(paper: Paper) -> None:
    (fact,) = extract(paper("当事人应当自订立合同之日起30日内办理备案。"))
    assert (fact.kind, fact.value, fact.unit, fact.year) == (FactKind.REQUIREMENT, Decimal(30), "日", None)


def test_ids_are_readable_and_in_document_order(paper: Paper) -> None:
    facts = extract(paper("到2025年，甲率达到1%，乙率达到2%。"))
    assert [fact.id for fact in facts] == ["doc#f001", "doc#f002"]
    assert facts[0].year_basis is YearBasis.STATED
