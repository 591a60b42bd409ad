"""Passages: within one section, whole sentences, stable ids."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from szassist.ingest.corpus import Corpus
from szassist.ingest.outline import outline
from szassist.ingest.passages import passages
from szassist.schema import Document


def document(text: str) -> Document:
    return Document("d", "题", None, None, None, "a.txt", None, text, outline(text, "题"))


def test_a_passage_ends_with_a_sentence_and_within_its_section() -> None:
    text = "一、甲\n第一句话。第二句话。第三句话。\n二、乙\n第四句话。"
    found = passages(document(text), limit=14)
    assert [text[p.start : p.end] for p in found] == [
        "一、甲\n第一句话。第二句话。",
        "第三句话。",
        "二、乙\n第四句话。",
    ]
    assert [p.section for p in found] == [1, 1, 2]


def test_a_sentence_longer_than_the_limit_is_cut_at_a_comma() -> None:
    text = "甲甲甲甲，乙乙乙乙，丙丙丙丙丙丙丙丙。"
    assert [text[p.start : p.end] for p in passages(document(text), limit=12)] == [
        "甲甲甲甲，乙乙乙乙，",
        "丙丙丙丙丙丙丙丙。",
    ]


def test_an_id_stays_when_another_section_changes() -> None:
    before = passages(document("一、甲\n原文。\n二、乙\n不变。"))
    after = passages(document("一、甲\n改写了的原文。\n二、乙\n不变。"))
    assert before[1].id == after[1].id
    assert before[0].id != after[0].id


def test_the_same_words_twice_get_two_ids() -> None:
    first, second = passages(document("一、甲\n同文。\n一、甲\n同文。"))
    assert second.id == f"{first.id}-2"


def test_the_seed_has_short_passages_with_different_ids(seed: Corpus) -> None:
    found = [p for d in seed.documents for p in passages(d)]
    assert len({p.id for p in found}) == len(found)
    assert max(p.end - p.start for p in found) <= 400
    assert all(
        d.text[p.start : p.end] == d.text[p.start : p.end].strip() for d in seed.documents for p in passages(d)
    )


def test_no_passage_of_the_scheme_mixes_two_projects(scheme: Document) -> None:
    for p in passages(scheme):
        section = scheme.sections[p.section]
        assert section.start <= p.start < p.end <= section.own_end
        assert scheme.section_at(p.start) is section


@given(
    st.lists(
        st.sampled_from(["一、甲", "（一）", "1.乙", "句。", "长句子，", "“引。”", "\n", "；", " "]), max_size=60
    ).map("".join)
)
def test_passages_hold_every_visible_character_once(text: str) -> None:
    held = document(text)
    found = passages(held, limit=20)
    assert "".join("".join(text[p.start : p.end].split()) for p in found) == "".join(text.split())
    assert all(p.end - p.start <= 20 for p in found)
    assert replace(held).text == text
