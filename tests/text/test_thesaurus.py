"""Everyday expressions and their official words."""

import re
import tomllib
from pathlib import Path

import pytest

from szassist.errors import SettingsError
from szassist.query import Expansion
from szassist.text.script import fold
from szassist.text.thesaurus import BAR, FOLDER, OFFICIAL, WEIGHT, Thesaurus

SMALL = Thesaurus({"垃圾": ("固体废物",), "垃圾分类": ("分类投放",), "分类": ("类别",)})


@pytest.fixture(scope="module")
def shipped() -> Thesaurus:
    return Thesaurus.load()


def test_the_longest_expression_wins_and_none_overlaps_another() -> None:
    assert SMALL.expand("垃圾分类怎么做") == (Expansion("垃圾分类", ("分类投放",), WEIGHT),)


def test_expressions_come_in_the_order_of_the_text_and_each_once() -> None:
    assert [one.said for one in SMALL.expand("分类的垃圾和垃圾")] == ["分类", "垃圾"]


def test_latin_letters_and_digits_are_known_as_whole_words_only() -> None:
    thesaurus = Thesaurus({"ai": ("人工智能",), "996": ("工时",)})
    assert thesaurus.expand("enterprises are aimed for in 1996") == ()
    assert [one.said for one in thesaurus.expand("ai公司还要996吗")] == ["ai", "996"]


def test_a_pattern_competes_with_words_by_length() -> None:
    thesaurus = Thesaurus({"喝": ("饮用",)}, ((re.compile("喝(?:进嘴)?的水"), ("饮用水",)),))
    assert thesaurus.expand("每天喝进嘴的水") == (Expansion("喝进嘴的水", ("饮用水",), WEIGHT),)
    assert thesaurus.expand("喝茶") == (Expansion("喝", ("饮用",), WEIGHT),)


def test_pieces_may_stand_apart_within_a_clause() -> None:
    thesaurus = Thesaurus({"水管~爆": ("管网漏损",), "水管": ("供水管网",)}, covered=frozenset({"水管~爆"}))
    assert thesaurus.expand("水管三天两头爆") == (Expansion("水管三天两头爆", ("管网漏损",), WEIGHT, same=False),)
    assert [one.said for one in thesaurus.expand("水管爆了")] == ["水管爆"]
    for far in ("水管旧了,锅炉爆", "水管子用到第八年才终于爆"):
        assert [one.said for one in thesaurus.expand(far)] == ["水管"]


def test_pieces_do_not_belong_together_around_a_name_or_in_a_word() -> None:
    words = {"楼上~吵": ("社会生活噪声",), "山上~火": ("森林火灾",), "红火蚁": ("外来物种",), "老~脏": ("水环境",)}
    thesaurus = Thesaurus({**words, "雀馆": ("麻将馆",), "河": ("河流",)}, covered=frozenset((*words,)))
    assert [one.said for one in thesaurus.expand("楼上天天吵")] == ["楼上天天吵"]
    assert [one.said for one in thesaurus.expand("楼上雀馆很吵")] == ["雀馆"]
    assert thesaurus.expand("楼上麻将馆很吵") == ()
    assert [one.said for one in thesaurus.expand("山上的红火蚁")] == ["红火蚁"]
    assert [one.said for one in thesaurus.expand("老河很脏")] == ["老河很脏"]  # one character is no name


def test_a_text_without_known_expressions_expands_to_nothing() -> None:
    assert SMALL.expand("") == SMALL.expand("水") == Thesaurus({}).expand("垃圾") == ()


def test_the_shipped_file_knows_three_ways_of_speaking(shipped: Thesaurus) -> None:
    for said, official in (("娃上学", "学位"), ("的士", "出租车"), ("智慧財產", "知识产权"), ("睇醫生", "医疗服务")):
        (one,) = shipped.expand(fold(said))
        assert official in one.means


def test_the_shipped_files_hold_twenty_five_thousand_expressions_and_all_of_them_are_folded(
    shipped: Thesaurus,
) -> None:
    assert len(shipped.words) >= 25000
    for said, means in shipped.words.items():
        assert said == fold(said)
        assert all(word == fold(word) for word in means)
        assert len(set(means)) == len(means), said


def test_no_expression_of_the_shipped_files_is_given_twice() -> None:
    seen: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.toml")):
        for name, table in tomllib.loads(path.read_text("utf-8")).items():
            given = [one for said in table.values() for one in said.split()] if name == OFFICIAL else [*table]
            for said in map(fold, given):
                if said != BAR:
                    assert said not in seen, f"{said}: {path.name} and {seen[said]}"
                    seen[said] = path.name


def test_no_shipped_expression_of_the_official_tables_is_one_character_but_a_bird(shipped: Thesaurus) -> None:
    short = {
        one
        for path in sorted(FOLDER.glob("terms_*.toml"))
        for said in tomllib.loads(path.read_text("utf-8"))[OFFICIAL].values()
        for one in said.split()
        if len(one) == 1
    }
    assert short - {BAR} == {"鸟"}


