"""What the page tests share: one server with its own index for the whole run, and one browser for a module."""

import importlib.util
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

CHROMIUM = os.environ.get("SZASSIST_CHROMIUM") or shutil.which("chromium") or ""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
]


@dataclass(frozen=True, slots=True)
class Site:
    """A running server: where it is, where it keeps verdicts, and how long it took to show its first page."""

    address: str
    feedback: Path
    first_page: str  # what was shown before the documents were loaded
    first_seconds: float


def fetched(url: str) -> tuple[int, str]:
    """Status and text of a page; 0 where nobody listens."""
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return int(reply.status), reply.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()
    except (urllib.error.URLError, ConnectionError):
        return 0, ""


def wait_for(url: str, seconds: float) -> str:
    start = time.monotonic()
    while True:
        status, text = fetched(url)
        if status == 200:
            return text
        assert time.monotonic() - start < seconds, f"{url} did not answer"
        time.sleep(0.05)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """`szassist serve` in a process of its own, ready to answer."""
    folder = tmp_path_factory.mktemp("site")
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    variables = {"PORT": str(port), "INDEX": str(folder / "index"), "FEEDBACK": str(folder / "feedback.sqlite")}
    process = subprocess.Popen(
        [sys.executable, "-m", "szassist", "serve"],
        env=os.environ | {f"SZASSIST_{name}": value for name, value in variables.items()},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        start = time.monotonic()
        first = wait_for(address + "/", 30)
        seconds = time.monotonic() - start
        wait_for(address + "/readyz", 90)
        yield Site(address, folder / "feedback.sqlite", first, seconds)
    finally:
        process.terminate()
        printed, _ = process.communicate(timeout=15)
    assert printed == f"szassist: {address}\n"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A Chromium without a network of its own making; tests that need it are skipped where it is missing.

    For a module, not for the run: while it is there, its event loop is the thread's, and nobody else can have one.
    """
    if not CHROMIUM:
        pytest.skip("Chromium is not installed: run 'make browser', or name one in SZASSIST_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The axe-core script."""
    package = importlib.util.find_spec("axe_playwright_python")
    assert package is not None
    assert package.origin is not None
    return (Path(package.origin).parent / "axe.min.js").read_text("utf-8")


def violations(page: Any, axe: str) -> list[str]:
    """What axe-core finds wrong with the page as it is now: rule and the first elements."""
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
    return [f"{rule['id']}: {[node['html'][:160] for node in rule['nodes'][:3]]}" for rule in found]


# A page that refuses a request (/register?year=abc) is a page; Chromium tells of its status on the console.
_REFUSED = re.compile(r"^Failed to load resource: .*\b400\b").match


@contextmanager
def reader(browser: Any, site: Site, **options: Any) -> Iterator[Any]:
    """A page of a reader of their own; at the end, nothing was asked of another host and nothing failed."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}, "locale": "zh-CN"} | options)
    page = context.new_page()
    hosts: set[str] = set()
    errors: list[str] = []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda one: errors.append(one.text) if one.type == "error" and not _REFUSED(one.text) else None
    )
    try:
        yield page
    finally:
        context.close()
    assert hosts - {""} == {urlsplit(site.address).netloc}
    assert errors == []
