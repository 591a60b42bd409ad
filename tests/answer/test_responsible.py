"""What a unit of government has to do, and who answers for something, however they are asked for."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "action"),
    [
        (
            "市财政局在示范区建设方案中作为责任单位承担哪一项行动？其项下主要工程请一并说明。",
            "科技创新引领力提升行动",
        ),
        ("我在航运公司做政府关系,想知道深圳海事局在方案里要参与哪些工作", "美丽中国典范行动"),
        ("請說明市民政局在方案中的職責分工", "社會治理現代化標桿行動"),
        ("市应急管理局被纳入哪些行动", "社会治理现代化标杆行动"),
        ("人社局在建设方案当中扮演什么角色", "人才强市战略支撑行动"),
        ("市卫健委在方案中牵头什么", "先锋示范行动"),
        ("市教育局 任务 工程 列表", "人才强市战略支撑行动"),
        ("刚考进深圳海事局,师傅叫我先看示范区方案,咱局要参与的是啥", "美丽中国典范行动"),
        ("组织部的同志想知道,示范区建设中点到自己头上的有哪块", "人才强市战略支撑行动"),
        ("新来的大学生分到民政局,想知道局里在建设方案中挂在哪个行动下面", "社会治理现代化标杆行动"),
        ("我哥当消防员的,他们支队被分派到哪个行动底下干活啊", "社会治理现代化标杆行动"),
        ("明早处务会要汇报,商务局在方案里翻了两遍没瞧见,是不是漏看了哪处", "碳达峰碳中和行动"),
    ],
)
def test_what_a_unit_has_to_do_is_told_whatever_stands_around_the_question(
    ask: Ask, question: str, action: str
) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert action in answer.text
    assert "1" in answer.text.split("\n")[0] or "2" in answer.text.split("\n")[0]


def test_a_topic_singles_out_the_units_project_or_another_units_is_named(ask: Ask) -> None:
    assert ask("市公安局在食品安全方面要做什么").text.split("\n")[1].startswith("食品药品安全提升工程")
    other = ask("市教育局在噪声治理里要做什么")
    assert other.text.startswith("文件列出的责任单位中没有您说的单位。")
    assert "市生态环境局" in other.text
    assert ask("市水务局在航天方面承担什么任务").status is Status.NOT_FOUND


def test_actions_without_a_unit_are_told(ask: Ask) -> None:
    text = ask("哪几个行动的责任单位里没有市发展改革委").text
    assert "共2项" in text
    assert "人才强市战略支撑行动" in text


@pytest.mark.parametrize(
    "question",
    ["广州市水务局负责什么", "省教育厅承担哪些任务", "国家发展改革委在方案里负责什么", "龙岗区水务局负责什么"],
)
def test_a_bureau_of_another_place_or_level_is_not_the_citys(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_bureau_of_the_dictionary_is_no_misspelling_of_another(ask: Ask) -> None:
    assert "市税务局" in ask("市税务局有什么任务").text
    assert ask("市水物局有什么任务").status is Status.ANSWERED


def test_who_else_beside_units_that_are_named_asks_for_all_units(ask: Ask) -> None:
    assert "共7个" in ask("紧缺人才清单——组织部、人社,还有?").text


@pytest.mark.parametrize(
    "question",
    [
        "拟就施工问题发函,请列明方案中噪声污染综合防治工程对应的全部责任单位",
        "噪声污染综合防治工程 主责",
        "我在社区工作,居民常抱怨,想知道噪声污染综合防治工程背后是哪些部门",
        "噪聲污染綜合防治工程涉及的部門都有誰",
    ],
)
def test_a_project_named_by_its_title_is_found_whatever_else_is_said(ask: Ask, question: str) -> None:
    assert "12" in ask(question).text


def test_a_piece_of_a_projects_own_words_names_it(ask: Ask) -> None:
    text = ask("健全养老服务配套政策所属的那项行动,责任单位有哪些").text
    assert "社会治理现代化标杆行动" in text


@pytest.mark.parametrize(
    "question",
    [
        "地铁谁负责",  # only a way of building it is told, among what is done against noise
        "博物馆谁负责建",
        "广州的噪声污染综合防治工程由谁负责",
        "规划的编制单位是谁",
    ],
)
def test_units_are_not_named_for_what_is_mentioned_in_passing_or_elsewhere(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_word_that_many_projects_hold_names_none_of_them(ask: Ask) -> None:
    text = ask("老小区,物业跑了,业委会也没成立过。这种小区以后谁来管?").text
    assert "居民委员会" in text or "业主委员会" in text
    assert "国际红树林中心建设工程" not in text


@pytest.mark.parametrize("question", ["水环境治理还有谁参与", "水环境治理都有谁", "水环境治理还有谁在负责"])
def test_who_else_asks_for_the_units(question: str, ask: Ask) -> None:
    assert ask(question).text.startswith("“水环境系统治理工程”")


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("建设方案里职业教育这件事交给了谁", "7"),
        ("安全生产这项工作压在谁身上", "14"),
        ("生物多样性保护背后到底是哪些衙门在推", "12"),
        ("食品药品安全工程的责任名单发我", "14"),
        ("幼儿园学位这摊事归哪几家管呀", "7"),
        ("再生水利用率要到80%,该谁出力", "12"),
        ("數字政府建設的牽頭局處有哪幾個", "14"),
    ],
)
def test_who_answers_for_something_is_asked_with_any_burden_body_or_list(ask: Ask, question: str, units: str) -> None:
    assert f"共{units}个" in ask(question).text.split("\n")[0].replace("個", "个")


@pytest.mark.parametrize(
    "question", ["房子租给谁最划算", "把手机丢给谁修", "谁可以申请公租房", "载人飞船这块归哪几家"]
)
def test_to_whom_something_is_given_is_no_question_for_units(ask: Ask, question: str) -> None:
    assert "责任单位共" not in ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "上火车前想问:再生水利用率提到80%,谁来落实",  # 火车 is a word of another action
        "门前水管一年爆三回。供水管网漏损率压到7%以内,该找谁兑现",
        "老板想争取进产教融合型试点企业那批名额。照建设方案的分工,政府那头都有谁管这个",
    ],
)
def test_the_units_are_those_of_what_the_clause_before_who_names(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "节水典范城市建设工程" in text or "职业教育高地建设工程" in text


def test_an_indicator_that_nobody_answers_for_is_not_given_to_what_shares_a_piece_of_its_name(ask: Ask) -> None:
    for question in (
        "深圳国家高新区营业收入归谁管？",
        "生活垃圾回收利用率由哪些单位负责？",
        "谁来负责全社会基础研究经费投入占研发经费比重？",
    ):
        assert ask(question).status is Status.NOT_FOUND


def test_who_answers_for_a_thing_without_a_word_in_the_documents_is_not_told_by_all_units(ask: Ask) -> None:
    assert "共28个" not in ask("方案里哪个部门牵头治气").text
    assert "共28个" in ask("责任单位一共有哪些").text


@pytest.mark.parametrize("question", ["种植牙由哪个部门负责", "阅读障碍由哪个部门负责"])
def test_a_project_that_only_covers_what_is_asked_about_is_said_to_be_related(question: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.PARTIAL
    assert answer.text.startswith("文件没有直接回答这个问题")


def test_a_project_that_names_what_is_asked_about_answers(ask: Ask) -> None:
    assert ask("噪声污染归谁管").status is Status.ANSWERED


@pytest.mark.parametrize(
    "question",
    [
        "噪声的事归交通局一家管吧",
        "红树林这块是不是只有规划局在管",
        "幼儿园学位是不是只归教育局",
        "只有水务局管水环境吗",
    ],
)
def test_a_unit_that_is_one_of_many_is_not_said_to_be_the_only_one(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith("不止")


def test_a_unit_that_is_one_of_many_is_one_of_them(ask: Ask) -> None:
    assert ask("水务局管水环境吗").text.startswith("是。市水务局")


@pytest.mark.parametrize(
    "question", ["全部六项行动都参与的单位有哪些", "有没有哪家是六项行动每一项都挂名的？", "哪个单位参与的行动最多"]
)
def test_the_units_of_every_action_are_counted(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "共3个：市科技创新委、前海管理局、各区" in text
    assert "市水务局" not in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("住建局这边要填督办表，我记得碳那个行动有我们，别的还有没有，帮忙查全一点", "人才强市战略支撑行动"),
        ("住建局除了碳达峰还有别的任务没", "人才强市战略支撑行动"),
        ("红树林湿地博物馆要建吗？谁负责的", "建设深圳红树林湿地博物馆"),
    ],
)
def test_what_else_there_is_is_told(ask: Ask, question: str, told: str) -> None:
    assert told in ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "第三方评估机构是哪家",
        "国际红树林中心由谁来出钱",
        "东西部协作及援疆援藏任务,规划确定由何单位牵头?",
        "方案给残联派了哪几项任务",
        "总工会要做哪些工作",
    ],
)
def test_who_pays_who_was_chosen_and_bodies_that_have_no_task_are_in_no_document(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_what_body_asks_who_answers_for_something(ask: Ask) -> None:
    assert "市生态环境局" in ask("红树林中心由何单位负责").text


def test_what_stands_in_a_project_is_not_said_to_be_assigned_to_nobody(ask: Ask) -> None:
    answer = ask("Who deals with noise from construction at night?")
    assert answer.status is Status.PARTIAL
    assert "Ecology and Environment Bureau" in answer.text
    assert "to no unit" not in answer.text


def test_a_project_that_speaks_of_one_word_of_a_thing_is_only_related(ask: Ask) -> None:
    assert ask("房屋租赁谁管").status is Status.PARTIAL


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "哪个单位任务最多",
            "承担行动最多的责任单位是市科技创新委、前海管理局、各区（新区，深汕特别合作区）：6项行动，32个工程。",
        ),
        ("邊個部門負責嘅工程最多", "6項行動，32個工程"),
        ("Which bureau has the most projects?", "(6 actions, 32 projects)"),
    ],
)
def test_the_units_with_the_most_actions_come_first(ask: Ask, question: str, first: str) -> None:
    lines = ask(question).text.splitlines()
    assert first in lines[0]
    assert "21" in lines[1]
    assert "19" in lines[2]


@pytest.mark.parametrize(
    "question", ["我娃是特殊儿童，入学安置康复训练这块到底哪几家管", "基础教育建设工程哪几个负责"]
)
def test_which_of_them_answer_is_asked_for_without_the_word_unit(question: str, ask: Ask) -> None:
    assert "市教育局" in ask(question).text


def test_a_coined_name_written_by_ear_names_the_project(ask: Ask) -> None:
    answer = ask("爱深圳app要优化服务，都有那些单位负责啊")
    assert answer.status is Status.ANSWERED
    assert "市政务服务数据管理局" in answer.text
    assert "碳达峰" not in answer.text


def test_what_a_named_unit_answers_for_is_not_said_to_be_assigned_to_nobody(ask: Ask) -> None:
    answer = ask("市卫健委在健康行动里算牵头吗")
    assert answer.status is Status.PARTIAL
    assert "没有指明由谁牵头" in answer.text
    assert "责任单位共8个：市卫生健康委" in answer.text
