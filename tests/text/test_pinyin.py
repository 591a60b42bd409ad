"""How characters sound and look."""

from szassist.text.pinyin import is_double, is_pinyin, letters, looks, merged, sounds


def test_characters_that_many_speakers_do_not_tell_apart_sound_the_same() -> None:
    assert sounds("红树林") == sounds("红数林") == ("hon", "su", "nin")
    assert sounds("生") == sounds("森")  # sheng, sen
    assert sounds("蓝") == sounds("南")
    assert sounds("高") != sounds("搞笑"[1])


def test_look_alikes_are_one() -> None:
    assert looks("末来") == looks("未来")
    assert is_double("末", "未")
    assert is_double("复", "覆")  # fù, fù
    assert not is_double("生", "森")


def test_pinyin_is_written_without_tones_and_merged() -> None:
    assert letters("利用率") == "liyonglv"
    assert merged("zhongguo") == "zonguo"


def test_latin_words_that_are_no_syllables_are_no_pinyin() -> None:
    assert is_pinyin("nengyuan")
    assert is_pinyin("lv")
    assert not is_pinyin("smart")
    assert not is_pinyin("bim")
