"""What a question says that is not so is set against the documents first, and never confirmed."""

from itertools import pairwise

import pytest

from szassist import Assistant
from szassist.answer.reading import mentions
from szassist.schema import Status
from szassist.text.script import fold
from tests.answer.conftest import Ask


def test_no_unit_is_read_out_of_the_name_of_a_project_or_an_indicator(assistant: Assistant) -> None:
    lexicon = assistant.reader.lexicon
    names = {name for fact in assistant.register for name in (fact.action, fact.project, fact.indicator) if name}
    for name in map(fold, names):
        for question in (f"{name}是不是市公安局负责的", f"{name}和市公安局", f"市公安局管{name}吗"):
            assert mentions.units(question, lexicon)[0] == ("市公安局",), question


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("水环境系统治理工程是不是市公安局负责的", "不是。文件列出的责任单位中没有您说的单位"),
        (
            "水环境系统治理工程是市公安局和市水务局负责的吧",
            "不全对。市水务局是责任单位之一，您说的另外的单位不是",
        ),
        ("水务部门和公安部门都负责水环境系统治理工程吗", "不全对。市水务局是"),
        (
            "水环境系统治理工程是市税务局和市水务局负责的吧",
            "不全对。市水务局是责任单位之一，您说的另外的单位不是",
        ),
        ("係咪市水務局同市公安局負責水環境系統治理工程㗎", "不全對。"),
        ("水环境系统治理工程这块找市水务局没错吧", "是。市水务局"),
        ("人才高地建设工程应该是市商务局的事", "不是。"),
        ("海洋生态环境保护工程的责任单位有市科协吧", "不是。"),
    ],
)
def test_of_several_units_it_is_said_which_answer_for_it_and_which_do_not(ask: Ask, question: str, lead: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(lead)


def test_a_unit_named_for_two_projects_is_judged_for_each(ask: Ask) -> None:
    lines = ask("水环境系统治理工程和人才高地建设工程都是市水务局负责的吗").text.split("\n")
    told = {line: below for line, below in pairwise(lines) if line.startswith("关于")}
    assert {line[3:8]: below[:2] for line, below in told.items()} == {"水环境系统": "是。", "人才高地建": "不是"}


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("2025年PM2.5要在18以上对吗", "不是“18以上”"),
        ("2025年再生水利用率不超过80%吧", "不是“不超过80%”"),
        ("2025年再生水利用率80%封顶吧", "不是“80%封顶”"),
        ("2025年PM2.5会不会超过18", "不是“超过18”"),
        ("2030年PM2.5要升到15吧", "不是“升”"),
        ("公共文化设施总面积从2020年到2030年是缩小了吧", "不是“缩小”"),
        ("听说居民人均可支配收入到2030年要降低", "不是“降低”"),
        ("PM2.5 should be at least 18 micrograms per cubic metre by 2025, right?", "Not “at least 18"),
    ],
)
def test_a_bound_or_a_movement_that_the_rows_do_not_bear_is_set_against(ask: Ask, question: str, lead: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(lead)
    assert answer.citations


@pytest.mark.parametrize(
    "question",
    [
        "2025年PM2.5不会超过18吧",
        "2025年PM2.5至少降到18吧",
        "2025年再生水利用率不低于80%吧",
        "2030年PM2.5要降到15吧",
        "公共文化设施总面积从2020年到2030年是扩大了吧",
        "PM2.5 should be at most 18 micrograms per cubic metre by 2025, right?",
    ],
)
def test_a_bound_or_a_movement_that_the_rows_bear_is_confirmed(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith(("是的", "Yes"))


def test_a_movement_of_which_the_rows_tell_nothing_is_neither_confirmed_nor_denied(ask: Ask) -> None:
    text = ask("2025年城市供水管网漏损率会升到7%吧").text
    assert not text.startswith(("是", "不"))
    assert "7%" in text


@pytest.mark.parametrize(
    ("question", "lead", "held"),
    [
        ("既然2025年再生水利用率是90%，那水环境系统治理工程是谁负责", "不是90%", "市水务局"),
        ("既然2025年再生水利用率是80%，那水环境系统治理工程是谁负责", "是的", "市水务局"),
        ("既然2025年再生水利用率是90%，那漏损率是多少", "不是90%", "漏损率控制在7%以内"),
        ("既然水环境系统治理工程归市公安局管，那有哪些措施", "不是。", "统筹水资源"),
        ("2021年深圳有28所普通高校，比起北京还是少，这个数从哪年开始的？", "不是28所", "普通高等学校14所"),
    ],
)
def test_what_is_said_before_the_question_is_judged_and_the_question_answered(
    ask: Ask, question: str, lead: str, held: str
) -> None:
    text = ask(question).text
    assert text.startswith(lead)
    assert held in text


def test_what_somebody_tells_of_himself_is_no_claim_of_the_documents(ask: Ask) -> None:
    assert not ask("310条河流，水质最差的十条是哪些").text.startswith(("是", "不是"))
    assert not ask("我家楼下有300个人，噪声怎么管").text.startswith(("是", "不是"))


def test_a_rounded_figure_near_that_of_a_row_is_neither_denied_nor_confirmed(ask: Ask) -> None:
    assert ask("我记得深圳2021年人均预期寿命是八十三岁半左右，没记错吧").text.startswith("居民平均预期寿命83.53岁")
    assert ask("我记得深圳2021年人均预期寿命是七十岁左右，没记错吧").text.startswith("不是七十岁")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("积极稳妥推进碳达峰碳中和行动有十二个工程吧", "不是十二个工程"),
        ("听说“健康中国”先锋示范行动包括6个项目", "不是6个项目"),
        ("建设方案的行动有八项，对吗", "不是八项"),
        ("建设方案的行动有六项，对吗", "是的"),
    ],
)
def test_how_many_there_are_is_judged_however_it_is_said(ask: Ask, question: str, lead: str) -> None:
    assert ask(question).text.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead", "held"),
    [
        ("2025年生活垃圾回收利用率50%是规划里写的吧", "不是《深圳市可持续发展规划", "《深圳市国家可持续发展议程"),
        ("2025年再生水利用率80%是方案里写的吧", "是的", "80%"),
        ("建设方案的期限是2021到2025年吧", "不是2021-2025", "2022-2025年"),
        ("可持续发展规划是到2035年的，对吧", "不是2035", "2017-2030年"),
        ("可持续发展规划是到2030年的，对吧", "是的", "2017-2030年"),
    ],
)
def test_a_document_that_does_not_say_it_and_a_period_that_is_none_are_set_against(
    ask: Ask, question: str, lead: str, held: str
) -> None:
    text = ask(question).text
    assert text.startswith(lead)
    assert held in text


