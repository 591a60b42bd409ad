"""What is asked of a thing is told, or it is said that the documents do not tell it; over a regulation that was made up for it."""

from collections.abc import Callable

import pytest

from szassist import Assistant
from tests.answer.conftest import Ask, asking

RULES = """云港市人民政府关于印发《云港市公共渔港管理办法》的通知
各区人民政府，市政府各部门：
《云港市公共渔港管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。
云港市人民政府
2024年3月8日
云港市公共渔港管理办法
第一章 总则
第一条 为加强公共渔港管理，制定本办法。
第二条 本办法所称公共渔港，是指由政府投资建设、供渔船停泊和避风的港口。
第三条 推行以港口安全、船舶安全和渔民安全为核心的“三安联动”工作制度。
第四条 各区推进智慧渔港建设，建设一批智慧渔港示范点。
第二章 泊位
第五条 泊位由渔船所有人申请，市渔业局对泊位申请进行审核。
第六条 每户渔民只限申请2个泊位。
第七条 渔港建设资金可以按下列渠道筹集：
（一）中央和省安排的专项补助资金；
（二）市财政预算安排资金；
（三）泊位使用费收入。
第八条 对未完成年度安全任务的区，市人民政府予以通报批评并约谈负责人。
第三章 附则
第九条 本办法自2024年5月1日起施行，有效期5年。
"""


@pytest.fixture
def ask(ask_documents: Callable[..., Ask]) -> Ask:
    return ask_documents(RULES)


def test_a_definition_answers_what_a_thing_means(ask: Ask) -> None:
    answer = ask("公共渔港是什么意思")
    assert answer.status == "answered"
    assert "供渔船停泊和避风的港口" in answer.text


def test_a_slogan_is_told_by_what_it_is_made_of(ask: Ask) -> None:
    answer = ask("三安联动是什么意思")
    assert answer.status == "answered"
    assert "港口安全、船舶安全和渔民安全为核心" in answer.text


def test_what_only_uses_a_word_does_not_say_what_it_means(ask: Ask) -> None:
    answer = ask("智慧渔港是什么意思")
    assert answer.status == "partial"
    assert "没有找到直接说明“智慧渔港”含义的句子" in answer.text


def test_what_follows_is_told_by_a_sentence_with_a_consequence(ask: Ask) -> None:
    answer = ask("没完成安全任务会怎么样")
    assert answer.status == "answered"
    assert "通报批评并约谈" in answer.text


def test_no_reason_is_made_up(ask: Ask) -> None:
    answer = ask("为什么要建智慧渔港")
    assert answer.status == "not_found"


def test_a_lead_in_is_shown_with_its_items(ask: Ask) -> None:
    answer = ask("渔港建设资金由哪些渠道取得")
    assert "专项补助资金" in answer.text
    assert "泊位使用费收入" in answer.text


@pytest.mark.parametrize(
    "request_", ["推荐个好的渔港公司", "帮我约一个泊位", "替我写一份泊位申请", "你觉得这个办法合理吗"]
)
def test_requests_and_opinions_are_declined(ask: Ask, request_: str) -> None:
    answer = ask(request_)
    assert answer.status == "declined"
    assert "代办不了" in answer.text


def test_finding_something_in_the_documents_is_no_errand(ask: Ask) -> None:
    assert ask("帮我查一下每户渔民能申请几个泊位").status != "declined"


def test_a_long_name_before_the_bracket_says_what_a_short_one_stands_for(assistant: Assistant) -> None:
    answer = asking(assistant)("什么是GEP")
    assert answer.status == "answered"
    assert "生态系统生产总值（GEP）" in answer.text
    assert asking(assistant)("什么是碳达峰").status == "partial"  # named often, spelt out nowhere
