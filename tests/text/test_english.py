"""English questions in official Chinese words, and locked names in both languages."""

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from bm25s import BM25

from szassist.errors import CorpusError
from szassist.ingest.corpus import read_corpus
from szassist.ingest.passages import passages
from szassist.query import Expansion
from szassist.search.texts import search_texts
from szassist.text.english import Terms, chinese_names, english_name, speaking, to_chinese
from szassist.text.english_phrases import FOLDER, stems
from szassist.text.script import fold
from szassist.text.tokens import tokens

CORPUS = Path(__file__).parents[2] / "corpus"
QUESTIONS = Path(__file__).with_name("english_questions.jsonl")
TERMS = Terms.load(CORPUS)


def means(text: str) -> dict[str, str]:
    """Each expression of a text with the first Chinese word it stands for."""
    return {found.said: found.means[0] for found in to_chinese(text)}


def test_the_longest_known_phrase_wins_and_nothing_overlaps() -> None:
    assert means("How many kindergarten places?") == {"kindergarten places": "新增幼儿园学位"}
    assert means("kindergarten") == {"kindergarten": "幼儿园"}


@pytest.mark.parametrize(
    ("said", "chinese"),
    [
        ("libraries", "图书馆"),
        ("children", "儿童"),
        ("recycled", "回收利用"),
        ("recycling", "回收利用"),
        ("women's", "妇女"),
        ("low-carbon", "低碳"),
        ("rain water", "雨水"),
        ("rainwater", "雨水"),
        ("waste water", "污水"),
        ("vaccinations", "疫苗"),
        ("polluting", "污染"),
        ("odour", "恶臭"),
        ("odor", "恶臭"),
        ("sports centre", "体育中心"),
        ("sports center", "体育中心"),
        ("quality of the air", "空气质量"),
    ],
)
def test_a_word_is_known_in_all_its_forms_and_spellings(said: str, chinese: str) -> None:
    assert means(said) == {said.lower(): chinese}


def test_inflections_of_different_words_stay_apart() -> None:
    assert means("building")["building"] == "建筑"
    assert means("built")["built"] == "建设"
    assert "bus" in means("buses")["buses"] or means("buses")["buses"] == "公交"
    assert means("business")["business"] == "企业"


def test_words_without_content_and_unknown_words_are_left_out() -> None:
    assert to_chinese("Please tell me what it is about, will you?") == ()
    assert to_chinese("xyzzy") == ()
    assert to_chinese("空气质量怎么样") == ()


def test_names_with_figures_stand_for_themselves_and_figures_alone_for_nothing() -> None:
    assert means("XB12, QRST and 7G in 2025: 1,500 or 7%?") == {"xb12": "xb12", "qrst": "qrst", "7g": "7g"}


def test_a_mixed_question_gives_its_english_words() -> None:
    assert means("2025年PM2.5和green buildings的目标") == {"pm2.5": "pm2.5", "green buildings": "绿色建筑"}


def test_a_phrase_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert list(means("It is about water. Quality matters.")) == ["water", "quality"]


def test_expansions_stand_in_the_order_of_the_question_and_said_is_cut_from_it() -> None:
    question = "Noise near Schools and the RIVER"
    found = to_chinese(question)
    assert [one.said for one in found] == ["noise", "schools", "river"]
    assert all(one.said in fold(question) for one in found)


def test_words_that_every_document_is_full_of_weigh_little() -> None:
    weights = {found.said: found.weight for found in to_chinese("improve the sewers")}
    assert weights["improve"] < 0.5 < weights["sewers"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("市水務局", "Municipal Water Affairs Bureau"),
        ("广州市水务局", "Guangzhou Municipal Water Affairs Bureau"),
        ("廣東省生態環境廳", None),
        ("省发展改革委", "Provincial Development and Reform Commission"),
        ("区教育局", "District Education Bureau"),
        ("居民人均可支配收入", "per capita disposable income of residents"),
        ("全市常住人口", "permanent resident population"),
        ("市外星事务局", None),
        ("", None),
    ],
)
def test_general_names_know_any_place(chinese: str, english: str | None) -> None:
    if chinese == "廣東省生態環境廳":
        english = "Guangdong Provincial Department of Ecology and Environment"
    assert english_name(chinese) == english


