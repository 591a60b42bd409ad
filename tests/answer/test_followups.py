"""What a follow-up leaves out, narrows, widens or asks again; years that are not calendar years; documents side by side."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["婴儿死亡率2025年要控制在多少", "21年实际是多少"], "婴儿死亡率1.06‰（文件未注明年份）"),
        (["What's the life expectancy target for 2025?", "and what was it in 2021?"], "83.53 years"),
        (["嬰兒死亡率2025年要控制在多少", "2021年實際是多少"], "嬰兒死亡率1.06‰（文件未註明年份）"),
    ],
)
def test_a_state_without_a_year_is_told_for_the_year_of_stock_taking_and_said_to_be_undated(
    ask: Ask, questions: list[str], held: str
) -> None:
    answer = ask(*questions)
    assert answer.status is Status.PARTIAL
    assert held in answer.text
    assert "2021" in answer.text.split("\n")[1]  # that it is that year's is not stated


def test_a_state_without_a_year_stands_in_for_no_other_year_and_for_no_target(ask: Ask) -> None:
    assert ask("2019年深圳有多少所幼儿园").status is Status.NOT_FOUND
    assert ask("2021年PM2.5的目标是多少").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("questions", "first"),
    [
        (["幼儿园学位要新增多少个", "那公办高中呢 我家娃马上中考"], "到2025年，新增公办普高学位11万个"),
        (["新建公办养老院护理床位要占多少", "那全市整体呢"], "到2025年，全市养老机构护理型床位占比不低于65%"),
        (
            ["新建公办养老院护理床位要占多少", "那全市的呢,不光是新建的?"],
            "到2025年，全市养老机构护理型床位占比不低于65%",
        ),
        (["全市养老机构护理型床位占比", "新建的呢"], "到2025年，新建公办养老机构护理型床位占总床位的80%以上"),
        (["公办小学初中学位要加多少", "普高呢", "高中这些学位准备咋建出来"], "促进高中教育优质特色发展"),
        (["中小学有多少所", "幼儿圆又有几所"], "全市幼儿园1896所"),
        (["非常规水源利用设施要建多大规模?", "那这块归哪些单位管,列全"], "“节水典范城市建设工程”"),
        (["BIM什么时候强制", "由谁负责"], "文件提到了这项内容，但没有为它指定责任单位"),
        (["规划管到哪年", "方案呢"], "《深圳市国家可持续发展议程创新示范区建设方案（2022-2025年）》题名中的期限"),
        (["国际红树林中心是个啥", "什么时候宣布要建的"], "2022年11月"),
    ],
)
def test_a_follow_up_takes_what_it_leaves_out(ask: Ask, questions: list[str], first: str) -> None:
    assert ask(*questions).text.startswith(first)


def test_a_part_that_has_no_figure_is_not_told_that_of_another_part(ask: Ask) -> None:
    assert ask("全市养老机构护理型床位占比", "民办的呢").status is Status.NOT_FOUND


@pytest.mark.parametrize("questions", [["PM2.5 2025年目标", "明年呢"], ["今年PM2.5要降到多少"]])
def test_a_year_counted_from_today_is_asked_back_with_the_years_that_are_given(
    ask: Ask, questions: list[str]
) -> None:
    answer = ask(*questions)
    assert answer.status is Status.NOT_FOUND
    assert "到2025年，PM2.5年均浓度不高于18微克/立方米" in answer.text
    assert ask("Which metro lines will open next year?").status is Status.NOT_FOUND


def test_a_year_of_the_asker_s_own_life_is_no_year_of_the_question(ask: Ask) -> None:
    assert ask("孩子明年上幼儿园 学位要新增多少").text.startswith("到2025年，新增幼儿园学位12.5万个")


def test_what_was_shown_is_not_shown_again(ask: Ask) -> None:
    first, more = ask("怎么治理噪声"), ask("怎么治理噪声", "还有别的吗")
    assert more.status is Status.ANSWERED
    assert not {c.quote for c in first.citations} & {c.quote for c in more.citations}
    assert ask("基本原则有哪些", "还有别的吗").text.startswith("相关内容上面已经列出，文件没有更多")


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("我刚调到人社局,领导让理一理我们局在建设方案里都挂了哪些行动,能帮忙看看不", "市人力资源保障局"),
        ("财政局在这里面要出力的是哪一摊子事", "市财政局"),
        ("我在水务局上班,我们局要做什么", "市水务局"),
        ("海事局要干什么", "深圳海事局"),
    ],
)
def test_a_unit_s_duties_are_told_to_those_in_it(ask: Ask, question: str, unit: str) -> None:
    assert ask(question).text.startswith(f"{unit}在文件中是")


def test_the_staff_of_a_unit_is_not_the_population(ask: Ask) -> None:
    assert ask("市水务局有多少人").status is Status.NOT_FOUND


def test_who_answers_for_each_of_several_things_is_told_apart(ask: Ask) -> None:
    text = ask("幼儿园和养老院分别由谁负责").text
    kindergartens, homes = text.split("关于“养老院”：")
    assert "“基础教育建设工程”" in kindergartens
    assert "“社会保障体系建设工程”" in homes


@pytest.mark.parametrize(
    "question",
    [
        "so who exactly has to deliver the digital government project? give me every unit named",
        "数字政府由谁负责",
    ],
)
def test_all_units_of_a_project_are_told_however_it_is_asked(ask: Ask, question: str) -> None:
    assert "14" in ask(question).text.split("\n")[0]


def test_documents_held_against_one_another_are_told_side_by_side(ask: Ask) -> None:
    answer = ask("规划和建设方案都讲到评估,两份文件的做法有什么不同?")
    plan, scheme = answer.text.split("《深圳市国家可持续发展议程创新示范区建设方案（2022-2025年）》：")
    assert "年度目标责任制考核体系" in plan
    assert "自评估和第三方评估" in scheme
    period = ask("两份文件的期限一样吗").text
    assert "2017-2030" in period
    assert "2022-2025" in period
