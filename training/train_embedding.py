"""Train the shipped static embedding from a folder of query-passage pairs.

A static embedding is one vector per vocabulary piece; a text's vector is the mean of its pieces'
vectors. Training needs no pretrained model and no network: a Unigram vocabulary is learnt from the
passages, each piece starts as a random direction as long as the piece is rare, and contrastive
training moves the pieces of a query towards the pieces of its passage.

Every text is folded with the product's own `fold`, so the model must only be fed folded text.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MatryoshkaLoss, MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from szassist.text.script import fold

UNKNOWN, PAD = "<unk>", "<pad>"
TRAINING_FILES = ("cmrc2018.train.jsonl", "csl.jsonl", "gd_service.jsonl", "policy_headings.jsonl")
HEADINGS = "policy_headings.jsonl"
SENTENCE_END = re.compile(r"(?<=[。！？；!?;])")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the weights, besides the pairs."""

    vocabulary: int = 12_000
    longest_piece: int = 4
    dimensions: int = 256
    nested: tuple[int, ...] = (256, 128, 64)
    epochs: int = 6
    batch: int = 1024
    rate: float = 0.005
    scale: float = 20.0
    rarity: float = 1e-3
    crops: int = 1
    clozes: int = 1
    generic_from: int = 5
    seed: int = 20


@dataclass(frozen=True, slots=True)
class Pair:
    """A query and the passage that answers it; `family` names the text both come from."""

    query: str
    passage: str
    family: str


def read_pairs(folder: Path, recipe: Recipe) -> list[Pair]:
    """The folded training pairs of every training file in `folder`, without the noise."""
    pairs: list[Pair] = []
    for name in TRAINING_FILES:
        lines = (folder / name).read_text(encoding="utf-8").splitlines()
        rows: list[dict[str, str]] = [row for row in map(json.loads, lines) if not held_out(row)]
        headed = name == HEADINGS
        queries = useful_headings(rows, recipe.generic_from) if headed else [row["query"] for row in rows]
        for query, row in zip(queries, rows, strict=True):
            passage = fold(row["passage"])
            pairs.append(Pair(fold(query), passage, passage))
    return without_empty_answers(pairs)


def held_out(row: dict[str, str]) -> bool:
    """Whether a row belongs to the tenth of the laws and notices that is kept for measuring."""
    return "title" in row and crc32(row["title"].encode()) % 10 == 0


def useful_headings(rows: Sequence[dict[str, str]], generic_from: int) -> list[str]:
    """Each row's heading as a query: generic headings and repeated titles give way to the title alone.

    A heading is generic when `generic_from` different documents use it: 法律责任, 总则, 监督管理.
    State Council headings stand without their title and become empty when generic.
    """
    split = [title_and_heading(row) for row in rows]
    users: dict[str, set[str]] = defaultdict(set)
    for row, (_, heading) in zip(rows, split, strict=True):
        users[heading].add(row["title"])
    kept = []
    for title, heading in split:
        generic = len(users[heading]) >= generic_from or heading.removeprefix("中华人民共和国") == title
        kept.append(title if generic else f"{title} {heading}".strip())
    return kept


def title_and_heading(row: dict[str, str]) -> tuple[str, str]:
    """The short title and the heading of a row; laws are written 'title heading', other texts 'heading'."""
    title, _, heading = row["query"].partition(" ") if row["source"] == "laws" else ("", "", row["query"])
    return title, re.sub(r"\s", "", heading)


def without_empty_answers(pairs: Sequence[Pair]) -> list[Pair]:
    """`pairs` less those without a query and those whose passage says nothing (无条件, 符合条件即可)."""
    uses = Counter(pair.passage for pair in pairs)
    return [p for p in pairs if p.query and len(p.passage) >= 16 and (uses[p.passage] <= 8 or len(p.passage) > 60)]


def crop(passage: str, rng: random.Random) -> Pair:
    """A random span of a passage as query for the whole passage: teaches which pieces identify a text."""
    length = rng.randint(6, 30)
    start = rng.randrange(max(1, len(passage) - length))
    return Pair(passage[start : start + length], passage, passage)


def cloze(passage: str, rng: random.Random) -> Pair | None:
    """A sentence of a passage as query for the rest of it; `None` where there is only one sentence."""
    sentences = [s for s in SENTENCE_END.split(passage) if len(s) >= 6]
    if len(sentences) < 2:
        return None
    chosen = rng.randrange(len(sentences))
    rest = "".join(sentences[:chosen] + sentences[chosen + 1 :])
    return Pair(sentences[chosen], rest, passage)


def epoch_pairs(pairs: Sequence[Pair], passages: Sequence[str], recipe: Recipe, rng: random.Random) -> list[Pair]:
    """One epoch's pairs: the given ones and freshly derived ones, in random order."""
    drawn = list(pairs)
    drawn += [crop(passage, rng) for passage in passages for _ in range(recipe.crops)]
    clozes = (cloze(passage, rng) for passage in passages for _ in range(recipe.clozes))
    drawn += [pair for pair in clozes if pair]
    rng.shuffle(drawn)
    return drawn


def batches(pairs: Iterable[Pair], size: int) -> Iterator[list[Pair]]:
    """Full batches in which no query and no family occurs twice: another's passage is truly a wrong one."""
    waiting = list(pairs)
    while waiting:
        batch: list[Pair] = []
        held: list[Pair] = []
        seen: set[str] = set()
        for pair in waiting:
            if len(batch) == size or pair.query in seen or pair.family in seen:
                held.append(pair)
                continue
            seen.update((pair.query, pair.family))
            batch.append(pair)
        if len(batch) < size:
            return
        yield batch
        waiting = held