def test_a_corpus_names_its_own_units_in_full_with_and_without_its_city() -> None:
    assert TERMS.english_name("《“健康中国2030”规划纲要》") == "Healthy China 2030 Planning Outline"
    for written in ("市水務局", "深圳市水务局", "水务局"):
        assert TERMS.english_name(written) == "Water Authority of Shenzhen Municipality"
    assert TERMS.english_name("广州市水务局") == "Guangzhou Municipal Water Affairs Bureau"


@pytest.mark.parametrize(
    "said", ["Education Bureau", "the bureau of education", "Department of Education", "education authority"]
)
def test_a_bureau_is_known_whatever_its_kind_is_called(said: str) -> None:
    assert TERMS.units_in(f"What must {said} do?") == ("市教育局",)


def test_every_way_to_say_a_unit_is_told() -> None:
    assert {"water authority", "bureau of water affairs", "water bureau"} <= set(TERMS.unit_forms("市水務局"))
    assert "drc" in TERMS.unit_forms("市发展改革委")
    assert "education bureau" in Terms.load().unit_forms("广州市教育局")
    assert Terms.load().unit_forms("市外星事务局") == ()


def test_abbreviations_name_units() -> None:
    assert chinese_names("DRC") == ("发展改革委",)
    assert TERMS.chinese_names("HRSS") == ("市人力资源保障局", "人力资源保障局")
    assert TERMS.units_in("Are the DRC and the HRSS involved?") == ("市发展改革委", "市人力资源保障局")
    assert TERMS.chinese_names("Bureau of Magic") == ()


def test_every_unit_indicator_action_and_project_of_the_corpus_has_an_english_name(facts: Sequence[object]) -> None:
    nameless = {name for name in facts if isinstance(name, str) and TERMS.english_name(name) is None}
    assert nameless == set()


@pytest.fixture(scope="module")
def facts() -> list[str]:
    """Units, indicators, actions, projects and titles of the corpus."""
    from szassist.register.extract import extract
    from szassist.register.table import Register

    documents = read_corpus(CORPUS).documents
    rows = [fact for document in documents for fact in extract(document)]
    register = Register(rows, documents)
    names = [name for row in register.assignments for name in (row.title, row.action, *row.responsible_units) if name]
    return [*names, *(row.indicator for row in rows), *(document.title for document in documents)]


def test_names_of_units_are_one_to_one() -> None:
    units = tomllib.loads((CORPUS / "english.toml").read_text("utf-8"))["units"]
    for chinese, given in units.items():
        english = given if isinstance(given, str) else given[0]
        assert TERMS.english_name(chinese) == english
        assert TERMS.chinese_names(english)[0] == fold(chinese)


def test_the_data_files_are_folded_and_their_phrases_are_english() -> None:
    for path in FOLDER.glob("terms_*.toml"):
        for table in tomllib.loads(path.read_text("utf-8")).values():
            for said, official in table.items():
                assert said.isascii(), said
                assert official == fold(official), said
                assert all(phrase.strip() for phrase in said.split("|")), said
    for table in tomllib.loads((FOLDER / "names.toml").read_text("utf-8")).values():
        assert [name for name in table if name != fold(name)] == []


def test_no_phrase_stands_twice_in_the_files_of_terms() -> None:
    seen: dict[str, str] = {}
    for path in sorted(FOLDER.glob("terms_*.toml")):
        for table in tomllib.loads(path.read_text("utf-8")).values():
            for said in table:
                for phrase in (one.strip().lower() for one in said.split("|")):
                    assert phrase not in seen, f"{phrase}: {path.name} and {seen[phrase]}"
                    seen[phrase] = path.name


def test_the_terms_spoken_here_hold_within_their_block_only() -> None:
    with speaking(TERMS):
        assert english_name("国际红树林中心") == "International Mangrove Center"
    assert english_name("国际红树林中心") is None


