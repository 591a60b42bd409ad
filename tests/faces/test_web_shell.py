"""The frame of every page: one whole document in the reader's language, with the page's place in the menu marked."""

import re

import pytest

from szassist.faces.web.language import language_for
from szassist.faces.web.shell import MENU, page
from szassist.faces.words import frame_words
from szassist.schema import Language


def scope(query: str = "", cookie: str = "", accept: str = "") -> dict[str, object]:
    headers = [(b"cookie", cookie.encode()), (b"accept-language", accept.encode())]
    return {"type": "http", "query_string": query.encode(), "headers": [pair for pair in headers if pair[1]]}


@pytest.mark.parametrize("language", Language)
def test_a_page_is_one_document_in_its_language_with_its_menu_entry_marked(language: Language) -> None:
    html = page(language, title="<题>", here="register", main="<p>正文</p>")
    assert html.startswith("<!doctype html>\n")
    assert f'<html lang="{language.value}">' in html
    assert f"<title>&lt;题&gt; · {frame_words(language).product}</title>" in html
    assert '<main id="main" class="width" tabindex="-1">\n<p>正文</p>\n</main>' in html
    assert '<a class="skip" href="#main">' in html
    marked = re.findall(r'<a href="([^"]*)" aria-current=page>', html)
    assert marked == [MENU["register"]]
    assert re.findall(r'lang="([\w-]+)" hreflang="\1" aria-current=true', html) == [language.value]


def test_language_links_keep_what_the_page_was_asked_for() -> None:
    html = page(Language.HANS, title="", here="register", main="", query="unit=%E6%B0%B4%E5%8A%A1%E5%B1%80&lang=en")
    assert '<a href="?unit=%E6%B0%B4%E5%8A%A1%E5%B1%80&amp;lang=zh-Hant"' in html
    assert "lang=en&amp;lang" not in html


def test_nothing_on_the_page_comes_from_another_host() -> None:
    html = page(Language.EN, title="", here="", main="")
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)


@pytest.mark.parametrize(
    ("query", "cookie", "accept", "language"),
    [
        ("", "", "", Language.HANS),
        ("lang=en", "lang=zh-Hant", "zh-CN", Language.EN),
        ("lang=xx", "lang=zh-Hant", "en", Language.HANT),
        ("", "lang=zh-Hant; other=1", "en", Language.HANT),
        ("", "lang=\x01", "en", Language.EN),
        ("", "", "zh-TW,zh;q=0.9,en;q=0.8", Language.HANT),
        ("", "", "fr,en;q=0.5,zh-HK;q=0.9", Language.HANT),
        ("", "", "zh-Hans-HK,en", Language.HANS),
        ("", "", "fr-FR,en;q=0,de", Language.HANS),
    ],
)
def test_the_language_asked_for_goes_before_the_remembered_and_that_before_the_browser_s(
    query: str, cookie: str, accept: str, language: Language
) -> None:
    assert language_for(scope(query, cookie, accept)) is language
