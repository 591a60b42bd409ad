"""Answers on the repository's corpus, as its readers ask for them; every expected value was read in the documents."""

import re

import pytest

from szassist.schema import Status
from szassist.text.script import to_hans
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "held", "absent"),
    [
        ("每万人高价值发明专利拥有量2025年要达到多少件?", ["到2025年", "108件"], []),
        ("新增公办义务教育学位多少个?", ["67.3万个"], ["11万个", "12.5万个"]),
        ("生活垃圾回收利用率目标", ["50%"], ["80%"]),
        ("现在PM2.5是多少?", ["18微克", "未注明年份"], ["25微克"]),
        ("孕产妇死亡率的目标是多少", ["6.5/10万以下"], ["2.5‰"]),
        ("每千人口拥有执业医师数的目标", ["3.0人"], []),
        ("2030年居民人均可支配收入的目标", ["到2030年", "10万元"], []),
        ("新能源汽车保有量2025年目标", ["100万辆左右"], []),
        ("建成区绿化覆盖率不能低于多少", ["不低于40%"], []),
        ("億元GDP生產安全事故死亡率目標", ["0.00791", "到2025年"], []),
    ],
)
def test_a_value_comes_with_its_comparator_unit_and_year(
    ask: Ask, question: str, held: list[str], absent: list[str]
) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    lead = answer.text.split("\n")[0]
    assert all(part in answer.text for part in held)
    assert not any(part in lead for part in absent)


def test_a_look_alike_never_answers_for_the_indicator_asked(ask: Ask) -> None:
    answer = ask("每万人发明专利拥有量2025年目标是多少?")
    assert answer.status is Status.NOT_FOUND
    assert "没有给出2025年" in answer.text
    assert "每万人高价值发明专利拥有量达到108件" in answer.text  # named as what it is
    assert ask("生活垃圾资源化利用率2025年目标是多少?").status is Status.NOT_FOUND


def test_two_wordings_of_the_two_documents_are_both_shown(ask: Ask) -> None:
    answer = ask("2025年居民人均可支配收入达到多少")
    assert "超过9万元" in answer.text
    assert "达到9万元" in answer.text
    compared = ask("规划和方案对居民人均可支配收入的说法一样吗")
    assert "表述不同" in compared.text
    assert "超过9万元" in compared.text
    assert "达到9万元" in compared.text


def test_several_years_are_each_given(ask: Ask) -> None:
    text = ask("公共文化设施总面积2020、2025、2030年目标").text
    assert all(value in text for value in ("280万平方米", "376万平方米", "436万平方米"))


def test_two_indicators_in_one_question_are_each_answered(ask: Ask) -> None:
    text = ask("万元GDP水耗和再生水利用率2025年分别是多少").text
    assert "6立方米以内" in text
    assert "80%以上" in text


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("方案为什么要求2025年再生水利用率只达到50%?", "80%以上"),
        ("2025年PM2.5目标是25微克吗?", "18微克/立方米"),
        ("2030年PM2.5要降到18微克/立方米,对吗?", "15微克/立方米以下"),
    ],
)
def test_a_wrong_figure_is_put_right_first(ask: Ask, question: str, right: str) -> None:
    lead = ask(question).text.split("\n")[0]
    assert lead.startswith("不是")
    assert right in lead


def test_a_figure_stated_of_another_time_is_judged_by_itself(ask: Ask) -> None:
    present, target = ask("PM2.5现在是18,2030年要降到多少").text.split("\n")[:2]
    assert present.startswith("是的")
    assert "到2030年，PM2.5年均浓度达到15微克/立方米以下" in target
    assert ask("PM2.5现在是25，2030年要降到多少").text.startswith(
        "不是25。文件中的数值是：我市PM2.5年均浓度降至18微克/立方米"
    )


