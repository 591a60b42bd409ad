"""Everyday words for what regulations say of applying, paying, reporting and leaving: an invented city's rules of its homes."""

from collections.abc import Callable

import pytest

from szassist.answer.words import table
from szassist.answer.words.procedures import everyday, expand, tells
from szassist.text.script import fold
from szassist.text.thesaurus import BAR
from tests.answer.conftest import Ask

RULES = """云港市人民政府关于印发《云港市安居住房管理办法》的通知
各区人民政府，市政府各部门：
《云港市安居住房管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。
云港市人民政府
2024年3月8日
云港市安居住房管理办法
第一章 总则
第一条 为加强安居住房管理，制定本办法。
第二条 本市行政区域内安居住房的申请、分配和退出，适用本办法。
第二章 申请
第三条 申请人户籍所在地镇人民政府负责安居住房申请的资格初审。
第四条 区住房部门负责安居住房申请的复审。初审不通过的，应当书面告知申请人并说明理由。
第五条 年满28周岁的单身人员可以独立申请安居住房。
第六条 申请家庭只限承租1套安居住房。
第三章 租金与退出
第七条 特困人员免交租金。
第八条 保障对象的家庭收入发生变动的，应当自变动之日起45日内向镇人民政府申报。
第九条 保障对象需要续租的，应当在期限届满2个月前提交申请。
第十条 承租人不得将安居住房转租。
第四章 附则
第十一条 本办法自2024年5月1日起施行，有效期5年。
"""

ASKED = (
    ("头一关是谁来审的", "镇人民政府"),
    ("第二关谁审", "区住房部门"),
    ("没结婚的人多大才能自己单独申请", "28周岁"),
    ("家里收入变多了要不要主动去说", "申报"),
    ("快到期了还想接着住，得提前多久递材料", "2个月前"),
    ("哪些人租金一分钱都不用掏", "特困人员"),
    ("房子能不能再租给别人", "不得"),
    ("一家人能租几套", "1套"),
)


@pytest.mark.parametrize(("question", "told"), ASKED)
def test_what_people_say_finds_what_the_rule_says(
    ask_documents: Callable[..., Ask], question: str, told: str
) -> None:
    answer = ask_documents(RULES)(question)
    assert answer.status == "answered"
    assert told in answer.text


@pytest.mark.parametrize(
    "question", ["空着不住会不会收回", "押金要交多少", "涨租要提前多久说", "住院能报销多少", "转学要什么材料"]
)
def test_what_no_rule_tells_is_not_answered_by_something_near(
    ask_documents: Callable[..., Ask], question: str
) -> None:
    assert ask_documents(RULES)(question).status != "answered"


def test_the_longest_everyday_word_counts() -> None:
    text = "租金一分钱都不用掏吗"
    assert [text[start:end] for start, end in everyday(text)] == ["租金", "一分钱都不用掏"]


def test_an_everyday_word_tells_its_official_ones_and_no_others() -> None:
    assert tells("头一关", "由街道办事处进行初审")
    assert not tells("头一关", "由区住房部门进行复审")
    assert not tells("低于", "面积不低于5平方米")


def test_what_is_only_near_finds_texts_but_is_no_name() -> None:
    assert not tells("给狗打针", "犬只应当接受狂犬病免疫")
    assert [one.same for one in expand("给狗打针")] == [False]


def test_each_everyday_word_stands_once_in_a_row() -> None:
    for group in table("procedures").values():
        for official, said in group.items():
            words = [word for word in fold(said).split() if word != BAR]
            assert len(words) == len(set(words)), official
