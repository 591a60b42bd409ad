"""Questions about the documents: their area, years, stages and parts, the documents they cite, and words they coin."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    "question",
    [
        "敢问《可持续发展规划》所涵盖之地域范围为何?是否只及于个别行政区?",
        "规划适用于哪些地区",
        "这规划深汕、大鹏那些也算进去不?管的范围是哪",
    ],
)
def test_the_area_of_a_document_is_told(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith("规划范围为广东省深圳市全域")


def test_the_reach_of_a_thing_is_not_the_area_of_the_document(ask: Ask) -> None:
    assert not ask("楼下开了麻将馆,规划里管不管这种").text.startswith("规划范围")


def test_stages_and_the_first_making_are_told(ask: Ask) -> None:
    stages = ask("规划的发展目标分几个阶段").text
    assert "2026-2030年" in stages
    assert "2030年发展目标" in stages
    assert "2018年" in ask("那个规划最开始是哪一年定下来的").text
    assert "2022-2025" in ask("两个文件什么时候开始实施").text


def test_chapters_are_told_of_a_document_by_its_place_and_one_chapter_by_its_number(ask: Ask) -> None:
    chapters = ask("第一份文件有几章,每章叫什么").text
    assert "共4项" in chapters
    assert "第二章 总体思路与目标" in chapters
    assert ask("规划的第二章第四节讲什么").text.startswith("四、主要目标")
    assert ask("方案第三部分有哪些内容").text.startswith("三、保障措施")
    assert ask("规划第九章讲什么").status is Status.NOT_FOUND


def test_the_count_of_indicators_is_not_made_up_where_their_table_is_missing(ask: Ask) -> None:
    answer = ask("规划总共有多少项指标")
    assert answer.status is Status.NOT_FOUND
    assert "表1" in answer.text


def test_a_cited_documents_number_and_year_are_its_own(ask: Ask) -> None:
    number = ask("规划前言中提到的《中国落实2030年可持续发展议程创新示范区建设方案》,其国务院文号是什么?")
    assert "国发〔2016〕69号" in number.text
    assert "2016年" in ask("《中国落实2030年可持续发展议程国别方案》是哪年发布的").text
    assert ask("《“健康中国2030”规划纲要》的文号是多少").status is Status.NOT_FOUND
    assert ask("方案的文号").status is Status.NOT_FOUND


def test_items_of_the_basis_are_told_by_topic_and_number(ask: Ask) -> None:
    assert "知识产权保护条例" in ask("规划的依据里头提没提到知识产权方面的法规,叫啥名").text
    assert "知识产权保护条例" in ask("依据清单第32项是什么").text
    assert "共1项" in ask("编制依据里关于住房的文件").text
    assert ask("编制规划时参考了军事方面的文件吗").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("稿子里那个“双改”示范,编辑问指哪两项改革,怎么解释?", "综合改革试点"),
        ("双改指的是什么", "综合改革试点"),
        ("规划里写的“两癌筛查”是哪两癌,给我妈解释一下", "乳腺癌"),
        ("材料里出现“一脊一带二十廊”,请问如何理解", "山海连城"),
    ],
)
def test_a_word_in_quotation_marks_is_what_a_question_of_its_meaning_is_about(
    ask: Ask, question: str, held: str
) -> None:
    assert held in ask(question).text


@pytest.mark.parametrize("question", ["“三改”指哪三项改革", "“两癌疫苗”是什么", "“雪亮工程”是什么"])
def test_a_word_that_the_documents_do_not_have_is_not_explained_by_another(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_two_years_held_against_one_another_are_both_told(ask: Ask) -> None:
    text = ask("公共文化設施總面積　2025 對 2030 目標").text
    assert "376萬平方米" in text
    assert "436萬平方米" in text


def test_two_documents_as_a_whole_are_told_side_by_side(ask: Ask) -> None:
    text = ask("规划和方案有什么不同").text
    assert "2017-2030年" in text
    assert "重点行动与工程" in text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("规划由几个部分组成", "第三章 重点任务"),
        ("规划分哪几段走", "2026-2030年"),
        ("方案从哪年干到哪年", "2022-2025年"),
        ("印发通知的主送单位", "各区人民政府"),
        ("方案部署了哪些重点行动", "共6项"),
        ("到2035年的远景目标是什么", "国际湿地城市"),
    ],
)
def test_a_document_is_named_by_what_is_said_of_it_at_the_start(ask: Ask, question: str, held: str) -> None:
    assert held in ask(question).text


def test_the_base_year_of_an_indicator_in_the_clause_before_is_told_and_of_no_other(ask: Ask) -> None:
    assert "2015年" in ask("生产安全死亡率的累计下降，拿哪一年做起点？").text
    assert ask("PM2.5下降率拿哪年当起点").status is Status.NOT_FOUND
    assert ask("拿哪一年做起点").status is not Status.ANSWERED
