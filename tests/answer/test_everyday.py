"""Troubles as people tell them: what is asked is told from the story around it, and the sentence that answers is found."""

import pytest

from szassist import Assistant
from szassist.query import Intent, Query
from szassist.schema import Status
from tests.answer.conftest import Ask


def last(assistant: Assistant, question: str) -> Query:
    return assistant.reader.read(question)[-1]


def words(query: Query) -> set[str]:
    return {term.word for term in query.terms}


def test_a_verb_doubled_around_not_asks_whether_and_is_the_verb(assistant: Assistant) -> None:
    assert last(assistant, "喝的水干不干净").content == "喝的水干净"
    assert last(assistant, "工厂烟囱装不装监测").content == "工厂烟囱装监测"


def test_some_more_of_something_asks_for_no_number(assistant: Assistant) -> None:
    assert last(assistant, "公立高中会多建几间么").intent is not Intent.VALUE
    assert last(assistant, "公立高中要建几间").intent is Intent.VALUE


def test_what_is_never_known_is_a_complaint_and_no_question(assistant: Assistant) -> None:
    (query,) = assistant.reader.read("等巴士成日唔知架車幾時到,有冇話點改善")
    assert query.intent is Intent.MEASURES
    assert last(assistant, "不知道黑臭水体什么时候消除").intent is Intent.WHEN


def test_to_look_after_is_not_according_to(assistant: Assistant) -> None:
    assert "照护" in last(assistant, "老人的照护怎么办").content
    assert "照" not in last(assistant, "照规划,雾霾怎么治").content


def test_a_dining_hall_is_no_bureau(assistant: Assistant) -> None:
    assert last(assistant, "茶餐厅的油烟管不管").strangers == ()
    assert last(assistant, "财政厅管不管").strangers == ("财政厅",)


def test_a_story_weighs_little_beside_its_topic(assistant: Assistant) -> None:
    weights = {term.word: term.weight for term in last(assistant, "楼上麻将馆通宵响").terms}
    assert weights["通宵"] < 0.2 < weights["麻将馆"]


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("关外比关内差那么多,打算怎么拉平", "原特区外"),
        ("樓下燒烤店的油煙 會不會管", "餐飲源"),
        ("残障的娃读完初中还有没有书读", "特殊"),
        ("压力大心里憋得慌 这方面政府有没有打算", "心理"),
        ("喝的水源头干不干净,有没有硬指标", "饮用水源水质达标率保持100%"),
        ("等巴士成日唔知架車幾時到,有冇話點改善", "實時信息服務"),
        ("工地半夜打桩,打电话投诉也没下文,怎么治", "建筑施工噪声"),
        ("街上水管三天两头爆,打算怎么管", "管网"),
        ("外国网红都来打卡,城市景观要不要好好打理", "城市景观"),
    ],
)
def test_a_complaint_finds_the_sentence_that_answers(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "小学几点放学,能不能晚一点",
        "驾照怎么考,有没有新规定",
        "出租车司机拒载怎么投诉",
        "一共有多少个早餐店",
        "国际红树林中心几时挂牌",
    ],
)
def test_daily_life_that_no_plan_rules_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_the_year_by_which_a_thing_is_attained_leads_where_other_sentences_only_speed_it(ask: Ask) -> None:
    answer = ask("那个全球海洋中心城市啥时候算建好?")
    assert answer.status is Status.ANSWERED
    assert "2030年" in answer.text.split("\n")[0]
