"""Small models and contents for the tests of search."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from safetensors.numpy import save_file
from tokenizers import Regex, Tokenizer, models, pre_tokenizers

from szassist.schema import Comparator, Document, Fact, FactKind, Passage, Section, SectionKind
from szassist.search.embed import Embedder, load_embedder
from szassist.search.store import Content

STATIC = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
MakeModel = Callable[..., Path]
MakeContent = Callable[..., Content]


def tiny_tokenizer(characters: str) -> Tokenizer:
    """One token for each of `characters`, [UNK] for every other."""
    vocabulary = {"[UNK]": 0} | {char: number for number, char in enumerate(dict.fromkeys(characters), start=1)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex("."), "isolated")
    return tokenizer


@pytest.fixture
def make_model(tmp_path: Path) -> MakeModel:
    """Writes a StaticEmbedding folder as sentence-transformers lays it out: random vectors from a seed."""

    def make(
        name: str = "tiny", seed: int = 0, characters: str = "0123456789项工作要求到年完成水空气垃圾分类"
    ) -> Path:
        folder = tmp_path / "models" / name
        folder.mkdir(parents=True)
        tokenizer = tiny_tokenizer(characters)
        tokenizer.save(str(folder / "tokenizer.json"))
        table = np.random.default_rng(seed).normal(size=(tokenizer.get_vocab_size(), 16)).astype(np.float32)
        save_file({"embedding.weight": table}, folder / "model.safetensors")
        (folder / "modules.json").write_text(json.dumps([{"idx": 0, "name": "0", "path": "", "type": STATIC}]))
        (folder / "config_sentence_transformers.json").write_text(
            json.dumps({"model_type": "SentenceTransformer", "prompts": {}, "default_prompt_name": None})
        )
        return folder

    return make


class Counting:
    """An embedder that remembers what it was asked to embed."""

    def __init__(self, embedder: Embedder) -> None:
        self.name, self.fingerprint, self.dimension = embedder.name, embedder.fingerprint, embedder.dimension
        self.seen: list[str] = []
        self._embedder = embedder

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.seen += texts
        return self._embedder.encode(texts)


@pytest.fixture
def embedder(make_model: MakeModel) -> Counting:
    return Counting(load_embedder(str(make_model())))


@pytest.fixture
def make_content() -> MakeContent:
    """One document, 第一章 总则, with the given sentences as its passages and a fact for the first."""

    def make(*sentences: str, document_id: str = "plan") -> Content:
        heading = "第一章 总则\n"
        text = heading + "\n".join(sentences)
        sections = (
            Section(0, None, SectionKind.ROOT, "", "规划", 0, 0, len(text)),
            Section(1, 0, SectionKind.CHAPTER, "第一章", "总则", 0, len(text), len(text)),
        )
        document = Document(document_id, "规划", None, None, None, "plan.txt", None, text, sections)
        passages, start = [], len(heading)
        for number, sentence in enumerate(sentences):
            passages.append(Passage(f"{document_id}-{number}", document_id, 1, start, start + len(sentence)))
            start += len(sentence) + 1
        return Content((document,), tuple(passages), (_fact(document, passages[0]),) if passages else ())

    return make


def _fact(document: Document, passage: Passage) -> Fact:
    return Fact(
        id="f1",
        kind=FactKind.TARGET,
        indicator="供水",
        comparator=Comparator.AT_LEAST,
        comparator_word="以上",
        value=None,
        unit="",
        year=2025,
        year_basis=None,
        baseline=None,
        document_id=document.id,
        section_path=("第一章 总则",),
        action=None,
        project=None,
        responsible_units=("水务局",),
        units_scope=None,
        start=passage.start,
        end=passage.end,
        quote=document.text[passage.start : passage.end],
    )
