"""A document as HTML: every character is there once, at the offset its element states."""

from html.parser import HTMLParser

import pytest

from szassist.faces.web.pages.outline import contents
from szassist.faces.web.pages.reading import Reading, Span, blocks, cells, heading_end, inline, outlined
from szassist.faces.web.pages.search import excerpt, hits
from szassist.faces.web.pages.voice import voice
from szassist.ingest.corpus import Corpus
from szassist.schema import Document, Language, Repair, RepairKind, Section, SectionKind

HANS, HANT = voice(Language.HANS), voice(Language.HANT)


class Offsets(HTMLParser):
    """Reads a page as `reader.js` does: text below data-s elements, what is .aside left out."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, bool, bool]] = []
        self.starts: list[int] = []
        self.found: dict[int, str] = {}
        self.aside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        opens, beside = "data-s" in told, "aside" in (told.get("class") or "").split()
        if opens:
            self.starts.append(int(told["data-s"] or 0))
            self.found[self.starts[-1]] = ""
        self.aside += beside
        self.stack.append((tag, opens, beside))

    def handle_endtag(self, tag: str) -> None:
        name, opens, beside = self.stack.pop()
        assert name == tag
        if opens:
            self.starts.pop()
        self.aside -= beside

    def handle_data(self, data: str) -> None:
        if self.starts and not self.aside:
            self.found[self.starts[-1]] += data


def document_of(text: str, sections: tuple[Section, ...] = (), repairs: tuple[Repair, ...] = ()) -> Document:
    root = Section(0, None, SectionKind.ROOT, "", "", 0, sections[0].start if sections else len(text), len(text))
    return Document("d", "题", None, None, None, "d.txt", None, text, (root, *sections), repairs)


@pytest.mark.parametrize("language", Language)
def test_every_character_of_every_document_stands_once_at_its_offset(seed: Corpus, language: Language) -> None:
    for document in seed.documents:
        searched = hits(document, "市")
        anchors = (Span(40, 60), Span(40, 61)) if len(document.text) > 100 else ()
        reading = Reading(document, voice(language), True, searched, anchors, permalinks=True)
        parser = Offsets()
        parser.feed(blocks(reading, 0, len(document.text)))
        assert not parser.stack
        covered = 0
        for start, text in sorted(parser.found.items()):
            assert reading.text[start : start + len(text)] == text
            assert not document.text[covered:start].strip()  # nothing but blanks is left out
            covered = start + len(text)
        assert not document.text[covered:].strip()


def test_headings_are_levelled_by_the_headings_above_them(scheme: Document) -> None:
    html = blocks(Reading(scheme, HANT, permalinks=False), 580, 3790)
    assert '<h2 id="c580-586" data-s="580">一、總體要求</h2>' in html
    assert '<h3 id="c587-595" data-s="587">（一）指導思想。</h3>' in html
    assert "<b>創新引領。</b>推進現代化產業體系建設" in html


def test_a_heading_ends_behind_its_mark_and_blanks_inside_it_do_not_matter() -> None:
    section = Section(1, 0, SectionKind.PREFACE, "", "前言", 0, 9, 9)
    assert heading_end("前 言。正文在此", section, Span(0, 8)) == 4
    assert heading_end("引 言。正文在此", section, Span(0, 8)) == 0


def test_lines_with_cells_become_a_table_whose_cells_keep_their_offsets() -> None:
    text = "指标 | 2025年\n绿地 |  | 40%\n完"
    document = document_of(text)
    rows = [line for line in outlined(document, 0, len(text)) if "|" in text[line.span.start : line.span.end]]
    assert [text[c.start : c.end] for c in cells(rows[1], Reading(document, HANS))] == ["绿地", "", "40%"]
    html = blocks(Reading(document, HANS), 0, len(text))
    assert '<th data-s="0" scope="col">指标</th><th data-s="5" scope="col">2025年</th>' in html
    assert '<td data-s="19">40%</td>' in html
    assert html.endswith('<p id="c23-24" data-s="23">完</p>')


def test_hits_repairs_and_anchors_are_marked_where_they_overlap() -> None:
    repair = Repair("R1", RepairKind.MOJIBAKE, 2, 4, "??", "丙丁", True, "")
    document = document_of("甲乙丙丁戊", repairs=(repair,))
    reading = Reading(document, HANS, False, (Span(1, 3),), (Span(4, 5),), permalinks=True)
    assert inline(reading, Span(0, 5)) == (
        '甲<mark id="hit-1">乙</mark><span class="repaired"><mark>丙</mark></span><span class="repaired">丁</span>'
        '<a href="#note-R1" id="ref-R1" class="noteref aside">［修复］</a><span id="c4-5" class="anchor"></span>戊'
    )


def test_a_spot_that_is_only_doubted_is_marked_otherwise() -> None:
    doubt = Repair("T1", RepairKind.SUSPECTED_SOURCE_TYPO, 0, 1, "甲", "乙", False, "")
    html = inline(Reading(document_of("甲", repairs=(doubt,)), HANS, permalinks=True), Span(0, 1))
    assert html.startswith('<span class="doubted">甲</span><a href="#note-T1"')


def test_text_is_escaped() -> None:
    text = '<script>x</script>\n& "a" | <b>'
    html = blocks(Reading(document_of(text), HANS, False, (Span(0, 8),)), 0, len(text))
    assert "<script" not in html
    assert "<b>" not in html
    assert "&amp; " in html


def test_a_search_finds_either_script_and_width_and_tells_what_stands_around(plan: Document) -> None:
    assert hits(plan, "可持续发展") == hits(plan, "可持續發展") != ()
    assert all(plan.text[hit.start : hit.end] == "PM2.5" for hit in hits(plan, "ＰＭ2.5"))
    assert hits(plan, "  ") == ()
    document = document_of("甲\n一二三四\n乙")
    (hit,) = hits(document, "二三")
    assert excerpt(document, hit) == (Span(2, 3), Span(5, 6))


def test_the_contents_name_chapters_and_projects_but_not_the_items_of_a_list(
    plan: Document, scheme: Document
) -> None:
    html = contents(Reading(plan, HANT))
    assert ">第一章 發展現狀</a>" in html
    assert "《深圳市水務發展" not in html  # one of the forty documents the plan rests on
    assert ">4.科技金融融合工程</a>" in contents(Reading(scheme, HANT))
    assert contents(Reading(document_of("只有一段。"), HANT)) == ""
