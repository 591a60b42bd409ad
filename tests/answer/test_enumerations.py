"""What documents enumerate: conditions, papers, steps, circumstances and parts, from rules and a guide that were made up for it."""

from collections.abc import Callable

import pytest

from szassist.schema import Answer
from tests.answer.conftest import Ask

RULES = """云港市公共租赁车位管理办法
第一章 总则
第一条 为加强公共租赁车位管理，制定本办法。
第二条 公共租赁车位的管理遵循公开、公平、公正的原则。
第二章 申请
第三条 申请公共租赁车位应当同时符合下列条件：
（一）申请人具有本市户籍，但以下情形除外：
1．申请人配偶非本市户籍的；
2．申请人因就学迁出户籍的。
（二）申请人名下有一辆小型客车，且车辆在本市登记。
（三）申请人在本市无自有车位。
第四条 公共租赁车位的申请程序如下：
（一）申请。申请人向街道办事处提交申请。
（二）审核。街道办事处在10日内完成审核。
（三）公示。市停车管理中心公示审核结果。
第五条 有下列情形之一的，应当停止发放停车补贴：
（一）申请人将车位转租的；
（二）申请人连续三个月未交纳租金的。
市停车管理中心应当每季度公布停止发放的情况。
第六条 停车补贴资金通过财政安排、社会捐赠等渠道筹集。
第七条 签订租赁合同应具备以下主要条款：1.双方的姓名和地址；2.车位的位置；3.租金数额。
"""
GUIDE = """云港市渔船登记指南
一、办理对象
（一）在本市从事捕捞的船舶所有人，应当自行办理渔船登记。
（二）由公司经营的船舶，应当由公司办理渔船登记。
二、申请材料
需要申请材料如下：
1、船舶所有人身份证明；
2、船舶检验证书。
三、优化办理流程
加强网上服务，减少跑动次数。
四、线上办理流程
操作流程如下：打开网站➱注册登录➱上传资料➱提交资料。
五、常见问答
问：哪些证件可以作为船舶检验证书使用？
答：1.本市船检机构出具的检验证书；2.外省船检机构出具并经认可的检验证书。
"""


@pytest.fixture
def rules(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(RULES)


@pytest.fixture
def guide(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(GUIDE)


def _has(answer: Answer, *said: str) -> None:
    assert answer.status == "answered", answer.text
    assert all(one in answer.text for one in said), answer.text


@pytest.mark.parametrize("question", ["申请公共租赁车位要什么条件", "什么人可以申请公共租赁车位"])
def test_conditions_are_all_given_with_what_is_below_them(rules: Ask, question: str) -> None:
    _has(rules(question), "应当同时符合下列条件", "共3项", "申请人因就学迁出户籍的", "无自有车位")


def test_how_to_apply_is_told_by_the_steps(rules: Ask) -> None:
    _has(rules("公共租赁车位怎么申请"), "申请程序如下", "共3项", "在10日内完成审核")


def test_circumstances_end_where_the_article_goes_on(rules: Ask) -> None:
    answer = rules("哪些情况会停发停车补贴")
    _has(answer, "共2项", "转租", "未交纳租金")
    assert "每季度" not in answer.text


def test_circumstances_in_which_something_ends_are_none_in_which_it_is_given(rules: Ask) -> None:
    assert "共2项" not in rules("哪些情况会发放停车补贴").text


def test_items_in_a_line_are_a_list(rules: Ask) -> None:
    _has(rules("租赁合同要写哪些内容"), "共3项", "车位的位置")


def test_conditions_of_another_thing_are_not_given(rules: Ask) -> None:
    assert rules("申请公共租赁住房要什么条件").status != "answered"
    assert rules("续租公共租赁车位要什么条件").status != "answered"


@pytest.mark.parametrize("question", ["渔船登记要带什么材料", "办渔船登记需要哪些资料"])
def test_papers_stand_below_their_heading(guide: Ask, question: str) -> None:
    _has(guide(question), "共2项", "身份证明", "船舶检验证书")


def test_who_has_to_act_is_told_by_items_without_titles(guide: Ask) -> None:
    _has(guide("谁来办渔船登记"), "共2项", "由公司办理")


def test_steps_between_arrows_are_counted_and_what_is_to_be_improved_is_no_step(guide: Ask) -> None:
    answer = guide("渔船登记的办理流程是什么")
    _has(answer, "共4项", "注册登录")
    assert "减少跑动" not in answer.text


def test_a_question_of_the_document_is_answered_by_its_answer(guide: Ask) -> None:
    _has(guide("哪些证件可以当船舶检验证书"), "共2项", "外省船检机构")


def test_papers_of_another_matter_are_not_given(guide: Ask) -> None:
    assert guide("渔船注销要带什么材料").status != "answered"
    assert guide("结婚登记要带什么材料").status != "answered"
