"""Answers as HTML: marks lead to sources, quotes are marked in their paragraph, and nothing is interpreted."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from szassist.faces.web.escape import safe
from szassist.faces.web.render import answer_html, notice_html, question_html, starters_html
from szassist.faces.words import Starters
from szassist.schema import Answer, Citation, Document, Language, Section, SectionKind, Status, Trust
from tests.faces.payloads import PAYLOADS

ELEMENTS = {
    "div",
    "p",
    "ul",
    "ol",
    "li",
    "a",
    "button",
    "span",
    "h2",
    "h3",
    "details",
    "summary",
    "blockquote",
    "mark",
}
ELEMENTS |= {"br", "section"}
ATTRIBUTES = {"class", "id", "lang", "href", "open", "tabindex"}


def document(text: str, title: str = "某市方案") -> Document:
    root = Section(0, None, SectionKind.ROOT, "", title, 0, len(text), len(text))
    return Document("d", title, None, None, None, "d.txt", None, text, (root,))


def cited(start: int, end: int, text: str, number: int = 1) -> Citation:
    return Citation(
        number,
        "d",
        "某市方案",
        ("一、目标", "1.水"),
        start,
        end,
        text[start:end],
        text[start:end],
        f"/documents/d#c{start}-{end}",
    )


TEXT = "前一段。\n水质要好。利用率不低于80%。还要节水。\n后一段。"
QUOTE = cited(10, 20, TEXT)  # 利用率不低于80%。
ANSWER = Answer("问", "不低于80%[1][7]", Status.ANSWERED, Language.HANS, (QUOTE,), trust=Trust(1, 1, 2, 1))


def shown(answer: Answer = ANSWER, text: str = TEXT, token: str = "") -> str:
    return answer_html(answer, 3, {"d": document(text)}, token)


class Tags(HTMLParser):
    """Collects every tag with its attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_quote_in_this_test_is_the_sentence_it_means() -> None:
    assert QUOTE.quote == "利用率不低于80%。"


def test_a_mark_links_to_the_source_of_its_turn_and_an_unknown_mark_stays_text() -> None:
    html = shown()
    assert "<a class='cite' href='#source-3-1'>&#91;1&#93;</a>&#91;7&#93;" in html
    assert "<details id='source-3-1' open>" in html


def test_the_quote_is_marked_within_its_paragraph_and_neighbouring_paragraphs_stay_out() -> None:
    assert "<blockquote>水质要好。<mark>利用率不低于80&#37;。</mark>还要节水。</blockquote>" in shown()


def test_of_a_long_paragraph_only_the_surroundings_are_shown() -> None:
    text = "甲" * 100 + "乙乙" + "丙" * 200
    citation = cited(100, 102, text)
    html = shown(replace(ANSWER, citations=(citation,)), text)
    assert f"<blockquote>…{'甲' * 80}<mark>乙乙</mark>{'丙' * 120}…</blockquote>" in html


def test_a_source_names_document_and_section_path_and_leads_into_the_document() -> None:
    html = shown()
    assert "《某市方案》</span>一、目标 › 1&#46;水</p>" in html
    assert Tags(html).tags.count(("a", [("class", "original"), ("href", "/documents/d#c10-20")])) == 1


def test_only_the_first_source_is_open() -> None:
    html = shown(replace(ANSWER, citations=(QUOTE, cited(0, 4, TEXT, number=2))))
    assert re.findall(r"<details id='source-3-(\d)'( open)?>", html) == [("1", " open"), ("2", "")]


def test_the_trust_line_says_how_many_of_how_many_were_checked() -> None:
    assert "1 处引文已核对 · 1&#47;2 个数字已核对" in shown()
    assert "class='trust'" not in shown(replace(ANSWER, trust=Trust()))
    assert "措辞由语言模型 qwen&#45;3 组织" in shown(replace(ANSWER, engine="qwen-3"))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status.NOT_FOUND, "文件没有写到"),
        (Status.PARTIAL, "文件只回答了一部分"),
        (Status.CLARIFY, "想再确认一下"),
        (Status.DECLINED, "不在本站回答范围内"),
    ],
)
def test_what_is_not_simply_answered_says_so_first(status: Status, words: str) -> None:
    html = shown(Answer("问", "没有写。", status, Language.HANS))
    assert Tags(html).text.startswith(words + "没有写。")


