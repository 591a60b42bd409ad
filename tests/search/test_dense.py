"""Vectors in a real Chroma database, whole and damaged."""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from szassist.errors import PolicyIndexError
from szassist.search.dense import EXACT, Dense

EAST, NORTH, NORTHEAST = [1.0, 0.0], [0.0, 1.0], [0.6, 0.8]
MANY = 1200  # Chroma writes its vector files after 1,000 rows; before that all rows stand in its log


def rows(*vectors: list[float]) -> NDArray[np.float32]:
    return np.array(vectors, dtype=np.float32)


def spread(count: int) -> NDArray[np.float32]:
    return np.random.default_rng(0).normal(size=(count, 8)).astype(np.float32)


@pytest.fixture(params=[0, EXACT + 1], ids=["scan", "graph"])
def expected(request: pytest.FixtureRequest) -> int:
    """How many vectors a database is made for: few are scanned, many are searched by Chroma's graph."""
    return int(request.param)


def filled(folder: Path, count: int = MANY, expected: int = 0) -> list[str]:
    """A database of `count` vectors, made for `expected` ones, closed; gives their ids."""
    ids = [f"p{number}" for number in range(count)]
    dense = Dense.open(folder, "model", create=True, expected=expected)
    dense.upsert(ids, spread(count))
    dense.check(ids)
    dense.close()
    return ids


def test_neighbours_come_best_first_with_the_cosine(tmp_path: Path, expected: int) -> None:
    dense = Dense.open(tmp_path, "model", create=True, expected=expected)
    dense.upsert(["e", "n", "ne"], rows(EAST, NORTH, NORTHEAST))
    found = dense.query(rows(EAST)[0], 10)
    assert [near.id for near in found] == ["e", "ne", "n"]
    assert [near.similarity for near in found] == pytest.approx([1.0, 0.6, 0.0], abs=1e-6)
    assert [near.id for near in dense.query(rows(NORTH)[0], 1)] == ["n"]
    dense.close()


def test_a_vector_of_zeros_has_no_neighbours(tmp_path: Path, expected: int) -> None:
    dense = Dense.open(tmp_path, "model", create=True, expected=expected)
    dense.upsert(["e"], rows(EAST))
    assert dense.query(rows([0.0, 0.0])[0], 10) == dense.query(rows(EAST)[0], 0) == []
    dense.close()


def test_an_empty_database_has_no_neighbours(tmp_path: Path, expected: int) -> None:
    dense = Dense.open(tmp_path, "model", create=True, expected=expected)
    assert dense.query(rows(EAST)[0], 10) == []
    dense.check([])
    dense.close()


def test_stored_vectors_are_given_back_by_id(tmp_path: Path) -> None:
    ids = filled(tmp_path)
    dense = Dense.open(tmp_path, "model")
    wanted = spread(MANY)[3]
    stored = dense.vectors(["p3"])["p3"]
    assert stored / np.linalg.norm(stored) == pytest.approx(wanted / np.linalg.norm(wanted), abs=1e-6)
    assert dense.vectors(["p7", "unknown", "p5"]).keys() == {"p5", "p7"}
    assert dense.ids() == frozenset(ids)
    assert dense.count() == MANY
    dense.close()


def test_more_vectors_than_chroma_takes_at_once_are_stored_in_batches(tmp_path: Path) -> None:
    ids = filled(tmp_path, count=6000)  # it takes 5,461
    dense = Dense.open(tmp_path, "model")
    assert len(dense.vectors(ids)) == 6000
    dense.delete(ids)
    assert dense.count() == 0
    dense.close()


def test_an_id_that_is_there_gets_the_new_vector_and_a_deleted_one_is_gone(tmp_path: Path) -> None:
    dense = Dense.open(tmp_path, "model", create=True)
    dense.upsert(["a", "b"], rows(EAST, EAST))
    dense.upsert(["a"], rows(NORTH))
    assert dense.query(rows(NORTH)[0], 1)[0].id == "a"
    dense.delete(["a", "unknown"])
    assert dense.ids() == {"b"}
    dense.close()


def test_vectors_that_a_build_left_behind_are_listed_beside_those_that_are_needed(tmp_path: Path) -> None:
    dense = Dense.open(tmp_path, "model", create=True)
    dense.upsert(["a", "left"], rows(EAST, NORTH))
    assert dense.ids(["a"]) == {"a", "left"}
    dense.delete(["left"])
    assert dense.ids(["a"]) == {"a"}
    dense.close()


def test_each_model_sees_its_own_vectors_only(tmp_path: Path) -> None:
    first, second = (Dense.open(tmp_path, model, create=True) for model in ("one", "two"))
    first.upsert(["a"], rows(EAST))
    second.upsert(["b"], rows([1.0, 0.0]))
    assert first.ids() == {"a"}
    first.keep_models(["two"])
    assert second.ids() == {"b"}
    first.close()
    second.close()
    with pytest.raises(PolicyIndexError, match="run 'szassist build'"):
        Dense.open(tmp_path, "one")


