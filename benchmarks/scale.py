"""How search grows with the corpus, on real text: `python benchmarks/scale.py --pairs DIR`.

The passages are windows of whole sentences of the paragraphs in the pair files, all distinct: first every sentence with
those after it up to 60 characters, then up to 200. A hundred of them make a document. For each size, in a process of
its own: building the index from nothing, resident memory once it is open and at its highest while building, the time
of one search (the questions are those of the pair files), and building again after one document changed.
`--ask` measures the whole assistant instead: the paragraphs as text files, read, cut and asked by the product.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import psutil

from szassist import Assistant, Settings
from szassist.build import build
from szassist.query import Intent, Query
from szassist.schema import Document, Language, Passage, Section, SectionKind
from szassist.search.embed import load_embedder
from szassist.search.index import Index, sync
from szassist.search.store import Content
from szassist.settings import SHIPPED_MODEL

TEXTS = ("policy_headings", "cmrc2018.train", "cmrc2018.dev", "drcd.dev", "csl", "gd_service")
ASKED = ("cmrc2018.dev", "gd_service")
WINDOWS = (60, 200)  # characters
TOGETHER = 100  # passages in a document
PARAGRAPHS = 25  # in a text file
SENTENCE_END = re.compile(r"(?<=[。；;！!?？])")
QUESTIONS = 300


def paragraphs(pairs: Path) -> list[str]:
    """Every distinct passage of the pair files, on one line."""
    rows = (json.loads(line) for name in TEXTS for line in (pairs / f"{name}.jsonl").open(encoding="utf-8"))
    return list(dict.fromkeys(" ".join(row["passage"].split()) for row in rows))


def questions(pairs: Path, count: int) -> list[str]:
    """Questions of the pair files, drawn with a seed."""
    rows = [json.loads(line)["query"] for name in ASKED for line in (pairs / f"{name}.jsonl").open(encoding="utf-8")]
    return random.Random(0).sample(list(dict.fromkeys(rows)), count)


def windows(texts: Sequence[str], length: int) -> Iterator[str]:
    """From each sentence on, as many whole sentences as make `length` characters."""
    for text in texts:
        sentences = [sentence for sentence in SENTENCE_END.split(text) if sentence.strip()]
        for first in range(len(sentences)):
            window = ""
            for sentence in sentences[first:]:
                window += sentence
                if len(window) >= length:
                    break
            yield window


def content(texts: Sequence[str]) -> Content:
    """`texts` as passages of documents."""
    documents, passages = [], []
    for first in range(0, len(texts), TOGETHER):
        some = texts[first : first + TOGETHER]
        name, text = f"d{first:06d}", "\n".join(some)
        section = Section(0, None, SectionKind.ROOT, "", name, 0, len(text), len(text))
        documents.append(Document(name, name, None, None, None, f"{name}.txt", None, text, (section,)))
        start = 0
        for number, one in enumerate(some):
            passages.append(Passage(f"{name}:{number}", name, 0, start, start + len(one)))
            start += len(one) + 1
    return Content(tuple(documents), tuple(passages), ())


def with_a_change(before: Content) -> Content:
    """The same with the first character of the middle document changed."""
    middle = len(before.documents) // 2
    changed = replace(before.documents[middle], text="改" + before.documents[middle].text[1:])
    return replace(before, documents=(*before.documents[:middle], changed, *before.documents[middle + 1 :]))


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """How long `work` takes: by the clock, and on the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return round(time.perf_counter() - clock, 2), round(time.process_time() - processor, 2)


def percentiles(asked: Sequence[str], ask: Callable[[str], object]) -> dict[str, float]:
    """p50 and p95 of one question after the other, in milliseconds, the first few left out."""
    for question in asked[:5]:
        ask(question)
    times = []
    for question in asked[5:]:
        start = time.perf_counter()
        ask(question)
        times.append(1000 * (time.perf_counter() - start))
    cuts = statistics.quantiles(times, n=20)
    return {"p50_ms": round(cuts[9], 1), "p95_ms": round(cuts[18], 1)}


def resident() -> int:
    """Resident memory of this process, in MiB."""
    return round(psutil.Process().memory_info().rss / 2**20)


