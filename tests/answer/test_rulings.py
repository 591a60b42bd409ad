"""What rules say of what may, must and must not be done, what follows, and who does it: from a regulation made up for it."""

from collections.abc import Callable

import pytest

from tests.answer.conftest import Ask

RULES = """云港市游船码头管理办法
第一章 总则
第一条 为规范游船码头管理，保障乘客安全，根据《云港市港口条例》，制定本办法。
第二条 本办法所称的游船码头，是指供游船停靠和乘客上下的设施。
第三条 本市行政区域内游船码头的经营和使用，适用本办法。
第四条 市港航局负责游船码头的审核工作。区住建部门负责码头设施的验收。
第二章 使用
第五条 年满18周岁的渔民可独立申请泊位。申请人可登录指定网站线上申请，或到镇政府服务窗口现场申请。
第六条 泊位承租人不得转租泊位。泊位期满，符合条件的承租人可以申请续租。
第七条 码头设施不得分割抵押。
第八条 设施维修费用由经营单位承担。
第九条 申请人对审核结果有异议的，可以自收到通知之日起10日内向市港航局提出异议。
第十条 码头建设资金按下列渠道筹集：
（一）市财政安排的资金；
（二）经营单位自筹的资金；
（三）其他资金。
第十一条 有下列情形之一的，由市港航局取消泊位：
（一）提供虚假材料的；
（二）连续停用超过一年的。
第十二条 未按期缴纳泊位费的，市港航局应当书面催缴；逾期仍不缴纳的，收回泊位。
第三章 附则
第十三条 本办法自2025年3月1日起施行。
"""


@pytest.fixture
def rules(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(RULES)


def test_no_is_said_where_the_rule_forbids_just_this_act(rules: Ask) -> None:
    text = rules("泊位可以转租吗").text
    assert text.startswith("不可以")
    assert "承租人不得转租泊位" in text


def test_yes_is_said_of_the_person_that_the_rule_names(rules: Ask) -> None:
    assert rules("渔民可以独立申请泊位吗").text.startswith("可以")


def test_no_yes_is_taken_from_a_rule_about_other_persons(rules: Ask) -> None:
    assert not rules("可以申请泊位吗").text.startswith("可以")
    assert not rules("游客可以独立申请泊位吗").text.startswith("可以")


def test_what_is_forbidden_in_one_way_is_not_said_to_be_forbidden(rules: Ask) -> None:
    text = rules("码头设施能抵押吗").text
    assert "不得分割抵押" in text
    assert not text.startswith("不可以")


def test_everyday_words_find_the_sentence(rules: Ask) -> None:
    assert "线上申请" in rules("网上能申请吗").text


@pytest.mark.parametrize("question", ["提供假材料会怎么处理", "造假会有什么后果"])
def test_an_item_is_shown_below_what_follows_from_it(rules: Ask, question: str) -> None:
    text = rules(question).text
    assert "取消泊位" in text
    assert "提供虚假材料" in text
    assert "停用" not in text


def test_what_follows_is_told_to_the_end_of_its_sentence(rules: Ask) -> None:
    assert "收回泊位" in rules("泊位费逾期不交怎么办").text


def test_purpose_scope_and_meaning_are_one_sentence_each(rules: Ask) -> None:
    assert "为规范游船码头管理" in rules("为什么制定这个办法").text
    assert rules("这个办法适用于哪些范围").text.startswith("第三条")
    assert "是指供游船停靠" in rules("什么是游船码头").text


def test_who_does_it_is_the_one_of_just_that_task(rules: Ask) -> None:
    text = rules("由谁审核").text
    assert "市港航局负责" in text
    assert "验收" not in text


def test_whom_to_turn_to(rules: Ask) -> None:
    assert "向市港航局提出异议" in rules("对审核结果有异议向谁提出").text


def test_who_pays_and_where_the_money_comes_from(rules: Ask) -> None:
    assert "由经营单位承担" in rules("维修费谁出").text
    text = rules("码头建设资金从哪来").text
    assert "共3项" in text
    assert "其他资金" in text


@pytest.mark.parametrize("question", ["泊位可以转让吗", "超速会罚款吗", "谁负责救援"])
def test_what_no_rule_speaks_of_is_not_answered_by_another(rules: Ask, question: str) -> None:
    assert rules(question).status != "answered"


def test_the_meaning_of_another_thing_is_not_shown(rules: Ask) -> None:
    assert "是指" not in rules("什么是货运码头").text
