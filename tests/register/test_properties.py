"""What holds of any text: rows are slices, values can be read again, time grows with length."""

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from szassist.register.extract import extract
from szassist.register.table import Register
from szassist.text.quantities import quantities

from .conftest import make

PIECES = [
    "到2025年，", "2021年，", "比2020年", "从", "增至", "分别", "达到", "控制在", "不低于", "力争", "至少", "其中", "新增", "培育",
    "5%", "3.0和5.0人", "1.91/10万", "3-5所", "100家", "百分之十五", "一家", "Ⅳ类", "7万平方米", "翻一番", "30日内", "1/3",
    "以上", "以下", "左右", "的", "，", "、", "。", "；", "（", "）", "〔责任单位：", "〕", "市水务局", "由", "牵头", "负责", "\n",
    "覆盖率", "养老机构", "PM2.5浓度", "每万人", "完成时限：", "《", "》", "“", "”", " | ", "等", "占GDP比重",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=40).map("".join)))
def test_any_text_gives_rows_that_are_slices_with_their_value_in_them(text: str) -> None:
    document = make(text)
    for fact in extract(document):
        assert document.text[fact.start : fact.end] == fact.quote
        assert fact.value is None or fact.value in [q.value for q in quantities(fact.quote)]
        assert fact.indicator.strip()
    assert Register(extract(document), [document]).units is not None


def test_time_grows_with_the_length_of_the_text() -> None:
    sentence = "到2025年，甲、乙覆盖率分别达到60%、50%，丙率从1%增至2%。（责任单位：市水务局、市财政局）\n"
    extract(make(sentence))
    small, large = make(sentence * 100), make(sentence * 1000)
    start = time.perf_counter()
    extract(small)
    middle = time.perf_counter()
    extract(large)
    end = time.perf_counter()
    assert end - middle < 30 * (middle - start)


def test_one_endless_sentence_is_read_in_time() -> None:
    start = time.perf_counter()
    extract(make("到2025年达到5%、（至少3家" * 5000))
    assert time.perf_counter() - start < 20
