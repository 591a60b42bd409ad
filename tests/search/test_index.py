"""Building and searching an index, with real Chroma, BM25 and a tiny model."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from szassist.errors import PolicyIndexError
from szassist.query import Intent, Query
from szassist.schema import Hit, Language
from szassist.search.dense import EXACT, Dense
from szassist.search.embed import Embedder, load_embedder
from szassist.search.index import Index, SyncReport, is_stale, sync
from szassist.search.postings import Postings
from szassist.search.store import LEXICAL, Content, read_manifest, write_manifest

MakeContent = Callable[..., Content]
MakeModel = Callable[..., Path]
DIGESTS = {"plan.txt": "1"}
WATER, WASTE, AIR = "到2025年水质要求完成", "垃圾分类项目", "空气质量要求"


def asking(question: str) -> Query:
    """A question of which nothing is known but its words."""
    return Query(question, Language.HANS, Intent.OTHER, content=question)


def found(folder: Path, embedder: Embedder, question: str, limit: int = 10) -> list[str]:
    return [hit.text for hit in hits(folder, embedder, question, limit)]


def hits(folder: Path, embedder: Embedder, question: str, limit: int = 10) -> list[Hit]:
    index = Index.open(folder, embedder)
    try:
        return index.search(asking(question), limit)
    finally:
        index.close()


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file of an index but those of Chroma, which tidies its own whenever it is opened."""
    files = (path for path in folder.rglob("*") if path.is_file())
    ours = {str(path.relative_to(folder)): path for path in files if "vectors-" not in str(path)}
    return {name: (path.stat().st_mtime_ns, path.read_bytes()) for name, path in ours.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_what_was_built_is_found(folder: Path, make_content: MakeContent, embedder: Any) -> None:
    content = make_content(WATER, WASTE, AIR)
    assert sync(folder, content, DIGESTS, embedder) == SyncReport(3, embedded=3, reused=0, removed=0, unchanged=False)
    index = Index.open(folder, embedder)
    (hit,) = index.search(asking("垃圾分類"), limit=1)
    document = index.documents["plan"]
    assert (hit.text, hit.section_path) == (WASTE, ("第一章 总则",))
    assert document.text[hit.start : hit.end] == hit.text
    assert hit.score > index.search(asking("垃圾分類"), limit=3)[1].score
    assert (tuple(index.documents.values()), index.passages, index.facts) == (
        content.documents,
        content.passages,
        content.facts,
    )
    index.close()


@pytest.mark.parametrize("question", ["", "  \n\u3000"])
def test_an_empty_question_finds_nothing(
    question: str, folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER), DIGESTS, embedder)
    assert found(folder, embedder, question) == []