def test_a_target_is_no_proof_of_what_is(ask: Ask) -> None:
    text = ask("现在垃圾回收利用率已经有50%了吗").text
    assert text.startswith("文件没有给出“生活垃圾回收利用率”的现状数值")
    assert "到2025年，生活垃圾回收利用率达50%" in text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("我们公司想报产教融合型企业,全市准备培育多少家呀", "100家以上"),
        ("听说要建很多5G基站,每一万个人能有几个", "超30个"),
        ("研发投入强度2025年是多少来着", "5.5%-6%"),
    ],
)
def test_a_clause_that_names_nothing_asks_about_what_is_said_before_it(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert held in answer.text.split("\n")[0]


def test_a_figure_of_an_indicator_s_name_is_no_claim(ask: Ask) -> None:
    text = ask("居住用地步行500米可达公园 2027").text
    assert "不是500米" not in text
    assert "没有给出2027年" in text


def test_a_right_figure_is_confirmed(ask: Ask) -> None:
    assert ask("2025年再生水利用率是80%以上吗?").text.startswith("是的")


def test_a_difference_shows_both_operands(ask: Ask) -> None:
    lead = ask("居民人均预期寿命从2021年到2025年目标要提高多少岁?").text.split("\n")[0]
    assert "1.00岁" in lead
    assert "84.53" in lead
    assert "83.53" in lead


def test_the_units_of_a_project_are_those_of_its_action_and_the_answer_says_so(ask: Ask) -> None:
    answer = ask("红树林中心由哪些部门负责")
    assert "人与自然和谐共生的美丽中国典范行动" in answer.text
    assert "12个" in answer.text
    assert "深圳海事局" in answer.text
    assert "市教育局" not in answer.text


@pytest.mark.parametrize(
    ("question", "unit", "figure"),
    [("研发投入谁负责", "市科技创新委", "5.5%-6%"), ("公园谁管", "市城管和综合执法局", "85%居住用地")],
)
def test_a_few_words_of_an_indicator_are_enough_to_find_its_units(
    ask: Ask, question: str, unit: str, figure: str
) -> None:
    text = ask(question).text
    assert unit in text.split("\n")[0]
    assert figure in text
    assert text.count("责任单位") == 1


def test_what_is_assigned_to_nobody_is_said_to_be(ask: Ask) -> None:
    answer = ask("居民人均可支配收入由哪个部门负责?")
    assert answer.status is Status.NOT_FOUND
    assert "没有为它指定责任单位" in answer.text


def test_the_order_of_a_list_makes_no_lead_unit(ask: Ask) -> None:
    assert ask("市教育局牵头人才行动吗?").text.startswith("文件没有指明由谁牵头")


def test_the_duties_of_a_unit_are_complete_and_counted(ask: Ask) -> None:
    text = ask("市水务局负责什么?").text
    assert "3项行动" in text
    assert "18个工程" in text
    assert all(name in text for name in ("节水典范城市建设工程", "国际红树林中心建设工程", "基层法治建设工程"))
    assert "高等教育建设工程" not in text


def test_a_unit_no_document_names_has_no_duties(ask: Ask) -> None:
    answer = ask("市统计局要做什么?")
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "count", "some"),
    [
        ("建设方案一共有哪六大行动?", "共6项", ["科技创新引领力提升行动", "社会治理现代化标杆行动"]),
        ("美丽中国典范行动包括哪些工程?", "共7项", ["水环境系统治理工程", "国际红树林中心建设工程"]),
        ("方案的保障措施有哪些?", "共4项", ["强化组织领导", "加强监督保障"]),
        ("2030年有哪些目标?", "共5项", ["6%-6.5%", "436万平方米"]),
        ("大气污染防治工程有哪些目标?", "共5项", ["97.5%", "100万辆左右", "60%"]),
        ("一共有多少个责任单位?", "共28个", ["市科协", "市消防救援支队"]),
    ],
)
def test_a_list_is_complete_and_counted(ask: Ask, question: str, count: str, some: list[str]) -> None:
    text = ask(question).text
    assert count in text
    assert all(item in text for item in some)


