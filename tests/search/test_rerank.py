"""The reranker's features, worked by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from szassist.query import Intent, Query, Term
from szassist.schema import Language
from szassist.search.rerank import FEATURES, Candidate, features, rerank, shipped_weights

QUERY = Query(
    "2025年生活垃圾回收利用率要达到多少",
    Language.HANS,
    Intent.VALUE,
    content="生活垃圾回收利用率",
    years=(2025,),
    terms=(Term("生活垃圾", 0.6), Term("回收利用率", 0.4)),
)
CANDIDATE = Candidate(
    position=0,
    text="生活垃圾分类。到2025年,回收利用率达到50%。",
    heading="垃圾治理",
    document_id="plan",
    opens=False,
    assigns=False,
    opening=False,
    lexical=0.8,
    near=0.5,
)


def of(query: Query, **changes: object) -> dict[str, float]:
    return features(query, replace(CANDIDATE, **changes))  # type: ignore[arg-type]


def test_every_feature_is_given_and_has_a_weight_that_is_not_negative() -> None:
    assert tuple(of(QUERY)) == FEATURES == tuple(shipped_weights())
    assert all(weight >= 0 for weight in shipped_weights().values())


def test_scores_of_both_searches_are_passed_on() -> None:
    assert (of(QUERY)["lexical"], of(QUERY)["near"]) == (0.8, 0.5)


def test_covered_is_the_held_part_of_the_words_weight() -> None:
    assert of(QUERY)["covered"] == pytest.approx(1.0)
    assert of(QUERY, text="生活垃圾")["covered"] == pytest.approx(0.6)


def test_a_heading_counts_by_itself_and_for_what_is_covered() -> None:
    found = of(QUERY, heading="生活垃圾", text="到2025年达到50%")
    assert found["heading"] == found["covered"] == pytest.approx(0.6)


def test_an_official_word_counts_somewhat_less_than_the_word_it_stands_for() -> None:
    query = replace(QUERY, terms=(Term("雾霾", 1.0, ("pm2.5",)),))
    assert of(query, text="pm2.5年均浓度")["covered"] == pytest.approx(0.92)


def test_a_long_word_counts_in_part_by_its_pairs_of_characters_if_half_of_them_are_there() -> None:
    query = replace(QUERY, terms=(Term("居民收入", 1.0),))  # 居民 民收 收入
    assert of(query, text="居民的收入")["covered"] == pytest.approx(0.75 * 2 / 3)
    assert of(query, text="居民")["covered"] == 0.0


def test_years_count_by_the_asked_part_in_the_text_and_above_it() -> None:
    query = replace(QUERY, years=(2025, 2030))
    assert of(query)["year"] == 0.5
    assert of(query, heading="(三)2030年发展目标")["year_above"] == 0.5


def test_a_figure_counts_where_one_is_asked_for_as_far_as_its_sentence_fits() -> None:
    assert of(QUERY)["figure"] == pytest.approx(0.4)  # the sentence with 50% holds 回收利用率 alone
    assert of(replace(QUERY, intent=Intent.MEASURES))["figure"] == 0.0
    assert of(QUERY, text="到2025年,生活垃圾回收利用率提高")["figure"] == 0.0  # a year is no figure


def test_a_figure_must_have_the_asked_measure() -> None:
    query = replace(QUERY, measure="辆")
    assert of(query)["figure"] == 0.0
    assert of(query, text="收运生活垃圾的车100辆")["figure"] == pytest.approx(0.6)


def test_units_count_only_where_somebody_is_asked_for() -> None:
    assert of(QUERY, assigns=True)["assigns"] == 0.0
    assert of(replace(QUERY, intent=Intent.WHO), assigns=True)["assigns"] == 1.0
    duties = replace(QUERY, intent=Intent.DUTIES, units=("市水务局", "市教育局"))
    assert of(duties, text="责任单位:市水务局")["unit"] == 0.5


def test_a_named_document_and_what_is_asked_about_documents_count() -> None:
    query = replace(QUERY, intent=Intent.DOCUMENT, documents=("plan",))
    assert (of(query)["document"], of(query, document_id="other")["document"]) == (1.0, 0.0)
    assert (of(query, opening=True)["opening"], of(QUERY, opening=True)["opening"]) == (1.0, 0.0)


def test_a_question_without_words_gives_no_share_of_anything() -> None:
    found = features(Query("", Language.HANS, Intent.OTHER, content=""), CANDIDATE)
    assert {name for name, value in found.items() if value} == {"lexical", "near"}


def test_the_weighted_sum_orders_the_candidates_and_equals_keep_their_order() -> None:
    first, second, third = (
        replace(CANDIDATE, position=at, lexical=lexical) for at, lexical in enumerate((0.1, 0.9, 0.1))
    )
    ranked = rerank(QUERY, (first, second, third), {"lexical": 2.0})
    assert [(one.position, score) for one, score in ranked] == [(1, 1.8), (0, 0.2), (2, 0.2)]


def test_the_documentation_names_every_feature() -> None:
    text = (Path(__file__).parents[2] / "docs" / "search.md").read_text("utf-8")
    assert [name for name in FEATURES if f"`{name}`" not in text] == []
