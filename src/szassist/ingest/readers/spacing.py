"""Blanks that layout put into a line of Chinese, and radicals that stand for characters."""

from __future__ import annotations

import re
import unicodedata

_CJK = "\u3400-\u9fff\uf900-\ufaff，。；：、！？（）《》〈〉〔〕【】“”‘’％℃"
_BEFORE_FIGURE = re.compile(rf"(?<=[{_CJK}])[ \t\xa0\u3000]+(?=[0-9A-Za-z.%±<>≤≥])")
_BEHIND_FIGURE = re.compile(rf"(?<=[0-9A-Za-z%℃‰])[ \t\xa0\u3000]+(?=[{_CJK}])")
_LABEL = re.compile(r"(?:表|图|圖|附件|附表|专栏|專欄)\s?\d{1,3}(?=\s)")
_RADICAL = re.compile(r"[\u2e80-\u2eff\u2f00-\u2fdf]")
# Radicals that Unicode does not declare equal to a character, though fonts of PDF printers use them so.
_SUPPLEMENT = dict(
    zip(
        "⺁⺅⺌⺎⺕⺗⺙⺝⺟⺠⺡⺣⺥⺩⺫⺮⺶⺸⺼⻀⻁⻂⻄⻅⻆⻉⻊⻋⻌⻍⻎⻏⻐⻑⻓⻔⻘⻙⻚⻛⻜⻝⻠⻢⻣⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂亻小兀彐心攵月母民氵灬爪王罒竹羊羊肉艹虎衤西见角贝足车辶辶辶阝金长长门青韦页风飞食饣马骨鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)


def tidy(line: str) -> str:
    """A line without the blanks between Chinese and figures; those behind a label such as 表1 stay."""
    label = _LABEL.match(line)
    head = re.sub(r"\s", "", label.group()) if label else ""
    rest = line[label.end() :] if label else line
    return head + _BEHIND_FIGURE.sub("", _BEFORE_FIGURE.sub("", rest))


def without_radicals(text: str) -> str:
    """Kangxi and supplementary radicals as the characters they stand for, one for one."""
    return _RADICAL.sub(lambda m: _SUPPLEMENT.get(m.group(), unicodedata.normalize("NFKC", m.group())), text)
