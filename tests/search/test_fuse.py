"""Reciprocal rank fusion, worked by hand."""

import pytest

from szassist.search.fuse import Fused, fuse


def test_an_item_of_two_rankings_sums_its_reciprocal_ranks() -> None:
    assert fuse([["a", "b"], ["b", "c"]]) == [Fused("b", 1 / 62 + 1 / 61), Fused("a", 1 / 61), Fused("c", 1 / 62)]


def test_a_weight_multiplies_what_its_ranking_gives() -> None:
    assert fuse([["a"], ["b"]], weights=[0.5, 2.0]) == [Fused("b", 2 / 61), Fused("a", 0.5 / 61)]


def test_k_sets_how_much_the_first_ranks_matter() -> None:
    assert fuse([["a", "b"]], k=0) == [Fused("a", 1.0), Fused("b", 0.5)]


def test_of_equal_scores_the_item_met_first_comes_first() -> None:
    assert [fused.item for fused in fuse([["x"], ["a"]])] == ["x", "a"]


def test_nothing_fused_is_nothing() -> None:
    assert fuse([]) == fuse([[], []]) == []


def test_a_weight_for_each_ranking_is_required() -> None:
    with pytest.raises(ValueError, match="zip"):
        fuse([["a"], ["b"]], weights=[1.0])
