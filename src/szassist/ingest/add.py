"""Adding documents to a corpus folder: read first, then copied; what is there is never overwritten."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from szassist.errors import CorpusError
from szassist.ingest.corpus import kinds
from szassist.ingest.describe import Description
from szassist.ingest.documents import SourceFile, build
from szassist.ingest.readers import READERS, read


def add_files(files: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Copy `files` into the corpus folder, all or none; a `CorpusError` names the first that cannot be added."""
    content = {path: _checked(path) for path in files}
    _check_names(files, folder)
    _check_new(content, folder)
    added: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in files:
            target = folder / path.name
            with target.open("xb") as file:
                added.append(target)
                file.write(content[path])
    except OSError as error:
        for target in added:
            target.unlink(missing_ok=True)
        raise CorpusError(
            f"{folder}: {path.name} cannot be written there ({error.strerror}); correct it and add again"
        ) from error
    return tuple(added)


def _checked(path: Path) -> bytes:
    """The bytes of a file that can be read as a document."""
    if not path.is_file():
        raise CorpusError(f"{path}: no such file; name an existing one")
    if path.suffix.lower() not in READERS:
        raise CorpusError(f"{path}: files of this kind cannot be read; convert it to one of {kinds()}")
    if path.name.startswith((".", "~$")):
        raise CorpusError(f"{path}: hidden and lock files are not read; rename it")
    documents, _ = build(SourceFile(path.name, read(path), (), Description().of(path.name), "document"))
    if not documents:
        raise CorpusError(f"{path}: no text was found in it; add a file with text")
    return path.read_bytes()


def _check_names(files: Iterable[Path], folder: Path) -> None:
    taken = {other.name.lower() for other in folder.iterdir()} if folder.is_dir() else set()
    for path in files:
        if path.name.lower() in taken:
            raise CorpusError(f"{folder / path.name}: is there already and stays as it is; rename {path} to add it")
        taken.add(path.name.lower())


def _check_new(content: dict[Path, bytes], folder: Path) -> None:
    there = {_digest(path.read_bytes()): path for path in sorted(folder.rglob("*")) if path.is_file()}
    for path, held in content.items():
        if same := there.get(_digest(held)):
            raise CorpusError(f"{path}: the same file is in the corpus already as {same.name}; nothing to add")
        there[_digest(held)] = path


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