def test_a_table_may_go_from_official_words_to_what_people_say(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[official]\n"物流 現代物流" = "運貨 | 冷庫 仓库"\n"仓储" = "| 仓库"\n')
    thesaurus = Thesaurus.load(own)
    assert thesaurus.expand("运货的冷库") == (
        Expansion("运货", ("物流", "现代物流"), WEIGHT),
        Expansion("冷库", ("物流", "现代物流"), WEIGHT, same=False),
    )
    assert thesaurus.expand("仓库")[0].means == ("物流", "现代物流", "仓储")


def test_an_expression_of_ones_own_names_again_what_shipped_words_only_cover(
    tmp_path: Path, shipped: Thesaurus
) -> None:
    assert not shipped.expand("冷库")[0].same
    own = tmp_path / "own.toml"
    own.write_text('[words]\n"冷库" = ["冷藏库"]\n')
    assert Thesaurus.load(own).expand("冷库") == (Expansion("冷库", ("冷藏库",), WEIGHT),)


@pytest.mark.parametrize(
    ("said", "official"),
    [
        ("满街探头", "视频监控"),
        ("生活不能自理", "失能"),
        ("瘫床上三年了", "长期护理"),
        ("把发明卖出去", "技术转移"),
        ("和隔壁市交界的河", "跨界河流"),
        ("公立养老院", "公办"),
        ("高企数量", "高新技术企业"),
        ("街市的菜", "农产品"),
        ("冬天飞来过冬的鸟", "候鸟"),
        ("捐钱搞科研", "社会捐赠"),
        ("請外面的人來評", "第三方评估"),
        ("冇人湊仔", "托育"),
        ("機車噪音", "噪声"),
        ("名校都在福田扎堆,我们这全是菜小", "优质均衡"),
        ("職校想升本", "本科层次高等职业教育"),
        ("老板天天押工资", "劳动关系"),
        ("社保会不会发不出", "社保基金"),
        ("病历换个医院又看不到", "全民健康信息平台"),
        ("奶奶不认得人", "认知障碍床位"),
        ("冇人睇BB", "托育服务"),
        ("包租公又加租", "租赁住房"),
        ("楼贴楼,终年不见光", "城中村"),
        ("批了一直没建", "已批未建地"),
        ("融不进去", "市民化"),
        ("非遗没人学", "非物质文化遗产"),
        ("车库又进水", "内涝治理"),
        ("調解書", "司法确认"),
        ("投诉一直石沉大海", "群众诉求表达"),
        ("蚝排几时拆", "近海违法养殖"),
        ("货柜用火车运", "海铁联运"),
        ("楼下餐馆烟道串味", "餐饮油烟"),
        ("马桶反水", "污水收集"),
        ("教授的发明没人买，专利挂牌", "技术市场"),
        ("刚创业没人敢投", "天使投资引导基金"),
        ("部门之间踢皮球", "领导小组"),
        ("冇深户，非深户", "基本公共服务均等化"),
    ],
)
def test_everyday_situations_lead_to_official_words(said: str, official: str, shipped: Thesaurus) -> None:
    assert official in {word for one in shipped.expand(fold(said)) for word in one.means}


@pytest.mark.parametrize("said", ["记忆病房", "图书馆分馆", "义工队", "押二付一", "养老院又要排队", "消防演练"])
def test_a_part_or_a_trouble_of_a_thing_does_not_name_it(said: str, shipped: Thesaurus) -> None:
    assert not any(one.same for one in shipped.expand(fold(said)))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("有几家医院能挤进全国百强", "全国百强"),
        ("新建公办养老院护理床位要占多少", "养老院"),
        ("公办普高新学位多少个", "普高"),
    ],
)
def test_a_name_within_a_question_about_its_figure_stays_whole(text: str, name: str, shipped: Thesaurus) -> None:
    assert all(one.same or name not in one.said for one in shipped.expand(text))


def test_a_file_of_ones_own_adds_expressions_and_wins(tmp_path: Path, shipped: Thesaurus) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[words]\n"霧霾" = ["藍天"]\n"愁云惨雾" = "空气质量"\n[patterns]\n"天(?:色)?灰" = ["PM2.5"]\n')
    thesaurus = Thesaurus.load(own)
    assert thesaurus.expand("雾霾") == (Expansion("雾霾", ("蓝天",), WEIGHT),)
    assert thesaurus.expand("愁云惨雾,天色灰")[0].means == ("空气质量",)
    assert thesaurus.expand("天色灰")[0].means == ("pm2.5",)
    assert len(thesaurus.words) == len(shipped.words) + 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("雾霾", "is no TOML file"),
        ('"雾霾" = ["空气"]', "雾霾 stands outside of a table"),
        ('[words]\n"雾霾" = []', "雾霾 needs a list of official words"),
        ('[words]\n"雾霾" = [1]', "雾霾 needs a list of official words"),
        ('[words]\n"" = ["空气"]', "needs a list of official words"),
        ('[official]\n"空气质量" = ["雾霾"]', "空气质量 needs the expressions that people use"),
        ('[official]\n"空气质量" = " "', "空气质量 needs the expressions that people use"),
        ('official = "雾霾"', "official stands outside of a table"),
        ('[patterns]\n"雾(" = ["空气"]', r"雾\( is no regular expression"),
    ],
)
def test_an_unusable_file_is_named_with_the_reason(text: str, reason: str, tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(text)
    with pytest.raises(SettingsError, match=f"own.toml: .*{reason}"):
        Thesaurus.load(own)


def test_a_missing_file_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="correct or unset SZASSIST_THESAURUS"):
        Thesaurus.load(tmp_path / "none.toml")


def test_what_is_official_already_is_not_taken_for_the_everyday_word_in_it() -> None:
    thesaurus = Thesaurus({"红树": ("红树林", "湿地"), "动车": ("高速铁路",), "尾气": ("机动车",)})
    assert thesaurus.expand("红树林里的机动车") == ()
    assert [one.said for one in thesaurus.expand("红树旁的动车")] == ["红树", "动车"]


def test_the_end_of_an_official_word_may_belong_to_an_expression_that_goes_on() -> None:
    words = {"研发投入强度": ("研发投入占比",), "投入强度": ("占比",), "钱": ("全社会研发投入", "研发投入")}
    thesaurus = Thesaurus(words)
    assert [one.said for one in thesaurus.expand("全社会研发投入强度")] == ["研发投入强度"]
    assert thesaurus.expand("全社会研发投入") == ()
