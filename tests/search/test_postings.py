"""What is counted of texts, and that it never matters in which order it was counted."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from bm25s import BM25
from hypothesis import given, settings
from hypothesis import strategies as st

from szassist.search.lexical import K1, METHOD, TOGETHER, B, Lexical
from szassist.search.postings import FILE, MOST, NONE, Postings
from szassist.search.postings import TOGETHER as MOVED
from szassist.text.tokens import tokens

TEXTS = ["生活垃圾分类", "空气质量", "PM2.5年均浓度不高于18微克", "垃圾", "", "空气质量"]
ANY_TEXT = st.text("水空气12a.，", max_size=6)  # few characters, so that texts share tokens and stand there twice
ANY_TEXTS = st.lists(ANY_TEXT, max_size=8)


def counted(postings: Postings) -> dict[str, dict[int, int]]:
    """For each token, how often it stands in which text."""
    slices = [slice(start, end) for start, end in zip(postings.starts, postings.starts[1:], strict=False)]
    return {
        token: dict(zip(postings.texts[some].tolist(), postings.counts[some].tolist(), strict=True))
        for token, some in zip(postings.tokens, slices, strict=True)
    }


def scores(postings: Postings) -> dict[str, list[float]]:
    """The score of every text for each token, to the last bit."""
    lexical = Lexical(postings)
    return {token: lexical.scores({token: 1.0}).tolist() for token in postings.tokens}


def bm25s_of(texts: Sequence[str]) -> BM25:
    """The library's own index, which always reads all texts."""
    bm25 = BM25(k1=K1, b=B, method=METHOD)
    bm25.index([list(tokens(text)) or [""] for text in texts], show_progress=False)
    return bm25


def scores_of_bm25s(texts: Sequence[str]) -> dict[str, list[float]]:
    """What bm25s gives for each token; nothing without texts, which it cannot index."""
    bm25 = bm25s_of(texts) if texts else None
    held = {token for text in texts for token in tokens(text) or ("",)}
    return {token: bm25.get_scores([token]).tolist() for token in held if bm25}


def test_every_token_is_counted_in_every_text() -> None:
    postings = Postings.of(["水水", "", "气，水"])
    assert counted(postings) == {"水": {0: 2, 2: 1}, "水水": {0: 1}, "": {1: 1}, "气": {2: 1}}
    assert postings.lengths.tolist() == [3, 1, 2]


def test_the_scores_are_those_of_bm25s() -> None:
    assert scores(Postings.of(TEXTS)) == scores_of_bm25s(TEXTS)


@settings(deadline=None)
@given(st.lists(ANY_TEXTS, min_size=1, max_size=5))
def test_built_step_by_step_is_exactly_what_is_built_at_once(steps: list[list[str]]) -> None:
    postings = NONE
    for texts in steps:
        postings = postings.updated(texts, texts)
        at_once = Postings.of(texts)
        assert counted(postings) == counted(at_once)
        assert postings.lengths.tolist() == at_once.lengths.tolist()
        assert scores(postings) == scores(at_once) == scores_of_bm25s(texts)


@settings(deadline=None)
@given(ANY_TEXTS.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_moved_texts_score_as_if_they_had_always_stood_there(texts_and_moved: tuple[list[str], list[str]]) -> None:
    texts, moved = texts_and_moved
    assert scores(Postings.of(texts).updated(moved, moved)) == scores_of_bm25s(moved)


def test_more_postings_than_are_scored_together_score_the_same() -> None:
    texts = [f"第{number}项工作要求{'水' * (number % 5)}" for number in range(5_000)]
    postings, bm25 = Postings.of(texts), bm25s_of(texts)
    assert len(postings.texts) > TOGETHER
    lexical = Lexical(postings)
    for token in ("要求", "水", "4999", "第"):
        assert lexical.scores({token: 1.0}).tolist() == bm25.get_scores([token]).tolist()


def test_more_postings_than_are_moved_together_are_all_moved() -> None:
    texts = [f"第{number}项工作要求{'水' * (number % 5)}" for number in range(9_000)]
    kept = [text for number, text in enumerate(texts) if number % 7]
    changed = ["新增工作", *kept[:2_500], "第2项", "水", *kept[2_500:], "末项"]
    postings, at_once = Postings.of(texts).updated(changed, changed), Postings.of(changed)
    assert len(postings.texts) > MOVED
    assert counted(postings) == counted(at_once)
    assert postings.lengths.tolist() == at_once.lengths.tolist()


def test_a_text_whose_key_is_known_is_not_read_again() -> None:
    known = Postings.of([]).updated(["a", "b"], ["水", "气"])
    assert counted(known.updated(["b", "c"], ["not read", "空"])) == {"气": {0: 1}, "空": {1: 1}}


def test_a_token_that_stands_nowhere_any_more_is_forgotten() -> None:
    assert Postings.of(["水", "气"]).updated(["气"], ["气"]).tokens == ("气",)


def test_a_count_has_a_limit_and_a_length_has_none() -> None:
    postings = Postings.of(["水" * (MOST + 10)])
    assert counted(postings) == {"水": {0: MOST}, "水水": {0: MOST}}
    assert postings.lengths.tolist() == [2 * (MOST + 10) - 1]


@pytest.mark.parametrize("texts", [TEXTS, [], ["，。"], ["", "水"]])
def test_what_was_saved_comes_back_and_can_be_updated(texts: list[str], tmp_path: Path) -> None:
    Postings.of(texts).save(tmp_path / "lexical")
    loaded = Postings.load(tmp_path / "lexical")
    assert loaded.keys == tuple(texts)
    assert scores(loaded) == scores(Postings.of(texts))
    assert scores(loaded.updated(TEXTS, TEXTS)) == scores(Postings.of(TEXTS))


def test_postings_that_are_missing_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=FILE):
        Postings.load(tmp_path)


@pytest.mark.parametrize("content", [b"", b"{", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_holds_no_postings_is_an_error(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(ValueError, match=r"."):
        Postings.load(tmp_path)


def test_a_changed_bit_anywhere_in_the_arrays_is_an_error(tmp_path: Path) -> None:
    postings = Postings.of(TEXTS)
    postings.save(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    for array in (postings.lengths, postings.starts, postings.texts, postings.counts):
        at = whole.index(array.tobytes()) + array.nbytes // 2
        (tmp_path / FILE).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        with pytest.raises(ValueError, match="no postings can be read"):
            Postings.load(tmp_path)


def test_half_a_file_is_an_error(tmp_path: Path) -> None:
    Postings.of(TEXTS).save(tmp_path)
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match=r"."):
        Postings.load(tmp_path)
