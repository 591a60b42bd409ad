"""Questions for two or more figures at once, on the repository's own documents; every value is read in them."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask, holds


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("CCER成交量和成交额分别是多少?", ["CCER成交量2852万吨", "CCER成交额3.43亿元"]),
        ("深圳碳市场累计配额成交量与成交额各为多少?", ["成交量6517万吨", "成交额14.58亿元"]),
        ("新建公办与全市养老机构护理型床位占比分别是多少", ["80%以上", "不低于65%"]),
        ("先進製造業和高技術製造業占比分別是多少?", ["67.6%", "63.3%"]),
        ("博物馆、美术馆各多少座", ["博物馆57座", "美术馆13座"]),
        ("2025 供水管网漏损率 & 城市更新规模 ??", ["7%以内", "不少于95平方公里"]),
        ("全市有多少所幼儿园,多少娃在读?", ["1896所", "59.76万人"]),
        ("高校几所、多少学生在读", ["普通高等学校14所", "17.97万人"]),
        ("普通中小学多少所 在校学生多少万人", ["818所", "169.62万人"]),
        ("2025年 再生水利用率 多少 漏损率 多少", ["80%以上", "7%以内"]),
        ("PM2.5 2025年 多少 谁负责", ["18微克/立方米", "市生态环境局"]),
        ("幼儿园多少所中小学多少所", ["1896所", "818所"]),
        ("能看病的地方全市有多少家,里头算医院的有几家", ["5241家", "145家"]),
        ("人均GDP和居民人均可支配收入2021年各是多少", ["17.37万元", "7.08万元"]),
        ("2025年PM2.5和2030年预期寿命分别是多少", ["18微克/立方米", "到2030年，居民人均预期寿命达到84.73岁以上"]),
        ("What are the minimum wage and the minimum living allowance?", ["2360 yuan", "1365 yuan"]),
        ("我阿公住院,想了解病床够不够,还有家庭医生签约到2025年要多少", ["4.5张", "70%以上"]),
    ],
)
def test_every_figure_that_is_asked_for_is_given(ask: Ask, question: str, values: list[str]) -> None:
    answer = ask(question)
    assert holds(answer.text, values), answer.text
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "value", "other"),
    [
        ("公办园和普惠性民办园在园幼儿占比是多少", "85%以上", "学位"),
        ("城市更新和土地整备实施规模是多少", "不少于95平方公里", "直接供应用地10平方公里。"),
        ("重要建筑、市政基础设施、水务工程项目BIM模型导入率要达到多少", "100%", "装配式"),
        ("出租车和公交车纯电动化比例多少", "100%", "物流车"),
        ("CCER成交额是多少", "3.43亿元", "14.58"),
        ("全市 一共 有 多少 所 幼儿园", "1896所", "学位"),
    ],
)
def test_one_indicator_gets_no_other_beside_it(ask: Ask, question: str, value: str, other: str) -> None:
    answer = ask(question)
    assert value in answer.text
    assert other not in answer.text


def test_several_years_of_one_indicator_are_no_several_indicators(ask: Ask) -> None:
    text = ask("公共文化设施总面积在2020、2025、2030三个节点的目标分别是多少?").text
    assert holds(text, ["280万平方米", "376万平方米", "436万平方米"])
    assert "节点" not in text


@pytest.mark.parametrize(
    ("question", "given", "lacking"),
    [
        ("PM2.5和PM10的2025年目标分别是多少", "18微克/立方米", "文件没有给出“PM10”的数值。"),
        ("博物馆、科技馆各有多少座", "博物馆57座", "文件没有给出“科技馆”的数值。"),
        ("執業醫師和護士各有多少人", "4.56萬人", "文件沒有給出「護士」的數值。"),
    ],
)
def test_what_one_part_lacks_is_said_for_that_part(ask: Ask, question: str, given: str, lacking: str) -> None:
    answer = ask(question)
    assert holds(answer.text, [given, lacking]), answer.text
    assert answer.status is Status.PARTIAL


@pytest.mark.parametrize(
    "question", ["失业率和通胀率分别是多少", "地铁和公交里程分别是多少公里", "深圳和广州的PM2.5分别是多少"]
)
def test_where_no_part_has_a_figure_there_is_none(ask: Ask, question: str) -> None:
    assert ask(question).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "values"),
    [
        (
            "公办义务教育学位和普高学位加起来新增多少",
            ["合计78.3万个（67.3 + 11）", "67.3万个", "新增公办普高学位11万个"],
        ),
        ("义务教育加普高,公办学位一共新增多少万个?", ["合计78.3万个（67.3 + 11）"]),
        ("公辦的義務教育學位和普高學位,到25年加起來一共要添多少個", ["合計78.3萬個（67.3 + 11）"]),
        ("图书馆、博物馆、美术馆加起来一共多少座", ["合计803座（733 + 57 + 13）"]),
        ("How many museums and art galleries are there in total?", ["Together 70 (57 + 13)"]),
        ("幼儿园、义务教育、公办普高，三样新增学位加起来总共几多万", ["合计90.8万个（12.5 + 67.3 + 11）"]),
        ("到2025年新增学位总盘子：幼儿园、公办义务教育、公办普高三样加一块儿是几万个", ["合计90.8万个"]),
        ("直接供应用地和空间储备用地凑到一起多少平方公里", ["合计50平方公里（10 + 40）"]),
        ("碳市场配额成交额和CCER成交额合计多少亿元", ["合计18.01亿元（14.58 + 3.43）"]),
    ],
)
def test_a_sum_is_worked_out_with_its_operands(ask: Ask, question: str, values: list[str]) -> None:
    answer = ask(question)
    assert holds(answer.text, values), answer.text
    assert answer.status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("医疗卫生机构和医院加起来多少家", "不相加"),  # 其中医院145家
        ("孕产妇死亡率和婴儿死亡率加起来多少", "单位不同"),
        ("综合整治用地和空间储备用地加起来多少", "不相加"),  # 不少于45平方公里
        ("GDP和战略性新兴产业增加值加起来多少", "不相加"),
        ("新能源汽车和纯电动物流车一共推广多少万辆", "不作计算"),
    ],
)
def test_what_does_not_add_up_is_not_added(ask: Ask, question: str, word: str) -> None:
    answer = ask(question)
    assert word in answer.text
    assert "合计" not in answer.text
    assert answer.status is Status.PARTIAL


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("新建公办养老机构护理型床位占比比全市的高多少", "数值相差15个百分点（80 − 65）"),
        ("先进制造业占比比高技术制造业占比高多少个百分点", "数值相差4.3个百分点（67.6 − 63.3）"),
        ("博物馆比美术馆多多少座", "数值相差44座（57 − 13）"),
        ("By how much do museums outnumber art galleries?", "The figures differ by 44 (57 − 13)"),
        ("公共文化设施2020到2025目标加多少", "提高96万平方米（376 − 280）"),
        ("居民人均可支配收入的2030年目标,比2021年实际水平高出多少?", "提高2.92万元（10 − 7.08）"),
        ("How much higher is the 2030 income target than the 2021 level?", "29,200 yuan (100000 − 70800)"),
        ("公共文化设施总面积从2025年到2030年还得再添多少？", "提高60万平方米（436 − 376）"),
        ("2025年到2030年居民人均可支配收入要多挣多少", "提高1万元（10 − 9）"),
        ("从2021年到2030年，人均寿命要往上提几岁？", "（84.73 − 83.53）"),
        ("预期寿命2020到2025涨多少,2025到2030又涨多少", "提高2.83岁（84.53 − 81.7）"),
    ],
)
def test_a_difference_is_worked_out_with_its_operands(ask: Ask, question: str, value: str) -> None:
    answer = ask(question)
    assert value in answer.text
    assert answer.status is Status.ANSWERED


def test_a_year_with_a_range_is_compared_at_both_ends_and_not_by_another_year(ask: Ask) -> None:
    text = ask("研发投入占比2030比2020高多少").text  # 2030: 6%-6.5%
    assert holds(text, ["4.25%", "6%-6.5%", "1.75个百分点（6 − 4.25）", "2.25个百分点（6.5 − 4.25）"])
    assert "5.5" not in text


def test_two_requirements_are_shown_beside_one_another(ask: Ask) -> None:
    text = ask("公办养老院新建的和全市的护理床位比例要求差在哪?").text
    assert holds(text, ["80%以上", "不低于65%"])


def test_the_next_question_asks_the_same_of_both(ask: Ask) -> None:
    text = ask("污水收集率和垃圾回收率2025年分别多少", "2030年呢").text
    assert holds(text, ["没有给出2030年“城市生活污水集中收集率”", "没有给出2030年“生活垃圾回收利用率”"])


def test_no_change_is_no_rise(ask: Ask) -> None:
    lines = ask("2025年PM2.5比现在低多少").text.split("\n")
    assert lines[0] == "数值没有变化："
    assert all("18微克/立方米" in line for line in lines[1:3])
    assert "提高" not in "".join(lines)


def test_each_of_several_questions_is_answered_in_the_measure_that_it_asks_for(ask: Ask) -> None:
    text = ask("深圳2025年新能源汽车保有量要到多少辆？新上牌的车里头占几成？").text
    assert holds(text, ["100万辆", "60%"])
    text = ask("每万人5G基站要几个？生活垃圾回收利用率占几成？").text
    assert holds(text, ["30个", "50%"])


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("2025年一千人摊几张病床、几个医生", ["4.5张", "3.0人"]),
        ("市里一共有几所高校几家医院", ["14所", "145家"]),
        ("碳市場的配額累計成交了多少噸、金額多少？", ["6517萬噸", "14.58億元"]),
        ("岁数大，心里打鼓。产妇和婴儿的死亡率，2025年要守住的线在哪里", ["6.5/10万", "2.5‰"]),
        ("亿元GDP生产安全事故死亡率2025年的上限和降幅分别是多少", ["0.00791", "下降50%"]),
    ],
)
def test_things_counted_in_a_row_are_each_told(question: str, values: list[str], ask: Ask) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert holds(answer.text, values)
