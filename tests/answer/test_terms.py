"""The words of a question and what they weigh."""

from szassist import Assistant
from szassist.answer.reading.terms import terms
from szassist.query import Expansion


def test_of_two_expansions_at_one_place_the_longer_explains_it(assistant: Assistant) -> None:
    short, long = Expansion("water", ("水",), 1.0), Expansion("water quality", ("水质",), 1.0)
    again = Expansion("water quality", ("水环境",), 0.8)  # from another vocabulary
    (found,) = terms("water quality", (short, again, long), assistant.reader.lexicon)
    assert found.word == "water quality"


def test_words_that_tell_a_story_weigh_little_beside_the_topic(assistant: Assistant) -> None:
    found = terms("三更半夜隔壁邻居的装修噪声", (), assistant.reader.lexicon)
    weights = {term.word: term.weight for term in found}
    assert max(weights.get(word, 0.0) for word in ("三更半夜", "隔壁", "邻居")) <= 0.12
    assert weights["噪声"] > 0.5


def test_a_term_knows_whether_its_official_words_only_cover_it(assistant: Assistant) -> None:
    covering = Expansion("冷库", ("物流",), 0.6, same=False)
    (found,) = terms("冷库", (covering,), assistant.reader.lexicon)
    assert found.held_by("纯电动物流车") > 0.9
    (query,) = assistant.reader.read("冷库一共有多少个?")
    assert all(term.held_by("纯电动物流车") == 0.0 for term in query.by_name().terms)
