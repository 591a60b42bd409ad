"""The sentence that answers leads, and lists that stand as titled paragraphs are complete."""

import pytest

from szassist import Assistant
from szassist.answer.choosing.match import specific
from szassist.answer.ground.runs import runs
from szassist.answer.ground.vocabulary import Vocabulary
from szassist.query import Term
from szassist.schema import Status
from tests.answer.conftest import Ask


def test_the_rarer_official_word_tells_more() -> None:
    vocabulary = Vocabulary.of(["噪声 麻将馆", "噪声 扬尘", "噪声 油烟", "噪声"])
    terms = [Term("棋牌室", 0.9, ("麻将馆", "噪声"))]
    assert specific(terms, "住宅楼内麻将馆", vocabulary) > 2 * specific(terms, "噪声地图", vocabulary) > 0
    assert specific(terms, "再生水", vocabulary) == 0


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("楼里麻将馆吵死人,政府怎么管?", "麻将馆"),
        ("海洋垃圾怎么治理", "海洋垃圾治理"),
        ("近海违规养鱼的怎么处理", "违法养殖"),
        ("河水发臭咋治?", "治理"),
        ("方案里的“三名工程”是哪个领域的事?", "医疗卫生“三名工程”"),
    ],
)
def test_the_sentence_that_answers_stands_first(ask: Ask, question: str, held: str) -> None:
    assert held in ask(question).text.split("\n")[0]


@pytest.mark.parametrize("question", ["噪声污染怎么治理?", "人才服务有哪些保障", "如何推动碳达峰"])
def test_answers_from_passages_are_short(ask: Ask, question: str) -> None:
    assert len(ask(question).citations) <= 7


@pytest.mark.parametrize("question", ["怎么治理蝗虫灾害", "飞机晚点怎么赔偿", "驾校学车怎么收费"])
def test_what_only_comes_near_a_question_of_one_clause_is_no_answer_to_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith("文件中没有说明这一点。")


@pytest.mark.parametrize("question", ["海滩上到处是酒瓶子,咋治?", "餐厅油烟和工地尘土,有没有要管?"])
def test_what_comes_near_to_a_story_is_said_to_be_the_nearest(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith("文件中最接近的内容：")


def test_a_name_of_several_words_is_one_thing_where_they_are_cut_apart(ask: Ask) -> None:
    assert "碳中和" in ask("碳中和怎么推进").text


@pytest.mark.parametrize(
    "question",
    [
        "家里的猫老是掉毛有什么办法",
        "结婚彩礼太高,政府管不管",
        "月嫂不靠谱有什么办法治理",
        "如何推广围棋进校园",
        "规划里管不管外卖小哥送餐超时",
    ],
)
def test_measures_for_what_no_document_speaks_of_are_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "count", "some"),
    [
        ("规划指出深圳面临哪三方面的挑战?", "共3项", ["全球经济复苏缓慢", "大国战略博弈", "双刃剑"]),
        ("规划说深圳有哪三大机遇", "共3项", ["时代潮流", "科技革命", "粤港澳大湾区建设"]),
        ("规划要建设哪“五个之城”?", "共5项", ["创新活力之城", "现代文明之城"]),
        ("存在的5大问题", "共5项", ["资源环境约束", "创新支撑"]),
        ("规划的四大原则", "共4项", ["问题导向", "改革开放"]),
        ("重点任务一共分几块", "共5项", ["智慧便捷之城", "普惠发展之城"]),
        ("方案的发展目标分成哪五个方面", "共5项", ["绿色低碳之城", "现代文明之城"]),
    ],
)
def test_a_list_of_titled_paragraphs_is_complete_and_counted(
    ask: Ask, question: str, count: str, some: list[str]
) -> None:
    text = ask(question).text
    assert count in text
    assert all(item in text for item in some)


def test_a_list_of_something_particular_is_not_that_of_everything(ask: Ask) -> None:
    assert "全球经济复苏缓慢" not in ask("面临哪些人才方面的挑战").text


def test_counting_anew_begins_another_run(assistant: Assistant) -> None:
    plan = assistant.documents["sz-plan-2017-2030"]
    found = [run for run in runs(plan) if run.name == "机遇挑战"]
    assert [len(run.items) for run in found] == [3, 3]
    assert [run.said[-5:] for run in found] == ["历史机遇。", "诸多挑战。"]


def test_the_base_year_of_one_indicator_is_none_of_another(ask: Ask) -> None:
    assert "2015年" in ask("生产安全事故死亡率累计下降以哪一年为基准年?").text
    assert "2015年" not in ask("单位GDP能耗下降的基准年是哪一年").text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("楼下麻将馆半夜还哗啦啦,楼上又开健身房,市里对这种扰民的有啥说法没?", "麻将馆"),
        (
            "我在城中村收租几十年了,最近网格员老来看房子结构,说是怕塌,这个自建房排查是不是文件里有写的,怎么写的?",
            "自建房",
        ),
    ],
)
def test_a_word_of_the_story_or_of_the_clause_that_asks_leads_to_the_sentence_that_has_it(
    ask: Ask, question: str, held: str
) -> None:
    assert held in ask(question).text.split("\n")[0]


@pytest.mark.parametrize(
    "frame", ["查一下{}的相关内容", "请摘录有关{}的表述", "文件里有关{}写了些什么", "{}的官方说法是什么"]
)
@pytest.mark.parametrize("thing", ["长租房市场", "噪声地图", "碳普惠机制", "海洋垃圾"])
def test_what_is_asked_for_by_its_wording_is_told_as_it_stands(ask: Ask, frame: str, thing: str) -> None:
    answer = ask(frame.format(thing))
    assert answer.status is Status.ANSWERED
    assert thing.removesuffix("机制") in answer.text


def test_a_name_of_a_letter_and_a_place_is_one_word(ask: Ask) -> None:
    assert "“i深圳”" in ask("i深圳怎么管").text.split("\n")[0]


def test_what_only_covers_a_thing_is_said_to_be_related(ask: Ask) -> None:
    assert ask("动物园怎么管").text.startswith("文件没有提到“动物园”，相关的内容是：")
    assert ask("宠物医院怎么管").status is Status.NOT_FOUND
    assert ask("麻将馆怎么管").status is Status.ANSWERED


def test_a_sentence_that_two_documents_have_is_shown_once_and_cited_in_both(ask: Ask) -> None:
    answer = ask("湿地公园怎么建")
    assert answer.text.count("加快湿地公园建设") == 1
    assert len({one.document_id for one in answer.citations if "濕地公園" in one.quote}) == 2


def test_sentences_with_a_word_of_the_question_go_before_rows_that_have_another_for_it(ask: Ask) -> None:
    assert ask("城中村有写进规划吗").text.startswith("加大城中村整治力度")
    assert "100万辆" in ask("新能源车").text
