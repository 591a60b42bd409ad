"""Misspelt words of a question, set right by the documents' own."""

import pytest

from szassist.answer.spelling import Spelling

TEXTS = ("国际红树林中心建设工程", "再生水利用率提升至80%以上", "社会保障体系", "污水处理厂")
SPELLING = Spelling.of(TEXTS)


def knows(pair: str) -> bool:
    return any(pair in text for text in TEXTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("红数林中心", "红树林中心"),  # shù, shù
        ("再生水利用绿", "再生水利用率"),  # lǜ, lǜ
        ("污水处理费", "污水处理费"),  # another word, not another spelling
        ("住房保障方面", "住房保障方面"),  # 障 belongs to 保障
        ("红树林", "红树林"),
    ],
)
def test_only_a_character_that_belongs_to_no_known_word_and_sounds_alike_is_replaced(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed, knows) == meant


def test_a_pair_is_set_right_only_by_a_word_and_not_by_a_stretch_across_words() -> None:
    spelling = Spelling.of(("以年度计划为准",))
    assert spelling.corrected("一年呢", lambda pair: False) == "一年呢"


@pytest.mark.parametrize(
    "texts", [("公式", "攻势"), ("攻势", "公式"), ("事实", "实施"), ("意义", "异议"), ("异议", "意义")]
)
def test_of_equally_frequent_words_the_first_in_the_documents_is_meant(texts: tuple[str, str]) -> None:
    typed = {"公": "工是", "攻": "工是", "事": "是时", "意": "议一", "异": "议一"}[texts[0][0]]
    assert Spelling.of(texts).corrected(typed, lambda pair: False) == texts[0]
