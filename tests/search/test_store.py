"""The index folder: what is written is what is read, or one clear error."""

import datetime as dt
import json
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from szassist.errors import PolicyIndexError
from szassist.schema import (
    Baseline,
    Comparator,
    Document,
    Fact,
    FactKind,
    Passage,
    Repair,
    RepairKind,
    Section,
    SectionKind,
    UnitsScope,
    YearBasis,
)
from szassist.search import store
from szassist.search.store import Content, Manifest

MakeContent = Callable[..., Content]
MANIFEST = Manifest(
    format=2,
    generation="generation-000001",
    vectors="vectors-0",
    content="",
    model="tiny",
    fingerprint="f",
    dimension=16,
    corpus={"plan.txt": "1"},
    versions={"szassist": "0"},
)
RICH = Content(
    documents=(
        Document(
            id="plan",
            title="规划",
            issuer="深圳市人民政府",
            date=dt.date(2023, 1, 17),
            number="深府〔2023〕5号",
            source="plan.txt",
            url=None,
            text="规划\u2028\U00020000①",
            sections=(Section(0, None, SectionKind.ROOT, "", "规划", 0, 5, 5),),
            repairs=(Repair("r1", RepairKind.MOJIBAKE, 0, 1, "?", "规", True, "why"),),
            missing=("表1 的表体",),
            adopted_by="notice",
        ),
    ),
    passages=(Passage("p", "plan", 0, 0, 5),),
    facts=(
        Fact(
            id="f",
            kind=FactKind.TARGET,
            indicator="公办养老机构",
            comparator=Comparator.RANGE,
            comparator_word="",
            value=(Decimal("3"), Decimal("5.10")),
            unit="所",
            year=2025,
            year_basis=YearBasis.INHERITED,
            baseline=Baseline(Decimal("1E+2"), "所", None),
            document_id="plan",
            section_path=("第一章 总则",),
            action=None,
            project="项目",
            responsible_units=("民政局", "各区（新区，深汕特别合作区）"),
            units_scope=UnitsScope.ACTION,
            start=0,
            end=5,
            quote="规划",
        ),
    ),
)


def written(folder: Path, content: Content) -> Manifest:
    files = store.serialise(content)
    manifest = replace(MANIFEST, generation=store.write_generation(folder, files), content=store.digest(files))
    store.write_manifest(folder, manifest)
    return manifest


def test_content_comes_back_equal_to_the_last_digit(tmp_path: Path) -> None:
    back = store.read_content(tmp_path, written(tmp_path, RICH))
    assert back == RICH
    assert str(back.facts[0].value) == "(Decimal('3'), Decimal('5.10'))"


def test_a_manifest_comes_back_equal(tmp_path: Path) -> None:
    manifest = written(tmp_path, RICH)
    assert store.read_manifest(tmp_path) == manifest


def test_a_missing_manifest_names_path_and_remedy(tmp_path: Path) -> None:
    with pytest.raises(PolicyIndexError) as caught:
        store.read_manifest(tmp_path)
    assert str(caught.value) == f"{tmp_path / 'manifest.json'} does not exist; run 'szassist build'"


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 2}', b'{"format": "x"}'])
def test_a_half_written_manifest_is_damaged(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(raw)
    with pytest.raises(PolicyIndexError) as caught:
        store.read_manifest(tmp_path)
    assert str(caught.value) == f"{tmp_path / 'manifest.json'} is damaged; run 'szassist build'"


def test_a_manifest_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").mkdir()
    with pytest.raises(PolicyIndexError, match=r"manifest\.json cannot be read .*run 'szassist build'"):
        store.read_manifest(tmp_path)


def test_a_manifest_of_another_format_says_which(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"format": 99}))
    with pytest.raises(PolicyIndexError, match="has format 99, this version reads format 2; run 'szassist build'"):
        store.read_manifest(tmp_path)


@pytest.mark.parametrize("file", ["documents.json", "passages.json", "facts.json"])
def test_a_missing_file_of_the_generation_is_named(file: str, tmp_path: Path) -> None:
    manifest = written(tmp_path, RICH)
    path = tmp_path / manifest.generation / file
    path.unlink()
    with pytest.raises(PolicyIndexError) as caught:
        store.read_content(tmp_path, manifest)
    assert str(caught.value) == f"{path}: cannot be read (No such file or directory); run 'szassist build'"


def test_a_changed_character_in_a_document_is_noticed(tmp_path: Path) -> None:
    manifest = written(tmp_path, RICH)
    path = tmp_path / manifest.generation / "documents.json"
    path.write_bytes(path.read_bytes().replace(b"2023", b"2024"))
    with pytest.raises(PolicyIndexError, match="its files are not those that were built; run 'szassist build'"):
        store.read_content(tmp_path, manifest)


def test_each_generation_gets_a_name_of_its_own(tmp_path: Path) -> None:
    names = [store.write_generation(tmp_path, {"a": b"1"}) for _ in range(2)]
    assert names == ["generation-000001", "generation-000002"]


def test_only_what_the_manifest_does_not_name_is_removed(tmp_path: Path) -> None:
    for name in ("generation-000001", "generation-000002", "vectors-0", "vectors-1", "notes"):
        (tmp_path / name).mkdir()
    store.remove_obsolete(tmp_path, MANIFEST)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["generation-000001", "notes", "vectors-0"]


def test_a_folder_that_cannot_be_made_names_the_setting(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(PolicyIndexError, match=r"cannot be written .*set SZASSIST_INDEX"),
        store.single_builder(tmp_path / "file" / "index"),
    ):
        raise AssertionError("not reached")


def test_the_lock_is_free_again_after_an_error_inside(tmp_path: Path) -> None:
    with pytest.raises(KeyError), store.single_builder(tmp_path):
        raise KeyError
    with store.single_builder(tmp_path):
        pass