def search_figures(pairs: Path, size: int, folder: Path) -> dict[str, object]:
    """Everything about search at one size."""
    texts = paragraphs(pairs)
    pieces = list(dict.fromkeys(window for length in WINDOWS for window in windows(texts, length)))
    random.Random(1).shuffle(pieces)
    if len(pieces) < size:
        raise SystemExit(f"the pair files make {len(pieces)} passages, not {size}")
    whole, embedder = content(pieces[:size]), load_embedder(str(SHIPPED_MODEL))
    figures: dict[str, object] = {"passages": size, "characters": sum(map(len, pieces[:size]))}
    del texts, pieces
    figures["build_s"], figures["build_cpu_s"] = timed(lambda: sync(folder, whole, {"a": "1"}, embedder))
    changed = with_a_change(whole)
    figures["rebuild_s"], figures["rebuild_cpu_s"] = timed(lambda: sync(folder, changed, {"a": "2"}, embedder))
    return figures


def open_figures(pairs: Path, folder: Path) -> dict[str, object]:
    """What a process that only reads needs and takes."""
    embedder = load_embedder(str(SHIPPED_MODEL))
    opened: list[Index] = []
    figures: dict[str, object] = {}
    figures["open_s"], _ = timed(lambda: opened.append(Index.open(folder, embedder)))
    asked = questions(pairs, QUESTIONS)
    searched = percentiles(
        asked, lambda text: opened[0].search(Query(text, Language.HANS, Intent.OTHER, content=text))
    )
    opened[0].close()
    return figures | searched | {"reader_mib": resident()}


def ask_figures(pairs: Path, size: int, folder: Path) -> dict[str, object]:
    """The whole assistant over text files with about `size` passages."""
    corpus = folder / "corpus"
    corpus.mkdir(parents=True)
    texts = paragraphs(pairs)[: 5 * size // 2]  # two or three of them make a passage
    for first in range(0, len(texts), PARAGRAPHS):
        body = "\n".join(texts[first : first + PARAGRAPHS])
        (corpus / f"d{first:06d}.txt").write_text(f"测试文件第{first}号\n\n{body}\n", "utf-8")
    settings = Settings(corpus=corpus, index=folder / "index")
    figures: dict[str, object] = {}
    figures["build_s"], figures["build_cpu_s"] = timed(lambda: build(settings))
    opened: list[Assistant] = []
    figures["open_s"], figures["open_cpu_s"] = timed(lambda: opened.append(Assistant.open(settings)))
    with opened[0] as assistant:
        figures["passages"] = len(assistant.index.passages)
        figures["facts"] = len(assistant.register)
        asked = questions(pairs, QUESTIONS // 5)
        return figures | percentiles(asked, assistant.ask) | {"reader_mib": resident()}


def measured(options: argparse.Namespace, part: str, size: int, folder: Path) -> dict[str, object]:
    """One part at one size, in a process of its own."""
    command = [sys.executable, __file__, "--pairs", str(options.pairs), "--sizes", str(size)]
    done = subprocess.run(
        [*command, "--part", part, "--folder", str(folder)], check=True, stdout=subprocess.PIPE, text=True
    )
    figures: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Measure every size and print one row for each as it is done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=Path, required=True, help="folder with the JSONL pair files")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="passages")
    parser.add_argument("--ask", action="store_true", help="measure the whole assistant instead of search")
    parser.add_argument("--part", choices=("build", "read", "ask"), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part == "build":
        print(json.dumps(search_figures(options.pairs, options.sizes[0], options.folder)))
    elif options.part == "read":
        print(json.dumps(open_figures(options.pairs, options.folder)))
    elif options.part == "ask":
        print(json.dumps(ask_figures(options.pairs, options.sizes[0], options.folder)))
    else:
        for size in options.sizes:
            with tempfile.TemporaryDirectory() as name:
                parts = ("ask",) if options.ask else ("build", "read")
                found = [measured(options, part, size, Path(name) / "index") for part in parts]
                print(json.dumps({key: value for one in found for key, value in one.items()}), flush=True)


if __name__ == "__main__":
    main()