@pytest.mark.parametrize(
    "question",
    [
        "2030年人均可支配收入才9万块目标，跟2025年一样没动呀",
        "2030年人均可支配收入跟2025年一样是9万吧",
        "2025年和2030年人均可支配收入都是9万对吧",
    ],
)
def test_a_figure_said_of_two_years_is_held_against_each(question: str, ask: Ask) -> None:
    answer = ask(question).text
    assert answer.startswith("不是9万。文件中的数值是：到2030年，居民人均可支配收入达到10万元")
    assert "是的" not in answer


def test_figures_and_years_in_the_same_order_belong_together(ask: Ask) -> None:
    right = ask("2025年和2030年人均可支配收入分别是9万和10万，对吧").text
    assert right.count("是的") == 2
    assert "不是10万" in ask("2025年和2030年人均可支配收入分别是10万和9万，对吧").text


def test_a_year_that_is_only_compared_with_is_none_of_a_figure(ask: Ask) -> None:
    assert not ask("2030年PM2.5是不是比2025年低到18以下").text.startswith("是的，文件中是这样写的：到2025年")


def test_a_state_without_a_year_stands_for_no_target_of_a_year(ask: Ask) -> None:
    assert "到2025年，新能源汽车保有量达到100万辆左右" in ask("2025年新能源车目标就50万辆，现在早超了吧？").text


@pytest.mark.parametrize("question", ["深圳2025年就是国际湿地城市了吧", "深圳2030年就會建成國際濕地城市，係咪？"])
def test_a_year_is_held_against_that_of_the_sentence_before(question: str, ask: Ask) -> None:
    answer = fold(ask(question).text)
    assert answer.startswith("文件中没有写20")
    assert "到2035年" in answer
    assert "建成国际湿地城市" in answer


def test_where_something_is_said_to_be_is_held_against_the_documents(ask: Ask) -> None:
    told = ask("国际红树林中心是不是设在广州的？").text
    assert told.startswith("文件中没有写广州，写的是：")
    assert "在深圳建立" in told
    assert ask("国际红树林中心是设在深圳的吧").text.find("没有写") < 0
    assert ask("广州的国际红树林中心建好了吗").status is Status.NOT_FOUND
    assert ask("广州2025年PM2.5目标是25吗").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["该通知系2022年12月印发，请确认。", "该通知2022年12月印发，表述准确？"])
def test_a_month_of_issue_is_put_right_in_whatever_words_it_is_checked(question: str, ask: Ask) -> None:
    assert ask(question).text.startswith("不是2022年12月。")
    assert "2023年1月17日" in ask(question).text


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "2025年万元GDP水耗定9立方米，比2016年强多了吧",
            "不是9立方米。文件中的数值是：到2025年，万元GDP水耗控制在6立方米以下",
        ),
        ("2021年最低工资是2000块吧", "不是2000元。文件中的数值是：2021年，最低工资标准2360元/月"),
        ("2021年最低工资係2360蚊喎，啱唔啱", "是的"),
    ],
)
def test_a_claimed_figure_is_held_against_rows_of_its_own_kind(ask: Ask, question: str, first: str) -> None:
    assert ask(question).text.startswith(first)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("最低工资2021年是两千三百六吗", "是的"),
        ("最低工资2021年是两千三百五吗", "不是两千三百五。"),
        ("2025年PM2.5要到二十吗", "不是二十。"),
        ("听说研发投入占比2025年要到六点五", "不是六点五。"),
    ],
)
def test_a_bare_numeral_in_characters_is_a_claim(question: str, lead: str, ask: Ask) -> None:
    assert ask(question).text.startswith(lead)
