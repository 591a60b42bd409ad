"""A reader asks a question in a real browser, sees the answer and opens its source."""

import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

CHROMIUM = os.environ.get("SZASSIST_TEST_CHROMIUM") or shutil.which("chromium") or ""
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PORT = 17861
ADDRESS = f"http://127.0.0.1:{PORT}"
REPORTS = Path(__file__).parents[2] / "reports"


def status_of(path: str) -> int:
    try:
        with urllib.request.urlopen(ADDRESS + path, timeout=2) as reply:
            return int(reply.status)
    except urllib.error.HTTPError as error:
        return error.code
    except (urllib.error.URLError, ConnectionError):
        return 0


def wait_for(path: str, seconds: float) -> float:
    start = time.monotonic()
    while status_of(path) != 200:
        assert time.monotonic() - start < seconds, f"{path} did not answer"
        time.sleep(0.1)
    return time.monotonic() - start


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "SZASSIST_PORT": str(PORT),
        "SZASSIST_INDEX": str(tmp_path_factory.mktemp("web") / "index"),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "szassist", "serve"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    wait_for("/healthz", 30)
    wait_for("/readyz", 90)
    yield process
    process.terminate()
    printed, _ = process.communicate(timeout=15)
    assert printed == f"szassist: {ADDRESS}\n"


@pytest.mark.server
def test_a_taken_port_is_one_clear_line(server: subprocess.Popen[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "szassist", "serve", "--port", str(PORT)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert str(PORT) in done.stderr
    assert "SZASSIST_PORT" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed: run 'make browser'")
def test_a_question_is_answered_and_its_source_opens_without_any_other_host(server: subprocess.Popen[str]) -> None:
    from playwright.sync_api import expect, sync_playwright

    hosts: set[str] = set()
    REPORTS.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.goto(ADDRESS)
        page.get_by_role("textbox", name="您的问题").fill("2025年PM2.5要降到多少?")
        page.get_by_role("button", name="提问").click()
        expect(page.get_by_text("不高于18微克/立方米").first).to_be_visible(timeout=20_000)
        page.screenshot(path=REPORTS / "chat-1280.png")
        page.locator("a.cite").first.click()
        assert page.url.endswith("#src-1-1")
        expect(page.locator("#src-1-1")).to_contain_text("大气污染精准防治工程")
        page.set_viewport_size({"width": 390, "height": 844})
        page.screenshot(path=REPORTS / "chat-390.png")
        browser.close()
    assert hosts - {""} == {f"127.0.0.1:{PORT}"}
