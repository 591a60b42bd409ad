"""What plans seldom tell: the state of a day, persons, contractors, hours and procedures."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    "question",
    [
        "今天深圳空气怎么样",
        "昨天PM2.5多少",
        "今天臭氧超标没有",
        "这个月新能源车卖了多少辆",
        "上半年用水量是多少",
        "今晚有台风吗",
        "What is the air quality in Shenzhen today?",
    ],
)
def test_the_state_of_a_day_or_month_is_in_no_document(question: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith(("文件不记录", "The documents do not report"))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("今天想问一下,新能源汽车保有量2025年要达到多少?", "100万辆"),
        ("这个月刚听说要加学位,幼儿园学位新增多少个?", "12.5万个"),
        ("今天路上堵了一个小时,城中村打算怎么整治?", "城中村"),
        ("How many hospitals does Shenzhen have today?", "145"),
    ],
)
def test_a_day_in_the_story_around_a_question_does_not_count(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is not Status.NOT_FOUND
    assert held in answer.text


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("玉龙坑垃圾填埋场修复由哪家企业中标?", "玉龙坑垃圾填埋场全量开挖"),
        ("市新华医院是谁承建的", "市新华医院"),
        ("红树林博物馆的设计单位是谁", "红树林湿地博物馆"),
        ("第二儿童医院院长是谁", "市第二儿童医院"),
        ("高层次人才认定需要什么学历", "高层次"),
    ],
)
def test_persons_and_contractors_are_not_told_and_what_is_told_of_the_thing_is(
    question: str, nearest: str, ask: Ask
) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert nearest in answer.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("我们施工队想问下,新开的工程从哪年起都得用BIM", "2023年"),
        ("新上牌的车里新能源2025年要占多少", "60%"),
        ("family doctor contract coverage, key population groups, 2025 target", "70%"),
    ],
)
def test_a_word_of_an_errand_that_is_not_asked_for_does_not_count(question: str, held: str, ask: Ask) -> None:
    assert held in ask(question).text


@pytest.mark.parametrize(
    "question", ["借钱不还怎么办", "广场舞扰民几点之前要停", "健身房跑路怎么办", "社保断缴怎么补"]
)
def test_private_affairs_are_not_answered_by_a_sentence_of_a_plan(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "领导小组的组长由哪位市领导担任",
        "这份规划是哪位专家起草的",
        "深圳市委书记是谁",
        "医保卡丢了怎么补办",
        "深圳户口怎么迁",
        "旧衣服捐去哪里",
        "最近的社康在哪",
        "光明科学城坐地铁几号线",
        "高新企业认定要什么条件",
        "网约车司机的保险谁来交",
        "水管爆了打给谁",
        "出租车起步价涨了吗",
        "学区房政策取消了吗",
        "股市下跌怎么办",
    ],
)
def test_what_one_has_to_do_oneself_and_whom_or_where_to_ask_is_in_no_plan(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["你觉得这个规划能实现吗", "哪家医院看骨科好", "深圳经济会不会衰退", "哪个区最宜居"]
)
def test_opinions_and_forecasts_are_not_given(question: str, ask: Ask) -> None:
    assert ask(question).status in (Status.NOT_FOUND, Status.DECLINED)


@pytest.mark.parametrize(
    ("question", "held"), [("幼儿园太贵,上不起私立的,政府管不管", "普惠"), ("药价这么高,医保医药怎么改革", "医药")]
)
def test_a_cost_that_is_complained_of_is_not_asked_for(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is not Status.NOT_FOUND
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "普惠幼儿园一学期保育费要交几千",
        "再生水一吨卖几块",
        "高层次人才每人发多少安家费",
        "環評費用是企業出還是政府出",
        "碧道从哪里修到哪里",
        "国家深海科考中心选址在哪个街道",
        "《深圳经济特区科技创新条例》关于容错的条文",
        "“外贸稳增长25条”第三条写了啥",
        "市民健康素养水平是怎么抽样的",
        "重大慢性病过早死亡率用什么口径算的",
        "示范区评估打了多少分",
        "图书馆星期三闭馆吗",
        "5G基站分区指标有没有",
        "规划修订的时候删了哪些指标",
        "中山大学附属第七医院何年何月获批复",
        "第二儿童医院规划了几百个车位？",
        "Electricity tariff for households, yuan per kWh",
        "To what extent has the 85% park goal been reached?",
        "Could you cite the article of the Pre-school Education Regulations on fees?",
        "Square kilometres of mangrove now?",
    ],
)
def test_a_sentence_about_the_thing_does_not_tell_a_detail_of_another_kind(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("最低工资一个月几多钱", "2360元"),
        ("人均GDP有几万块", "17.37万元"),
        ("规划的远期是从哪年到哪年", "2026-2030年"),
        ("房租这么贵，公租房怎么安排", "住房"),
        ("低排放区禁止什么机械", "国Ⅲ排放标准"),
        ("深圳有几百家医院啊", "145家"),
        ("Number of hospitals in Shenzhen?", "145"),
    ],
)
def test_a_detail_that_is_told_is_answered(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_the_nearest_rows_are_named_once_each(ask: Ask) -> None:
    lines = ask("再生水一吨卖几块").text.split("\n")
    assert [line.split("[")[0] for line in lines].count("到2025年，再生水利用率提升至80%以上。") == 1


@pytest.mark.parametrize(
    "question",
    [
        "可持续发展论坛在哪里召开",
        "规划是哪个研究院编的",
        "食品抽检不合格的商家名单",
        "百杰计划第一批名单有谁",
        "科创委管这个事的处室电话有没有",
        "家庭医生签约要交钱吗",
        "茅洲河当年为什么那么臭",
        "原特区关是哪年撤的",
        "深圳大学进双一流是哪一年",
        "Who heads the leading group for the demonstration zone?",
        "Which three to five universities exactly are to break into the national top 50?",
        "How does Shenzhen's life expectancy compare with Japan's?",
        "ISSN of the sustainability journal that the city backs?",
    ],
)
def test_what_is_asked_of_a_thing_beside_what_is_said_of_it(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("红树林博物馆要建吗", "博物馆"),
        ("社区平台全覆盖是要哪年做到的", "2020年"),
        ("Which universities does the scheme support?", "深圳大學"),
        ("How do the income per capita targets compare for 2020, 2025 and 2030?", "100,000"),
    ],
)
def test_what_is_said_of_a_thing_is_told(question: str, held: str, ask: Ask) -> None:
    assert held in ask(question).text


def test_a_year_that_is_not_wanted_is_not_asked_for(ask: Ask) -> None:
    assert ask("2030年空气优良天数得占百分几?别给我2025的").status is Status.NOT_FOUND
    assert "15微克" in ask("PM2.5到2030年要降到多少,不要2025年的").text


@pytest.mark.parametrize(
    "question",
    [
        "鹏城实验室 地址",
        "人才住房 租金标准",
        "“2025百杰计划”资助金额",
        "深圳海洋大学 报名时间",
        "市新华医院 院长",
        "珊瑚保护区 位置 面积",
        "公园让不让狗进",
        "沙滩要不要预约",
        "城市更新,白石洲、水贝村这些排在里头没有?",
    ],
)
def test_a_detail_that_is_only_named_is_refused_as_one_that_is_asked_for(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "国家深海科考中心在哪个区",
        "红树林湿地博物馆放在哪条街",
        "碳普惠怎么收费",
        "请调解员上门要不要给钱",
        "养老院护工的工资由谁来发",
        "投诉之后几天之内得给答复",
        "研发投入占GDP比重排名多少",
        "大鹏湾进了全国八大美丽海湾,另外七个都在哪",
    ],
)
def test_a_place_a_price_a_term_a_rank_and_the_rest_of_a_list_are_told_by_no_sentence_beside_them(
    question: str, ask: Ask
) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("2021年 最低工资 金额", "2360元"),
        ("普通高等学校 在校人数", "17.97万人"),
        ("机动车密度排全国第几", "首位"),
        ("医疗资源要向哪几个区倾斜", "龙华"),
    ],
)
def test_such_a_detail_is_told_where_it_is_told(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "现在碳配额一吨卖什么价",
        "一吨碳多少钱",
        "那几十座博物馆里头面积最大的是哪座",
        "哪个城市树最多",
        "各个区完成得怎么样，分别多少",
        "我家楼下什么时候有地铁",
        "深圳2021年出生了多少宝宝",
        "2024年要有多少辆新能源车？2025那个我知道了",
        "谁管数据交易",
        "高考移民",
        "What are the targets for Guangzhou?",
        "name of the head of the Shenzhen ecology and environment bureau",
    ],
)
def test_what_is_of_another_thing_place_time_or_kind_is_no_answer(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["前海扩区是怎么回事", "外卖盒子塑料怎么管", "政府要怎么治堵车", "元宇宙", "学区房"]
)
def test_what_only_stands_near_is_said_to_be_related(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.PARTIAL


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("2025年PM2.5是多少？2030年那个我知道了", "18微克"),
        ("机动车辆密度最高的城市是哪个", "首位"),
        ("自建房排查", "自建房"),
        ("谁管食品安全", "市市场监管局"),
        ("What are the four chains in the four-chain integration?", "人才鏈"),
        (
            "To whom should a district government report problems met in carrying out the two documents?",
            "市科技創新委",
        ),
    ],
)
def test_what_is_told_close_by_is_answered(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_a_word_of_one_character_is_not_held_inside_another_word(ask: Ask) -> None:
    text = ask("Which targets are there for water?").text
    assert "water consumption per 10,000 yuan" in text
    assert "income" not in text
