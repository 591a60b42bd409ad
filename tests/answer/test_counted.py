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


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("二十廊都叫什么名字", "一脊一带二十廊"),
        ("四带八片多廊里的八片具体是哪八片", "四带八片多廊"),
        ("20+8那八个产业逐个报一下", "20+8"),
        ("14所普通高等学校，逐所列出名称", "普通高等学校14所"),
        ("45平方公里综合整治用地在哪几个街道", "综合整治用地不少于45平方公里"),  # the row alone is no list
        ("城中村整治点名了哪几个城中村", "加大城中村整治力度"),
    ],
)
def test_names_of_what_has_only_a_number_or_a_slogan_are_said_not_to_be_listed(
    question: str, sentence: str, ask: Ask
) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert "文件没有逐项列出" in answer.text
    assert sentence in answer.text


@pytest.mark.parametrize(("question", "named"), [("四链是哪四链", "人才链"), ("哪几所大学要冲双一流", "深圳大学")])
def test_a_slogan_with_a_list_beside_it_and_places_in_a_list_are_named(question: str, named: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert named in answer.text


@pytest.mark.parametrize(
    "question", ["2021年最低工资2360元，那2023年是多少", "最低工资2360元，逐年分解到22、23、24年各多少"]
)
def test_that_what_a_question_knows_is_right_does_not_answer_it(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_what_is_asked_beside_a_figure_that_is_known_is_answered(ask: Ask) -> None:
    answer = ask("2021年GDP 3.07万亿，人均是多少")
    assert answer.text.startswith("2021年，人均地区生产总值达17.37万元")


def test_a_list_of_those_who_answer_for_a_number_of_things_is_none_of_the_things(ask: Ask) -> None:
    assert "市教育局" in ask("11万个公办普高学位，任务分给谁了，领导急着要名单").text
    assert "市卫生健康委" not in ask("3家百强医院是谁").text


def test_things_counted_in_a_name_in_quotes_are_not_listed_either(ask: Ask) -> None:
    for question in ("自然灾害防治那个“9项重点工程”，是哪九项", "“20+8”里面的二十个和八个，分别是什么产业"):
        assert ask(question).status is Status.NOT_FOUND
    assert "政府经济调节" in ask("规划里说的五大职能是哪五项").text
