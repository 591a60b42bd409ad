"""Rows that hold the words of a question and tell another thing."""

import pytest

from szassist import Assistant
from szassist.answer.choosing.another import lacks_neighbour, lacks_part
from szassist.answer.ground.inventory import Subject
from szassist.query import Query
from szassist.schema import Status
from tests.answer.conftest import Ask


def _read(assistant: Assistant, question: str) -> Query:
    (query,) = assistant.reader.read(question)
    return query.by_name()


@pytest.mark.parametrize(
    "question",
    [
        "2025年小学学位要新增多少?",  # of 义务教育
        "小学有几所?",  # of 中小学
        "2025年全市5G基站总数要达到多少个?",  # of each 10,000 people
        "5G基站一共要建多少座?",
        "厨余垃圾回收利用率25年要到几成?",
        "2025年每千人要有几个托位?",
        "每千人口托位数 2025年",
        "深圳人平均一天一个人用多少水?",  # of all
        "2030年女人预计能活到几岁?",
        "绿色建筑里评上三星级的有多大面积?",
        "一家子一年能挣多少钱,2030年?",  # of each person
        "工业污水集中收集率2025年要到多少?",
        "学校的再生水利用率25年要到多少?",
        "化妆品抽检合格率25年要到几成?",
        "养老院一共有几家?",  # of each district
        "公办养老院2025年要有几间?",  # only shares of beds
        "高中2025年要有几所?",  # only places
        "供水漏损率完不成,对责任单位罚多少钱?",
        "垃圾费每个月多少?",
        "2025年绿色建筑占比",  # only an area
        "流浪狗谁管",
        "谁办的这个规划",
        "私立幼儿园学位要新增多少个",  # of all kindergartens
        "深圳有多少家三甲医院",
        "餐厨垃圾回收利用率是多少",  # of 生活垃圾
        "水产品合格率多少",  # of 农产品
        "进口额2021年有多少",  # of imports and exports together
        "一般公共预算支出是多少",  # of what is taken in
        "孕产妇健康管理率",  # only a 死亡率
        "公交分担率要达到多少",
        "世界500强企业有多少家",
        "新建一个海绵城市要多少投资",  # only a share of land
        "绿道每公里造价多少",
        "绿色建筑要投多少亿",  # 亿平方米
        "特色产业学院招多少学生",  # only how many 学院
        "深圳一年二氧化碳总共排多少吨",  # the sentence has figures of other things
        "新增67.3万个公办义务教育学位,预计总投资多少亿元?",
        "工业用水量控制在多少立方米",
        "独角兽企业有多少家",
        "儿童医院有几家",  # 第二儿童医院 is no number of them
        "红树林面积多少公顷",
        "药品抽检合格率要达到多少",  # of food, under a heading that names both
    ],
)
def test_a_near_miss_is_refused(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_the_row_of_a_near_miss_is_named_as_the_nearest(ask: Ask) -> None:
    assert "最接近的内容:到2025年,每万人拥有5G基站数超30个" in _plain(ask("2025年全市5G基站总数要达到多少个?").text)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("一般公共预算收入2021年有多少亿", "4257.76亿元"),
        ("碳市场成交额多少亿", "14.58亿元"),
        ("投资额多少以上的项目要用BIM", "1000万以上"),
        ("出口在全国排第一多少年了?", "二十九年"),
        ("要引进多少个高层次创新团队", "100个"),
        ("外贸进出口年均增长率多少", "24.9%"),
        ("雾霾这块,2025年空气里的细颗粒物打算压到多少?", "18微克"),
        ("臭痒浓度控制到多少", "135微克"),
        ("市民健康素羊水平 25年目标 百份之多少", "50%"),
        ("幼儿园以后会多出来多少个位子啊", "12.5万个"),
        ("家居垃圾攞去回收,2025年要去到幾多個巴仙?", "50%"),
        ("自来水管漏水的比例25年要压到几多", "7%"),
        ("新上牌的车里头25年要有几成是电动的", "60%"),
        ("公立嘅中小學位25年要加幾多個", "67.3萬個"),
        ("残疾人屋企无障碍改造要覆盖几成", "100%"),
        ("全市的病床加起来有几多张", "6.4万张"),
        ("香港公司在前海落戶的有幾多家?", "1894家"),
        ("我们福田区到2025年至少得有几家区里兜底的养老院?", "一家"),
    ],
)
def test_everyday_words_around_an_indicator_do_not_hide_it(question: str, value: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert value in answer.text


def test_a_part_is_not_told_by_its_whole(assistant: Assistant) -> None:
    query = _read(assistant, "出口总额是多少?")
    assert lacks_part(query, "外贸进出口总额")
    assert not lacks_part(query, "出口总额")
    assert not lacks_part(_read(assistant, "外贸进出口总额是多少?"), "外贸进出口总额")


def test_a_telling_word_beside_a_held_one_must_be_held_too(assistant: Assistant) -> None:
    row = Subject("生活垃圾回收利用率", "生活垃圾回收利用率达50%", "固体废物治理")
    assert lacks_neighbour(_read(assistant, "厨余垃圾回收利用率是多少?"), row)
    assert lacks_neighbour(_read(assistant, "学校的垃圾回收利用率是多少?"), row)
    assert not lacks_neighbour(_read(assistant, "垃圾回收利用率是多少?"), row)


def _plain(text: str) -> str:
    return text.replace("\n", "").replace("：", ":").replace("，", ",")


def test_a_ratio_of_people_tells_nothing_of_how_many_people_there_are(ask: Ask) -> None:
    assert ask("人口有多少").text == "2021年，全市常住人口1768.16万人。[1]"


def test_a_word_that_tells_little_names_no_indicator(ask: Ask) -> None:
    assert "成交" not in ask("一年能减多少碳").text


def test_who_builds_something_asks_for_its_units(ask: Ask) -> None:
    assert ask("红树林中心谁建").text.startswith("“国际红树林中心建设工程”属于")


def test_a_part_of_a_whole_is_not_told_by_the_figure_of_the_whole(ask: Ask) -> None:
    for question in (
        "新增幼儿园学位里面公办的多少",
        "社会消费品零售总额里网上的占多少",
        "每千人病床数里精神科的要几张",
    ):
        assert ask(question).status is Status.NOT_FOUND, question
    assert "60%" in ask("新增注册的汽车里面新能源的要占多少").text


def test_an_indicator_called_by_its_name_is_meant_whatever_story_is_told_before(ask: Ask) -> None:
    text = ask("我妈有高血压糖尿病，社区老打电话叫签家庭医生。像她这种人，2025年打算签到多大比例？").text
    assert "70%" in text
    assert "1894家" in ask("朋友从香港来开公司，说在深圳落户的港企不少，具体多少家？").text
    assert ask("朋友从台湾来开公司，说在深圳落户的台企不少，具体多少家？").status is Status.NOT_FOUND
    assert ask("我妈有糖尿病，签了家庭医生，每个月要交多少钱").status is Status.NOT_FOUND


def test_what_somebody_does_with_a_thing_makes_no_compound_with_the_words_before_it(ask: Ask) -> None:
    assert "57座" in ask("周末想带娃逛博物馆，规划里写深圳有多少家").text
    assert ask("周末想带狗逛宠物公园，规划里写有多少个").status is Status.NOT_FOUND
    assert ask("深圳有多少家宠物诊所").status is Status.NOT_FOUND


def test_the_measure_of_a_figure_is_not_asked_for_by_who_or_when(assistant: Assistant) -> None:
    assert _read(assistant, "管网漏损归哪几家落实").measure == ""
    assert _read(assistant, "无障碍改造全做完是几几年的事").measure == ""
