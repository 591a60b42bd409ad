"""Does search find the passage? Recall and reciprocal rank, one table a question set: `make bench-search`.

Systems, each one step more than the one before: the usual template (recursive splitter of 500/50 characters, vectors
alone), vectors over our passages, BM25 over them, both fused, the question read and its everyday and English words
given their official ones, and the reranker. A question counts as found at k if one of the first k passages holds a piece of its evidence word
for word. Follow-ups and questions without evidence are left out.
`--pairs FOLDER` adds open retrieval among the paragraphs of cmrc2018.dev.jsonl and drcd.dev.jsonl (query, passage).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import numpy as np

from szassist.assistant import Assistant
from szassist.evaluation.register import plain
from szassist.evaluation.template import chunks
from szassist.query import Query
from szassist.search.embed import Embedder, load_embedder
from szassist.search.fuse import fuse
from szassist.search.lexical import Lexical, bare, best
from szassist.settings import SHIPPED_MODEL
from training.retrieval import NEVER, Asked, asked_questions, first_rank, positions

HERE = Path(__file__).parent
DEPTH = 50  # passages looked at; beyond it a question counts as not found
CUTOFFS = (1, 5, 10)
OPEN = ("cmrc2018.dev.jsonl", "drcd.dev.jsonl")
FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class System:
    """A way of searching: the rank of the first passage that bears a question's evidence."""

    name: str
    rank: Callable[[Asked], int]


def systems(assistant: Assistant, embedder: Embedder) -> list[System]:
    """The template and the steps of our search, in the order of the table."""
    ranking = assistant.index.ranking

    def fused(query: Query) -> list[int]:
        return [one.position for one in ranking.fused(query, DEPTH)]

    def plainly_fused(one: Asked) -> int:
        words, question = ranking.lexical.scores(bare(one.case.question)), one.case.question
        both = fuse({at: float(words[at]) for at in best(words, DEPTH)}, ranking.near(question, DEPTH))
        return first_rank((found.position for found in both), one.right)

    def each(search: Callable[[Query], Sequence[int]]) -> Callable[[Asked], int]:
        return lambda one: first_rank(in_turn([search(query) for query in one.queries]), one.right)

    return [
        System("usual template (splitter 500/50, dense)", template(assistant, embedder)),
        System("dense alone", lambda one: first_rank(ranking.near(one.case.question, DEPTH), one.right)),
        System("BM25 alone", lambda one: first_rank(ranking.lexical.search(one.case.question, DEPTH), one.right)),
        System("fused", plainly_fused),
        System("fused + thesaurus", each(fused)),
        System("fused + thesaurus + reranker", each(lambda query: [at for at, _ in ranking.search(query, DEPTH)])),
    ]


def in_turn(found: Sequence[Sequence[int]]) -> Iterator[int]:
    """The passages found for each of several questions in one message, turn by turn, each once."""
    turns = (at for row in zip_longest(*found) for at in row if at is not None)
    return iter(dict.fromkeys(turns))


def template(assistant: Assistant, embedder: Embedder) -> Callable[[Asked], int]:
    """Chunks of every document, ranked by the cosine of their vectors."""
    texts = [doc.text[start:end] for doc in assistant.documents.values() for start, end in chunks(doc.text)]
    vectors, plain_texts = embedder.encode(texts), [plain(text) for text in texts]

    def rank(one: Asked) -> int:
        cosines = vectors @ embedder.encode([one.case.question])[0]
        order = np.argsort(-cosines, kind="stable")[:DEPTH]
        return first_rank(map(int, order), positions(one.case.evidence, plain_texts))

    return rank


def groups(one: Asked) -> Iterator[str]:
    """The rows of the table that a question counts in."""
    case = one.case
    style = FORMAL if case.style == FORMAL else "everyday"
    yield "English" if case.language == "en" else style
    yield f"{style}, {'English' if case.language == 'en' else case.script}"
    yield "all"


def figures(ranks: Sequence[int]) -> list[float]:
    """Recall at each cutoff and the mean reciprocal rank."""
    found = np.array(ranks)
    return [float((found <= k).mean()) for k in CUTOFFS] + [float((np.where(found < NEVER, 1 / found, 0)).mean())]


def measured(asked: Sequence[Asked], systems: Iterable[System]) -> dict[str, dict[str, list[float]]]:
    """For each row of the table and each system its figures."""
    rows: dict[str, dict[str, list[int]]] = {}
    for system in systems:
        for one in asked:
            rank = system.rank(one)
            for group in groups(one):
                rows.setdefault(group, {}).setdefault(system.name, []).append(rank)
    named = {group: f"{group} ({len(next(iter(found.values())))})" for group, found in sorted(rows.items())}
    return {
        named[group]: {name: figures(ranks) for name, ranks in rows[group].items()}
        for group in sorted(rows, key=lambda group: (group == "all", "," in group, group))
    }


def open_retrieval(path: Path, embedder: Embedder) -> dict[str, list[float]]:
    """Question to paragraph among all paragraphs of a reading-comprehension file, which nobody here wrote."""
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    passages = list(dict.fromkeys(row["passage"] for row in rows))
    place = {passage: at for at, passage in enumerate(passages)}
    lexical, vectors = Lexical.build(passages), embedder.encode(passages)
    ranks: dict[str, list[int]] = {}
    for row in rows:
        query, right = row["query"], {place[row["passage"]]}
        cosines = vectors @ embedder.encode([query])[0]
        near = [int(at) for at in np.argsort(-cosines, kind="stable")[:DEPTH]]
        scores = lexical.scores(bare(query))
        words = {at: float(scores[at]) for at in best(scores, DEPTH)}
        both = [one.position for one in fuse(words, {at: float(cosines[at]) for at in near})]
        for name, order in (("dense alone", near), ("BM25 alone", list(words)), ("fused", both)):
            ranks.setdefault(name, []).append(first_rank(order, right))
    return {name: figures(found) for name, found in ranks.items()}


def table(title: str, rows: dict[str, dict[str, list[float]]]) -> str:
    """A Markdown table: a line for every row and system."""
    head = "| questions | system | recall@1 | recall@5 | recall@10 | MRR |\n|---|---|---|---|---|---|"
    lines = [
        f"| {group if at == 0 else ''} | {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |"
        for group, found in rows.items()
        for at, (name, values) in enumerate(found.items())
    ]
    return "\n".join((f"### {title}", head, *lines, ""))


def main() -> None:
    """Print the tables and keep their figures beside this file."""
    parser = argparse.ArgumentParser(description="Measure search.")
    sets = [Path("eval") / name for name in ("dev.jsonl", "test.jsonl", "fresh.jsonl")]
    parser.add_argument("sets", nargs="*", type=Path, default=sets)
    parser.add_argument("--pairs", type=Path, help="folder with cmrc2018.dev.jsonl and drcd.dev.jsonl")
    parser.add_argument("--out", type=Path, default=HERE / "search.json", help="where the figures are kept")
    arguments = parser.parse_args()
    embedder = load_embedder(str(SHIPPED_MODEL))
    results: dict[str, dict[str, dict[str, list[float]]]] = {}
    with Assistant.open() as assistant:
        compared = systems(assistant, embedder)
        for path in arguments.sets:
            results[path.name] = measured(asked_questions(path, assistant), compared)
            print(table(path.name, results[path.name]), flush=True)
    if arguments.pairs:
        results["open retrieval"] = {name: open_retrieval(arguments.pairs / name, embedder) for name in OPEN}
        print(table("Open retrieval", results["open retrieval"]), flush=True)
    arguments.out.write_text(json.dumps(results, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
