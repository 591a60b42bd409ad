"""Settings: environment variables SZASSIST_*, read once and passed in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from szassist.errors import SettingsError
from szassist.schema import Language

PACKAGE = Path(__file__).parent
SHIPPED_MODEL = PACKAGE / "models" / "policy-static-256"


def project_folder(name: str) -> Path:
    """The folder `name` of the checkout the package runs from, else of the working directory."""
    checkout = PACKAGE.parent.parent
    return (checkout if (checkout / "pyproject.toml").is_file() else Path.cwd()) / name


class Settings(BaseSettings):
    """Everything that can be set from outside; every field is one variable `SZASSIST_<NAME>`."""

    model_config = SettingsConfigDict(env_prefix="SZASSIST_", frozen=True, extra="forbid")

    corpus: Path = Field(
        default_factory=lambda: project_folder("corpus"), description="folder with the documents as received"
    )
    index: Path = Field(default_factory=lambda: project_folder("index"), description="folder for the derived index")
    embedding_model: str = Field(
        default=str(SHIPPED_MODEL),
        description="sentence-transformers model: hub name or folder",
        min_length=1,
    )
    chroma_url: str | None = Field(
        default=None,
        description="address of a Chroma server that keeps the vectors; unset: they are kept in the index folder",
        pattern=r"^https?://[^/\s]+",
    )
    thesaurus: Path | None = Field(
        default=None, description="TOML file with everyday expressions of your own and their official words"
    )
    host: str = Field(default="127.0.0.1", description="address the web server listens on")
    port: int = Field(default=7860, ge=1, le=65535, description="port the web server listens on")
    access_token: str = Field(default="", description="token that the page and the API ask for; empty: none")
    rate_limit: int = Field(default=240, ge=0, description="API requests a minute from one address; 0: no limit")
    concurrency: int = Field(default=16, ge=1, description="API requests answered at the same time; more get 503")
    timeout: float = Field(default=60.0, gt=0, description="seconds after which an API request is given up")
    cors_origins: str = Field(default="", description="origins whose pages may call the API, separated by commas")
    trusted_proxies: str = Field(
        default="", description="addresses of proxies whose forwarded headers are believed, separated by commas"
    )
    log_questions: bool = Field(default=False, description="write questions into the server's log")
    feedback: Path | None = Field(
        default_factory=lambda: project_folder("feedback.sqlite"),
        description="SQLite file that keeps readers' verdicts on answers; off: none are kept",
    )
    language: Language | None = Field(
        default=None, description="language of answers (zh-Hans, zh-Hant, en); unset: that of the question"
    )
    chat_model: str | None = Field(
        default=None, description="chat model that phrases answers, as provider:model; unset: none", min_length=1
    )
    chat_base_url: str | None = Field(default=None, description="address of an OpenAI-compatible server or of Ollama")
    chat_api_key: SecretStr | None = Field(
        default=None, description="key of the chat model; unset: the provider's own"
    )
    chat_timeout: float = Field(default=20, gt=0, le=600, description="seconds a chat model may take for one answer")
    chat_json: bool = Field(default=True, description="hold the chat model to JSON where its provider can")
    chat_options: dict[str, Any] = Field(default={}, description="further arguments of the chat model, as JSON")

    @field_validator("feedback", mode="before")
    @classmethod
    def _off(cls, value: object) -> object:
        return None if value == "off" else value

    @classmethod
    def load(cls) -> Settings:
        """Read the environment; a value that cannot be used ends in one clear `SettingsError`."""
        try:
            return cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = "SZASSIST_" + "_".join(str(part) for part in first["loc"]).upper()
            raise SettingsError(
                f"{name}: {first['msg']} (got {first.get('input')!r}); correct or unset it"
            ) from error
