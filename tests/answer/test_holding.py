"""What may hold a question's words: everything that does is among it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.answer.choosing.match import coverage
from szassist.answer.ground.holding import Holding
from szassist.query import Term

TEXTS = ("再生水利用率", "用水总量", "每万人高价值发明专利拥有量", "pm2.5年均浓度", "")
HOLDING = Holding(TEXTS, TEXTS)


@pytest.mark.parametrize(
    ("term", "held"),
    [
        (Term("用水", 1.0), ["用水总量"]),
        (Term("水", 1.0), ["再生水利用率", "用水总量"]),
        (Term("量", 1.0), ["用水总量", "每万人高价值发明专利拥有量"]),  # the last character has no neighbour
        (Term("pm2.5", 1.0), ["pm2.5年均浓度"]),
        (Term("雾霾", 1.0, ("pm2.5", "臭氧")), ["pm2.5年均浓度"]),
        (Term("发明专利数", 1.0), ["每万人高价值发明专利拥有量"]),  # three of its four pairs
        (Term("发明者", 1.0), ["每万人高价值发明专利拥有量"]),  # one of its two pairs
        (Term("地铁", 1.0), []),
    ],
)
def test_a_word_is_looked_for_by_its_pairs_of_characters(term: Term, held: list[str]) -> None:
    assert HOLDING.of([term], 1.0) == held


def test_items_hold_at_least_the_asked_part_of_the_weight() -> None:
    terms = [Term("用水", 0.6), Term("专利", 0.3), Term("浓度", 0.1)]
    assert HOLDING.of(terms, 0.6) == ["用水总量"]
    assert HOLDING.of(terms, 0.3) == ["用水总量", "每万人高价值发明专利拥有量"]


@pytest.mark.parametrize("terms", [[], [Term("用水", 0.0)]])
def test_a_question_without_weight_is_held_by_nothing(terms: list[Term]) -> None:
    assert HOLDING.of(terms, 0.6) == []


def test_nothing_is_found_among_nothing() -> None:
    assert Holding[str]([], []).of([Term("用水", 1.0)], 0.6) == []


WORDS = st.text("水用量pm2", min_size=1, max_size=4)
TERMS = st.builds(Term, WORDS, st.floats(0.1, 1), st.lists(WORDS, max_size=2).map(tuple))


@given(
    st.lists(st.text("水用量pm2 ", max_size=8), max_size=6),
    st.lists(TERMS, min_size=1, max_size=4),
    st.floats(0.1, 1),
)
def test_whatever_covers_the_asked_part_is_among_what_may_hold_it(
    texts: list[str], terms: list[Term], least: float
) -> None:
    may = Holding(range(len(texts)), texts).of(terms, least)
    assert set(may) >= {at for at, text in enumerate(texts) if coverage(terms, (text, 1.0)) >= least}