def test_a_question_of_unknown_characters_finds_nothing_lexical_and_is_no_error(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    assert set(found(folder, embedder, "qwerty ???")) <= {WATER, WASTE}


def test_the_limit_is_kept_and_may_exceed_the_corpus(folder: Path, make_content: MakeContent, embedder: Any) -> None:
    sync(folder, make_content(WATER, WASTE, AIR), DIGESTS, embedder)
    assert len(found(folder, embedder, "要求", 2)) == 2
    assert len(found(folder, embedder, "要求", 1000)) == 3
    assert found(folder, embedder, "要求", 0) == []


def test_the_same_sentence_at_two_places_is_found_at_both_and_embedded_once(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    assert sync(folder, make_content(WASTE, WATER, WASTE), DIGESTS, embedder).passages == 3
    assert len(embedder.seen) == 2
    assert found(folder, embedder, "垃圾分类", 2) == [WASTE, WASTE]


def test_an_index_without_passages_can_be_built_and_searched(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    assert sync(folder, make_content(), DIGESTS, embedder).passages == 0
    assert found(folder, embedder, "水") == []


def test_a_second_build_of_the_same_embeds_nothing_and_writes_nothing(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    before = snapshot(folder)
    embedder.seen.clear()
    report = sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    assert report == SyncReport(2, embedded=0, reused=2, removed=0, unchanged=True)
    assert embedder.seen == []
    assert snapshot(folder) == before


def test_a_changed_document_embeds_only_its_changed_passages(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    embedder.seen.clear()
    report = sync(folder, make_content(AIR, WASTE, document_id="plan"), {"plan.txt": "2"}, embedder)
    assert report == SyncReport(2, embedded=1, reused=1, removed=1, unchanged=False)
    assert embedder.seen == [f"第一章 总则\n{AIR}"]
    assert set(found(folder, embedder, "水质")) == {AIR, WASTE}
    assert [path.name for path in folder.glob("generation-*")] == ["generation-000002"]


def test_an_index_built_again_and_again_finds_exactly_what_one_built_at_once_finds(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    versions = ((WATER, WASTE), (WASTE, AIR, WATER), (AIR, AIR), (AIR, "垃圾和空气", WATER, AIR), (WATER,))
    for number, sentences in enumerate(versions):
        content, digests = make_content(*sentences), {"plan.txt": str(number)}
        sync(folder, content, digests, embedder)
        sync(folder.with_name(f"at-once-{number}"), content, digests, embedder)
        for question in ("水质要求", "垃圾分类", "空气", "2025年"):
            assert hits(folder, embedder, question) == hits(folder.with_name(f"at-once-{number}"), embedder, question)


def planted(folder: Path) -> None:
    """What the index counted of its passages, in the place of them other words."""
    lexical = folder / read_manifest(folder).generation / LEXICAL
    kept = Postings.load(lexical)
    Postings.of([]).updated(kept.keys, ["大气"] * len(kept.keys)).save(lexical)


def words(folder: Path) -> tuple[str, ...]:
    """The tokens that the lexical index knows."""
    return Postings.load(folder / read_manifest(folder).generation / LEXICAL).tokens


def test_the_words_of_a_passage_that_did_not_change_are_not_counted_again(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    planted(folder)
    sync(folder, make_content(WATER, AIR), {"plan.txt": "2"}, embedder)
    assert {"大气", "空气"} <= set(words(folder))
    assert not {"水质", "垃圾"} & set(words(folder))


@pytest.mark.parametrize("version", ["code", "opencc", "unicode", "bm25s"])
def test_what_another_version_counted_is_counted_again(
    version: str, folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    planted(folder)
    manifest = read_manifest(folder)
    write_manifest(folder, replace(manifest, versions={**manifest.versions, version: "0"}))
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    assert "大气" not in words(folder)
    assert {"水质", "垃圾"} <= set(words(folder))


def test_a_lexical_index_of_other_passages_is_refused_and_mended_by_a_build(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    Postings.of([WASTE, WATER]).save(folder / read_manifest(folder).generation / LEXICAL)
    with pytest.raises(PolicyIndexError, match="the lexical index is that of other texts; run 'szassist build'"):
        Index.open(folder, embedder)
    assert not sync(folder, make_content(WATER, WASTE), DIGESTS, embedder).unchanged
    assert found(folder, embedder, "垃圾", 1) == [WASTE]


def test_a_passage_that_only_moved_is_not_embedded_again(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    embedder.seen.clear()
    assert sync(folder, make_content(WASTE, WATER), {"plan.txt": "2"}, embedder).reused == 2
    assert embedder.seen == []
    assert found(folder, embedder, "垃圾", 1) == [WASTE]


def test_progress_counts_passages_and_three_last_steps(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    steps: list[tuple[int, int]] = []
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder, lambda done, total: steps.append((done, total)))
    assert steps == [(0, 5), (2, 5), (3, 5), (4, 5), (5, 5)]


def test_the_manifest_says_what_the_index_was_made_from(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER), DIGESTS, embedder)
    manifest = read_manifest(folder)
    assert (manifest.format, manifest.model, manifest.dimension) == (2, "tiny", 16)
    assert (manifest.fingerprint, manifest.corpus) == (embedder.fingerprint, DIGESTS)
    assert {"szassist", "chromadb", "bm25s"} <= manifest.versions.keys()


def test_an_index_is_stale_when_missing_or_made_from_something_else(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    assert is_stale(folder, DIGESTS, embedder.fingerprint)
    sync(folder, make_content(WATER), DIGESTS, embedder)
    assert not is_stale(folder, DIGESTS, embedder.fingerprint)
    assert is_stale(folder, {"plan.txt": "2"}, embedder.fingerprint)
    assert is_stale(folder, {**DIGESTS, "more.txt": "1"}, embedder.fingerprint)
    assert is_stale(folder, DIGESTS, "another model")
    shutil.rmtree(folder / read_manifest(folder).vectors)
    assert is_stale(folder, DIGESTS, embedder.fingerprint)


def test_another_model_is_refused_with_both_names_and_the_remedy(
    folder: Path, make_content: MakeContent, make_model: MakeModel, embedder: Any
) -> None:
    sync(folder, make_content(WATER), DIGESTS, embedder)
    other = load_embedder(str(make_model("other", seed=1)))
    with pytest.raises(PolicyIndexError) as caught:
        Index.open(folder, other)
    assert str(caught.value) == (
        f"{folder / 'manifest.json'} was built with tiny ({embedder.fingerprint[:8]}),"
        f" settings name other ({other.fingerprint[:8]}); run 'szassist build'"
    )
    assert sync(folder, make_content(WATER), DIGESTS, other).embedded == 1
    assert found(folder, other, "水质") == [WATER]


def test_an_index_in_use_survives_a_build_with_another_model(
    folder: Path, make_content: MakeContent, make_model: MakeModel, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    index = Index.open(folder, embedder)
    before = index.search(asking("水质"))
    sync(folder, make_content(AIR), {"plan.txt": "2"}, load_embedder(str(make_model("other", seed=1))))
    assert index.search(asking("水质")) == before
    index.close()


def test_an_index_in_use_ignores_vectors_it_does_not_know(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER), DIGESTS, embedder)
    index = Index.open(folder, embedder)
    dense = Dense.open(folder / read_manifest(folder).vectors, embedder.fingerprint)
    dense.upsert(["a stranger"], embedder.encode([WATER]))
    assert [hit.text for hit in index.search(asking("水质"))] == [WATER]
    dense.close()
    index.close()


def test_threads_that_share_an_index_get_what_one_gets(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(
        folder,
        make_content(*(f"第{number}项工作要求到{2000 + number}年完成" for number in range(60))),
        DIGESTS,
        embedder,
    )
    index = Index.open(folder, embedder)
    questions = [f"{2000 + number}年" for number in range(60)]
    expected = [index.search(asking(question)) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(index.search, map(asking, questions * 5))) == expected * 5
    index.close()
    index.close()


def test_vectors_move_to_the_database_that_suits_their_number_without_being_embedded_again(
    folder: Path, make_content: MakeContent, embedder: Any
) -> None:
    sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    small = folder / read_manifest(folder).vectors
    large = Dense.open(folder / "vectors-large", embedder.fingerprint, create=True, expected=EXACT + 1)
    kept = Dense.open(small, embedder.fingerprint)
    large.copy(kept, kept.ids())
    kept.close()
    large.close()
    shutil.rmtree(small)
    report = sync(folder, make_content(WATER, WASTE), DIGESTS, embedder)
    assert (report.embedded, report.reused, report.unchanged) == (0, 2, False)
    assert found(folder, embedder, "水质")[0] == WATER
    assert [path.name for path in folder.glob("vectors-*")] == [read_manifest(folder).vectors] != ["vectors-large"]
