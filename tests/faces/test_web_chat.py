"""A reader asks questions in a real browser: answers, sources, languages, keyboard, verdicts, and nothing from elsewhere."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from szassist.faces.feedback import export
from tests.faces.conftest import Site, reader, violations
from tests.faces.payloads import PAYLOADS

QUESTIONS = {
    "zh-Hans": "2025年PM2.5要降到多少？",
    "zh-Hant": "2025年PM2.5要降到多少？",
    "en": "What is the PM2.5 target for 2025?",
}
REPORTS = Path(__file__).parents[2] / "reports"
SECONDS = 20_000
Open = Callable[..., Any]


def put(page: Any, question: str) -> Any:
    """Type and send a question, once more where it still stands in the box; the last answer, once it is there."""
    from playwright.sync_api import TimeoutError as Late

    before, box = page.locator(".asked").count(), page.locator("#question textarea")
    box.fill(question)
    box.press("Enter")
    try:
        page.locator(".asked").nth(before).wait_for(timeout=SECONDS / 2)
    except Late:  # on a busy machine Enter may come before the page takes it
        if box.input_value() == question:
            box.press("Enter")
        page.locator(".asked").nth(before).wait_for(timeout=SECONDS)
    return answer(page)


def answer(page: Any) -> Any:
    page.locator(".reply:not(.thinking)").last.wait_for(timeout=SECONDS)
    page.locator(".reply.thinking").wait_for(state="detached", timeout=SECONDS)
    return page.locator(".reply").last


@pytest.mark.server
def test_the_first_page_comes_at_once_and_says_that_documents_are_loading(site: Site) -> None:
    assert "正在载入" in site.first_page
    assert "Loading" in site.first_page
    assert site.first_seconds < 15  # about 1 s alone; other tests may run beside it


@pytest.mark.server
def test_a_taken_port_is_one_clear_line(site: Site) -> None:
    port = str(urlsplit(site.address).port)
    command = [sys.executable, "-m", "szassist", "serve", "--port", port]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert port in done.stderr
    assert "SZASSIST_PORT" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.browser
def test_a_question_is_answered_and_a_mark_opens_its_source(site: Site, browser: Any) -> None:
    REPORTS.mkdir(exist_ok=True)
    with reader(browser, site) as page:
        page.goto(site.address)
        reply = put(page, "2025年PM2.5要降到多少？")
        assert "18微克/立方米" in reply.locator(".text").inner_text()
        page.screenshot(path=REPORTS / "chat-1280.png")
        assert not page.locator("#source-1-2 blockquote").is_visible()
        reply.locator("a.cite", has_text="[2]").first.click()
        source = page.locator("#source-1-2")
        source.locator("blockquote mark").wait_for(timeout=SECONDS)
        assert "18微克/立方米" in source.locator("mark").inner_text()
        assert "《深圳市" in source.locator(".path").inner_text()
        assert "/documents/" in source.locator("a.original").get_attribute("href")
        sources, text = page.locator(".sources").bounding_box(), reply.locator(".answer").bounding_box()
        assert sources["x"] > text["x"] + text["width"] / 2  # beside the answer
        page.set_viewport_size({"width": 390, "height": 844})
        sources, text = page.locator(".sources").bounding_box(), reply.locator(".answer").bounding_box()
        assert sources["y"] >= text["y"] + text["height"]  # under it
        page.screenshot(path=REPORTS / "chat-390.png")


@pytest.mark.browser
def test_what_the_documents_do_not_say_is_said_and_a_follow_up_is_understood(site: Site, browser: Any) -> None:
    with reader(browser, site) as page:
        page.goto(site.address)
        put(page, "2025年PM2.5要降到多少？")
        assert "15微克/立方米" in put(page, "那2030年呢？").locator(".text").inner_text()
        refused = put(page, "地铁票价会涨吗？")
        assert refused.locator(".status").is_visible()
        page.locator("#fresh").click()
        page.locator(".starters").wait_for(timeout=SECONDS)
        assert page.locator(".asked").count() == 0


@pytest.mark.browser
@pytest.mark.parametrize("language", QUESTIONS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_wrong(site: Site, browser: Any, axe: str, language: str, theme: str) -> None:
    with reader(browser, site, color_scheme=theme, reduced_motion="reduce") as page:
        page.goto(f"{site.address}/?lang={language}")
        page.locator("#question textarea").wait_for(timeout=SECONDS)
        page.locator(".loading").wait_for(state="detached", timeout=SECONDS)
        assert page.locator("html").get_attribute("lang") == language
        assert violations(page, axe) == []
        put(page, QUESTIONS[language]).locator(".act.bad").click()
        page.locator(".why .reason").first.wait_for(timeout=SECONDS)
        put(page, "??")
        assert violations(page, axe) == []


@pytest.mark.browser
@pytest.mark.parametrize("language", QUESTIONS)
def test_nothing_scrolls_sideways_at_320_pixels(site: Site, browser: Any, language: str) -> None:
    with reader(browser, site, viewport={"width": 320, "height": 640}) as page:
        page.goto(f"{site.address}/?lang={language}")
        page.locator("#question textarea").wait_for(timeout=SECONDS)
        assert page.evaluate("document.documentElement.scrollWidth") == 320
        put(page, QUESTIONS[language])
        for source in page.locator(".sources summary").all()[1:]:
            source.click()
        put(page, "x" * 300)
        assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.browser
def test_everything_can_be_done_with_the_keyboard(site: Site, browser: Any) -> None:
    with reader(browser, site) as page:
        page.goto(site.address)
        page.locator("#question textarea").wait_for(timeout=SECONDS)
        focused = "document.activeElement"
        page.keyboard.press("Tab")
        assert page.evaluate(f"{focused}.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(f"{focused}.tagName") == "TEXTAREA"
        page.keyboard.type("2025年PM2.5要降到多少？")
        page.keyboard.press("Enter")
        answer(page)
        reached = []
        page.evaluate("document.querySelector('.asked').focus()")
        for _ in range(25):
            page.keyboard.press("Tab")
            reached.append(page.evaluate(f"{focused}.className || {focused}.tagName"))
        assert reached[0] == "cite"
        assert {"act copy", "act share", "act print", "act good", "act bad", "SUMMARY", "original"} <= set(reached)
        page.locator("a.cite").first.focus()
        page.keyboard.press("Enter")
        assert page.evaluate(f"{focused}.parentElement.id") == "source-1-1"
        page.keyboard.press("Enter")
        assert not page.locator("#source-1-1 blockquote").is_visible()


@pytest.mark.browser
def test_a_shared_link_asks_its_question_and_a_starter_question_asks_itself(site: Site, browser: Any) -> None:
    with reader(browser, site) as page:
        page.goto(site.address + "/?q=2025年PM2.5要降到多少？")
        share = answer(page).locator("a.share").get_attribute("href")
        assert share == "/?q=2025%E5%B9%B4PM2.5%E8%A6%81%E9%99%8D%E5%88%B0%E5%A4%9A%E5%B0%91%EF%BC%9F"
        assert page.locator(".asked").count() == 1
    with reader(browser, site) as page:
        page.goto(site.address)
        page.locator("#question textarea").wait_for(timeout=SECONDS)
        page.locator(".starters a", has_text="PM2.5").click()
        assert "18微克" in answer(page).locator(".text").inner_text()
        assert page.url.rstrip("/") == site.address


@pytest.mark.browser
def test_an_answer_is_copied_with_its_sources(site: Site, browser: Any) -> None:
    with reader(browser, site, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(site.address)
        put(page, "2025年PM2.5要降到多少？").locator(".copy").click()
        page.locator("#said", has_text="已复制").wait_for(state="attached", timeout=SECONDS)
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("2025年PM2.5要降到多少？\n\n")
    assert "18微克/立方米" in copied
    assert "[1] 《" in copied
    assert f"{site.address}/documents/" in copied


@pytest.mark.browser
def test_language_and_theme_are_remembered(site: Site, browser: Any) -> None:
    with reader(browser, site) as page:
        page.goto(site.address)
        page.get_by_role("link", name="English").click()
        page.get_by_role("heading", name="Ask what the policy documents say").wait_for(timeout=SECONDS)
        page.get_by_role("button", name="Switch to dark").click()
        page.goto(site.address)
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.locator("html").get_attribute("data-theme") == "dark"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(17, 22, 28)"


@pytest.mark.browser
def test_a_verdict_with_its_reason_is_kept(site: Site, browser: Any) -> None:
    with reader(browser, site) as page:
        page.goto(site.address)
        reply = put(page, "再生水利用率的目标是多少？")
        reply.locator(".bad").click()
        reply.locator(".reason", has_text="数字不对").click()
        reply.locator(".thanks").wait_for(timeout=SECONDS)
    rows = [row for row in export(site.feedback) if row["question"] == "再生水利用率的目标是多少？"]
    assert [(row["verdict"], row["reason"]) for row in rows] == [("bad", "number")]
    assert rows[0]["citations"]


@pytest.mark.browser
def test_two_readers_at_once_never_see_each_other_s_conversation(site: Site, browser: Any) -> None:
    with reader(browser, site) as first, reader(browser, site) as second:
        first.goto(site.address)
        second.goto(site.address)
        put(first, "2025年PM2.5要降到多少？")
        put(second, "再生水利用率的目标是多少？")
        put(first, "那2030年呢？")
        assert "15微克" in first.locator(".reply").last.locator(".text").inner_text()
        assert first.locator(".asked").count() == 2
        assert second.locator(".asked").count() == 1
        assert "PM2.5" not in second.locator("#chat").inner_text()
        assert "再生水" not in first.locator("#chat").inner_text()


@pytest.mark.browser
def test_thirty_hostile_questions_are_shown_as_text(site: Site, browser: Any) -> None:
    with reader(browser, site) as page:
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
        page.goto(site.address)
        page.locator("#question textarea").wait_for(timeout=SECONDS)
        before = page.evaluate("document.querySelectorAll('script, iframe, base, meta, link').length")
        for payload in PAYLOADS:
            put(page, payload)
        assert page.locator(".asked").count() == len(PAYLOADS)
        assert page.evaluate("window.hacked") is None
        intruders = "#chat .message-content :is(script, img, iframe, form, video, object, style, math, input)"
        assert [found.evaluate("e => e.outerHTML") for found in page.locator(intruders).all()] == []
        assert page.evaluate("document.querySelectorAll('script, iframe, base, meta, link').length") == before
        assert page.locator(".asked", has_text="<script>window.hacked=1</script>").count() > 0


@pytest.mark.server
def test_feedback_takes_nothing_but_verdicts_on_answers_that_were_shown(site: Site) -> None:
    import httpx

    good = {"token": "0" * 16, "verdict": "good"}
    assert httpx.post(site.address + "/feedback", json=good).status_code == 404
    assert httpx.post(site.address + "/feedback", json=good | {"verdict": "<b>"}).status_code == 422
    assert httpx.post(site.address + "/feedback", content=json.dumps(good | {"more": 1})).status_code == 422
