"""Fusion of scores, worked by hand."""

import pytest

from szassist.search.fuse import Fused, fuse


def test_a_text_of_both_searches_sums_its_share_of_the_best_lexical_score_and_its_weighted_cosine() -> None:
    assert fuse({0: 8.0, 1: 4.0}, {0: 0.5, 1: 0.9}, weight=0.5) == [
        Fused(0, 1.0 + 0.25, 1.0, 0.5),
        Fused(1, 0.5 + 0.45, 0.5, 0.9),
    ]


def test_a_text_that_is_none_of_the_nearest_counts_as_near_as_the_last_of_them() -> None:
    assert fuse({3: 2.0}, {7: 0.6, 8: 0.4}, weight=1.0) == [
        Fused(3, 1.4, 1.0, 0.4),
        Fused(7, 0.6, 0.0, 0.6),
        Fused(8, 0.4, 0.0, 0.4),
    ]


def test_one_search_alone_keeps_its_order() -> None:
    assert [one.position for one in fuse({5: 1.0, 2: 3.0}, {})] == [2, 5]
    assert [one.position for one in fuse({}, {5: 0.1, 2: 0.3})] == [2, 5]


def test_a_clear_lexical_winner_stays_first_whatever_is_near() -> None:
    assert fuse({1: 10.0, 2: 3.0}, {2: 1.0, 1: 0.0})[0].position == 1


def test_of_equal_scores_the_earlier_text_comes_first() -> None:
    assert [one.position for one in fuse({9: 1.0, 4: 1.0}, {})] == [4, 9]


def test_nothing_fused_is_nothing() -> None:
    assert fuse({}, {}) == []


@pytest.mark.parametrize("weight", [0.0, 1.0])
def test_the_weight_decides_what_the_cosine_counts(weight: float) -> None:
    assert fuse({1: 1.0}, {1: 0.5}, weight)[0].score == 1.0 + weight * 0.5
