"""Look-ups over all rows: unit, year, series, differences."""

from dataclasses import replace

import pytest

from szassist.register.extract import extract
from szassist.register.indicator import key
from szassist.register.series import place_of_issue
from szassist.register.table import Register
from szassist.schema import FactKind, SectionKind

from .conftest import Part, make


@pytest.fixture
def register() -> Register:
    document = make(
        Part(1, SectionKind.SECTION, "一、", "发展现状", "2021年，居民人均可支配收入7.08万元，PM2.5年均浓度18微克/立方米。"),
        Part(1, SectionKind.SECTION, "二、", "2025年发展目标", "居民人均可支配收入达到9万元。PM2.5年均浓度不高于20微克/立方米。"),
        Part(1, SectionKind.SECTION, "三、", "收入行动", "到2025年，居民人均可支配收入超过9万元。（责任单位：市发展改革委）"),
        Part(1, SectionKind.SECTION, "四、", "远期", "到2030年，居民人均可支配收入达到10万元。"),
    )  # fmt: skip
    return Register(extract(document), [document])


def test_a_series_runs_from_status_to_the_last_target(register: Register) -> None:
    rows = register.series("人均可支配收入")
    assert [(f.kind.value, f.year, str(f.value)) for f in rows] == [
        ("status", 2021, "7.08"),
        ("target", 2025, "9"),
        ("target", 2025, "9"),
        ("target", 2030, "10"),
    ]


def test_differences_pair_rows_that_say_another_thing_for_the_same_year(register: Register) -> None:
    (pair,) = register.differences
    assert (pair.first.comparator_word, pair.second.comparator_word) == ("达到", "超过")


def test_a_status_that_meets_a_later_target_is_noted(register: Register) -> None:
    (pair,) = register.attained
    assert (pair.first.year, pair.second.year, pair.second.indicator) == (2021, 2025, "PM2.5年均浓度")


def test_rows_are_filtered_by_unit_year_kind_and_topic(register: Register) -> None:
    assert [f.comparator_word for f in register.by_unit("发改委")] == ["超过"]
    assert len(register.by_year(2025)) == 3
    assert len(register.filter(kind=FactKind.STATUS, topic="pm2.5")) == 1
    assert register.filter(document="other") == ()
    assert len(register) == len(list(register)) == 6


def test_the_unit_index_counts_what_a_unit_answers_for(register: Register) -> None:
    (unit,) = register.units
    assert (unit.name, len(unit.actions), len(unit.projects), len(unit.facts)) == ("市发展改革委", 0, 1, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全社會研發投入占GDP比重", "全社会研发投入占地区生产总值比重"),
        ("萬元GDP水耗", "万元GDP用水量"),
        ("国家高新技术企业", "国家级高新技术企业"),
        ("我市PM2.5年均浓度", "PM2.5年均濃度"),
        ("居民平均预期寿命", "居民人均预期寿命"),
        ("每万人拥有5G基站数", "每万人拥有5G基站"),
        ("每千人口托位数", "每千人托位数"),
    ],
)
def test_the_same_indicator_in_other_words_has_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("每万人发明专利拥有量", "每万人高价值发明专利拥有量"),
        ("生活垃圾资源化利用率", "生活垃圾回收利用率"),
        ("新增绿色建筑面积", "绿色建筑总面积"),
        ("每千人口执业医师数", "每万人口执业医师数"),
        ("新建公办养老机构护理型床位占比", "全市养老机构护理型床位占比"),
        ("新能源汽车保有量", "累计推广新能源汽车"),
        ("数字经济核心产业占比", "经济核心产业占比"),
        ("农田灌溉水有效利用系数", "农田灌溉水有效利用率"),
    ],
)
def test_look_alikes_have_different_keys(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_change_has_another_key_than_the_level() -> None:
    assert key("单位能耗", "下降") != key("单位能耗", "达到")


def test_the_same_indicator_of_two_places_is_two_series_and_no_difference() -> None:
    papers = [
        replace(
            make(f"到2025年，再生水利用率达到{value}%以上。"),
            id=city,
            title=f"{city}节水规划",
            issuer=f"{city}人民政府",
        )
        for city, value in (("甲乙市", 30), ("丙丁市", 40))
    ]
    facts = [replace(fact, document_id=paper.id) for paper in papers for fact in extract(paper)]
    register = Register(facts, papers)
    assert [len(series) for series in register.all_series()] == [1, 1]
    assert register.differences == ()
    assert len(register.series("再生水利用率")) == 2


@pytest.mark.parametrize(
    ("issuer", "title", "place"),
    [
        ("上海市人民政府", "实施方案", "上海市"),
        ("深圳市南山区人民政府办公室", "通知", "深圳市南山区"),
        ("中共江西省委", "意见", "江西省"),
        (None, "武汉市碳达峰方案", "武汉市"),
        ("国务院", "十四五规划", ""),
    ],
)
def test_the_place_of_a_document_is_that_of_its_issuer(issuer: str | None, title: str, place: str) -> None:
    assert place_of_issue(replace(make("甲。"), issuer=issuer, title=title)) == place
