"""Figures in the forms official documents write them, in both scripts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.schema import Comparator
from szassist.text.numerals import han_number
from szassist.text.quantities import Quantity, measure, quantities


def one(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("达到15%", "15", "%"),
        ("下降百分之十五", "15", "%"),
        ("下降百分之十五点五", "15.5", "%"),
        ("1.06‰", "1.06", "‰"),
        ("推廣1.5億人", "1.5", "億人"),
        ("地区生产总值3.07萬億元", "3.07", "萬億元"),
        ("孕产妇死亡率1.91/10萬", "1.91", "/10萬"),
        ("最低工资标准2360元/月", "2360", "元/月"),
        ("煤耗降至295克标煤/千瓦时", "295", "克标煤/千瓦时"),
        ("处理能力200万立方米/日", "200", "万立方米/日"),
        ("提高3个百分点", "3", "个百分点"),
        ("1,894家企业", "1894", "家"),
        ("连续二十九年", "29", "年"),
        ("两倍", "2", "倍"),
        ("翻一番", "1", "番"),
        ("达到Ⅳ類", "4", "類"),
        ("３０個", "30", "個"),
        ("死亡率不高于0.00791", "0.00791", ""),
    ],
)
def test_a_figure_keeps_its_value_and_its_unit_as_written(text: str, value: str, unit: str) -> None:
    found = one(text)
    assert (found.value, found.unit) == (Decimal(value), unit)
    assert text[found.start : found.end].endswith(unit) or text[found.start :].startswith("百分之")


@pytest.mark.parametrize(
    ("text", "comparator", "word"),
    [
        ("达到85%以上", Comparator.AT_LEAST, "以上"),
        ("保持在97.5%或以上", Comparator.AT_LEAST, "或以上"),
        ("不低於40%", Comparator.AT_LEAST, "不低於"),
        ("超過2.1萬家", Comparator.AT_LEAST, "超過"),
        ("基站数超30个", Comparator.AT_LEAST, "超"),
        ("突破2.2万家", Comparator.AT_LEAST, "突破"),
        ("至少建设一家养老机构", Comparator.AT_LEAST, "至少"),
        ("100多家", Comparator.AT_LEAST, "多"),
        ("控制在7%以內", Comparator.AT_MOST, "以內"),
        ("控制在23.93亿立方米内，", Comparator.AT_MOST, "内"),
        ("控制在0.1亿吨", Comparator.AT_MOST, "控制在"),
        ("不高于18微克/立方米", Comparator.AT_MOST, "不高于"),
        ("在30日内办结", Comparator.AT_MOST, "内"),
        ("达到100万辆左右", Comparator.APPROX, "左右"),
        ("约50万辆", Comparator.APPROX, "约"),
        ("增至3.07万亿元", Comparator.EQUAL, "增至"),
        ("同比下降9.2%", Comparator.EQUAL, "同比下降"),
        ("投资7.08万元", Comparator.EQUAL, ""),
    ],
)
def test_the_bounding_word_decides_the_comparator(text: str, comparator: Comparator, word: str) -> None:
    found = one(text)
    assert (found.comparator, found.comparator_word) == (comparator, word)
    assert word in text[found.outer_start : found.outer_end]


def test_a_dash_between_rising_figures_is_a_range() -> None:
    assert one("达到5.5%-6%").value == (Decimal("5.5"), Decimal("6"))
    assert one("3-5所高校").value == (Decimal(3), Decimal(5))
    assert one("3至5个").comparator is Comparator.RANGE


def test_from_one_figure_to_another_is_a_change_and_no_range() -> None:
    assert [q.value for q in quantities("从3%到5%")] == [3, 5]


def test_joined_figures_share_the_unit_written_last() -> None:
    assert [(q.value, q.unit) for q in quantities("分别达到3.0和5.0人")] == [
        (Decimal("3.0"), "人"),
        (Decimal("5.0"), "人"),
    ]
    assert [q.unit for q in quantities("分别降低20个、10个百分点")] == ["个百分点", "个百分点"]


@pytest.mark.parametrize(
    "text",
    [
        "PM2.5和PM10",
        "到2025年",
        "《规划（2017-2030年）》",
        "国发〔2016〕69号",
        "“20+8”产业集群",
        "5G技术",
        "东经113°46′至114°37′",
        "1.聯合國議程",
        "①指标值",
        "每10万人口",
        "万元GDP用水量",
        "2022年11月",
        "健康中国2030",
        "一个中心",
        "从0到1",
    ],
)
def test_names_dates_and_numbering_are_no_figures(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["进入全国前50名", "第90百分位数", "世界500强", "第三个"])
def test_a_rank_is_marked_as_ordinal(text: str) -> None:
    assert one(text).ordinal


def test_amounts_compare_across_spellings() -> None:
    assert one("3.07万亿元").amounts == one("30700亿元").amounts == (Decimal("3070000000000"),)
    assert measure("萬m2") == (Decimal(10000), "平方米")


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("二十九", 29),
        ("十五", 15),
        ("一百零五", 105),
        ("一千二百萬", 12_000_000),
        ("二〇三五", 2035),
        ("两千三百六", 2360),
        ("两千三百零六", 2306),
        ("三万五", 35_000),
        ("一百二十三", 123),
        ("4", 4),
        ("17", 17),
    ],
)
def test_a_numeral_in_characters_has_its_value(numeral: str, value: int) -> None:
    assert han_number(numeral) == value


_ALPHABET = "0123456789.,，%‰-至到百分之十五一二两千万亿個年月日以上下内约不低于/每第前《》“”(〔ⅣkmAß①²㎡ \n"


@given(st.one_of(st.text(), st.text(alphabet=_ALPHABET, max_size=80)))
def test_any_text_can_be_read_and_spans_nest(text: str) -> None:
    for q in quantities(text):
        assert 0 <= q.outer_start <= q.start < q.end <= q.outer_end <= len(text)
        assert q.unit == "" or q.unit in text or q.unit in "%‰番"