def train_tokenizer(texts: Sequence[str], recipe: Recipe) -> Tokenizer:
    """A Unigram tokenizer of `texts` that knows every common character and drops punctuation."""
    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    words = Regex(r"\p{Han}+|[a-z]+|\p{N}+|[^\p{Han}\p{P}\p{S}\p{N}\p{Z}\p{C}a-z]+")
    tokenizer.pre_tokenizer = pre_tokenizers.Split(words, behavior="removed", invert=True)
    trainer = trainers.UnigramTrainer(
        vocab_size=recipe.vocabulary,
        unk_token=UNKNOWN,
        special_tokens=[UNKNOWN, PAD],
        max_piece_length=recipe.longest_piece,
        initial_alphabet=common_characters(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def common_characters() -> list[str]:
    """The 6,763 characters of GB 2312, ASCII letters and digits: known even where training lacks them."""
    rows = [bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF)]
    hanzi = [pair.decode("gb2312", errors="ignore") for pair in rows]
    return [char for char in hanzi if char] + list("abcdefghijklmnopqrstuvwxyz0123456789")


def initial_weights(tokenizer: Tokenizer, texts: Sequence[str], recipe: Recipe) -> torch.Tensor:
    """Random directions with lengths a / (a + p), p the piece's frequency (smooth inverse frequency).

    Untrained, this already is a random projection of a weighted bag of pieces.
    """
    counts = np.ones(tokenizer.get_vocab_size())
    for encoding in tokenizer.encode_batch(texts, add_special_tokens=False):
        np.add.at(counts, encoding.ids, 1)
    lengths = recipe.rarity / (recipe.rarity + counts / counts.sum())
    directions = np.random.default_rng(recipe.seed).standard_normal((len(counts), recipe.dimensions))
    weights = directions / math.sqrt(recipe.dimensions) * lengths[:, None]
    return torch.from_numpy(weights.astype(np.float32))


def train(pairs: Sequence[Pair], recipe: Recipe) -> SentenceTransformer:
    """A trained model; the vocabulary, and with it the weights, differ a little from run to run."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    passages = sorted({pair.passage for pair in pairs})
    texts = passages + sorted({pair.query for pair in pairs})
    tokenizer = train_tokenizer(texts, recipe)
    module = StaticEmbedding(tokenizer, embedding_weights=initial_weights(tokenizer, texts, recipe))
    model = SentenceTransformer(modules=[module], device="cpu")
    fit(model, pairs, passages, recipe, rng)
    return model


def fit(
    model: SentenceTransformer,
    pairs: Sequence[Pair],
    passages: Sequence[str],
    recipe: Recipe,
    rng: random.Random,
) -> None:
    """Adam with a short warm-up and a linear decay, over freshly drawn pairs each epoch."""
    loss = MatryoshkaLoss(model, MultipleNegativesRankingLoss(model, scale=recipe.scale), list(recipe.nested))
    optimizer = torch.optim.Adam(model.parameters(), lr=recipe.rate)
    planned = recipe.epochs * (len(epoch_pairs(pairs, passages, recipe, random.Random(0))) // recipe.batch)
    step = 0
    for epoch in range(recipe.epochs):
        total, began = 0.0, step
        for batch in batches(epoch_pairs(pairs, passages, recipe, rng), recipe.batch):
            share = step / max(1, planned)
            optimizer.param_groups[0]["lr"] = recipe.rate * max(0.0, min(share / 0.1, (1 - share) / 0.9))
            columns = [[pair.query for pair in batch], [pair.passage for pair in batch]]
            value = loss([model.preprocess(column) for column in columns], None)
            optimizer.zero_grad()
            value.backward()
            optimizer.step()
            total, step = total + value.item(), step + 1
        print(f"epoch {epoch + 1}: {step - began} steps, loss {total / max(1, step - began):.3f}", flush=True)


def save(model: SentenceTransformer, folder: Path) -> None:
    """Write `model` as a sentence-transformers directory: float16, readable by all, card left alone.

    The unknown piece becomes the zero vector, so that readers which skip it and readers which count
    it agree on every direction. The model2vec reader truncates at 512 pieces unless told not to.
    """
    model.save(str(folder), create_model_card=False)
    (weights_file,) = folder.rglob("model.safetensors")
    weights = load_file(weights_file)["embedding.weight"].half()
    weights[:2] = 0
    save_file({"embedding.weight": weights}, weights_file)
    config_file = folder / "config_sentence_transformers.json"
    config = json.loads(config_file.read_text(encoding="utf-8"))
    config_file.write_text(json.dumps({**config, "max_length": None}, indent=2) + "\n", encoding="utf-8")
    for path in folder.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def main() -> None:
    """Train with the shipped recipe and write the model folder."""
    parser = argparse.ArgumentParser(description="Train the shipped static embedding.")
    parser.add_argument("--pairs", type=Path, required=True, help="folder with the JSONL pair files")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    began = time.perf_counter()
    recipe = Recipe()
    pairs = read_pairs(arguments.pairs, recipe)
    print(f"{len(pairs)} pairs, {len({pair.passage for pair in pairs})} passages", flush=True)
    arguments.out.mkdir(parents=True, exist_ok=True)
    save(train(pairs, recipe), arguments.out)
    size = sum(path.stat().st_size for path in arguments.out.rglob("*") if path.is_file())
    print(f"{arguments.out}: {size / 2**20:.1f} MiB in {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
