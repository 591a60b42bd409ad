"""Builds that die, meet another builder or find a damaged index."""

import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from szassist.errors import PolicyIndexError
from szassist.query import Intent, Query
from szassist.schema import Language
from szassist.search.index import EMBED_BATCH, Index, sync
from szassist.search.store import Content, read_manifest

MakeContent = Callable[..., Content]
MakeModel = Callable[..., Path]
OLD = tuple(f"第{number}项工作要求" for number in range(3))
NEW = tuple(f"到{number}年完成" for number in range(EMBED_BATCH + 44))  # embedded in two batches
CALLS = 6  # of progress: none, first batch, second batch, generation written, manifest replaced, cleaned
BUILD = """
import os, pickle, signal, sys
from pathlib import Path
from szassist.search.embed import load_embedder
from szassist.search.index import sync

folder, content, model, when = sys.argv[1:]
calls = 0

def progress(done, total):
    global calls
    if when == "wait":
        print("building", flush=True)
        sys.stdin.readline()
    elif calls == int(when):
        os.kill(os.getpid(), signal.SIGKILL)
    calls += 1

sync(Path(folder), pickle.loads(Path(content).read_bytes()), {"plan.txt": "2"}, load_embedder(model), progress)
"""


def command(folder: Path, content: Content, model: Path, when: str) -> list[str]:
    """A build of `content` by another process that kills itself at, or waits at, its calls of progress."""
    pickled = folder.parent / "content.pickle"
    pickled.write_bytes(pickle.dumps(content))
    return [sys.executable, "-c", BUILD, str(folder), str(pickled), str(model), when]


def texts(folder: Path, embedder: Any, question: str) -> list[str]:
    index = Index.open(folder, embedder)
    try:
        return [hit.text for hit in index.search(Query(question, Language.HANS, Intent.OTHER, content=question))]
    finally:
        index.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def model(tmp_path: Path, embedder: Any) -> Path:
    """The folder that `embedder` was loaded from."""
    return tmp_path / "models" / str(embedder.name)


@pytest.mark.parametrize("call", range(CALLS))
def test_a_build_killed_at_any_point_leaves_a_whole_index_and_the_next_build_ends_it(
    call: int, folder: Path, make_content: MakeContent, embedder: Any, model: Path
) -> None:
    sync(folder, make_content(*OLD), {"plan.txt": "1"}, embedder)
    killed = subprocess.run(command(folder, make_content(*NEW), model, str(call)), check=False)
    assert killed.returncode == -9
    swapped = call >= CALLS - 2
    assert texts(folder, embedder, "第2项工作" if not swapped else "到7年")[0] == ("到7年完成" if swapped else OLD[2])
    assert read_manifest(folder).corpus == {"plan.txt": "2" if swapped else "1"}
    embedder.seen.clear()
    report = sync(folder, make_content(*NEW), {"plan.txt": "2"}, embedder)
    assert len(embedder.seen) == report.embedded == (300, 300 - EMBED_BATCH, 0, 0, 0, 0)[call]
    assert texts(folder, embedder, "到7年")[0] == "到7年完成"
    assert sorted(path.name for path in folder.iterdir() if path.is_dir()) == sorted(
        [read_manifest(folder).generation, read_manifest(folder).vectors]
    )
    assert sync(folder, make_content(*NEW), {"plan.txt": "2"}, embedder).unchanged


@pytest.mark.parametrize("call", range(CALLS))
def test_a_first_build_killed_at_any_point_leaves_no_index_or_a_whole_one(
    call: int, folder: Path, make_content: MakeContent, embedder: Any, model: Path
) -> None:
    subprocess.run(command(folder, make_content(*NEW), model, str(call)), check=False)
    if call < CALLS - 2:
        with pytest.raises(PolicyIndexError, match=r"manifest\.json does not exist; run 'szassist build'"):
            Index.open(folder, embedder)
    assert sync(folder, make_content(*NEW), {"plan.txt": "2"}, embedder).embedded == (300, 44, 0, 0, 0, 0)[call]
    assert texts(folder, embedder, "到7年")[0] == "到7年完成"


