"""The seed corpus: what stands in it, worked by hand from the page as received."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

from szassist.ingest.corpus import Corpus
from szassist.ingest.ledger import Fate
from szassist.schema import Document, RepairKind, Section, SectionKind
from szassist.text.script import fold

PAGE = Path(__file__).parent.parent.parent / "corpus" / "shenzhen-2023.txt"


def children(document: Document, section: Section, kind: SectionKind) -> list[Section]:
    return [s for s in document.sections if s.parent == section.index and s.kind is kind]


def find(document: Document, title: str) -> Section:
    return next(s for s in document.sections if s.title == title)


def test_the_page_gives_the_notice_the_plan_the_scheme_and_the_excerpts(seed: Corpus) -> None:
    assert [d.id for d in seed.documents] == [
        "sz-notice-2023",
        "sz-plan-2017-2030",
        "sz-scheme-2022-2025",
        "sz-excerpts-2023",
    ]
    assert [str(d.date) for d in seed.documents] == ["2023-01-17", "2023-01-17", "2023-01-17", "2023-03-01"]
    assert [d.adopted_by for d in seed.documents] == [None, "sz-notice-2023", "sz-notice-2023", None]


def test_the_plan_has_a_preface_four_chapters_and_an_attachment(plan: Document) -> None:
    root = plan.sections[0]
    tops = [s.heading.strip() for s in plan.sections if s.parent == root.index]
    assert tops == [
        "前言",
        "第一章 發展現狀",
        "第二章 總體思路與目標",
        "第三章 重點任務",
        "第四章 保障措施",
        "附件深圳市可持續發展規劃（2017-2030年）總體框架圖",
        "附件深圳市可持續發展規劃（2017-2030年）總體框架圖",
    ]
    basis = find(plan, "規劃編制依據")
    assert len(children(plan, basis, SectionKind.ITEM)) == 40


def test_the_plan_has_lead_phrase_paragraphs_below_its_numbered_sections(plan: Document) -> None:
    conditions = find(plan, "基礎條件")
    assert [s.title for s in children(plan, conditions, SectionKind.PARAGRAPH)] == [
        "經濟綜合實力雄厚",
        "科技創新能力突出",
        "民生福利水平不斷提高",
        "綠色低碳優勢顯著",
        "市場化國際化法治化程度高",
    ]
    tasks = find(plan, "重點任務")
    counts = [len(children(plan, s, SectionKind.PARAGRAPH)) for s in children(plan, tasks, SectionKind.SECTION)]
    assert counts == [6, 8, 5, 4, 4]
    assert len(children(plan, find(plan, "規劃適用范圍和期限"), SectionKind.PARAGRAPH)) == 0


def test_the_scheme_has_six_actions_with_32_projects_each_closed_by_its_units(scheme: Document) -> None:
    actions = children(scheme, find(scheme, "重點行動與工程"), SectionKind.SUBSECTION)
    assert [a.label for a in actions] == ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"]
    assert [len(children(scheme, a, SectionKind.ITEM)) for a in actions] == [5, 4, 4, 7, 5, 7]
    for action in actions:
        below = [s for s in scheme.sections if s.parent == action.index]
        assert below[-1].kind is SectionKind.CLOSING
        assert scheme.text.startswith("〔責任單位：", below[-1].start)
        assert scheme.text[: below[-1].own_end].rstrip().endswith("各區（新區，深汕特別合作區）〕")


def test_the_scheme_has_three_parts_with_their_subsections(scheme: Document) -> None:
    parts = children(scheme, scheme.sections[0], SectionKind.SECTION)
    assert [p.heading for p in parts] == ["一、總體要求", "二、重點行動與工程", "三、保障措施"]
    assert [len(children(scheme, p, SectionKind.SUBSECTION)) for p in parts] == [3, 6, 4]


def test_a_sentence_knows_the_headings_above_it(plan: Document, scheme: Document) -> None:
    assert scheme.section_path(scheme.text.rindex("PM2.5年均濃度不高于18微克")) == (
        "二、重點行動與工程",
        "（四）人與自然和諧共生的美麗中國典范行動",
        "2.大氣污染精準防治工程",
    )
    assert scheme.section_path(scheme.text.index("PM2.5年均濃度不高于18微克")) == (
        "一、總體要求",
        "（三）發展目標",
        "更加宜居宜業的綠色低碳之城",
    )
    assert plan.section_path(plan.text.index("PM2.5年均濃度達到15微克")) == (
        "第二章 總體思路與目標",
        "四、主要目標",
        "（三）2030年發展目標",
        "宜居協調的綠色家園城市",
    )
    assert plan.section_path(plan.text.index("到2035年，經濟實力")) == (
        "第二章 總體思路與目標",
        "四、主要目標",
        "（三）2030年發展目標",
    )


def test_fourteen_damaged_spots_are_repaired_and_say_so(seed: Corpus) -> None:
    repaired = {
        r.id: d.text[r.start : r.end]
        for d in seed.documents
        for r in d.repairs
        if r.kind is RepairKind.MOJIBAKE and r.applied
    }
    assert repaired == {
        "R01": "模化集中供冷示范工程",
        "R02": "。科技創新有力助推產",
        "R03": "。粵港澳大灣區",
        "R04": "。科技進",
        "R05": "。粵港澳大灣區",
        "R06": "海空間",
        "R07": "停靠站智能化設",
        "R08": "模化部署低成本、低功耗、高精度",
        "R09": "保基本、均等化",
        "R10": "專科層次高等職業",
        "R11": "危化品泄漏事故應急處置區",
        "R12": "專科協",
        "R13": "專科醫",
        "R14": "保基金保值增值和安全監",
    }


def test_a_suspected_error_of_the_source_is_noted_and_never_changed(seed: Corpus) -> None:
    noted = {r.id: d.text[r.start : r.end] for d in seed.documents for r in d.repairs if not r.applied}
    assert sorted(noted) == ["T01", "T02", "T03", "T04", "T05", "T06", "T06x", "T07"]
    assert noted["T01"] == "6.07萬元/平方公里"


def test_what_the_plan_lacks_is_said(plan: Document) -> None:
    assert [what[:2] for what in plan.missing] == ["表1", "附件"]


def test_excerpts_are_fragments_kept_with_their_own_words(seed: Corpus) -> None:
    excerpts = seed.documents[-1]
    assert [s.heading for s in excerpts.sections[1:]] == [
        "更高科技含量的智慧便捷之城",
        "碳達峰碳中和行動工程",
        "1.碳達峰碳中和行動工程",
        "2.能源綜合高效利用工程",
    ]
    assert {s.kind for s in excerpts.sections[1:]} == {SectionKind.EXCERPT}
    assert "前海深港現代服務業合作區規模化集中供冷示范工程" in excerpts.text


def test_the_notice_ends_with_who_signed_it_and_when(seed: Corpus) -> None:
    notice = seed.documents[0]
    assert notice.text[notice.sections[-1].start :] == "深圳市人民政府\n2023年1月17日"
    assert notice.sections[-1].kind is SectionKind.CLOSING


def test_navigation_is_in_no_document(seed: Corpus) -> None:
    assert all("1500萬平方米" not in d.text and "下一資訊" not in d.text for d in seed.documents)


def test_the_ledger_tiles_the_page(seed: Corpus) -> None:
    text = PAGE.read_text("utf-8")
    assert len(text) == 44103
    assert seed.ledger[0].start == 0
    assert seed.ledger[-1].end == len(text)
    for before, after in pairwise(seed.ledger):
        assert before.end == after.start
    assert Counter(e.fate for e in seed.ledger)[Fate.REPAIRED] == 16  # 14 damaged spots, two missing 》
    assert [(e.start, e.end) for e in seed.ledger if e.fate is Fate.DROPPED] == [(0, 26), (43648, 44103)]


def test_every_stretch_of_the_page_stands_where_the_ledger_says(seed: Corpus) -> None:
    text = PAGE.read_text("utf-8")
    built = {d.id: d for d in seed.documents}
    repairs = {r.id: r for d in seed.documents for r in d.repairs}
    for entry in seed.ledger:
        if entry.fate is Fate.DROPPED:
            assert entry.reason
            continue
        assert entry.document_id is not None
        assert entry.at is not None
        document = built[entry.document_id]
        if entry.fate is Fate.REPAIRED:
            repair = repairs[entry.reason.removeprefix("repair ")]
            assert text[entry.start : entry.end] == repair.source
            assert document.text[entry.at :].startswith(repair.repaired)
            continue
        words = "".join(fold(text[entry.start : entry.end]).split())
        stands = "".join(fold(document.text[entry.at : entry.at + entry.end - entry.start]).split())
        assert words == stands[: len(words)]
        assert len(words) > 0


def test_two_excerpts_are_recorded_where_the_scheme_says_the_same(seed: Corpus) -> None:
    repeated = [e for e in seed.ledger if e.fate is Fate.REPEATED]
    assert [(e.start, e.end, e.document_id) for e in repeated] == [
        (166, 648, "sz-scheme-2022-2025"),
        (648, 1276, "sz-scheme-2022-2025"),
    ]


def test_all_text_of_the_documents_comes_from_the_page(seed: Corpus) -> None:
    text = PAGE.read_text("utf-8")
    for document in seed.documents:
        kept = [e for e in seed.ledger if e.document_id == document.id and e.fate in (Fate.KEPT, Fate.REPAIRED)]
        if document.id != "sz-excerpts-2023":  # whose first two fragments are recorded as repeated
            assert sum(e.end - e.start for e in kept) >= len(document.text) - 20
    assert "?;" not in "".join(d.text for d in seed.documents)
    assert "?;" in text
