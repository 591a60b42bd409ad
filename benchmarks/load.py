"""Programs ask a server of its own at once: answers a second, waiting times, errors, growth of memory, and too many at once.

python benchmarks/load.py [--requests 5000] [--seconds 240] [--parallel 8] [--burst 64]
"""

import argparse
import asyncio
import json
import os
import signal
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import psutil

SETS = Path(__file__).parent.parent / "eval"
WARM = 300  # requests before memory is first read: lazy imports and caches of the first questions are no growth
CLIENT_TIMEOUT = 30.0  # seconds without an answer that count as hanging


@dataclass(slots=True)
class Tally:
    """What came back, and when."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)

    def quantile(self, part: float) -> float:
        """Milliseconds within which `part` of the answers came."""
        ordered = sorted(self.seconds)
        return round(1000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))], 1)


def questions() -> list[str]:
    """Every question of the sets that stands alone, each once."""
    cases = (
        json.loads(line) for file in sorted(SETS.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()
    )
    return list(dict.fromkeys(case["question"] for case in cases if "question" in case and not case.get("history")))


async def ask(client: httpx.AsyncClient, question: str, tally: Tally) -> None:
    """Ask one question; what is no answer is counted by its status, or by the name of the error."""
    start = time.perf_counter()
    try:
        status = str((await client.post("/api/v1/ask", json={"question": question})).status_code)
    except httpx.HTTPError as error:
        status = type(error).__name__
    if status == "200":
        tally.seconds.append(time.perf_counter() - start)
    tally.statuses[status] += 1


async def sustained(client: httpx.AsyncClient, asked: Sequence[str], many: int, parallel: int, until: float) -> Tally:
    """`many` questions, `parallel` at a time, none begun after `until`."""
    tally, numbers = Tally(), iter(range(many))

    async def one() -> None:
        for number in numbers:
            if time.monotonic() > until:
                return
            await ask(client, asked[number % len(asked)], tally)

    await asyncio.gather(*(one() for _ in range(parallel)))
    return tally


async def measure(address: str, pid: int, given: argparse.Namespace) -> dict[str, object]:
    """All figures of one server."""
    server, asked = psutil.Process(pid), questions()
    limits = httpx.Limits(max_connections=given.burst)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=CLIENT_TIMEOUT, trust_env=False) as client:
        await sustained(client, asked, WARM, given.parallel, time.monotonic() + given.seconds)
        before, used, start = server.memory_info().rss, sum(server.cpu_times()[:2]), time.monotonic()
        tally = await sustained(client, asked, given.requests, given.parallel, start + given.seconds)
        spent, after = time.monotonic() - start, server.memory_info().rss
        used = sum(server.cpu_times()[:2]) - used
        burst, start = Tally(), time.monotonic()
        await asyncio.gather(*(ask(client, asked[number % len(asked)], burst) for number in range(given.burst)))
        burst_spent = time.monotonic() - start
    answered = len(tally.seconds)
    return {
        "questions": len(asked),
        "parallel": given.parallel,
        "answers": answered,
        "other": {status: count for status, count in tally.statuses.items() if status != "200"},
        "answers_per_second": round(answered / spent, 1),
        "server_cpu_ms_an_answer": round(1000 * used / max(1, answered), 1),
        "median_ms": round(1000 * statistics.median(tally.seconds), 1),
        "p95_ms": tally.quantile(0.95),
        "p99_ms": tally.quantile(0.99),
        "rss_mib": round(after / 2**20, 1),
        "rss_growth_mib": round((after - before) / 2**20, 1),
        "burst": {"at_once": given.burst, "statuses": dict(burst.statuses), "seconds": round(burst_spent, 2)},
        "load_average": os.getloadavg()[0],
    }


def served(folder: Path, port: int) -> subprocess.Popen[bytes]:
    """`szassist serve` as it is shipped, but for the rate of one address, which is what would be measured else."""
    changed = {"INDEX": str(folder / "index"), "FEEDBACK": "off", "RATE_LIMIT": "0", "PORT": str(port)}
    return subprocess.Popen(
        [sys.executable, "-m", "szassist", "serve"],
        env=os.environ | {f"SZASSIST_{name}": value for name, value in changed.items()},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def wait_for(address: str, seconds: float = 120) -> None:
    """Return when the server is ready."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if httpx.get(f"{address}/readyz", trust_env=False).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    raise SystemExit(f"{address} is not ready after {seconds:g} s")


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--seconds", type=float, default=240, help="at most, for the requests")
    parser.add_argument("--parallel", type=int, default=8)
    parser.add_argument("--burst", type=int, default=64)
    parser.add_argument("--port", type=int, default=7963)
    given = parser.parse_args()
    address = f"http://127.0.0.1:{given.port}"
    with TemporaryDirectory() as folder:
        server = served(Path(folder), given.port)
        try:
            wait_for(address)
            print(json.dumps(asyncio.run(measure(address, server.pid, given)), ensure_ascii=False))
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)


if __name__ == "__main__":
    main()