def test_a_corpus_without_names_of_its_own_gets_the_general_ones(tmp_path: Path) -> None:
    assert Terms.load(tmp_path) is Terms.load()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("[units", "Expected"),
        ("[things]\na = 'b'", "unknown table"),
        ("[units]\na = 1", "English"),
        ("homes = 3", "homes"),
    ],
)
def test_a_file_of_names_that_cannot_be_used_is_named(tmp_path: Path, content: str, reason: str) -> None:
    (tmp_path / "english.toml").write_text(content, "utf-8")
    with pytest.raises(CorpusError, match=reason) as caught:
        Terms.load(tmp_path)
    assert "english.toml" in str(caught.value)


def score(query: Sequence[Expansion], index: BM25, size: int) -> list[float]:
    """BM25 of each text: the best of what an expansion means, times its weight, summed."""
    import numpy as np

    total = np.zeros(size)
    for expansion in query:
        best = np.zeros(size)
        for word in expansion.means:
            wanted = [token for token in dict.fromkeys(tokens(word)) if len(token) > 1 or len(word) == 1]
            if known := index.get_tokens_ids(wanted):
                best = np.maximum(best, index.get_scores_from_ids(known))
        total += expansion.weight * best
    return [float(value) for value in total]


@pytest.mark.parametrize(("half", "floor"), [("before", 0.95), ("after", 0.85)])
def test_questions_in_english_reach_their_passage_among_the_first_five(half: str, floor: float) -> None:
    corpus = read_corpus(CORPUS)
    documents = {document.id: document for document in corpus.documents}
    held = [passage for document in corpus.documents for passage in passages(document)]
    index = BM25(k1=0.9, b=0.4, method="lucene")
    index.index([list(tokens(text)) for text in search_texts(corpus.documents, held)], show_progress=False)
    texts = [fold(documents[p.document_id].text[p.start : p.end]) for p in held]
    rows = [json.loads(line) for line in QUESTIONS.read_text("utf-8").splitlines()]
    asked = [row for row in rows if row["half"] == half]
    found = 0
    for row in asked:
        scores = score(TERMS.to_chinese(row["question"]), index, len(held))
        best = sorted(range(len(held)), key=lambda at: -scores[at])[:5]
        found += any(scores[at] > 0 and fold(one) in texts[at] for at in best for one in row["evidence"])
    assert found / len(asked) >= floor


@pytest.mark.parametrize("said", ["how old are people", "it that people", "as sets of rules"])
def test_a_phrase_is_not_made_of_words_that_do_not_belong_together(said: str) -> None:
    assert not {"老年人", "市工业和信息化局", "资产"} & {name for one in to_chinese(said) for name in one.means}


def test_a_phrase_is_found_over_auxiliaries() -> None:
    assert means("electric vehicles should be on the roads") == {
        "electric vehicles should be on the roads": "新能源汽车保有量"
    }
    assert means("babies who") == {"babies": "婴幼儿"}


def test_a_form_of_a_word_without_content_is_not_looked_up_alone() -> None:
    assert "worked" not in means("how many doctors worked here")
    assert means("find work") == {"find work": "就业"}


def test_places_have_english_names() -> None:
    assert english_name("香港") == "Hong Kong"
    assert english_name("深圳") == "Shenzhen"


@pytest.mark.parametrize(
    ("said", "chinese"),
    [
        ("kids", "儿童"),
        ("kindergarten places", "新增幼儿园学位"),
        ("housing estate", "居民小区"),
        ("Hong Kong firms", "港企"),
        ("wetland city", "国际湿地城市"),
        ("registered volunteers per 10,000 people", "每万人注册志愿者人数"),
        ("machine tools", "高端装备"),
        ("cinemas", "电影院"),
        ("diabetes", "糖尿病"),
        ("leaking pipes", "城市供水管网漏损率"),
    ],
)
def test_everyday_words_have_official_ones_and_no_wider_ones(said: str, chinese: str) -> None:
    assert list(means(said).values()) == [chinese]


def test_the_stems_of_a_name_are_one_for_all_forms_and_hold_the_words_it_is_derived_from() -> None:
    assert stems("Retained shores of the mainland") == ("retain", "shor", "mainland")
    assert "collect" not in stems("collection rate")
    assert {"collection", "collect", "rat"} <= set(stems("collection rate", derived=True))
    assert stems("90th percentile in 2025") == ("percentil",)
