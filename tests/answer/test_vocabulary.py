"""What words weigh."""

import math

from szassist.answer.ground.vocabulary import Vocabulary

VOCABULARY = Vocabulary.of(["城市建设", "城市管理", "城市绿地", "PM2.5浓度"])


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    # 城市 stands in 3 of 4 texts, 绿地 in 1: ln(1 + 1.5/3.5) and ln(1 + 3.5/1.5), over ln(1 + 4.5/0.5)
    assert math.isclose(VOCABULARY.rarity("城市"), math.log(1 + 1.5 / 3.5) / math.log(10))
    assert math.isclose(VOCABULARY.rarity("绿地"), math.log(1 + 3.5 / 1.5) / math.log(10))


def test_a_word_that_no_text_holds_tells_most() -> None:
    assert VOCABULARY.rarity("地铁") == 1.0


def test_a_word_is_known_if_all_its_pairs_are() -> None:
    assert VOCABULARY.knows("城市绿地")
    assert VOCABULARY.knows("pm2.5")
    assert not VOCABULARY.knows("绿色")