def test_lines_after_a_colon_are_a_list() -> None:
    html = shown(replace(ANSWER, text="有两项：[1]\n甲[1]\n乙"))
    assert Tags(html).text.startswith("有两项：[1]甲[1]乙")
    assert re.search(r"</p><ul><li>甲<a [^>]*>[^<]*</a></li><li>乙</li></ul>", html)


def test_a_line_that_ends_in_a_colon_heads_the_list_below_it() -> None:
    html = shown(replace(ANSWER, text="《甲》一：\n• 水\n《乙》二：\n• 气"))
    assert "<p>《甲》一：</p><ul><li>水</li></ul><p>《乙》二：</p><ul><li>气</li></ul>" in html


def test_chinese_within_english_carries_its_language() -> None:
    html = shown(replace(ANSWER, text="By 2025: 年均濃度 18 [1]", language=Language.EN))
    assert "By 2025&#58; <span lang='zh-Hant'>年均濃度</span> 18" in html


def test_an_answer_can_be_judged_only_under_a_token() -> None:
    assert "class='judge'" not in shown()
    ids = re.findall(r"class='act (?:good|bad|reason)' id='([^']*)'", shown(token="ab12"))
    assert ids == [
        "ab12-good",
        "ab12-bad",
        "ab12-bad-number",
        "ab12-bad-source",
        "ab12-bad-unanswered",
        "ab12-bad-other",
    ]


def test_suggestions_and_starters_are_links_that_ask() -> None:
    html = shown(replace(ANSWER, suggestions=("2030年呢？", "二", "三", "四")))
    links = [attributes for tag, attributes in Tags(html).tags if tag == "a" and ("class", "ask") in attributes]
    assert len(links) == 3
    assert ("href", "/?q=2030%E5%B9%B4%E5%91%A2%EF%BC%9F") in links[0]
    assert "市民<" in starters_html((Starters("市民", ("水？",)),))


def everywhere(payload: str) -> Iterator[str]:
    """The payload as question, earlier question, answer, document text, title, file name, heading and suggestion."""
    text = payload + "。"
    citation = Citation(1, "d", payload, (payload, payload), 0, len(text), text, text, f"/documents/{payload}#c0-1")
    yield question_html(payload, 1, Language.HANS)
    yield notice_html(payload, Language.EN, "thinking")
    yield starters_html((Starters(payload, (payload,)),))
    for language in Language:
        answer = Answer(
            payload, payload + "[1]\n- " + payload, Status.PARTIAL, language, (citation,), suggestions=(payload,)
        )
        yield answer_html(answer, 1, {"d": document("前。\n" + text, payload)}, "t")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_typed_or_read_is_interpreted_wherever_it_stands(payload: str) -> None:
    for html in everywhere(payload):
        found = Tags(html)
        assert {tag for tag, _ in found.tags} <= ELEMENTS
        assert {name for _, attributes in found.tags for name, _ in attributes} <= ATTRIBUTES
        assert all(
            value and value.startswith(("#source-", "/?q=", "/documents/"))
            for _, attributes in found.tags
            for name, value in attributes
            if name == "href"
        )
        visible = re.sub(r"[\x00-\x09\x0b-\x1f\u202e]|\s+", "", payload)
        assert visible in re.sub(r"\s+", "", found.text)


def test_a_character_reference_leaves_no_mark_that_markdown_or_a_formula_reads() -> None:
    assert safe("a*b_[c]($d$)\n`e`") == "a&#42;b&#95;&#91;c&#93;&#40;&#36;d&#36;&#41;<br>&#96;e&#96;"


def test_a_quiet_word_about_how_the_answer_came_about_is_shown_as_text() -> None:
    html = shown(replace(ANSWER, note="<b>没有用上语言模型"))
    assert "<p class='quiet'>" in html
    assert "<b>" not in html
    assert "没有用上语言模型" in Tags(html).text
    assert "quiet" not in shown()
