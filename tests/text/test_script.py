"""Folding keeps offsets; the language of a question is read off its characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szassist.schema import Language
from szassist.text.script import fold, for_reader, language_of, to_hans, to_hant


@given(st.text())
def test_folding_and_conversion_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(to_hans(text)) == len(to_hant(text)) == len(text)


def test_folding_joins_script_width_and_case() -> None:
    assert fold("ＰＭ２．５年均濃度，示範區") == "pm2.5年均浓度,示范区"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("2025年PM2.5要降到多少?", Language.HANS),
        ("紅樹林中心由哪些部門負責?", Language.HANT),
        ("公共文化設施總面積 2030", Language.HANT),
        ("台灣", Language.HANT),
        ("后来", Language.HANS),
        ("What is the PM2.5 target?", Language.EN),
        ("PM2.5 target 是多少", Language.HANS),
        ("2025", Language.HANS),
    ],
)
def test_the_language_of_a_text(text: str, language: Language) -> None:
    assert language_of(text) is language


def test_a_reader_sees_quotes_in_their_script() -> None:
    assert for_reader("責任單位", Language.HANS) == "责任单位"
    assert for_reader("责任单位", Language.HANT) == "責任單位"
    assert for_reader("責任單位", Language.EN) == "責任單位"
