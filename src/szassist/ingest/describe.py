"""The optional description of a corpus, `corpus.toml`: what its documents are called, who issued them and when."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from szassist.errors import CorpusError
from szassist.ingest.pages import packed

DESCRIPTION = "corpus.toml"
REPAIRS = "repairs.jsonl"


class DescribedRole(StrEnum):
    """What a described document is on its page."""

    NOTICE = "notice"
    EXCERPTS = "excerpts"
    DOCUMENT = "document"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class DescribedDocument(_Model):
    """One document of a file, known by its role or by its title, never by a place in the text."""

    id: str = Field(pattern=r"^[\w-]+$")
    title: str = Field(min_length=1)
    role: DescribedRole = DescribedRole.DOCUMENT
    issuer: str | None = None
    date: dt.date | None = None
    number: str | None = None
    adopted_by: str | None = None
    missing: tuple[str, ...] = ()


class DescribedFile(_Model):
    """One source file; `origin` and `note` are shown to readers as its edition."""

    name: str
    repairs: str | None = None
    url: str | None = None
    origin: str = ""
    note: str = ""
    document: tuple[DescribedDocument, ...] = ()

    def find(self, role: DescribedRole, title: str) -> DescribedDocument | None:
        """The description of the notice, of the excerpts, or of the document with this title."""
        same = [item for item in self.document if item.role is role]
        if role is not DescribedRole.DOCUMENT:
            return same[0] if same else None
        named = [item for item in same if packed(item.title) == packed(title)]
        alone = same if len(self.document) == 1 else []
        return next(iter(named or alone), None)


class Description(_Model):
    """What a corpus folder says about its files."""

    file: tuple[DescribedFile, ...] = ()

    def of(self, name: str) -> DescribedFile:
        """The description of a file, empty where there is none."""
        return next((item for item in self.file if item.name == name), DescribedFile(name=name))


def parse_description(text: str, path: Path) -> Description:
    """A description from its text; what cannot be read is a `CorpusError` naming file and line or field."""
    try:
        description = Description.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{path}:{line.group(1)}" if line else f"{path}:{text.count(chr(10)) + 1}"
        raise CorpusError(f"{where}: not TOML ({error}); correct the line") from error
    except ValidationError as error:
        what = error.errors()[0]
        field = ".".join(str(part) for part in what["loc"])
        raise CorpusError(f"{path}: {field}: {what['msg']} (got {what.get('input')!r}); correct it") from error
    _check(description, path)
    return description


def _check(description: Description, path: Path) -> None:
    ids = [item.id for file in description.file for item in file.document]
    for id_ in ids:
        if ids.count(id_) > 1:
            raise CorpusError(f"{path}: two documents have the id {id_!r}; rename one of them")
    for file in description.file:
        for item in file.document:
            if item.adopted_by is not None and item.adopted_by not in ids:
                raise CorpusError(f"{path}: {item.id} is adopted_by {item.adopted_by!r}, which is no document's id")
