"""The page in a real browser with an empty cache: when it can be used, what it transfers, when an answer begins to show."""

from __future__ import annotations

import os
import shutil
import statistics
import time
from typing import Any

CHROMIUM = os.environ.get("SZASSIST_CHROMIUM") or shutil.which("chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
FIELD = "#question textarea"
QUESTIONS = (
    "2025年PM2.5要降到多少？",
    "紅樹林中心由哪些部門負責？",
    "What is the PM2.5 target for 2030?",
    "地铁票价会涨吗？",
)


def page(address: str, runs: int) -> dict[str, float]:
    """Medians of `runs` browsers that have not seen the page before; {} where there is no Chromium.

    `page_usable_s`: from opening the address to a field that takes a question, with its script bound. `page_kb`: bytes
    received until then, as they were sent (compressed), in thousands. `answer_begins_ms`: from Enter until words about
    this question stand on the page; `answer_whole_ms`: until the answer is complete.
    """
    if not CHROMIUM:
        return {}
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        seen = [_visit(play, address, QUESTIONS[run % len(QUESTIONS)]) for run in range(runs)]
    return {name: round(statistics.median(one[name] for one in seen), 2) for name in seen[0]}


def _visit(play: Any, address: str, question: str) -> dict[str, float]:
    browser = play.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    try:
        shown = browser.new_page(viewport={"width": 390, "height": 844}, locale="zh-CN")
        received: list[float] = []
        network = shown.context.new_cdp_session(shown)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        start = time.perf_counter()
        shown.goto(address, wait_until="commit")
        shown.locator(FIELD).wait_for()
        usable = time.perf_counter() - start
        shown.wait_for_timeout(1500)  # what comes late is counted too
        kilobytes = sum(received) / 1000
        shown.locator(FIELD).fill(question)
        start = time.perf_counter()
        shown.locator(FIELD).press("Enter")
        shown.locator(".reply").first.wait_for()
        begins = time.perf_counter() - start
        shown.locator(".reply:not(.thinking)").first.wait_for()
        whole = time.perf_counter() - start
    finally:
        browser.close()
    return {
        "page_usable_s": usable,
        "page_kb": kilobytes,
        "answer_begins_ms": 1000 * begins,
        "answer_whole_ms": 1000 * whole,
    }
