"""Short questions whose subject is the document itself, its articles and tables, from documents of an invented city."""

from collections.abc import Callable

import pytest

from tests.answer.conftest import Ask

RULES = """云港市人民政府关于印发《云港市共享单车管理办法》的通知
云府规〔2024〕5号
各区人民政府，市政府各部门：
《云港市共享单车管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。执行中遇到问题，请径向市交通局反映。
云港市人民政府
2024年3月8日
云港市共享单车管理办法
第一章 总则
第一条 为规范共享单车运营，根据《云港市道路条例》（云港市人大公告第3号）等规定，制定本办法。
第二条 本市行政区域内共享单车的投放和停放，适用本办法。
第二章 停放
第三条 单车应当停放在划定区域。
不得占用盲道。
第三章 附则
第四条 本办法自2024年5月1日起施行，有效期5年，原办法同时废止。
"""
GUIDE = """# 标题: 云港市人才公寓申请指南
# 发文机关: 云港市住房局  日期: 2024.06.18
云港市人才公寓申请指南
一、申请对象
在本市工作的人员可以申请，申请人应当没有住房。
二、申请材料
申请人应当提交以下材料：
1、身份证明；
2、劳动合同。
三、申请流程
申请人登录云港住房网申请，街道受理申请后15个工作日内完成审核。
四、各街道受理窗口
序号 | 单位 | 办公电话 | 地址
1 | 海棠街 | 55510001 | 海棠路8号
2 | 青石街 | 55510002 | 青石巷12号
附件：1.申请表
2.承诺书
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("什么时候开始实施", "自2024年5月1日起施行"),
        ("有效期几年", "有效期5年"),
        ("依据是什么", "《云港市道路条例》"),
        ("废止了什么", "同时废止"),
        ("适用于谁", "适用本办法"),
        ("有问题找谁", "请径向市交通局反映"),
        ("文号是多少", "云府规〔2024〕5号"),
        ("有几章几条", "共3章、4条"),
        ("第三条第二款", "不得占用盲道"),
    ],
)
def test_a_regulation_answers_for_itself(ask_documents: Callable[..., Ask], question: str, said: str) -> None:
    answer = ask_documents(RULES)(question)
    assert answer.status == "answered"
    assert said in answer.text


def test_an_article_that_is_not_there_is_refused(ask_documents: Callable[..., Ask]) -> None:
    answer = ask_documents(RULES)("第九条说了什么")
    assert answer.status == "not_found"
    assert "最后一条是第四条" in answer.text


@pytest.mark.parametrize("question", ["要多少钱", "需要带什么材料", "网上能办吗", "几天办好"])
def test_what_a_regulation_does_not_tell_of_an_errand_is_refused(
    ask_documents: Callable[..., Ask], question: str
) -> None:
    assert ask_documents(RULES)(question).status == "not_found"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("需要带什么材料", "劳动合同"),
        ("几天能办好", "15个工作日"),
        ("怎么申请", "登录云港住房网"),
        ("谁可以申请", "在本市工作的人员"),
        ("附件有几个", "共2项"),
        ("青石街的电话是多少", "55510002"),
        ("海棠街在哪里办", "海棠路8号"),
        ("55510001是哪个街的电话", "海棠街"),
        ("这份指南什么时候发的", "2024年6月18日"),
        ("谁发的", "云港市住房局"),
    ],
)
def test_a_guide_answers_for_itself(ask_documents: Callable[..., Ask], question: str, said: str) -> None:
    answer = ask_documents(GUIDE)(question)
    assert answer.status == "answered"
    assert said in answer.text


@pytest.mark.parametrize("question", ["青石街派出所的电话是多少", "白沙街的电话是多少", "青石街的邮编是多少"])
def test_a_cell_that_is_not_there_is_not_answered_by_another(
    ask_documents: Callable[..., Ask], question: str
) -> None:
    answer = ask_documents(GUIDE)(question)
    assert answer.status != "answered"
    assert "5551000" not in answer.text or "最接近" in answer.text


def test_the_examples_of_a_clarification_come_from_the_documents_in_hand(ask_documents: Callable[..., Ask]) -> None:
    answer = ask_documents(GUIDE)("是多少")
    assert answer.status == "clarify"
    assert "申请材料" in answer.text
    assert "再生水" not in answer.text
