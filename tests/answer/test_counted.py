"""Things that the documents count: which ones they are is told only where they are listed."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("防灾那个9项重点工程,具体是哪9项啊", "推进9项重点工程建设"),
        ("说要有3到5所大学排进全国前50,点名了是哪几所没有", "力争3-5所高校综合排名"),
        ("哪几家医院要进全国百强", "进入全国百强医院3家以上"),
        ("杰出人才有谁", "集聚100名左右杰出人才"),
        ("产教融合型试点企业名单", "培育100家以上产教融合型试点企业"),
        ("57座博物馆有哪些", "博物馆57座"),
        ("100名杰出人才是谁", "集聚100名左右杰出人才"),
        ("17项可持续发展目标分别是哪些", "17项可持续发展目标"),
        ("Which 100 enterprises are the pilots?", "培育100家以上產教融合型試點企業"),
    ],
)
def test_what_is_only_counted_is_said_not_to_be_listed(question: str, sentence: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.text.startswith(("文件没有逐项列出", "The documents do not list"))
    assert sentence in answer.text


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("五大职能是哪五个", "经济调节、市场监管"),  # the sentence names them before it counts them
        ("6个行动分别叫什么", "人才强市战略支撑行动"),
        ("方案点名要新建改建扩建的医院有哪几家?", "市新华医院"),
        ("1894家港企是哪些", "港交所前海联合交易中心"),  # some of them
    ],
)
def test_what_is_listed_is_named(question: str, named: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert named in answer.text


def test_a_wrong_number_of_things_is_still_put_right(ask: Ask) -> None:
    assert "14所" in ask("普通高等学校有15所对吗").text
