"""Where a question names several things together, and where it only seems to."""

import pytest

from szassist.answer.reading import parts


def stretches(text: str, *, compares: bool = False, adds: bool = False) -> list[str]:
    return [text[start:end] for start, end in parts.spans(text, compares=compares, adds=adds)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("博物馆和美术馆各多少座", ["博物馆", "美术馆各多少座"]),
        ("图书馆、博物馆以及美术馆", ["图书馆", "博物馆", "美术馆"]),
        ("再生水利用率 & 漏损率", ["再生水利用率 ", " 漏损率"]),
        ("museums and art galleries", ["museums ", " art galleries"]),
        ("人与自然和谐共生", ["人", "自然和谐共生"]),  # 和谐 is a word
        ("普及率是多少", ["普及率是多少"]),
        ("志愿者参与率", ["志愿者参与率"]),
    ],
)
def test_things_are_joined_by_words_that_are_no_part_of_others(text: str, named: list[str]) -> None:
    assert stretches(text) == named


def test_years_in_a_row_are_not_things_of_their_own() -> None:
    year = parts.YEAR * 4
    assert stretches(f"总面积{year}、{year}和{year}三个节点") == [f"总面积{year}、{year}和{year}三个节点"]


def test_than_joins_only_where_a_question_compares() -> None:
    assert stretches("护理型床位占比比全市的高多少", compares=True) == ["护理型床位占比", "全市的"]
    assert stretches("护理型床位占比比全市的高多少") == ["护理型床位占比比全市的高多少"]


def test_plus_joins_only_where_a_question_adds() -> None:
    assert stretches("义务教育加普高", adds=True) == ["义务教育", "普高"]
    assert stretches("新增加快建设", adds=True) == ["新增加快建设"]
    assert stretches("义务教育加普高") == ["义务教育加普高"]


@pytest.mark.parametrize("text", ["两项加起来多少", "一共多少所", "博物馆加美术馆有几座", "how many in total?"])
def test_a_question_may_ask_for_a_sum(text: str) -> None:
    assert parts.sums(text)


@pytest.mark.parametrize("text", ["要增加多少个学位", "用水总量是多少", "怎么加强保护"])
def test_what_grows_or_is_a_total_is_no_sum(text: str) -> None:
    assert not parts.sums(text)


@pytest.mark.parametrize("text", ["分别是多少", "各多少座", "各自占多少", "what are they, respectively?"])
def test_a_question_may_say_that_it_asks_for_several(text: str) -> None:
    assert parts.each(text)


def test_each_district_is_not_several_figures() -> None:
    assert not parts.each("各区多少家养老机构")
