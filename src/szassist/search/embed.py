"""Embedding models: the shipped static one, read with numpy, or any other by sentence-transformers.

A StaticEmbedding folder is a tokenizer and a table of token vectors; a text's vector is the mean of its tokens'
vectors. We read it here because importing sentence-transformers (and torch with it) takes 7 to 10 seconds. The
`model2vec` library reads such a folder too, but drops unknown tokens, which sentence-transformers averages in.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from numpy.typing import NDArray

from szassist.errors import ModelError
from szassist.text.script import fold

if TYPE_CHECKING:
    from tokenizers import Tokenizer

SETTING = "SZASSIST_EMBEDDING_MODEL"
HUB_TIMEOUT = 10.0  # seconds to wait for the hub's first word
FEW = 16  # texts that one thread reads sooner than several that wait for one another
_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[A-Za-z0-9][\w.-]*)?")
_MODEL_FILES = {".safetensors", ".bin", ".json", ".txt", ".model"}  # weights, tokenizer, configuration
_STATIC_FILES = ("tokenizer.json", "model.safetensors")


class Embedder(Protocol):
    """A model that turns texts into vectors; two models with one fingerprint give the same vectors."""

    @property
    def name(self) -> str:
        """What an operator knows the model by: its hub name or the name of its folder."""

    @property
    def fingerprint(self) -> str:
        """Identifies the model's vectors: those of another fingerprint must not be compared with them."""

    @property
    def dimension(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of unit length for each text, after folding script, width and case; zeros for an empty text."""


def load_embedder(model: str) -> Embedder:
    """The model in the folder `model` or, where there is no such folder, the hub's model of that name.

    A model from the hub is taken from the local cache if it is there, and downloaded once if not.
    """
    folder = Path(model).expanduser()
    if folder.is_dir():
        static = _static_module(folder)
        return _load_static(model, folder.resolve().name, static) if static else _load_folder(model, folder)
    if not _HUB_NAME.fullmatch(model):
        raise _unusable(model, "there is no such folder", "name a folder with a model or unset it")
    return _load_from_hub(model)


class StaticEmbedder:
    """A StaticEmbedding model held in memory; safe to share between threads."""

    def __init__(self, name: str, fingerprint: str, tokenizer: Tokenizer, table: NDArray[np.float32]) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.dimension = int(table.shape[1])
        self._tokenizer = tokenizer
        self._table = table

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.encode`."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        folded = [fold(text.strip()) for text in texts]
        if len(texts) <= FEW:
            encodings = [self._tokenizer.encode(text, add_special_tokens=False) for text in folded]
        else:
            encodings = self._tokenizer.encode_batch(folded, add_special_tokens=False)
        for vector, encoding in zip(vectors, encodings, strict=True):
            if encoding.ids:
                vector[:] = self._table[encoding.ids].mean(axis=0)
        return _unit(vectors)


class TransformerEmbedder:
    """A model run by sentence-transformers on the CPU; threads take turns."""

    def __init__(self, name: str, fingerprint: str, model: Any, dimension: int) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.dimension = dimension
        self._model = model
        self._turn = threading.Lock()  # the tokenizers of transformers cannot be used by two threads at once

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """See `Embedder.encode`."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(texts) if text.strip()]
        if filled:
            with self._turn:
                vectors[filled] = self._model.encode(
                    [fold(texts[row].strip()) for row in filled], convert_to_numpy=True, show_progress_bar=False
                )
        return _unit(vectors)


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """`vectors` scaled to unit length; rows of zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    np.divide(vectors, lengths, out=vectors, where=lengths > 0)
    return vectors


def _static_module(folder: Path) -> Path | None:
    """Where in `folder` the two files of a StaticEmbedding stand; None if the model is of another make."""
    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        first, *rest = [(str(module["type"]).rpartition(".")[2], str(module["path"])) for module in modules]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    place = folder / first[1]
    plain = first[0] == "StaticEmbedding" and all(kind == "Normalize" for kind, _ in rest)
    return place if plain and all((place / name).is_file() for name in _STATIC_FILES) else None


def _load_static(model: str, name: str, folder: Path) -> Embedder:
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    try:
        tokenizer: Tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        table: NDArray[np.float32] = load_file(folder / "model.safetensors")["embedding.weight"].astype(np.float32)
    except Exception as error:  # tokenizers raises plain Exception for a damaged file
        reason = f"its files cannot be read ({_line(error)})"
        raise _unusable(model, reason, "restore the folder or unset it") from error
    if table.ndim != 2 or tokenizer.get_vocab_size() > len(table):
        raise _unusable(model, "its tokenizer and weights do not belong together", "restore the folder or unset it")
    tokenizer.no_padding()
    return StaticEmbedder(name, _digest(folder, [folder / file for file in _STATIC_FILES]), tokenizer, table)


def _load_folder(model: str, folder: Path) -> Embedder:
    files = [path for path in sorted(folder.rglob("*")) if path.suffix in _MODEL_FILES and path.is_file()]
    if not any(path.name in ("modules.json", "config.json") for path in files):
        raise _unusable(model, "the folder holds no sentence-transformers model", "name another or unset it")
    loaded = _load_transformer(model, str(folder), cached=True)
    return TransformerEmbedder(folder.resolve().name, _digest(folder, files), loaded, _dimension(loaded))


def _load_from_hub(model: str) -> Embedder:
    import sentence_transformers

    try:
        loaded = _load_transformer(model, model, cached=True)
    except ModelError:
        _ask_hub(model)
        loaded = _load_transformer(model, model, cached=False)
    identity = f"{model}\n{_dimension(loaded)}\n{sentence_transformers.__version__}"
    return TransformerEmbedder(model, sha256(identity.encode()).hexdigest(), loaded, _dimension(loaded))


def _ask_hub(model: str) -> None:
    """End in one error where the hub cannot be reached; sentence-transformers would retry for over a minute."""
    from huggingface_hub import HfApi

    name = model if "/" in model else f"sentence-transformers/{model}"
    try:
        HfApi().model_info(name, timeout=HUB_TIMEOUT)
    except Exception as error:  # the HTTP library below the hub's client differs between versions
        reason = f"there is no such folder and no such model can be had from the hub ({_line(error)})"
        raise _unusable(model, reason, "name a folder with a model, connect to the hub once, or unset it") from error


def _load_transformer(model: str, source: str, *, cached: bool) -> Any:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(source, device="cpu", local_files_only=cached)
    except Exception as error:  # every module of a model raises errors of its own make
        raise _unusable(model, f"it cannot be loaded ({_line(error)})", "name another or unset it") from error


def _dimension(loaded: Any) -> int:
    return int(loaded.get_embedding_dimension())


def _digest(folder: Path, files: Sequence[Path]) -> str:
    """One digest of the named files' places and bytes."""
    total = sha256()
    for path in files:
        with path.open("rb") as stream:
            while block := stream.read(1 << 20):
                total.update(block)
        total.update(f"\n{path.relative_to(folder).as_posix()} {path.stat().st_size}\n".encode())
    return total.hexdigest()


def _line(error: Exception) -> str:
    """The first line of an error of another library."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _unusable(model: str, reason: str, remedy: str) -> ModelError:
    return ModelError(f"{SETTING}={model}: {reason}; {remedy}")
