"""Times and amounts that the clauses of regulations and notices lay down, from documents that were made up for it."""

from collections.abc import Callable

import pytest

from tests.answer.conftest import HOUSING_RULES, Ask, holds

RULES = f"""{HOUSING_RULES}第一章 总则
第一条 为加强人才公寓管理，制定本办法。
第二条 本市人才公寓的申请、配租和退出，适用本办法。
第二章 申请
第三条 年满35周岁的单身人才可以独立申请；年满18周岁的在校学生可以随父母共同申请。
第四条 申请人名单公示时间为15日。
第五条 每个家庭只限申请承租1套人才公寓。
第三章 租赁
第六条 人才公寓租赁合同期限为3年。承租人需要续租的，应当在合同期限届满2个月前提交申请。
第七条 承租人应当自收到入住通知书之日起10个工作日内签订租赁合同。
第八条 市住房局应当每季度将租金补贴存入承租人账户。
第四章 附则
第九条 本办法自印发之日起施行，有效期5年。
"""
NOTICE = """云港市海城区教育局关于做好2026年小学招生工作的通知
各小学：
现将2026年小学招生工作安排通知如下，请遵照执行。
一、招生安排
（一）报名。公办小学的报名时间为5月6日至5月9日，报名方式为网上报名。民办小学的报名时间为6月1日至6月3日。
（二）派位。区教育局于5月20日启动电脑派位程序，并于当天公布派位结果。
（三）录取。公办小学于6月10日发出录取通知书。
二、工作要求
清单一：完善招生服务指南。各小学梳理招生服务事项，编制服务指南。
云港市海城区教育局
2026年4月12日
"""
PLAN = """云港市营商环境工作方案
一、主要任务
（一）梳理服务事项清单。由各部门梳理本部门的服务事项，形成清单。
完成时限：2025年6月底前
（二）建立企业名录。汇总本行业的企业信息，建立名录。
完成时限：持续推进
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("租期几年", "租赁合同期限为3年"),
        ("单身多大才能申请", "年满35周岁"),
        ("公示多少天", "公示时间为15日"),
        ("一家能租几套", "1套"),
        ("续租要提前多久申请", "届满2个月前"),
        ("收到入住通知书几天内要签合同", "10个工作日内"),
        ("补贴多久发一次", "每季度"),
    ],
)
def test_what_a_clause_lays_down_is_told_by_its_sentence(
    ask_documents: Callable[..., Ask], question: str, told: str
) -> None:
    answer = ask_documents(RULES)(question)
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize("question", ["这个办法什么时候开始施行", "办法有效期多久", "这个办法管到哪一年"])
def test_when_a_document_takes_effect_is_told_with_the_day_it_was_issued(
    ask_documents: Callable[..., Ask], question: str
) -> None:
    answer = ask_documents(RULES)(question)
    assert holds(answer.text, ("自印发之日起施行，有效期5年", "2024年3月8日"))


def test_a_day_without_a_year_is_that_of_the_group_asked_about(ask_documents: Callable[..., Ask]) -> None:
    ask = ask_documents(NOTICE)
    assert "6月1日至6月3日" in ask("民办小学哪天报名").text
    assert "5月6日" not in ask("民办小学哪天报名").text
    assert holds(ask("报名什么时候开始").text, ("5月6日至5月9日", "6月1日至6月3日"))


def test_everyday_words_for_an_act_find_its_day(ask_documents: Callable[..., Ask]) -> None:
    ask = ask_documents(NOTICE)
    assert "5月20日" in ask("摇号什么时候").text
    assert "6月10日" in ask("录取通知书什么时候发").text


def test_the_time_limit_below_an_item_is_that_item_s(ask_documents: Callable[..., Ask]) -> None:
    ask = ask_documents(PLAN)
    assert "2025年6月底前" in ask("服务事项清单什么时候梳理完").text
    answer = ask("企业名录什么时候建好")
    assert "持续推进" in answer.text
    assert "2025年6月" not in answer.text


@pytest.mark.parametrize(
    "question", ["复审要多少天", "租金多久交一次", "违约金多少", "租金一个月多少钱", "审核几天能办好", "保安几岁退休"]
)
def test_a_time_or_an_amount_of_something_else_is_no_answer(ask_documents: Callable[..., Ask], question: str) -> None:
    assert ask_documents(RULES)(question).status == "not_found"


def test_another_group_has_no_day(ask_documents: Callable[..., Ask]) -> None:
    assert ask_documents(NOTICE)("中学什么时候报名").status == "not_found"


def test_the_answer_is_in_the_reader_s_script(ask_documents: Callable[..., Ask]) -> None:
    assert "人才公寓租賃合同期限" in ask_documents(RULES)("租期幾年").text