def test_a_missing_database_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(PolicyIndexError) as caught:
        Dense.open(tmp_path / "none", "model")
    assert str(caught.value) == f"{tmp_path / 'none'}: the vector database is missing; run 'szassist build'"
    assert not (tmp_path / "none").exists()


def remove_vector_files(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


def cut_vector_file(folder: Path) -> None:
    (path,) = folder.rglob("data_level0.bin")
    path.write_bytes(path.read_bytes()[:1000])


def empty_sqlite(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"")


def garbage_sqlite(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"not a database " * 1000)


def cut_sqlite(folder: Path) -> None:
    path = folder / "chroma.sqlite3"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize(
    "damage",
    [remove_vector_files, cut_vector_file, empty_sqlite, garbage_sqlite, cut_sqlite],
    ids=lambda f: f.__name__,
)
def test_damage_is_noticed_and_named_with_path_and_remedy(
    damage: Callable[[Path], None], expected: int, tmp_path: Path
) -> None:
    ids = filled(tmp_path, expected=expected)
    damage(tmp_path)
    with pytest.raises(PolicyIndexError) as caught:
        Dense.open(tmp_path, "model").check(ids)
    assert str(tmp_path) in str(caught.value)
    assert str(caught.value).endswith("run 'szassist build'")
    assert "\n" not in str(caught.value)


def test_vectors_that_were_never_stored_are_noticed(tmp_path: Path) -> None:
    filled(tmp_path, count=20)
    dense = Dense.open(tmp_path, "model")
    with pytest.raises(PolicyIndexError, match="20 vectors where 21 are needed"):
        dense.check([f"p{number}" for number in range(21)])
    with pytest.raises(PolicyIndexError, match="vectors are missing"):
        dense.check(frozenset(f"q{number}" for number in range(20)))
    dense.check(frozenset(f"p{number}" for number in range(20)))
    dense.close()


def test_a_vector_of_another_length_is_one_clear_error(tmp_path: Path, expected: int) -> None:
    dense = Dense.open(tmp_path, "model", create=True, expected=expected)
    dense.upsert(["a"], rows(EAST))
    with pytest.raises(PolicyIndexError, match="dimension"):
        dense.query(rows([1.0, 0.0, 0.0])[0], 1)
    dense.close()


def test_few_vectors_are_scanned_many_searched_by_the_graph_and_the_database_remembers_which(
    tmp_path: Path, expected: int
) -> None:
    filled(tmp_path, count=20, expected=expected)
    dense = Dense.open(tmp_path, "model", create=True)
    assert dense.exact == (expected == 0)
    dense.close()


def test_a_database_suits_its_own_size_and_neither_is_left_for_a_small_change(tmp_path: Path) -> None:
    scan = Dense.open(tmp_path / "scan", "model", create=True)
    graph = Dense.open(tmp_path / "graph", "model", create=True, expected=EXACT + 1)
    sizes = (0, EXACT // 2, EXACT // 2 + 1, EXACT, EXACT + 1)
    assert [scan.suits(size) for size in sizes] == [True, True, True, True, False]
    assert [graph.suits(size) for size in sizes] == [False, False, True, True, True]
    scan.close()
    graph.close()


def test_both_ways_find_the_same_neighbours(tmp_path: Path) -> None:
    found = []
    for name, expected in (("scan", 0), ("graph", EXACT + 1)):
        filled(tmp_path / name, expected=expected)
        dense = Dense.open(tmp_path / name, "model")
        found.append([near.id for vector in spread(MANY)[:30] for near in dense.query(vector, 10)])
        dense.close()
    scanned, by_graph = found
    assert len(scanned) == 300
    assert sum(a == b for a, b in zip(scanned, by_graph, strict=True)) >= 294  # 98 %


def test_vectors_are_copied_to_the_database_that_suits_more_of_them(tmp_path: Path) -> None:
    ids = filled(tmp_path / "scan", count=20)
    few = Dense.open(tmp_path / "scan", "model")
    many = Dense.open(tmp_path / "graph", "model", create=True, expected=EXACT + 1)
    assert many.copy(few, [*ids[:5], "unknown"]) == many.ids() == set(ids[:5])
    assert many.query(spread(20)[3], 1)[0].id == "p3"
    few.close()
    many.close()


def test_a_scan_made_ready_finds_what_it_was_made_ready_for_and_nothing_stored_since(tmp_path: Path) -> None:
    dense = Dense.open(tmp_path, "model", create=True)
    dense.upsert(["e", "n"], rows(EAST, NORTH))
    dense.ready(["n"])
    dense.upsert(["ne"], rows(NORTHEAST))
    assert [near.id for near in dense.query(rows(EAST)[0], 10)] == ["n"]
    dense.close()


def test_a_scan_is_not_made_ready_with_a_vector_missing(tmp_path: Path) -> None:
    filled(tmp_path, count=40)
    dense = Dense.open(tmp_path, "model")
    with pytest.raises(PolicyIndexError, match="39 of 40 vectors can be read"):
        dense.ready([*(f"p{number}" for number in range(38)), "unknown", "p39"])
    dense.close()


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    dense = Dense.open(tmp_path, "model", create=True)
    dense.close()
    dense.close()
