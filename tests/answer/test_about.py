"""Facts about the documents themselves: each that is asked for is told."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask, holds


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("通知哪天印的 发给谁", ["2023年1月17日", "各区人民政府，市政府直属各单位"]),
        ("这份通知谁发的,发给谁", ["深圳市人民政府", "各区人民政府"]),
        ("規劃什麼時候印發,管到哪一年", ["2023年1月17日", "規劃期限為2017-2030年"]),
        ("When was the notice issued and to whom is it addressed?", ["17 January 2023", "各區人民政府"]),
        ("通知什么时候印发的?文号是多少?", ["2023年1月17日", "没有给出文号"]),
    ],
)
def test_several_facts_of_a_document_are_told_together(ask: Ask, question: str, told: list[str]) -> None:
    assert holds(ask(question).text, told)


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("这个规划管到哪一年,从哪年开始的?", "规划期限为2017-2030年"),
        ("规划的期限是哪几年", "规划期限为2017-2030年"),
        ("方案是哪几年的?", "题名中的期限是2022-2025年"),
        ("方案覆盖哪几年", "题名中的期限是2022-2025年"),
        ("建设方案是几几年到几几年的", "题名中的期限是2022-2025年"),
        ("方案从哪一年开始到哪一年结束", "题名中的期限是2022-2025年"),
    ],
)
def test_the_period_of_a_document_is_what_its_text_or_title_says(ask: Ask, question: str, period: str) -> None:
    answer = ask(question)
    assert period in answer.text
    assert answer.status is Status.ANSWERED
    assert "2023年1月17日" not in answer.text


def test_the_year_of_an_indicator_in_a_document_is_no_period(ask: Ask) -> None:
    assert "16微克" not in (text := ask("规划里PM2.5到哪一年降到15微克").text)
    assert "2030年" in text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "规划的总体目标是什么",
            ["主要目标（共3项）", "（三）2030年发展目标", "到2025年，建成现代化国际化创新型城市"],
        ),
        ("規劃的總體目標係乜", ["主要目標（共3項）", "到2025年，建成現代化國際化創新型城市"]),
        ("方案想达到什么目标", ["发展目标（共5项）", "更具国际影响的创新活力之城"]),
        (
            "What are the objectives of the scheme?",
            ["(5 in all)", "A green, low-carbon city better to live and work in"],
        ),
    ],
)
def test_what_a_document_aims_at_is_told_by_its_heading_of_aims(ask: Ask, question: str, told: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert holds(answer.text, told)


def test_a_date_of_issue_answers_only_who_asks_for_it(ask: Ask) -> None:
    assert "2023年1月17日" not in (text := ask("规划怎么保证落实").text)
    assert "将规划落实工作纳入年度目标责任制考核体系" in text
    assert holds(ask("方案里都说了啥").text, ["2023年1月17日", "总体要求", "重点行动与工程", "保障措施"])


@pytest.mark.parametrize("question", ["规划附件是什么", "附件叫什么名字", "What is the appendix?"])
def test_the_name_of_a_part_whose_content_is_lacking_is_told(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert answer.status is Status.PARTIAL
    assert "附件：深圳市可持" in answer.text


def test_what_a_lacking_part_holds_is_not_told(ask: Ask) -> None:
    for question in ("附件里画了什么", "附件是什么内容", "表1的第一个指标是什么"):
        assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "count", "title"),
    [
        ("编规划的时候参照了联合国的哪份文件呀", 1, "《改变我们的世界：2030年可持续发展议程》"),
        ("规划依据里有住房的五年规划吗?叫什么?", 1, "《深圳市住房发展“十四五”规划》"),
        ("规划依据里有哪些条例", 9, "《深圳经济特区医疗条例》"),
        ("规划编制参考了哪些十四五规划", 18, "《深圳市水务发展“十四五”规划》"),
    ],
)
def test_the_documents_a_plan_is_based_on_are_told_by_what_is_said_of_them(
    ask: Ask, question: str, count: int, title: str
) -> None:
    text = ask(question).text
    assert text.startswith(f"共{count}项")
    assert title in text


def test_no_basis_is_made_up(ask: Ask) -> None:
    assert ask("规划参照了欧盟的哪份文件").status is Status.NOT_FOUND


@pytest.mark.parametrize("question", ["规划的范围包括深汕吗", "规划覆盖多大的地方", "规划适用哪些区域"])
def test_the_area_that_a_document_is_for_is_what_its_text_says(ask: Ask, question: str) -> None:
    assert ask(question).text.startswith("规划范围为广东省深圳市全域")
    assert "规划范围" not in ask("规划里污染防治的范围有多大").text


def test_the_notes_of_a_missing_table_tell_what_they_tell(ask: Ask) -> None:
    assert "2015年的数据为基准年" in ask("表1中亿元GDP生产安全事故死亡率累计下降指标以哪一年为基准年?").text
    assert "2018年制定本规划时的目标值" in ask("指标表里2020年那列是实际做到的数还是当初定的数").text
    assert ask("表1里2020年的GDP目标是多少").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("这两份东西是哪个单位发出来的呀", ["由深圳市人民政府以通知印发"]),
        ("這份通知是寫給哪些單位的?", ["各區人民政府，市政府直屬各單位"]),
        ("国发〔2016〕69号印发的是哪一份文件?", ["《中国落实2030年可持续发展议程创新示范区建设方案》"]),
        ("省水那些事在方案里归到哪个行动去了", ["积极稳妥推进碳达峰碳中和行动 › 节水典范城市建设工程"]),
        ("规划正文分成哪几章", ["第一章 发展现状", "第四章 保障措施"]),
    ],
)
def test_documents_are_asked_about_in_everyday_words(ask: Ask, question: str, told: list[str]) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert holds(answer.text, told)


def test_who_publishes_something_else_is_no_question_about_the_documents(ask: Ask) -> None:
    assert "以通知印发" not in ask("谁发布空气质量预警").text


def test_a_sentence_without_a_time_does_not_say_when(ask: Ask) -> None:
    assert ask("国务院是哪一天批复同意深圳建设国家可持续发展议程创新示范区的?").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "这俩文件啥时候印出来的?写引用要落日期",
        "印發嗰份通知:邊日落款?邊個機關出名?",
        "通知最后盖的是哪个机关的章",
        "规划啥时候出的台",
        "落款日期是几月几号",
        "通知是几时下来的",
    ],
)
def test_when_and_by_whom_documents_were_issued_is_told_in_everyday_words(ask: Ask, question: str) -> None:
    assert "2023年1月17日" in ask(question).text


@pytest.mark.parametrize(
    "question", ["学区划分方案什么时候出台", "垃圾分类管理办法什么时候印发", "房产证落款写谁的名字"]
)
def test_a_document_that_is_none_of_these_has_no_date_of_theirs(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["我在坪山,这规划只管关内还是整座城都算进去?", "规划覆盖整个深圳吗,还是只有原特区内"]
)
def test_whether_a_plan_is_for_a_part_of_the_city_asks_for_its_area(ask: Ask, question: str) -> None:
    assert "全域" in ask(question).text


def test_what_a_decline_is_held_against_asks_for_the_base_year(ask: Ask) -> None:
    assert "2015年" in ask("统计岗求助,亿元GDP生产安全事故死亡率“累计下降”跟哪一年比").text


def test_a_row_of_the_table_that_is_missing_is_told_by_its_note_and_the_whole_is_not(ask: Ask) -> None:
    assert "2018年" in ask("指标体系里2020那栏,究竟是实绩还是当年定下的目标?").text
    whole = ask("规划那张“主要指标体系”表能整张发我不,要逐项填2025年目标和完成值")
    assert whole.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question", ["落实的时候卡住了找谁反映?印发通知里应该留了对口单位吧", "方案推不动的时候该向哪个单位报告"]
)
def test_to_whom_one_turns_with_trouble_in_carrying_the_documents_out(ask: Ask, question: str) -> None:
    assert "请向市科技创新委反映" in ask(question).text


def test_a_trouble_of_ones_own_is_not_sent_there(ask: Ask) -> None:
    assert "请向市科技创新委反映" not in ask("小区噪声问题向谁反映").text


def test_a_number_that_is_lacking_is_not_made_up_for_by_the_date(ask: Ask) -> None:
    answer = ask("归档要用，印发这份规划的通知，文号是多少")
    assert answer.status is Status.NOT_FOUND
    assert "没有给出文号" in answer.text


@pytest.mark.parametrize(
    "question", ["Table 1, green buildings, the 2025 column: what does it say?", "主要指标表整张发我，2025年的"]
)
def test_the_notes_of_a_missing_table_tell_no_row_of_it(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND
