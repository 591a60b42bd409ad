"""What the words of the documents weigh."""

import math

from szassist.answer.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of(["深圳綠道", "深圳公園", "深圳垃圾分類"])


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert VOCABULARY.weight("绿道") == math.log(1 + 2.5 / 1.5)
    assert VOCABULARY.weight("深圳") == math.log(1 + 0.5 / 3.5)


def test_coverage_is_the_part_of_the_weight_that_is_there() -> None:
    one, two = VOCABULARY.weight("绿道"), VOCABULARY.weight("深圳")
    assert VOCABULARY.coverage(("绿道", "深圳"), "深圳的公園") == two / (one + two)
    assert VOCABULARY.coverage(("绿道", "深圳"), "深圳", "綠道") == 1
    assert VOCABULARY.coverage((), "深圳") == 0


def test_a_pair_that_only_joins_two_known_words_tells_nothing() -> None:
    assert VOCABULARY.telling("公园绿道") == ("公园", "绿道")
    assert VOCABULARY.telling("地铁票价") == ("地铁", "铁票", "票价")
    assert VOCABULARY.telling("水") == ("水",)
