"""The index folder: the manifest, the generation it names, and the lock of the one builder.

`manifest.json` is the only entry point. It is replaced atomically after everything it names has been written, so a
reader sees the old index or the new one, never half of either.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unicodedata import unidata_version
from uuid import uuid4

import szassist
from szassist.errors import PolicyIndexError
from szassist.schema import Document, Fact, Passage

FORMAT = 2  # of the folder; raise it when older code could not read what this code writes
MANIFEST = "manifest.json"
LOCK = "build.lock"
GENERATION, VECTORS, LEXICAL = "generation-", "vectors-", "lexical"
REMEDY = "run 'szassist build'"


@dataclass(frozen=True, slots=True)
class Content:
    """What an index is made of."""

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` says: which files make up the index and what they were made from."""

    format: int
    generation: str  # folder of documents, passages, facts and the lexical index
    vectors: str  # folder of the vector database
    content: str  # digest of the generation's documents, passages and facts
    model: str
    fingerprint: str
    dimension: int
    corpus: Mapping[str, str]  # digest of every file of the corpus
    versions: Mapping[str, str]  # of this package and of whatever else the files depend on


@cache
def library_versions() -> Mapping[str, str]:
    """The versions of this package, its code that shapes an index and whatever else the files of an index depend on."""
    libraries = {name: version(name) for name in ("bm25s", "chromadb", "opencc")}
    return {"szassist": szassist.__version__, "code": _code_digest(), "unicode": unidata_version, **libraries}


def _code_digest() -> str:
    """Digest of the modules and data files that an index is the result of, so that a change of them is noticed."""
    package = Path(szassist.__file__).parent
    files = [package / "schema.py"]
    for room in ("text", "ingest", "register", "search"):
        files += (path for path in (package / room).rglob("*") if path.is_file() and path.suffix != ".pyc")
    return digest({path.relative_to(package).as_posix(): path.read_bytes() for path in files})[:16]


@cache
def _adapter(noun: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(noun)


def serialise(content: Content) -> dict[str, bytes]:
    """`content` as the files of a generation."""
    parts = {"documents": content.documents, "passages": content.passages, "facts": content.facts}
    return {f"{name}.json": _adapter(_NOUNS[name]).dump_json(part) for name, part in parts.items()}


_NOUNS = {"documents": tuple[Document, ...], "passages": tuple[Passage, ...], "facts": tuple[Fact, ...]}


def digest(files: Mapping[str, bytes]) -> str:
    """One digest of the files' names and bytes."""
    total = sha256()
    for name, content in sorted(files.items()):
        total.update(f"{name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the index in `folder`; PolicyIndexError if there is none that this code can use."""
    from pydantic import ValidationError

    path = folder / MANIFEST
    try:
        raw = path.read_bytes()
        found = json.loads(raw)
        form = found.get("format") if isinstance(found, dict) else None
        if isinstance(form, int) and form != FORMAT:
            raise PolicyIndexError(f"{path} has format {form}, this version reads format {FORMAT}; {REMEDY}")
        manifest: Manifest = _adapter(Manifest).validate_json(raw)
    except FileNotFoundError:
        raise PolicyIndexError(f"{path} does not exist; {REMEDY}") from None
    except OSError as error:
        raise PolicyIndexError(f"{path} cannot be read ({error.strerror}); make it readable or {REMEDY}") from error
    except (ValidationError, ValueError) as error:
        raise PolicyIndexError(f"{path} is damaged; {REMEDY}") from error
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Put `manifest` in the place of the one before it, at one stroke."""
    with _writable(folder):
        fresh = folder / f"{MANIFEST}.new"
        with fresh.open("wb") as stream:
            stream.write(_adapter(Manifest).dump_json(manifest, indent=2) + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(folder / MANIFEST)


def read_content(folder: Path, manifest: Manifest) -> Content:
    """The documents, passages and facts that `manifest` names, byte for byte as they were built."""
    from pydantic import ValidationError

    place = folder / manifest.generation
    try:
        files = {f"{name}.json": (place / f"{name}.json").read_bytes() for name in _NOUNS}
    except OSError as error:
        raise PolicyIndexError(f"{error.filename}: cannot be read ({error.strerror}); {REMEDY}") from error
    if digest(files) != manifest.content:
        raise PolicyIndexError(f"{place}: its files are not those that were built; {REMEDY}")
    try:
        parts = {name: _adapter(noun).validate_json(files[f"{name}.json"]) for name, noun in _NOUNS.items()}
    except ValidationError as error:
        raise PolicyIndexError(f"{place}: was written by another version of szassist; {REMEDY}") from error
    return Content(**parts)


def write_generation(folder: Path, files: Mapping[str, bytes]) -> str:
    """Write the files of a new generation and give its name; the manifest does not name it yet."""
    names = [path.name.removeprefix(GENERATION) for path in _folders(folder, GENERATION)]
    numbers = [int(name) for name in names if name.isdecimal()]
    name = f"{GENERATION}{max(numbers, default=0) + 1:06d}"
    with _writable(folder):
        (folder / name).mkdir()
        for file, content in files.items():
            (folder / name / file).write_bytes(content)
    return name


def vector_folders(folder: Path) -> list[str]:
    """Names of the vector databases in `folder`, whether the manifest names them or not."""
    return sorted(path.name for path in _folders(folder, VECTORS))


def new_vector_folder() -> str:
    """A name no vector database ever had: Chroma remembers folders by name for as long as a process lives."""
    return f"{VECTORS}{uuid4().hex[:8]}"


def remove_obsolete(folder: Path, manifest: Manifest) -> int:
    """Remove the generations and vector databases that `manifest` does not name; give their number."""
    obsolete = [
        path
        for path in (*_folders(folder, GENERATION), *_folders(folder, VECTORS))
        if path.name not in (manifest.generation, manifest.vectors)
    ]
    for path in obsolete:
        shutil.rmtree(path, ignore_errors=True)  # what a reader still holds open is removed by the next build
    return len(obsolete)


@contextmanager
def single_builder(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; PolicyIndexError at once if another builder holds it."""
    from filelock import FileLock, Timeout

    with _writable(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise PolicyIndexError(f"{folder} is being built by another process; wait until it has ended") from None
    try:
        yield
    finally:
        lock.release()


def _folders(folder: Path, prefix: str) -> list[Path]:
    return [path for path in folder.glob(f"{prefix}*") if path.is_dir()]


@contextmanager
def _writable(folder: Path) -> Iterator[None]:
    """An operating system's refusal to write, as one error."""
    try:
        yield
    except OSError as error:
        raise PolicyIndexError(
            f"{error.filename or folder} cannot be written ({error.strerror}); make it writable or set SZASSIST_INDEX"
        ) from error
