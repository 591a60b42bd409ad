"""Shares and areas that clauses lay down, who takes a step under a heading, formulas, and the times of clauses."""

from collections.abc import Callable

import pytest

from tests.answer.conftest import HOUSING_RULES, Ask

RULES = f"""{HOUSING_RULES}第一章 总则
第一条 为规范人才公寓管理，制定本办法。
第二条 市住房局负责人才公寓的筹集工作。
第二章 建设
第三条 新建的成套人才公寓，要合理确定套型结构，单套建筑面积一般控制在70平方米以下；以集体宿舍形式建设的人才公寓，人均住房建筑面积不低于6平方米。
第四条 项目配套公共服务设施比例应不小于住宅建筑面积的12%，其中，商业服务设施比例应按不大于住宅建筑面积的4%进行设置。
第三章 申请
第五条 人才公寓的申请、审核程序如下：
（一）申请。申请人可登录指定网站提出申请。
（二）初审。申请人所在街道办事处按规定进行初审。经初审不通过的，应书面告知申请人并说明理由。
（三）复审。区住房保障部门核查申请人的住房情况，出具复审意见。
第六条 申请人应当自收到补充提交材料的书面通知之日起8个工作日内，提交相关材料。
第七条 选择领取租赁补贴的，自公告次月起领取。
第四章 附则
第八条 人才入住率=实际入住套数/可供分配套数*100%。
第九条 本办法自2024年5月1日起施行，有效期5年。
"""


@pytest.fixture(scope="module")
def ask(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(RULES)


def test_a_share_is_told_by_the_clause_of_just_that_thing(ask: Ask) -> None:
    answer = ask("商业服务设施最多能占几成")
    assert answer.status == "answered"
    assert "4%" in answer.text


def test_an_area_of_one_home_is_not_that_of_one_person(ask: Ask) -> None:
    assert "70平方米" in ask("新建人才公寓一套最大多少平方").text
    assert "6平方米" in ask("集体宿舍形式的人才公寓人均要有多大面积").text


def test_a_share_of_another_thing_is_refused(ask: Ask) -> None:
    assert ask("绿地要占多大比例").status != "answered"
    assert ask("养老设施要占百分之几").status != "answered"


def test_who_takes_a_step_stands_below_its_heading(ask: Ask) -> None:
    first, second = ask("初审是谁来审的"), ask("复审由哪个部门做")
    assert first.status == second.status == "answered"
    assert "街道办事处按规定进行初审" in first.text
    assert "区住房保障部门核查" in second.text
    assert "街道" not in second.text


def test_a_step_that_the_document_has_not_is_refused(ask: Ask) -> None:
    assert ask("终审由谁负责").status != "answered"
    assert ask("租金初审谁来做").status != "answered"


def test_a_formula_is_cut_as_it_stands(ask: Ask) -> None:
    answer = ask("人才入住率是拿什么除以什么")
    assert answer.status == "answered"
    assert "实际入住套数/可供分配套数" in answer.text


def test_a_formula_answers_how_a_figure_comes_about(ask: Ask) -> None:
    answer = ask("人才入住率怎么算出来的")
    assert answer.status == "answered"
    assert "实际入住套数/可供分配套数" in answer.text


def test_no_formula_is_made_up(ask: Ask) -> None:
    assert "=" not in ask("人才流失率怎么计算").text


def test_a_month_asked_for_is_a_time_and_no_body(ask: Ask) -> None:
    assert "公告次月" in ask("租赁补贴由哪个月开始领").text


def test_a_notice_that_is_received_is_nothing_to_be_reported(ask: Ask) -> None:
    answer = ask("收到补材料通知几天之内要交")
    assert answer.status == "answered"
    assert "8个工作日" in answer.text
