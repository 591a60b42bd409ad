"""The pages as a reader gets them over HTTP: status, language, links, and nothing typed or read becomes markup."""

import datetime as dt
import io
import json
import re
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from szassist.faces.web.pages.documents import by_weight
from szassist.schema import Document, Language, Section, SectionKind
from tests.faces.payloads import PAYLOADS

from .conftest import Shelf, client_of

ACTION = "/register/action/sz-scheme-2022-2025/" + quote("科技創新引領力提升行動")
PAGES = (
    "/register",
    "/register?unit=市水务局&year=2025&kind=target&topic=水&document=sz-scheme-2022-2025&sort=value&order=desc",
    "/register?topic=火星",
    "/register/unit/市水務局",
    ACTION,
    "/indicators",
    "/indicators?q=PM2.5&show=targets&document=sz-plan-2017-2030",
    "/indicators?show=differences",
    "/indicators?show=attained",
    "/documents",
    "/documents?q=水",
    "/documents/sz-notice-2023",
    "/documents/sz-plan-2017-2030",
    "/documents/sz-scheme-2022-2025?q=再生水&script=reader",
    "/documents/sz-excerpts-2023",
    "/about",
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_in_every_language_with_one_heading_and_unique_ids(
    client: TestClient, path: str, language: Language
) -> None:
    reply = client.get(path, headers={"accept-language": language.value})
    assert reply.status_code == 200
    assert f'<html lang="{language.value}">' in reply.text
    assert reply.headers["content-language"] == language.value
    assert reply.text.count("<h1") == 1
    ids = re.findall(r'\sid="([^"]*)"', reply.text)
    assert sorted(set(ids)) == sorted(ids)
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', reply.text)


def test_every_link_of_the_pages_leads_somewhere_and_every_passage_has_its_anchor(client: TestClient) -> None:
    seen: dict[str, str] = {}
    pages = ("/register", "/register/unit/市水務局", ACTION, "/indicators", "/documents", "/about")
    links = {address for page in pages for address in re.findall(r'href="(/[^"]*)"', client.get(page).text)}
    for address in sorted(links):
        path, _, anchor = address.replace("&amp;", "&").partition("#")
        if path == "/" or path.startswith("/site/"):
            continue
        if path not in seen:
            reply = client.get(path)
            assert reply.status_code == 200, path
            seen[path] = reply.text if "html" in reply.headers["content-type"] else ""
        assert not anchor or f'id="{anchor}"' in seen[path], address
    assert sum(path.startswith("/register/unit/") for path in seen) == 28
    assert sum(path.startswith("/register/action/") for path in seen) == 6


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/register?year=abc", 400, "abc"),
        ("/register?unit=水物局", 400, "市水务局"),
        ("/register?sort=colour", 400, "colour"),
        ("/register/download?format=exe", 400, "exe"),
        ("/register/unit/水物局", 404, "市水务局"),
        ("/register/action/sz-plan-2017-2030/没有", 404, "没有"),
        ("/register?page=2", 400, "page"),
        ("/indicators?page=x", 400, "page"),
        ("/indicators?show=none", 400, "none"),
        ("/indicators?document=nope", 400, "nope"),
        ("/documents/nope", 404, "nope"),
        ("/documents/sz-notice-2023?script=runes", 400, "runes"),
        ("/documents?q=" + "长" * 101, 400, "长长"),
    ],
)
def test_an_address_that_leads_nowhere_gets_a_kind_page(
    client: TestClient, path: str, status: int, said: str
) -> None:
    reply = client.get(path)
    assert reply.status_code == status
    assert said in reply.text
    assert "可以从这里继续" in reply.text


def test_another_name_of_a_unit_leads_to_its_page(client: TestClient) -> None:
    reply = client.get("/register/unit/深圳市科创委", follow_redirects=False)
    assert reply.status_code == 307
    assert reply.headers["location"] == "/register/unit/" + quote("市科技創新委")


def test_a_unit_s_page_counts_what_it_lists(client: TestClient) -> None:
    text = client.get("/register/unit/市水務局").text
    assert "3 项行动、18 个工程、36 个指标" in text
    assert text.count("<tr id=") == 36
    assert len(re.findall(r'<ol class="projects">.*?</ol>', text)) == 3
    assert sum(block.count("<li>") for block in re.findall(r'<ol class="projects">.*?</ol>', text)) == 18


def test_an_action_s_page_holds_its_units_projects_and_text(client: TestClient) -> None:
    text = client.get(ACTION).text
    assert "10 个责任单位" in text
    assert "5 个工程" in text
    assert "各区（新区，深汕特别合作区）" in text
    assert "<b>1.基础研究夯基工程。</b>加强基础研究" in text


