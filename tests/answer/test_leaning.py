"""Follow-ups that leave out what they are about, go back, or turn to one thing more."""

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("questions", "held"),
    [
        (["碳普惠是什么", "普通市民怎么参加"], "建立碳普惠服务平台"),
        (["最低工资多少", "低保呢", "前面那个是多少"], "最低工资标准2360元/月"),
        (["全社会研发投入2025年占GDP多少", "其中基础研究占多少", "回到第一个问题，2030年是多少"], "6%-6.5%"),
        (["2021年GDP多少", "比1979年翻了多少倍"], "15663.27倍"),
        (["红树林保护由哪些单位负责", "噪声那块又归谁"], "噪声污染综合防治工程"),
        (["新建公办养老院护理型床位占多少", "全市一起算呢"], "不低于65%"),
        (["再生水利用率多少", "谁来管", "那漏损率呢"], "管网漏损率控制在7%以内"),
        (["再生水利用率2025年要到80%以上", "还没到80%?"], "没有给出“再生水利用率”的现状数值"),
        (
            ["社会治理那个行动的责任单位有哪些", "公安局有，住建局有没有份？"],
            "不是。文件列出的责任单位中没有您说的单位",
        ),
        (["楼下麻将馆半夜搓得震天响，方案有提到吗", "把那句话原封不动贴出来我给物业看"], "强化住宅楼内麻将馆"),
    ],
)
def test_a_follow_up_is_about_what_it_leaves_out_or_goes_back_to(ask: Ask, questions: list[str], held: str) -> None:
    assert held in ask(*questions).text


@pytest.mark.parametrize(
    "questions",
    [
        ["应急避难场所有多少", "人均面积呢"],
        ["绿色建筑要新增多少", "哪些单位管", "有没有写2030年的"],
        ["特殊教育怎么帮", "家长要做什么"],
    ],
)
def test_what_is_not_said_of_the_thing_spoken_of_is_not_taken_from_another(ask: Ask, questions: list[str]) -> None:
    assert ask(*questions).status is Status.NOT_FOUND
