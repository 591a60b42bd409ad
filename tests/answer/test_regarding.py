"""Follow-ups about the answer before them: its words and source, what it lists, whether a goal is reached."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask

SCHEME = "《深圳市国家可持续发展议程创新示范区建设方案（2022-2025年）》"
PLAN = "《深圳市可持续发展规划（2017-2030年）（2022年修订）》"


@pytest.mark.parametrize(
    ("questions", "place", "quote"),
    [
        (["再生水利用率2025年目标", "厉害。原文怎么写的"], SCHEME, "再生水利用率提升至80%以上"),
        (["供水管网漏损率2025年目标", "出处在哪"], SCHEME, "漏损率控制在7%以内"),
        (["博物馆有几座", "这个数是哪份文件里的"], PLAN, "博物馆57座"),
        (["前海有多少家港企落户", "医院多少家", "说回港企，那个数在规划还是方案里写的"], PLAN, "1894家港企"),
        (["人均预期寿命2025年", "规划里也是这个数吗"], PLAN, "84.53岁以上"),
        (["装配式建筑2025年占比", "广东装配式建筑分会转载的那页写的也是这个数吗"], "《转载页摘录", "60%以上"),
        (["护理型床位占比", "谁负责", "原话给我看看"], SCHEME, "责任单位："),
    ],
)
def test_the_source_of_an_answer_is_told_with_its_words(
    ask: Ask, questions: list[str], place: str, quote: str
) -> None:
    answer = ask(*questions)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(place)
    assert quote in answer.text


def test_the_source_is_told_in_the_language_of_the_conversation(ask: Ask) -> None:
    assert "《深圳市可持續發展規劃" in ask("深圳有幾多間博物館", "嗰個數係邊份文件寫嘅").text
    assert ask("How many museums are there?", "which document says that?").text.startswith("Shenzhen Sustainable")
    assert ask("R&D intensity target 2025", "2030?").text.startswith("By 2030")
    assert "沒有給出2028年" in ask("臭氧2025年目標", "2030呢", "2028呢").text


def test_a_document_that_does_not_say_so_is_told_apart(ask: Ask) -> None:
    answer = ask("供水管网漏损率2025年", "规划里也这么写吗")
    assert answer.status is Status.PARTIAL
    assert answer.text.startswith(f"{PLAN}：没有说明这一点".replace("《", "《", 1))
    assert SCHEME in answer.text


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (["社会治理现代化标杆行动由哪些单位负责", "里面有消防的吗？叫什么"], "是。市消防救援支队是责任单位之一"),
        (["健康中国行动责任单位", "有教育局吗"], "不是。文件列出的责任单位中没有您说的单位"),
        (["大气污染防治工程谁管", "水务局在不在里面"], "是。市水务局是责任单位之一"),
        (["健康中国行动责任单位", "有教育局吗", "那医保局呢"], "是。市医保局是责任单位之一"),
        (["六大行動有邊啲", "第二個邊個負責", "入面有冇水務局"], "不是。文件列出的責任單位中沒有您說的單位"),
        (
            ["Who is responsible for the Healthy China action?", "is the education bureau among them?"],
            "No. What you name is not among",
        ),
        (
            ["who is responsible for PM2.5", "is the transport bureau one of them?", "and the water authority?"],
            "Yes. Water Authority of Shenzhen Municipality is one",
        ),
    ],
)
def test_something_is_looked_for_among_what_was_listed(ask: Ask, questions: list[str], first: str) -> None:
    assert ask(*questions).text.startswith(first)


def test_after_it_was_looked_for_the_list_is_still_what_is_spoken_of(ask: Ask) -> None:
    assert "“健康中国”先锋示范行动" in ask("健康中国行动责任单位", "有教育局吗", "一共几个").text.replace(
        "‘", "“"
    ).replace("’", "”")


def test_a_goal_and_the_state_are_shown_side_by_side(ask: Ask) -> None:
    text = ask("婴儿死亡率2025年目标", "孕产妇的呢", "21年实际多少？是不是早就达标了").text
    assert "1.91/10万" in text
    assert "6.5/10万" in text
    assert ask("战略性新兴产业增加值2021年多少", "算不算达标了").text.startswith(
        "文件没有为“战略性新兴产业增加值”设定目标"
    )


def test_another_indicator_of_another_year_is_named(ask: Ask) -> None:
    text = ask("生活垃圾回收利用率2025年要达到几成", "2020年那会儿的目标也是同一个指标吗，是多少").text
    assert text.startswith("文件这一年用的是另一个指标：\n到2020年，生活垃圾资源化利用率达到80%")
    assert ask("PM2.5 2025", "2020年也用这个指标吗").text.startswith("是的。\n到2020年，PM2.5年均浓度控制在25")


def test_the_rows_that_were_shown_tell_who_answers_for_them(ask: Ask) -> None:
    text = ask("到2025年能多出多少幼儿园学位", "这活儿都是哪些部门在干").text
    assert text.startswith("“基础教育建设工程”")
    assert "市委组织部" in text
    assert "指定责任单位" in ask("人均预期寿命2025", "谁负责").text


def test_of_what_year_a_figure_is_is_told_with_it(ask: Ask) -> None:
    assert "57座（文件未注明年份）" in ask("博物馆有几座", "这是哪年的数").text
