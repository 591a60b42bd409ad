"""Readers: what comes out of each format, one paragraph a line."""

from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from szassist.errors import CorpusError
from szassist.ingest.corpus import read_corpus
from szassist.ingest.readers import read
from szassist.ingest.readers.pdf import joined_pages, paragraphs
from szassist.ingest.readers.spacing import tidy, without_radicals

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>某市招生方案 - 某市政府网</title>
<meta name="ArticleTitle" content="某市招生方案"><meta name="PubDate" content="2026-04-20 11:19">
<script>var x = "不是正文，不要。";</script></head><body>
<nav><a href="/">首页</a></nav><div class="crumbs">当前位置：首页 &gt; 公告</div>
<div class="box"><div>发布机构：</div><div>某市教育局</div><div>文号：</div><div>某教〔2026〕3号</div></div>
<div id="zoom"><p>　　某市招生方案</p><p>　　一、<strong>对象</strong></p><p>2026年 4月 20 日起，<b>适龄</b>儿童
报名；逾期不予受理。</p>
<table><tr><th>序号</th><th>街道</th></tr><tr><td>1</td><td><p>天园街，</p><p>东方路</p></td></tr></table>
<p>二、时间<br>5月，<i>网上</i>。</p></div><footer>版权所有，某市。</footer></body></html>"""


def test_a_page_gives_its_main_text_and_its_tables(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    lines = read(tmp_path / "a.html").split("\n")
    assert [line for line in lines if not line.startswith("#")] == [
        "某市招生方案",
        "一、对象",
        "2026年4月20日起，适龄儿童报名；逾期不予受理。",
        "序号 | 街道",
        "1 | 天园街，东方路",
        "二、时间",
        "5月，网上。",
    ]


def test_what_a_page_says_about_itself_describes_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (document,) = read_corpus(tmp_path).documents
    assert (document.title, document.issuer, str(document.date)) == ("某市招生方案", "某市教育局", "2026-04-20")
    assert document.number == "某教〔2026〕3号"
    assert "#" not in document.text


def test_a_page_in_gb2312_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(PAGE.replace("utf-8", "gb2312").encode("gb18030"))
    assert "适龄儿童报名" in read(tmp_path / "a.html")


def test_markdown_loses_its_markup_and_keeps_its_text(tmp_path: Path) -> None:
    source = (
        "---\ntitle: x\n---\n# 某市方案\n\n到2025年，**覆盖率**达到80%，\n并持续提升。\n\n- 第一项\n- [第二项](http://a.cn)\n\n"
        "| 指标 | 值 |\n|---|---|\n| PM2.5 | 18 |\n"
    )
    (tmp_path / "a.md").write_text(source, "utf-8")
    assert read(tmp_path / "a.md").split("\n") == [
        "# title: x",
        "某市方案",
        "到2025年，覆盖率达到80%，并持续提升。",
        "第一项",
        "第二项",
        "指标 | 值",
        "PM2.5 | 18",
    ]


def test_a_word_file_gives_paragraphs_and_tables_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("某市方案")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (c for row in table.rows for c in row.cells), ["指标", "2025 年", "森林覆盖率", "30%"], strict=True
    ):
        cell.text = text
    document.add_paragraph("一、总体要求")
    document.save(str(tmp_path / "a.docx"))
    assert read(tmp_path / "a.docx").split("\n") == ["某市方案", "指标 | 2025年", "森林覆盖率 | 30%", "一、总体要求"]


def test_broken_lines_of_a_pdf_are_joined_and_headings_stand_alone() -> None:
    lines = [
        "某市实施方案",
        "一、总体要求",
        "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的精",
        "神，到 2025 年，覆盖率达到 80%，落实《某市关于进一步加强工",
        "作的意见》，确保完成任务。",
        "（一）完善制度。建立健全工作机制，明确责任分工，加强督导检",
        "查。",
        "二、保障措施",
    ]
    assert [tidy(line) for line in paragraphs(lines)] == [
        "某市实施方案",
        "一、总体要求",
        "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的精神，到2025年，覆盖率达到80%，"
        "落实《某市关于进一步加强工作的意见》，确保完成任务。",
        "（一）完善制度。建立健全工作机制，明确责任分工，加强督导检查。",
        "二、保障措施",
    ]


def test_page_numbers_and_running_heads_of_a_pdf_go() -> None:
    pages = [
        ["某市公报", f"第{word}段。", f"{word}表为", f"— {number} —"]
        for number, word in enumerate("甲乙丙丁", start=1)
    ]
    assert joined_pages(pages)[:3] == ["第甲段。", "甲表为", "第乙段。"]


def test_a_bare_number_at_the_edge_of_a_pdf_page_goes_only_where_it_counts_the_pages() -> None:
    counted = [["甲。", "乙表", "3"], ["丙。", "丁表", "4"], ["戊。", "己表", "5"]]
    assert joined_pages(counted) == ["甲。", "乙表", "丙。", "丁表", "戊。", "己表"]
    figures = [["甲。", "乙表", "95"], ["丙。", "丁表", "18"]]
    assert joined_pages(figures)[2] == "95"


def test_a_pdf_without_text_says_so(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "scan.pdf")
    with pytest.raises(CorpusError, match=r"scan.pdf: has no text layer"):
        read(tmp_path / "scan.pdf")


def test_radicals_become_the_characters_they_stand_for() -> None:
    assert without_radicals("绿⾊⽣产，⻓江⻋站") == "绿色生产，长江车站"


def test_blanks_around_figures_go_but_not_behind_a_label() -> None:
    assert tidy("到 2025 年，PM2.5 浓度降至 18 微克") == "到2025年，PM2.5浓度降至18微克"
    assert tidy("表 1 主要指标") == "表1 主要指标"
    assert tidy("第一章 现状") == "第一章 现状"
