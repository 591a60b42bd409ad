"""Figures asked for in everyday words: which row is meant, what it is a part of, and what is worked out of two."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask, holds


@pytest.mark.parametrize(
    ("question", "lead", "figure"),
    [
        ("深圳多少所学校", "没有给出“学校”的总数", "普通高等学校14所"),
        ("普惠性民办园占比要到多少", "没有分开给出", "85%"),
        ("城市更新要做多少平方公里", "没有分开给出", "95平方公里"),
    ],
)
def test_a_figure_of_a_part_or_of_several_things_is_said_to_be_one(
    ask: Ask, question: str, lead: str, figure: str
) -> None:
    first, *others = ask(question).text.split("\n")
    assert lead in first
    assert figure in others[0]


def test_what_is_asked_for_by_its_whole_name_needs_no_such_word(ask: Ask) -> None:
    assert ask("深圳有多少家医院").text.startswith("医院145家")
    assert "没有分开" not in ask("公办和普惠园的占比要多少").text


def test_a_total_is_not_told_by_a_rate_nor_a_stock_by_what_is_added(ask: Ask) -> None:
    assert ask("请提供到2025年我市5G基站的规划总量（单位：万个）。").status is Status.NOT_FOUND
    assert ask("2025年要建多少万个5G基站").status is Status.NOT_FOUND
    assert ask("深圳每年新增多少人口").status is Status.NOT_FOUND


def test_words_for_the_kind_of_a_figure_name_nothing_by_themselves(ask: Ask) -> None:
    assert ask("进口总额年均增长多少").status is Status.NOT_FOUND
    assert "27.3%" in ask("财政收入年均增长多少").text


def test_persons_are_not_told_by_what_is_no_person(ask: Ask) -> None:
    assert ask("残疾人有多少").status is Status.NOT_FOUND
    assert holds(ask("深圳多少家幼儿园、里面多少个小朋友啊？").text, ["1896所", "59.76万人"])


def test_a_price_is_worked_out_from_what_was_paid_and_how_much_for(ask: Ask) -> None:
    answer = ask("深圳碳配额平均一吨卖多少钱？")
    assert holds(answer.text, ["22.37元/吨", "14.58亿元 ÷ 6517万吨"])  # 1458000000 / 65170000 = 22.372…
    assert ask("深圳房子均价多少").status is Status.NOT_FOUND


def test_how_many_times_as_much_is_worked_out_of_the_two_years(ask: Ask) -> None:
    text = ask("GDP从1979年到2021年翻了多少倍").text
    assert holds(text, ["1.96亿元", "3.07万亿元", "15663.27倍"])  # 30700 / 1.96 = 15663.265…


def test_a_figure_alone_finds_the_rows_that_have_it(ask: Ask) -> None:
    text = ask("领导刚提了一嘴那个85%，说的是哪个指标啊？").text
    assert holds(text, ["城市生活污水集中收集率", "居民电子健康档案建档率"])
    assert "2016年" in ask("那个49.13%是哪一年的数据").text
    assert ask("37%是什么指标").status is Status.CLARIFY


def test_a_stated_figure_is_found_by_other_names_of_what_it_is_said_of(ask: Ask) -> None:
    assert "2016年" in ask("求证：2021年原特区外地区生产总值占全市的49.13%，是否可以引用？").text
    assert ask("新增67.3万个公办义务教育学位,预计总投资多少亿元?").status is Status.NOT_FOUND


def test_two_years_held_against_one_another_are_both_told(ask: Ask) -> None:
    assert holds(ask("公共文化設施總面積　2025 對 2030 目標").text, ["376萬", "436萬"])
    assert holds(ask("PM2.5 2025对2030").text, ["18微克", "15微克"])


def test_a_change_asked_for_is_not_the_level(ask: Ask) -> None:
    assert "50%" in ask("亿元GDP安全事故死亡率2025年累计要降多少").text
    assert "40%" in ask("战略性新兴产业增加值占GDP大概几成").text


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("儿子上初中了,听说公办高中学位要加,2025年前一共加多少?", "11万个"),
        ("娃上幼儿园难不难?2025年多几个位", "12.5万个"),
        ("阿嬤常去做復健,想請問衛生機構現在總共有多少床位", "6.4萬張"),
        ("打算考执业医师,现在在岗的执业医师有几多万人", "4.56万人"),
        ("海棉城市要做到建成区的几成?", "60%"),
    ],
)
def test_a_story_around_a_question_does_not_hide_what_it_asks_for(ask: Ask, question: str, figure: str) -> None:
    assert figure in ask(question).text


def test_two_measures_of_one_thing_are_both_told(ask: Ask) -> None:
    assert holds(ask("CCER卖了多少吨、多少钱").text, ["2852万吨", "3.43亿元"])


def test_what_is_asked_for_in_other_words_is_not_added_from_the_story(ask: Ask) -> None:
    assert "84.53岁" in ask("爸妈想搬来深圳,这边人平均能活到多少岁").text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("扔掉的东西2025年能收回来再用的有百分之几", "50%"),
        ("陆地到底有多大", "1997平方公里"),
        ("新盖的楼里装配式要占几成", "60%以上"),
        ("空气里那个细颗粒物2030年压到多少", "15微克"),
        ("科技给经济增长出了几分力，2020年定的是百分之几", "62%"),
    ],
)
def test_everyday_words_for_what_is_measured_find_its_row(question: str, held: str, ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text


@pytest.mark.parametrize("question", ["学校里的路有多宽", "工业总产值2021年多少"])
def test_another_measure_or_output_is_not_told(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "大鹏医院有多少张病床",
        "义务教育学位缺口多少",
        "深汕特别合作区GDP多少",
        "鹏城实验室有多少研究员",
        "前海入驻多少银行",
        "河套合作区占地几平方公里",
    ],
)
def test_a_figure_is_of_all_that_is_named_together(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("全城的绿道总长几公里", "2843公里"),
        ("用水总量上线是几亿立方", "23.93亿"),
        ("全市图书馆藏书几万册", "5708.07万册"),
    ],
)
def test_few_of_any_measure_asks_for_a_figure(question: str, figure: str, ask: Ask) -> None:
    assert figure in ask(question).text


@pytest.mark.parametrize(
    "question",
    [
        "众创空间面积",
        "港口吞吐量",
        "天使投资基金总规模",
        "西丽湖国际科教城投资总额",
        "应急避难场所面积",
        "志愿服务时长",
        "近岸海域赤潮次数",
    ],
)
def test_a_bare_name_of_an_amount_asks_for_a_figure_in_its_measure(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_bare_name_of_an_amount_that_is_told(ask: Ask) -> None:
    assert "10.09万公顷" in ask("全市绿化覆盖面积").text
    assert "6517万吨" in ask("碳市场累计配额成交量").text


@pytest.mark.parametrize(
    "question",
    [
        "海绵城市达标面积占比眼下做到多少了",
        "装配式建筑目标是六成，现在做到几成了",
        "新增幼儿园学位目前完成了多少",
        "博物馆的目标是多少",
    ],
)
def test_what_is_is_not_told_by_what_is_to_be_nor_the_other_way_round(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_year_or_the_clause_that_asks_tells_what_is_to_be_whatever_the_story_says(ask: Ask) -> None:
    told = ask("现在工地都是拼装的楼，装配式建筑占新建筑要到几成？看2025年的数")
    assert told.status is Status.ANSWERED
    assert "60%以上" in told.text
    assert ask("How many people live in Shenzhen per the plan?").status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("研发投入2025年比2021年提高多少", ("按下限计提高0.01个百分点", "按上限计提高0.51个百分点")),
        ("研发投入占比从2025到2030涨多少", ("2025年5.5%-6%", "2030年6%-6.5%", "提高0.5个百分点")),
        ("R&D share: difference between 2025 and 2030?", ("rises by 0.5 percentage points",)),
    ],
)
def test_a_move_from_or_to_a_range_is_worked_out_at_both_ends(
    question: str, parts: tuple[str, ...], ask: Ask
) -> None:
    assert holds(ask(question).text, parts)


@pytest.mark.parametrize(
    "question", ["自来水从哪儿来的", "新增的学位从哪里来", "Where does Shenzhen water come from?"]
)
def test_where_something_comes_from_is_told_by_nothing_that_only_speaks_of_it(question: str, ask: Ask) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_figure_of_the_newborn_is_not_given_as_that_of_infants(ask: Ask) -> None:
    told = ask("新生儿死亡率多少")
    assert told.status is Status.NOT_FOUND
    assert "婴儿死亡率" in told.text


def test_a_time_that_an_answer_tells_is_not_put_aside_for_one_of_a_sentence_that_shares_words(ask: Ask) -> None:
    assert "2035年" in ask("深圳几时建成国际湿地城市").text


@pytest.mark.parametrize("questions", [("给我个投诉电话",), ("残疾人家里无障碍改造是不是要全覆盖", "报名打哪个电话")])
def test_a_telephone_number_is_told_by_nothing_without_one(questions: tuple[str, ...], ask: Ask) -> None:
    assert ask(*questions).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("questions", "parts"),
    [
        (("2025年水方面的指标有哪些",), ("“水”的目标共13项", "再生水利用率", "海绵城市")),
        (("2030年水方面的目标有哪些",), ("都没有2030年的目标", "万元GDP水耗")),
        (("2025年的目标有哪些", "水方面的"), ("“水”的目标共13项",)),
        (("2025年水方面的目标有哪些", "教育方面呢"), ("“教育”的目标共", "学位")),
        (("2025年水方面的目标有哪些", "2030年呢"), ("都没有2030年的目标",)),
    ],
)
def test_the_targets_of_a_field(questions: tuple[str, ...], parts: tuple[str, ...], ask: Ask) -> None:
    told = ask(*questions).text
    assert holds(told, parts)
    assert "PM2.5" not in told
