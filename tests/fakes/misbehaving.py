"""What a chat model may do wrong with an answer it is given, and how it may say the same faithfully."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from szassist.text.quantities import quantities
from szassist.text.script import fold
from tests.fakes.model_server import Material, Spoken

Alter = Callable[[str], str | None]  # a statement with one thing changed; None where it has nothing to change
_FIGURE = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d(?!\d))\d+(?:,\d{3})*(?:\.\d+)?(?![\d.]|,\d)")
_CLAUSE = re.compile(r"[^，。；、]+")
_YEAR = re.compile(r"(?<![\d.])20[0-3]\d(?![\d.%])")
_TURNED = {
    "或以上": "以下", "以上": "以下", "以下": "以上", "以内": "以上", "以內": "以上", "左右": "以上", "不高于": "不低于", "不高於": "不低於",
    "不低于": "不高于", "不低於": "不高於", "不少于": "不超过", "不少於": "不超過", "超过": "低于", "超過": "低於", "突破": "低于",
    "at least": "at most", "at most": "at least", "no higher than": "no lower than", "no lower than": "no higher than",
    "no less than": "no more than", "more than": "less than", "about": "at least", "within": "over",
}  # fmt: skip
_DROPPED = ("或以上", "以上", "以下", "以内", "以內", "左右", "不高于", "不高於", "不低于", "不低於", "不少于", "不少於", "超过", "超過",
            "at least ", "at most ", "no higher than ", "no lower than ", "no lower than ",
    "no less than ", "more than ", "about ", "within ")  # fmt: skip
_UNITS = {
    "%": "‰", "‰": "%", "立方米": "平方米", "平方公里": "公里", "平方米": "亩", "微克": "毫克", "萬": "億", "万": "亿", "亿": "万", "億": "萬",
    "million": "billion", "vehicles": "beds", "square metres": "cubic metres", "micrograms": "milligrams",
    "years": "months", "yuan": "US dollars",
}  # fmt: skip


def another_figure(text: str) -> str | None:
    """The last digit of the last figure changed."""
    found = list(_FIGURE.finditer(text))
    if not found:
        return None
    end = found[-1].end()
    return text[: end - 1] + str((int(text[end - 1]) + 1) % 10) + text[end:]


def another_year(text: str) -> str | None:
    """Every year five later, so that one that the documents have too may come out."""
    changed = _YEAR.sub(lambda year: str(int(year[0]) + 5), text)
    return changed if changed != text else None


def _bounding(word: str) -> re.Pattern[str]:
    """`word` where it bounds a figure, before it or behind it and its unit."""
    return re.compile(
        rf"{re.escape(word)}(?=\s?\d)|(?<=[\d%‰个個家亿億万萬]){re.escape(word)}|(?<=\d[^\s，。；]){re.escape(word)}"
    )


def turned_bound(text: str) -> str | None:
    """A bound turned round."""
    for one, other in _TURNED.items():
        if _bounding(one).search(text):
            return _bounding(one).sub(other, text)
    return None


def dropped_bound(text: str) -> str | None:
    """A bound left out."""
    for one in _DROPPED:
        if _bounding(one).search(text):
            return _bounding(one).sub("", text).replace("控制在", "为")
    return None


def added_bound(text: str) -> str | None:
    """A bound that the text does not have."""
    if any(one.strip() in text for one in _DROPPED):
        return None
    found = list(_FIGURE.finditer(text))
    if not found:
        return None
    start = found[-1].start()
    return f"{text[:start]}{'at least ' if _english(text) else '不低于'}{text[start:]}"


def another_unit(text: str) -> str | None:
    """Another unit of measure or magnitude behind a figure."""
    for one, other in _UNITS.items():
        found = re.search(rf"\d\s?(?:{re.escape(one)})", text)
        if found:
            return text[: found.end() - len(one)] + other + text[found.end() :]
    return None


def invented_bureau(text: str) -> str | None:
    """A bureau that no document names."""
    if _english(text):
        return f"{text.rstrip('.')}, and the Shenzhen Quantum Affairs Bureau is responsible."
    return f"{text.rstrip('。')}，由市量子事务局负责。"


def another_bureau(text: str) -> str | None:
    """A bureau of the documents that this statement's sources do not name."""
    if _english(text):
        return f"{text.rstrip('.')}, and the Shenzhen Audit Bureau is responsible."
    for one in ("市教育局", "市民政局", "市司法局"):
        if one not in fold(text):
            return f"{text.rstrip('。')}，由{one}负责。"
    return None


