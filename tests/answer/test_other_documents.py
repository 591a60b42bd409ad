"""Answers from documents of other kinds and places than the repository's corpus: a regulation that was made up for it."""

from collections.abc import Callable

from tests.answer.conftest import Ask

RULES = """云港市人民政府关于印发《云港市电动自行车管理办法》的通知
各区人民政府，市政府各部门：
《云港市电动自行车管理办法》已经市人民政府同意，现印发给你们，请认真贯彻执行。
云港市人民政府
2024年3月8日
云港市电动自行车管理办法
第一章 总则
第一条 为加强电动自行车管理，制定本办法。
第二条 本市行政区域内电动自行车的登记、停放和充电，适用本办法。
第三条 市公安局负责电动自行车的登记工作。
第二章 登记
第四条 电动自行车应当自购买之日起15日内申请登记。
第五条 驾驶电动自行车应当年满16周岁。
第三章 附则
第六条 本办法自2024年5月1日起施行，有效期5年。
"""


def test_a_regulation_is_read_and_answered_from(ask_documents: Callable[..., Ask]) -> None:
    answer = ask_documents(RULES)("电动自行车管理办法有效期几年")
    assert answer.status == "answered"
    assert "有效期5年" in answer.text
