"""Figures asked for in a story: who said it, what is known already, what is thought of it, what is said of all."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask, holds


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("听收音机说深圳要当全球海洋中心城市，啥时候建成，有个年份没？", "2030年"),
        ("老爸是环卫工，关心城市污水集中收集率2025年到多少", "85%"),
        ("老伴高血压，社康让签家庭医生。像他这种重点人群，2025年要签约到百分之多少以上？", "70%"),
        ("国际湿地城市哪年能评上", "2035年"),
        ("25年全市用水总量封顶多少亿方", "23.93亿立方米"),
    ],
)
def test_the_story_around_a_question_is_not_required_to_be_held(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_the_story_names_nothing_that_is_not_asked(ask: Ask) -> None:
    text = ask("老伴高血压，社康让签家庭医生。像他这种重点人群，2025年医保报销要到百分之多少？").text
    assert "70%" not in text


def test_what_is_said_to_be_known_is_not_asked(ask: Ask) -> None:
    answer = ask("知道2025年每萬人幾多個5G基站啦，咁2030年呢？")
    assert answer.status is Status.NOT_FOUND
    assert "15微克" in ask("我已经知道2025年PM2.5目标了，2030年是多少").text
    assert holds(ask("绿化覆盖率现在多少，2025年多少").text, ["43.0%", "40%"])


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("单位群里说2025年深圳PM2.5压到20微克以下就算达标了，我没记错吧？", "18微克"),
        ("领导说PM2.5 2030年到18微克就交差了，对不对", "15微克"),
        ("规划订明公共文化设施总面积要在2025年扩到436万平方米，与现况差距有多大？", "376万平方米"),
        ("方案讲2025年绿化覆盖率要到60%，现在离目标差多少", "不低于40%"),
        ("听人说深圳平均预期寿命过了85岁，真的假的？", "83.53岁"),
    ],
)
def test_a_stated_figure_is_put_right_whatever_is_said_of_it(question: str, held: str, ask: Ask) -> None:
    lead, *_ = ask(question).text.splitlines()
    assert lead.startswith("不是")
    assert held in lead


def test_what_stands_behind_several_things_is_said_of_each(ask: Ask) -> None:
    assert "90.8万个" in ask("方案里幼儿园、义务教育、公办高中三样新增学位总共多少万个").text
    assert "187.59万人" in ask("普通中小学和普通高校的在校学生总共多少万人").text
    assert "合计" not in ask("小学、初中两样新增学位一共多少").text


def test_a_multiple_of_something_else_is_told_by_the_sentence_that_has_it(ask: Ask) -> None:
    assert "5.7倍" in ask("每万人发明专利112件，比全国平均高几倍啊").text
    assert "1/2" in ask("原特区外人均GDP相当于原特区内的几分之几").text
    assert ask("深圳人均GDP是香港的几倍").status is Status.NOT_FOUND


def test_two_years_that_move_ask_for_a_difference(ask: Ask) -> None:
    assert "1.5立方米" in ask("万元GDP水耗2020到2025降多少").text


@pytest.mark.parametrize("question", ["2021年末户籍人口", "每千人药店数"])
def test_another_population_and_another_thing_per_person_are_not_told(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_sentences_without_such_a_measure_judge_no_figure(ask: Ask) -> None:
    assert ask("听人讲深圳地铁过了600公里了，是吗").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("我妈退休了，整天追剧，医院每天都挤爆，每千人病床数，二〇二五年要到多少张才算达标", "4.5张"),
        ("社康的护士说市民“健康素养”也要考核，真的假的，要求百分之多少？", "50%以上"),
        ("呢排望出窗口成日灰濛濛，2030年PM2.5要降到幾多先算達標？", "15微克"),
        ("校企合作喊了好几年。特色产业学院二五年要开多少间？", "50个"),
        ("客户催得急：绿道现在多长", "2843公里"),
        ("居民人均可支配收入10万块，上头给的期限是哪一年", "2030年"),
        ("2025年PM2.5要降到多少，官方怎么写的", "18微克"),
    ],
)
def test_the_clause_next_to_what_is_asked_tells_what_it_is_about(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


def test_an_errand_of_the_story_is_none_and_one_that_is_asked_is(ask: Ask) -> None:
    assert "4.5张" in ask("刚在窗口办完手续，2025年每千人病床数是多少").text
    assert ask("每千人病床数我知道，住院手续怎么办").status is Status.NOT_FOUND


def test_a_bet_on_a_figure_is_judged_without_its_story(ask: Ask) -> None:
    text = ask("老吴跟我赌一顿饭，他说PM2.5压到15微克以下是2025年的硬任务，我赢了没？").text
    assert text.startswith("不是15微克")
    assert holds(text, ["18微克", "到2030年"])


def test_so_many_people_are_meant_however_they_are_counted(ask: Ask) -> None:
    assert "5.0人" in ask("一萬個人裏面，2025年要有幾個全科醫生").text
    assert "1600人" in ask("每一万个市民里头，想要有多少人登记当义工？").text
    assert ask("一千个人里面，2025年要有几个厨师").status is Status.NOT_FOUND


def test_what_a_figure_moves_by_is_asked_for_in_other_verbs_and_without_years(ask: Ask) -> None:
    assert "1.5立方米" in ask("万元GDP水耗上限，2020→2025收紧了几立方米").text  # 7.5 - 6
    assert "27.1个百分点" in ask("310条河流水质优良率，前后提升了几个百分点？").text  # 50.0 - 22.9


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("我外婆住院排不上队，群里有人讲2025年每千人病床要到6张，这说法靠谱不", "不是6张"),
        ("会上有人提到幼儿园学位要加20万个，我当时就纳闷", "不是20万个"),
        ("昨天路过工地，看见牌子写装配式占新建建筑60%，没写错？", "是的"),
    ],
)
def test_a_figure_in_a_story_is_held_against_what_it_is_of(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.text.startswith(held)


@pytest.mark.parametrize(
    "question",
    [
        "每万人基站要超多少我知道，我要的是福田、南山各建几座5G基站",
        "那六十几万个新学位，龙岗能分到多少个啊？",
        "喀什产业园有几家企业，解决了多少人就业",
    ],
)
def test_what_is_known_or_only_said_about_how_many_is_not_asked(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "first"),
    [("小区旁边工地半夜还在打桩，市里有啥招", "声环境"), ("我家附近有条河又黑又臭怎么治", "黑臭水体")],
)
def test_where_a_story_takes_place_is_not_what_it_is_about(question: str, first: str, ask: Ask) -> None:
    assert first in ask(question).text.split("\n")[0]


def test_a_place_that_something_is_asked_for_beside_is_kept(ask: Ask) -> None:
    assert "公园" in ask("小区附近能建公园吗").text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("手机老没信号…2025年平均一万个人能分到几个5G基站", "超30个"),
        ("一个人每月吃低保能领多少啊，按规划写的2021年的标准", "1365元/月"),
        ("自来水官网老漏水，楼损率要压到几个点以内", "7%以内"),
        ("做外贸的，老板让我查，深圳出口是不是一直全国第一，排了多少年了", "二十九年"),
        ("罗湖盐田龙岗坪山大鹏这东边几个，地盘占一半，那经济和人口大概占全市多少", "约1/3"),
        ("2016年原特区外地区生产总值占全市的比重是多少？", "49.13%"),
    ],
)
def test_what_one_gets_and_how_it_is_heard_or_counted_is_no_topic(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "失业金每月能领多少",
        "公租房排了多少年了",
        "深圳进口是不是一直全国第一，排了多少年了",
        "西部地区经济总量占全市多少",
    ],
)
def test_what_is_got_or_waited_for_is_not_told_by_another_figure(question: str, ask: Ask) -> None:
    assert ask(question).status is not Status.ANSWERED
