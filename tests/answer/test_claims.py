"""What a question takes for granted is put right first; what is right is confirmed."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "lead", "held"),
    [
        ("通知是2023年3月1日印发的吧", "不是2023年3月1日", "深圳市人民政府印发，日期是2023年1月17日"),
        ("通知是2023年1月17日印发的吧", "是的", "2023年1月17日"),
        ("方案是2022年出台的吧", "不是2022年", "2023年1月17日"),  # 2022 is a year of its title
        ("这个通知是发改委发的吧", "不是市发展改革委", "深圳市人民政府"),
        ("规划是国务院发布的吗", "不是国务院", "深圳市人民政府"),
        ("通知是广东省政府发布的吗", "不是广东省政府", "深圳市人民政府"),
        ("这两份文件是深圳市人民政府印发的对吗", "是的", "2023年1月17日"),
        ("這份文件是不是深圳市政府印發的", "是的", "2023年1月17日"),
        ("The notice was issued on 1 March 2023, right?", "Not 1 March 2023", "17 January 2023"),
        ("Was the plan issued by the State Council?", "Not State Council", "Shenzhen Municipal People's Government"),
    ],
)
def test_who_issued_a_document_and_when(ask: Ask, question: str, lead: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.lower().startswith(lead.lower())
    assert held in answer.text
    assert answer.citations


@pytest.mark.parametrize(
    ("question", "lead", "count"),
    [
        ("方案提出的五大行动是什么", "不是五大行动", "共6项"),
        ("基本原则有五条对吗", "不是五条", "共4项"),
        ("战略定位有四个吗", "是的", "共4项"),
        ("方案有四条基本原则对不对", "是的", "共4项"),
        ("七个工程构成美丽中国典范行动吗", "是的", "共7项"),
        ("Are there seven actions in the scheme?", "Not seven actions", "6 in all"),
        ("存在哪四个问题", "不是四个问题", "共5项"),
        ("What are the five actions?", "Not five actions", "6 in all"),
    ],
)
def test_how_many_a_list_has(ask: Ask, question: str, lead: str, count: str) -> None:
    text = ask(question).text
    assert text.startswith(lead)
    assert count in text


def test_a_right_number_that_is_not_in_question_and_a_number_of_something_else_are_passed_over(ask: Ask) -> None:
    assert ask("方案里的六大行动是哪些").text.startswith("共6项")
    assert not ask("六大行动里科技创新引领力提升行动有哪些工程").text.startswith(("不是", "是的"))


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("碳达峰碳中和行动不是由医保局负责吗", "不是。"),
        ("碳达峰碳中和行动由市水务局负责吗", "是。"),
        ("市水务局不负责节水典范城市建设工程吧", "不对，"),
        ("碳达峰碳中和行动不归医保局管吧", "对，"),
    ],
)
def test_whether_a_unit_answers_for_something_is_said_first_with_the_passage_that_lists_them(
    ask: Ask, question: str, lead: str
) -> None:
    answer = ask(question)
    first = answer.text.split("\n")[0]
    assert first.startswith(lead)
    assert first.endswith("[1]")
    assert "責任單位" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("question", "wrong", "right"),
    [
        ("2021年末深圳常住人口为1997万人,对吗?", "不是1997万人", "2021年，全市常住人口1768.16万人"),
        ("深圳有幼儿园2000所对吗", "不是2000所", "全市幼儿园1896所"),
        ("孕产妇死亡率2021年是1.91‰吧", "不是1.91‰", "1.91/10万"),
        ("每千人病床数4.5%对吗", "不是4.5%", "4.5张"),
        ("婴儿死亡率是1.06%吗", "不是1.06%", "1.06‰"),
        ("最低工资标准是2021年1365元每月吗", "不是1365元", "2360元/月"),
    ],
)
def test_a_wrong_figure_is_put_right_by_the_row_it_is_of(ask: Ask, question: str, wrong: str, right: str) -> None:
    first = ask(question).text.split("\n")[0]
    assert first.startswith(wrong)
    assert right in first


def test_a_figure_in_a_unit_that_cannot_be_meant_is_put_right_by_nothing(ask: Ask) -> None:
    answer = ask("供水总量30亿是真的吗")
    assert "不是30亿" not in answer.text  # not by the rate of leaks, 7%


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many hospital beds per 1000 people", "4.5 beds"),
        ("How many registered volunteers per 10,000 people by 2025?", "1600"),
        ("每1000人有多少张病床", "4.5张"),
        ("每千人床位数是多少", "4.5张"),
        ("支持企业进入世界500强有哪些措施", "世界500强"),
    ],
)
def test_the_base_of_a_ratio_and_the_figure_of_a_name_are_no_premise(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert not answer.text.startswith(("不是", "Not"))
    assert value in answer.text


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("深圳GDP什么时候突破3万亿", "3.07万亿元"),
        ("常住人口哪一年达到1768万", "1768.16万人"),
        ("人均预期寿命什么时候达到84岁", "84.53岁"),
        ("居民收入什么时候能到10万", "10万元"),
    ],
)
def test_a_figure_whose_time_is_asked_for_is_no_claim(ask: Ask, question: str, value: str) -> None:
    text = ask(question).text
    assert not text.startswith("不是")
    assert value in text
    assert "12.25万元" not in text  # a person's share of the same indicator


def test_a_bound_that_a_value_meets_is_not_put_right(ask: Ask) -> None:
    text = ask("深圳GDP突破3万亿了吗").text
    assert not text.startswith("不是")
    assert "3.07万亿元" in text
    assert "12.25" not in text  # a figure without a unit is held against none of another magnitude


def test_a_state_is_no_answer_to_when_something_changes(ask: Ask) -> None:
    answer = ask("最低工资什么时候涨")
    assert answer.status is Status.NOT_FOUND
    assert "没有写明时间" in answer.text
    assert "2360元" in answer.text


@pytest.mark.parametrize("question", ["图书馆藏书多少册", "图书馆的绘本多少册"])
def test_no_figure_is_denied_beside_one_in_the_measure_asked_for(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "没有为此给出具体数值" not in text
    assert "5708.07万册" in text


@pytest.mark.parametrize(
    "question",
    [
        "方案里写了每个区都要建一家三甲医院,在哪一条?",
        "方案里说要建100座公园,在哪一条",
        "规划说地铁要免费,在哪里写的",
        "方案说要取消中考,在哪一章?",
        "Where does the scheme say that every district must build a grade-A hospital?",
    ],
)
def test_what_no_sentence_says_has_no_place(question: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith(("文件中没有找到", "The documents hold no such"))


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("方案里写了每个区至少建一家养老机构,在哪一条?", "每个区（新区）至少建设一家"),
        ("规划里写了要建红树林博物馆,在哪一条?", "红树林湿地博物馆"),
        ("方案里说的居民电子健康档案建档率85%在哪一条", "85%以上"),
    ],
)
def test_what_a_sentence_says_is_shown_where_its_place_is_asked_for(question: str, held: str, ask: Ask) -> None:
    assert held in ask(question).text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("水管漏损率干嘛偏偏卡在7%,当初是按什么依据定出来的?", "7%"),
        ("普高学位为啥是11万个,怎么算出来的", "11万个"),
        ("志愿者1600人这个数是根据什么确定的", "1600人"),
    ],
)
def test_the_reason_of_a_figure_is_not_made_up(question: str, figure: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith("文件给出了这个数值")
    assert figure in answer.text


@pytest.mark.parametrize(
    ("question", "right"),
    [("为什么2025年每千人病床数是6张", "4.5张"), ("2025年大陆自然岸线保有率不低于85%,依据是什么?", "40%")],
)
def test_a_wrong_figure_is_put_right_before_its_reason_is_asked_for(question: str, right: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert right in answer.text


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("PM2.5 2025年18微克、2030年10微克，对吗", "控制在18微克", "不是10微克"),
        ("深圳有145家医院、8万张床位，没错吧", "医院145家", "不是8万张"),
        ("高新技术企业2.1万家，普通高校20所，是不是", "2.1万家", "不是20所"),
    ],
)
def test_each_of_several_stated_figures_is_judged(question: str, right: str, wrong: str, ask: Ask) -> None:
    text = ask(question).text
    assert "是的，文件中是这样写的：" in text
    assert right in text
    assert wrong in text


def test_where_a_figure_starts_from_is_not_claimed_of_the_goal(ask: Ask) -> None:
    assert "不是" not in ask("PM2.5从25微克降到18微克是2025年的目标吗").text


@pytest.mark.parametrize("question", ["深圳养老床位护理型要到80%，没错吧", "养老院护理床位2025年是不是要占80%"])
def test_the_figure_of_a_part_is_not_confirmed_of_the_whole(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "是的" not in text
    assert text.index("不低于65%") < text.index("80%以上")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("深圳一共几个行政区几个功能区来着", ["8个行政区", "2个功能区"]),
        ("深圳下辖十个行政区没毛病吧", ["不是十个", "8个行政区"]),
        ("政府自己新盖的养老院护理床位至少占多少", ["80%以上"]),
    ],
)
def test_what_is_counted_or_made_in_everyday_words_is_told(ask: Ask, question: str, values: list[str]) -> None:
    text = ask(question).text
    assert all(value in text for value in values), text
