"""The words of a question and what they weigh."""

from szassist import Assistant
from szassist.answer.terms import terms
from szassist.query import Expansion


def test_of_two_expansions_at_one_place_the_longer_explains_it(assistant: Assistant) -> None:
    short, long = Expansion("water", ("水",), 1.0), Expansion("water quality", ("水质",), 1.0)
    again = Expansion("water quality", ("水环境",), 0.8)  # from another vocabulary
    (found,) = terms("water quality", (short, again, long), assistant.reader.lexicon)
    assert found.word == "water quality"
