"""Which figures a year governs, and which it does not."""

from collections.abc import Callable

import pytest

from szassist.register.extract import extract
from szassist.schema import Document, FactKind, SectionKind, YearBasis

Paper = Callable[..., Document]
PartOf = Callable[..., object]


def years(document: Document) -> list[tuple[int | None, str | None]]:
    return [(f.year, f.year_basis.value if f.year_basis else None) for f in extract(document)]


def test_a_deadline_governs_the_sentences_after_it(paper: Paper) -> None:
    assert years(paper("到2025年，甲率达到1%。乙率达到2%。到2030年，甲率达到3%。乙率达到4%。")) == [
        (2025, "stated"),
        (2025, "inherited"),
        (2030, "stated"),
        (2030, "inherited"),
    ]


def test_a_deadline_ends_with_its_section(paper: Paper, part: PartOf) -> None:
    document = paper(
        part(1, SectionKind.SECTION, "一、", "工程甲", "推进工作。到2025年，甲率达到1%。"),
        part(1, SectionKind.SECTION, "二、", "工程乙", "乙率达到2%。"),
    )
    assert years(document) == [(2025, "stated"), (None, None)]


def test_a_deadline_at_the_head_of_goals_governs_the_paragraphs_below(paper: Paper, part: PartOf) -> None:
    document = paper(
        part(1, SectionKind.SUBSECTION, "（三）", "发展目标", "到2025年，基本实现现代化。"),
        part(2, SectionKind.PARAGRAPH, "", "创新更强", "研发投入占比达到5.5%。"),
        part(
            2, SectionKind.PARAGRAPH, "", "生活更好", "居民收入超过9万元。2023年开始，甲全面实施乙。床位数达4.5张。"
        ),
    )
    assert years(document) == [(2025, "inherited")] * 3


def test_a_heading_with_a_year_governs_its_section(paper: Paper, part: PartOf) -> None:
    document = paper(part(1, SectionKind.SUBSECTION, "（三）", "2030年发展目标", "收入达到10万元。"))
    assert years(document) == [(2030, "inherited")]


def test_a_past_year_governs_only_its_own_sentence(paper: Paper, part: PartOf) -> None:
    document = paper(
        part(
            1,
            SectionKind.SECTION,
            "一、",
            "发展现状",
            "2021年，人均收入7.08万元；高新企业超过2.1万家。预期寿命83.53岁。",
        )
    )
    assert years(document) == [(2021, "stated"), (2021, "stated"), (None, None)]
    assert {f.kind for f in extract(document)} == {FactKind.STATUS}


def test_a_year_after_the_figure_does_not_govern_it(paper: Paper, part: PartOf) -> None:
    document = paper(part(1, SectionKind.SECTION, "一、", "发展现状", "占比常年保持在40%左右，2021年达1.21万亿元。"))
    assert years(document) == [(None, None), (2021, "stated")]


def test_a_year_before_the_document_that_it_says_to_reach_is_a_target(paper: Paper) -> None:
    (fact,) = extract(paper("到2020年，科技进步贡献率达到62%。", year=2023))
    assert (fact.kind, fact.year, fact.year_basis) == (FactKind.TARGET, 2020, YearBasis.STATED)


def test_a_point_in_time_gone_by_is_status_and_as_of_keeps_its_year(paper: Paper) -> None:
    facts = extract(paper("截至2021年底，配额成交量6517万吨，成交额14.58亿元。", year=2023))
    assert [(f.kind, f.year, f.indicator) for f in facts] == [
        (FactKind.STATUS, 2021, "配额成交量"),
        (FactKind.STATUS, 2021, "配额成交额"),
    ]


@pytest.mark.parametrize("sentence", ["到本世纪中叶，甲率达到1%。", "2022年起新建乙项目比例不低于50%。"])
def test_no_year_is_invented(paper: Paper, sentence: str) -> None:
    assert years(paper(f"到2030年，丙率达到1%。{sentence}"))[1] == (None, None)
