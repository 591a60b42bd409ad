"""Follow-ups that go on from a figure: by how much, how it is reached, by heads, the whole, why; and what was supposed."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["2030年公共文化设施总面积要多大", "等于比2025年添了多少"], "提高60万平方米（436 − 376）"),
        (["2030年人均预期寿命目标", "跟2021年比能多活多久"], "提高1.20岁（84.73 − 83.53）"),
        (["2030年居民预期寿命目标", "早个五年呢"], "到2025年，居民人均预期寿命达到84.53岁以上"),
        (["2030年PM2.5目标", "往前倒五年那个目标是多少"], "PM2.5年均浓度不高于18微克/立方米"),
        (["深圳2021年GDP多少", "排全国第几"], "成为国内第三个GDP突破3万亿的城市"),
        (["PM2.5 2025年目标", "这个数是年均还是日均"], "PM2.5年均浓度"),
        (["最低工资2021年是一个月多少", "低保嘞"], "最低生活保障标准1365元/月"),
        (["2021年深圳GDP多少", "摊到每个人头上呢"], "人均地区生产总值达17.37万元"),
        (["深圳有多少医生", "平均每千人几个"], "每千人口拥有执业（助理）医师数达到3.0人"),
        (["2021年深圳GDP多少", "按人头算呢"], "人均地区生产总值达17.37万元"),
        (["新建公办养老院护理床要占多少", "那放到全市所有养老院来看，护理床呢"], "不低于65%"),
        (["深圳空气2025年PM2.5要降到多少", "那2030呢"], "到2030年，PM2.5年均浓度达到15微克/立方米以下"),
    ],
)
def test_a_follow_up_goes_on_from_the_figure_before_it(ask: Ask, questions: list[str], held: str) -> None:
    assert held in ask(*questions).text.split("\n")[0]


@pytest.mark.parametrize(
    "questions",
    [
        ["2030年公共文化设施总面积", "比上海多多少"],
        ["2020年深圳GDP多少", "人均呢"],
        ["2025年PM2.5目标", "龙岗区2025年呢"],
        ["深圳空气2025年PM2.5要降到多少", "2027呢"],
        ["公园走路五百米能到的比例", "要收费吗"],
        ["居民可支配收入2025年9万元", "那平均一个月多少"],
        ["2021年有多少医生", "平均每个医院几个"],
        ["每千人病床数", "每家医院呢"],
        ["5G基站目标", "谁来建", "多少钱"],
        ["再生水利用率目标", "排名第几"],
    ],
)
def test_what_no_document_says_is_not_taken_from_the_figure_before_it(ask: Ask, questions: list[str]) -> None:
    assert ask(*questions).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("figure", "how"),
    [
        ("2025年PM2.5目标", "那用啥招数达到"),
        ("2025年臭氧浓度目标多少", "靠啥做到"),
        ("2025年空气优良天数比例目标", "怎么做到"),
    ],
)
def test_how_a_figure_is_reached_is_told_by_what_its_project_does(ask: Ask, figure: str, how: str) -> None:
    assert "实施VOCs精细化管理" in ask(figure, how).text


@pytest.mark.parametrize("supposed", ["我以为是水务局", "不是水务局吗", "我记得水务局也在里面"])
def test_a_unit_that_is_supposed_is_held_against_those_that_answer_for_it(ask: Ask, supposed: str) -> None:
    assert ask("节水典范城市建设工程谁负责", supposed).text.startswith("是。市水务局是责任单位之一。")
    assert ask("节水典范城市建设工程谁负责", "难道没有教育局").text.startswith("不是。")


@pytest.mark.parametrize(
    ("question", "supposed", "held"),
    [
        ("规划管到哪一年", "我还以为到2035年", "规划期限为2017-2030年"),
        ("BIM什么时候强制", "不是2025年吗", "2023年开始"),
        ("落实这两份文件碰到问题该找哪个局反映", "难道不是发改委", "请向市科技创新委反映"),
    ],
)
def test_what_is_supposed_wrongly_is_answered_by_what_is_written(
    ask: Ask, question: str, supposed: str, held: str
) -> None:
    assert held in ask(question, supposed).text.split("\n")[0]


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["深圳公办学位是不是一直很缺", "怎么会搞成这样的"], "底子薄、起步晚、需求大"),
        (["深汕合作区发展水平怎么样", "为啥落后"], "起步较晚、基础较弱"),
    ],
)
def test_why_something_is_so_is_looked_for_in_its_paragraph(ask: Ask, questions: list[str], held: str) -> None:
    answer = ask(*questions)
    assert answer.status is Status.PARTIAL
    assert held in answer.text


def test_a_figure_that_is_said_to_be_enough_is_judged(ask: Ask) -> None:
    answer = ask("家庭医生签约有没有指标", "所以重点人群家庭医生签约七成以上就算达标？")
    assert answer.text.startswith("是的，文件中是这样写的：到2025年，重点人群家庭医生签约服务覆盖率达到70%以上")


@pytest.mark.parametrize("message", ["今晚吃火锅", "买楼抽签点抽", "打风落雨点算"])
def test_what_a_message_says_by_itself_is_not_answered_with_what_was_spoken_of_before(ask: Ask, message: str) -> None:
    assert "学位" not in ask("2025年幼儿园会加多少学位", message).text
