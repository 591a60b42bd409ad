"""A run: the answers that systems gave to cases, kept with all that is needed to score them again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from szassist.errors import SzassistError
from szassist.evaluation.dataset import Case
from szassist.schema import Language, Status, Trust

FORMAT = 1


class RunError(SzassistError):
    """A stored run cannot be used."""


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Found(_Kept):
    """A passage that a search found, by its place."""

    document_id: str
    start: int
    end: int


class Cited(Found):
    """A passage that an answer cites; `quote` is what was shown of it."""

    quote: str


class Reply(_Kept):
    """What one system did with one case."""

    system: str
    case: str
    turns: tuple[str, ...] = ()  # its own replies to the earlier turns
    text: str = ""
    status: Status = Status.ANSWERED
    language: Language = Language.HANS
    citations: tuple[Cited, ...] = ()
    trust: Trust = Field(default_factory=Trust)
    engine: str = ""
    seconds: float = 0.0  # for the last turn alone
    found: tuple[Found, ...] | None = None  # what its search finds; None where it was not searched
    error: str = ""  # what it raised instead of answering


class Run(_Kept):
    """Cases and replies with the configuration, the documents' digests and the version they were made with."""

    format: int = FORMAT
    version: str
    made: datetime
    settings: Mapping[str, str]
    corpus: Mapping[str, str]  # digest of every corpus file
    units: Mapping[str, str]  # names of responsible units as the documents write them, with the English ones
    systems: tuple[str, ...]
    cases: tuple[Case, ...]
    replies: tuple[Reply, ...]

    def check_corpus(self, corpus: Mapping[str, str]) -> None:
        """`RunError` naming the files that differ unless the run was made with the files of these digests."""
        changed = sorted({name for name, _ in self.corpus.items() ^ corpus.items()})
        if changed:
            raise RunError(
                f"the run was made with other documents (changed: {', '.join(changed)});"
                " put them back or answer the questions again"
            )


def now() -> datetime:
    """The present moment, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def load_run(path: Path) -> Run:
    """The run stored in `path`; `RunError` if it cannot be read or was written in another format."""
    try:
        run = Run.model_validate_json(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise RunError(f"{path}: cannot be read ({error}); name a file written with --save") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise RunError(f"{path}: {where}: {first['msg']}; name a file written with --save") from error
    if run.format != FORMAT:
        raise RunError(f"{path}: format {run.format} where {FORMAT} is read; answer the questions again")
    return run
