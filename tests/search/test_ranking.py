"""From a question to an order of passages: what structure adds to the two searches."""

from collections.abc import Callable, Mapping

import pytest

from szassist.query import Expansion, Intent, Query
from szassist.schema import Document, Language, Passage, Section, SectionKind
from szassist.search.lexical import Lexical
from szassist.search.ranking import Ranking, meant

NOTICE, WATER, TREES, CLOSING, OTHER = (
    "现将方案印发给你们",
    "一、治水行动 消除黑臭水体",
    "建设海绵城市",
    "责任单位:市水务局",
    "二、其他",
)
WEIGHTS = {"lexical": 1.0, "assigns": 2.0, "opening": 2.0}


def asking(question: str, intent: Intent = Intent.OTHER, *expansions: Expansion) -> Query:
    return Query(question, Language.HANS, intent, content=question, expansions=expansions)


def document(document_id: str, parts: list[tuple[SectionKind, str]], adopted_by: str | None = None) -> Document:
    """One document of sections under its root; a closing belongs to the section before it."""
    text, sections, parent = "", [Section(0, None, SectionKind.ROOT, "", "", 0, 0, 0)], 0
    for kind, words in parts:
        at = 0 if kind is not SectionKind.CLOSING and kind is not SectionKind.ITEM else parent
        sections.append(
            Section(len(sections), at, kind, "", "", len(text), len(text) + len(words), len(text) + len(words))
        )
        parent = len(sections) - 1 if kind is SectionKind.SECTION else parent
        text += words
    return Document(
        document_id, document_id, None, None, None, "x.txt", None, text, tuple(sections), adopted_by=adopted_by
    )


@pytest.fixture
def ranking() -> Ranking:
    """A notice of one passage, and the scheme that it issues: an action with an item and its units, and another one."""
    documents = {
        "notice": document("notice", [(SectionKind.PARAGRAPH, NOTICE)]),
        "scheme": document(
            "scheme",
            [
                (SectionKind.SECTION, WATER),
                (SectionKind.ITEM, TREES),
                (SectionKind.CLOSING, CLOSING),
                (SectionKind.SECTION, OTHER),
            ],
            adopted_by="notice",
        ),
    }
    passages = [
        Passage(f"{one.id}-{section.index}", one.id, section.index, section.start, section.own_end)
        for one in documents.values()
        for section in one.sections[1:]
    ]
    texts = [documents[p.document_id].text[p.start : p.end] for p in passages]
    return Ranking(documents, passages, (), Lexical.build(texts), nothing_near)


def nothing_near(text: str, limit: int) -> Mapping[int, float]:
    return {}


Found = Callable[[Query], list[int]]


@pytest.fixture
def found(ranking: Ranking) -> Found:
    return lambda query: [position for position, _ in ranking.search(query, 5, WEIGHTS)]


def test_who_finds_the_units_that_close_the_action_of_a_passage_found(found: Found) -> None:
    assert found(asking("海绵城市", Intent.WHO)) == [3, 2]


def test_what_finds_the_passage_before_the_units(found: Found) -> None:
    assert found(asking("海绵城市")) == [2, 3]  # they share 市


def test_about_the_documents_finds_the_notice_that_issues_them(found: Found) -> None:
    assert found(asking("什么时候发布", Intent.DOCUMENT))[0] == 0


def test_of_many_titles_only_the_best_by_words_are_looked_at() -> None:
    words = [f"某某{'甲' if at == 90 else ''}通知" for at in range(100)]
    documents = {f"d{at}": document(f"d{at}", [(SectionKind.PARAGRAPH, text)]) for at, text in enumerate(words)}
    passages = [Passage(f"{name}-0", name, 0, 0, len(one.text)) for name, one in documents.items()]
    ranking = Ranking(documents, passages, (), Lexical.build(words), nothing_near)
    looked_at = {one.position for one in ranking.candidates(asking("甲是什么时候印发", Intent.DOCUMENT), 5)}
    assert (len(looked_at), 90 in looked_at) == (50, True)


def test_official_words_of_an_expression_find_what_its_own_words_do_not(found: Found) -> None:
    assert found(asking("下雨不积涝")) == []
    assert found(asking("下雨不积涝", Intent.OTHER, Expansion("下雨不积涝", ("海绵城市",), 0.6))) == [2]


def test_the_limit_is_kept(ranking: Ranking) -> None:
    assert len(ranking.search(asking("海绵城市黑臭水体责任单位"), 2, WEIGHTS)) == 2


def test_a_question_in_another_language_is_embedded_by_the_chinese_it_stands_for() -> None:
    sponge = Expansion("sponge city", ("海绵城市", "低影响开发"), 1.0)
    assert meant(asking("sponge city targets", Intent.OTHER, sponge)) == "海绵城市"
    assert meant(asking("海绵城市", Intent.OTHER, sponge)) == "海绵城市"
    assert meant(asking("sponge city")) == "sponge city"
