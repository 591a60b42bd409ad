"""Adding documents: read first, copied then, nothing overwritten."""

from pathlib import Path

import pytest

from szassist.errors import CorpusError
from szassist.ingest.add import add_files

TEXT = "某市节水行动计划\n\n一、目标\n到2025年，再生水利用率达到80%以上。\n"


def paper(folder: Path, name: str, text: str = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_files_are_copied_byte_for_byte(tmp_path: Path) -> None:
    one = paper(tmp_path / "here", "one.txt")
    other = paper(tmp_path / "here", "two.md", "# 某市规划\n\n" + TEXT)
    corpus = tmp_path / "corpus"
    assert add_files([one, other], corpus) == (corpus / "one.txt", corpus / "two.md")
    assert (corpus / "two.md").read_bytes() == other.read_bytes()


@pytest.mark.parametrize("name", ["one.txt", "ONE.TXT"])
def test_a_name_that_is_taken_is_refused_and_the_file_there_stays(tmp_path: Path, name: str) -> None:
    there = paper(tmp_path / "corpus", "one.txt", "原来的文件。\n")
    with pytest.raises(CorpusError, match="stays as it is"):
        add_files([paper(tmp_path / "here", name)], tmp_path / "corpus")
    assert there.read_text("utf-8") == "原来的文件。\n"


def test_the_same_bytes_under_another_name_are_refused(tmp_path: Path) -> None:
    paper(tmp_path / "corpus", "one.txt")
    with pytest.raises(CorpusError, match=r"already as one\.txt"):
        add_files([paper(tmp_path / "here", "two.txt")], tmp_path / "corpus")


def test_one_bad_file_keeps_all_out(tmp_path: Path) -> None:
    good, empty = paper(tmp_path / "here", "good.txt"), paper(tmp_path / "here", "empty.txt", " \n")
    with pytest.raises(CorpusError, match=r"empty\.txt"):
        add_files([good, empty], tmp_path / "corpus")
    assert not (tmp_path / "corpus").exists()


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"table\.xls: files of this kind"):
        add_files([paper(tmp_path / "here", "table.xls")], tmp_path / "corpus")
    with pytest.raises(CorpusError, match=r"gone\.txt: no such file"):
        add_files([tmp_path / "gone.txt"], tmp_path / "corpus")
    noise = tmp_path / "noise.txt"
    noise.write_bytes(bytes(range(256)) * 8)
    with pytest.raises(CorpusError, match=r"noise\.txt"):
        add_files([noise], tmp_path / "corpus")
