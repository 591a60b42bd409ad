"""Which edition a document is, how documents stand to one another and what they are based on; what nobody says of them."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize("question", ["规划是哪年修订的", "这个规划什么时候修编的呀", "规划修订过吗"])
def test_the_year_of_a_revision_is_that_of_the_title_and_not_of_the_issue(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "2022年修订。" in text
    assert "2023年1月17日" not in text


def test_a_wrong_year_of_a_revision_is_put_right_and_no_other_document_has_one(ask: Ask) -> None:
    assert ask("规划是2021年修订的吧").text.startswith("不是2021")
    assert ask("方案是哪年修订的").status is Status.NOT_FOUND
    assert "标题" not in ask("城市规划标准与准则什么时候修编").text


@pytest.mark.parametrize("question", ["建设方案和规划是什么关系", "这两份文件之间有什么关系", "规划和方案谁管谁"])
def test_how_documents_stand_to_one_another_is_told_by_what_issues_them_and_by_what_they_name(
    ask: Ask, question: str
) -> None:
    issuing, naming = ask(question).text.split("\n")
    assert issuing.startswith("现将《深圳市可持续发展规划")
    assert naming.startswith("《深圳市国家可持续发展议程创新示范区建设方案")
    assert "《深圳市可持续发展规划（2017-2030年）》要求" in naming


def test_documents_of_one_day_were_issued_together(ask: Ask) -> None:
    assert ask("两份文件是一起印发的吗").text.startswith("是的。")


@pytest.mark.parametrize("question", ["抄送给谁", "这个通知抄送哪些单位", "这份通知公开了吗", "规划是草案还是正式稿"])
def test_what_is_said_of_no_document_is_not_made_up(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_the_basis_of_a_document_without_a_list_is_what_it_says_it_is_made_by(ask: Ask) -> None:
    assert "按照《中共中央 国务院关于支持深圳" in ask("建设方案依据哪些文件制定").text
    assert ask("方案的编制依据是什么").text.count("《") > 3


@pytest.mark.parametrize(
    "question", ["规划中的近期是指哪一段时间", "规划分成近中远三期,各是哪几年", "这规划划成哪几期"]
)
def test_terms_of_a_plan_are_told_by_the_sentence_that_gives_them(ask: Ask, question: str) -> None:
    assert ask(question).text.split("\n")[0].startswith("规划期限为2017-2030年，其中近期为2017-2020年")


def test_the_parts_of_the_aims_of_a_year_are_its_headings_and_no_table(ask: Ask) -> None:
    text = ask("2030年目标包括哪几个方面").text
    assert "共4项" in text
    assert "活力共享城市" in text
    assert "表1" not in text


@pytest.mark.parametrize("question", ["规划是谁写的", "方案哪个部门起草的", "who wrote the plan?"])
def test_who_wrote_a_document_is_not_said_and_who_issued_it_is_told(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert "2023" in answer.text


@pytest.mark.parametrize("question", ["规划由谁制定", "这个方案跟规划哪个是新的", "规划和方案哪个先出"])
def test_who_made_documents_and_which_came_first_is_told_by_their_issue(ask: Ask, question: str) -> None:
    lines = ask(question).text.splitlines()
    assert len(lines) == 2
    assert all("由深圳市人民政府以通知印发，日期是2023年1月17日" in line for line in lines)
