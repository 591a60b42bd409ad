"""Follow-ups: what is left out is taken over, what is stated is its own, a new topic takes nothing."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["2025年PM2.5要降到多少?", "那2030年呢?"], "15微克"),
        (["2025年PM2.5要降到多少?", "那2030年呢?", "谁负责?"], "市生态环境局"),
        (["2025年PM2.5要降到多少?", "臭氧呢?"], "135微克"),
        (["供水管网漏损率要降到多少?", "归谁管?"], "市水务局"),
        (["市水务局负责什么?", "那市教育局呢?"], "人才强市战略支撑行动"),
        (["再生水利用率目标是多少?", "现在是多少?"], "没有给出“再生水利用率”的现状"),
        (["供水管网漏损率要降到多少?", "责任单位有哪些?", "还有哪些目标?"], "23.93亿立方米"),
        (["红树林中心怎么建?", "2025年PM2.5目标?", "回到刚才的问题,谁负责?"], "国际红树林中心建设工程"),
        (["碳达峰行动包括哪些工程?", "第三个工程有哪些目标?"], "再生水利用率提升至80%以上"),
        (["居民人均可支配收入2025年目标?", "比2021年提高多少?"], "1.92万元"),
        (["How many kindergartens are there?", "and how many kids go to them?"], "597,600"),
        (["What is the PM2.5 target for 2025?", "what abuot 2030?"], "15 micrograms"),
        (["Which projects are in the talent action?", "who handles that?"], "Education Bureau"),
    ],
)
def test_a_follow_up_is_understood(ask: Ask, questions: list[str], held: str) -> None:
    assert held in ask(*questions).text


def test_a_change_of_topic_takes_nothing_over(ask: Ask) -> None:
    answer = ask("2030年PM2.5要降到多少?", "再生水利用率的目标是多少?")
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith("到2025年，再生水利用率")


def test_a_year_that_is_missing_is_missing_in_a_follow_up_too(ask: Ask) -> None:
    assert ask("PM2.5年均浓度2030年的目标", "2027年呢").status is Status.NOT_FOUND
    assert ask("What is the PM2.5 target for 2025?", "What about 2027?").status is Status.NOT_FOUND
    assert "15" in ask("What is the PM2.5 target for 2025?", "What about 2030?").text.split("\n")[0]


def test_a_turn_that_was_too_long_to_be_answered_is_not_looked_back_on(ask: Ask) -> None:
    answer = ask("2025年PM2.5要降到多少?", "再生水利用率的目标是多少?" * 80, "那2030年呢?")
    assert "15微克" in answer.text


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (["2021年居民人均可支配收入是多少?", "目標呢?"], "到2020年，居民人均可支配收入達到6萬元"),
        (["婴儿死亡率现在多少?", "目标呢"], "到2025年，婴儿死亡率控制在2.5‰以下"),
        (["2025年PM2.5要降到多少?", "现状呢"], "我市PM2.5年均浓度降至18微克/立方米"),
        (["2025年PM2.5要降到多少?", "谁呢"], "“大气污染精准防治工程”"),
        (
            ["公共文化设施总面积2025年要到多少?", "2020年那会儿定的是多少"],
            "到2020年，公共文化设施总面积达到280万平方米",
        ),
        (["人均预期寿命2025年多少岁?", "换成2030年呢"], "到2030年，居民人均预期寿命达到84.73岁以上"),
        (["婴儿死亡率现在多少?", "目标呢", "现在呢"], "婴儿死亡率1.06‰"),
        (["食品抽检合格率?", "农产品呢", "谁管", "回到刚才食品抽检那个,目标呢"], "到2025年，食品评价性抽检合格率"),
        (["2030年PM2.5要降到多少?", "深圳的博物馆有几座"], "博物馆57座"),
        (["六大行动有哪些?", "第二个谁负责", "第五个呢"], "“‘健康中国’先锋示范行动”的责任单位共8个"),
    ],
)
def test_a_short_follow_up_leads_with_what_it_asks(ask: Ask, questions: list[str], first: str) -> None:
    assert ask(*questions).text.startswith(first)


def test_after_it_the_years_beyond_are_shown(ask: Ask) -> None:
    assert "84.73岁" in ask("预期寿命2025年要到多少岁?", "再往后呢?").text


def test_a_follow_up_may_turn_to_another_document(ask: Ask) -> None:
    held = ask("建设方案落实情况怎么监督?", "那规划那份呢,会请外面的人来评吗").text
    assert "第三方评估" in held
    assert "健全评估机制" in held
    assert "（四）加强监督保障" in ask("保障措施有哪些?", "那方案的呢").text


def test_others_than_the_one_spoken_of_are_of_the_same_topic(ask: Ask) -> None:
    assert "市大鹏医院" in ask("宝安要起新医院吗", "除了这间还有别的医院吗").text


def test_why_goes_on_from_what_was_said(ask: Ask) -> None:
    assert "底子薄" in ask("深圳教育和医疗算不算好", "为啥会这样").text


def test_back_at_home_the_other_place_is_left(ask: Ask) -> None:
    assert ask("香港最低工资是多少", "那深圳呢").text.startswith("2021年")


@pytest.mark.parametrize(
    ("before", "question"),
    [
        ("公园有多少", "几点开门"),
        ("博物馆有多少", "怎么预约"),
        ("再生水利用率2025", "一吨多少钱"),
        ("幼儿园学位新增多少", "学费呢"),
        ("PM2.5目标多少", "PM10呢"),
    ],
)
def test_a_follow_up_about_what_is_not_said_is_refused(ask: Ask, before: str, question: str) -> None:
    assert ask(before, question).status is Status.NOT_FOUND


def test_what_a_message_takes_back_counts_only_where_something_is_left_out(ask: Ask) -> None:
    assert ask("我想问2020年的PM2.5目标,不对,2025年的是多少").text.startswith("到2025年，PM2.5年均浓度不高于18微克")
    assert ask("PM2.5到2025年多少,不对,臭氧").text.startswith("到2025年，臭氧")
    text = ask("2025年公园要建多少个,算了,问个别的,绿色建筑2025年要多少").text
    assert "7000万平方米" in text
    assert "公园" not in text
    assert ask("这个数不对吧,2025年PM2.5是18微克?").status is Status.ANSWERED


def test_how_many_there_are_is_answered_with_the_state_and_then_the_goal(ask: Ask) -> None:
    first, second = ask("深圳有多少高新技术企业").text.split("\n")[:2]
    assert "2.1万家" in first
    assert "2.2万家" in second
    assert ask("国家级高新技术企业2025年要有多少家").text.startswith("到2025年")


def test_which_ones_are_named_and_not_counted(ask: Ask) -> None:
    assert "市新华医院" in ask("方案点名要新建改建扩建的医院有哪几家?").text
    assert "麻将馆" in ask("居民楼里噪音扰民,方案点名要管哪几类场所").text


def test_a_question_beside_another_is_about_the_same_thing(ask: Ask) -> None:
    text = ask("BIM导入率多少,什么时候开始强制用").text
    assert "100%" in text
    assert "绿色金融" not in text  # 强制保险 is another matter


def test_who_acts_where_no_unit_is_assigned_is_told_in_the_documents_words(ask: Ask) -> None:
    answer = ask("我们小区物业跑了,业委会也没有,谁来管事啊")
    assert answer.status is Status.ANSWERED
    assert "居民委员会代行业主委员会职责" in answer.text
    for question in ("人均预期寿命归谁管", "图书馆这些场馆面积的目标,到底归哪个局负责", "最低工资谁定"):
        assert ask(question).status is Status.NOT_FOUND