def test_a_second_builder_in_another_process_is_told_to_wait(
    folder: Path, make_content: MakeContent, embedder: Any, model: Path
) -> None:
    with subprocess.Popen(
        command(folder, make_content(*OLD), model, "wait"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "building\n"
        with pytest.raises(PolicyIndexError) as caught:
            sync(folder, make_content(*NEW), {"plan.txt": "2"}, embedder)
        assert str(caught.value) == f"{folder} is being built by another process; wait until it has ended"
        other.communicate("\n" * CALLS)
    assert other.returncode == 0
    assert texts(folder, embedder, "第2项工作")[0] == OLD[2]
    assert embedder.seen == ["第2项工作"]


def test_a_second_builder_in_the_same_process_is_told_to_wait(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    def build_again(done: int, total: int) -> None:
        with pytest.raises(PolicyIndexError, match="is being built by another process"):
            sync(folder, make_content(*OLD), {"plan.txt": "1"}, embedder)

    assert sync(folder, make_content(*OLD), {"plan.txt": "1"}, embedder, build_again).embedded == 3


def test_an_index_opened_while_a_build_runs_is_the_old_one(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(*OLD), {"plan.txt": "1"}, embedder)
    seen: list[str] = []
    sync(
        folder,
        make_content(*NEW),
        {"plan.txt": "2"},
        embedder,
        lambda done, total: seen.append(texts(folder, embedder, "第2项工作")[0]),
    )
    assert seen[:4] == [OLD[2]] * 4
    assert OLD[2] not in seen[4:]


def remove_generation(folder: Path) -> None:
    shutil.rmtree(folder / read_manifest(folder).generation)


def remove_lexical(folder: Path) -> None:
    shutil.rmtree(folder / read_manifest(folder).generation / "lexical")


def half_lexical(folder: Path) -> None:
    path = folder / read_manifest(folder).generation / "lexical" / "postings.npz"
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def half_manifest(folder: Path) -> None:
    path = folder / "manifest.json"
    path.write_bytes(path.read_bytes()[:50])


def remove_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def remove_vectors(folder: Path) -> None:
    shutil.rmtree(folder / read_manifest(folder).vectors)


def empty_vectors(folder: Path) -> None:
    (folder / read_manifest(folder).vectors / "chroma.sqlite3").write_bytes(b"")


def garbage_vectors(folder: Path) -> None:
    (folder / read_manifest(folder).vectors / "chroma.sqlite3").write_bytes(b"garbage" * 5000)


DAMAGES = [
    remove_generation,
    remove_lexical,
    half_lexical,
    half_manifest,
    remove_manifest,
    remove_vectors,
    empty_vectors,
    garbage_vectors,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_index_is_refused_with_path_and_remedy_and_mended_by_a_build(
    damage: Callable[[Path], None], folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(*OLD), {"plan.txt": "1"}, embedder)
    damage(folder)
    with pytest.raises(PolicyIndexError) as caught:
        Index.open(folder, embedder)
    assert str(folder) in str(caught.value)
    assert str(caught.value).endswith("run 'szassist build'")
    assert "\n" not in str(caught.value)
    report = sync(folder, make_content(*OLD), {"plan.txt": "1"}, embedder)
    assert report.embedded == (3 if damage.__name__.endswith("vectors") else 0)
    assert not report.unchanged
    assert texts(folder, embedder, "第2项工作")[0] == OLD[2]
    assert len(list(folder.glob("vectors-*"))) == len(list(folder.glob("generation-*"))) == 1


def test_an_index_that_lost_its_vector_files_is_built_anew(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    many = make_content(*(f"第{number}项工作要求" for number in range(1200)))  # Chroma writes its files at 1,000
    sync(folder, many, {"plan.txt": "1"}, embedder)
    vectors = folder / read_manifest(folder).vectors
    for path in vectors.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
    with pytest.raises(PolicyIndexError, match="run 'szassist build'"):
        Index.open(folder, embedder)
    assert sync(folder, many, {"plan.txt": "1"}, embedder).embedded == 1200
    assert texts(folder, embedder, "第717项")[0] == "第717项工作要求"
    assert not vectors.exists()
