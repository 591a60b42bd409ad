"""The measurement of an embedding, on scores small enough to work out by hand."""

import numpy as np
import pytest

from training.measure import Trial, best_ranks, fuse, grams, lexical_scores, table_row

SCORES = np.array([[0.9, 0.5, 0.5], [0.1, 0.2, 0.3]], dtype=np.float32)


def test_the_best_right_passage_counts_and_ties_count_against_it() -> None:
    assert best_ranks(SCORES, [frozenset({1}), frozenset({0, 2})]).tolist() == [3, 1]


def test_scores_are_fused_as_the_product_does() -> None:
    lexical = np.array([[4.0, 2.0, 0.0]], dtype=np.float32)
    dense = np.array([[0.0, 0.5, 1.0]], dtype=np.float32)
    assert fuse(lexical, dense, 0.3).tolist() == [pytest.approx([1.0, 0.65, 0.3])]
    assert fuse(np.zeros((1, 3), dtype=np.float32), dense, 0.5).tolist() == [pytest.approx([0.0, 0.25, 0.5])]


def test_a_row_gives_recall_and_mean_reciprocal_rank_in_per_cent() -> None:
    trial = Trial("t", ("a", "b"), ("x", "y", "z"), (frozenset({1}), frozenset({2})))
    assert table_row(trial, "s", SCORES) == "| t | s | 50.0 | 100.0 | 100.0 | 66.7 |"  # ranks 3 and 1


def test_characters_and_pairs_of_chinese_and_whole_words_of_others_are_counted() -> None:
    assert grams("空气pm25") == ["空", "气", "空气", "pm", "25"]


def test_bm25_prefers_the_passage_that_shares_more_with_the_query() -> None:
    trial = Trial("t", ("空气质量",), ("空气质量要求", "垃圾分类要求", "空间规划要求"), (frozenset({0}),))
    assert int(lexical_scores(trial)[0].argmax()) == 0