def test_how_is_answered_with_measures_cut_from_the_text(ask: Ask) -> None:
    text = ask("噪声污染怎么治理?").text
    assert "噪声地图" in text
    assert "噪声分类管理名录" in text
    assert text.count("[") == 5  # the best of the project's sentences, not all of them


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("地铁票价会涨吗?", "没有说明"),
        ("广州2025年PM2.5目标是多少?", "广州"),
        ("南山区2025年要新增多少幼儿园学位?", "南山"),
        ("表1里第三产业增加值占GDP比重2025年的数值是多少?", "来源中缺少"),
        ("2027年PM2.5的目标值是多少?", "不作推算"),
        ("每千人病床数2030年目标是多少?", "不作推算"),
    ],
)
def test_what_the_documents_do_not_say_is_said_plainly(ask: Ask, question: str, said: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert said in answer.text


def test_what_no_policy_document_answers_is_declined(ask: Ask) -> None:
    assert ask("写一首关于深圳的诗").status is Status.DECLINED


def test_a_question_about_nothing_is_asked_back(ask: Ask) -> None:
    assert ask("目标是多少?").status is Status.CLARIFY


def test_the_documents_themselves_can_be_asked_about(ask: Ask) -> None:
    assert "2023年1月17日" in ask("这份规划什么时候印发的?").text
    assert "没有给出文号" in ask("文号是多少?").text
    assert "共4份" in ask("有哪些文件?").text


def test_what_is_to_be_by_2035_is_no_answer_for_2030(ask: Ask) -> None:
    assert "创新创业创意之都" not in ask("2030年要建成什么样的城市?").text
    assert "创新创业创意之都" in ask("2035年要建成什么样的城市?").text


def test_headings_alone_lend_a_figure_to_nothing(ask: Ask) -> None:
    answer = ask("碳达峰是哪一年?")
    assert answer.status is Status.NOT_FOUND
    assert "7.5立方米" not in answer.text


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("What does the plan say about PM2.5 in 2028?", "no value"),
        ("关于2028年PM2.5有什么规定", "不作推算"),
    ],
)
def test_nothing_of_other_years_stands_in_for_a_year_without_a_figure(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status is Status.NOT_FOUND
    assert held in answer.text.split("\n")[0]


def test_measures_for_a_year_are_not_taken_from_a_document_for_other_years(ask: Ask) -> None:
    asked = ask("2030年养老方面有什么打算")
    assert {one.document_id for one in asked.citations}.isdisjoint({"sz-scheme-2022-2025"})
    assert ask("2025年养老方面有什么打算").citations[0].document_id == "sz-scheme-2022-2025"


def test_what_is_only_related_is_said_to_be_no_direct_answer(ask: Ask) -> None:
    answer = ask("老伴中风卧床三年，请护工一个月好几千，以后有专门的保险管这个吗")
    assert answer.status in (Status.PARTIAL, Status.ANSWERED)
    assert "长期护理保险" in answer.text
    assert ask("腾讯的股票现在能买吗").status in (
        Status.NOT_FOUND,
        Status.DECLINED,
    )  # one word alone relates to nothing


def test_a_figure_among_stories_is_shown_as_only_related_where_a_sentence_holds_several_things(ask: Ask) -> None:
    answer = ask("出口總額連續多少年獨佔鰲頭")
    assert answer.status is Status.PARTIAL
    assert "二十九年" in answer.text
    assert ask("地铁票价要降到多少").status is Status.NOT_FOUND


def test_a_year_and_a_small_word_ask_for_one_thing_and_not_for_all_targets(ask: Ask) -> None:
    assert ask("深圳2025年要种多少棵树").status is Status.NOT_FOUND
    assert "目标共" in ask("2025年有哪些目标").text


def test_the_projects_of_a_topic_are_those_it_is_in_the_titles_of_and_are_no_whole_action(ask: Ask) -> None:
    assert ask("教育方面的工程有哪些").text.startswith(
        "人才强市战略支撑行动中的3项：高等教育建设工程、基础教育建设工程、职业教育高地建设工程"
    )
    assert ask("水方面有哪几个工程").text.startswith("共2项：")
    assert ask("健康行动有哪些工程").text.startswith("“健康中国”先锋示范行动（共5项）：")
    assert ask("全部工程有哪些").text.startswith("共32项：")


def test_the_target_of_a_field_for_a_year_is_no_missing_value_of_one_indicator(ask: Ask) -> None:
    answer = ask("科技创新方面2025年有什么目标")
    assert answer.status is Status.ANSWERED
    assert "5.5%-6%" in answer.text
    assert ask("2030年再生水利用率目标是多少").status is Status.NOT_FOUND


def test_where_something_is_built_is_told_only_where_a_text_gives_its_place(ask: Ask) -> None:
    assert ask("湿地博物馆建在哪").status is Status.NOT_FOUND
    assert "珠江口东岸" in ask("深圳位于哪里").text
    assert ask("深圳的短板在哪").status is Status.ANSWERED


def test_the_base_of_a_ratio_is_no_indicator_of_its_own(ask: Ask) -> None:
    answer = ask("2025年GDP目标是多少")
    assert answer.status is Status.NOT_FOUND
    assert "用水量" not in answer.text
    assert "研发投入" not in answer.text


@pytest.mark.parametrize(
    "question", ["深圳有多少个公园", "How many nurses per 1,000 residents are targeted for 2025?"]
)
def test_a_share_answers_no_question_of_how_many(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


def test_a_place_alone_is_no_topic(ask: Ask) -> None:
    assert ask("香港最低工资一个钟多少钱").status is Status.NOT_FOUND


def test_each_thing_asked_for_is_looked_for_among_the_sentences(ask: Ask) -> None:
    text = ask("闲置土地和历史遗留违法建筑如何处置").text
    assert "闲置土地使用权收回机制" in text
    assert "历史遗留违法建筑" in text


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("Our records say the city government dated the notice 1 March 2023. Please confirm.", "Not 1 March 2023."),
        ("Was the plan published in 2021?", "Not in 2021."),
        ("The notice is dated 17 January 2023, correct?", "Yes."),
    ],
)
def test_a_stated_date_of_a_document_is_judged_and_the_right_one_cited(ask: Ask, question: str, verdict: str) -> None:
    answer = ask(question)
    assert answer.text.startswith(verdict)
    assert "17 January 2023[1]" in answer.text.replace(".[1]", "[1]")


