"""Speed and memory of the product on this machine, as medians, written to JSON: `make bench`.

What is measured, each in a process of its own: the time from starting the server to the first HTTP 200 and to readiness,
the page in a browser (`page.py`), the time of `szassist ask` from a cold process, building the index from nothing and
again, `ask` inside a warm process over the questions of the development set (p50, p95), resident memory. The alternative in the same run is the usual stack: gradio, chromadb and
sentence-transformers imported before the first page.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import psutil

from benchmarks.page import page

HERE = Path(__file__).parent
QUESTIONS = HERE.parent / "eval" / "dev.jsonl"
COLD = "2025年PM2.5要降到多少?"
USUAL_STACK = "import gradio, chromadb, sentence_transformers"


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, wall clock."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median(work: Callable[[], float], runs: int) -> float:
    """The median of `runs` measurements, in seconds."""
    return round(statistics.median(work() for _ in range(runs)), 3)


def python(*arguments: str, index: Path) -> None:
    """Run the interpreter of this environment quietly on an index of its own."""
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        env=os.environ | {"SZASSIST_INDEX": str(index)},
        stdout=subprocess.DEVNULL,
    )


def answers_with_200(url: str) -> bool:
    """Whether `url` answers with status 200 now."""
    try:
        with urllib.request.urlopen(url, timeout=2) as reply:
            return bool(reply.status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def serve(index: Path, port: int) -> dict[str, float]:
    """Seconds to the first 200 and to readiness, resident MiB once ready, and the page in a browser."""
    environment = os.environ | {"SZASSIST_INDEX": str(index), "SZASSIST_PORT": str(port)}
    start = time.perf_counter()
    server = subprocess.Popen([sys.executable, "app.py"], cwd=HERE.parent, env=environment, stdout=subprocess.DEVNULL)
    try:
        figures: dict[str, float] = {}
        for name, path in (("first_200_s", "/"), ("ready_s", "/readyz")):
            while not answers_with_200(f"http://127.0.0.1:{port}{path}"):
                if time.perf_counter() - start > 120 or server.poll() is not None:
                    raise SystemExit(f"the server did not answer {path}")
                time.sleep(0.02)
            figures[name] = time.perf_counter() - start
        figures["server_rss_mib"] = psutil.Process(server.pid).memory_info().rss / 2**20
        return figures | page(f"http://127.0.0.1:{port}", runs=4)
    finally:
        server.terminate()
        server.wait(10)


def warm_asks(index: Path) -> dict[str, float]:
    """p50 and p95 of `ask` in one process, in milliseconds, and the peak resident memory of this process in MiB."""
    from szassist import Assistant, Settings

    rows = map(json.loads, QUESTIONS.read_text("utf-8").splitlines())
    questions = [row["question"] for row in rows if not row["history"]]
    with Assistant.open(Settings(index=index)) as assistant:
        assistant.warm()
        times = [1000 * seconds(lambda one=one: assistant.ask(one)) for one in questions]  # type: ignore[misc]
    cuts = statistics.quantiles(times, n=20)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"ask_p50_ms": round(cuts[9], 2), "ask_p95_ms": round(cuts[18], 2), "ask_peak_mib": round(peak)}


def main() -> None:
    """Measure everything and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="cold runs of each kind")
    parser.add_argument("--out", type=Path, default=HERE / "results.json")
    options = parser.parse_args()
    figures: dict[str, object] = {"python": platform.python_version(), "cores": os.cpu_count(), "runs": options.runs}
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"
        figures["build_from_nothing_s"] = round(seconds(lambda: python("-m", "szassist", "build", index=index)), 3)
        figures["build_again_s"] = median(
            lambda: seconds(lambda: python("-m", "szassist", "build", index=index)), options.runs
        )
        figures["cold_ask_s"] = median(
            lambda: seconds(lambda: python("-m", "szassist", "ask", COLD, index=index)), options.runs
        )
        served = [serve(index, 17860 + run) for run in range(options.runs)]
        figures |= {name: round(statistics.median(row[name] for row in served), 2) for name in served[0]}
        usual = median(lambda: seconds(lambda: python("-c", USUAL_STACK, index=index)), options.runs)
        figures["usual_stack_import_s"] = usual
        figures["first_200_ratio_to_usual_imports"] = round(float(str(figures["first_200_s"])) / usual, 2)
        figures |= warm_asks(index)
    options.out.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
