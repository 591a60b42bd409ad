"""Folders of documents: without a description, with one, and with what cannot be read."""

import datetime as dt
import json
from pathlib import Path

import pytest

from szassist.errors import CorpusError
from szassist.ingest.corpus import read_corpus
from szassist.ingest.ledger import Fate

PLAIN = "清州市发展规划\n清政发〔2021〕5号\n第一章 现状\n全市人口560万人。\n清州市人民政府\n2021年12月31日\n"

NOTICE = """某市人民政府关于印发两个方案的通知
各县（区）人民政府，市直各单位：
《某市甲方案》《某市乙方案》已经市政府同意，现印发给你们，请认真贯彻执行。
某市人民政府
二〇二一年十二月三十一日
（此件公开发布）
某市甲方案
一、总体要求
到2025年，覆盖率达到80%。
某市乙方案
一、工作目标
完成改造。
"""


def write(folder: Path, name: str, content: str, encoding: str = "utf-8") -> None:
    (folder / name).write_bytes(content.encode(encoding))


def test_a_folder_of_plain_files_is_a_corpus(tmp_path: Path) -> None:
    write(tmp_path, "清州 规划(终稿).txt", PLAIN)
    (document,) = read_corpus(tmp_path).documents
    assert document.id == "清州-规划-终稿"
    assert document.title == "清州市发展规划"
    assert document.issuer == "清州市人民政府"
    assert document.date == dt.date(2021, 12, 31)
    assert document.number == "清政发〔2021〕5号"


def test_a_signature_right_below_the_title_takes_nothing_of_the_title(tmp_path: Path) -> None:
    head = "清州市数字政府建设三年行动计划\n——2023年1月清州市政府常务会议通过\n清州市人民政府办公室\n2023年3月2日\n"
    write(tmp_path, "a.txt", head + "一、目标\n到2025年，覆盖率达到80%。\n")
    (document,) = read_corpus(tmp_path).documents
    assert (document.title, document.issuer) == ("清州市数字政府建设三年行动计划", "清州市人民政府办公室")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_are_found_out(tmp_path: Path, encoding: str) -> None:
    write(tmp_path, "a.txt", PLAIN, encoding)
    (document,) = read_corpus(tmp_path).documents
    assert document.title == "清州市发展规划"


def test_big5_is_found_out(tmp_path: Path) -> None:
    text = "臺北市環境保護計畫\n一、目標\n本市將於民國年間實施這個計畫，並由主管機關會同有關單位辦理，以保護環境。\n"
    write(tmp_path, "a.txt", text, "big5")
    (document,) = read_corpus(tmp_path).documents
    assert document.text.startswith("臺北市環境保護計畫\n一、目標\n本市將於")


def test_a_notice_and_what_it_issues_are_documents_of_their_own(tmp_path: Path) -> None:
    write(tmp_path, "n.txt", NOTICE)
    notice, first, second = read_corpus(tmp_path).documents
    assert notice.title == "某市人民政府关于印发两个方案的通知"
    assert notice.text.endswith("二〇二一年十二月三十一日\n（此件公开发布）")
    assert [first.title, second.title] == ["某市甲方案", "某市乙方案"]
    assert first.text == "某市甲方案\n一、总体要求\n到2025年，覆盖率达到80%。"
    assert {d.issuer for d in (notice, first, second)} == {"某市人民政府"}
    assert {d.date for d in (notice, first, second)} == {dt.date(2021, 12, 31)}
    assert [first.adopted_by, second.adopted_by] == [notice.id, notice.id]
    assert len({notice.id, first.id, second.id}) == 3


def test_descriptive_header_lines_describe_and_are_no_text(tmp_path: Path) -> None:
    header = "# 标题: 某省方案\n# 发文机关: 某省人民政府  日期: 2022.06.15  文种: 方案\n# ---- 正文 ----\n"
    write(tmp_path, "a.txt", header + "某省方案\n一、要求\n落实。\n")
    corpus = read_corpus(tmp_path)
    (document,) = corpus.documents
    assert (document.title, document.issuer, document.date) == ("某省方案", "某省人民政府", dt.date(2022, 6, 15))
    assert document.text == "某省方案\n一、要求\n落实。"
    assert corpus.ledger[0].fate is Fate.DROPPED


