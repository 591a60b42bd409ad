"""Misspelt questions, set right by the documents' own words and phrases."""

import pytest

from szassist.answer.ground.spelling import Spelling

TEXTS = (
    "国际红树林中心建设工程",
    "建成区绿化覆盖率不低于40%",
    "再生水利用率提升至80%以上",
    "生活垃圾分类收集,分类处理",
    "每千人病床数达4.5张",
    "深汕特别合作区",
    "社会保障体系,养老机构护理型床位占比",
    "人与自然和谐共生,碳达峰碳中和行动",
    "能源综合高效利用工程,加强工业、建筑等领域节能",
    "臭氧浓度,噪声地图,未来产业",
    "全市幼儿园,科学研究院",
)
SPELLING = Spelling.of(TEXTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("红数林中心", "红树林中心"),  # shù, shù
        ("再生水利用绿", "再生水利用率"),  # lǜ, lǜ
        ("在生水利用率", "再生水利用率"),  # 在 is a word; the phrase speaks against it
        ("建城区绿化复盖率不能底于多少", "建成区绿化覆盖率不能低于多少"),  # three slips
        ("臭痒浓度", "臭氧浓度"),
        ("噪生", "噪声"),
        ("末来产业", "未来产业"),  # looks like it
        ("深汕合做区", "深汕合作区"),
        ("没千人病床书", "每千人病床数"),
        ("红红树林中心", "红树林中心"),  # stands twice
        ("每千病床数", "每千人病床数"),  # left out
        ("社會保彰體系", "社會保障體系"),
        ("PM2点5", "PM2.5"),
        ("幼儿圆有几所", "幼儿园有几所"),  # a word of dictionaries, and no word of the documents
    ],
)
def test_characters_that_sound_or_look_alike_stand_twice_or_are_left_out_are_put_right(
    typed: str, meant: str
) -> None:
    assert SPELLING.corrected(typed).translate(str.maketrans("会体", "會體")) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "红树林",
        "个别单位一年内",
        "世纪医疗中心",  # 世纪 is a word
        "住房保障方面",
        "初等教育",
        "二三年内三四成",
        "想在这里建一家店",  # 想在 is not 现在
        "有什么目标",
        "BIM是什么",
        "研究员",  # yuán, not 研究院
    ],
)
def test_what_is_a_word_stays(typed: str) -> None:
    assert SPELLING.corrected(typed) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zaishengshui liyonglv 2025", "再生水利用率 2025"),
        ("2025nian PM2.5 mubiao shi duoshao", "2025年 PM2.5 目标是多少"),
        ("nengyuan综合高效利用", "能源综合高效利用"),
        ("gongye jianzhu 怎么节能", "工业建筑 怎么节能"),
        ("what is the target", "what is the target"),
        ("the women change", "the women change"),
        ("smart city那part", "smart city那part"),
    ],
)
def test_pinyin_is_read_as_the_documents_words(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed) == meant


def test_an_english_word_that_could_be_pinyin_is_left_where_it_is_known() -> None:
    assert SPELLING.corrected("nengyuan", lambda text: (text,)) == "nengyuan"


def test_a_pair_is_set_right_only_by_a_word_and_not_by_a_stretch_across_words() -> None:
    assert Spelling.of(("以年度计划为准",)).corrected("一年呢") == "一年呢"


@pytest.mark.parametrize(
    ("texts", "meant"),
    [(("权利", "权力"), "权利"), (("权力", "权利"), "权力"), (("权力", "权利", "权利方面"), "权利")],
)
def test_the_more_frequent_word_is_meant_and_of_equals_the_first_in_the_documents(
    texts: tuple[str, ...], meant: str
) -> None:
    assert Spelling.of(texts).corrected("权立") == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("嗰啲嘢由邊啲部門負責", "那些由哪些部門負責"),
        ("要等到邊年,喺邊個部門", "要等到哪一年,在哪个部門"),
        ("回收利用率要去到幾多個巴仙", "回收利用率达到百分之多少"),
        ("唔知呢個目標點樣做", "不知这個目標怎么做"),
        ("比例百份之多少,一共多小", "比例百分之多少,一共多少"),
        ("周边几个城市", "周边几个城市"),
        ("控制在多小尺寸", "控制在多小尺寸"),
    ],
)
def test_small_words_of_regions_and_chats_are_put_in_standard_chinese(typed: str, meant: str) -> None:
    assert SPELLING.corrected(typed) == meant