def test_the_items_of_a_list_cite_the_sentence_that_follows_them(ask: Ask) -> None:
    answer = ask("What four strategic positionings does the plan give?")
    assert "Model zone of green development" in answer.text
    assert any(c.quote.startswith("綠色發展樣板區。積極穩妥推進碳達峰碳中和") for c in answer.citations)


def test_an_english_list_and_refusal_have_no_chinese_but_quotes(ask: Ask) -> None:
    for question in (
        "Which six actions are there?",
        "What is the air quality in Nanshan?",
        "How many documents are there?",
    ):
        assert not re.search(r"[\u3400-\u9fff]", ask(question).text)


@pytest.mark.parametrize(
    "question",
    [
        "How many cinemas are there?",
        "What is Guangzhou's GDP target?",
        "What does Hong Kong plan for its own air quality?",
        "How many hydrogen cars are planned?",
        "What is the retirement age?",
        "How many trees will be planted?",
        "How many otters live in the bay?",
    ],
)
def test_what_no_document_gives_is_refused_in_english_too(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("How many Hong Kong firms have set up shop in Shenzhen, going by the plan?", "1894"),
        ("How many registered volunteers per 10,000 people is the city aiming for by 2025?", "1600"),
        ("How many electric vehicles should be on the roads by 2025?", "1 million"),
        ("By what year does Shenzhen want to be an international wetland city?", "2035"),
        ("What is the Maritime Safety Administration in charge of under the 2022-2025 scheme?", "Beautiful China"),
        ("How many high-tech companies does the city have?", "21,000"),
    ],
)
def test_everyday_english_is_answered(ask: Ask, question: str, held: str) -> None:
    assert held in ask(question).text


@pytest.mark.parametrize(
    "question", ["冷库一共有多少个?", "早产儿一共有多少个?", "手术一共有多少个?", "免稅店有多少家?"]
)
def test_a_thing_that_official_words_only_cover_has_none_of_their_figures(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("老伴中风卧床好几年了,请人照顾太花钱,以后有没有保险能出一部分", "长期护理保险"),
        ("我开厂赚了点钱想捐出来支持搞基础研究,有这个路子吗", "社会捐赠"),
        ("街市的菜到2025年檢測合格要有幾成", "98%"),
        ("满大街的摄像头各管各的,能不能打通了用来抓坏人", "视频监控资源"),
        ("高企到2025年要有多少家", "2.2万家"),
    ],
)
def test_stories_in_everyday_words_find_their_official_passage(ask: Ask, question: str, held: str) -> None:
    answer = ask(question)
    assert answer.status in (Status.ANSWERED, Status.PARTIAL)
    assert held in to_hans(answer.text)


