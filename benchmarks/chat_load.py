"""Twenty readers chat with a running server at once: answers a second, waiting times, errors, growth of its memory.

python benchmarks/chat_load.py --pid PID [--address http://127.0.0.1:7860] [--readers 20] [--seconds 60]
"""

import argparse
import asyncio
import json
import re
import statistics
import time
import uuid

import httpx
import psutil

QUESTIONS = (
    "2025年PM2.5要降到多少？",
    "那2030年呢？",
    "再生水利用率的目标是多少？",
    "大气污染防治由哪些部门负责？",
    "地铁票价会涨吗？",
)


async def asking(client: httpx.AsyncClient) -> int:
    """The number of the event that a question sets off."""
    page = (await client.get("/?lang=zh-Hans", follow_redirects=True)).text
    found = re.search(r"window\.gradio_config = (\{.*?\});</script>", page, re.S)
    assert found
    events = json.loads(found.group(1))["dependencies"]
    return int(next(event["id"] for event in events if any(target[1] == "submit" for target in event["targets"])))


async def answered(client: httpx.AsyncClient, event: int, session: str, question: str) -> bool:
    """Ask one question as the page does; whether it was answered."""
    body = {"data": [question, None], "fn_index": event, "session_hash": session, "event_data": None}
    joined = await client.post("/gradio_api/queue/join", json=body)
    if joined.status_code != 200:
        return False
    async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as stream:
        async for line in stream.aiter_lines():
            if line.startswith("data:") and '"process_completed"' in line:
                return bool(json.loads(line[5:])["success"])
    return False


async def read(client: httpx.AsyncClient, event: int, until: float) -> list[tuple[float, bool]]:
    """One reader: a conversation of one session, question after question."""
    session, times, number = uuid.uuid4().hex, [], 0
    while time.monotonic() < until:
        start = time.monotonic()
        well = await answered(client, event, session, QUESTIONS[number % len(QUESTIONS)])
        times.append((time.monotonic() - start, well))
        number += 1
    return times


async def run(address: str, pid: int, readers: int, seconds: float) -> dict[str, float]:
    """All readers at once; warmed up first, so that growth is growth."""
    process = psutil.Process(pid)
    limits = httpx.Limits(max_connections=2 * readers)
    async with httpx.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        event = await asking(client)
        await asyncio.gather(*(read(client, event, time.monotonic() + 5) for _ in range(readers)))
        before = process.memory_info().rss
        until = time.monotonic() + seconds
        results = await asyncio.gather(*(read(client, event, until) for _ in range(readers)))
        grown = process.memory_info().rss - before
    times = sorted(spent for result in results for spent, _ in result)
    return {
        "readers": readers,
        "answers": len(times),
        "errors": sum(not well for result in results for _, well in result),
        "answers_per_second": round(len(times) / seconds, 1),
        "p50_ms": round(1000 * statistics.median(times)),
        "p95_ms": round(1000 * times[int(0.95 * len(times))]),
        "rss_mib": round((before + grown) / 2**20),
        "rss_growth_mib": round(grown / 2**20, 1),
    }


def main() -> None:
    """Measure and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", default="http://127.0.0.1:7860")
    parser.add_argument("--pid", type=int, required=True, help="process of the server")
    parser.add_argument("--readers", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=60)
    given = parser.parse_args()
    print(json.dumps(asyncio.run(run(given.address, given.pid, given.readers, given.seconds))))


if __name__ == "__main__":
    main()
