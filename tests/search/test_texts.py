"""What is indexed of a passage, and under which key."""

from szassist.schema import Document, Passage, Section, SectionKind
from szassist.search.texts import search_texts, text_key

ROOT = Section(0, None, SectionKind.ROOT, "", "规划", 0, 0, 20)


def document(name: str, text: str, *sections: Section) -> Document:
    return Document(name, "规划", None, None, None, f"{name}.txt", None, text, (ROOT, *sections))


# The chapter's heading is 0 to 6, the section's 7 to 10, the sentences 11 to 15 and 16 to 20.
PLAN = document(
    "plan",
    "第一章 总则\n一、水\n水质达标\n空气良好",
    Section(1, 0, SectionKind.CHAPTER, "第一章", "总则", 0, 7, 20),
    Section(2, 1, SectionKind.SECTION, "一、", "水", 7, 20, 20),
)


def test_a_passage_is_indexed_under_the_headings_it_does_not_hold() -> None:
    below, from_the_heading = Passage("a", "plan", 2, 11, 15), Passage("b", "plan", 2, 7, 15)
    assert list(search_texts([PLAN], [below, from_the_heading])) == [
        "第一章 总则\n一、水\n水质达标",
        "第一章 总则\n一、水\n水质达标",
    ]
    assert list(search_texts([PLAN], [Passage("c", "plan", 1, 0, 15)])) == ["第一章 总则\n一、水\n水质达标"]


def test_passages_are_indexed_in_their_order_whichever_document_and_section_they_are_of() -> None:
    other = document("other", "空气", Section(1, 0, SectionKind.PARAGRAPH, "", " ", 0, 2, 2))
    cut = [
        Passage("a", "plan", 2, 16, 20),
        Passage("b", "other", 0, 0, 2),
        Passage("c", "other", 1, 1, 2),
        Passage("d", "plan", 2, 11, 15),
    ]
    assert list(search_texts([PLAN, other], cut)) == [
        "第一章 总则\n一、水\n空气良好",
        "空气",
        "气",
        "第一章 总则\n一、水\n水质达标",
    ]


def test_texts_have_the_same_key_only_where_they_are_equal() -> None:
    assert text_key("水") == text_key("水") != text_key("水 ")
    assert len(text_key("水")) == 32