def test_all_years_of_an_indicator_are_listed_under_its_name_as_typed(ask: Ask) -> None:
    text = ask("PM2.5三个年份的目标都列出来").text
    assert text.startswith("“PM2.5”的目标共3项")
    assert all(value in text for value in ("到2020年", "25微克", "到2025年", "18微克", "到2030年", "15微克"))
    multiple = ask("全市GDP从1979年到2021年涨了多少倍").text
    assert "1.96亿元" in multiple
    assert "3.07万亿元" in multiple


@pytest.mark.parametrize(
    "question", ["教育有哪些目标", "教育方面有哪些指标", "教育方面的具体目标", "What are the targets for education?"]
)
def test_the_targets_of_a_field_are_those_of_all_its_projects(ask: Ask, question: str) -> None:
    answer = ask(question)
    figures = (
        {"67.3万", "11万", "12.5万", "100家"} if "教育" in question else {"673,000", "110,000", "125,000", "100"}
    )
    assert all(figure in answer.text for figure in figures)
    assert re.search(r"共7项|7 in all", answer.text)


def test_how_a_figure_is_to_be_reached_is_told_by_what_its_project_does(ask: Ask) -> None:
    text = ask("到2025年生产事故死亡率要降多少", "打算咋做到").text
    assert "城市事故灾害综合防控能力提升工程" in text
    assert "强化安全风险源头治理" in text
    stated = ask("护理型床位占比不低于65%打算怎么实现").text
    assert stated.startswith("是的")
    assert "健全养老服务配套政策体系" in stated


def test_a_stated_figure_is_held_against_the_indicator_that_has_it(ask: Ask) -> None:
    assert ask("新增67.3万学位怎么实现").text.startswith(
        "是的，文件中是这样写的：到2025年，新增公办义务教育学位67.3万个"
    )


def test_what_was_all_shown_is_shown_again_and_said_to_be_all(ask: Ask) -> None:
    answer = ask("新改扩建的医院里有市人民医院宝安医院吧", "还有哪些")
    assert "没有更多" in answer.text
    assert "市第二儿童医院" in answer.text


def test_how_to_get_there_is_no_matter_of_plans(ask: Ask) -> None:
    assert ask("市第二儿童医院是不是在建", "在哪条路上 地铁能到吗").status is Status.NOT_FOUND


def test_each_district_of_the_question_before_counts(ask: Ask) -> None:
    answer = ask("每个区都会有政府兜底的养老院吗", "啥时候之前要建好")
    assert answer.status is Status.ANSWERED
    assert "到2025年，每个区" in answer.text


def test_how_many_people_of_something_asks_for_no_population(ask: Ask) -> None:
    assert "1600人" in ask("2020年注册志愿者要有多少人", "要是按每万人算,25年得有多少").text
    assert "1768.16万人" in ask("深圳现在住了多少人?").text


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("公考面试背诵用:可持续发展规划的四个战略定位", "绿色发展样板区"),
        ("领导讲话稿里有句“建好五座城”,后面要跟五个名头,哪五个来着", "智慧便捷之城"),
        ("PPT要放一页“六大行动”,我怕名字写走样,帮忙按方案的标准叫法列出来", "人才强市战略支撑行动"),
        ("周报缺一段,2022到2025年那份方案里的大行动,按顺序给我报一遍呗", "人才强市战略支撑行动"),
        ("督查室备查:建设方案末尾的保障措施分哪几条", "强化交流合作"),
        ("规划自己承认了哪几方面的问题", "资源环境约束日益趋紧"),
    ],
)
def test_a_list_is_told_by_its_number_or_kind_whatever_stands_around_it(ask: Ask, question: str, named: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert named in answer.text


def test_the_same_number_of_other_things_is_not_that_list(ask: Ask) -> None:
    assert "创新活力之城" not in ask("深圳都市圈是哪五座城市").text
    assert ask("广州的四个战略定位").status is Status.NOT_FOUND