def test_the_downloads_hold_exactly_the_rows_shown_in_their_order(client: TestClient) -> None:
    from openpyxl import load_workbook

    query = "unit=市水务局&year=2025&topic=率&sort=value&order=desc"
    shown = re.findall(r'<tr id="row-([^"]*)"', client.get(f"/register?{query}").text)
    assert len(shown) > 3
    told = json.loads(client.get(f"/register/download?{query}&format=json").text)
    assert [line["id"].replace("#", "-") for line in told] == shown
    book = load_workbook(io.BytesIO(client.get(f"/register/download?{query}&format=xlsx").content))
    assert [str(row[0].value).replace("#", "-") for row in list(book.worksheets[0].rows)[1:]] == shown
    csv = client.get(f"/register/download?{query}&format=csv")
    assert csv.content.startswith("\ufeff".encode())
    assert csv.headers["content-disposition"] == 'attachment; filename="szassist-register.csv"'
    ics = client.get(f"/register/download?{query}&format=ics").text
    assert ics.count("BEGIN:VEVENT") == len(shown)


def test_documents_that_differ_are_shown_side_by_side_with_both_wordings(client: TestClient) -> None:
    text = client.get("/indicators?q=居民人均可支配收入&show=differences").text
    assert "文件之间表述不同" in text
    assert "居民人均可支配收入达到9万元" in text
    assert "居民人均可支配收入超过9万元" in text


def test_the_repairs_and_doubts_of_a_document_are_listed_with_what_stood_there(
    client: TestClient, plan: Document
) -> None:
    text = client.get("/documents/sz-plan-2017-2030").text
    for repair in plan.repairs:
        assert f'id="note-{repair.id}"' in text
        assert f'href="#note-{repair.id}"' in text
    assert "??萍紕撔掠辛χ飘a" in text
    assert "表1《深圳可持续发展规划主要指标体系》的表体" in text


def test_the_text_is_in_the_documents_own_script_until_the_reader_asks_otherwise(client: TestClient) -> None:
    own = client.get("/documents/sz-scheme-2022-2025").text
    read = client.get("/documents/sz-scheme-2022-2025?script=reader").text
    assert '<article class="text" lang="zh-Hant" id="text"' in own
    assert "一、總體要求" in own
    assert '<article class="text" lang="zh-Hans" id="text"' in read
    assert "一、总体要求" in read


def test_documents_come_before_the_notice_that_issues_them(shelf: Shelf) -> None:
    assert [document.id for document in by_weight(shelf.documents)] == [
        "sz-plan-2017-2030",
        "sz-scheme-2022-2025",
        "sz-excerpts-2023",
        "sz-notice-2023",
    ]


HOSTILE = (
    *PAYLOADS,
    "' onmouseover='alert(1)",
    "</title><svg onload=alert(1)>",
    "&lt;b&gt;<b>",
    "{0.__class__}{q}%s$x",
    "<!--<p>",
    "\u202e<a href=//evil.example>",
)


@pytest.mark.parametrize("payload", HOSTILE)
@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("/register", ("topic", "unit", "year", "kind", "document", "sort", "order")),
        ("/register/download", ("format", "unit")),
        ("/indicators", ("q", "show", "document")),
        ("/documents", ("q", "lang")),
        ("/documents/sz-notice-2023", ("q", "script", "other")),
    ],
)
def test_what_stands_in_an_address_is_only_ever_text(
    client: TestClient, page: str, names: tuple[str, ...], payload: str
) -> None:
    for name in names:
        check_harmless(client.get(f"{page}?{name}={quote(payload, safe='')}").text, payload)
    check_harmless(client.get("/register/unit/" + quote(payload, safe="")).text, payload)


@pytest.mark.parametrize("payload", HOSTILE)
def test_what_stands_in_a_document_or_a_file_s_name_is_only_ever_text(payload: str) -> None:
    text = f"一、目标{payload}\n到2025年，{payload}再生水利用率达到80%以上。责任单位：市水务局{payload}。\n{payload} | {payload}"
    root = Section(0, None, SectionKind.ROOT, "", payload, 0, 0, len(text))
    only = Section(1, 0, SectionKind.SECTION, "一、", f"目标{payload}", 0, len(text), len(text))
    document = Document(
        "d", payload, payload, dt.date(2025, 1, 1), payload, f"{payload}.txt", None, text, (root, only), missing=(payload,)
    )  # fmt: skip
    client = client_of_documents(document)
    for path in ("/register", "/indicators", "/documents", "/documents/d", "/documents/d?q=目标", "/about"):
        check_harmless(client.get(path).text, payload)


def client_of_documents(*documents: Document) -> TestClient:
    from .conftest import shelf_of

    return client_of(shelf_of(documents))


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def check_harmless(html: str, payload: str) -> None:
    """No element or attribute on the page that the pages do not write themselves, and no link to elsewhere."""
    assert payload not in html or not re.search(r"[<>\"']", payload)
    parser = Elements()
    parser.feed(html)
    for tag, attributes in parser.found:
        assert tag not in ("iframe", "img", "object", "embed", "textarea", "video", "base")
        assert tag != "script" or not attributes or str(attributes.get("src")).startswith("/site/")
        assert not [name for name in attributes if name.startswith("on") or name in ("srcdoc", "formaction")]
        for name in ("href", "src", "action"):
            assert re.match(r"[/?#](?!/)", attributes.get(name) or "/"), attributes