def test_front_matter_of_a_markdown_file_describes_it(tmp_path: Path) -> None:
    write(
        tmp_path, "a.md", "---\ntitle: 某市办法\ndate: 2024-05-06\n---\n\n## 第一条 目的\n\n为了规范，制定本办法。\n"
    )
    (document,) = read_corpus(tmp_path).documents
    assert (document.title, document.date) == ("某市办法", dt.date(2024, 5, 6))
    assert document.text == "第一条 目的\n为了规范，制定本办法。"


def test_site_navigation_behind_the_text_is_dropped_with_a_reason(tmp_path: Path) -> None:
    tail = "来源：某网\n上一篇：无关新闻1500万\n版权所有 某市人民政府\n"
    write(tmp_path, "a.txt", "某市方案\n一、目标\n到2025年建成。\n" + tail)
    corpus = read_corpus(tmp_path)
    assert corpus.documents[0].text == "某市方案\n一、目标\n到2025年建成。"
    assert corpus.ledger[-1].reason == "site navigation after the document"


def test_two_files_of_one_name_get_different_ids(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PLAIN)
    write(tmp_path, "a.md", "# 另一规划\n\n正文。")
    assert [d.id for d in read_corpus(tmp_path).documents] == ["a", "a-2"]


def test_a_description_names_what_the_text_does_not(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PLAIN)
    write(
        tmp_path,
        "corpus.toml",
        '[[file]]\nname = "a.txt"\nurl = "https://example.org/a"\n[[file.document]]\nid = "dz"\ntitle = "清州市发展规划"\n'
        'issuer = "清州市发展和改革委员会"\nmissing = ["附图"]\n',
    )
    (document,) = read_corpus(tmp_path).documents
    assert (document.id, document.issuer, document.url) == ("dz", "清州市发展和改革委员会", "https://example.org/a")
    assert document.missing == ("附图",)


def test_digests_change_with_documents_description_and_repairs(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PLAIN)
    before = read_corpus(tmp_path).digests
    repair = {"id": "R", "kind": "mojibake", "start": 0, "end": 1, "source": "清", "repaired": "惠", "apply": True}
    write(tmp_path, "repairs.jsonl", json.dumps(repair))
    after = read_corpus(tmp_path)
    assert list(before) == ["a.txt"]
    assert sorted(after.digests) == ["a.txt", "repairs.jsonl"]
    assert after.digests["a.txt"] == before["a.txt"]
    assert after.documents[0].text.startswith("惠州市发展规划")


def test_read_me_files_are_no_documents(tmp_path: Path) -> None:
    write(tmp_path, "README.md", "# how to")
    with pytest.raises(CorpusError, match="holds no document"):
        read_corpus(tmp_path)


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"nowhere: no such folder; .* SZASSIST_CORPUS"):
        read_corpus(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"PK\x03\x04\x00\x00\x00", "not a text file"),
        ("a.txt", b"\x07\x08abc", "control character"),
        ("a.txt", b"\xff\xff\xff\x80", "encoding"),
        ("a.txt", b"  \n ", "no text was found"),
        ("a.pdf", b"%PDF-1.4 broken", "not a PDF"),
        ("a.docx", b"not a zip", "not a Word file"),
        ("a.xlsx", b"", "cannot be read; convert it"),
    ],
)
def test_a_bad_file_is_named_with_what_is_wrong(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CorpusError, match=message) as caught:
        read_corpus(tmp_path)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("description", "message"),
    [
        ('[[file]]\nname = "a.txt"\nx = [', r"corpus.toml:\d: not TOML"),
        ('[[file]]\nname = "b.txt"', "describes 'b.txt', which is not there"),
        ('[[file]]\nname = "a.txt"\nrepair = "r"', r"file.0.repair"),
        (
            '[[file]]\nname = "a.txt"\n[[file.document]]\nid = "x"\nrole = "notice"\ntitle = "无"',
            "was not found in a.txt",
        ),
        ('[[file]]\nname = "a.txt"\nrepairs = "r.jsonl"', "named by corpus.toml but not there"),
    ],
)
def test_a_bad_description_is_named(tmp_path: Path, description: str, message: str) -> None:
    write(tmp_path, "a.txt", PLAIN)
    write(tmp_path, "corpus.toml", description)
    with pytest.raises(CorpusError, match=message):
        read_corpus(tmp_path)


def test_a_file_of_english_names_is_no_document_but_part_of_the_digests(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", PLAIN)
    write(tmp_path, "english.toml", '[names]\n"深研" = "Shenyan"\n')
    corpus = read_corpus(tmp_path)
    assert [document.source for document in corpus.documents] == ["a.txt"]
    assert sorted(corpus.digests) == ["a.txt", "english.toml"]
