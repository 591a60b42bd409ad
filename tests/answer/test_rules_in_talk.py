"""Conversations and suppositions about a regulation and a guide that were made up for them."""

from collections.abc import Callable

import pytest

from tests.answer.conftest import HOUSING_RULES, Ask

RULES = f"""{HOUSING_RULES}第一章 总则
第一条 为规范人才公寓管理，制定本办法。
第二条 人才公寓的申请、审核和租赁，适用本办法。
第二章 申请与租赁
第三条 人才公寓申请、审核程序如下：
（一）受理。街道办事处负责受理申请材料。
（二）复审。区住房局核查申请家庭的住房情况，出具复审意见。
（三）公示。区住房局将符合条件的申请家庭名单在市住房局网站进行公示，公示时间为15日。
第四条 年满28周岁的单身人员可以独立申请人才公寓。
第五条 人才公寓租赁合同期限为4年。
第六条 承租人不得转租人才公寓，不得抵押人才公寓。
第七条 低保家庭免交租金。
第八条 社会力量投资的人才公寓，租金收入归运营单位所有，维修费用由运营单位承担。
第九条 承租人收入发生变化的，应当自变动之日起1个月内向街道办事处申报。
第三章 附则
第十条 本办法自2024年5月1日起施行，有效期5年。
"""

GUIDE = """人才公寓报到指南
一、报到要求
承租人应当在签订合同之日起10日内办理报到手续。
二、申请材料
需要申请材料如下：
1、身份证明；
2、租赁合同；
3、学历证书。
三、各街道服务中心业务电话及办公地址
序号 | 单位 | 办公电话 | 街道地址
1 | 青石街 | 87654321 | 云港市青石路8号1楼
2 | 白塔街 | 87651234 | 云港市白塔路19号2楼
3 | 南浦街 | 87659876 | 云港市南浦大道3号
"""


@pytest.fixture(scope="module")
def ask(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(RULES, GUIDE)


@pytest.mark.parametrize(
    ("said", "wrong", "right"),
    [
        ("听说公示要30天，对吗？", "不是30天。", "公示时间为15日"),
        ("既然人才公寓租赁合同期限为3年，满三年后是否必须搬离？", "不是3年。", "租赁合同期限为4年"),
        ("单身满20岁就能申请人才公寓，那要交什么材料", "不是20岁。", "年满28周岁的单身人员"),
    ],
)
def test_a_supposed_time_that_a_clause_contradicts_is_put_right_first(
    ask: Ask, said: str, wrong: str, right: str
) -> None:
    answer = ask(said)
    assert answer.text.startswith(wrong)
    assert right in answer.text


def test_a_supposed_time_is_confirmed_in_another_unit_for_the_same(ask: Ask) -> None:
    assert ask("人才公寓租赁合同期限是48个月吧").text.startswith("是的")


@pytest.mark.parametrize("said", ["听说摇号公示30天", "我35岁单身可以申请人才公寓吗", "听说罚款要在30天内交吧"])
def test_what_no_clause_speaks_of_or_somebody_says_of_himself_is_not_put_right(ask: Ask, said: str) -> None:
    assert not ask(said).text.startswith(("不是", "是的"))


def test_a_row_and_a_heading_of_a_table_are_taken_over_one_from_the_other(ask: Ask) -> None:
    talk = ("青石街电话多少", "地址呢", "那白塔街呢")
    assert "青石路8号" in ask(*talk[:2]).text
    assert "白塔路" in ask(*talk).text
    assert "青石路" not in ask(*talk).text


def test_another_body_beside_the_rows_is_not_told_their_phone(ask: Ask) -> None:
    assert "8765" not in ask("青石街电话多少", "派出所电话呢").text


def test_papers_are_asked_for_after_a_time(ask: Ask) -> None:
    assert "共3项" in ask("报到要在多少天内办", "要交什么材料").text


def test_who_does_a_step_is_told_from_the_item_that_is_called_by_it(ask: Ask) -> None:
    answer = ask("人才公寓申请要走哪几步？", "复审归谁")
    assert "区住房局核查" in answer.text
    assert "街道办事处负责受理" not in answer.text


def test_another_step_takes_the_place_of_the_one_before(ask: Ask) -> None:
    assert "公示时间为15日" in ask("谁负责受理", "公示呢").text


def test_another_act_is_asked_of_the_same_rule(ask: Ask) -> None:
    assert "不得抵押" in ask("人才公寓可以转租吗", "抵押呢").text


def test_another_person_is_not_told_what_holds_for_the_one_before(ask: Ask) -> None:
    answer = ask("低保家庭要交租金吗", "残疾人呢")
    assert answer.status != "answered"


def test_who_owns_and_who_keeps_up_go_on_from_one_another(ask: Ask) -> None:
    talk = ("企业投资的人才公寓谁管", "收上来的租金归谁", "维修呢")
    assert "归运营单位所有" in ask(*talk[:2]).text
    assert "维修费用由运营单位承担" in ask(*talk).text


def test_a_short_word_is_the_longer_one_that_was_spoken_of(ask: Ask) -> None:
    assert "向街道办事处申报" in ask("收入变了要报告吗", "向谁报").text
