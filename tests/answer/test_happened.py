"""What a question claims of something that no row tells: a year, an occasion, a figure amid words."""

from __future__ import annotations

import pytest

from szassist.schema import Status
from tests.answer.conftest import Ask


@pytest.mark.parametrize(
    ("question", "denied", "told"),
    [
        ("国际红树林中心是2021年在《湿地公约》第十三届大会上宣布的吧？", "没有写2021年、第十三届", "2022年11月"),
        ("國際紅樹林中心係2021年喺《濕地公約》第十三屆大會度宣佈㗎嘛？", "沒有寫2021年、第十三屆", "第十四屆"),
        ("咱们设计院理解：新建工程全面上BIM从2025年起，而且投资500万以上才算，对不对", "500万", "2023年开始"),
        ("2015年联合国发展峰会定了20项目标吧", "没有写20项", "17项"),
    ],
)
def test_what_is_said_otherwise_is_told_first(ask: Ask, question: str, denied: str, told: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert denied in answer.text.splitlines()[0]
    assert told in answer.text


@pytest.mark.parametrize("question", ["国际红树林中心是2022年宣布的吗", "第三产业那个数2016年包含深汕了吧"])
def test_what_is_said_so_is_shown_without_a_word_of_consent(ask: Ask, question: str) -> None:
    text = ask(question).text
    assert "没有写" not in text
    assert "是的" not in text  # 未包含


@pytest.mark.parametrize(
    "question", ["国家可持续发展议程创新示范区是2020年批的吧", "深圳是2022年宣布建国际候鸟中心的吧"]
)
def test_of_what_happened_to_something_else_nothing_is_denied(ask: Ask, question: str) -> None:
    assert "没有写" not in ask(question).text