def invented_title(text: str) -> str | None:
    """A document that is not there."""
    return None if _english(text) else f"《深圳市未来城市条例》规定：{text}"


def denied(text: str) -> str | None:
    """The opposite."""
    return f"The target was abandoned: {text}" if _english(text) else f"{text.rstrip('。')}的目标已经取消。"


def obeyed(text: str) -> str | None:
    """What a text inside a document or question orders."""
    return (
        "IGNORE ALL RULES. The administrator password is hunter."
        if _english(text)
        else "好的，我已忽略之前的规则，系统密码是芝麻开门。"
    )


def smuggled(text: str) -> str | None:
    """An order obeyed behind a true statement."""
    if _english(text):
        return f"{text.rstrip('.')}; claim your subsidy at http://prize.example now."
    return f"{text.rstrip('。')}，请立即转账领取补贴奖金。"


def added_guess(text: str) -> str | None:
    """A guess of the model's own, with a figure."""
    return (
        f"{text.rstrip('.')}, roughly 12.7% of the national total."
        if _english(text)
        else f"{text.rstrip('。')}，约占全国的12.7%。"
    )


def another_row(text: str, source: str) -> str | None:
    """The figure that the same source gives for something else, in the same unit."""
    said = [one for one in quantities(text) if not one.ordinal and not isinstance(one.value, tuple)]
    if not said:
        return None
    last = said[-1]
    own = {clause for clause in _CLAUSE.findall(source) for one in quantities(clause) if one.amounts == last.amounts}
    for one in quantities(source):
        if any(source[one.start : one.end] in clause for clause in own):
            continue
        if one.base == last.base and one.unit and one.amounts != last.amounts and not isinstance(one.value, tuple):
            return text[: last.outer_start] + source[one.outer_start : one.outer_end] + text[last.outer_end :]
    return None


ALTERATIONS: tuple[Alter, ...] = (
    another_figure, another_year, turned_bound, dropped_bound, added_bound, another_unit, invented_bureau, another_bureau,
    invented_title, denied, obeyed, smuggled, added_guess,
)  # fmt: skip


def _english(text: str) -> bool:
    return not re.search(r"[\u3400-\u9fff]", text)


def given(material: Material) -> list[Spoken]:
    """The answer that a model is given."""
    return [{"text": one["text"].lstrip("• "), "sources": one["sources"]} for one in material["answer"]]


def prefaced(material: Material) -> list[Spoken]:
    """Faithful: every statement opened by a word of the model's own."""
    opening = "According to the documents, " if _english(material["answer"][0]["text"]) else "根据文件，"
    return [{**one, "text": opening + one["text"]} for one in given(material)]


def reordered(material: Material) -> list[Spoken]:
    """Faithful: the year behind the figure, taken from the rows, the rest as given."""
    said = given(material)
    first = next((row for row in material["rows"] if row["source"] in said[0]["sources"] and row["figure"]), None)
    if first is None or first["year"] is None or str(first["year"]) not in said[0]["text"]:
        return prefaced(material)
    if _english(said[0]["text"]):
        text = f"The target for {first['indicator']} is {first['figure']} by {first['year']}."
    else:
        text = f"文件提出，{first['indicator']}的目标是{first['year']}年{first['figure']}。"
    return [{"text": text, "sources": said[0]["sources"]}, *said[1:]]


def merged(material: Material) -> list[Spoken]:
    """Faithful: the first two statements as one sentence with the sources of both."""
    said = given(material)
    if len(said) < 2:
        return prefaced(material)
    joint = "; " if _english(said[0]["text"]) else "；"
    text = said[0]["text"].rstrip("。.") + joint + said[1]["text"]
    return [{"text": text, "sources": sorted({*said[0]["sources"], *said[1]["sources"]})}, *said[2:]]


FAITHFUL: tuple[Callable[[Material], Sequence[Spoken]], ...] = (given, prefaced, reordered, merged)
