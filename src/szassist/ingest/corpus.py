"""Reading a corpus folder: every file into documents, with a ledger of every character and a digest of every file."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from szassist.errors import CorpusError
from szassist.ingest.describe import DESCRIPTION, REPAIRS, DescribedFile, Description, parse_description
from szassist.ingest.documents import SourceFile, build
from szassist.ingest.ledger import LedgerEntry
from szassist.ingest.readers import READERS, read
from szassist.ingest.readers.text import decoded
from szassist.ingest.repairs import SourceRepair, check_repairs, parse_repairs
from szassist.schema import Document

_BESIDE = (
    "english.toml",
)  # files of names that other rooms read: not documents, but part of what an index is made of
_NOT_DOCUMENTS = {"readme.md", "readme.txt", "thumbs.db", "desktop.ini"}


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a corpus folder holds: `digests` maps every file that was read to the SHA-256 of its bytes, in hex."""

    documents: tuple[Document, ...]
    ledger: tuple[LedgerEntry, ...]
    digests: dict[str, str]


def read_corpus(folder: Path) -> Corpus:
    """Every document of a folder, in the order of its files' names; what cannot be read is a `CorpusError`."""
    files = _files(folder)
    names = [path.relative_to(folder).as_posix() for path in files]
    description, repairs, extra = _beside(folder, names)
    documents: list[Document] = []
    entries: list[LedgerEntry] = []
    for name, path, slug in zip(names, files, _slugs(names), strict=True):
        own = repairs.get(name, ())
        source = SourceFile(name, read(path), own, description.of(name), slug)
        check_repairs(own, source.text, _repairs_path(folder, description.of(name)))
        found, ledger = build(source)
        if not found:
            raise CorpusError(f"{path}: no text was found in it; replace it by a file with text, or remove it")
        _check_described(folder / DESCRIPTION, source.description, found)
        documents.extend(found)
        entries.extend(ledger)
    _check_unique(folder, documents)
    digests = {path.relative_to(folder).as_posix(): _digest(path) for path in (*files, *extra)}
    return Corpus(tuple(documents), tuple(entries), digests)


def _files(folder: Path) -> list[Path]:
    """The document files below a folder, by name; hidden ones and read-me files are not documents."""
    if not folder.is_dir():
        raise CorpusError(f"{folder}: no such folder; create it with the documents in it, or set SZASSIST_CORPUS")
    found = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_dir() or any(part.startswith((".", "~$")) for part in parts):
            continue
        if path.name.lower() in _NOT_DOCUMENTS or path.suffix in (".toml", ".jsonl"):
            continue
        if path.suffix.lower() not in READERS:
            raise CorpusError(
                f"{path}: files of this kind cannot be read; convert it to one of {kinds()}, or remove it"
            )
        found.append(path)
    if not found:
        raise CorpusError(
            f"{folder}: holds no document; put files of the kinds {kinds()} there, or set SZASSIST_CORPUS"
        )
    return found


def kinds() -> str:
    """The file name endings that are read, as one line."""
    return " ".join(sorted(READERS))


def _beside(
    folder: Path, names: Sequence[str]
) -> tuple[Description, dict[str, tuple[SourceRepair, ...]], list[Path]]:
    """The description, the repairs of each file, and the files these were read from."""
    read_from = [folder / name for name in _BESIDE if (folder / name).is_file()]
    description = Description()
    if (path := folder / DESCRIPTION).is_file():
        read_from.append(path)
        description = parse_description(decoded(path.read_bytes(), path), path)
    for file in description.file:
        if file.name not in names:
            raise CorpusError(
                f"{path}: describes {file.name!r}, which is not there; add the file or remove its entry"
            )
    lists = {_repairs_path(folder, file): file.name for file in description.file if file.repairs}
    if (folder / REPAIRS).is_file():
        lists.setdefault(folder / REPAIRS, names[0] if len(names) == 1 else "")
    repairs: dict[str, tuple[SourceRepair, ...]] = {}
    for path, default in lists.items():
        if not path.is_file():
            raise CorpusError(f"{path}: named by {DESCRIPTION} but not there; add it or remove `repairs`")
        read_from.append(path)
        for item in parse_repairs(decoded(path.read_bytes(), path), path):
            name = item.file or default
            if name not in names:
                raise CorpusError(
                    f"{path}:{item.line}: repair {item.repair.id} is for {name or 'no file'}; set `file`"
                )
            repairs[name] = (*repairs.get(name, ()), item)
    return description, repairs, read_from


def _repairs_path(folder: Path, file: DescribedFile) -> Path:
    return folder / (file.repairs or REPAIRS)


def _slugs(names: Sequence[str]) -> list[str]:
    """An id for each file from its name: Chinese, letters and digits stay; a second of the same name gets a number."""
    seen: Counter[str] = Counter()
    slugs = []
    for name in names:
        slug = re.sub(r"[\W_]+", "-", Path(name).stem.lower()).strip("-") or "document"
        seen[slug] += 1
        slugs.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
    return slugs


def _check_described(path: Path, file: DescribedFile, found: Sequence[Document]) -> None:
    missing = {item.id for item in file.document} - {document.id for document in found}
    for item in file.document:
        if item.id in missing:
            raise CorpusError(
                f"{path}: {item.id} ({item.title}) was not found in {file.name}; correct its title or role"
            )


def _check_unique(folder: Path, documents: Sequence[Document]) -> None:
    for id_, count in Counter(document.id for document in documents).items():
        if count > 1:
            raise CorpusError(
                f"{folder}: {count} documents have the id {id_!r}; rename a file or an id in {DESCRIPTION}"
            )


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
