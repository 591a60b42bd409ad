"""The pages in a browser: accessible in every language and theme, narrow, by keyboard, with and without a script."""

from typing import Any
from urllib.parse import quote

import pytest

from szassist.schema import Language
from tests.faces.conftest import Site, reader, violations

pytestmark = pytest.mark.browser

LOCALES = {Language.HANS: "zh-CN", Language.HANT: "zh-TW", Language.EN: "en-GB"}
PAGES = (  # every kind of page and state, in its smallest instance
    "/register?unit=" + quote("市水務局") + "&year=2025&topic=" + quote("再生水") + "&sort=value",
    "/register?topic=" + quote("火星"),
    "/register/unit/" + quote("市財政局"),
    "/register/action/sz-scheme-2022-2025/" + quote("科技創新引領力提升行動"),
    "/indicators?q=" + quote("预期寿命"),
    "/documents?q=" + quote("水"),
    "/documents/sz-excerpts-2023?q=" + quote("碳") + "&script=reader#c444-454",
    "/about",
    "/register?year=abc",
)
LONG = ("/indicators", "/documents/sz-plan-2017-2030#c2505-2515")
SPAN = "#c11700-11760"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", Language)
def test_no_page_has_an_accessibility_violation_or_is_wider_than_320_pixels(
    browser: Any, site: Site, axe: str, language: Language, theme: str
) -> None:
    view = {"width": 320, "height": 640}
    with reader(browser, site, viewport=view, locale=LOCALES[language], color_scheme=theme) as page:
        for path in PAGES:
            page.goto(site.address + path)
            page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") == 320, path
            assert violations(page, axe) == [], path


def test_the_longest_pages_have_no_violation_either(browser: Any, site: Site, axe: str) -> None:
    with reader(browser, site) as page:
        for path in LONG:
            page.goto(site.address + path)
            assert violations(page, axe) == [], path


def marked(page: Any) -> str:
    return "".join(page.locator("mark.cited").all_inner_texts())


def test_a_cited_span_is_marked_to_the_character_shown_and_focused(browser: Any, site: Site, scheme: Any) -> None:
    with reader(browser, site) as page:
        page.goto(f"{site.address}/documents/sz-scheme-2022-2025{SPAN}")
        assert marked(page) == scheme.text[11700:11760]
        first = page.locator("mark.cited").first
        assert page.evaluate("document.activeElement.className") == "cited"
        box = first.bounding_box()
        assert 0 <= box["y"] < 800
        page.evaluate("location.hash = '#c580-620'")  # over a heading into the next paragraph
        page.locator("mark.cited").nth(1).wait_for(state="attached")
        assert marked(page) == scheme.text[580:620].replace("\n", "")


def test_a_span_is_the_same_in_the_readers_script_and_beside_hits_and_repairs(
    browser: Any, site: Site, plan: Any
) -> None:
    with reader(browser, site) as page:
        query = f"q={quote('科技')}&script=reader"
        page.goto(f"{site.address}/documents/sz-plan-2017-2030?{query}#c2495-2530")
        assert len(marked(page)) == 35
        assert "科技创新" in marked(page)


def test_without_a_script_a_row_s_link_leads_to_its_passage(browser: Any, site: Site) -> None:
    with reader(browser, site, java_script_enabled=False) as page:
        page.goto(f"{site.address}/register?topic={quote('再生水')}")
        page.get_by_role("searchbox").fill("再生水利用率")
        page.get_by_role("button", name="筛选").click()
        assert "topic=" in page.url
        page.locator("tbody tr td[data-label=出处] a").first.click()
        target = page.locator(":target")
        assert target.count() == 1
        box = target.bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 800


def test_the_register_is_filtered_and_opened_by_keyboard_alone(browser: Any, site: Site) -> None:
    with reader(browser, site) as page:
        page.goto(f"{site.address}/register")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        page.keyboard.press("Enter")
        for _ in range(3):  # the two lists, then the field
            page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "topic"
        page.keyboard.type("PM2.5年均濃度")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.locator("tbody tr").first.locator("td[data-label=出处] a").focus()
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "/documents/" in page.url
        assert "PM2.5" in marked(page)


def test_a_download_gives_the_rows_that_are_shown(browser: Any, site: Site) -> None:
    with reader(browser, site) as page:
        page.goto(f"{site.address}/register?unit={quote('市水务局')}&kind=target")
        rows = page.locator("tbody tr").count()
        with page.expect_download() as waiting:
            page.get_by_role("link", name="CSV").click()
        content = waiting.value.path().read_text("utf-8-sig")
        assert content.count("sz-scheme-2022-2025#f") == rows > 10
