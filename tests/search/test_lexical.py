"""BM25 over Chinese text."""

import pytest

from szassist.query import Expansion, Intent, Query
from szassist.schema import Language
from szassist.search.lexical import SCAFFOLDING, SINGLE, Lexical, asked

TEXTS = ["生活垃圾分类", "空气质量", "PM2.5年均浓度不高于18微克", "垃圾"]


def test_only_texts_that_share_a_token_are_found() -> None:
    assert sorted(Lexical.build(TEXTS).search("垃圾", 10)) == [0, 3]


def test_the_shorter_of_two_texts_that_say_the_word_once_comes_first() -> None:
    assert Lexical.build(TEXTS).search("垃圾", 10) == [3, 0]


def test_a_question_in_the_other_script_and_width_finds_the_same() -> None:
    assert Lexical.build(TEXTS).search("ＰＭ２．５濃度", 1) == [2]


def test_a_text_with_the_pair_comes_before_one_with_its_characters_apart() -> None:
    texts = ["学，位，学，位", "在这一段长得多的文字里只有一处说到学位"]
    assert Lexical.build(texts).search("学位", 10) == [1, 0]


def test_single_characters_find_what_pairs_do_not() -> None:
    assert Lexical.build(["饮用水", "空气"]).search("喝的水", 10) == [0]


def test_unknown_words_and_an_empty_question_find_nothing() -> None:
    lexical = Lexical.build(TEXTS)
    assert lexical.search("xyz", 10) == lexical.search("", 10) == lexical.search("？！", 10) == []


def test_a_limit_beyond_the_corpus_is_no_error() -> None:
    assert len(Lexical.build(TEXTS).search("垃圾空气18", 1000)) == 4


def test_of_equal_texts_the_earlier_comes_first() -> None:
    assert Lexical.build(["水质", "水质", "水质"]).search("水质", 2) == [0, 1]


@pytest.mark.parametrize("texts", [[], ["，。"], ["", "水"]])
def test_an_empty_corpus_and_empty_texts_can_be_built_and_searched(texts: list[str]) -> None:
    found = Lexical.build(texts).search("水", 10)
    assert found == [position for position, text in enumerate(texts) if text == "水"]


def test_an_expression_counts_by_its_best_official_word_once() -> None:
    lexical = Lexical.build(["空气质量", "大气污染", "空气质量和大气污染", "水"])
    one = lexical.scores({}, [Expansion("雾霾", ("空气质量",), 1.0)])
    both = lexical.scores({}, [Expansion("雾霾", ("空气质量", "大气污染"), 1.0)])
    assert both[0] == one[0] > 0
    assert both[1] > 0
    assert both[2] == pytest.approx(max(one[2], lexical.scores({}, [Expansion("雾霾", ("大气污染",), 1.0)])[2]))
    assert both[3] == 0


def test_an_official_word_must_be_there_as_a_whole() -> None:
    lexical = Lexical.build(["空气", "质量", "空气质量"])
    assert list(lexical.scores({}, [Expansion("雾霾", ("空气质量",), 1.0)]) > 0) == [False, False, True]


def test_the_weight_of_an_expression_multiplies_its_score() -> None:
    lexical = Lexical.build(TEXTS)
    whole, half = (lexical.scores({}, [Expansion("雾霾", ("空气质量",), weight)]) for weight in (1.0, 0.5))
    assert half[1] == pytest.approx(0.5 * whole[1])


def test_a_question_is_weighed_by_what_its_words_are() -> None:
    query = Query("请问水质", Language.HANS, Intent.OTHER, content="水质", units=("市水务局",), years=(2025,))
    weights = asked(query)
    assert weights["水质"] == weights["水务"] == 1.0
    assert weights["水"] == SINGLE
    assert weights["请问"] == SCAFFOLDING
    assert weights["请"] == SINGLE * SCAFFOLDING


def test_a_follow_up_is_searched_by_the_words_it_leaves_out() -> None:
    query = Query("还有别的吗", Language.HANS, Intent.MEASURES, content="水质", before="水质怎么治理", more=True)
    assert asked(query)["水质"] == 1.0
